"""Shapes of Zalo's other doors: what it tells us by webhook, a shared position, an account's consent."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from api.kit.outbox import Event

ZaloToken = Annotated[str, Meta(min_length=1, max_length=4000)]


class Channel(StrEnum):
    """Which of Zalo's two webhooks: each has a key and a signature of its own."""

    OA = "oa"
    MINI_APP = "mini_app"


class ZaloLocation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tokens of `getAccessToken()` and `getLocation()`: the second is good once, for two minutes."""

    zalo_access_token: ZaloToken
    zalo_location_token: ZaloToken


class Place(Struct, frozen=True, kw_only=True):
    """A position the person shared through Zalo, which gives no accuracy; nothing of it is kept."""

    lat: float
    lon: float
    accuracy_m: float | None
    source: Literal["zalo"]
    at: datetime


class Told(Struct, frozen=True, kw_only=True):
    """One verified event, read as far as we need it."""

    channel: Channel
    name: str
    dedupe_key: str
    happened_at: datetime | None
    body: dict[str, Any]


class Connected(Struct, frozen=True, kw_only=True):
    """An Official Account has given us its tokens."""

    oa_id: str
    message: str


class ZaloConsentRevoked(Event, frozen=True, kw_only=True, tag="zalo_consent_revoked"):
    """Somebody took back at Zalo what they had allowed us; who it is stands in the kept event."""

    event_id: int


class ZaloUidLearned(Event, frozen=True, kw_only=True, tag="zalo_uid_learned"):
    """An event of the Official Account pairs a person's two ids; both stand in the kept event."""

    event_id: int


class ZaloMessageDelivered(Event, frozen=True, kw_only=True, tag="zalo_message_delivered"):
    """A template reached a phone. `tracking_id` is ours (32 hex digits); empty when Zalo gave none."""

    tracking_id: str
    message_id: str
    delivered_at: datetime
