"""SQL of printed sheets."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one

INSERT_SHEET = """
with sheet as (
    insert into walk_sheet (team_id, person_id, printed_at) values ($1, $2, $3) returning no
), door as (
    select d.id, row_number() over (order by asked.place) as line
    from unnest($4::uuid[]) with ordinality as asked(id, place)
    join household d on d.id = asked.id
    where d.hamlet_id = any($5::uuid[]) and not d.closed and d.root_id is null and d.removed_at is null
        and d.no_contact_at is null
        and not exists (select from visit b where b.household_id = d.id and b.result = 'do_not_contact')
), line as (
    insert into walk_sheet_line (sheet_no, line, household_id, adult_ids)
    select sheet.no, door.line, door.id, array(
        select a.id from adult a
        where a.household_id = door.id and a.consent and a.left_on is null and a.root_id is null and a.redacted_at is null order by a.no
    )
    from sheet cross join door
)
select no from sheet
"""
FIND_SHEET = """
select s.no, t.name as team_name, p.display_name as walker, s.person_id, s.team_id, s.printed_at
from walk_sheet s join team t on t.id = s.team_id join person p on p.id = s.person_id
where s.no = $1 and s.team_id = any($2::uuid[])
"""
LIST_LINES = """
select l.line, d.reference, h.name as hamlet, d.id as household_id, l.entered_at, array(
    select case when a.consent and a.redacted_at is null then a.label else '' end
    from unnest(l.adult_ids) with ordinality one(id, place) join adult a on a.id = one.id order by one.place
) as adults
from walk_sheet_line l join household d on d.id = l.household_id join hamlet h on h.id = d.hamlet_id
where l.sheet_no = $1
order by l.line
"""
LOCK_LINE = """
select l.sheet_no, l.line, l.household_id, l.adult_ids, l.entered_at, l.visit_id, s.team_id, s.person_id, d.reference
from walk_sheet_line l join walk_sheet s on s.no = l.sheet_no join household d on d.id = l.household_id
where l.sheet_no = $1 and l.line = $2 and s.team_id = any($3::uuid[])
for update of l
"""
ENTER_LINE = """
update walk_sheet_line set entered_at = $3, entered_by = $4, visit_id = $5 where sheet_no = $1 and line = $2
"""


class SheetRow(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet without its lines."""

    no: int
    team_name: str
    walker: str
    person_id: UUID
    team_id: UUID
    printed_at: datetime


class LineRow(msgspec.Struct, frozen=True, kw_only=True):
    """One printed door."""

    line: int
    reference: str
    hamlet: str
    household_id: UUID
    entered_at: datetime | None
    adults: list[str]


class LineToEnter(msgspec.Struct, frozen=True, kw_only=True):
    """A line that is being typed in: its row is ours until commit."""

    sheet_no: int
    line: int
    household_id: UUID
    adult_ids: list[UUID]
    entered_at: datetime | None
    visit_id: UUID | None
    team_id: UUID
    person_id: UUID
    reference: str


async def insert_sheet(
    tx: Connection,
    *,
    team_id: UUID,
    person_id: UUID,
    at: datetime,
    homes: Sequence[UUID],
    hamlets: Sequence[UUID],
) -> int:
    """A new sheet with these doors in this order; its number."""
    no: int = await tx.fetchval(INSERT_SHEET, team_id, person_id, at, homes, hamlets)
    return no


async def find_sheet(db: Connection, no: int, *, own: Sequence[UUID]) -> SheetRow | None:
    """A sheet of one of these teams."""
    return await fetch_one(db, FIND_SHEET, no, own, into=SheetRow)


async def list_lines(db: Connection, no: int) -> list[LineRow]:
    """The doors of a sheet in their order."""
    return await fetch_all(db, LIST_LINES, no, into=LineRow)


async def lock_line(tx: Connection, sheet: int, line: int, *, own: Sequence[UUID]) -> LineToEnter | None:
    """A line of a sheet of one of these teams; who types the same waits here."""
    return await fetch_one(tx, LOCK_LINE, sheet, line, own, into=LineToEnter)


async def enter_line(tx: Connection, one: LineToEnter, *, at: datetime, by: UUID, visit_id: UUID) -> None:
    """The line is this visit."""
    await tx.execute(ENTER_LINE, one.sheet_no, one.line, at, by, visit_id)
