"""SQL of households and adults: folding them from the log, and sending changes to phones."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.registry.contracts import AdultLine, Door, HouseholdLine, Skill, WalkingTeam

FIND_TEAM = """
select t.id, t.name, u.code as commune_code,
    coalesce((
        select jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name) order by h.sort_key)
        from team_area a join hamlet h on h.id = a.hamlet_id
        where a.team_id = t.id and a.since <= $3 and (a.until is null or a.until > $3)
    ), '[]') as hamlets
from team t join admin_unit u on u.id = t.commune_id
where t.id = any($1::uuid[]) and ($2::uuid is null or t.id = $2)
order by t.code limit 1
"""
FIND_POSITION = """
select f.position from registry_feed f join admin_unit u on u.id = f.commune_id
where u.code = $1 and u.valid_to is null
"""
LIST_HOUSEHOLDS = """
select d.id, d.hamlet_id, d.reference, d.adults_total, d.closed as gone, d.position,
    coalesce(v.do_not_contact, false) as do_not_contact, last.result as last_result,
    last.visited_at as last_visited_at, last.revisit_at, coalesce(v.visits, 0) as visits
from (
    select id, hamlet_id, reference, adults_total, closed, position from household
    where hamlet_id = any($1::uuid[]) and position > $2 and position <= $3
    order by position limit $4
) d
left join lateral (
    select count(*) as visits, bool_or(result = 'do_not_contact') as do_not_contact
    from visit where household_id = d.id
) v on true
left join lateral (
    select result, visited_at, revisit_at from visit
    where household_id = d.id order by visited_at desc, id desc limit 1
) last on true
order by d.position
"""
LIST_ADULTS = """
select a.id, a.household_id, a.position, not (a.consent and a.left_on is null) as gone,
    case when a.consent and a.left_on is null then a.label end as label,
    case when a.consent and a.left_on is null then a.birth_year end as birth_year,
    case when a.consent and a.left_on is null then a.sex end as sex,
    case when a.consent and a.left_on is null then s.knows end as knows,
    coalesce(s.assessed, false) as assessed, coalesce(s.can, false) as can
from adult a
join household d on d.id = a.household_id
left join adult_state s on s.adult_id = a.id
where d.hamlet_id = any($1::uuid[]) and a.position > $2 and a.position <= $3
order by a.position limit $4
"""
LIST_SKILLS = """
select code, name, national from visit_skill order by national, code
"""
LIST_DOORS = """
select d.id as household_id, d.reference, h.name as hamlet,
    greatest(coalesce(d.adults_total, 0), people.registered) as adults_total,
    people.registered as adults_registered, people.assessed as adults_assessed,
    people.able as adults_able, people.elders as elders_unassessed,
    coalesce(v.visits, 0) as visits, last.result as last_result, last.visited_at as last_visited_at,
    last.visited_on as last_visit_on, last.revisit_at, coalesce(v.do_not_contact, false) as do_not_contact,
    coalesce(away.times, 0) as away_times, coalesce(away.days, 0) as away_days,
    coalesce(away.slots, 0) as away_slots
from household d
join hamlet h on h.id = d.hamlet_id
cross join lateral (
    select count(*) as registered, count(*) filter (where s.assessed) as assessed,
        count(*) filter (where s.assessed and s.knows and s.can) as able,
        count(*) filter (where not s.assessed and a.birth_year <= $2) as elders
    from adult a join adult_state s on s.adult_id = a.id
    where a.household_id = d.id and s.registered
) people
left join lateral (
    select count(*) as visits, bool_or(result = 'do_not_contact') as do_not_contact
    from visit where household_id = d.id
) v on true
left join lateral (
    select result, visited_at, visited_on, revisit_at from visit
    where household_id = d.id order by visited_at desc, id desc limit 1
) last on true
left join lateral (
    select count(*) as times, count(distinct visited_on) as days,
        count(distinct date_part('hour', visited_at at time zone 'Asia/Ho_Chi_Minh')::int / 6) as slots
    from visit
    where household_id = d.id and result = 'nobody_home' and visited_at > coalesce((
        select max(visited_at) from visit where household_id = d.id and result <> 'nobody_home'
    ), '-infinity')
) away on true
where d.hamlet_id = any($1::uuid[]) and not d.closed
"""


async def find_team(
    db: Connection, *, own: Sequence[UUID], team_id: UUID | None, at: datetime
) -> WalkingTeam | None:
    """The asked one of these teams, or the first."""
    return await fetch_one(db, FIND_TEAM, own, team_id, at, into=WalkingTeam)


async def find_position(db: Connection, *, commune_code: str) -> int:
    """The last committed position of a commune: read it before the rows, and none is missed."""
    return await db.fetchval(FIND_POSITION, commune_code) or 0


async def list_households(
    db: Connection, *, hamlets: Sequence[UUID], after: int, until: int, limit: int
) -> list[HouseholdLine]:
    """Households of the area that changed after a position."""
    return await fetch_all(db, LIST_HOUSEHOLDS, hamlets, after, until, limit, into=HouseholdLine)


async def list_adults(
    db: Connection, *, hamlets: Sequence[UUID], after: int, until: int, limit: int
) -> list[AdultLine]:
    """Adults of the area that changed after a position."""
    return await fetch_all(db, LIST_ADULTS, hamlets, after, until, limit, into=AdultLine)


async def list_skills(db: Connection) -> list[Skill]:
    """The checklist."""
    return await fetch_all(db, LIST_SKILLS, into=Skill)


async def list_doors(db: Connection, *, hamlets: Sequence[UUID], elder_born_by: int) -> list[Door]:
    """Every open household of the area with what its score is made of."""
    return await fetch_all(db, LIST_DOORS, hamlets, elder_born_by, into=Door)
