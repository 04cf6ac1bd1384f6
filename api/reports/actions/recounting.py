"""Deadlines of open cases counted anew after the calendar changed; finished ones never, and every move is logged."""

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.holidays import read_calendar_rows
from api.reports.rules import clock
from api.reports.store import recounting as store
from api.reports.store import standing

CHUNK = 500
"""Open cases counted anew in one transaction."""


async def recount_open(tx: Connection) -> bool:
    """One stretch of the walk over open cases; whether there is more to walk."""
    at = now()
    walk = await store.hold_recount(tx, at=at)
    if walk is None:
        return False
    found = await store.hold_affected(tx, walk, limit=CHUNK)
    times = await read_calendar_rows(tx, sorted({one.province_code for one in found}))
    moved = []
    for one in found:
        changes = await standing.list_due_changes(tx, one.id) if one.changed else []
        calendar = times.of(one.province_code)
        due = clock.recounted(calendar, one.received_at, one.term, one.term_unit, changes)
        if due != one.due_at:
            moved.append((one, due))
    await store.set_due(tx, walk, moved, at=at)
    done = len(found) < CHUNK
    await store.advance(
        tx, walk, last=found[-1].id if found else None, looked=len(found), moved=len(moved),
        finished_at=at if done else None,
    )  # fmt: skip
    # Also after the last stretch: a change may have come in while we walked.
    return True
