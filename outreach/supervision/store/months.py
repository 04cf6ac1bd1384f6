"""SQL of months: closing them once, and what comes late."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.supervision.contracts.audits import MonthFigures

STOP_VISITS = """
select pg_advisory_xact_lock(hashtextextended('outreach:months', 0))
"""
CLOSE_MONTH = """
with figure as (
    select v.commune_id, count(*) as visits, count(distinct v.household_id) as tried,
        count(distinct v.household_id) filter (where v.result = 'met') as met,
        count(*) filter (where v.result = 'nobody_home') as away, count(*) filter (where v.result = 'refused') as refused
    from visit v where v.visited_on >= $2::date and v.visited_on < $2::date + interval '1 month'
    group by v.commune_id
), person as (
    select v.commune_id, count(distinct coalesce(a.root_id, a.id)) as met
    from visit v join visit_adult va on va.visit_id = v.id and va.met join adult a on a.id = va.adult_id
    where v.visited_on >= $2::date and v.visited_on < $2::date + interval '1 month'
    group by v.commune_id
)
insert into month_close (commune_id, month, closed_at, closed_by, visits, households_tried, households_met, adults_met, nobody_home, refused)
select u.id, $2::date, $3, $4, coalesce(f.visits, 0), coalesce(f.tried, 0), coalesce(f.met, 0), coalesce(p.met, 0), coalesce(f.away, 0),
    coalesce(f.refused, 0)
from admin_unit u left join figure f on f.commune_id = u.id left join person p on p.commune_id = u.id
where ($1::text is null or u.province_code = $1) and u.type in ('commune', 'ward', 'special_zone')
    and (u.valid_to is null or f.visits is not null)
    and ($1::text is not null or exists (select from team t where t.commune_id = u.id))
on conflict do nothing
"""
LIST_MONTHS = """
select m.month, m.closed_at, m.visits, m.households_tried, m.households_met, m.adults_met, m.nobody_home, m.refused,
    coalesce(late.visits, 0) as late, coalesce(late.bounded, 0) as late_bounded
from month_close m
left join lateral (
    select count(*) as visits, count(*) filter (where e.time_quality = 'bounded') as bounded
    from visit v join visit_event e on e.event_id = v.event_id
    where v.commune_id = m.commune_id and v.visited_on >= m.month and v.visited_on < m.month + interval '1 month'
        and v.marks <> '{}' and 'after_close' = any(v.marks)
) late on true
where m.commune_id = $1
order by m.month desc
limit $2
"""
COUNT_MONTH = """
select count(*)::int as visits, count(distinct v.household_id)::int as households_tried,
    (count(distinct v.household_id) filter (where v.result = 'met'))::int as households_met,
    (
        select count(distinct coalesce(a.root_id, a.id))::int
        from visit w join visit_adult va on va.visit_id = w.id and va.met join adult a on a.id = va.adult_id
        where w.commune_id = $1 and w.visited_on >= $2::date and w.visited_on < $2::date + interval '1 month'
    ) as adults_met,
    (count(*) filter (where v.result = 'nobody_home'))::int as nobody_home,
    (count(*) filter (where v.result = 'refused'))::int as refused
from visit v
where v.commune_id = $1 and v.visited_on >= $2::date and v.visited_on < $2::date + interval '1 month'
"""
FIND_COMMUNE = """
select id, province_code from admin_unit where code = $1 and valid_to is null and type in ('commune', 'ward', 'special_zone')
"""


class Commune(msgspec.Struct, frozen=True, kw_only=True):
    """A commune in force."""

    id: int
    province_code: str


class MonthRow(msgspec.Struct, frozen=True, kw_only=True):
    """A closed month and what came late."""

    month: date
    closed_at: datetime
    visits: int
    households_tried: int
    households_met: int
    adults_met: int
    nobody_home: int
    refused: int
    late: int
    late_bounded: int


async def close_month(
    tx: Connection, month: date, *, province: str | None, at: datetime, by: UUID | None
) -> int:
    """Close a month for every commune of a province, or wherever a team is; how many were not closed before.

    Uploads with visits of an earlier month hold the same lock shared, so each is in the figures or sees them closed.
    """
    await tx.execute(STOP_VISITS)
    done = await tx.execute(CLOSE_MONTH, province, month, at, by)
    return int(done.rpartition(" ")[2])


async def list_months(db: Connection, commune: int, *, limit: int) -> Sequence[MonthRow]:
    """The closed months of a commune, the newest first."""
    return await fetch_all(db, LIST_MONTHS, commune, limit, into=MonthRow)


async def count_month(db: Connection, commune: int, month: date) -> MonthFigures:
    """A month that is not closed, as it stands."""
    found = await fetch_one(db, COUNT_MONTH, commune, month, into=MonthFigures)
    return found or MonthFigures(
        visits=0, households_tried=0, households_met=0, adults_met=0, nobody_home=0, refused=0
    )


async def find_commune(db: Connection, code: str) -> Commune | None:
    """A commune by its code."""
    return await fetch_one(db, FIND_COMMUNE, code, into=Commune)
