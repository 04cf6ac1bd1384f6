"""Questions of citizens: the asker's own, an agency's desk, and how agencies keep their time."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.dossiers.contracts.asking import AgencyQuestion, Question, QuestionCount, QuestionKind
from api.kit.clock import vn_date
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role

LIST_QUESTIONS = """
select id, kind, body as text, may_call, asked_at, answer_by, coalesce(answered_at, $3) > answer_by as overdue,
    answer, agreed, answered_at
from dossier_question where dossier_id = $1 and person_id = $2
order by asked_at, id
"""
FIND_QUESTION = """
select q.id, q.person_id, q.dossier_id, q.kind, q.body as text, q.may_call, d.code, d.agency_code,
    a.name as agency_name, q.answer_by, q.answer, q.agreed, q.answered_at,
    exists (select from dossier_follow f
        where f.dossier_id = q.dossier_id and f.person_id = q.person_id and f.unfollowed_at is not null) as asker_left
from dossier_question q
join dossier d on d.id = q.dossier_id
left join agency a on a.code = d.agency_code
where q.id = $1
"""
INSERT_QUESTION = """
insert into dossier_question (id, dossier_id, person_id, kind, body, may_call, asked_at, answer_by)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict do nothing
returning id
"""
COUNT_ASKED = """
select count(*) from dossier_question where person_id = $1 and asked_at > $2
"""
LIST_FOR_AGENCY = """
select q.id, q.kind, q.body as text, d.code as dossier_code,
    coalesce(p.name, d.procedure_name, d.procedure_code) as procedure_name, d.state_code,
    coalesce(s.name, d.state_name) as state_name, a.name as agency_name,
    case when q.may_call and q.answered_at is null and who.phone_verified_at is not null
        and not exists (select from dossier_follow f
            where f.dossier_id = q.dossier_id and f.person_id = q.person_id and f.unfollowed_at is not null)
        then who.phone end as phone,
    q.asked_at, q.answer_by, coalesce(q.answered_at, $2) > q.answer_by as overdue, q.answer, q.agreed, q.answered_at
from dossier_question q
join dossier d on d.id = q.dossier_id
join agency a on a.code = d.agency_code
join person who on who.id = q.person_id
left join procedure p on p.code = d.procedure_code
left join dossier_state s on s.code = d.state_code
where a.id = any($1::uuid[]) and (q.answered_at is not null) = $3 and ($7::uuid is null or q.id = $7)
  and ($4::timestamptz is null
    or case when $3 then (q.answer_by, q.id) < ($4, $5::uuid) else (q.answer_by, q.id) > ($4, $5) end)
order by case when not $3 then q.answer_by end, case when $3 then q.answer_by end desc,
    case when not $3 then q.id end, q.id desc
limit $6
"""
COUNT_WAITING = """
select count(*) as open, count(*) filter (where q.answer_by < $2) as overdue
from dossier_question q
join dossier d on d.id = q.dossier_id
join agency a on a.code = d.agency_code
where a.id = any($1::uuid[]) and q.answered_at is null
"""
ANSWER = """
update dossier_question q set answer = $3, agreed = $4, answered_at = $5, answered_by = $6
from dossier d, agency a
where q.id = $1 and d.id = q.dossier_id and a.code = d.agency_code and a.id = any($2::uuid[])
  and q.answered_at is null
returning q.id
"""
COUNT_BY_AGENCY = """
select a.id as agency_id, a.name as agency_name,
    count(*) filter (where q.answered_at is null) as open,
    count(*) filter (where q.answered_at is null and q.answer_by < $3) as overdue,
    count(*) filter (where q.answered_at <= q.answer_by) as answered_in_time,
    count(*) filter (where q.answered_at > q.answer_by) as answered_late,
    min(q.answer_by) filter (where q.answered_at is null and q.answer_by < $3) as oldest_due_at
from dossier_question q
join dossier d on d.id = q.dossier_id
join agency a on a.code = d.agency_code
where (a.province_code = any($1::text[]) or a.id = any($2::uuid[]))
  and (q.answered_at is null or q.asked_at > $3 - interval '365 days')
group by a.id, a.name
order by overdue desc, open desc, a.name
limit 500
"""
HOLD_OPEN = """
select q.id, q.asked_at, q.answer_by, d.agency_code
from dossier_question q join dossier d on d.id = q.dossier_id
where q.answered_at is null
order by q.id
for update of q
"""
SET_ANSWER_BY = """
update dossier_question q set answer_by = new.answer_by
from unnest($1::uuid[], $2::timestamptz[]) as new (id, answer_by)
where q.id = new.id
"""
TAKE_OVERDUE = """
with told as (
    update dossier_question q set overdue_told_at = $1
    from dossier d, agency a
    where q.answered_at is null and q.answer_by < $1 and q.overdue_told_at is null
      and d.id = q.dossier_id and a.code = d.agency_code
    returning a.id as agency_id
)
select agency_id, count(*) as count from told group by agency_id order by agency_id
"""
CLOSE_HOMELESS = """
update dossier_question q
set answer = $2, agreed = case when q.kind = 'reopen' then false end, answered_at = $1
where q.answered_at is null and q.answer_by < $1
  and not exists (select from dossier d join agency a on a.code = d.agency_code where d.id = q.dossier_id)
returning q.id
"""
LIST_HANDLERS = """
select distinct g.person_id, a.name as agency_name
from agency a
join role_grant g on g.revoked_at is null and $2::date between g.valid_from and coalesce(g.valid_to, 'infinity')
  and ((g.role = 'handler' and g.agency_id = a.id) or ($3 and g.role = 'officer' and g.province_code = a.province_code))
where a.id = $1
order by g.person_id
"""
FIND_DESK = """
select id from agency where code = $1
"""
FIND_AGENCY_CODE = """
select agency_code from dossier where id = $1
"""


class KeptQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question with whose it is and whose desk it lies on."""

    id: UUID
    person_id: UUID
    dossier_id: UUID
    kind: QuestionKind
    text: str
    may_call: bool
    code: str
    agency_code: str | None
    agency_name: str | None
    answer_by: datetime
    answer: str | None
    agreed: bool | None
    answered_at: datetime | None
    asker_left: bool


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """How many wait on a desk, and how many of them too long."""

    open: int
    overdue: int


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question that waits, and whose calendar counts its hours."""

    id: UUID
    asked_at: datetime
    answer_by: datetime
    agency_code: str | None


class Overdue(msgspec.Struct, frozen=True, kw_only=True):
    """How many questions of an agency have just gone over their time."""

    agency_id: UUID
    count: int


class Staff(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is told of a desk."""

    person_id: UUID
    agency_name: str


def desks_of(me: Principal) -> list[UUID]:
    """The agencies whose desks this person works at; questions are for no other staff."""
    return list(me.agency_ids) if me.has(Role.HANDLER) else []


async def list_questions(
    connection: Connection, dossier_id: UUID, *, person_id: UUID, at: datetime
) -> list[Question]:
    """A person's own questions about a dossier, the oldest first."""
    return await fetch_all(connection, LIST_QUESTIONS, dossier_id, person_id, at, into=Question)


async def find_question(connection: Connection, question_id: UUID) -> KeptQuestion | None:
    """A question for who may know of it by other means: a job, or its asker."""
    return await fetch_one(connection, FIND_QUESTION, question_id, into=KeptQuestion)


async def insert_question(
    tx: Connection,
    question_id: UUID,
    dossier_id: UUID,
    *,
    person_id: UUID,
    kind: QuestionKind,
    text: str,
    may_call: bool,
    at: datetime,
    answer_by: datetime,
) -> bool:
    """Keep a question; False when the id is taken or the person's last one waits."""
    taken = await tx.fetchval(
        INSERT_QUESTION, question_id, dossier_id, person_id, kind, text, may_call, at, answer_by
    )
    return taken is not None


async def count_asked(tx: Connection, person_id: UUID, *, since: datetime) -> int:
    """How much a person asked since then."""
    count: int = await tx.fetchval(COUNT_ASKED, person_id, since)
    return count


async def list_for_agency(
    connection: Connection,
    seen_by: Principal,
    *,
    answered: bool,
    after: tuple[datetime, UUID] | None,
    limit: int,
    at: datetime,
    question_id: UUID | None = None,
) -> list[AgencyQuestion]:
    """The desk: what waits, the most pressing first; or what was answered, the newest first."""
    due, last = after or (None, None)
    return await fetch_all(
        connection, LIST_FOR_AGENCY, desks_of(seen_by), at, answered, due, last, limit, question_id,
        into=AgencyQuestion,
    )  # fmt: skip


async def count_waiting(connection: Connection, seen_by: Principal, *, at: datetime) -> Waiting:
    """How many wait on this person's desks."""
    found = await fetch_one(connection, COUNT_WAITING, desks_of(seen_by), at, into=Waiting)
    return found or Waiting(open=0, overdue=0)


async def answer(
    tx: Connection, question_id: UUID, *, by: Principal, text: str, agreed: bool | None, at: datetime
) -> bool:
    """Answer what waits on this person's desk; False when nothing of the kind does."""
    done = await tx.fetchval(ANSWER, question_id, desks_of(by), text, agreed, at, by.person_id)
    return done is not None


async def count_by_agency(connection: Connection, seen_by: Principal, *, at: datetime) -> list[QuestionCount]:
    """How the agencies a person oversees or works at keep their time."""
    provinces = list(seen_by.province_codes) if seen_by.has(Role.OFFICER) else []
    return await fetch_all(connection, COUNT_BY_AGENCY, provinces, desks_of(seen_by), at, into=QuestionCount)


async def hold_open(tx: Connection) -> list[OpenQuestion]:
    """Every question that waits, locked in one order."""
    return await fetch_all(tx, HOLD_OPEN, into=OpenQuestion)


async def set_answer_by(tx: Connection, moved: dict[UUID, datetime]) -> None:
    """New moments by which questions are to be answered."""
    if moved:
        await tx.execute(SET_ANSWER_BY, list(moved), list(moved.values()))


async def take_overdue(tx: Connection, *, at: datetime) -> list[Overdue]:
    """Questions that went over their time and nobody was told of, by agency; from here on they were."""
    return await fetch_all(tx, TAKE_OVERDUE, at, into=Overdue)


async def close_homeless(tx: Connection, *, answer: str, at: datetime) -> list[UUID]:
    """Answer what is over its time and lies on no desk, because the dossier went to an agency that has none."""
    return [row["id"] for row in await tx.fetch(CLOSE_HOMELESS, at, answer)]


async def list_staff(connection: Connection, agency_id: UUID, *, on: datetime, officers: bool) -> list[Staff]:
    """The handlers of an agency, with the officers of its province or without."""
    return await fetch_all(connection, LIST_HANDLERS, agency_id, vn_date(on), officers, into=Staff)


async def find_desk(connection: Connection, agency_code: str | None) -> UUID | None:
    """The agency of this code, if it works here."""
    found: UUID | None = await connection.fetchval(FIND_DESK, agency_code)
    return found


async def find_agency_code(connection: Connection, dossier_id: UUID) -> str | None:
    """The code of the agency that has the dossier: whose calendar counts."""
    found: str | None = await connection.fetchval(FIND_AGENCY_CODE, dossier_id)
    return found
