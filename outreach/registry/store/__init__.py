"""SQL of households and adults: folding them from the log, and sending changes to phones."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.registry.contracts import AdultLine, HouseholdLine, Skill, WalkingTeam

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
LIST_FEEDS = """
select h.commune_id, coalesce(f.position, 0) as position, array_agg(h.id order by h.id) as hamlets
from hamlet h left join registry_feed f on f.commune_id = h.commune_id
where h.id = any($1::uuid[])
group by h.commune_id, f.position
order by h.commune_id
"""
LIST_HOUSEHOLDS = """
select d.id, d.no, d.version, d.hamlet_id, d.reference, d.adults_total, d.position, d.gone_reason is not null as gone,
    d.gone_reason, d.no_contact or coalesce(v.do_not_contact, false) as do_not_contact, last.result as last_result,
    last.visited_at as last_visited_at, last.revisit_at, coalesce(v.visits, 0) as visits
from (
    select d.id, d.no, d.version, d.hamlet_id, d.reference, d.adults_total, d.position, d.no_contact_at is not null as no_contact,
        case when d.root_id is not null then 'merged' when d.removed_at is not null then 'removed'
            when d.closed then 'closed' end as gone_reason
    from household d
    where d.hamlet_id = any($1::uuid[]) and d.position > $2 and d.position <= $3
    union all
    select d.id, d.no, d.version, t.hamlet_id, d.reference, d.adults_total, t.position, d.no_contact_at is not null, t.reason
    from registry_tombstone t join household d on d.id = t.household_id
    where t.hamlet_id = any($1::uuid[]) and t.position > $2 and t.position <= $3
        and d.hamlet_id <> all($4::uuid[])
    order by position limit $5
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
select a.id, a.no, a.version, who.home as household_id, who.position, g.gone,
    case when not g.gone then a.label end as label, case when not g.gone then a.birth_year end as birth_year,
    case when not g.gone then a.sex end as sex, case when not g.gone then s.knows end as knows,
    coalesce(s.assessed, false) as assessed, coalesce(s.can, false) as can
from (
    select a.id, d.id as home, d.position from household d join adult a on a.household_id = d.id
    where d.id = any($1::uuid[])
    union all
    select a.id, d.id, d.position
    from household d join household part on part.root_id = d.id join adult a on a.household_id = part.id
    where d.id = any($1::uuid[])
    union all
    select m.adult_id, d.id, d.position from household d join household_member m on m.household_id = d.id
    where d.id = any($1::uuid[]) and m.kind = 'temporary' and m.until is null
) who
join adult a on a.id = who.id
left join adult_state s on s.adult_id = a.id
cross join lateral (
    select not (a.consent and a.left_on is null and a.root_id is null and a.redacted_at is null) as gone
) g
order by who.position, a.id
"""
COUNT_HOUSEHOLDS = """
select count(*) from household where hamlet_id = any($1::uuid[]) and root_id is null and removed_at is null and not closed
"""
LIST_SKILLS = """
select code, name, national from visit_skill order by national, code
"""


async def find_team(
    db: Connection, *, own: Sequence[UUID], team_id: UUID | None, at: datetime
) -> WalkingTeam | None:
    """The asked one of these teams, or the first."""
    return await fetch_one(db, FIND_TEAM, own, team_id, at, into=WalkingTeam)


class Feed(msgspec.Struct, frozen=True):
    """How far a commune's feed has come, and the hamlets of an area that are in it."""

    commune_id: int
    position: int
    hamlets: list[UUID]


async def list_feeds(db: Connection, *, hamlets: Sequence[UUID]) -> list[Feed]:
    """The last committed position of each commune: read it before the rows, and none is missed."""
    return await fetch_all(db, LIST_FEEDS, hamlets, into=Feed)


async def list_households(
    db: Connection, feed: Feed, *, after: int, area: Sequence[UUID], limit: int
) -> list[HouseholdLine]:
    """Households of a commune's part of the area that changed, or left it, after a position."""
    return await fetch_all(
        db, LIST_HOUSEHOLDS, feed.hamlets, after, feed.position, area, limit, into=HouseholdLine
    )


async def count_households(db: Connection, *, hamlets: Sequence[UUID]) -> int:
    """How many households of these hamlets stand."""
    found: int = await db.fetchval(COUNT_HOUSEHOLDS, hamlets)
    return found


async def list_adults(db: Connection, *, homes: Sequence[UUID]) -> list[AdultLine]:
    """The adults of these households, those who are gone too: they travel with their house."""
    return await fetch_all(db, LIST_ADULTS, homes, into=AdultLine)


async def list_skills(db: Connection) -> list[Skill]:
    """The checklist."""
    return await fetch_all(db, LIST_SKILLS, into=Skill)
