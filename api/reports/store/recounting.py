"""SQL of the walk over open cases after the calendar changed, and its log."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one

OPEN_RECOUNT = """
insert into report_recount (after_change, upto_change, started_at)
select counted.upto, pending.upto, $1
from (select coalesce(max(upto_change), 0) as upto from report_recount) counted,
    (select max(id) as upto from calendar_change) pending
where pending.upto > counted.upto
on conflict do nothing
"""
HOLD_RECOUNT = """
select id, after_change, upto_change, after_report from report_recount where finished_at is null for update
"""
HOLD_AFFECTED = """
select r.id, r.province_code, r.received_at, r.due_at, r.term, r.term_unit,
    exists (select from report_due_change d where d.report_id = r.id and d.cause <> 'calendar') as changed
from report r
where r.open and r.finished_at is null and r.term_unit in ('working_day', 'working_hour')
  and ($3::uuid is null or r.id > $3)
  and exists (
    select from calendar_change c
    where c.id > $1 and c.id <= $2 and c.scope = any(array['VN', r.province_code])
      and c.from_on <= (r.due_at at time zone 'Asia/Ho_Chi_Minh')::date
      and (c.to_on is null or c.to_on >= (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date))
order by r.id
limit $4
for no key update of r
"""
SET_DUE = """
with given as (
    select * from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as given(id, due_at, due_before)
), logged as (
    insert into report_due_change (report_id, cause, recount_id, due_before, due_after, occurred_at)
    select id, 'calendar', $4, due_before, due_at, $5 from given
)
update report r set due_at = given.due_at, ladder_at = null
from given where r.id = given.id
"""
ADVANCE = """
update report_recount set after_report = coalesce($2, after_report), looked = looked + $3,
    moved = moved + $4, finished_at = $5
where id = $1
"""


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """A walk under way, and the case it came to."""

    id: int
    after_change: int
    upto_change: int
    after_report: UUID | None


class Affected(msgspec.Struct, frozen=True, kw_only=True):
    """An open case whose time touches a changed day; `changed`: it was paused or extended."""

    id: UUID
    province_code: str
    received_at: datetime
    due_at: datetime
    term: int
    term_unit: str
    changed: bool


async def hold_recount(tx: Connection, *, at: datetime) -> Walk | None:
    """The walk under way, or a new one for changes nobody counted yet; None when there are none."""
    await tx.execute(OPEN_RECOUNT, at)
    return await fetch_one(tx, HOLD_RECOUNT, into=Walk)


async def hold_affected(tx: Connection, walk: Walk, *, limit: int) -> list[Affected]:
    """The next open cases whose time touches a changed day, locked."""
    return await fetch_all(
        tx, HOLD_AFFECTED, walk.after_change, walk.upto_change, walk.after_report, limit, into=Affected
    )


async def set_due(
    tx: Connection, walk: Walk, moved: Sequence[tuple[Affected, datetime]], *, at: datetime
) -> None:
    """The new deadlines, each logged with the one before in the same statement."""
    if moved:
        await tx.execute(
            SET_DUE,
            [one.id for one, _ in moved],
            [due for _, due in moved],
            [one.due_at for one, _ in moved],
            walk.id,
            at,
        )


async def advance(
    tx: Connection, walk: Walk, *, last: UUID | None, looked: int, moved: int, finished_at: datetime | None
) -> None:
    """How far the walk came."""
    await tx.execute(ADVANCE, walk.id, last, looked, moved, finished_at)
