"""A photo in pieces, over a network that breaks: what arrived stays, and the photo is taken once, when it is whole."""

from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection, Database
from api.kit.files import Files
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tracking import opens
from api.photos import rules, store
from api.photos.actions import find_kept, reporters, take
from api.photos.actions.hands import in_hands
from api.photos.contracts import Album, Arrived, Piece


async def arrived(
    db: Connection, report_id: UUID, position: int, digest: str, *,
    settings: Settings, caller: Principal | None, key: str | None,
) -> Arrived:  # fmt: skip
    """How many bytes of this photo are here: where to go on."""
    by_key = opens(settings.secret_key, report_id, key)
    if not await store.is_own(db, report_id, by_key=by_key, person_id=caller.person_id if caller else None):
        raise rules.PhotoNotFound
    kept = await store.find_at(db, report_id, position)
    if kept is not None and rules.is_resend(kept, digest):
        return Arrived(offset=0, whole=True)
    return Arrived(offset=await store.count_bytes(db, report_id, position, digest), whole=False)


async def add_piece(
    database: Database, report_id: UUID, position: int, piece: Piece, *,
    files: Files, settings: Settings, caller: Principal | None, key: str | None,
) -> Arrived:  # fmt: skip
    """Keep one piece; with the last one the photo is taken as any other. A piece that is here already changes nothing."""
    rules.check_piece(piece)
    hold = reporters(report_id, settings=settings, caller=caller, key=key)
    async with database.write() as tx:
        here = await put_piece(tx, report_id, position, piece, album=await hold(tx))
        if here is not None:
            return here
        # The last piece is not kept: should what follows break off, the phone sends it again.
        data = await store.join_pieces(tx, report_id, position) + piece.content
    if await in_hands(rules.digest_of, data) != piece.digest:
        raise rules.PhotoUnusable(detail=rules.CUT_SHORT)
    await take(database, report_id, position, data, hold=hold, files=files, taken_for=store.REPORT)
    return Arrived(offset=piece.length, whole=True)


async def put_piece(
    tx: Connection, report_id: UUID, position: int, piece: Piece, *, album: Album
) -> Arrived | None:
    """How far the photo is here with this piece; None: this is its last."""
    if await find_kept(tx, report_id, position, piece.digest, album=album, taken_for=store.REPORT):
        return Arrived(offset=piece.length, whole=True)
    if piece.offset == 0:
        # The beginning again, or another photo in its place: what was there is of no use.
        await store.delete_pieces(tx, report_id, position)
    here = await store.count_bytes(tx, report_id, position, piece.digest)
    if piece.offset > here:
        raise rules.PhotoPieceMisplaced(extra={"offset": here})
    if piece.offset < here:
        return Arrived(offset=here, whole=False)
    reach = here + len(piece.content)
    if reach == piece.length:
        return None
    await store.insert_piece(tx, report_id, position, piece, at=now())
    return Arrived(offset=reach, whole=False)


async def forget_pieces(tx: Connection) -> None:
    """Pieces whose rest never came go after a week."""
    await store.delete_old_pieces(tx, now() - rules.PIECES_KEPT)
