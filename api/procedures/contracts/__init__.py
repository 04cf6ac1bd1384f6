"""Shapes of procedures: a line in a list, the page of one, life events."""

from datetime import date
from enum import StrEnum

import msgspec


class Level(StrEnum):
    """Where it is done."""

    COMMUNE = "commune"
    PROVINCE = "province"
    MINISTRY = "ministry"
    UNKNOWN = "unknown"


class Online(StrEnum):
    """How far it goes online (Decree 42/2022)."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """A way to file."""

    ONLINE = "online"
    COUNTER = "counter"
    POST = "post"


class DeadlineUnit(StrEnum):
    """What a deadline is counted in."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    HOUR = "hour"
    MONTH = "month"
    UNKNOWN = "unknown"


class FeeQuality(StrEnum):
    """How far a printed fee can be trusted; only `stated` is an amount."""

    STATED = "stated"
    LOCAL_RULE = "local_rule"
    OTHER_RULE = "other_rule"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


class Fee(msgspec.Struct, frozen=True, kw_only=True):
    """What a way costs: `vnd` is null unless the source states an amount, `text` is for people."""

    vnd: int | None
    quality: FeeQuality
    text: str


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """How long a way takes; `amount` is null when the source gives none, `text` is for people."""

    amount: int | None
    unit: DeadlineUnit
    text: str


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """One channel with its deadline and fee; the date is for a file handed in now, null without a deadline."""

    channel: Channel
    deadline: Deadline
    fee: Fee
    if_filed_today: date | None


class ProcedureLine(msgspec.Struct, frozen=True, kw_only=True):
    """A procedure in a list; `same_as` are codes of the same thing elsewhere."""

    code: str
    name: str
    plain_title: str | None
    what_for: str | None
    level: Level
    field: str
    issuer: str
    online: Online
    deadline_text: str
    fee_text: str
    essential: bool
    same_as: list[str]


class Hotline(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to ask when the search has no answer."""

    phone: str
    text: str


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to a search; `hotline` only when nothing fits, `ambiguous` when the first lines fit alike."""

    items: list[ProcedureLine]
    next: str | None = None
    hotline: Hotline | None = None
    ambiguous: bool = False


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody may be about to type, and the procedure it leads to, by its own title."""

    text: str
    title: str
    code: str


class Suggestions(msgspec.Struct, frozen=True, kw_only=True):
    """The likeliest first."""

    items: list[Suggestion]


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the checklist; `condition` null: always needed."""

    no: int
    paper: str
    form: str | None
    condition: str | None
    copies: str | None


class Certainty(StrEnum):
    """How sure the writers of a checklist are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """Where a file is handed in at the counter."""

    name: str
    commune_code: str
    commune_name: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a newer edition of the catalogue changed."""

    on: date
    kind: str
    fields: list[str]


class Relative(msgspec.Struct, frozen=True, kw_only=True):
    """The same thing at another level or in another province."""

    code: str
    name: str
    level: Level
    issuer: str


class EventName(msgspec.Struct, frozen=True, kw_only=True):
    """A life event, by name."""

    code: str
    name: str


class Procedure(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page of a procedure says."""

    code: str
    name: str
    plain_title: str | None
    what_for: str | None
    official_name: str
    level: Level
    level_text: str
    field: str
    issuer: str
    agency: str | None
    subjects: list[str]
    decision_no: str | None
    online: Online
    online_text: str
    essential: bool
    internal: bool
    detailed: bool
    ways: list[Way]
    saving_vnd: int | None
    papers: int | None
    checklist: list[Paper]
    basis: list[str]
    guide_certainty: Certainty | None
    where: Office | None
    portal_url: str
    changes: list[Change]
    same_as: list[Relative]
    life_events: list[EventName]
    provenance: str
    withdrawn_on: date | None


class EventStep(msgspec.Struct, frozen=True, kw_only=True):
    """A procedure of a life event, in order."""

    code: str
    name: str
    plain_title: str | None
    level: Level
    online: Online


class LifeEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A moment of life and what must be done in it."""

    code: str
    name: str
    note: str | None
    steps: list[EventStep]


class JourneyStep(msgspec.Struct, frozen=True, kw_only=True):
    """A procedure of a moment of life, with what decides whether and how to do it."""

    code: str
    name: str
    plain_title: str | None
    what_for: str | None
    level: Level
    level_text: str
    online: Online
    online_text: str
    deadline_text: str
    fee_text: str
    optional: bool
    condition: str | None


class JourneyGroup(msgspec.Struct, frozen=True, kw_only=True):
    """What is done at one time; `together`: one visit, or one linked procedure, does all of it."""

    no: int
    title: str
    together: bool
    note: str | None
    steps: list[JourneyStep]


class SharedPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper to bring once for several steps."""

    paper: str
    for_codes: list[str]


class Journey(msgspec.Struct, frozen=True, kw_only=True):
    """A moment of life as a journey."""

    code: str
    name: str
    intro: str
    note: str | None
    groups: list[JourneyGroup]
    papers: list[SharedPaper]
