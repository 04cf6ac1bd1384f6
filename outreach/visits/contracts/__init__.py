"""What a phone may say about a walk, and what it is told back, event by event."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
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


class NewEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event as the phone keeps it; `seq` counts from 1 without gaps on one installation."""

    event_id: UUID
    seq: Annotated[int, Meta(ge=1, le=SEQ_MAX)]
    type: EventType
    schema_version: Annotated[int, Meta(ge=1, le=1000)] = 1
    device_time: Moment
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


class SyncBatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Up to 200 events; each is judged by itself, so the list itself takes anything (shape: NewEvent)."""

    install_id: UUID
    device_time: Annotated[datetime, Meta(tz=True, description="Đồng hồ của máy lúc gửi")]
    events: Annotated[list[Any], Meta(max_length=BATCH_MAX, description=EVENTS, examples=[EXAMPLE])]


class EventStatus(StrEnum):
    """Where an event stands after this upload."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    HELD = "held"
    CONFLICT = "conflict"
    REJECTED = "rejected"


class EventResult(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one event, in the order sent; a reason is for the volunteer to read."""

    event_id: str | None
    status: EventStatus
    reason_code: str | None = None
    reason: str | None = None
    field: str | None = None


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Signed: the server holds every event of this installation up to `seq`; the phone may purge them."""

    install_id: UUID
    seq: int
    signature: str


class SyncAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One result an event, and the receipt."""

    server_time: datetime
    results: list[EventResult]
    receipt: Receipt


class Known(msgspec.Struct, frozen=True):
    """An event already in the log, and how it stands."""

    event_id: UUID
    sha256: bytes
    reason_code: str | None
    held: bool


class WalkNeedsReview(outbox.Event, frozen=True, kw_only=True, tag="walk_needs_review"):
    """A sync left events that a person must look at."""

    person_id: UUID
    install_id: UUID
    rejected: int
    conflicts: int
