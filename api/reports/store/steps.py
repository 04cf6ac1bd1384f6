"""SQL of the timeline, and of what a step tells the reporter."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all
from api.reports.contracts import ReportState, Step
from api.reports.contracts.handling import Telling

INSERT_STEP = """
insert into report_step (report_id, action, state, note, by, agency_id, staff_id, occurred_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id
"""
LIST_STEPS = """
with shown as (
    select r.id, null::timestamptz as since, false as part from report r where r.id = $1
    union all
    select k.id, null, true from report k where k.parent_id = $1
    union all
    select m.merged_into, g.since, false
    from report m
    cross join lateral (
        select max(t.occurred_at) as since from report_step t where t.report_id = $1 and t.action = 'merge'
    ) g
    where m.id = $1 and m.merged_into is not null
)
select
    t.action, t.state, s.name as state_name,
    case when w.since is null or t.by <> 'reporter' then t.note end as note,
    t.by, a.name as agency_name, t.occurred_at, w.part
from shown w
join report_step t on t.report_id = w.id and (w.since is null or t.occurred_at >= w.since and t.action <> 'absorb')
join report_state s on s.code = t.state
left join agency a on a.id = t.agency_id
where $2 or t.action <> 'remind'
order by t.id
"""
OF_STAFF = """
(select coalesce(json_agg(line), '[]') from ({steps}) line)
""".replace("{steps}", LIST_STEPS.replace("$2", "true"))
"""The same as one value, for those who read it with the case; the id is $1 there too."""
OF_CITIZENS = """
(select coalesce(json_agg(line), '[]') from ({steps}) line)
""".replace("{steps}", LIST_STEPS.replace("$2", "false"))
LIST_TELLINGS = """
with told as (
    select
        t.id, t.action, t.state, t.note, t.agency_id, r.parent_id, coalesce(r.parent_id, r.id) as root_id,
        r.refusal_reason
    from report_step t
    join report r on r.id = t.report_id
    where t.id = $1 and t.action <> 'absorb'
), mine as (
    select root_id as id from told
    union all
    select m.id from told join report m on m.merged_into = told.root_id
)
select
    p.person_id, r.id as report_id, r.code, c.name as category_name, a.name as agency_name,
    f.name as refusal_reason, t.note, root.due_at,
    case when n.action is null then s.notice_title else n.title end as notice_title,
    coalesce(n.body, s.notice_body) as notice_body
from told t
join report root on root.id = t.root_id
join report_state s on s.code = t.state
join mine on true
join report r on r.id = mine.id
join report_reporter p on p.report_id = r.id and p.person_id is not null
join category c on c.code = r.category_code
left join report_notice n on n.action = case
    when t.parent_id is null then t.action
    when t.action = 'answer' then 'part_done'
    else 'part_moved'
end
left join report_refusal_reason f on f.code = t.refusal_reason
left join agency a on a.id = t.agency_id
order by r.number
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


async def list_steps(db: Connection, report_id: UUID, *, to_staff: bool) -> list[Step]:
    """One timeline: of the case, of its parts, and, once merged, of the case it went into.

    Of that one nothing its own reporter wrote is shown; to citizens the agency's reminders are not.
    """
    return await fetch_all(db, LIST_STEPS, report_id, to_staff, into=Step)


async def list_tellings(db: Connection, step_id: int) -> list[Telling]:
    """What to tell of one step, to everybody who reported the matter."""
    return await fetch_all(db, LIST_TELLINGS, step_id, into=Telling)
