"""SQL of the next doors: what the score is made of, and who holds which door."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.planning.contracts import Door, HeldDoor, Weight

LIST_WEIGHTS = """
select code, points, most, sentence from walk_weight order by place
"""
FIND_AREA = """
select t.id as team_id, array(
    select a.hamlet_id from team_area a
    where a.team_id = t.id and a.since <= $3 and (a.until is null or a.until > $3)
) as hamlets
from team t
where t.id = any($1::uuid[]) and ($2::uuid is null or t.id = $2)
order by t.code limit 1
"""
LIST_DOORS = """
select d.id as household_id, d.reference, h.name as hamlet,
    greatest(coalesce(d.adults_total, 0), people.registered) as adults_total,
    people.registered as adults_registered, people.assessed as adults_assessed,
    people.able as adults_able, people.elders as elders_unassessed, people.hindered,
    coalesce(people.able_since, '{}') as able_since,
    coalesce(v.visits, 0) as visits, last.result as last_result, last.visited_at as last_visited_at,
    last.visited_on as last_visit_on, last.revisit_at,
    d.no_contact_at is not null or coalesce(v.do_not_contact, false) as do_not_contact,
    coalesce(away.times, 0) as away_times, coalesce(away.days, 0) as away_days,
    coalesce(away.slots, 0) as away_slots, asked.asked_at,
    case when lease.id is not null then jsonb_build_object(
        'mine', lease.person_id = $3, 'by_name', coalesce(holder.display_name, ''), 'until', lease.until
    ) end as lease,
    d.rough_lat as lat, d.rough_lon as lon
from household d
join hamlet h on h.id = d.hamlet_id
cross join lateral (
    select count(*) as registered, count(*) filter (where s.assessed) as assessed,
        count(*) filter (where s.assessed and s.knows and s.can) as able,
        count(*) filter (where not s.assessed and a.birth_year <= $2) as elders,
        count(*) filter (where not (s.assessed and s.knows and s.can) and exists (
            select from visit_adult va
            where va.adult_id = a.id and va.visit_id = s.knows_visit
                and va.barriers && '{no_device,eyesight,language}'
        )) as hindered,
        array_agg(s.assessed_at) filter (where s.assessed and s.knows and s.can) as able_since
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
left join lateral (
    select r.asked_at from walk_request r
    where r.household_id = d.id and r.closed_at is null
        and not exists (select from visit m where m.household_id = d.id and m.result = 'met' and m.visited_at > r.asked_at)
    order by r.asked_at limit 1
) asked on true
left join lateral (
    select l.id, l.person_id, l.until from walk_lease l
    where l.household_id = d.id and tstzrange(l.since, least(l.until, l.released_at)) @> $4::timestamptz
        and not exists (select from visit m where m.household_id = d.id and m.ended_at >= l.since)
) lease on true
left join person holder on holder.id = lease.person_id
where d.hamlet_id = any($1::uuid[]) and not d.closed and d.root_id is null and d.removed_at is null
"""
LIST_LEASES = """
select d.id as household_id, d.reference, h.name as hamlet, l.person_id = $2 as mine, p.display_name as by_name, l.until
from walk_lease l
join household d on d.id = l.household_id
join hamlet h on h.id = d.hamlet_id
join person p on p.id = l.person_id
where d.hamlet_id = any($1::uuid[]) and l.until > $3 and tstzrange(l.since, least(l.until, l.released_at)) @> $3::timestamptz
    and not exists (select from visit m where m.household_id = d.id and m.ended_at >= l.since)
order by h.sort_key, d.reference, d.id
"""
END_OLD_LEASES = """
update walk_lease l set released_at = greatest(l.since, least($2, v.ended_at))
from (select household_id, max(ended_at) as ended_at from visit where household_id = any($1::uuid[]) group by 1) v
where l.household_id = v.household_id and l.released_at is null and l.until > $2 and v.ended_at >= l.since
"""
PROLONG_LEASES = """
update walk_lease l set until = $4
where l.household_id = any($1::uuid[]) and l.person_id = $2 and l.released_at is null and l.since <= $3 and l.until > $3
returning l.household_id
"""
INSERT_LEASES = """
insert into walk_lease (household_id, team_id, person_id, since, until)
select d.id, $2, $3, $5, $6
from household d
where d.id = any($1::uuid[]) and d.hamlet_id = any($4::uuid[]) and not d.closed and d.root_id is null and d.removed_at is null
    and d.no_contact_at is null and not exists (select from visit b where b.household_id = d.id and b.result = 'do_not_contact')
order by d.id
on conflict do nothing
returning household_id
"""
RELEASE_LEASES = """
update walk_lease set released_at = greatest(since, $3)
where person_id = $2 and released_at is null and until > $3 and household_id = any($1::uuid[])
"""


class Area(msgspec.Struct, frozen=True, kw_only=True):
    """A team, and the hamlets it walks now."""

    team_id: UUID
    hamlets: list[UUID]


async def list_weights(db: Connection) -> dict[str, Weight]:
    """What each reason is worth, in the order its sentence stands."""
    return {weight.code: weight for weight in await fetch_all(db, LIST_WEIGHTS, into=Weight)}


async def find_area(
    db: Connection, *, own: Sequence[UUID], team_id: UUID | None, at: datetime
) -> Area | None:
    """The asked one of these teams, or the first."""
    return await fetch_one(db, FIND_AREA, own, team_id, at, into=Area)


async def list_doors(
    db: Connection, *, hamlets: Sequence[UUID], elder_born_by: int, person_id: UUID, at: datetime
) -> list[Door]:
    """Every open household of these hamlets with what its score is made of."""
    return await fetch_all(db, LIST_DOORS, hamlets, elder_born_by, person_id, at, into=Door)


async def list_leases(
    db: Connection, *, hamlets: Sequence[UUID], person_id: UUID, at: datetime
) -> list[HeldDoor]:
    """Who goes to which door of these hamlets now."""
    return await fetch_all(db, LIST_LEASES, hamlets, person_id, at, into=HeldDoor)


async def take_leases(
    tx: Connection, area: Area, *, homes: Sequence[UUID], person_id: UUID, at: datetime, until: datetime
) -> set[UUID]:
    """Doors of the area that are this person's from now on; the database lets one person hold each."""
    await tx.execute(END_OLD_LEASES, homes, at)
    kept = await tx.fetch(PROLONG_LEASES, homes, person_id, at, until)
    new = await tx.fetch(INSERT_LEASES, homes, area.team_id, person_id, area.hamlets, at, until)
    return {row["household_id"] for row in (*kept, *new)}


async def release_leases(tx: Connection, *, homes: Sequence[UUID], person_id: UUID, at: datetime) -> int:
    """Give doors back; how many were held."""
    done = await tx.execute(RELEASE_LEASES, homes, person_id, at)
    return int(done.rpartition(" ")[2])
