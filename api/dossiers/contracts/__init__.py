"""Shapes of dossiers: what a one-stop system tells us, and what a citizen is shown."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType

from api.dossiers.contracts.asking import Question, QuestionKind
from api.dossiers.contracts.rating import Rating
from api.kit import outbox
from api.kit.calendar import Unit

Line = Annotated[str, Meta(min_length=1, max_length=300, pattern=r"\S")]
Code = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"\S")]
Note = Annotated[str, Meta(max_length=2000)]
Moment = Annotated[datetime, Meta(tz=True)]
CODE_MAX = 100
"""Characters of a dossier code."""


class FiledBy(StrEnum):
    """How the dossier was filed: only `self` is what online services are for."""

    SELF = "self"
    ASSISTED = "assisted"
    ON_BEHALF = "on_behalf"
    COUNTER_DIGITISED = "counter_digitised"


class ClockState(StrEnum):
    """What the agency's deadline clock does."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


class AfterPause(StrEnum):
    """What becomes of the period when the papers are complete."""

    RESTART = "restart"
    RESUME = "resume"


class Deadline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The period this dossier was promised in, when the source knows it."""

    amount: Annotated[int, Meta(ge=0, le=1000)]
    unit: Unit = Unit.WORKING_DAY
    after_pause: AfterPause | None = None


class Extension(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The agency is late or will be: why, and the date it promises now (Phiếu xin lỗi và hẹn lại)."""

    due_at: Moment
    reason: Line


class DossierChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One event of a dossier, as its one-stop system tells it.

    `event_id` is unique in the source system and makes the call safe to repeat. `sequence` orders
    the events of one dossier; gaps are allowed and listed. `previous_sequence` is for sources whose
    numbers do not go up by one (null: this is the first). A step back is applied only with `correction`.
    Leave `applicant_phone` out and nobody can look the dossier up by code; only keyed hashes of
    it are kept.
    """

    event_id: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]
    sequence: Annotated[int, Meta(ge=0, le=2**62)]
    occurred_at: Moment
    state_code: Annotated[str, Meta(min_length=1, max_length=20, pattern=r"\S")]
    state_name: Line | None = None
    note: Note | None = None
    correction: bool = False
    procedure_code: Code
    procedure_name: Line | None = None
    agency_code: Code | None = None
    agency_name: Line | None = None
    applicant_phone: Annotated[str, Meta(min_length=4, max_length=30)] | None = None
    filed_by: FiledBy
    deadline: Deadline | None = None
    promised_at: Moment | None = None
    late_reason: Line | None = None
    # Left out of the digest when unset, so that events told before these fields existed stay the same.
    previous_sequence: Annotated[int, Meta(ge=0, le=2**62)] | UnsetType | None = UNSET
    extension: Extension | UnsetType = UNSET


class Verdict(StrEnum):
    """What became of an event."""

    APPLIED = "applied"
    LATE = "late"
    HELD = "held"
    DUPLICATE = "duplicate"


class Flag(StrEnum):
    """What was remarkable about an event."""

    UNKNOWN_STATE = "unknown_state"
    UNLISTED_STEP = "unlisted_step"
    BACKWARD = "backward"
    AFTER_END = "after_end"
    OUT_OF_ORDER = "out_of_order"
    SAME_SEQUENCE = "same_sequence"
    EARLIER_TIME = "earlier_time"
    CORRECTION = "correction"
    GAP = "gap"
    SECOND_EXTENSION = "second_extension"
    EXTENSION_NOT_LATER = "extension_not_later"


class Receipt(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The answer to the source: applied, late (kept in its place, an older step), held or duplicate.

    A duplicate repeats the flags of the first time, and `first_result` says what it was then.
    `state_code` and `sequence` are those that hold now.
    """

    dossier_id: UUID
    event_id: str
    result: Verdict
    first_result: Verdict
    flags: list[Flag]
    state_code: str
    sequence: int
    due_at: datetime | None


class Lookup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is printed on the receipt, and the last digits of the phone given at filing."""

    code: Annotated[str, Meta(min_length=1, max_length=CODE_MAX)]
    phone_last4: Annotated[str, Meta(pattern=r"^[0-9]{4}$")]


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened; `correction` means that the source took an earlier step back.

    `kind` is `state`, or the caller's own `question` and its `answer`, which have no state.
    """

    state_code: str
    state_name: str
    occurred_at: datetime
    told: str
    note: str | None
    correction: bool
    kind: str = "state"


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What the agency owes in writing, such as its apology with a new date."""

    title: str
    body: str
    made_at: datetime


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier as the person who filed or follows it sees it.

    `days_left` counts working days, below zero when late, null while no clock runs. `due_at` is
    null while the clock stands still; `promised_at` is the date the agency itself named.
    `first_due_at` is the due date before the agency extended it, with its reason. `last_known` says
    as of when this is true; `silent`, that the source should have spoken since. `owned`: filed with
    the caller's verified number. The caller's own questions, what they may ask now, and their rating
    come with one dossier, not with lists.
    """

    id: UUID
    code: str
    procedure_code: str
    procedure_name: str
    agency_name: str | None
    state_code: str
    state_name: str
    state_known: bool
    clock: ClockState
    due_at: datetime | None
    promised_at: datetime | None
    days_left: int | None
    first_due_at: datetime | None
    extension_reason: str | None
    late: bool
    late_reason: str | None
    standing: str
    held_by: str
    next_step: str
    last_known_at: datetime
    last_known: str
    silent: bool
    filed_by: FiledBy
    followed: bool
    owned: bool
    demo: bool
    timeline: list[TimelineEntry]
    letters: list[Letter] = []
    questions: list[Question] = []
    may_ask: list[QuestionKind] = []
    rating: Rating | None = None
    may_rate: bool = False


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A state of the national list; `stage` only grows, a pause has none of its own."""

    code: str
    name: str
    stage: int | None
    clock: ClockState
    bucket: str
    ends: bool
    next_codes: list[str]
    told: str
    holder: str
    next_step: str


class DossierRow(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier as it is kept, with the names our own catalogues have for its codes."""

    id: UUID
    system: str
    code: str
    procedure_code: str
    procedure_name: str | None
    procedure_title: str | None
    agency_code: str | None
    agency_name: str | None
    agency_title: str | None
    filed_by: FiledBy
    sequence: int
    state_code: str
    state_name: str | None
    clock: ClockState
    amount: int | None
    unit: Unit | None
    after_pause: AfterPause | None
    started_at: datetime | None
    due_at: datetime | None
    paused_at: datetime | None
    stopped_at: datetime | None
    promised_at: datetime | None
    late_reason: str | None
    last_known_at: datetime
    followed: bool
    demo: bool
    first_due_at: datetime | None = None
    extension_reason: str | None = None
    owned: bool = False
    calendar_edition: str = ""


class EventRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An event as it is kept."""

    id: UUID
    dossier_id: UUID
    event_id: str
    sequence: int
    state_code: str
    state_name: str | None
    note: str | None
    correction: bool
    occurred_at: datetime
    recorded_at: datetime
    digest: str
    verdict: Verdict
    flags: list[Flag]
    previous_sequence: int | None = None
    extension_due_at: datetime | None = None
    extension_reason: str | None = None


class DossierStateChanged(outbox.Event, frozen=True, kw_only=True, tag="dossier_state_changed"):
    """The state that holds now became another one, or an event moved the promised date, with an apology or without."""

    dossier_id: UUID
    dossier_event_id: UUID
