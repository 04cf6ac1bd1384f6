"""The walk over open dossiers after the calendar changed, and its log."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.dossiers.contracts.deadlines import CalendarChange, DueChange, Recount
from api.dossiers.rules.taking import Dossier
from api.dossiers.store.intake import opened
from api.kit.db import Connection, fetch_all, fetch_one

OPEN_RECOUNT = """
insert into dossier_recount (after_change, upto_change, started_at)
select counted.upto, pending.upto, $1
from (select coalesce(max(upto_change), 0) as upto from dossier_recount) counted,
    (select max(id) as upto from calendar_change) pending
where pending.upto > counted.upto
on conflict do nothing
"""
HOLD_RECOUNT = """
select id, after_change, upto_change, after_dossier
from dossier_recount where finished_at is null for update
"""
HOLD_SYSTEMS = """
select pg_advisory_xact_lock_shared(hashtextextended('dossiers of ' || system, 0))
from (select system from integration_key union select system from integration_pull order by 1) known
"""
HOLD_AFFECTED = """
select id, code, sequence, occurred_at, highest, missing is null, state_name, last_known_at,
    procedure_code, procedure_name, agency_code, agency_name, filed_by, phone_hash, last4_hash, amount, unit,
    after_pause, promised_at, late_reason,
    state_code, clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason
from dossier d
where stopped_at is null and clock in ('running', 'paused') and ($4::uuid is null or id > $4)
  and exists (
    select from calendar_change c
    where c.id > $1 and c.id <= $2 and c.scope = any(array['VN', $3::text, d.agency_code])
      and c.from_on <= (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date
      and (c.to_on is null or c.to_on >= (d.started_at at time zone 'Asia/Ho_Chi_Minh')::date))
order by id
limit $5
for no key update
"""
SET_DUE = """
with new as (
    select * from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::timestamptz[])
        as new (id, due_at, first_due_at, extension_reason, due_before)
), logged as (
    insert into dossier_due_change (recount_id, dossier_id, due_before, due_after)
    select $6, id, due_before, due_at from new
)
update dossier d set due_at = new.due_at, first_due_at = new.first_due_at,
    extension_reason = new.extension_reason
from new where d.id = new.id
"""
SET_TOLD = """
update dossier_due_change set told_at = $3 where recount_id = $1 and dossier_id = any($2::uuid[])
"""
TAKE_MOVES = """
with taken as (
    update dossier_due_change set told_at = $2 where dossier_id = $1 and told_at is null
    returning recount_id, due_before, due_after
), whole as (
    select count(*) as moves, min(recount_id) as first_recount, max(recount_id) as last_recount,
        (array_agg(due_before order by recount_id))[1] as due_before,
        (array_agg(due_after order by recount_id desc))[1] as due_after
    from taken
)
select w.last_recount as recount_id, f.started_at, w.due_before, w.due_after, f.after_change, l.upto_change
from whole w
join dossier_recount f on f.id = w.first_recount
join dossier_recount l on l.id = w.last_recount
"""
LIST_CAUSES = """
select c.from_on, c.to_on, coalesce(c.after ->> 'name', c.before ->> 'name') as name, c.after is null as undone
from calendar_change c
join dossier d on d.id = $3
where c.id > $1 and c.id <= $2 and c.scope = any(array['VN', $4::text, d.agency_code])
  and c.from_on <= (greatest(d.due_at, $5) at time zone 'Asia/Ho_Chi_Minh')::date
  and (c.to_on is null or c.to_on >= (d.started_at at time zone 'Asia/Ho_Chi_Minh')::date)
order by c.id
limit 3
"""
ADVANCE = """
update dossier_recount set after_dossier = coalesce($2, after_dossier), looked = looked + $3,
    moved = moved + $4, finished_at = $5
where id = $1
"""
LIST_CHANGES = """
select id, scope, from_on, to_on, what, before, after, changed_at
from calendar_change order by id desc limit $1
"""
FIND_EDITION = """
select concat_ws(' ', count(*), max(id), max(changed_at)) from calendar_change
"""
LIST_RECOUNTS = """
select id, after_change, upto_change, looked, moved, started_at, finished_at
from dossier_recount order by id desc limit $1
"""
LIST_DUE_CHANGES = """
select c.recount_id, c.dossier_id, d.system, d.code, c.due_before, c.due_after
from dossier_due_change c join dossier d on d.id = c.dossier_id
where c.recount_id = $1 and ($2::uuid is null or c.dossier_id > $2)
order by c.dossier_id
limit $3
"""


class Walk(msgspec.Struct, frozen=True, kw_only=True):
    """A walk under way, and the dossier it came to."""

    id: int
    after_change: int
    upto_change: int
    after_dossier: UUID | None


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A promised date before and after the walks nobody was told of, and the calendar changes behind them."""

    recount_id: int
    started_at: datetime
    due_before: datetime | None
    due_after: datetime | None
    after_change: int
    upto_change: int


class Cause(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the calendar in words: its days, and whether it was taken back."""

    from_on: date
    to_on: date | None
    name: str | None
    undone: bool


async def hold_recount(tx: Connection, *, at: datetime) -> Walk | None:
    """The walk under way, or a new one for changes nobody counted yet; None when there are none."""
    await tx.execute(OPEN_RECOUNT, at)
    return await fetch_one(tx, HOLD_RECOUNT, into=Walk)


async def hold_affected(tx: Connection, walk: Walk, *, province: str, limit: int) -> list[Dossier]:
    """The next open dossiers whose period touches a changed day, locked; no batch is under way."""
    await tx.execute(HOLD_SYSTEMS)
    rows = await tx.fetch(
        HOLD_AFFECTED, walk.after_change, walk.upto_change, province, walk.after_dossier, limit
    )
    return [opened(row) for row in rows]


async def set_due(tx: Connection, walk: Walk, moved: Sequence[tuple[Dossier, datetime | None]]) -> None:
    """The new due dates, each with the one it had, logged in the same statement."""
    await tx.execute(
        SET_DUE,
        [one.id for one, _ in moved],
        [one.standing.due_at for one, _ in moved],
        [one.standing.first_due_at for one, _ in moved],
        [one.standing.extension_reason for one, _ in moved],
        [before for _, before in moved],
        walk.id,
    )


async def set_told(tx: Connection, walk: Walk, dossier_ids: Sequence[UUID], *, at: datetime) -> None:
    """Nobody follows these: their new date is news to nobody."""
    await tx.execute(SET_TOLD, walk.id, list(dossier_ids), at)


async def take_moves(tx: Connection, dossier_id: UUID, *, at: datetime) -> Move | None:
    """All moves of a date that followers were not told of, as one; they count as told from here."""
    return await fetch_one(tx, TAKE_MOVES, dossier_id, at, into=Move)


async def list_causes(tx: Connection, move: Move, dossier_id: UUID, *, province: str) -> list[Cause]:
    """Why the date moved: the first few calendar changes that touch the dossier's period."""
    return await fetch_all(
        tx,
        LIST_CAUSES,
        move.after_change,
        move.upto_change,
        dossier_id,
        province,
        move.due_before,
        into=Cause,
    )


async def advance(
    tx: Connection, walk: Walk, *, last: UUID | None, looked: int, moved: int, finished_at: datetime | None
) -> None:
    """How far the walk came."""
    await tx.execute(ADVANCE, walk.id, last, looked, moved, finished_at)


async def list_changes(connection: Connection, *, limit: int) -> list[CalendarChange]:
    """The newest changes of the calendar."""
    return await fetch_all(connection, LIST_CHANGES, limit, into=CalendarChange)


async def find_edition(connection: Connection) -> str:
    """Which edition of the calendar this is. The count tells of a change that was committed late."""
    edition: str = await connection.fetchval(FIND_EDITION)
    return edition


async def list_recounts(connection: Connection, *, limit: int) -> list[Recount]:
    """The newest walks."""
    return await fetch_all(connection, LIST_RECOUNTS, limit, into=Recount)


async def list_due_changes(
    connection: Connection, recount_id: int, *, after: UUID | None, limit: int
) -> list[DueChange]:
    """The due dates one walk moved."""
    return await fetch_all(connection, LIST_DUE_CHANGES, recount_id, after, limit, into=DueChange)
