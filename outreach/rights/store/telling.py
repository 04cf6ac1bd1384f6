"""SQL of what is told: everything kept of somebody, to themselves; what moved, to who asked; what is due, to officers."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.rights.contracts import RequestKind

EXPORT = """
select
    jsonb_build_object('reference', d.reference, 'hamlet', h.name, 'commune', u.full_name, 'adults_total', d.adults_total,
        'rough_place', case when d.rough_lat is not null then jsonb_build_object('lat', d.rough_lat, 'lon', d.rough_lon) end,
        'no_contact_since', d.no_contact_at) as household,
    coalesce((
        select jsonb_agg(jsonb_build_object('label', a.label, 'birth_year', a.birth_year, 'sex', a.sex, 'consent', a.consent,
            'left_on', a.left_on, 'knows', s.knows, 'can', s.can) order by a.no)
        from adult a left join adult_state s on s.adult_id = a.id
        where a.household_id = d.id and ($2::uuid is null or a.id = $2) and a.redacted_at is null
    ), '[]') as adults,
    coalesce((
        select jsonb_agg(jsonb_build_object('at', v.visited_at, 'result', v.result, 'team', t.name, 'consent', v.consent,
            'seen', (
                select coalesce(jsonb_agg(jsonb_build_object('label', a.label, 'met', va.met, 'knows', va.knows,
                    'skills', va.skills, 'assistance', va.assistance, 'barriers', va.barriers, 'next_step', va.next_step)), '[]')
                from visit_adult va join adult a on a.id = va.adult_id
                where va.visit_id = v.id and ($2::uuid is null or a.id = $2)
            )) order by v.visited_at)
        from visit v join team t on t.id = v.team_id
        where v.household_id = d.id
            and ($2::uuid is null or exists (select from visit_adult x where x.visit_id = v.id and x.adult_id = $2))
    ), '[]') as visits,
    coalesce((
        select jsonb_agg(jsonb_build_object('at', e.received_at, 'fields', e.fields) order by e.received_at)
        from registry_edit e
        where e.subject_id = coalesce($2, d.id)
    ), '[]') as changes
from household d join hamlet h on h.id = d.hamlet_id join admin_unit u on u.id = h.commune_id
where d.id = $1
"""
COUNT_URGENT = """
select u.province_code,
    count(*) filter (where case when r.answered_at is null then r.answer_due_at else r.done_due_at end < $1) as late,
    count(*) as due
from rights_request r join admin_unit u on u.id = r.commune_id
where r.closed_at is null and case when r.answered_at is null then r.answer_due_at else r.done_due_at end < $2
group by u.province_code order by u.province_code
"""
LIST_OFFICERS = """
select distinct person_id from role_grant
where role = 'officer' and province_code = $1 and revoked_at is null
  and $2::date between valid_from and coalesce(valid_to, 'infinity')
order by person_id
"""
FIND_MOVED = """
select r.person_id, r.kind, u.province_code, r.closed_at is null and r.answered_at is null as fresh, r.answer_due_at, s.words
from rights_request r join admin_unit u on u.id = r.commune_id
left join lateral (
    select words from rights_step where request_id = r.id and what = $2 order by id desc limit 1
) s on true
where r.id = $1
"""


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a household or an adult."""

    household: dict[str, Any]
    adults: list[dict[str, Any]]
    visits: list[dict[str, Any]]
    changes: list[dict[str, Any]]


class Urgent(msgspec.Struct, frozen=True):
    """How many requests of a province are late, and how many are late or end soon."""

    province_code: str
    late: int
    due: int


class Moved(msgspec.Struct, frozen=True):
    """What the job that tells of a request needs."""

    person_id: UUID | None
    kind: RequestKind
    province_code: str
    fresh: bool
    answer_due_at: datetime
    words: str | None


async def export(db: Connection, household_id: UUID, adult_id: UUID | None) -> Kept | None:
    """Everything that is kept of a household, or of one adult of it."""
    return await fetch_one(db, EXPORT, household_id, adult_id, into=Kept)


async def count_urgent(db: Connection, *, at: datetime, soon: datetime) -> list[Urgent]:
    """Open requests whose running clock is over, or soon will be, by province."""
    return await fetch_all(db, COUNT_URGENT, at, soon, into=Urgent)


async def list_officers(db: Connection, province: str, *, on: date) -> list[UUID]:
    """Who governs a province on a day."""
    return [row["person_id"] for row in await db.fetch(LIST_OFFICERS, province, on)]


async def find_moved(db: Connection, request_id: UUID, step: str) -> Moved | None:
    """A request with the words of a step."""
    return await fetch_one(db, FIND_MOVED, request_id, step, into=Moved)
