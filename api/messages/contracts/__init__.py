"""Shapes of messages: what a person is told, where, and what became of it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, TypeAlias
from uuid import UUID

from msgspec import Meta, Struct

from api.kit.outbox import Event


class Kind(StrEnum):
    """What a message is about: the purpose a person agrees to, each on its own."""

    DOSSIER = "dossier"
    REPORT = "report"
    ALERT = "alert"
    VISIT = "visit"
    CAMPAIGN = "campaign"
    SYSTEM = "system"


class Channel(StrEnum):
    """Where a person can be told besides the inbox: what they switch on and off."""

    PUSH = "push"
    EMAIL = "email"
    ZALO = "zalo"
    SMS = "sms"


class Way(StrEnum):
    """How a carrier is spoken to; three ways make the one channel Zalo."""

    PUSH = "push"
    EMAIL = "email"
    ZALO_OA = "zalo_oa"
    ZALO_UID = "zalo_uid"
    ZALO_PHONE = "zalo_phone"
    SMS = "sms"


class State(StrEnum):
    """How far a delivery got; `unsure`: the carrier's answer was lost."""

    WAITING = "waiting"
    SENDING = "sending"
    UNSURE = "unsure"
    SENT = "sent"
    DELIVERED = "delivered"
    UNREACHABLE = "unreachable"
    UNWANTED = "unwanted"
    DEAD = "dead"


class DossierParams(Struct, frozen=True, kw_only=True, tag="dossier"):
    """A dossier moved: its code, the state in plain words, and what comes next or the promised day."""

    code: str
    status: str
    next_step: str = ""


class ReportParams(Struct, frozen=True, kw_only=True, tag="report"):
    """A field report moved: its code and what happened."""

    code: str
    status: str


class AlertParams(Struct, frozen=True, kw_only=True, tag="alert"):
    """A warning: its headline, the level in words, and what to do or where."""

    headline: str
    level: str
    advice: str = ""


class VisitParams(Struct, frozen=True, kw_only=True, tag="visit"):
    """Something about a volunteer's visits."""

    matter: str


class CampaignParams(Struct, frozen=True, kw_only=True, tag="campaign"):
    """An invitation of a campaign: its name, and when and where."""

    name: str
    invitation: str = ""


class SystemParams(Struct, frozen=True, kw_only=True, tag="system"):
    """Anything else that concerns this person's account."""

    matter: str


Params: TypeAlias = DossierParams | ReportParams | AlertParams | VisitParams | CampaignParams | SystemParams
"""Typed parameters of the templates outside the app; nothing else of a message leaves it."""


class Notice(Struct, frozen=True, kw_only=True):
    """One thing to tell one person; the same `dedupe_key` is told once.

    `link` is a place in the app, like `#/hs/<id>`. `urgent` means danger to life. Outside the app
    only `params` are shown, or the title when there are none: the body stays in the inbox.
    """

    person_id: UUID
    kind: Kind
    title: str
    body: str
    link: str | None = None
    dedupe_key: str
    params: Params | None = None
    urgent: bool = False


class Message(Struct, frozen=True, kw_only=True):
    """A line of the inbox."""

    id: UUID
    kind: Kind
    title: str
    body: str
    link: str | None
    created_at: datetime
    read_at: datetime | None


class Inbox(Struct, frozen=True, kw_only=True):
    """One page of messages, newest first, and how many in all are unread."""

    items: list[Message]
    next: str | None
    unread: int


class ChannelReady(Struct, frozen=True, kw_only=True):
    """A channel as this person has it: `address` is masked; `why_not` says what is missing."""

    channel: Channel
    address: str | None
    ready: bool
    why_not: str | None


class PurposeChoice(Struct, frozen=True, kw_only=True):
    """A purpose with its sentence, and the channels this person switched on for it."""

    purpose: Kind
    title: str
    text: str
    channels: list[Channel]


class MessagePreferences(Struct, frozen=True, kw_only=True):
    """What I get where. The inbox gets everything; `danger` says what comes regardless of the hour.

    Quiet hours are HH:MM in Vietnam.
    """

    purposes: list[PurposeChoice]
    channels: list[ChannelReady]
    text_version: str
    quiet_from: str
    quiet_until: str
    danger: str
    push_key: str | None
    """The installation's VAPID public key (base64url), for `pushManager.subscribe`."""


class Choice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One switch: a purpose, a channel, on or off."""

    purpose: Kind
    channel: Channel
    granted: bool


class PreferencesChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The switches that changed, and the version of the sentences that were on the screen."""

    choices: Annotated[list[Choice], Meta(max_length=24)]
    text_version: Annotated[str, Meta(max_length=20)] | None = None


class NewEmail(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An address that I read; a code is sent to it."""

    email: Annotated[str, Meta(max_length=254, pattern=r"^[^@\s<>\",;]+@[^@\s<>\",;]+\.[^@\s<>\",;]+$")]


class EmailCode(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The six digits that came by e-mail."""

    code: Annotated[str, Meta(pattern="^[0-9]{6}$", max_length=6)]


class EmailAsked(Struct, frozen=True, kw_only=True):
    """A code is on its way; `demo_code` shows it in demo mode only, when nothing is sent."""

    email_masked: str
    expires_in: int
    demo_code: str | None


class PushKeys(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The browser's keys (RFC 8291), base64url."""

    p256dh: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{86,88}=*$", max_length=90)]
    auth: Annotated[str, Meta(pattern="^[A-Za-z0-9_-]{22}=*$", max_length=24)]


class NewPushSubscription(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A subscription as `PushSubscription.toJSON()` gives it."""

    endpoint: Annotated[str, Meta(max_length=1000, pattern="^https?://")]
    keys: PushKeys
    expiration_time: float | None = None


class PushSubscription(Struct, frozen=True, kw_only=True):
    """A browser of mine that shows notifications."""

    id: UUID
    created_at: datetime


class GoneEndpoint(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The endpoint that is no more wanted."""

    endpoint: Annotated[str, Meta(max_length=1000)]


class Receipt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What became of a message, as any carrier can tell it: `id` is the tracking id we gave."""

    id: Annotated[str, Meta(pattern="^[0-9a-f]{32}$", max_length=32)]
    state: Annotated[str, Meta(pattern="^(delivered|failed|bounced|opted_out)$", max_length=12)]
    reason: Annotated[str, Meta(max_length=100)] = ""


class DeadLetter(Struct, frozen=True, kw_only=True):
    """A message that could not be sent and waits for somebody to decide. Never its text, its address masked.

    `reason` is the carrier's code, `why` what it means in words.
    """

    id: UUID
    way: Way
    kind: Kind
    urgent: bool
    attempts: int
    reason: str | None
    why: str
    address_masked: str | None
    created_at: datetime
    sending_at: datetime | None


class DayReport(Struct, frozen=True, kw_only=True):
    """Today's sending: what it cost of the cap (đồng), how many deliveries still wait, and dead letters that wait for me."""

    cost_vnd: int
    cap_vnd: int
    waiting: int
    dead: int


class EmailCodeAsked(Event, frozen=True, kw_only=True, tag="email_code_asked"):
    """A code must reach an address. Neither is in the outbox."""

    person_id: UUID
    challenge_id: UUID


class BudgetReached(Event, frozen=True, kw_only=True, tag="budget_reached"):
    """The day's budget is spent: officers and administrators hear of it once."""

    day: str
    cap_vnd: int
