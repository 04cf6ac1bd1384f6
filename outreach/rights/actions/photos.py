"""Photos of visits: in pieces over a bad network, sealed under keys of their own, and gone when somebody withdraws."""

import hashlib
from uuid import UUID, uuid4

from cryptography.fernet import Fernet

from api.kit.clock import now
from api.kit.db import Connection, Database
from api.kit.files import Files
from api.kit.images import ImageRefused, judge
from api.kit.principal import Principal
from outreach.rights import rules
from outreach.rights.contracts.photos import PhotoArrived
from outreach.rights.store import photos as store

CONTENT = "application/octet-stream"


def key_of(blob_id: UUID) -> str:
    """Where a file lies; what is in it only its key tells."""
    return f"visits/{blob_id}"


async def find(db: Connection, me: Principal, visit_id: UUID, sha256: bytes) -> store.Named:
    """A photo that a visit of one's own team names; one that was withdrawn is refused by its hash."""
    if await store.is_barred(db, sha256):
        raise rules.PhotoWithdrawn
    named = await store.find_named(db, visit_id, sha256, teams=me.team_ids, person_id=me.person_id)
    if named is None:
        raise rules.VisitPhotoNotFound
    return named


async def arrived(db: Connection, me: Principal, visit_id: UUID, sha256: bytes) -> PhotoArrived:
    """How many bytes of a photo are here: where to go on."""
    named = await find(db, me, visit_id, sha256)
    if named.key is not None:
        return PhotoArrived(offset=named.size, whole=True)
    return PhotoArrived(offset=await store.count_bytes(db, visit_id, sha256), whole=False)


async def add(
    database: Database,
    me: Principal,
    visit_id: UUID,
    sha256: bytes,
    *,
    offset: int,
    content: bytes,
    files: Files,
) -> PhotoArrived:
    """Keep a piece; with the last one the photo is judged, stripped, sealed and stored. Again changes nothing."""
    async with database.write() as tx:
        named = await find(tx, me, visit_id, sha256)
        await store.lock_photo(tx, visit_id, sha256)
        if named.key is not None:
            return PhotoArrived(offset=named.size, whole=True)
        here = await store.count_bytes(tx, visit_id, sha256)
        if offset > here:
            raise rules.VisitPhotoMisplaced(extra={"offset": here})
        if offset < here:
            return PhotoArrived(offset=here, whole=False)
        reach = here + len(content)
        if not content or reach > named.size:
            raise rules.VisitPhotoUnusable
        if reach < named.size:
            await store.insert_piece(tx, visit_id, sha256, offset=offset, content=content, at=now())
            return PhotoArrived(offset=reach, whole=False)
        # The last piece is not kept: should what follows break off, the phone sends it again.
        data = await store.join_pieces(tx, visit_id, sha256) + content
    blob_id, key = uuid4(), Fernet.generate_key()
    # The file comes before its row: what breaks off in between is noise nobody has a key of.
    await files.put(key_of(blob_id), Fernet(key).encrypt(stripped(data, sha256)), CONTENT)
    async with database.write() as tx:
        kept = await store.keep_photo(
            tx, visit_id, sha256, size=named.size, blob_id=blob_id, key=key, at=now()
        )
    if not kept:
        await files.delete(key_of(blob_id))
    return PhotoArrived(offset=named.size, whole=True)


def stripped(data: bytes, sha256: bytes) -> bytes:
    """The photo the visit names, without place, serial number and name; VisitPhotoUnusable for any other."""
    if hashlib.sha256(data).digest() != sha256:
        raise rules.VisitPhotoUnusable
    try:
        bare = judge(data).stripped
    except ImageRefused as error:
        raise rules.VisitPhotoUnusable from error
    if bare is None:
        raise rules.VisitPhotoUnusable(detail="Hãy gửi ảnh JPEG, PNG hoặc WebP")
    return bare


async def show(db: Connection, me: Principal, visit_id: UUID, sha256: bytes, *, files: Files) -> bytes:
    """A photo of a visit of one's own team."""
    named = await find(db, me, visit_id, sha256)
    sealed = await files.get(key_of(named.blob_id)) if named.blob_id and named.key else None
    if sealed is None or named.key is None:
        raise rules.VisitPhotoNotFound
    return Fernet(named.key).decrypt(sealed)


async def delete_erased(tx: Connection, files: Files) -> None:
    """Delete the files of withdrawn photos; without their keys they were noise already."""
    erased = await store.list_erased(tx)
    for one in erased:
        await files.delete(key_of(one.blob_id))
    await store.set_gone(tx, [one.blob_id for one in erased], at=now())


async def forget_pieces(tx: Connection) -> None:
    """Pieces whose rest never came go after a week."""
    await store.forget_pieces(tx, now() - rules.PIECES_KEPT)
