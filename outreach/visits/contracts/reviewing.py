"""What leaders see of phones, of what waits for them, and of edits that met."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from outreach.visits.contracts.bodies import EventType, Reason


class InstallLine(msgspec.Struct, frozen=True, kw_only=True):
    """One installation: whose it is, when it was last heard of, and what it has not brought yet."""

    install_id: UUID
    person_id: UUID
    person_name: str
    state: Literal["active", "revoked", "cloned"]
    state_at: datetime | None
    reason: str | None
    first_seen_at: datetime
    last_sync_at: datetime
    silent_hours: int
    pending: int
    """Events it said it still held."""
    reached: int
    missing: list[tuple[int, int]]
    """Numbers it gave that never came."""
    clock_off_s: int
    wipe: Literal["none", "asked", "done"]
    app_version: str | None


class InstallRevocation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phone that is lost, or no longer the volunteer's; `wipe`: it forgets at its next contact."""

    reason: Reason
    wipe: bool = True


class WaitingLine(msgspec.Struct, frozen=True, kw_only=True):
    """An event that waits for the leader."""

    event_id: str
    install_id: UUID
    person_name: str
    type: EventType
    device_time: datetime
    received_at: datetime
    until: datetime | None
    household: str | None
    result: str | None


class Decision(StrEnum):
    """What a leader says of what waits."""

    APPROVED = "approved"
    REFUSED = "refused"


class NewDecision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Yes or no to everything of one phone that waits."""

    team_id: UUID
    decision: Decision
    reason: Reason


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """How many events a decision was about, and how many of them count now."""

    events: int
    counted: int


class HoldLine(msgspec.Struct, frozen=True, kw_only=True):
    """An event that waits for what it speaks of."""

    event_id: UUID
    type: EventType
    person_name: str
    received_at: datetime
    until: datetime
    waits_for: list[UUID]


class ConflictLine(msgspec.Struct, frozen=True, kw_only=True):
    """One field two people wrote without knowing of each other."""

    id: int
    subject_id: UUID
    household: str | None
    field: str
    kind: Literal["soft", "hard"]
    first_value: Any
    first_by: str
    first_at: datetime
    second_value: Any
    second_by: str
    second_at: datetime
    opened_at: datetime
    resolution: Literal["merged", "first", "second"] | None


class ConflictChoice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which of two values stands."""

    keep: Literal["first", "second"]


class VisitVersion(msgspec.Struct, frozen=True, kw_only=True):
    """What a visit said, in order: as logged, and each time it was put right."""

    version: Annotated[int, Meta(ge=1)]
    event_id: UUID
    said_at: datetime
    by_name: str
    reason: str | None
    body: dict[str, Any]
