"""What a phone may say about a walk, and what it is told back, event by event."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit import outbox
from outreach.visits.contracts.bodies import (
    AdultAdded,
    AdultChanged,
    AdultSeen,
    Assistance,
    Barrier,
    EventType,
    HouseholdAdded,
    HouseholdChanged,
    Moment,
    SkillLevel,
    SkillSeen,
    TimeQuality,
    VisitLogged,
    VisitResult,
)
from outreach.visits.contracts.kinds import BODIES, AnyBody

__all__ = [
    "BATCH_MAX",
    "BODIES",
    "SEQ_MAX",
    "AdultAdded",
    "AdultChanged",
    "AdultSeen",
    "AnyBody",
    "Assistance",
    "Barrier",
    "EventResult",
    "EventStatus",
    "EventType",
    "HouseholdAdded",
    "HouseholdChanged",
    "Known",
    "NewEvent",
    "Receipt",
    "SkillLevel",
    "SkillSeen",
    "SyncAnswer",
    "SyncBatch",
    "TimeQuality",
    "VisitLogged",
    "VisitResult",
    "WalkNeedsReview",
]

BATCH_MAX = 200
SEQ_MAX = 2**53
"""Sequence numbers stay exact in the phone's JavaScript."""


Stopwatch = Annotated[
    int,
    Meta(ge=0, le=2**53, description="Mili giây từ lúc mở ứng dụng (performance.now), không ai chỉnh được"),
]


class NewEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event as the phone keeps it; `seq` counts from 1 without gaps on one installation."""

    event_id: UUID
    seq: Annotated[int, Meta(ge=1, le=SEQ_MAX)]
    type: EventType
    schema_version: Annotated[int, Meta(ge=1, le=1000)] = 1
    device_time: Moment
    session_id: UUID | None = None
    device_mono: Stopwatch | None = None
    base_version: Annotated[int, Meta(ge=0, le=2**31 - 1)] | None = None
    body: dict[str, Any]


EVENTS = (
    "Mỗi phần tử là một NewEvent: event_id (UUIDv7 do máy tạo khi lưu), seq (từ 1, không hở, theo máy), "
    "type (household_added, household_changed, adult_added, adult_changed, visit_logged), schema_version, "
    "device_time, body theo type. Một bản ghi sai không làm hỏng các bản ghi khác."
)
EXAMPLE: list[Any] = [
    {
        "event_id": "01a20400-0000-7000-8000-000000000001",
        "seq": 1,
        "type": "visit_logged",
        "schema_version": 1,
        "device_time": "2026-11-22T12:10:00Z",
        "body": {
            "team_id": "01a20400-0000-7000-8000-00000000000a",
            "visit_id": "01a20400-0000-7000-8000-000000000002",
            "household_id": "01a20400-0000-7000-8000-000000000003",
            "started_at": "2026-11-22T12:00:00Z",
            "ended_at": "2026-11-22T12:10:00Z",
            "result": "met",
            "consent": True,
            "adults": [
                {
                    "adult_id": "01a20400-0000-7000-8000-000000000004",
                    "met": True,
                    "knows": True,
                    "skills": [{"code": "S07", "level": "alone_observed"}],
                    "assistance": "unaided",
                }
            ],
        },
    }
]


class Packed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Visits in a form that is small on the wire (grammar: outreach/visits/rules/packing.py)."""

    seq: Annotated[int, Meta(ge=0, le=SEQ_MAX)]
    ms: Annotated[int, Meta(ge=0, le=2**47)]
    team_id: UUID
    rows: Annotated[list[Any], Meta(max_length=BATCH_MAX)]
    mono: Stopwatch | None = None
    """The stopwatch at `ms`, when it ran beside the clock: all rows are then of the upload's own session."""


class SyncBatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Up to 200 events; each is judged by itself, so the list itself takes anything (shape: NewEvent)."""

    install_id: UUID
    device_time: Annotated[datetime, Meta(tz=True, description="Đồng hồ của máy lúc gửi")]
    events: Annotated[list[Any], Meta(max_length=BATCH_MAX, description=EVENTS, examples=[EXAMPLE])]
    packed: Packed | None = None
    session_id: UUID | None = None
    """One run of the app: stopwatches count within it."""
    device_mono: Stopwatch | None = None
    rtt_ms: Annotated[int, Meta(ge=0, le=600_000)] = 0
    """How long the last request took there and back: how far the stopwatch can be wrong."""
    last_seq: Annotated[int, Meta(ge=0, le=SEQ_MAX)] = 0
    """The highest number this installation has given: what is missing below it is known to be missing."""
    pending: Annotated[int, Meta(ge=0, le=1_000_000)] | None = None
    app_version: Annotated[str, Meta(max_length=40)] | None = None
    public_key: Annotated[str, Meta(max_length=100)] | None = None
    """P-256 point, 65 bytes in base64url, of a key that cannot leave the phone."""
    proof: Annotated[str, Meta(max_length=100)] | None = None
    """Signature (r, s: 64 bytes in base64url) over the installation, its clock, and each event's id and number."""
    wiped: bool = False
    brief: bool = False
    """Answer by ranges of numbers what was taken, and one by one only what was not."""


class EventStatus(StrEnum):
    """Where an event stands after this upload."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    HELD = "held"
    CONFLICT = "conflict"
    REJECTED = "rejected"


class FieldConflict(msgspec.Struct, frozen=True, kw_only=True):
    """One field that two people wrote without knowing of each other."""

    field: str
    theirs: Any
    yours: Any


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Soft: different fields, merged. Hard: the same field; both values are kept and a person decides."""

    kind: Literal["soft", "hard"]
    fields: list[FieldConflict]
    others: list[UUID]
    """The events it meets."""


class EventResult(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one event, in the order sent; a reason is for the volunteer to read."""

    event_id: str | None
    status: EventStatus
    reason_code: str | None = None
    reason: str | None = None
    field: str | None = None
    until: datetime | None = None
    """A held event: when it will be decided about at the latest."""
    conflict: Conflict | None = None


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Signed: the server holds every event of this installation up to `seq`; the phone may purge them."""

    install_id: UUID
    seq: int
    head: str
    """sha256 chain over `seq:event_id` from 1 to `seq`, in hex."""
    signature: str


InstallState: TypeAlias = Literal["active", "revoked", "cloned"]


class Install(msgspec.Struct, frozen=True, kw_only=True):
    """What the server knows of this installation; `wipe`: forget everything the receipt covers, and say so."""

    state: InstallState = "active"
    wipe: bool = False
    reason: str | None = None
    missing: list[tuple[int, int]]
    """Numbers given by the phone that never came, as ranges."""


class SyncAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One result an event, the receipt, and how the installation stands."""

    server_time: datetime
    results: list[EventResult]
    receipt: Receipt
    install: Install
    accepted_seqs: list[tuple[int, int]] | None = None


class Known(msgspec.Struct, frozen=True):
    """An event already in the log, and how it stands."""

    event_id: UUID
    sha256: bytes
    reason_code: str | None
    held: bool
    received_at: datetime | None = None


class Met(msgspec.Struct, frozen=True):
    """A field of an edit that another edit wrote too, or one beside it."""

    event_id: UUID
    field: str
    kind: str
    other: UUID
    theirs: Any
    yours: Any


class WalkNeedsReview(outbox.Event, frozen=True, kw_only=True, tag="walk_needs_review"):
    """A sync left events that a person must look at."""

    person_id: UUID
    install_id: UUID
    rejected: int
    conflicts: int
