"""The dated rows behind the working-day calendar: read for a count, loaded from the shipped files."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from api.kit.calendar import NATION, Calendar, Shift, SpecialDay
from api.kit.db import Connection

DATA = Path(__file__).parent / "data"

READ_ROWS = """
select
    (
        select coalesce(json_agg(h order by h.on_date), '[]')
        from (select scope, on_date, kind, name from holiday where scope = any($1::text[])) h
    ) as days,
    (
        select coalesce(json_agg(o order by o.valid_from, o.opens), '[]')
        from (select scope, valid_from, opens, closes from office_hours where scope = any($1::text[])) o
    ) as shifts
"""
PUT_HOLIDAYS = """
insert into holiday (scope, on_date, kind, name, certainty, source)
select * from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[])
on conflict (scope, on_date) do update
set kind = excluded.kind, name = excluded.name, certainty = excluded.certainty, source = excluded.source
where (holiday.kind, holiday.name, holiday.certainty, holiday.source)
    is distinct from (excluded.kind, excluded.name, excluded.certainty, excluded.source)
"""
REMOVE_DAY = """
delete from holiday where scope = $1 and on_date = $2 returning on_date
"""
PUT_OFFICE_HOURS = """
insert into office_hours (scope, valid_from, opens, closes, certainty, source)
select * from unnest($1::text[], $2::date[], $3::time[], $4::time[], $5::text[], $6::text[])
on conflict (scope, valid_from, opens) do update
set closes = excluded.closes, certainty = excluded.certainty, source = excluded.source
"""


class HolidayRow(SpecialDay, frozen=True, kw_only=True):
    """A line of `holidays_vn.csv`, or of a province's own file in the same form."""

    certainty: str
    source: str


class OfficeHoursRow(Shift, frozen=True, kw_only=True):
    """A line of `office_hours_vn.csv`."""

    certainty: str
    source: str


class CalendarRows(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of several scopes, read once, from which the calendar of each office is made."""

    days: list[SpecialDay]
    shifts: list[Shift]

    def of(self, *scopes: str) -> Calendar:
        """The calendar of these scopes, general to particular, the nation always first."""
        return Calendar(self.days, self.shifts, (NATION, *scopes))


async def read_calendar_rows(connection: Connection, scopes: Iterable[str] = ()) -> CalendarRows:
    """The nation's rows and those of the given scopes."""
    return msgspec.convert(dict(await connection.fetchrow(READ_ROWS, [NATION, *scopes]) or ()), CalendarRows)


async def read_calendar(connection: Connection, *scopes: str) -> Calendar:
    """The calendar of the nation and these scopes, general to particular (province, agency)."""
    return (await read_calendar_rows(connection, scopes)).of(*scopes)


def shipped_holidays(path: Path = DATA / "holidays_vn.csv") -> list[HolidayRow]:
    """The national exceptions we ship, each with its source and certainty."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [msgspec.convert(row, HolidayRow, strict=False) for row in csv.DictReader(lines)]


def shipped_office_hours(path: Path = DATA / "office_hours_vn.csv") -> list[OfficeHoursRow]:
    """The office hours we ship, to be refined by a province's own rows."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [msgspec.convert(row, OfficeHoursRow, strict=False) for row in csv.DictReader(lines)]


async def put_days(tx: Connection, days: Sequence[HolidayRow]) -> None:
    """Write days, over what was there; a trigger logs each one that changed (`calendar_change`)."""
    await tx.execute(
        PUT_HOLIDAYS,
        [day.scope for day in days],
        [day.on_date for day in days],
        [day.kind.value for day in days],
        [day.name for day in days],
        [day.certainty for day in days],
        [day.source for day in days],
    )


async def remove_day(tx: Connection, scope: str, on_date: date) -> bool:
    """Take a day's exception away; False when there is none."""
    return await tx.fetchval(REMOVE_DAY, scope, on_date) is not None


async def load_calendar(tx: Connection) -> None:
    """Write the shipped rows; rows of other scopes stay."""
    await put_days(tx, shipped_holidays())
    shifts = shipped_office_hours()
    await tx.execute(
        PUT_OFFICE_HOURS,
        [shift.scope for shift in shifts],
        [shift.valid_from for shift in shifts],
        [shift.opens for shift in shifts],
        [shift.closes for shift in shifts],
        [shift.certainty for shift in shifts],
        [shift.source for shift in shifts],
    )
