"""SQL of badges and of thanks."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.teams.contracts.badges import Thanks

END_BADGE = """
update team_badge set revoked_at = $3 where team_id = $1 and person_id = $2 and revoked_at is null
"""
PUT_BADGE = """
insert into team_badge (id, team_id, person_id, issued_at) values ($1, $2, $3, $4)
on conflict (team_id, person_id) where revoked_at is null do update set issued_at = team_badge.issued_at
returning id
"""
FIND_HOLDER = """
select p.display_name as name, t.id as team_id, t.name as team_name, u.name as commune_name,
    team_trained(p.id, $3) as trained, null::timestamptz as revoked_at, null::timestamptz as until
from person p cross join team t join admin_unit u on u.id = t.commune_id
where p.id = $1 and t.id = $2
"""
FIND_SHOWN = """
select p.display_name as name, t.id as team_id, t.name as team_name, u.name as commune_name,
    team_trained(p.id, $3) as trained, b.revoked_at,
    case when not exists (
        select from team_member m where m.team_id = b.team_id and m.person_id = b.person_id
            and m.since <= $2 and (m.until is null or m.until > $2)
    ) then coalesce((
        select max(m.until) from team_member m where m.team_id = b.team_id and m.person_id = b.person_id and m.until <= $2
    ), b.issued_at) end as until
from team_badge b
join person p on p.id = b.person_id
join team t on t.id = b.team_id
join admin_unit u on u.id = t.commune_id
where b.id = $1
"""
LIST_THANKS = """
with area as (
    select distinct a.hamlet_id from team_area a where a.team_id = $1
), done as (
    select v.volunteer_id, v.id, coalesce(d.root_id, d.id) as home, v.result, v.visited_on,
        tstzrange(v.visited_at, greatest(v.ended_at, v.visited_at)) as span
    from area join household d on d.hamlet_id = area.hamlet_id
    join visit v on v.household_id = d.id
    where v.team_id = $1
), helped as (
    select done.volunteer_id, va.adult_id, coalesce(s.assessed and s.knows and s.can, false) as able
    from done join visit_adult va on va.visit_id = done.id
    left join adult_state s on s.adult_id = va.adult_id
    where va.met
), work as (
    select volunteer_id, count(*) as visits, count(distinct home) filter (where result = 'met') as households_helped,
        range_agg(span) as spans, min(visited_on) as first_on, max(visited_on) as last_on
    from done group by volunteer_id
    union all
    select null, count(*), count(distinct home) filter (where result = 'met'), null, min(visited_on), max(visited_on)
    from done
), spent as (
    select volunteer_id, sum(extract(epoch from upper(span) - lower(span)))::bigint as seconds
    from work cross join lateral unnest(work.spans) span group by volunteer_id
)
select w.volunteer_id as person_id, p.display_name as name, w.visits, w.households_helped,
    (coalesce(case when w.volunteer_id is null then (select sum(seconds) from spent)
        else (select seconds from spent where spent.volunteer_id = w.volunteer_id) end, 0) / 60)::int as minutes,
    (select count(distinct h.adult_id) from helped h
     where w.volunteer_id is null or h.volunteer_id = w.volunteer_id) as adults_helped,
    (select count(distinct h.adult_id) filter (where h.able) from helped h
     where w.volunteer_id is null or h.volunteer_id = w.volunteer_id) as adults_able,
    w.first_on, w.last_on
from work w left join person p on p.id = w.volunteer_id
where w.volunteer_id is null or $2::uuid[] is null or w.volunteer_id = any($2)
order by w.volunteer_id is not null, p.display_name, w.volunteer_id
"""


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Whose badge it is; `until`: since when they are no member any more."""

    name: str
    team_id: UUID
    team_name: str
    commune_name: str
    trained: bool
    revoked_at: datetime | None
    until: datetime | None


async def put_badge(
    tx: Connection, badge_id: bytes, *, team_id: UUID, person_id: UUID, at: datetime, anew: bool
) -> bytes:
    """The badge of a member: the one there is, or a new one."""
    if anew:
        await tx.execute(END_BADGE, team_id, person_id, at)
    kept: bytes = await tx.fetchval(PUT_BADGE, badge_id, team_id, person_id, at)
    return kept


async def find_holder(db: Connection, person_id: UUID, team_id: UUID, *, on: date) -> Holder | None:
    """What stands on somebody's badge of a team."""
    return await fetch_one(db, FIND_HOLDER, person_id, team_id, on, into=Holder)


async def find_shown(db: Connection, badge_id: bytes, *, at: datetime, on: date) -> Holder | None:
    """Whose badge was shown."""
    return await fetch_one(db, FIND_SHOWN, badge_id, at, on, into=Holder)


async def list_thanks(db: Connection, team_id: UUID, *, people: Sequence[UUID] | None) -> list[Thanks]:
    """What a team has done (first, without a person), then these of it or all, by name."""
    return await fetch_all(db, LIST_THANKS, team_id, people, into=Thanks)
