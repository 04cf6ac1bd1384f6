"""SQL of photos."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.kit.areas import Area
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.images import ImageFault
from api.kit.principal import Principal, Role
from api.photos.contracts import Album, Laid, Made, Photo, Piece, RefusedPhoto, ShownPhoto, Upload

REPORT, ANSWER = "report", "answer"
"""What a photo was taken for: what the reporter saw, what the agency did."""
HOLD_ALBUM = """
select r.photo_count, r.open as is_open, c.sealed
from report r
join category c on c.code = r.category_code
where r.id = $1
  and ($2 or exists (select from report_reporter p where p.report_id = $1 and p.person_id = $3))
for update of r
"""
HOLD_CASE_ALBUM = """
select 4::smallint as photo_count, r.open and r.finished_at is null as is_open, false as sealed
from report r
where r.id = $1 and r.agency_id = any($2::uuid[])
for update of r
"""
FIND_AT = """
select id, report_id, position, sha256, kind, state, fault, stripped, areas_version, made_version, blur_whole
from photo
where report_id = $1 and position = $2 and taken_for = $3
"""
COUNT_OTHERS = """
select count(*) from photo where report_id = $1 and position <> $2 and taken_for = $3
"""
LIST_PLACES = """
select id, position, sha256 from photo where report_id = $1 and taken_for = 'report' and state <> 'refused'
order by position
"""
PUT_PHOTO = """
insert into photo (
    report_id, position, sha256, kind, stripped, width, height, hidden, received_at, taken_for, id, moderated_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when not $8::boolean then $9::timestamptz end)
on conflict (report_id, taken_for, position) do update
set id = excluded.id, sha256 = excluded.sha256, kind = excluded.kind, stripped = excluded.stripped, state = 'waiting',
    fault = null, width = excluded.width, height = excluded.height, hidden = excluded.hidden,
    received_at = excluded.received_at, moderated_at = null, made_version = null
where photo.state = 'refused'
returning id, report_id, position, sha256, kind, state, fault, stripped, areas_version, made_version, blur_whole
"""
FIND_PHOTO = """
select id, report_id, position, sha256, kind, state, fault, stripped, areas_version, made_version, blur_whole from photo where id = $1
"""
FIND_SHOWN = """
select p.id, p.made_version,
    r.published_at is not null and not p.hidden and p.made_version = p.areas_version as public
from photo p
join report r on r.id = p.report_id
where p.id = $1 and p.state = 'ready'
  and (
    r.published_at is not null and not p.hidden and p.made_version = p.areas_version
    or $2 or r.agency_id = any($3::uuid[]) or r.province_code = any($4::text[])
    or exists (select from report_reporter w where w.report_id = r.id and w.person_id = $5)
  )
"""
SET_READY = """
update photo set state = 'ready', width = $2, height = $3, made_version = $4 where id = $1 and state = 'waiting'
returning id
"""
SET_MADE = """
update photo set made_version = $2 where id = $1 and (made_version is null or made_version < $2)
"""
FIND_AREAS = """
select x, y, w, h, what from photo_area where photo_id = $1 order by id
"""
INSERT_AREAS = """
insert into photo_area (photo_id, x, y, w, h, what, by)
select $1, x, y, w, h, what, 'detector'
from unnest($2::real[], $3::real[], $4::real[], $5::real[], $6::text[]) as a(x, y, w, h, what)
where not exists (select from photo_area o where o.photo_id = $1)
"""
SET_REFUSED = """
update photo set state = 'refused', fault = $2 where id = $1 and state = 'waiting'
"""
FIND_REFUSED = """
select w.person_id, p.report_id, r.code, p.position, p.fault
from photo p
join report r on r.id = p.report_id
left join report_reporter w on w.report_id = r.id
where p.id = $1 and p.state = 'refused'
"""


IS_OWN = """
select exists (
    select from report r where r.id = $1
      and ($2 or exists (select from report_reporter p where p.report_id = $1 and p.person_id = $3::uuid))
)
"""
COUNT_BYTES = """
select coalesce(max(starts_at + octet_length(content)), 0) from photo_part
where report_id = $1 and position = $2 and sha256 = $3
"""
INSERT_PIECE = """
insert into photo_part (report_id, position, starts_at, sha256, content, received_at) values ($1, $2, $3, $4, $5, $6)
"""
JOIN_PIECES = """
select coalesce(string_agg(content, ''::bytea order by starts_at), ''::bytea) from photo_part where report_id = $1 and position = $2
"""
DELETE_PIECES = """
delete from photo_part where report_id = $1 and position = $2
"""
DELETE_OLD_PIECES = """
delete from photo_part where received_at < $1
"""
INSERT_UPLOAD = """
insert into photo_upload (id, sha256, begun_on) values ($1, $2, $3)
"""
DELETE_UPLOAD = """
delete from photo_upload where id = $1
"""
DELETE_OLD_UPLOADS = """
delete from photo_upload where begun_on < $1 returning id, sha256
"""


async def hold_album(
    tx: Connection, report_id: UUID, *, by_key: bool, person_id: UUID | None
) -> Album | None:
    """The reporter's own report, held until the transaction ends."""
    return await fetch_one(tx, HOLD_ALBUM, report_id, by_key, person_id, into=Album)


async def hold_case_album(tx: Connection, report_id: UUID, *, seen_by: Principal) -> Album | None:
    """The case as its handling agency adds photos of the result, held until the transaction ends."""
    agencies = list(seen_by.agency_ids) if seen_by.has(Role.HANDLER) else []
    return await fetch_one(tx, HOLD_CASE_ALBUM, report_id, agencies, into=Album)


async def find_at(db: Connection, report_id: UUID, position: int, *, taken_for: str = REPORT) -> Photo | None:
    """The photo at this position."""
    return await fetch_one(db, FIND_AT, report_id, position, taken_for, into=Photo)


async def count_others(db: Connection, report_id: UUID, position: int, *, taken_for: str = REPORT) -> int:
    """How many other positions of the report are filled."""
    count: int = await db.fetchval(COUNT_OTHERS, report_id, position, taken_for)
    return count


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A position that is filled, and with what."""

    id: UUID
    position: int
    sha256: str


async def list_places(db: Connection, report_id: UUID) -> list[Placed]:
    """The positions of a report that are filled."""
    return await fetch_all(db, LIST_PLACES, report_id, into=Placed)


async def put_photo(
    tx: Connection,
    report_id: UUID,
    *,
    position: int,
    laid: Laid,
    hidden: bool,
    at: datetime,
    taken_for: str = REPORT,
) -> Photo | None:
    """Keep a photo at its position under its own id; a refused one, of which nothing hangs, is replaced."""
    judged = laid.judged
    return await fetch_one(
        tx, PUT_PHOTO, report_id, position, laid.sha256, judged.kind, judged.stripped is not None,
        judged.width, judged.height, hidden, at, taken_for, laid.id, into=Photo,
    )  # fmt: skip


async def find_photo(db: Connection, photo_id: UUID) -> Photo | None:
    """A photo by its id."""
    return await fetch_one(db, FIND_PHOTO, photo_id, into=Photo)


async def find_shown(
    db: Connection, photo_id: UUID, *, seen_by: Principal | None, by_key: bool
) -> ShownPhoto | None:
    """A photo this caller may see: everybody when public, else its reporter and its handlers."""
    handler = seen_by is not None and seen_by.has(Role.HANDLER)
    officer = seen_by is not None and seen_by.has(Role.OFFICER)
    return await fetch_one(
        db,
        FIND_SHOWN,
        photo_id,
        by_key,
        list(seen_by.agency_ids) if seen_by and handler else [],
        list(seen_by.province_codes) if seen_by and officer else [],
        seen_by.person_id if seen_by else None,
        into=ShownPhoto,
    )


async def set_ready(tx: Connection, photo_id: UUID, made: Made) -> bool:
    """The copies to show are there; False when they were before."""
    found = await tx.fetchval(SET_READY, photo_id, made.width, made.height, made.version)
    return found is not None


async def set_made(tx: Connection, photo_id: UUID, version: int) -> None:
    """The copies show this version of what is blurred."""
    await tx.execute(SET_MADE, photo_id, version)


async def list_areas(db: Connection, photo_id: UUID) -> list[Area]:
    """What is blurred in a photo."""
    return await fetch_all(db, FIND_AREAS, photo_id, into=Area)


async def insert_areas(tx: Connection, photo_id: UUID, areas: Sequence[Area]) -> None:
    """What the detector found, unless somebody has said what to blur."""
    if areas:
        rows = zip(*((a.x, a.y, a.w, a.h, a.what) for a in areas), strict=True)
        await tx.execute(INSERT_AREAS, photo_id, *map(list, rows))


async def set_refused(tx: Connection, photo_id: UUID, fault: ImageFault) -> None:
    """The pixels could not be read."""
    await tx.execute(SET_REFUSED, photo_id, fault)


async def find_refused(db: Connection, photo_id: UUID) -> RefusedPhoto | None:
    """What to tell the reporter of a refused photo."""
    return await fetch_one(db, FIND_REFUSED, photo_id, into=RefusedPhoto)


async def is_own(db: Connection, report_id: UUID, *, by_key: bool, person_id: UUID | None) -> bool:
    """Whether this caller reported it."""
    own: bool = await db.fetchval(IS_OWN, report_id, by_key, person_id)
    return own


async def count_bytes(db: Connection, report_id: UUID, position: int, digest: str) -> int:
    """How far the pieces of this photo reach; each was kept only where the one before ended."""
    reach: int = await db.fetchval(COUNT_BYTES, report_id, position, digest)
    return reach


async def insert_piece(tx: Connection, report_id: UUID, position: int, piece: Piece, *, at: datetime) -> None:
    """Keep a piece."""
    await tx.execute(INSERT_PIECE, report_id, position, piece.offset, piece.digest, piece.content, at)


async def join_pieces(db: Connection, report_id: UUID, position: int) -> bytes:
    """The photo, of its pieces."""
    data: bytes = await db.fetchval(JOIN_PIECES, report_id, position)
    return data


async def delete_pieces(tx: Connection, report_id: UUID, position: int) -> None:
    """Forget the pieces at this position."""
    await tx.execute(DELETE_PIECES, report_id, position)


async def delete_old_pieces(tx: Connection, before: datetime) -> None:
    """Forget pieces whose rest never came."""
    await tx.execute(DELETE_OLD_PIECES, before)


async def insert_upload(tx: Connection, laid: Laid, *, on: date) -> None:
    """An original is about to be stored: who finds this row alone finds an orphan."""
    await tx.execute(INSERT_UPLOAD, laid.id, laid.sha256, on)


async def delete_upload(tx: Connection, upload_id: UUID) -> None:
    """The original is a photo's now."""
    await tx.execute(DELETE_UPLOAD, upload_id)


async def delete_old_uploads(tx: Connection, before: date) -> list[Upload]:
    """Originals that became no photo's."""
    return await fetch_all(tx, DELETE_OLD_UPLOADS, before, into=Upload)
