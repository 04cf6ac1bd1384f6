"""SQL of what became of households and adults, of entries that may be twice, and of both geographies."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all
from outreach.registry.contracts.reshaping import Happening, ListedHome, MergeLine, Restated

SEES_HOME = """
select exists (
    select from household d
    join team_area t on t.hamlet_id = d.hamlet_id
        or t.hamlet_id in (select p.hamlet_id from household_place p where p.household_id = d.id)
    where d.id = $1 and t.team_id = any($2::uuid[]) and t.since <= $3 and (t.until is null or t.until > $3)
)
"""
COUNT_SEEN = """
select count(distinct d.id)
from household d join team_area t on t.hamlet_id = d.hamlet_id
where d.id = any($1::uuid[]) and t.team_id = $2 and t.since <= $3 and (t.until is null or t.until > $3)
"""
FIND_HOME_OF = """
select household_id from adult where id = $1
"""
LIST_HAPPENINGS = """
with said (event_id) as (
    select e.event_id from visit_event e where e.subject_id = $1 and e.type <> 'visit_logged'
    union
    select s.event_id from registry_stay s where s.household_id = $1 or s.adult_id = $1
    union
    select m.until_event from household_member m where m.household_id = $1
    union
    select e.event_id from household_member m join visit_event e on e.subject_id = m.adult_id
    where m.household_id = $1 and e.type in ('adult_added', 'adult_changed')
    union
    select unnest(array[r.event_id, r.undone_by]) from registry_merge r where r.loser_id = $1 or r.winner_id = $1
    union
    select unnest(array[r.event_id, r.undone_by]) from registry_alias l join registry_merge r on r.merge_id = l.merge_id
    where l.loser_id = $1 or l.winner_id = $1
)
select e.event_id, e.type, e.corrected_at as at, p.display_name as by_name,
    coalesce(a.label, other.reference) as about, (e.body ->> 'on')::date as on,
    e.body ->> 'reason' as reason, case when r.undone_at is null and e.event_id = r.event_id then r.merge_id end as merge_id
from said
join visit_event_folded e on e.event_id = said.event_id
left join person p on p.id = e.actor
left join registry_merge r on r.merge_id = e.subject_id
left join adult a on a.id = case when r.kind = 'adult' then r.loser_id else e.subject_id end
left join household other on other.id = case
    when r.kind = 'household' then case r.loser_id when $1 then r.winner_id else r.loser_id end
    when e.type = 'household_split'
        then case when e.subject_id = $1 then (e.body ->> 'from_household_id')::uuid else e.subject_id end end
order by e.corrected_at desc, e.event_id desc
limit 200
"""
LIST_MERGES = """
select r.merge_id, r.kind, r.winner_id, r.loser_id, coalesce(w.reference, wa.label) as winner,
    coalesce(l.reference, la.label) as loser, r.merged_at, r.undone_at
from registry_merge r
join visit_event e on e.event_id = r.event_id
left join household w on w.id = r.winner_id
left join household l on l.id = r.loser_id
left join adult wa on wa.id = r.winner_id
left join adult la on la.id = r.loser_id
where e.team_id = $1
order by r.merged_at desc, r.merge_id limit $2
"""
LIST_HOMES = """
select d.id, d.hamlet_id, h.name as hamlet, d.reference, d.adults_total,
    (select count(*) from visit v where v.household_id = d.id) as visits,
    coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'label', a.label, 'birth_year', a.birth_year, 'sex', a.sex) order by a.id)
        from adult a
        where a.household_id = d.id and a.root_id is null and a.left_on is null and a.consent and a.redacted_at is null
    ), '[]') as adults
from household d join hamlet h on h.id = d.hamlet_id
join team_area t on t.hamlet_id = d.hamlet_id and t.team_id = $1 and t.since <= $2 and (t.until is null or t.until > $2)
where d.root_id is null and d.removed_at is null and not d.closed and not d.assumed
order by d.id
"""
LIST_SETTLED = """
select s.first_id, s.second_id from duplicate_decision s
join household d on d.id = s.first_id
join team_area t on t.hamlet_id = d.hamlet_id and t.team_id = $1 and t.until is null
"""
SETTLE = """
insert into duplicate_decision (first_id, second_id, decided_at, decided_by, reason)
select least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4, $5
on conflict do nothing
"""
LIST_RESTATED = """
with seen as (
    select case $3 when 'then' then r.commune_then else r.commune_now end as commune_id,
        count(distinct r.visit_id)::int as visits, count(distinct coalesce(a.root_id, a.id))::int as adults_met
    from registry_restated r
    left join visit_adult va on va.visit_id = r.visit_id and va.met
    left join adult a on a.id = va.adult_id
    where r.visited_on between $1 and $2
    group by 1
)
select u.code as commune_code, u.name as commune_name, coalesce(seen.visits, 0) as visits,
    coalesce(seen.adults_met, 0) as adults_met, coalesce(standing.adults, 0) as adults_counted
from seen
full join registry_standing($2::date, case $3 when 'then' then $2::date else $6::date end) standing
    on standing.commune_id = seen.commune_id
join admin_unit u on u.id = coalesce(seen.commune_id, standing.commune_id)
where u.province_code = any($4::text[]) or $5
order by u.code
"""
FIND_CHANGE = """
select u.id, u.province_code from admin_unit u
where u.code = $1 and u.valid_to is null and u.type in ('commune', 'ward', 'special_zone')
"""
FIND_HAMLET_PROVINCE = """
select u.province_code from hamlet h join admin_unit u on u.id = h.commune_id where h.id = $1
"""
CHANGE_COMMUNE = """
select hamlet_change_commune($1, $2, $3, $4, $5)
"""
COME_OF_AGE = """
select registry_come_of_age($1)
"""


async def sees_home(db: Connection, home: UUID, *, teams: Sequence[UUID], at: datetime) -> bool:
    """Whether one of these teams walks where this household is or was."""
    return bool(await db.fetchval(SEES_HOME, home, teams, at))


async def count_seen(db: Connection, homes: Sequence[UUID], *, team_id: UUID, at: datetime) -> int:
    """How many of these households are of a team's area."""
    found: int = await db.fetchval(COUNT_SEEN, homes, team_id, at)
    return found


async def find_home_of(db: Connection, adult: UUID) -> UUID | None:
    """Where an adult lives."""
    home: UUID | None = await db.fetchval(FIND_HOME_OF, adult)
    return home


async def list_happenings(db: Connection, subject: UUID) -> list[Happening]:
    """What was said of a household or an adult, newest first."""
    return await fetch_all(db, LIST_HAPPENINGS, subject, into=Happening)


async def list_merges(db: Connection, team_id: UUID, *, limit: int) -> list[MergeLine]:
    """What a team merged, newest first."""
    return await fetch_all(db, LIST_MERGES, team_id, limit, into=MergeLine)


async def list_homes(db: Connection, team_id: UUID, *, at: datetime) -> list[ListedHome]:
    """The standing households of a team's area with their people."""
    return await fetch_all(db, LIST_HOMES, team_id, at, into=ListedHome)


async def list_settled(db: Connection, team_id: UUID) -> set[tuple[UUID, UUID]]:
    """Pairs somebody has said to be two households."""
    return {(row["first_id"], row["second_id"]) for row in await db.fetch(LIST_SETTLED, team_id)}


async def settle(tx: Connection, one: UUID, two: UUID, *, at: datetime, by: UUID, reason: str) -> None:
    """These are two households."""
    await tx.execute(SETTLE, one, two, at, by, reason)


async def list_restated(
    db: Connection,
    since: date,
    until: date,
    *,
    geography: str,
    today: date,
    provinces: Sequence[str],
    everywhere: bool,
) -> list[Restated]:
    """Visits of a period by commune, of their day or of today."""
    return await fetch_all(
        db, LIST_RESTATED, since, until, geography, provinces, everywhere, today, into=Restated
    )


async def find_commune(db: Connection, code: str) -> tuple[int, str] | None:
    """A commune that stands, and its province."""
    row = await db.fetchrow(FIND_CHANGE, code)
    return (row["id"], row["province_code"]) if row else None


async def find_hamlet_province(db: Connection, hamlet: UUID) -> str | None:
    """The province of a hamlet."""
    code: str | None = await db.fetchval(FIND_HAMLET_PROVINCE, hamlet)
    return code


async def change_commune(
    tx: Connection, hamlet: UUID, commune: int, *, since: date, basis: str, on: date
) -> None:
    """A hamlet is another commune's from a day on."""
    await tx.execute(CHANGE_COMMUNE, hamlet, commune, since, basis, on)


async def come_of_age(tx: Connection, day: date) -> None:
    """Who is 18 by this day counts."""
    await tx.execute(COME_OF_AGE, day)
