"""SQL of the sender's own view."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.reports.contracts import Line, MyReport
from api.reports.store.steps import OF_CITIZENS

LIST_MINE = """
select
    id, code, category_code, category_name, state, state_name, description, commune_code,
    commune_name, agency_name, urgent, received_at, due_at,
    due_at < coalesce(finished_at, (select r.paused_at from report r where r.id = report_seen.id), $4) as late,
    photos_received, version
from report_seen
where id in (select p.report_id from report_reporter p where p.person_id = $1)
  and ($2::uuid is null or id < $2)
order by id desc
limit $3
"""
FIND_MINE = """
select
    s.id, s.code, s.category_code, s.category_name, s.state, s.state_name, s.description, s.lat, s.lon,
    s.accuracy_m, s.commune_code, s.commune_name, s.anonymous, s.urgent, s.happened_at, s.received_at, s.due_at,
    s.due_at < coalesce(s.finished_at, r.paused_at, $4) as late, s.published, s.agency_name, s.answer,
    s.refusal_reason, s.finished_at, s.rating, s.rating_comment, s.version, s.photo_count, s.photos_received,
    s.photos, r.first_due_at, r.extension_reason, r.paused_at, r.waiting_until, r.reopenings,
    told.full_name as told_commune_name, old.code as follows_code, target.code as merged_code,
    coalesce((select p.people from report_support p where p.report_id = coalesce(i.incident_id, r.merged_into, r.id)), 1) as supporters,
    (
        select t.note from report_step t where t.report_id = r.id and t.action = 'ask' and r.state = 'waiting_reporter'
        order by t.id desc limit 1
    ) as question,
    (
        select coalesce(json_agg(json_build_object(
            'code', k.code, 'agency_name', a.name, 'state', k.state, 'state_name', n.name, 'answer', k.answer
        ) order by k.number), '[]')
        from report k
        join report_state n on n.code = k.state
        left join agency a on a.id = k.agency_id
        where k.parent_id = coalesce(r.merged_into, r.id)
    ) as parts,
    {timeline} as timeline
from report_seen s
join report r on r.id = s.id
left join admin_unit told on told.id = r.told_commune_id
left join report old on old.id = r.follows_id
left join report target on target.id = r.merged_into
left join report_incident i on i.report_id = coalesce(r.merged_into, r.id)
where s.id = $1
  and ($2 or exists (select from report_reporter p where p.report_id = $1 and p.person_id = $3))
""".replace("{timeline}", OF_CITIZENS)


LIST_OWN_PHONES = """
select p.phone from report_reporter w join person p on p.id = w.person_id where w.report_id = $1 and p.phone is not null
union all
select w.contact_phone from report_reporter w where w.report_id = $1 and w.contact_phone is not null
"""
FIND_LAST_REPLY = """
select note from report_step where report_id = $1 and action = 'reply' order by id desc limit 1
"""


async def list_own_phones(tx: Connection, report_id: UUID) -> list[str]:
    """The numbers of whoever reported, to be hidden from what they write."""
    return [row["phone"] for row in await tx.fetch(LIST_OWN_PHONES, report_id)]


async def find_last_reply(db: Connection, report_id: UUID) -> str | None:
    """What the reporter answered last."""
    said: str | None = await db.fetchval(FIND_LAST_REPLY, report_id)
    return said


async def list_mine(
    db: Connection, person_id: UUID, *, before: UUID | None, limit: int, at: datetime
) -> list[Line]:
    """This person's reports, newest first."""
    return await fetch_all(db, LIST_MINE, person_id, before, limit, at, into=Line)


async def find_mine(
    db: Connection, report_id: UUID, *, by_key: bool, person_id: UUID | None, at: datetime
) -> MyReport | None:
    """A report for its reporter: proven by the tracking key, or by being the person."""
    return await fetch_one(db, FIND_MINE, report_id, by_key, person_id, at, into=MyReport)
