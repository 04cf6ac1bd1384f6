"""SQL of the timeline, and of what a step tells the reporter."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.reports.contracts import (
    ReportState,
    Step,
    Telling,
)

INSERT_STEP = """
insert into report_step (report_id, action, state, note, by, agency_id, staff_id, occurred_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id
"""
LIST_STEPS = """
select t.action, t.state, s.name as state_name, t.note, t.by, a.name as agency_name, t.occurred_at
from report_step t
join report_state s on s.code = t.state
left join agency a on a.id = t.agency_id
where t.report_id = $1
order by t.id
"""
FIND_TELLING = """
select
    p.person_id, r.id as report_id, r.code, c.name as category_name, a.name as agency_name,
    f.name as refusal_reason, t.note, s.notice_title, s.notice_body
from report_step t
join report_state s on s.code = t.state
join report r on r.id = t.report_id
join category c on c.code = r.category_code
left join report_reporter p on p.report_id = r.id
left join report_refusal_reason f on f.code = r.refusal_reason
left join agency a on a.id = t.agency_id
where t.id = $1
"""


async def insert_step(
    tx: Connection,
    report_id: UUID,
    *,
    action: str,
    state: ReportState,
    by: str,
    at: datetime,
    note: str | None = None,
    agency_id: UUID | None = None,
    staff_id: UUID | None = None,
) -> int:
    """Add a line to the timeline; returns its id."""
    step: int = await tx.fetchval(INSERT_STEP, report_id, action, state, note, by, agency_id, staff_id, at)
    return step


async def list_steps(db: Connection, report_id: UUID) -> list[Step]:
    """The timeline."""
    return await fetch_all(db, LIST_STEPS, report_id, into=Step)


async def find_telling(db: Connection, step_id: int) -> Telling | None:
    """What to tell the reporter of one step."""
    return await fetch_one(db, FIND_TELLING, step_id, into=Telling)
