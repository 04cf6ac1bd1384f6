"""Looking after a team: how far it is, what is overdue, who wants help, what a person should look at."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

Note = Annotated[str, Meta(min_length=3, max_length=200)]


class HamletProgress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a hamlet is; `non_contact`: tried often and differently enough, and nobody met."""

    hamlet_id: UUID
    name: str
    households: int
    visited: int
    met: int
    non_contact: int
    refused: int


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """A team as its leader looks after it; a whole, not a ranking of its people."""

    team_id: UUID
    team_name: str
    as_of: datetime
    members: int
    visits_week: int
    households_met_week: int
    follow_ups_open: int
    follow_ups_overdue: int
    help_calls_open: int
    requests_open: int
    doubts_open: int
    audits_open: int
    phones_silent: int
    """Phones that said they still hold something, and were not heard of for 48 hours."""
    hamlets: list[HamletProgress]


class Outcome(StrEnum):
    """What became of what somebody needed next."""

    DONE = "done"
    NOT_NEEDED = "not_needed"
    REPORT = "report"
    DOSSIER = "dossier"


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody needs next, or a return that was promised."""

    kind: Literal["step", "revisit"]
    visit_id: UUID
    adult_id: UUID | None
    household_id: UUID
    reference: str
    hamlet: str
    label: str | None
    words: str | None
    visited_on: date
    due_on: date
    overdue: bool
    by_name: str


class Settlement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a follow-up ended; it goes on as a report or a dossier only with the person's yes."""

    team_id: UUID
    visit_id: UUID
    adult_id: UUID
    outcome: Outcome
    consent: bool = False
    note: Annotated[str, Meta(max_length=200)] | None = None


class HelpKind(StrEnum):
    """What a volunteer wants help with."""

    LANGUAGE = "language"
    TOGETHER = "together"
    PORTAL = "portal"
    PHONE = "phone"
    SAFETY = "safety"
    OTHER = "other"


class NewHelpCall(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A volunteer wants help; `id` is made on the phone, so that sending again changes nothing."""

    id: UUID
    team_id: UUID
    kind: HelpKind
    household_id: UUID | None = None
    words: Annotated[str, Meta(max_length=200)] | None = None


class HelpCall(msgspec.Struct, frozen=True, kw_only=True):
    """A call for help of the team, and what the leader said."""

    id: UUID
    kind: HelpKind
    by_name: str
    mine: bool
    household: str | None
    words: str | None
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None


class HelpAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is being done about it."""

    answer: Note


class Review(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a leader found when looking: explained, talked about, or to be visited again."""

    team_id: UUID
    person_id: UUID
    code: Annotated[str, Meta(max_length=30, pattern="^[a-z_]+$")]
    subject: Annotated[str, Meta(max_length=60, pattern="^[0-9a-f.:-]+$")]
    verdict: Literal["explained", "talked", "revisit"]
    note: Note


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """A doubt a person has looked at."""

    person_id: UUID
    code: str
    subject: str
    verdict: str
    note: str
    reviewed_at: datetime
    by_name: str | None


class DoubtVisit(msgspec.Struct, frozen=True, kw_only=True):
    """A visit to look at."""

    visit_id: UUID
    household_id: UUID
    reference: str
    started_at: datetime
    ended_at: datetime
    result: str


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Something about visits that a person should look at, and why. It changes nothing by itself."""

    rank: int = 0
    person_id: UUID
    person_name: str = ""
    code: str
    subject: str
    """Names this doubt: the same visits give the same doubt."""
    points: int
    reason: str
    visits: list[DoubtVisit]
    """The first of them."""
    from_day: date
    to_day: date
    review: Reviewed | None = None


class Doubts(msgspec.Struct, frozen=True, kw_only=True):
    """What to look at first; `note` says what it is not."""

    items: list[Doubt]
    note: str
    days: int
    visits: int
    next: str | None = None


class PlaceCheck(msgspec.Struct, frozen=True, kw_only=True):
    """What the phone said of where it was; null as a whole when it did not know."""

    away_m: int
    accuracy_m: int
    mock: bool = False
    spot: str = ""


class Knock(msgspec.Struct, frozen=True, kw_only=True):
    """One visit, as far as doubts are worked out from it."""

    visit_id: UUID
    person_id: UUID
    household_id: UUID
    reference: str = ""
    started_at: datetime
    ended_at: datetime
    result: str
    timed: bool
    """By a phone's clock that can be trusted: not from paper, not only bounded."""
    lat: float | None
    lon: float | None
    answers: str
    answered: int
    """How many things were answered in it."""
    photos: list[str] = []
    place_check: PlaceCheck | None = None
