"""SQL of trainings: lines, the figure, and who is missing."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.teams.contracts.training import Course, NewTraining, Training, Untrained
from outreach.teams.rules import Reach

LIST_COURSES = """
select code, name, required, valid_months, basis from team_course order by required desc, code
"""
LIST_STRANGERS = """
select p.id from unnest($2::uuid[]) as p(id)
where not exists (
    select from team_member m where m.team_id = $1 and m.person_id = p.id and (m.until is null or m.until > $3)
)
"""
INSERT_TRAININGS = """
insert into team_training
    (id, person_id, team_id, course_code, held_on, expires_on, evidence, evidence_ref, recorded_by, recorded_at)
select t.id, t.person_id, $3, $4, $5, $6, $7, $8, $9, $10
from unnest($1::uuid[], $2::uuid[]) as t(id, person_id)
on conflict do nothing
"""
LIST_TRAININGS = """
select t.id, t.person_id, p.display_name as person_name, t.course_code, c.name as course_name, t.held_on, t.expires_on,
    t.evidence, t.evidence_ref, b.display_name as recorded_by,
    t.voided_at is null and (t.expires_on is null or t.expires_on >= $4) as holds, t.void_reason
from team_training t
join person p on p.id = t.person_id
join team_course c on c.code = t.course_code
left join person b on b.id = t.recorded_by
where ($1::uuid is null or t.person_id in (
        select m.person_id from team_member m where m.team_id = $1 and m.since <= $3 and (m.until is null or m.until > $3)
    ))
  and ($2::uuid is null or t.person_id = $2)
order by t.held_on desc, t.id desc
limit $5
"""
VOID = """
update team_training x set voided_at = $2, voided_by = $3, void_reason = $4
from team t join admin_unit u on u.id = t.commune_id
where x.id = $1 and t.id = x.team_id and ($5 or u.province_code = any($6::text[]) or t.id = any($7::uuid[]))
returning x.voided_at
"""
COUNT_MEMBERS = """
select count(*) as members, count(*) filter (where team_trained(person_id, $3)) as trained,
    count(*) filter (where team_trained(person_id, $3) and not team_trained(person_id, $4)) as expiring
from (
    select distinct m.person_id from team_member m
    join team t on t.id = m.team_id join admin_unit u on u.id = t.commune_id
    where m.since <= $5 and (m.until is null or m.until > $5)
        and ($1::uuid is null or t.id = $1) and ($2::text is null or u.province_code = $2)
) who
"""
LIST_MISSING = """
select who.person_id, p.display_name as name, who.team_id, t.name as team_name, (
        select max(x.expires_on) from team_training x join team_course c on c.code = x.course_code and c.required
        where x.person_id = who.person_id and x.voided_at is null
    ) as expired_on
from (
    select distinct on (m.person_id) m.person_id, m.team_id from team_member m
    join team t on t.id = m.team_id join admin_unit u on u.id = t.commune_id
    where m.since <= $4 and (m.until is null or m.until > $4)
        and ($1::uuid is null or t.id = $1) and ($2::text is null or u.province_code = $2)
    order by m.person_id, t.code
) who
join person p on p.id = who.person_id
join team t on t.id = who.team_id
where not team_trained(who.person_id, $3)
order by t.code, p.display_name, who.person_id
limit $5
"""


class Counted(msgspec.Struct, frozen=True):
    """Members, those trained, and those who soon are no more."""

    members: int
    trained: int
    expiring: int


async def list_courses(db: Connection) -> list[Course]:
    """What members are trained in, required ones first."""
    return await fetch_all(db, LIST_COURSES, into=Course)


async def list_strangers(
    db: Connection, team_id: UUID, people: Sequence[UUID], *, at: datetime
) -> list[UUID]:
    """Who of these is not of the team."""
    return [row["id"] for row in await db.fetch(LIST_STRANGERS, team_id, people, at)]


async def insert_trainings(
    tx: Connection, ids: Sequence[UUID], new: NewTraining, *, expires_on: date | None, by: UUID, at: datetime
) -> None:
    """Write down a training of several members; who has this line already keeps it."""
    who = list(dict.fromkeys(new.person_ids))
    what = (new.team_id, new.course_code, new.held_on, expires_on, new.evidence.value, new.evidence_ref)
    await tx.execute(INSERT_TRAININGS, ids[: len(who)], who, *what, by, at)


async def list_trainings(
    db: Connection,
    *,
    team_id: UUID | None = None,
    person_id: UUID | None = None,
    on: date,
    at: datetime,
    limit: int,
) -> list[Training]:
    """The lines of who is of a team now, or of one person, newest first."""
    return await fetch_all(db, LIST_TRAININGS, team_id, person_id, at, on, limit, into=Training)


async def void(tx: Connection, training_id: UUID, *, by: UUID, why: str, at: datetime, reach: Reach) -> bool:
    """Say that a line is wrong; False when it is not within reach."""
    return await tx.fetchval(VOID, training_id, at, by, why, *reach) is not None


async def count_members(
    db: Connection, *, team_id: UUID | None, province: str | None, on: date, soon: date, at: datetime
) -> Counted:
    """Members of a team or a province, each person once."""
    found = await fetch_one(db, COUNT_MEMBERS, team_id, province, on, soon, at, into=Counted)
    return found or Counted(0, 0, 0)


async def list_missing(
    db: Connection, *, team_id: UUID | None, province: str | None, on: date, at: datetime, limit: int
) -> list[Untrained]:
    """Who has no required training that holds."""
    return await fetch_all(db, LIST_MISSING, team_id, province, on, at, limit, into=Untrained)
