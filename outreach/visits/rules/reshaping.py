"""Splits, moves and merges: what is wrong with one by itself, and whose people it names. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from api.kit.clock import vn_date
from outreach.visits.contracts import AnyBody, VisitLogged
from outreach.visits.contracts.bodies import VisitCorrected
from outreach.visits.contracts.reshaping import (
    AdultMerged,
    AdultMoved,
    HouseholdMerged,
    HouseholdMoved,
    HouseholdSplit,
)
from outreach.visits.rules.reasons import Refusal


def broken_split(body: HouseholdSplit, at: datetime) -> Refusal | None:
    """Ahead of time, or a household that splits off itself."""
    if body.household_id == body.from_household_id:
        return Refusal("same_entry", "from_household_id")
    return twice(body.adult_ids, "adult_ids") or ahead(body.on, at)


def broken_move(body: HouseholdMoved | AdultMoved, at: datetime) -> Refusal | None:
    """Ahead of time: a move is written down when it has happened."""
    return ahead(body.on, at)


def broken_pair(body: AdultMerged | HouseholdMerged) -> Refusal | None:
    """An entry with itself, or one person twice among those who vanish or move."""
    if body.winner_id == body.loser_id:
        return Refusal("same_entry", "loser_id")
    if isinstance(body, AdultMerged):
        return None
    if any(same.keep == same.drop for same in body.same):
        return Refusal("same_entry", "same")
    return twice([same.drop for same in body.same], "same") or twice(body.moves, "moves")


def ahead(on: date, at: datetime) -> Refusal | None:
    """A day that has not come."""
    return Refusal("day_ahead", "on") if on > vn_date(at) else None


def twice(people: Sequence[UUID], field: str) -> Refusal | None:
    """Somebody named twice."""
    return Refusal("twice_named", field) if len(set(people)) < len(people) else None


def houses_of_named(body: AnyBody, earlier: Mapping[UUID, UUID]) -> tuple[UUID, ...]:
    """The households whose people an event may name; empty: no such rule. `earlier`: the household of each visit."""
    if isinstance(body, VisitLogged):
        return (body.household_id,)
    if isinstance(body, VisitCorrected):
        return (earlier[body.visit_id],)
    if isinstance(body, HouseholdSplit):
        return (body.from_household_id,)
    if isinstance(body, HouseholdMerged):
        return (body.winner_id, body.loser_id)
    return ()
