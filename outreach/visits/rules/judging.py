"""Who may write what: an event against teams, areas, households and adults as they are known. Pure."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

import msgspec

from api.kit.tokens import derive_key, keyed_hash
from outreach.visits.contracts import AdultAdded, AnyBody, EventType, Receipt, VisitLogged
from outreach.visits.contracts.bodies import VisitCorrected
from outreach.visits.rules.naming import (
    adults_in,
    earlier_in,
    households_in,
    new_home,
)
from outreach.visits.rules.reading import Entry
from outreach.visits.rules.reasons import Refusal

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
    roots: dict[UUID, UUID] = {}
    """Household that was merged → the one it is part of."""
    stays: dict[UUID, set[UUID]] = {}
    """Adult → the other households they are or were of."""
    earlier: dict[UUID, UUID] = {}
    """Visit or merge in the log → its household, or itself."""


def unknown_in(body: AnyBody, facts: Facts) -> list[UUID]:
    """What an event needs and nobody has told yet: households, adults, and what was logged earlier."""
    return [
        *(home for home in households_in(body) if home not in facts.households),
        *(adult for adult in adults_in(body) if adult not in facts.adults),
        *(visit for visit in earlier_in(body) if visit not in facts.earlier),
    ]


def speaks_of_unknown(body: AnyBody, facts: Facts, created: AbstractSet[UUID]) -> bool:
    """Whether something an event needs is neither known nor created by a neighbour."""
    return any(subject not in created for subject in unknown_in(body, facts))


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
    missing = unknown_in(body, facts)
    if missing:
        homeless = any(home not in facts.households for home in households_in(body))
        code = "waits_for_household" if homeless else "waits_for_adult"
        if any(visit not in facts.earlier for visit in earlier_in(body)):
            code = "waits_for_earlier"
        return Held(tuple(sorted(set(missing))), code)
    return misplaced(body, entry, facts)


def misplaced(body: AnyBody, entry: Entry, facts: Facts) -> Refusal | None:
    """A household outside the team's area at that time, or an adult of another house."""
    founded = new_home(body)
    homes = list(households_in(body)) or [facts.adults[adult] for adult in adults_in(body)]
    homes += [home for visit in earlier_in(body) if (home := facts.earlier[visit]) in facts.households]
    hamlets = {facts.households[home] for home in homes} | ({founded[1]} if founded else set())
    for hamlet in hamlets:
        if not holds(facts.areas.get((body.team_id, hamlet), []), entry):
            return Refusal("not_your_area", "hamlet_id" if founded else "household_id")
    if isinstance(body, VisitLogged | VisitCorrected):
        at = body.household_id if isinstance(body, VisitLogged) else facts.earlier[body.visit_id]
        if any(not of_house(adult, at, facts) for adult in adults_in(body)):
            return Refusal("other_household", "adults")
    return None


def of_house(adult: UUID, home: UUID, facts: Facts) -> bool:
    """Whether an adult is or was of this household, whatever it has been merged into."""
    whole = facts.roots.get(home, home)
    mine = {facts.adults[adult], *facts.stays.get(adult, ())}
    return any(facts.roots.get(one, one) == whole for one in mine)


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
    founded = new_home(body)
    if founded:
        facts.households.setdefault(*founded)
        for adult in adults_in(body):
            facts.stays.setdefault(adult, set()).add(founded[0])
    elif isinstance(body, VisitLogged):
        facts.earlier.setdefault(body.visit_id, body.household_id)
    elif isinstance(body, AdultAdded):
        facts.adults.setdefault(body.adult_id, body.household_id)


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
