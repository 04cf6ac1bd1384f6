"""SQL of coverage: moving the running totals, reading them, and counting them again."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.measurement.contracts import CommuneCount, Difference, Recount, Target, TeamProgress

FIND_TARGET = """
select indicator, population, threshold::float8 as threshold, due_on, legal_basis, version,
    due_on < $2 as past_due
from coverage_target
where indicator = $1 and population = 'adults'
order by due_on, version desc limit 1
"""
LIST_COUNTS = """
select u.code as commune_code, u.name as commune_name,
    coalesce(t.adults_registered, 0) as adults_registered, coalesce(t.adults_reached, 0) as adults_reached,
    coalesce(t.adults_assessed, 0) as adults_assessed, coalesce(t.know_and_can, 0) as know_and_can,
    coalesce(t.visits, 0) as visits,
    p.adults as adults_population, p.counted_on as population_on, p.source as population_source
from admin_unit u
left join coverage_total t on t.commune_id = u.id
left join lateral (
    select adults, counted_on, source from coverage_population
    where commune_id = u.id order by counted_on desc limit 1
) p on true
where u.province_code = $1 and u.valid_to is null and u.type in ('commune', 'ward', 'special_zone')
order by u.sort_key, u.code
"""
FIND_PROVINCE_NAME = """
select full_name from admin_unit
where code = $1 and valid_to is null and type in ('province', 'municipality')
"""
INSERT_POPULATION = """
insert into coverage_population (commune_id, counted_on, adults, source)
select u.id, $3, p.adults, $4
from unnest($1::text[], $2::int[]) as p(code, adults)
join admin_unit u on u.code = p.code and u.valid_to is null
on conflict (commune_id, counted_on) do update
set adults = excluded.adults, source = excluded.source, imported_at = now()
"""
FIND_PROGRESS = """
with area as (
    select a.hamlet_id from team_area a
    where a.team_id = $1 and a.since <= $2 and (a.until is null or a.until > $2)
), home as (
    select d.id from household d join area on area.hamlet_id = d.hamlet_id
    where not d.closed and d.root_id is null and d.removed_at is null
), door as (
    select home.id, count(v.id) as visits, bool_or(v.result = 'met') as met,
        (array_agg(v.revisit_at order by v.visited_at desc, v.id desc))[1] as revisit_at
    from home left join visit v on v.household_id = home.id
    group by home.id
), person as (
    select s.* from home join adult a on a.household_id = home.id join adult_state s on s.adult_id = a.id
    where s.registered
)
select $2::timestamptz as as_of, t.id::text as team_id, t.name as team_name,
    (select count(*) from door) as households,
    (select count(*) from door where visits > 0) as households_visited,
    (select count(*) from door where met) as households_met,
    (select count(*) from person) as adults_registered,
    (select count(*) from person where reached) as adults_reached,
    (select count(*) from person where assessed) as adults_assessed,
    (select count(*) from person where assessed and knows and can) as know_and_can,
    (select coalesce(sum(visits), 0)::bigint from door) as visits,
    (select count(*) from door where revisit_at <= $2) as revisits_due
from team t
where t.id = $1 and t.id = any($3::uuid[])
"""
COMPARE = """
select u.code as commune_code,
    array[coalesce(t.adults_registered, 0), coalesce(t.adults_reached, 0), coalesce(t.adults_assessed, 0),
        coalesce(t.know_and_can, 0), coalesce(t.visits, 0)] as kept,
    array[coalesce(r.adults_registered, 0), coalesce(r.adults_reached, 0), coalesce(r.adults_assessed, 0),
        coalesce(r.know_and_can, 0), coalesce(r.visits, 0)] as recounted
from coverage_total t
full join coverage_recount() r on r.commune_id = t.commune_id
join admin_unit u on u.id = coalesce(t.commune_id, r.commune_id)
order by u.code
"""
INSERT_CHECK = """
insert into coverage_check (as_of, communes, differences) values ($1, $2, $3)
"""
FIND_CHECK = """
select as_of, differences = '[]' as equal, communes, differences from coverage_check order by as_of desc limit 1
"""


class Population(msgspec.Struct, frozen=True, kw_only=True):
    """The adults living in a commune, by somebody's count."""

    commune_code: str
    adults: int


async def find_target(db: Connection, indicator: str, *, on: date) -> Target | None:
    """The nearest target of adults for an indicator."""
    return await fetch_one(db, FIND_TARGET, indicator, on, into=Target)


async def list_counts(db: Connection, *, province: str) -> list[CommuneCount]:
    """The running totals of every commune of a province, zeros included."""
    return await fetch_all(db, LIST_COUNTS, province, into=CommuneCount)


async def find_province_name(db: Connection, province: str) -> str | None:
    """The full name of a province in force."""
    name: str | None = await db.fetchval(FIND_PROVINCE_NAME, province)
    return name


async def insert_population(
    tx: Connection, rows: Sequence[Population], *, counted_on: date, source: str
) -> None:
    """Import how many adults live in communes; a second import of a day replaces the first."""
    codes, adults = [row.commune_code for row in rows], [row.adults for row in rows]
    await tx.execute(INSERT_POPULATION, codes, adults, counted_on, source)


async def find_progress(
    db: Connection, team_id: UUID, *, own: Sequence[UUID], at: datetime
) -> TeamProgress | None:
    """A team's work in its area, when it is one of one's own."""
    return await fetch_one(db, FIND_PROGRESS, team_id, at, own, into=TeamProgress)


async def compare(db: Connection) -> list[Difference]:
    """Kept and recounted figures of every commune that has any."""
    return await fetch_all(db, COMPARE, into=Difference)


async def insert_check(tx: Connection, found: Recount) -> None:
    """Keep what a recount found."""
    await tx.execute(INSERT_CHECK, found.as_of, found.communes, msgspec.to_builtins(found.differences))


async def find_check(db: Connection) -> Recount | None:
    """What the last kept recount found."""
    return await fetch_one(db, FIND_CHECK, into=Recount)
