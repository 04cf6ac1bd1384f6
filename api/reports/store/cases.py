"""SQL of cases: the agency's view and how a case stands. Who may see a row is a parameter."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role
from api.reports.contracts import Case, InboxLine, ReportState, ShownPhoto
from api.reports.contracts.handling import Pile, Template
from api.reports.store.steps import OF_STAFF

LIST_CASES = """
with page as (
    select r.id, r.bounces, r.ladder_level, r.paused_at, r.extended_at, r.parent_id, r.agency_id
    from report r
    where (r.agency_id = any($1::uuid[]) or r.province_code = any($2::text[]))
      and r.open = $8 and ($9::text is null or r.state = $9)
      and ($3::smallint is null or (r.priority, r.due_at, r.id) > ($3, $6::timestamptz, $7::uuid))
      and case $10::text
        when 'todo' then
            r.state in ('received', 'verifying', 'assigned', 'in_progress', 'waiting_agency', 'reopened')
            or r.state = 'reopen_requested' and r.province_code = any($2)
        when 'late' then r.finished_at is null and r.due_at < coalesce(r.paused_at, $5)
        when 'near' then r.finished_at is null and r.paused_at is null and r.due_at >= $5
            and (r.ladder_level > 0 or r.due_at < $5::timestamptz + interval '24 hours')
        when 'bounced' then r.bounces > 0
        when 'escalated' then r.ladder_level > 1
        when 'waiting' then r.state in ('waiting_reporter', 'waiting_agency')
        when 'coordinator' then r.agency_id is null or r.state = 'reopen_requested'
        else true
      end
    order by r.priority, r.due_at, r.id
    limit $4
)
select
    s.id, s.code, s.category_code, s.category_name, s.state, s.state_name, s.description, s.commune_code,
    s.commune_name, s.agency_name, s.urgent, s.received_at, s.due_at,
    s.due_at < coalesce(s.finished_at, p.paused_at, $5) as late, s.photos_received, s.version, s.priority,
    p.bounces, p.ladder_level, p.paused_at is not null as paused, p.extended_at is not null as extended,
    p.parent_id is not null as part, p.agency_id is null as unrouted
from page p
join report_seen s on s.id = p.id
order by s.priority, s.due_at, s.id
"""
"""The page is found before anything is put into words: an officer's inbox may hold a hundred thousand cases."""
FIND_CASE = """
select
    s.id, s.code, s.category_code, s.category_name, s.state, s.state_name, s.description, s.lat, s.lon,
    s.accuracy_m, s.commune_code, s.commune_name, s.commune_confirmed, s.commune_distance_m, s.urgent,
    s.received_at, s.acknowledge_by, s.due_at, s.due_at < coalesce(s.finished_at, r.paused_at, $4) as late,
    s.published, s.agency_id, s.agency_name, s.answer, s.refusal_reason, s.finished_at, s.rating,
    s.rating_comment, s.version, s.photo_count, s.photos_received, s.photos, r.first_due_at,
    r.extension_reason, r.paused_at, r.waiting_until, r.bounces, r.decided_at is not null as decided,
    r.reopenings, r.ladder_level, r.parent_id, up.code as parent_code, old.code as follows_code,
    coalesce(r.term, c.finish_within) as term, coalesce(r.term_unit, c.finish_unit) as term_unit,
    c.evidence_required or r.needs_evidence as evidence_required, target.code as merged_code,
    coalesce((select p.people from report_support p where p.report_id = coalesce(i.incident_id, r.merged_into, r.id)), 1) as supporters,
    (
        select coalesce(json_agg(json_build_object(
            'code', k.code, 'agency_name', a.name, 'state', k.state, 'state_name', n.name,
            'answer', k.answer
        ) order by k.number), '[]')
        from report k
        join report_state n on n.code = k.state
        left join agency a on a.id = k.agency_id
        where k.parent_id = r.id
    ) as parts,
    {timeline} as timeline
from report_seen s
join report r on r.id = s.id
join category c on c.code = r.category_code
left join report up on up.id = r.parent_id
left join report old on old.id = r.follows_id
left join report target on target.id = r.merged_into
left join report_incident i on i.report_id = coalesce(r.merged_into, r.id)
where s.id = $1 and ($5 or s.agency_id = any($2::uuid[]) or s.province_code = any($3::text[]))
""".replace("{timeline}", OF_STAFF)
SET_RATING = """
with added as (
    insert into report_rating (report_id, stars, comment, reopenings, rated_at)
    select id, $2, $3, reopenings, $4 from report
    where id = $1 and (rating, rating_comment) is distinct from ($2, $3)
)
update report set rating = $2, rating_comment = $3, rated_at = $4 where id = $1
"""
LIST_PHOTOS = """
select
    id, position, taken_for, width, height,
    '/v1/photos/' || id || '/large' as large, '/v1/photos/' || id || '/small' as small
from photo
where report_id = $1 and state = 'ready'
order by taken_for, position
"""
LIST_TEMPLATES = """
select t.action, t.title, t.body, t.agency_id is not null as own
from report r
join category c on c.code = r.category_code
join report_template t
    on (t.agency_id is null or t.agency_id = r.agency_id)
    and (t.category_code is null or t.category_code in (c.code, c.parent_code))
where r.id = $1 and (r.agency_id = any($2::uuid[]) or r.province_code = any($3::text[]))
order by t.agency_id is null, (t.category_code = c.code) desc nulls last, t.category_code is null, t.id
"""


def agencies_of(me: Principal) -> list[UUID]:
    """The agencies whose cases this person handles."""
    return list(me.agency_ids) if me.has(Role.HANDLER) else []


def provinces_of(me: Principal) -> list[str]:
    """The provinces all of whose cases this person oversees."""
    return list(me.province_codes) if me.has(Role.OFFICER) else []


async def list_cases(
    db: Connection,
    seen_by: Principal,
    *,
    state: ReportState | None,
    pile: Pile | None,
    is_open: bool,
    after: tuple[int, datetime, UUID] | None,
    limit: int,
    at: datetime,
) -> list[InboxLine]:
    """The inbox: rescue and urgent first, then by deadline."""
    key, due, last = after or (None, None, None)
    return await fetch_all(
        db, LIST_CASES, agencies_of(seen_by), provinces_of(seen_by), key, limit, at, due, last,
        is_open, state, pile, into=InboxLine,
    )  # fmt: skip


async def find_case(
    db: Connection, report_id: UUID, *, seen_by: Principal, just_held: bool, at: datetime
) -> Case | None:
    """A case for those who handle it, or who have just passed it on."""
    args = (agencies_of(seen_by), provinces_of(seen_by), at, just_held)
    return await fetch_one(db, FIND_CASE, report_id, *args, into=Case)


async def set_rating(
    tx: Connection, report_id: UUID, *, stars: int, comment: str | None, at: datetime
) -> None:
    """Add the reporter's verdict; what they said before stays in the record."""
    await tx.execute(SET_RATING, report_id, stars, comment, at)


async def list_photos(db: Connection, report_id: UUID) -> list[ShownPhoto]:
    """The photos of a case that are ready: those who handle a part see the whole matter."""
    return await fetch_all(db, LIST_PHOTOS, report_id, into=ShownPhoto)


async def list_templates(db: Connection, report_id: UUID, *, seen_by: Principal) -> list[Template]:
    """The ready answers for this case, the agency's and subject's own first."""
    return await fetch_all(
        db, LIST_TEMPLATES, report_id, agencies_of(seen_by), provinces_of(seen_by), into=Template
    )
