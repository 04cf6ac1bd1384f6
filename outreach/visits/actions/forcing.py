"""What waited too long: let go when it can be, else taken with what it needs made up, and marked."""

from collections.abc import Iterable
from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from outreach.visits import store
from outreach.visits.actions import Fold
from outreach.visits.actions.taking import entry_of, load_facts
from outreach.visits.contracts import AnyBody
from outreach.visits.rules.judging import Facts, Held, SortedOut, judge_all, unknown_in
from outreach.visits.rules.naming import adults_in, earlier_in, households_in
from outreach.visits.rules.reading import Entry
from outreach.visits.rules.reasons import Refusal
from outreach.visits.rules.uploading import LONGEST_HOLD
from outreach.visits.store import forcing

MOST = 500
"""Events a night; more wait for the next."""


async def let_go(tx: Connection, *, folds: Iterable[Fold]) -> None:
    """Every night: nothing waits for what has come meanwhile, and nothing waits longer than five days."""
    await store.stop_creations(tx)
    rows = await forcing.list_waiting(tx, limit=MOST)
    entries = [entry_of(row) for row in rows]
    if not entries:
        return
    old = {row.event_id for row in rows if row.received_at < now() - LONGEST_HOLD}
    facts = await load_facts(tx, entries)
    made_up = {entry.event_id: assume(entry, facts) for entry in entries if entry.event_id in old}
    await forcing.insert_assumed(tx, [one for found in made_up.values() for one in found])
    verdicts = judge_all(entries, await load_facts(tx, entries))
    verdicts |= {
        entry.event_id: Refusal("never_came")
        for entry in entries
        if entry.event_id in old and isinstance(verdicts[entry.event_id], Held)
    }
    over = [event_id for event_id, verdict in verdicts.items() if not isinstance(verdict, Held)]
    await forcing.delete_holds(tx, over)
    sorted_out = SortedOut(entries, verdicts)
    at = now()
    if sorted_out.refusals:
        await store.insert_refusals(tx, sorted_out.refusals, at=at)
    counted = sorted_out.counted
    if not counted:
        return
    for fold in folds:
        await fold(tx, [entry.event_id for entry in counted], {entry.type.value for entry in counted})
    forced = [entry.event_id for entry in counted if entry.event_id in old]
    subjects = {event_id: [one.id for one in made_up[event_id]] for event_id in forced}
    await forcing.insert_forced(tx, subjects, at=at)


def assume(entry: Entry, facts: Facts) -> list[forcing.Assumed]:
    """The households and adults an event cannot do without, where its team walked at that time."""
    hamlets = [
        hamlet
        for (team, hamlet), periods in facts.areas.items()
        if team == entry.body.team_id and any(since <= entry.corrected_at for since, _ in periods)
    ]
    if not hamlets or any(one not in facts.earlier for one in earlier_in(entry.body)):
        return []
    missing = set(unknown_in(entry.body, facts))
    hamlet = min(hamlets)
    found = [forcing.Assumed(home, None, hamlet) for home in households_in(entry.body) if home in missing]
    lost = [adult for adult in adults_in(entry.body) if adult in missing]
    home = home_of(entry.body, lost)
    if lost and home not in facts.households and home not in missing:
        found.append(forcing.Assumed(home, None, hamlet))
    return found + [forcing.Assumed(adult, home, hamlet) for adult in lost]


def home_of(body: AnyBody, lost: list[UUID]) -> UUID:
    """Where adults nobody has told of are put: in the house of the event, else in one of their own."""
    homes = households_in(body)
    return homes[0] if homes else UUID(int=lost[0].int ^ 1) if lost else UUID(int=0)
