"""Who may write what: an event against teams, areas, households and adults as they are known. Pure."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import TypeAlias
from uuid import UUID

import msgspec

from api.kit.tokens import derive_key, keyed_hash
from outreach.visits.contracts import AdultAdded, AnyBody, EventType, Receipt, VisitLogged
from outreach.visits.contracts.bodies import VisitCorrected
from outreach.visits.contracts.reshaping import (
    AdultMerged,
    AdultMoved,
    ConsentWithdrawn,
    HouseholdMerged,
    HouseholdMoved,
)
from outreach.visits.rules.naming import (
    adults_in,
    earlier_in,
    households_in,
    new_home,
)
from outreach.visits.rules.reading import Entry
from outreach.visits.rules.reasons import Refusal
from outreach.visits.rules.reshaping import houses_of_named
from outreach.visits.rules.withdrawing import speaks_of_withdrawn

Period: TypeAlias = tuple[datetime, datetime | None]


class Held(msgspec.Struct, frozen=True):
    """An event that speaks of something not yet known."""

    waits_for: tuple[UUID, ...]
    code: str


class Awaits(msgspec.Struct, frozen=True):
    """An event a person decides about: it is kept, and counts when they say so."""

    until: datetime


Verdict: TypeAlias = Refusal | Held | Awaits | None
"""None: accepted."""
PATIENCE = timedelta(days=14)
"""How long what waits for a person waits."""
CORRECTION_WINDOW = timedelta(days=7)
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
    places: dict[UUID, set[UUID]] = {}
    """Household that moved → the hamlets it ever was in."""
    hamlets: set[UUID] = set()
    """Hamlets there are, of those households are said to move to."""
    stays: dict[UUID, set[UUID]] = {}
    """Adult → the other households they are or were of."""
    earlier: dict[UUID, UUID] = {}
    """Visit or merge in the log → its household, or itself."""
    withdrawn: set[UUID] = set()
    """Adults who took their yes back."""
    authors: dict[UUID, tuple[UUID, datetime]] = {}
    """Visit → who made it, and when."""
    draws: dict[UUID, tuple[UUID, UUID]] = {}
    """Draw of an audit → (the other team that goes, the household)."""
    at: datetime | None = None
    """When the upload came; None when a person has decided already."""
    revoked_at: datetime | None = None
    """When the phone was told to stop."""


def unknown_in(body: AnyBody, facts: Facts) -> list[UUID]:
    """What an event needs and nobody has told yet: households, adults, and what was logged earlier."""
    missing = [home for home in households_in(body) if home not in facts.households]
    missing += [adult for adult in adults_in(body) if adult not in facts.adults]
    missing += [visit for visit in earlier_in(body) if visit not in facts.earlier]
    return missing


def speaks_of_unknown(body: AnyBody, facts: Facts, created: AbstractSet[UUID]) -> bool:
    """Whether something an event needs is neither known nor created by a neighbour."""
    return any(subject not in created for subject in unknown_in(body, facts))


def holds(periods: Iterable[Period], entry: Entry) -> bool:
    """Whether any period touches the time the event can have happened."""
    for (
        since,
        until,
    ) in periods:  # a generator costs more than the answer, and this is asked thrice of each visit
        if since <= entry.corrected_at and (until is None or entry.earliest_at < until):
            return True
    return False


def walks(periods: Iterable[Period], at: datetime) -> bool:
    """Whether any period has not ended."""
    for _, until in periods:  # noqa: SIM110  as above
        if until is None or until > at:
            return True
    return False


def judge(entry: Entry, facts: Facts) -> Verdict:
    """Whether this event counts now, later or not."""
    body = entry.body
    periods = facts.members.get((entry.actor, body.team_id))
    if periods is None:
        return Refusal("not_your_team", "team_id")
    if not holds(periods, entry):
        return Refusal("not_member_then", "team_id")
    if facts.withdrawn and (refused := speaks_of_withdrawn(body, facts.withdrawn)):
        return refused
    if facts.at is not None:
        decided = gone_by(periods, entry, facts, facts.at)
        if decided is not None:
            return decided
    missing = unknown_in(body, facts)
    if missing:
        homeless = any(home not in facts.households for home in households_in(body))
        code = "waits_for_household" if homeless else "waits_for_adult"
        if any(visit not in facts.earlier for visit in earlier_in(body)):
            code = "waits_for_earlier"
        return Held(tuple(sorted(set(missing))), code)
    return misplaced(body, entry, facts) or revised(body, entry, facts)


def gone_by(periods: Iterable[Period], entry: Entry, facts: Facts, at: datetime) -> Refusal | Awaits | None:
    """Of somebody who has left, or a phone that was lost: what is from before waits for the leader, for two weeks."""
    lost = facts.revoked_at
    if lost is not None and entry.earliest_at > lost:
        return Refusal("device_revoked")
    gone = None if walks(periods, at) else max((until for _, until in periods if until), default=at)
    since = max((moment for moment in (lost, gone) if moment is not None), default=None)
    if since is None:
        return None
    return Awaits(since + PATIENCE) if at <= since + PATIENCE else Refusal("left_too_long_ago")


def revised(body: AnyBody, entry: Entry, facts: Facts) -> Refusal | Awaits | None:
    """Who visited may put it right for a week; later the leader looks at it."""
    if not isinstance(body, VisitCorrected):
        return None
    author, visited_at = facts.authors[body.visit_id]
    if author != entry.actor:
        return Refusal("not_your_visit", "visit_id")
    late = entry.corrected_at - visited_at > CORRECTION_WINDOW
    return Awaits(facts.at + PATIENCE) if late and facts.at is not None else None


def misplaced(body: AnyBody, entry: Entry, facts: Facts) -> Refusal | None:
    """A household outside the team's area at that time, or an adult of another house."""
    kind = type(body)
    if kind is ConsentWithdrawn and facts.at is None:
        return None  # said at an office that answers for the whole province
    # A correction is of a visit that was judged when it was made, an audit's too.
    if kind is not VisitCorrected and not audits(body, facts):
        founded = new_home(body)
        for hamlets in (*hamlets_of(body, facts), *([{founded[1]}] if founded else ())):
            # Of a house that moved, the team of either place may have been there.
            if not any(holds(facts.areas.get((body.team_id, hamlet), ()), entry) for hamlet in hamlets):
                return Refusal("not_your_area", "hamlet_id" if founded else "household_id")
    if isinstance(body, HouseholdMoved) and body.hamlet_id not in facts.hamlets:
        return Refusal("unknown_hamlet", "hamlet_id")
    houses = houses_of_named(body, facts.earlier)
    if houses and any(
        not any(of_house(adult, house, facts) for house in houses) for adult in adults_in(body)
    ):
        return Refusal("other_household", "adults")
    return None


def hamlets_of(body: AnyBody, facts: Facts) -> list[set[UUID]]:
    """Where the households an event speaks of are or were, one by one."""
    homes = list(households_in(body)) or [facts.adults[adult] for adult in adults_in(body)]
    homes += [home for visit in earlier_in(body) if (home := facts.earlier[visit]) in facts.households]
    return [{facts.households[home], *facts.places.get(home, ())} for home in homes]


def audits(body: AnyBody, facts: Facts) -> bool:
    """Whether another team visits a house that was drawn for it."""
    if not facts.draws or not isinstance(body, VisitLogged) or body.audit_draw_id is None:
        return False
    return facts.draws.get(body.audit_draw_id) == (body.team_id, body.household_id)


def of_house(adult: UUID, home: UUID, facts: Facts) -> bool:
    """Whether an adult is or was of this household, whatever it has been merged into."""
    if facts.adults[adult] == home:
        return True
    whole = facts.roots.get(home, home)
    mine = {facts.adults[adult], *facts.stays.get(adult, ())}
    return any(facts.roots.get(one, one) == whole for one in mine)


def judge_all(entries: Iterable[Entry], facts: Facts) -> dict[UUID, Verdict]:
    """Every event of a batch, what it needs first: creations before what speaks of them."""
    verdicts: dict[UUID, Verdict] = {}
    for entry in sorted(entries, key=lambda entry: (ORDER[entry.type], entry.seq or 0)):
        verdict = judge(entry, facts)
        verdicts[entry.event_id] = verdict
        if verdict is None:
            learn(entry, facts)
    return verdicts


def learn(entry: Entry, facts: Facts) -> None:
    """What an accepted creation adds to the known."""
    body = entry.body
    if isinstance(body, VisitLogged):
        facts.earlier.setdefault(body.visit_id, body.household_id)
        facts.authors.setdefault(body.visit_id, (entry.actor, entry.corrected_at))
    elif founded := new_home(body):
        facts.households.setdefault(*founded)
        for adult in adults_in(body):
            facts.stays.setdefault(adult, set()).add(founded[0])
    elif isinstance(body, AdultMoved):
        facts.stays.setdefault(body.adult_id, set()).add(body.to_household_id)
    elif isinstance(body, HouseholdMerged | AdultMerged):
        facts.earlier.setdefault(body.merge_id, body.merge_id)
        if isinstance(body, HouseholdMerged):
            join_roots(facts.roots, lost=body.loser_id, won=body.winner_id)
    elif isinstance(body, AdultAdded):
        facts.adults.setdefault(body.adult_id, body.household_id)


def join_roots(roots: dict[UUID, UUID], *, lost: UUID, won: UUID) -> None:
    """What the one entry stood for is part of what the other stands for."""
    before, whole = roots.get(lost, lost), roots.get(won, won)
    for home in [lost, *(one for one, root in roots.items() if root == before)]:
        roots[home] = whole


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
            elif isinstance(verdict, Awaits):
                pass  # never logged: it is put aside before
            elif isinstance(verdict, Refusal):
                self.refusals.append((entry.event_id, verdict.code))
            else:
                self.counted.append(entry)


def receipt(secret: str, *, install_id: UUID, seq: int, head: bytes = b"") -> Receipt:
    """Proof that everything up to `seq` is held, under the ids of the chain; the same state always gives the same receipt.

    Without a chain it is made as those that phones hold from before there was one.
    """
    key = derive_key(secret, "outreach-receipt").hex()
    chain = (head.hex(),) if head else ()
    signature = keyed_hash(key, str(install_id), str(seq), *chain)
    return Receipt(install_id=install_id, seq=seq, head=head.hex(), signature=signature)
