"""SQL of reporting: what the rules must know first, the report, who sent it, the sender's own view."""

from datetime import date, datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.reports.contracts import (
    Intake,
    Kept,
    Line,
    MyReport,
    NewReport,
)

FIND_INTAKE = """
select
    c.code as category, c.urgent as category_urgent, c.anonymous_allowed,
    c.acknowledge_within, c.acknowledge_unit, c.finish_within, c.finish_unit,
    u.id as commune_id, u.province_code, u.lat, u.lon, u.area_km2,
    (
        select r.agency_id from category_route r
        where r.province_code = u.province_code
          and (r.category_code is null or r.category_code in (c.code, c.parent_code))
          and (r.commune_id is null or r.commune_id = u.id)
          and r.valid_from <= $3 and (r.valid_to is null or r.valid_to >= $3)
        order by (r.category_code = c.code) desc nulls last, r.category_code is null,
            r.commune_id is null, r.valid_from desc
        limit 1
    ) as agency_id,
    (
        select jsonb_build_object(
            'code', k.code, 'content_hash', k.content_hash, 'state', k.state,
            'received_at', k.received_at, 'due_at', k.due_at
        )
        from report k where k.id = $4
    ) as kept,
    (
        select coalesce(jsonb_agg(jsonb_build_object(
            'scope', h.scope, 'on_date', h.on_date, 'kind', h.kind, 'name', h.name
        )), '[]')
        from holiday h where h.scope in ('VN', u.province_code)
    ) as days,
    (
        select coalesce(jsonb_agg(jsonb_build_object(
            'scope', o.scope, 'valid_from', o.valid_from, 'opens', o.opens, 'closes', o.closes
        ) order by o.valid_from, o.opens), '[]')
        from office_hours o where o.scope in ('VN', u.province_code)
    ) as shifts
from (values (1)) one
left join category c on c.code = $1 and (c.retired_on is null or c.retired_on > $3)
left join admin_unit u
    on u.code = $2 and length(u.code) = 5 and u.valid_from <= $3 and (u.valid_to is null or u.valid_to >= $3)
"""
FIND_KEPT = """
select code, content_hash, state, received_at, due_at from report where id = $1
"""
INSERT_REPORT = """
insert into report (
    id, content_hash, category_code, description, lat, lon, accuracy_m, province_code, commune_id,
    commune_confirmed, commune_distance_m, happened_at, received_at, anonymous, urgent, priority,
    photo_count, state, agency_id, acknowledge_by, due_at, demo
) values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'received', $18, $19, $20, $21
)
on conflict (id) do nothing
returning code, content_hash, state, received_at, due_at
"""
INSERT_REPORTER = """
insert into report_reporter (report_id, person_id, contact_phone) values ($1, $2, $3)
"""
LIST_MINE = """
select
    id, code, category_code, category_name, state, state_name, description, commune_code,
    commune_name, agency_name, urgent, received_at, due_at,
    due_at < coalesce(finished_at, $4) as late, photos_received, version
from report_seen
where id in (select p.report_id from report_reporter p where p.person_id = $1)
  and ($2::uuid is null or id < $2)
order by id desc
limit $3
"""
FIND_MINE = """
select
    id, code, category_code, category_name, state, state_name, description, lat, lon, accuracy_m,
    commune_code, commune_name, anonymous, urgent, happened_at, received_at, due_at,
    due_at < coalesce(finished_at, $4) as late, published, agency_name, answer, refusal_reason,
    finished_at, rating, rating_comment, version, photo_count, photos_received, photos
from report_seen
where id = $1
  and ($2 or exists (select from report_reporter p where p.report_id = $1 and p.person_id = $3))
"""


async def find_intake(db: Connection, report_id: UUID, category: str, commune: str, *, on: date) -> Intake:
    """All that taking a report in must know, in one question: a citizen in a flood pays for each."""
    rows = await fetch_all(db, FIND_INTAKE, category, commune, on, report_id, into=Intake)
    return rows[0]


async def find_kept(db: Connection, report_id: UUID) -> Kept | None:
    """The report of this id, as its sender may be answered."""
    return await fetch_one(db, FIND_KEPT, report_id, into=Kept)


async def insert_report(
    tx: Connection,
    new: NewReport,
    *,
    content_hash: str,
    place: Intake,
    distance_m: int | None,
    received_at: datetime,
    priority: int,
    acknowledge_by: datetime,
    due_at: datetime,
    demo: bool,
) -> Kept | None:
    """Keep the report; None when the id is already there."""
    return await fetch_one(
        tx, INSERT_REPORT, new.id, content_hash, new.category_code, new.description, new.lat, new.lon,
        new.accuracy_m, place.province_code, place.commune_id, new.commune_confirmed, distance_m,
        new.happened_at, received_at, new.anonymous, new.urgent, priority, new.photo_count,
        place.agency_id, acknowledge_by, due_at, demo, into=Kept,
    )  # fmt: skip


async def insert_reporter(
    tx: Connection, report_id: UUID, *, person_id: UUID | None, phone: str | None
) -> None:
    """Keep who reported, apart from the case."""
    await tx.execute(INSERT_REPORTER, report_id, person_id, phone)


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
