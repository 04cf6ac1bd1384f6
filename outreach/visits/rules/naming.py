"""What an event speaks of: its own subject, and the households, adults and visits it needs to be known. Pure."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import msgspec

from outreach.visits.contracts import AnyBody
from outreach.visits.contracts.bodies import (
    AdultAdded,
    AdultChanged,
    HouseholdAdded,
    HouseholdChanged,
    HouseholdRemoved,
    HouseholdRestored,
    VisitCorrected,
    VisitLogged,
)
from outreach.visits.contracts.reshaping import (
    AdultMerged,
    AdultMoved,
    ConsentWithdrawn,
    HouseholdMerged,
    HouseholdMoved,
    HouseholdSplit,
    MergeUndone,
)


def nobody(_: Any) -> tuple[UUID, ...]:
    """Nothing needs to be known."""
    return ()


def home(body: Any) -> tuple[UUID, ...]:
    """The one household."""
    return (body.household_id,)


def person(body: Any) -> tuple[UUID, ...]:
    """The one adult."""
    return (body.adult_id,)


def nowhere(_: Any) -> None:
    """No household is founded."""


def founded(body: HouseholdAdded | HouseholdSplit) -> tuple[UUID, UUID]:
    """The new household, and its hamlet."""
    return body.household_id, body.hamlet_id


def pair(body: Any) -> tuple[UUID, ...]:
    """Both entries of a merge."""
    return (body.winner_id, body.loser_id)


def named_in_merge(body: HouseholdMerged) -> Sequence[UUID]:
    """Who moves, and who is one with whom."""
    return list({*body.moves, *(one for same in body.same for one in (same.keep, same.drop))})


class Names(msgspec.Struct, frozen=True):
    """How to find in one kind of body what it speaks of."""

    subject: Callable[[Any], UUID]
    households: Callable[[Any], Sequence[UUID]] = nobody
    adults: Callable[[Any], Sequence[UUID]] = nobody
    earlier: Callable[[Any], Sequence[UUID]] = nobody
    """Visits and merges that must have been logged before."""
    home: Callable[[Any], tuple[UUID, UUID] | None] = nowhere
    creates: bool = False
    """Whether others may wait for it."""


NAMES: dict[type[AnyBody], Names] = {
    HouseholdAdded: Names(lambda body: body.household_id, home=founded, creates=True),
    HouseholdChanged: Names(lambda body: body.household_id, home),
    HouseholdRemoved: Names(lambda body: body.household_id, home),
    HouseholdRestored: Names(lambda body: body.household_id, home),
    HouseholdMoved: Names(lambda body: body.household_id, home),
    HouseholdSplit: Names(
        lambda body: body.household_id,
        lambda body: (body.from_household_id,),
        lambda body: body.adult_ids,
        home=founded,
        creates=True,
    ),
    HouseholdMerged: Names(lambda body: body.merge_id, pair, named_in_merge, creates=True),
    AdultAdded: Names(lambda body: body.adult_id, home, creates=True),
    AdultChanged: Names(lambda body: body.adult_id, adults=person),
    AdultMoved: Names(lambda body: body.adult_id, lambda body: (body.to_household_id,), person),
    AdultMerged: Names(lambda body: body.merge_id, adults=pair, creates=True),
    MergeUndone: Names(lambda body: body.merge_id, earlier=lambda body: (body.merge_id,)),
    VisitLogged: Names(
        lambda body: body.visit_id, home, lambda body: [adult.adult_id for adult in body.adults]
    ),
    VisitCorrected: Names(
        lambda body: body.visit_id,
        adults=lambda body: [adult.adult_id for adult in body.visit.adults],
        earlier=lambda body: (body.visit_id,),
    ),
    ConsentWithdrawn: Names(
        lambda body: body.adult_id or body.household_id or body.team_id,
        lambda body: (body.household_id,) if body.household_id else (),
        lambda body: (body.adult_id,) if body.adult_id else (),
    ),
}


def subject_of(body: AnyBody) -> UUID:
    """What the event is about."""
    return NAMES[type(body)].subject(body)


def households_in(body: AnyBody) -> Sequence[UUID]:
    """The households an event needs to know."""
    return NAMES[type(body)].households(body)


def adults_in(body: AnyBody) -> Sequence[UUID]:
    """The adults an event needs to know, each once."""
    return NAMES[type(body)].adults(body)


def earlier_in(body: AnyBody) -> Sequence[UUID]:
    """The visits and merges an event needs to have been logged."""
    return NAMES[type(body)].earlier(body)


def new_home(body: AnyBody) -> tuple[UUID, UUID] | None:
    """The household an event founds, and its hamlet."""
    return NAMES[type(body)].home(body)


def is_creation(body: AnyBody) -> bool:
    """Whether others may wait for this event."""
    return NAMES[type(body)].creates
