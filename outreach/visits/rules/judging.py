"""Who may write what: an event against teams, areas, households and adults as they are known. Pure."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

import msgspec

from api.kit.tokens import derive_key, keyed_hash
from outreach.visits.contracts import (
    AdultAdded,
    AdultChanged,
    AnyBody,
    EventType,
    HouseholdAdded,
    HouseholdChanged,
    Receipt,
    VisitLogged,
)
from outreach.visits.rules.reading import Entry, Refusal

Period: TypeAlias = tuple[datetime, datetime | None]


class Held(msgspec.Struct, frozen=True):
    """An event that speaks of something not yet known."""

    waits_for: tuple[UUID, ...]
    code: str


Verdict: TypeAlias = Refusal | Held | None
"""None: accepted."""
ORDER = {kind: place for place, kind in enumerate(EventType)}


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known while a batch is judged; accepted creations are added as they come."""

    members: dict[tuple[UUID, UUID], list[Period]]
    """(person, team) → when they walked for it."""
    areas: dict[tuple[UUID, UUID], list[Period]]
    """(team, hamlet) → when it was theirs."""
    households: dict[UUID, UUID]
    """Household → hamlet."""
    adults: dict[UUID, UUID]
    """Adult → household."""


def subject_of(body: AnyBody) -> UUID:
    """What the event is about."""
    match body:
        case HouseholdAdded() | HouseholdChanged():
            return body.household_id
        case AdultAdded() | AdultChanged():
            return body.adult_id
        case VisitLogged():
            return body.visit_id


def households_in(body: AnyBody) -> tuple[UUID, ...]:
    """The households an event needs to know."""
    if isinstance(body, HouseholdChanged | AdultAdded | VisitLogged):
        return (body.household_id,)
    return ()


def adults_in(body: AnyBody) -> Sequence[UUID]:
    """The adults an event needs to know, each once."""
    if isinstance(body, AdultChanged):
        return (body.adult_id,)
    if isinstance(body, VisitLogged):
        return [adult.adult_id for adult in body.adults]
    return ()


def speaks_of_unknown(body: AnyBody, facts: Facts, created: AbstractSet[UUID]) -> bool:
    """Whether something an event needs is neither known nor created by a neighbour."""
    return any(home not in facts.households and home not in created for home in households_in(body)) or any(
        adult not in facts.adults and adult not in created for adult in adults_in(body)
    )


def holds(periods: Iterable[Period], entry: Entry) -> bool:
    """Whether any period touches the time the event can have happened."""
    return any(
        since <= entry.corrected_at and (until is None or entry.earliest_at < until)
        for since, until in periods
    )


def judge(entry: Entry, facts: Facts) -> Verdict:
    """Whether this event counts now, later or not."""
    body = entry.body
    periods = facts.members.get((entry.actor, body.team_id))
    if periods is None:
        return Refusal("not_your_team", "team_id")
    if not holds(periods, entry):
        return Refusal("not_member_then", "team_id")
    lost_homes = [home for home in households_in(body) if home not in facts.households]
    lost_adults = [adult for adult in adults_in(body) if adult not in facts.adults]
    if lost_homes or lost_adults:
        code = "waits_for_household" if lost_homes else "waits_for_adult"
        return Held(tuple(sorted({*lost_homes, *lost_adults})), code)
    return misplaced(body, entry, facts)


def misplaced(body: AnyBody, entry: Entry, facts: Facts) -> Refusal | None:
    """A household outside the team's area at that time, or an adult of another house."""
    match body:
        case HouseholdAdded():
            hamlet = body.hamlet_id
        case AdultChanged():
            hamlet = facts.households[facts.adults[body.adult_id]]
        case _:
            hamlet = facts.households[body.household_id]
    if not holds(facts.areas.get((body.team_id, hamlet), []), entry):
        return Refusal("not_your_area", "hamlet_id" if isinstance(body, HouseholdAdded) else "household_id")
    if isinstance(body, VisitLogged):
        for adult in body.adults:
            if facts.adults[adult.adult_id] != body.household_id:
                return Refusal("other_household", "adults")
    return None


def judge_all(entries: Iterable[Entry], facts: Facts) -> dict[UUID, Verdict]:
    """Every event of a batch, what it needs first: creations before what speaks of them."""
    verdicts: dict[UUID, Verdict] = {}
    for entry in sorted(entries, key=lambda entry: (ORDER[entry.type], entry.seq)):
        verdict = judge(entry, facts)
        verdicts[entry.event_id] = verdict
        if verdict is None:
            learn(entry.body, facts)
    return verdicts


def learn(body: AnyBody, facts: Facts) -> None:
    """What an accepted creation adds to the known."""
    if isinstance(body, HouseholdAdded):
        facts.households.setdefault(body.household_id, body.hamlet_id)
    elif isinstance(body, AdultAdded):
        facts.adults.setdefault(body.adult_id, body.household_id)


def is_creation(body: AnyBody) -> bool:
    """Whether others may wait for this event."""
    return isinstance(body, HouseholdAdded | AdultAdded)


class SortedOut:
    """Judged events, each where it belongs."""

    def __init__(self, entries: Iterable[Entry], verdicts: dict[UUID, Verdict]) -> None:
        """Who waits for whom, who is refused why, and what counts."""
        self.holds: list[tuple[UUID, UUID]] = []
        self.refusals: list[tuple[UUID, str]] = []
        self.counted: list[Entry] = []
        for entry in entries:
            verdict = verdicts[entry.event_id]
            if isinstance(verdict, Held):
                self.holds.extend((subject, entry.event_id) for subject in verdict.waits_for)
            elif isinstance(verdict, Refusal):
                self.refusals.append((entry.event_id, verdict.code))
            else:
                self.counted.append(entry)


def receipt(secret: str, *, install_id: UUID, seq: int) -> Receipt:
    """Proof that everything up to `seq` is held; the same state always gives the same receipt."""
    key = derive_key(secret, "outreach-receipt").hex()
    return Receipt(install_id=install_id, seq=seq, signature=keyed_hash(key, str(install_id), str(seq)))
