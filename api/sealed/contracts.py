"""Shapes of the sealed box: who asked to open one, who agreed, and what was in it."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from api.kit import outbox


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """One request to open a box, and what became of it. `looks`: how often it was read."""

    id: UUID
    reason: str
    asked_by: str | None
    asked_at: datetime
    ends_at: datetime
    agreed_by: str | None
    agreed_at: datetime | None
    refused_by: str | None
    refused_at: datetime | None
    looks: int
    mine: bool


class SealedCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case of a sealed subject, and every request to open its box. `boxed`: false once the sender was erased."""

    id: UUID
    code: str
    category_name: str
    commune_name: str
    state_name: str
    received_on: date
    boxed: bool
    openings: list[Opening]
    number: int


class Ask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why the box must be opened: the case's file number, the law, the danger."""

    id: UUID
    reason: Annotated[str, msgspec.Meta(min_length=10, max_length=1000)]


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """What was in the box. Names and numbers are as the person's account says today."""

    name: str | None
    phone: str | None
    contact_phone: str | None
    description: str | None
    lat: float
    lon: float
    accuracy_m: float | None
    happened_at: datetime
    received_at: datetime
    shown_until: datetime


class HeldOpening(msgspec.Struct, frozen=True, kw_only=True):
    """A request held for a step; stays inside."""

    id: UUID
    report_id: UUID
    asked_by: UUID | None
    ends_at: datetime
    agreed_by: UUID | None
    agreed_at: datetime | None
    refused_at: datetime | None
    box: str | None


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """The account in a box, as it is today; stays inside."""

    name: str
    phone: str | None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What officers hear of a request; stays inside."""

    report_id: UUID
    code: str
    asked_by: UUID | None
    agreed: bool


class SealedBoxAsked(outbox.Event, frozen=True, kw_only=True, tag="sealed_box_asked"):
    """Somebody wants a box opened: another officer must agree."""

    opening_id: UUID


class SealedBoxOpened(outbox.Event, frozen=True, kw_only=True, tag="sealed_box_opened"):
    """Two people opened a box: the other officers hear of it."""

    opening_id: UUID
