"""SQL of moderation. It writes what of a report and its photos is public; nobody else changes that once it is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from api.kit.areas import Area
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role
from api.moderation.contracts import Deed, Held, HeldPhoto, Past, Publication, SeenPhoto, ToLook

Change: TypeAlias = tuple[dict[str, Any], dict[str, Any]]
"""What was there before a deed, and after."""
LIST_TO_LOOK = """
select
    r.id, r.code, c.name as category_name, u.name as commune_name, s.name as state_name,
    date_trunc('minute', r.received_at) as received_at, r.published_at is not null as published,
    waiting.photos::integer as photos_waiting, m.looked_at, r.number
from report r
join category c on c.code = r.category_code
join admin_unit u on u.id = r.commune_id
join report_state s on s.code = r.state
left join moderation m on m.report_id = r.id
cross join lateral (
    select count(*) as photos from photo p
    where p.report_id = r.id and p.moderated_at is null and p.state = 'ready'
) waiting
where (r.agency_id = any($1::uuid[]) or r.province_code = any($2::text[]))
  and c.public and r.parent_id is null and r.state not in ('refused', 'merged')
  and case when $3 then waiting.photos > 0 or r.published_at is not null and m.looked_at is null
      else m.looked_at is not null or r.withheld_at is not null end
  and ($4::bigint is null or r.number < $4)
order by r.number desc
limit $5
"""
FIND_PUBLICATION = """
select
    r.id, r.code, coalesce(m.version, 0) as version, c.name as category_name, u.name as commune_name,
    s.name as state_name, r.description, r.published_at is not null as published,
    r.withheld_at is not null as withheld,
    c.public and r.acknowledged_at is not null and r.state not in ('refused', 'merged') as may_publish,
    r.public_text, r.public_lat, r.public_lon, m.looked_at
from report r
join category c on c.code = r.category_code
join admin_unit u on u.id = r.commune_id
join report_state s on s.code = r.state
left join moderation m on m.report_id = r.id
where r.id = $1 and (r.agency_id = any($2::uuid[]) or r.province_code = any($3::text[]))
"""
LIST_PHOTOS = """
select
    p.id, p.position, p.taken_for, p.width, p.height, p.hidden, p.moderated_at is not null as moderated,
    p.made_version is not distinct from p.areas_version as ready, p.blur_whole,
    (
        select coalesce(json_agg(json_build_object('x', a.x, 'y', a.y, 'w', a.w, 'h', a.h, 'what', a.what)
            order by a.id), '[]')
        from photo_area a where a.photo_id = p.id
    ) as areas,
    '/v1/photos/' || p.id || '/large' as large, '/v1/photos/' || p.id || '/small' as small
from photo p
where p.report_id = $1 and p.state = 'ready'
order by p.taken_for desc, p.position
"""
LIST_PAST = """
select m.id, m.photo_id, m.action, m.before, m.after, m.reason, m.by, n.display_name as staff_name, m.occurred_at
from moderation_step m
left join person n on n.id = m.staff_id
where m.report_id = $1 and ($2::bigint is null or m.id = $2)
order by m.id desc
limit 100
"""
HOLD_CASE = """
select
    r.id, coalesce(m.version, 0) as version,
    case when r.province_code = any($3::text[]) then 'officer' else 'handler' end as by, r.open,
    exists (select from report_reporter w where w.report_id = r.id and w.person_id = $4) as own,
    c.public and r.parent_id is null as public_subject,
    r.acknowledged_at is not null and r.state not in ('refused', 'merged') as accepted,
    r.description, r.published_at, r.withheld_at is not null as withheld, r.public_text, r.public_lat, r.public_lon,
    r.lat, r.lon, c.public_decimals, m.looked_at
from report r
join category c on c.code = r.category_code
left join moderation m on m.report_id = r.id
where r.id = $1 and (r.agency_id = any($2::uuid[]) or r.province_code = any($3::text[]))
for update of r
"""
HOLD_PHOTO = """
select
    p.id, p.report_id, p.hidden, p.moderated_at is not null as moderated, p.blur_whole,
    (
        select coalesce(json_agg(json_build_object('x', a.x, 'y', a.y, 'w', a.w, 'h', a.h, 'what', a.what)
            order by a.id), '[]')
        from photo_area a where a.photo_id = p.id
    ) as areas
from photo p
where p.id = $1 and p.state = 'ready'
for update of p
"""
FIND_REPORT_OF = """
select report_id from photo where id = $1
"""
SET_PUBLIC = """
update report
set public_text = $2, public_lat = $3, public_lon = $4, published_at = $5,
    withheld_at = case when $6 then coalesce(withheld_at, $7::timestamptz) end
where id = $1
"""
SET_HIDDEN = """
update photo set hidden = $2, moderated_at = case when $3 then $4::timestamptz end where id = $1
"""
SET_AREAS = """
with gone as (
    delete from photo_area where photo_id = $1
), kept as (
    insert into photo_area (photo_id, x, y, w, h, what, by)
    select $1, x, y, w, h, what, 'moderator'
    from unnest($3::real[], $4::real[], $5::real[], $6::real[], $7::text[]) as a(x, y, w, h, what)
)
update photo set areas_version = areas_version + 1, blur_whole = $2 where id = $1
"""
SET_VERSION = """
insert into moderation (report_id, version, looked_at) values ($1, 1, $2)
on conflict (report_id) do update set version = moderation.version + 1, looked_at = excluded.looked_at
"""
INSERT_STEP = """
insert into moderation_step (report_id, photo_id, action, before, after, reason, staff_id, by, occurred_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""
INSERT_OPENING = """
insert into photo_opening (photo_id, staff_id, reason, opened_at)
select p.id, $4, $5, $6
from photo p
join report r on r.id = p.report_id
where p.id = $1 and p.state = 'ready' and (r.agency_id = any($2::uuid[]) or r.province_code = any($3::text[]))
returning id
"""


def agencies_of(me: Principal) -> list[UUID]:
    """The agencies whose cases this person moderates."""
    return list(me.agency_ids) if me.has(Role.HANDLER) else []


def provinces_of(me: Principal) -> list[str]:
    """The provinces all of whose cases this person moderates."""
    return list(me.province_codes) if me.has(Role.OFFICER) else []


async def list_to_look(
    db: Connection, seen_by: Principal, *, waiting: bool, before: int | None, limit: int
) -> list[ToLook]:
    """Cases with something nobody has looked at (or, `waiting` false, those that were), newest first."""
    return await fetch_all(
        db, LIST_TO_LOOK, agencies_of(seen_by), provinces_of(seen_by), waiting, before, limit, into=ToLook
    )


async def find_publication(db: Connection, report_id: UUID, *, seen_by: Principal) -> Publication | None:
    """What of a case is or would be public, without its photos and history."""
    args = (agencies_of(seen_by), provinces_of(seen_by))
    return await fetch_one(db, FIND_PUBLICATION, report_id, *args, into=Publication)


async def list_photos(db: Connection, report_id: UUID) -> list[SeenPhoto]:
    """The photos of a case: before first, then those of the result."""
    return await fetch_all(db, LIST_PHOTOS, report_id, into=SeenPhoto)


async def list_past(db: Connection, report_id: UUID, *, step_id: int | None = None) -> list[Past]:
    """What was done, the latest first."""
    return await fetch_all(db, LIST_PAST, report_id, step_id, into=Past)


async def hold_case(tx: Connection, report_id: UUID, *, seen_by: Principal) -> Held | None:
    """The case, held until the transaction ends, for those who moderate it."""
    args = (agencies_of(seen_by), provinces_of(seen_by), seen_by.person_id)
    return await fetch_one(tx, HOLD_CASE, report_id, *args, into=Held)


async def hold_photo(tx: Connection, photo_id: UUID) -> HeldPhoto | None:
    """A photo of a case that is held already."""
    return await fetch_one(tx, HOLD_PHOTO, photo_id, into=HeldPhoto)


async def find_report_of(db: Connection, photo_id: UUID) -> UUID | None:
    """The case of a photo."""
    found: UUID | None = await db.fetchval(FIND_REPORT_OF, photo_id)
    return found


async def set_public(tx: Connection, case: Held, at: datetime) -> None:
    """Write the public face of a case."""
    await tx.execute(
        SET_PUBLIC, case.id, case.public_text, case.public_lat, case.public_lon, case.published_at,
        case.withheld, at,
    )  # fmt: skip


async def set_hidden(tx: Connection, photo_id: UUID, *, hidden: bool, moderated: bool, at: datetime) -> None:
    """Show or hide one photo."""
    await tx.execute(SET_HIDDEN, photo_id, hidden, moderated, at)


async def set_areas(tx: Connection, photo_id: UUID, areas: Sequence[Area], *, whole: bool) -> None:
    """What is blurred from now on; the photo is not public until its copies show it."""
    columns = [[getattr(area, name) for area in areas] for name in ("x", "y", "w", "h", "what")]
    await tx.execute(SET_AREAS, photo_id, whole, *columns)


async def add_step(
    tx: Connection,
    case: Held,
    deed: Deed,
    *,
    change: Change,
    staff_id: UUID,
    at: datetime,
    photo_id: UUID | None = None,
    reason: str | None = None,
) -> None:
    """The deed in the history, and the next version."""
    await tx.execute(SET_VERSION, case.id, at if deed is Deed.LOOK else case.looked_at)
    await tx.execute(INSERT_STEP, case.id, photo_id, deed, *change, reason, staff_id, case.by, at)


async def insert_opening(tx: Connection, photo_id: UUID, *, me: Principal, reason: str, at: datetime) -> bool:
    """Write down who looks behind the blurring, and why; False for a photo that is not theirs."""
    found = await tx.fetchval(
        INSERT_OPENING, photo_id, agencies_of(me), provinces_of(me), me.person_id, reason, at
    )
    return found is not None
