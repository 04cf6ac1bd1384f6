"""What a phone may say about a walk, and what it is told back, event by event."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType

from api.kit import outbox

BATCH_MAX = 200
SEQ_MAX = 2**53
"""Sequence numbers stay exact in the phone's JavaScript."""

Reference = Annotated[
    str, Meta(min_length=1, max_length=80, description="Như “Hộ số 12, ngõ 5”, không ghi tên")
]
Label = Annotated[str, Meta(min_length=1, max_length=60, description="Cách gọi do gia đình chọn")]
AdultsTotal = Annotated[int, Meta(ge=0, le=30, description="Số người từ 18 tuổi gia đình cho biết")]
BirthYear = Annotated[int, Meta(ge=1900, le=2200)]
SkillCode = Annotated[
    str, Meta(pattern="^(S(0[1-9]|1[0-6])|B0[1-5])$", description="Mã kỹ năng S01-S16, B01-B05")
]
Note = Annotated[str, Meta(max_length=200)]
Sex = Literal["female", "male", "other"]
Moment = Annotated[datetime, Meta(tz=True)]


class EventType(StrEnum):
    """The kinds of event, in the order their subjects depend on each other."""

    HOUSEHOLD_ADDED = "household_added"
    HOUSEHOLD_CHANGED = "household_changed"
    ADULT_ADDED = "adult_added"
    ADULT_CHANGED = "adult_changed"
    VISIT_LOGGED = "visit_logged"


class VisitResult(StrEnum):
    """What happened at the door. Nobody home is not a refusal."""

    MET = "met"
    NOBODY_HOME = "nobody_home"
    REFUSED = "refused"
    MOVED = "moved"
    DO_NOT_CONTACT = "do_not_contact"
    REVISIT = "revisit"


class SkillLevel(StrEnum):
    """How well an adult does one thing; only ALONE_OBSERVED is a skill."""

    HEARD = "heard"
    SAYS_CAN = "says_can"
    WITH_HELP = "with_help"
    ALONE_OBSERVED = "alone_observed"
    DONE_FOR = "done_for"


class Assistance(StrEnum):
    """How much the volunteer helped; anything but UNAIDED is no proof of skill."""

    UNAIDED = "unaided"
    VERBAL_PROMPT = "verbal_prompt"
    HANDS_ON = "hands_on"
    DONE_FOR = "done_for"


class Barrier(StrEnum):
    """What hinders, as in the visit form."""

    NO_DEVICE = "no_device"
    NO_NETWORK = "no_network"
    LANGUAGE = "language"
    EYESIGHT = "eyesight"
    NO_VNEID = "no_vneid"
    FEAR_SCAM = "fear_scam"
    NO_NEED = "no_need"
    PORTAL_ERROR = "portal_error"


class TimeQuality(StrEnum):
    """How far the time of an event can be trusted."""

    MONO = "mono"
    WALL_OK = "wall_ok"
    WALL_SHIFTED = "wall_shifted"
    BOUNDED = "bounded"


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What every event says: for which team it was done. Unknown fields are refused: no GPS, no CCCD."""

    team_id: UUID


class HouseholdAdded(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A house that joins the list."""

    household_id: UUID
    hamlet_id: UUID
    reference: Reference
    adults_total: AdultsTotal | None = None


class HouseholdChanged(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Fields of a house put right; a field that is absent stays."""

    household_id: UUID
    reference: Reference | UnsetType = UNSET
    adults_total: AdultsTotal | UnsetType | None = UNSET
    closed: bool | UnsetType = UNSET


class AdultAdded(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An adult who agreed to be on the list, under a label of their choice."""

    adult_id: UUID
    household_id: UUID
    label: Label
    consent: bool
    birth_year: BirthYear | None = None
    sex: Sex | None = None


class AdultChanged(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Fields of an adult put right; `consent: false` takes them off the list."""

    adult_id: UUID
    label: Label | UnsetType = UNSET
    birth_year: BirthYear | UnsetType | None = UNSET
    sex: Sex | UnsetType | None = UNSET
    consent: bool | UnsetType = UNSET
    left_on: date | UnsetType | None = UNSET
    left_reason: Literal["moved", "died", "other"] | UnsetType | None = UNSET


class SkillSeen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One skill of one adult, as seen."""

    code: SkillCode
    level: SkillLevel


class AdultSeen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One adult of the house in this visit."""

    adult_id: UUID
    met: bool
    knows: bool | None = None
    skills: Annotated[tuple[SkillSeen, ...], Meta(max_length=21)] = ()
    assistance: Assistance | None = None
    barriers: Annotated[tuple[Barrier, ...], Meta(max_length=8)] = ()
    next_step: Note | None = None


class VisitLogged(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One knock at one door."""

    visit_id: UUID
    household_id: UUID
    started_at: Moment
    ended_at: Moment
    result: VisitResult
    revisit_at: Moment | None = None
    consent: bool | Literal["given_verbal", "given_signed", "declined"] | None = None
    adults: Annotated[tuple[AdultSeen, ...], Meta(max_length=30)] = ()


AnyBody: TypeAlias = HouseholdAdded | HouseholdChanged | AdultAdded | AdultChanged | VisitLogged
BODIES: dict[EventType, type[AnyBody]] = {
    EventType.HOUSEHOLD_ADDED: HouseholdAdded,
    EventType.HOUSEHOLD_CHANGED: HouseholdChanged,
    EventType.ADULT_ADDED: AdultAdded,
    EventType.ADULT_CHANGED: AdultChanged,
    EventType.VISIT_LOGGED: VisitLogged,
}


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
