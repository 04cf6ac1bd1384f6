"""SQL of what the clock does: rungs, waits that are over, results nobody disputed. Other workers' rows are skipped."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all
from api.reports.rules.ladder import Rung

LIST_RUNGS = """
select level, at_percent, tell, name from report_ladder order by level
"""
HOLD_UNPLANNED = """
select r.id, r.province_code, r.received_at, r.due_at, r.ladder_level,
    coalesce(r.term_unit, c.finish_unit) as term_unit
from report r
join category c on c.code = r.category_code
where r.open and r.ladder_at is null and r.paused_at is null and r.state not in ('done', 'reopen_requested')
order by r.id
limit $1
for no key update of r skip locked
"""
SET_PLANNED = """
update report r set ladder_at = given.at
from unnest($1::uuid[], $2::timestamptz[]) as given(id, at)
where r.id = given.id
"""
HOLD_REACHED = """
select id from report
where open and ladder_at <= $1 and paused_at is null and state not in ('done', 'reopen_requested')
order by ladder_at
limit $2
for update skip locked
"""
INSERT_RUNG = """
insert into report_rung (report_id, level, reached_at) values ($1, $2, $3)
on conflict do nothing
returning level
"""
SET_RUNG_STEP = """
update report_rung set step_id = $3 where report_id = $1 and level = $2
"""
SET_LEVEL = """
update report set ladder_level = greatest(ladder_level, $2), ladder_at = null where id = $1
"""
HOLD_WAITED = """
select id from report where waiting_until <= $1 order by waiting_until limit $2 for update skip locked
"""
HOLD_UNDISPUTED = """
select id from report where state = 'done' and finished_at < $1 order by finished_at limit $2
for update skip locked
"""


class Unplanned(msgspec.Struct, frozen=True, kw_only=True):
    """A case whose next rung is unknown."""

    id: UUID
    province_code: str
    received_at: datetime
    due_at: datetime
    ladder_level: int
    term_unit: str


async def list_rungs(db: Connection) -> list[Rung]:
    """The ladder, lowest first."""
    return await fetch_all(db, LIST_RUNGS, into=Rung)


async def hold_unplanned(tx: Connection, *, limit: int) -> list[Unplanned]:
    """Running cases whose next rung is unknown."""
    return await fetch_all(tx, HOLD_UNPLANNED, limit, into=Unplanned)


async def set_planned(tx: Connection, ids: Sequence[UUID], at: Sequence[datetime]) -> None:
    """When the next rung of each is reached."""
    await tx.execute(SET_PLANNED, ids, at)


async def hold_reached(tx: Connection, *, at: datetime, limit: int) -> list[UUID]:
    """Running cases that reached their next rung."""
    return [row["id"] for row in await tx.fetch(HOLD_REACHED, at, limit)]


async def insert_rung(tx: Connection, report_id: UUID, level: int, *, at: datetime) -> bool:
    """Keep that a rung is reached; False when it was before."""
    return await tx.fetchval(INSERT_RUNG, report_id, level, at) is not None


async def set_rung_step(tx: Connection, report_id: UUID, level: int, step_id: int) -> None:
    """Which line of the timeline tells of the rung."""
    await tx.execute(SET_RUNG_STEP, report_id, level, step_id)


async def set_level(tx: Connection, report_id: UUID, level: int) -> None:
    """The highest rung reached; when the next one is, is counted anew."""
    await tx.execute(SET_LEVEL, report_id, level)


async def hold_waited(tx: Connection, *, at: datetime, limit: int) -> list[UUID]:
    """Cases that waited for their reporter long enough."""
    return [row["id"] for row in await tx.fetch(HOLD_WAITED, at, limit)]


async def hold_undisputed(tx: Connection, *, at: datetime, days: int, limit: int) -> list[UUID]:
    """Results whose window for reopening is over."""
    return [row["id"] for row in await tx.fetch(HOLD_UNDISPUTED, at - timedelta(days=days), limit)]
