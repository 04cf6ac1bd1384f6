"""SQL of cases: the agency's view and how a case stands. Who may see a row is a parameter."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role
from api.reports.contracts import Case, InboxLine, ReportState
from api.reports.contracts.handling import Standing

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
