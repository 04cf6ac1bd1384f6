"""SQL of photos of visits: pieces, kept ones, withdrawn ones."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one

IS_BARRED = """
select exists (select from visit_photo_barred where mark = visit_photo_mark($1))
"""
FIND_NAMED = """
select (photo.value ->> 'size')::int as size, p.blob_id, p.key, v.id as visit_id
from visit v
join visit_event e on e.event_id = v.event_id
cross join lateral jsonb_array_elements(coalesce(e.body -> 'photos', '[]')) photo
left join visit_photo p on p.visit_id = v.id and p.sha256 = $2
where v.id = $1 and photo.value ->> 'sha256' = encode($2, 'hex') and (v.team_id = any($3::uuid[]) or v.volunteer_id = $4)
"""
LOCK_PHOTO = """
select pg_advisory_xact_lock(hashtextextended('visit-photo:' || $1::uuid::text || encode($2::bytea, 'hex'), 0))
"""
COUNT_BYTES = """
select coalesce(max(starts_at + octet_length(content)), 0) from visit_photo_part where visit_id = $1 and sha256 = $2
"""
INSERT_PIECE = """
insert into visit_photo_part (visit_id, sha256, starts_at, content, received_at) values ($1, $2, $3, $4, $5)
"""
JOIN_PIECES = """
select coalesce(string_agg(content, ''::bytea order by starts_at), ''::bytea) from visit_photo_part
where visit_id = $1 and sha256 = $2
"""
DELETE_PIECES = """
delete from visit_photo_part where visit_id = $1 and sha256 = $2
"""
INSERT_PHOTO = """
insert into visit_photo (visit_id, sha256, size, blob_id, key, received_at)
select $1, $2, $3, $4, $5, $6
where not exists (select from visit_photo_barred where mark = visit_photo_mark($2))
on conflict do nothing
"""
LIST_ERASED = """
select visit_id, sha256, blob_id from visit_photo where erased_at is not null and gone_at is null order by erased_at limit 500
for update skip locked
"""
SET_GONE = """
update visit_photo p set gone_at = $2 where p.blob_id = any($1::uuid[])
"""
FORGET_PIECES = """
delete from visit_photo_part where received_at < $1
"""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A photo a visit names, and its file when it is here and nobody withdrew it."""

    visit_id: UUID
    size: int
    blob_id: UUID | None
    key: bytes | None


class Erased(msgspec.Struct, frozen=True):
    """A file that must go."""

    visit_id: UUID
    sha256: bytes
    blob_id: UUID


async def is_barred(db: Connection, sha256: bytes) -> bool:
    """Whether somebody withdrew this very photo."""
    barred: bool = await db.fetchval(IS_BARRED, sha256)
    return barred


async def find_named(
    db: Connection, visit_id: UUID, sha256: bytes, *, teams: Sequence[UUID], person_id: UUID
) -> Named | None:
    """A photo that a visit of these teams, or of this person, names."""
    return await fetch_one(db, FIND_NAMED, visit_id, sha256, teams, person_id, into=Named)


async def lock_photo(tx: Connection, visit_id: UUID, sha256: bytes) -> None:
    """One piece of a photo at a time."""
    await tx.execute(LOCK_PHOTO, visit_id, sha256)


async def count_bytes(db: Connection, visit_id: UUID, sha256: bytes) -> int:
    """How far the pieces of a photo reach."""
    reach: int = await db.fetchval(COUNT_BYTES, visit_id, sha256)
    return reach


async def insert_piece(
    tx: Connection, visit_id: UUID, sha256: bytes, *, offset: int, content: bytes, at: datetime
) -> None:
    """Keep a piece."""
    await tx.execute(INSERT_PIECE, visit_id, sha256, offset, content, at)


async def join_pieces(db: Connection, visit_id: UUID, sha256: bytes) -> bytes:
    """What is here of a photo."""
    data: bytes = await db.fetchval(JOIN_PIECES, visit_id, sha256)
    return data


async def keep_photo(
    tx: Connection, visit_id: UUID, sha256: bytes, *, size: int, blob_id: UUID, key: bytes, at: datetime
) -> bool:
    """The file is stored: say so, unless it was withdrawn meanwhile."""
    await tx.execute(DELETE_PIECES, visit_id, sha256)
    return await tx.execute(INSERT_PHOTO, visit_id, sha256, size, blob_id, key, at) == "INSERT 0 1"


async def list_erased(tx: Connection) -> list[Erased]:
    """Files whose key is destroyed and that still lie in the store."""
    return await fetch_all(tx, LIST_ERASED, into=Erased)


async def set_gone(tx: Connection, blobs: Sequence[UUID], *, at: datetime) -> None:
    """Their files were deleted."""
    await tx.execute(SET_GONE, blobs, at)


async def forget_pieces(tx: Connection, before: datetime) -> None:
    """Pieces whose rest never came."""
    await tx.execute(FORGET_PIECES, before)
