"""Shapes of handling a case: what each step needs, and how a case stands."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.reports.contracts import Note, RefusalReason, ReportState

Version = Annotated[int, Meta(ge=1, le=1_000_000, description="Phiên bản bạn đang thấy")]


class Assign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hand the case to an agency (to mine when none is named)."""

    version: Version
    agency_id: UUID | None = None
    note: Note | None = None


class PlainMove(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Take a case on, or end an answered one; nothing to say but an optional note."""

    version: Version
    note: Note | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Say what was done."""

    version: Version
    answer: Note


class Refuse(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Refuse, for a reason of the fixed list."""

    version: Version
    reason: RefusalReason
    note: Note | None = None


class Reopen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The officer's answer to a request to reopen."""

    version: Version
    granted: bool
    note: Note


class Ask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask the reporter; the clock stands still until the answer, unless the deadline is past."""

    version: Version
    question: Note


class Bounce(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Not ours: to another agency with the reason, or to the coordinator when none is named."""

    version: Version
    note: Note
    agency_id: UUID | None = None


class Consult(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wait for somebody else; the clock runs on."""

    version: Version
    note: Note


class Extend(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The one extension: so many more of what the case's time is counted in, at most as many again."""

    version: Version
    amount: Annotated[int, Meta(ge=1, le=1_000)]
    note: Note


class Split(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Give each of these agencies a part; the case ends when all of them have."""

    version: Version
    agency_ids: Annotated[list[UUID], Meta(min_length=1, max_length=8)]
    note: Note


class Merge(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same matter as another case; `into` is its code (PA-…)."""

    version: Version
    into: Annotated[str, Meta(pattern=r"^PA-[0-9]{7,12}$")]
    note: Note | None = None


class Reply(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The reporter's answer to a question; `photos` more will follow at the next free positions."""

    note: Note
    photos: Annotated[int, Meta(ge=0, le=4)] = 0


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """A ready answer for an action; `own`: of this agency, not of all."""

    action: str
    title: str
    body: str
    own: bool


class Pile(StrEnum):
    """One pile of the inbox."""

    TODO = "todo"
    LATE = "late"
    NEAR = "near"
    BOUNCED = "bounced"
    ESCALATED = "escalated"
    WAITING = "waiting"
    COORDINATOR = "coordinator"


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """Something an officer should look into; a case of its own handler's never says whose."""

    id: int
    report_id: UUID
    code: str
    agency_name: str | None
    kind: str
    staff_name: str | None
    occurred_at: datetime


class AlarmFacts(Alarm, frozen=True, kw_only=True):
    """An alarm with the one it is about, who is not told of it; stays inside."""

    staff_id: UUID | None


class AlarmList(msgspec.Struct, frozen=True, kw_only=True):
    """The newest alarms."""

    items: list[Alarm]


class DueChange(msgspec.Struct, frozen=True, kw_only=True):
    """Why and how a due date moved; what a recount replays."""

    cause: str
    paused_at: datetime | None
    resumed_at: datetime | None
    amount: int | None
    unit: str | None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a case that steps change, with the facts the rules need; stays inside.

    `open_parts`: codes of the parts that had not ended when somebody began to hold the case;
    `has_evidence`: a photo was taken afterwards, since the case was last opened (a full album takes no more);
    `known_agency`: the agency asked about exists.
    """

    id: UUID
    version: int
    state: ReportState
    agency_id: UUID | None
    answer: str | None
    refusal_reason: RefusalReason | None
    merged_into: UUID | None
    acknowledged_at: datetime | None
    finished_at: datetime | None
    closed_at: datetime | None
    published_at: datetime | None
    public_text: str | None
    public_lat: float | None
    public_lon: float | None
    due_at: datetime
    first_due_at: datetime | None
    extended_at: datetime | None
    extension_reason: str | None
    paused_at: datetime | None
    waiting_until: datetime | None
    pauses: int
    bounces: int
    decided_at: datetime | None
    reopenings: int
    bare_results: int
    needs_evidence: bool
    ladder_level: int
    code: str
    parent_id: UUID | None
    description: str | None
    lat: float
    lon: float
    province_code: str
    received_at: datetime
    term: int
    term_unit: str
    category_public: bool
    public_decimals: int
    evidence_required: bool
    reply_days: int
    after_silence: str
    open_parts: list[str]
    has_evidence: bool
    known_agency: bool
    own: bool = False


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What the telling job must know of one step, for one person it is told to; anonymous reports have none."""

    person_id: UUID
    report_id: UUID
    code: str
    category_name: str
    agency_name: str | None
    refusal_reason: str | None
    note: str | None
    due_at: datetime
    notice_title: str | None
    notice_body: str
