"""SQL of requests about people's data."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.rights.contracts import (
    MyRequest,
    RequestKind,
    RequestLine,
    RightsCandidate,
    RightsSubject,
    RightsWay,
)

INSERT = """
insert into rights_request (id, kind, way, person_id, recorded_by, commune_id, household_id, adult_id, words,
    received_at, answer_due_at, done_due_at)
select $1, $2, $3, $4, $5, u.id, $7, $8, $9, $10, $11, $12
from admin_unit u where u.code = $6 and u.valid_to is null
on conflict do nothing
"""
ADD_STEP = """
insert into rights_step (request_id, at, staff_id, what, words) values ($1, $2, $3, $4, $5)
"""
LIST_MINE = """
select r.id, r.kind, u.name as commune_name, r.words, r.received_at, r.answer_due_at, r.answered_at, r.done_due_at,
    r.extended_at, r.closed_at, r.outcome,
    coalesce((
        select jsonb_agg(jsonb_build_object('at', s.at, 'what', s.what, 'words', s.words, 'by_name', null) order by s.id)
        from rights_step s where s.request_id = r.id and s.what <> 'found'
    ), '[]') as steps
from rights_request r join admin_unit u on u.id = r.commune_id
where r.person_id = $1 and ($2::uuid is null or r.id = $2)
order by r.received_at desc, r.id desc limit $3
"""
LIST_QUEUE = """
select r.id, r.kind, r.way, u.code as commune_code, u.name as commune_name, r.words, r.household_id,
    d.reference as household, r.adult_id, a.label as adult, r.third_party, r.received_at, r.answer_due_at, r.answered_at,
    r.done_due_at, r.extended_at, r.closed_at, r.outcome,
    coalesce((
        select jsonb_agg(jsonb_build_object('at', s.at, 'what', s.what, 'words', s.words, 'by_name', p.display_name)
            order by s.id)
        from rights_step s left join person p on p.id = s.staff_id where s.request_id = r.id
    ), '[]') as steps
from rights_request r
join admin_unit u on u.id = r.commune_id
left join household d on d.id = r.household_id
left join adult a on a.id = r.adult_id
where ($1 or u.province_code = any($2::text[]))
  and ($3::uuid is null or r.id = $3)
  and ($4::boolean is null or (r.closed_at is not null) = $4)
order by case when r.answered_at is null then r.answer_due_at else r.done_due_at end, r.id
limit $5
"""
HOLD = """
select r.id, r.kind, r.person_id, r.household_id, r.adult_id, u.code as commune_code, r.received_at, r.answered_at,
    r.done_due_at, r.extended_at, r.closed_at, u.province_code
from rights_request r join admin_unit u on u.id = r.commune_id
where r.id = $1 and ($2 or u.province_code = any($3::text[]) or r.person_id = $4)
for no key update of r
"""
SET_ANSWERED = """
update rights_request set answered_at = $2 where id = $1
"""
SET_LONGER = """
update rights_request set extended_at = $2, done_due_at = $3, third_party = $4 where id = $1
"""
SET_SUBJECT = """
update rights_request r set household_id = d.id, adult_id = $3
from household d join hamlet h on h.id = d.hamlet_id join admin_unit u on u.id = h.commune_id
where r.id = $1 and d.id = $2 and ($4 or u.province_code = any($5::text[]))
  and ($3::uuid is null or exists (select from adult a where a.id = $3 and a.household_id = d.id))
returning r.id
"""
CLOSE = """
update rights_request set closed_at = $2, outcome = $3, answered_at = coalesce(answered_at, $2), words = null where id = $1
"""
FIND_HOME = """
select u.code from household d join hamlet h on h.id = d.hamlet_id join admin_unit u on u.id = h.commune_id
where d.id = $1 and ($2::uuid is null or exists (select from adult a where a.id = $2 and a.household_id = d.id))
  and exists (
    select from team_area a where a.hamlet_id = d.hamlet_id and a.team_id = any($3::uuid[])
        and a.since <= $4 and (a.until is null or a.until > $4)
)
"""
LIST_CANDIDATES = """
select d.id, d.reference, h.name as hamlet,
    coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'label', a.label, 'birth_year', a.birth_year) order by a.no)
        from adult a where a.household_id = d.id and a.redacted_at is null and a.root_id is null
    ), '[]') as adults
from household d join hamlet h on h.id = d.hamlet_id join admin_unit u on u.id = h.commune_id
where u.code = $1 and u.valid_to is null and d.root_id is null and d.removed_at is null
  and position($2 in lower(unaccent(d.reference || ' ' || h.name))) > 0
order by h.sort_key, d.reference, d.id limit 20
"""
FIND_TEAM = """
select coalesce(
    (
        select a.team_id from team_area a join household d on d.hamlet_id = a.hamlet_id
        where d.id = $1 and a.since <= $2 and (a.until is null or a.until > $2) order by a.since desc limit 1
    ),
    (select e.team_id from visit_event e where e.subject_id = $1 and e.type in ('household_added', 'household_split') limit 1)
)
"""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A request in somebody's hands."""

    id: UUID
    kind: RequestKind
    person_id: UUID | None
    household_id: UUID | None
    adult_id: UUID | None
    commune_code: str
    received_at: datetime
    answered_at: datetime | None
    done_due_at: datetime
    extended_at: datetime | None
    closed_at: datetime | None
    province_code: str


async def insert_request(
    tx: Connection,
    request_id: UUID,
    *,
    kind: RequestKind,
    way: RightsWay,
    person_id: UUID | None,
    recorded_by: UUID | None,
    commune_code: str,
    subject: RightsSubject | None,
    words: str | None,
    at: datetime,
    due: tuple[datetime, datetime],
) -> bool:
    """Keep a request; False when the id is there already, or no commune in force has this code."""
    home, adult = (subject.household_id, subject.adult_id) if subject else (None, None)
    who = (request_id, kind.value, way.value, person_id, recorded_by, commune_code, home, adult)
    return await tx.execute(INSERT, *who, words, at, *due) == "INSERT 0 1"


async def add_step(
    tx: Connection, request_id: UUID, what: str, *, by: UUID | None, words: str | None, at: datetime
) -> None:
    """Write what was done."""
    await tx.execute(ADD_STEP, request_id, at, by, what, words)


async def list_mine(
    db: Connection, person_id: UUID, *, limit: int, request_id: UUID | None = None
) -> list[MyRequest]:
    """Somebody's own requests, newest first."""
    return await fetch_all(db, LIST_MINE, person_id, request_id, limit, into=MyRequest)


async def list_queue(
    db: Connection,
    *,
    everywhere: bool,
    provinces: Sequence[str],
    closed: bool | None,
    limit: int,
    request_id: UUID | None = None,
) -> list[RequestLine]:
    """Requests of a desk, what ends first first."""
    return await fetch_all(db, LIST_QUEUE, everywhere, provinces, request_id, closed, limit, into=RequestLine)


async def hold(
    tx: Connection, request_id: UUID, *, everywhere: bool, provinces: Sequence[str], own: UUID | None
) -> Held | None:
    """A request of these provinces, or one's own, held until the end."""
    return await fetch_one(tx, HOLD, request_id, everywhere, provinces, own, into=Held)


async def set_answered(tx: Connection, request_id: UUID, *, at: datetime) -> None:
    """The first clock stops."""
    await tx.execute(SET_ANSWERED, request_id, at)


async def set_longer(
    tx: Connection, request_id: UUID, *, at: datetime, until: datetime, third_party: bool
) -> None:
    """The second clock ends later."""
    await tx.execute(SET_LONGER, request_id, at, until, third_party)


async def set_subject(
    tx: Connection, request_id: UUID, subject: RightsSubject, *, everywhere: bool, provinces: Sequence[str]
) -> bool:
    """Say whom a request is about; False when they are not of these provinces."""
    which = (request_id, subject.household_id, subject.adult_id, everywhere, provinces)
    return await tx.fetchval(SET_SUBJECT, *which) is not None


async def close(tx: Connection, request_id: UUID, outcome: str, *, at: datetime) -> None:
    """End a request; what was said to find somebody is let go of."""
    await tx.execute(CLOSE, request_id, at, outcome)


async def find_home(
    db: Connection, subject: RightsSubject, *, teams: Sequence[UUID], at: datetime
) -> str | None:
    """The commune of a household these teams walk, with this adult in it."""
    code: str | None = await db.fetchval(FIND_HOME, subject.household_id, subject.adult_id, teams, at)
    return code


async def list_candidates(db: Connection, commune_code: str, words: str) -> list[RightsCandidate]:
    """Households of a commune whose way of being called, or hamlet, has these folded words in it."""
    return await fetch_all(db, LIST_CANDIDATES, commune_code, words, into=RightsCandidate)


async def find_team(db: Connection, household_id: UUID, *, at: datetime) -> UUID | None:
    """Who walks where a household is, or once put it on the list."""
    found: UUID | None = await db.fetchval(FIND_TEAM, household_id, at)
    return found
