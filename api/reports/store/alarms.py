"""SQL of alarms, and of who among staff is told of a case."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal
from api.reports.contracts.handling import Alarm, AlarmFacts
from api.reports.rules.desk import StepFacts
from api.reports.store.cases import agencies_of, provinces_of

IS_SEEN = """
select exists (
    select from report r
    where r.id = $1 and (r.agency_id = any($2::uuid[]) or r.province_code = any($3::text[]))
)
"""
INSERT_ALARM = """
insert into report_alarm (report_id, staff_id, kind, occurred_at, on_day)
values ($1, $2, $3, $4, $5)
on conflict do nothing
returning id
"""
LIST_ALARMS = """
select m.id, m.report_id, r.code, a.name as agency_name, m.kind, p.display_name as staff_name, m.occurred_at
from report_alarm m
join report r on r.id = m.report_id
left join agency a on a.id = r.agency_id
left join person p on p.id = m.staff_id
where r.province_code = any($1::text[])
order by m.id desc
limit $2
"""
FIND_ALARM = """
select m.id, m.report_id, r.code, a.name as agency_name, m.kind, p.display_name as staff_name, m.occurred_at,
    m.staff_id
from report_alarm m
join report r on r.id = m.report_id
left join agency a on a.id = r.agency_id
left join person p on p.id = m.staff_id
where m.id = $1
"""
LIST_STAFF = """
select distinct g.person_id
from report r
join role_grant g on g.revoked_at is null and $3::date between g.valid_from and coalesce(g.valid_to, 'infinity')
  and (
    g.role = 'handler' and 'handlers' = any($2::text[]) and g.agency_id = r.agency_id
    or g.role = 'officer' and 'officers' = any($2) and g.province_code = r.province_code
    or g.role = 'admin' and 'admins' = any($2)
  )
where r.id = $1 and g.person_id is distinct from $4
  and not exists (select from report_reporter p where p.report_id = r.id and p.person_id = g.person_id)
order by g.person_id
"""
FIND_STAFF_TELLING = """
select
    t.action, t.by, t.staff_id, r.id as report_id, r.code, c.name as category_name, a.name as agency_name,
    r.due_at, l.tell
from report_step t
join report r on r.id = t.report_id
join category c on c.code = r.category_code
left join agency a on a.id = t.agency_id
left join report_rung g on g.step_id = t.id
left join report_ladder l on l.level = g.level
where t.id = $1
"""


async def is_seen(db: Connection, report_id: UUID, *, seen_by: Principal) -> bool:
    """Whether this person handles or oversees the case."""
    found: bool = await db.fetchval(IS_SEEN, report_id, agencies_of(seen_by), provinces_of(seen_by))
    return found


async def insert_alarm(
    tx: Connection, report_id: UUID, *, kind: str, staff_id: UUID | None, at: datetime, day: date
) -> int | None:
    """Keep an alarm; None when the same was raised today."""
    kept: int | None = await tx.fetchval(INSERT_ALARM, report_id, staff_id, kind, at, day)
    return kept


async def list_alarms(db: Connection, *, seen_by: Principal, limit: int) -> list[Alarm]:
    """The newest alarms of an officer's provinces."""
    return await fetch_all(db, LIST_ALARMS, provinces_of(seen_by), limit, into=Alarm)


async def find_alarm(db: Connection, alarm_id: int) -> AlarmFacts | None:
    """One alarm, to tell of."""
    return await fetch_one(db, FIND_ALARM, alarm_id, into=AlarmFacts)


async def list_staff(
    db: Connection, report_id: UUID, tell: Sequence[str], *, on: date, besides: UUID | None
) -> list[UUID]:
    """Who among `handlers`, `officers`, `admins` is told of a case: never its reporter, nor who took the step."""
    rows = await db.fetch(LIST_STAFF, report_id, list(tell), on, besides)
    return [row["person_id"] for row in rows]


async def find_staff_telling(db: Connection, step_id: int) -> StepFacts | None:
    """What staff are told of one step."""
    return await fetch_one(db, FIND_STAFF_TELLING, step_id, into=StepFacts)
