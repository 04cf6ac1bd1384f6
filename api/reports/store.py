"""SQL of cases. Who may see a row is a parameter of every function that reads one."""

from datetime import date, datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role
from api.reports.contracts import (
    Case,
    Intake,
    Kept,
    InboxLine,
    Line,
    MyReport,
    NewReport,
    ReportState,
    Standing,
    Step,
    Telling,
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
    ) as agency_id
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
INSERT_STEP = """
insert into report_step (report_id, action, state, note, by, agency_id, staff_id, occurred_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id
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
LIST_CASES = """
select
    id, code, category_code, category_name, state, state_name, description, commune_code,
    commune_name, agency_name, urgent, received_at, due_at,
    due_at < coalesce(finished_at, $5) as late, photos_received, version, priority
from report_seen
where (agency_id = any($1::uuid[]) or province_code = any($2::text[]))
  and is_open = $8 and ($9::text is null or state = $9)
  and ($3::smallint is null or (priority, due_at, id) > ($3, $6::timestamptz, $7::uuid))
order by priority, due_at, id
limit $4
"""
FIND_CASE = """
select
    id, code, category_code, category_name, state, state_name, description, lat, lon, accuracy_m,
    commune_code, commune_name, commune_confirmed, commune_distance_m, urgent, received_at,
    acknowledge_by, due_at, due_at < coalesce(finished_at, $4) as late, published, agency_id,
    agency_name, answer, refusal_reason, finished_at, rating, rating_comment, version, photo_count,
    photos_received, photos
from report_seen
where id = $1 and ($5 or agency_id = any($2::uuid[]) or province_code = any($3::text[]))
"""
LIST_STEPS = """
select t.action, t.state, t.note, t.by, a.name as agency_name, t.occurred_at
from report_step t
left join agency a on a.id = t.agency_id
where t.report_id = $1
order by t.id
"""
HOLD_CASE = """
select
    r.id, r.version, r.state, r.agency_id, r.answer, r.refusal_reason, r.acknowledged_at,
    r.finished_at, r.closed_at, r.published_at, r.public_text, r.public_lat, r.public_lon,
    r.description, r.lat, r.lon, c.public as category_public, c.public_decimals
from report r
join category c on c.code = r.category_code
where r.id = $1
  and ($2 or r.agency_id = any($3::uuid[]) or r.province_code = any($4::text[])
       or exists (select from report_reporter p where p.report_id = $1 and p.person_id = $5))
for update of r
"""
SET_STANDING = """
update report set
    version = version + 1, state = $3, agency_id = $4, answer = $5, refusal_reason = $6,
    acknowledged_at = $7, finished_at = $8, closed_at = $9, published_at = $10, public_text = $11,
    public_lat = $12, public_lon = $13
where id = $1 and version = $2
returning version
"""
SET_RATING = """
update report set rating = $2, rating_comment = $3, rated_at = $4 where id = $1
"""
FIND_AGENCY = """
select exists (select from agency where id = $1)
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


def agencies_of(me: Principal) -> list[UUID]:
    """The agencies whose cases this person handles."""
    return list(me.agency_ids) if me.has(Role.HANDLER) else []


def provinces_of(me: Principal) -> list[str]:
    """The provinces all of whose cases this person oversees."""
    return list(me.province_codes) if me.has(Role.OFFICER) else []


async def find_intake(db: Connection, category: str, commune: str, *, on: date) -> Intake:
    """The subject, the commune in force on that day and the agency routed to."""
    rows = await fetch_all(db, FIND_INTAKE, category, commune, on, into=Intake)
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
    step: int = await tx.fetchval(
        INSERT_STEP, report_id, action, state, note, by, agency_id, staff_id, at
    )
    return step


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


async def list_cases(
    db: Connection,
    seen_by: Principal,
    *,
    state: ReportState | None,
    is_open: bool,
    after: tuple[int, datetime, UUID] | None,
    limit: int,
    at: datetime,
) -> list[InboxLine]:
    """The inbox: rescue and urgent first, then by deadline."""
    key, due, last = after or (None, None, None)
    return await fetch_all(
        db, LIST_CASES, agencies_of(seen_by), provinces_of(seen_by), key, limit, at, due, last,
        is_open, state, into=InboxLine,
    )  # fmt: skip


async def find_case(
    db: Connection, report_id: UUID, *, seen_by: Principal, just_held: bool, at: datetime
) -> Case | None:
    """A case for those who handle it, or who have just passed it on."""
    args = (agencies_of(seen_by), provinces_of(seen_by), at, just_held)
    return await fetch_one(db, FIND_CASE, report_id, *args, into=Case)


async def list_steps(db: Connection, report_id: UUID) -> list[Step]:
    """The timeline."""
    return await fetch_all(db, LIST_STEPS, report_id, into=Step)


async def hold_case(tx: Connection, report_id: UUID, *, seen_by: Principal) -> Standing | None:
    """The case, held until the transaction ends, for those who handle it."""
    args = (False, agencies_of(seen_by), provinces_of(seen_by), None)
    return await fetch_one(tx, HOLD_CASE, report_id, *args, into=Standing)


async def hold_mine(
    tx: Connection, report_id: UUID, *, by_key: bool, person_id: UUID | None
) -> Standing | None:
    """The case, held until the transaction ends, for its reporter."""
    return await fetch_one(tx, HOLD_CASE, report_id, by_key, [], [], person_id, into=Standing)


async def set_standing(tx: Connection, case: Standing) -> int | None:
    """Write how the case stands now; None when its version is no longer the one read."""
    version: int | None = await tx.fetchval(
        SET_STANDING, case.id, case.version, case.state, case.agency_id, case.answer,
        case.refusal_reason, case.acknowledged_at, case.finished_at, case.closed_at,
        case.published_at, case.public_text, case.public_lat, case.public_lon,
    )  # fmt: skip
    return version


async def set_rating(
    tx: Connection, report_id: UUID, *, stars: int, comment: str | None, at: datetime
) -> None:
    """Keep the reporter's verdict."""
    await tx.execute(SET_RATING, report_id, stars, comment, at)


async def has_agency(db: Connection, agency_id: UUID) -> bool:
    """Whether there is such an agency."""
    found: bool = await db.fetchval(FIND_AGENCY, agency_id)
    return found


async def find_telling(db: Connection, step_id: int) -> Telling | None:
    """What to tell the reporter of one step."""
    return await fetch_one(db, FIND_TELLING, step_id, into=Telling)
