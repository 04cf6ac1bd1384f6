"""SQL of who saw a thing: witnesses, how many people, and what they are told."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.nearby.contracts import Held, Told

SET_SUPPORT = """
with cluster as (
    select r.id from report r where r.id = $1 or r.merged_into = $1
    union
    select i.report_id from report_incident i where i.incident_id = $1
    union
    select r.id from report_incident i join report r on r.merged_into = i.report_id where i.incident_id = $1
), people as (
    select count(*)::integer as n from (
        select coalesce(case when not r.on_behalf then w.person_id end, r.id) as who
        from cluster c join report r on r.id = c.id left join report_reporter w on w.report_id = c.id
        union
        select coalesce(t.person_id, t.id) from cluster c join report_witness t on t.report_id = c.id
    ) everybody
), gone as (
    delete from report_support where report_id = $1 and (select n from people) < 2
), put as (
    insert into report_support (report_id, people) select $1, n from people where n > 1
    on conflict (report_id) do update set people = excluded.people
)
select n from people
"""
HOLD_WITNESSED = """
select
    t.id, coalesce(i.incident_id, t.id) as first_id,
    exists (select from report_reporter w where w.report_id = t.id and w.person_id = $2::uuid) as own
from report r
join report t on t.id = coalesce(r.merged_into, r.id)
join category c on c.code = t.category_code
left join report_incident i on i.report_id = t.id
where r.id = $1 and c.public and not c.sealed and t.state <> 'refused' and t.parent_id is null
for no key update of t
"""
INSERT_WITNESS = """
insert into report_witness (id, report_id, person_id, wants_news, added_at) values ($1, $2, $3, $4, $5)
on conflict do nothing
returning id
"""
FIND_WITNESS = """
select report_id from report_witness where id = $1
"""
SET_NEWS = """
update report_witness set wants_news = $3 where report_id = $1 and person_id = $2 and wants_news <> $3
"""
LIST_WITNESS_NEWS = """
select distinct on (w.person_id)
    w.person_id, r.code, 'Việc bạn cùng báo: ' || s.name as title,
    case when t.state = 'done' and r.published_at is not null then coalesce(a.name || ': ', '') || coalesce(r.answer, '')
        else c.name || ' (' || r.code || ')' end as body
from report_step t
join report r on r.id = t.report_id
join report_state s on s.code = t.state
join category c on c.code = r.category_code
left join agency a on a.id = r.agency_id
join report m on m.id = r.id or m.merged_into = r.id
    or m.id in (select i.report_id from report_incident i where i.incident_id = r.id)
join report_witness w on w.report_id = m.id and w.wants_news
where t.id = $1 and t.action = any($2::text[])
order by w.person_id
"""
FIND_MERGED_INTO = """
select r.merged_into from report_step t join report r on r.id = t.report_id
where t.id = $1 and t.action = 'merge' and r.merged_into is not null
"""


async def set_support(tx: Connection, first_id: UUID) -> int:
    """Count the people of an incident anew, each once."""
    people: int = await tx.fetchval(SET_SUPPORT, first_id)
    return people


async def hold_witnessed(tx: Connection, report_id: UUID, *, person_id: UUID | None) -> Held | None:
    """The case somebody says "me too" to, held; the one it went into when it was merged."""
    return await fetch_one(tx, HOLD_WITNESSED, report_id, person_id, into=Held)


async def insert_witness(
    tx: Connection,
    witness_id: UUID,
    report_id: UUID,
    *,
    person_id: UUID | None,
    wants_news: bool,
    at: datetime,
) -> bool:
    """Keep a witness; False when this id or this person is there already."""
    return await tx.fetchval(INSERT_WITNESS, witness_id, report_id, person_id, wants_news, at) is not None


async def find_witness(db: Connection, witness_id: UUID) -> UUID | None:
    """The report a witness's id was used for."""
    report_id: UUID | None = await db.fetchval(FIND_WITNESS, witness_id)
    return report_id


async def set_news(tx: Connection, report_id: UUID, person_id: UUID, *, wants: bool) -> None:
    """Whether a witness with an account is told of steps."""
    await tx.execute(SET_NEWS, report_id, person_id, wants)


async def list_witness_news(db: Connection, step_id: int, *, actions: Sequence[str]) -> list[Told]:
    """Witnesses to be told of a step."""
    return await fetch_all(db, LIST_WITNESS_NEWS, step_id, actions, into=Told)


async def find_merged_into(db: Connection, step_id: int) -> UUID | None:
    """The case a merging step led into."""
    target: UUID | None = await db.fetchval(FIND_MERGED_INTO, step_id)
    return target
