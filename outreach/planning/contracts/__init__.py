"""The next doors, who holds them, in which order to walk, and families that ask for a visit."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

WALK_MAX = 60
"""Doors of one evening: nobody manages more."""


class Weight(msgspec.Struct, frozen=True, kw_only=True):
    """What one reason is worth, how often it counts at most, and its sentence ({n}: how many)."""

    code: str
    points: int
    most: int
    sentence: str


class Lease(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody goes to this door, until when at the latest."""

    mine: bool
    by_name: str
    until: datetime


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """What the score of one household is made of."""

    household_id: UUID
    reference: str
    hamlet: str
    adults_total: int
    adults_registered: int
    adults_assessed: int
    adults_able: int
    elders_unassessed: int
    hindered: int = 0
    """Adults met who lack a phone, see badly or speak another language, and cannot yet."""
    able_since: list[datetime] = []
    """When each adult who can was last seen doing it."""
    visits: int
    last_result: str | None
    last_visited_at: datetime | None
    last_visit_on: date | None
    revisit_at: datetime | None
    away_times: int
    away_days: int
    away_slots: int
    do_not_contact: bool
    asked_at: datetime | None = None
    """When the family asked for a visit that has not been made yet."""
    lease: Lease | None = None
    lat: float | None = None
    lon: float | None = None


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One reason, in points and words."""

    code: str
    points: int
    sentence: str


class NextDoor(msgspec.Struct, frozen=True, kw_only=True):
    """One door to knock at tonight, with the reason why."""

    household_id: UUID
    reference: str
    hamlet: str
    reason: str
    score: int
    points: list[Point]
    last_result: str | None
    last_visit_on: date | None
    revisit_at: datetime | None
    adults_total: int
    adults_assessed: int
    away_times: int
    lease: Lease | None


class Tonight(msgspec.Struct, frozen=True, kw_only=True):
    """The next doors, best first; `next` is always null: the list is made anew each time."""

    items: list[NextDoor]
    next: str | None = None


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """The doors I hold, in the order to walk them; `metres` of those whose rough place is known."""

    items: list[NextDoor]
    metres: int
    next: str | None = None


class HeldDoor(msgspec.Struct, frozen=True, kw_only=True):
    """A door somebody of the area's teams goes to this evening."""

    household_id: UUID
    reference: str
    hamlet: str
    mine: bool
    by_name: str
    until: datetime


class NewLeases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Doors somebody wants to go to this evening."""

    team_id: UUID | None = None
    household_ids: Annotated[tuple[UUID, ...], Meta(min_length=1, max_length=WALK_MAX)]


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What came of asking for doors: those that are mine now, and those where another goes or nobody may knock."""

    until: datetime
    mine: list[UUID]
    others: list[UUID]


class Released(msgspec.Struct, frozen=True, kw_only=True):
    """How many doors were given back."""

    doors: int


class NewRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A family asks the team of its hamlet to come. `words` say how to find the house, without names and numbers."""

    hamlet_id: UUID
    words: Annotated[str, Meta(min_length=3, max_length=200)]
    consent: Literal[True]
    """Yes to the team reading this and coming."""


class HamletChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A hamlet that a team walks."""

    id: UUID
    name: str


class VisitRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A family's request; its number only while it lets the team call (consent team_contact)."""

    id: UUID
    hamlet: str
    words: str
    asked_at: datetime
    household_id: UUID | None
    household: str | None
    phone: str | None
    state: Literal["open", "helped", "withdrawn", "not_found"]


class RequestPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which house of the list asked, or that nobody finds it."""

    household_id: UUID | None
