"""Shapes of field reports that cross a border: what citizens send, what each reader may see."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit import outbox

Code = Annotated[str, Meta(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
CommuneCode = Annotated[str, Meta(pattern=r"^[0-9]{5}$", description="Mã xã, phường, đặc khu")]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Phone = Annotated[str, Meta(pattern=r"^(\+84|0)[0-9]{8,10}$", description="Số điện thoại liên hệ")]
Note = Annotated[str, Meta(min_length=1, max_length=2_000)]
Stars = Annotated[int, Meta(ge=1, le=5)]


class ReportState(StrEnum):
    """Where a case stands; `api.reports.rules.MOVES` says how it gets elsewhere."""

    RECEIVED = "received"
    VERIFYING = "verifying"
    REFUSED = "refused"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING_REPORTER = "waiting_reporter"
    WAITING_AGENCY = "waiting_agency"
    DONE = "done"
    CLOSED = "closed"
    REOPEN_REQUESTED = "reopen_requested"
    REOPENED = "reopened"
    MERGED = "merged"


class Pin(StrEnum):
    """How a place was found: the phone's position, a photo's, a finger on the map, a pasted map link."""

    GPS = "gps"
    PHOTO = "photo"
    HAND = "hand"
    LINK = "link"


class RefusalReason(StrEnum):
    """The fixed list of reasons to refuse; words in `rules.REFUSALS`."""

    NOT_OUR_MATTER = "not_our_matter"
    NO_EVIDENCE = "no_evidence"
    WRONG_PLACE = "wrong_place"
    DUPLICATE = "duplicate"
    COMPLAINT = "complaint"
    STATE_SECRET = "state_secret"  # noqa: S105  a reason, no password
    OFFENSIVE = "offensive"
    TEST = "test"


class NewReport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a phone sends: `id` makes resending safe, `seal` is its secret, so that only it can resend.

    `follows_id`: the older report this one takes up again, when its window for reopening is over.
    `pin` is how the place was found, `photo_far_m` how far from it the phone found a photo taken (the photo's own
    place never leaves the phone), `sent_at` the phone's clock at this attempt, which may differ at a resend.
    """

    id: UUID
    category_code: Code
    lat: Latitude
    lon: Longitude
    commune_code: CommuneCode
    happened_at: Annotated[datetime, Meta(tz=True)]
    description: Annotated[str, Meta(max_length=4_000)] | None = None
    accuracy_m: Annotated[float, Meta(ge=0, le=1_000_000)] | None = None
    commune_confirmed: bool = False
    anonymous: bool = False
    urgent: bool = False
    photo_count: Annotated[int, Meta(ge=0, le=4)] = 0
    contact_phone: Phone | None = None
    follows_id: UUID | None = None
    pin: Pin | None = None
    photo_far_m: Annotated[float, Meta(ge=0, le=25_000_000)] | None = None
    sent_at: Annotated[datetime, Meta(tz=True)] | None = None
    on_behalf: bool = False
    behalf_consent: bool = False
    seal: Annotated[str, Meta(min_length=16, max_length=64)] | None = None


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a submission; `tracking_key` opens the case without an account."""

    id: UUID
    code: str
    tracking_key: str
    state: ReportState
    received_at: datetime
    due_at: datetime
    warnings: list[str]


class ShownPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A photo of the case; `large` and `small` are addresses that work for an hour."""

    id: UUID
    position: int
    taken_for: str
    width: int
    height: int
    large: str
    small: str


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline; `part`: of one agency's part of the case."""

    action: str
    state: ReportState
    state_name: str
    note: str | None
    by: str
    agency_name: str | None
    occurred_at: datetime
    part: bool


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What one of several agencies does for a case."""

    code: str
    agency_name: str | None
    state: ReportState
    state_name: str
    answer: str | None


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One row of my reports or of the agency's inbox."""

    id: UUID
    code: str
    category_code: str
    category_name: str
    state: ReportState
    state_name: str
    description: str | None
    commune_code: str
    commune_name: str
    agency_name: str | None
    received_at: datetime
    due_at: datetime
    late: bool
    urgent: bool
    photos_received: int
    version: int


class InboxLine(Line, frozen=True, kw_only=True):
    """One row of the agency's inbox; `priority` 0 rescue, 1 urgent, 2 normal; `ladder_level` 0 to 3."""

    priority: int
    bounces: int
    ladder_level: int
    paused: bool
    extended: bool
    part: bool
    unrouted: bool


class Detail(Line, frozen=True, kw_only=True):
    """What the reporter and the agency both see of one case; `actions` is what this reader may do."""

    lat: float
    lon: float
    accuracy_m: float | None
    published: bool
    answer: str | None
    refusal_reason: str | None
    finished_at: datetime | None
    rating: int | None
    rating_comment: str | None
    photo_count: int
    photos: list[ShownPhoto]
    first_due_at: datetime | None
    extension_reason: str | None
    paused_at: datetime | None
    waiting_until: datetime | None
    reopenings: int
    follows_code: str | None
    merged_code: str | None
    supporters: int
    parts: list[Part]
    timeline: list[Step]
    actions: list[str] = []


class MyReport(Detail, frozen=True, kw_only=True):
    """The reporter's own view; `question` waits for an answer until `waiting_until`."""

    anonymous: bool
    happened_at: datetime
    told_commune_name: str | None
    question: str | None
    reopen_until: datetime | None = None


class Case(Detail, frozen=True, kw_only=True):
    """What the handling agency sees: the matter and its deadline, never who reported it."""

    agency_id: UUID | None
    commune_confirmed: bool
    commune_distance_m: int | None
    acknowledge_by: datetime
    bounces: int
    decided: bool
    ladder_level: int
    parent_id: UUID | None
    parent_code: str | None
    term: int
    term_unit: str
    evidence_required: bool


class ReopenRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why the reporter thinks it is not done."""

    note: Note


class Rating(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The reporter's verdict."""

    stars: Stars
    comment: Note | None = None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A report that is already there, for answering a resend."""

    code: str
    content_hash: str
    state: ReportState
    received_at: datetime
    due_at: datetime


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules must know of the chosen subject and commune; a null means there is none."""

    category: str | None
    category_urgent: bool | None
    anonymous_allowed: bool | None
    acknowledge_within: int | None
    acknowledge_unit: str | None
    finish_within: int | None
    finish_unit: str | None
    commune_id: int | None
    province_code: str | None
    lat: float | None
    lon: float | None
    area_km2: float | None
    agency_id: UUID | None
    sealed: bool | None = None
    handed_to: str | None = None
    told_commune_id: int | None = None
    told_name: str | None = None
    commune_name: str | None = None
    adults: int | None = None
    own_phone: str | None = None
    kept: Kept | None = None


class ReportSubmitted(outbox.Event, frozen=True, kw_only=True, tag="report_submitted"):
    """A report was taken in."""

    report_id: UUID
    step_id: int


class ReportMoved(outbox.Event, frozen=True, kw_only=True, tag="report_moved"):
    """A case took a step; `step_id` is the timeline row."""

    report_id: UUID
    step_id: int


class ReportAlarmRaised(outbox.Event, frozen=True, kw_only=True, tag="report_alarm_raised"):
    """Staff did what an officer should know of."""

    alarm_id: int
