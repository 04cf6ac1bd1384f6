"""A photo in pieces, over a network that breaks: what arrived stays, and the photo is taken once, when it is whole."""

from hashlib import sha256
from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tracking import opens
from api.photos import rules, store
from api.photos.actions import keep, receipt
from api.photos.contracts import Arrived, PhotoReceipt, Piece


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
    tx: Connection, report_id: UUID, position: int, piece: Piece, *,
    files: Files, settings: Settings, caller: Principal | None, key: str | None,
) -> tuple[Arrived, PhotoReceipt | None]:  # fmt: skip
    """Keep one piece; the last one makes the photo, judged as any other. A piece that is here already changes nothing."""
    rules.check_piece(piece)
    by_key = opens(settings.secret_key, report_id, key)
    album = await store.hold_album(
        tx, report_id, by_key=by_key, person_id=caller.person_id if caller else None
    )
    if album is None:
        raise rules.PhotoNotFound
    kept = await store.find_at(tx, report_id, position)
    if kept is not None and rules.is_resend(kept, piece.digest):
        return Arrived(offset=piece.length, whole=True), receipt(kept)
    rules.check_room(album, position, await store.count_others(tx, report_id, position))
    if piece.offset == 0:
        # The beginning again, or another photo in its place: what was there is of no use.
        await store.delete_pieces(tx, report_id, position)
    here = await store.count_bytes(tx, report_id, position, piece.digest)
    if piece.offset > here:
        raise rules.PhotoPieceMisplaced(extra={"offset": here})
    if piece.offset < here:
        return Arrived(offset=here, whole=False), None
    await store.insert_piece(tx, report_id, position, piece, at=now())
    here += len(piece.content)
    if here < piece.length:
        return Arrived(offset=here, whole=False), None
    data = await store.join_pieces(tx, report_id, position)
    if sha256(data).hexdigest() != piece.digest:
        raise rules.PhotoUnusable(detail=rules.CUT_SHORT)
    await store.delete_pieces(tx, report_id, position)
    made, _ = await keep(tx, report_id, position, data, album=album, files=files, taken_for=store.REPORT)
    return Arrived(offset=here, whole=True), made


async def forget_pieces(tx: Connection) -> None:
    """Pieces whose rest never came go after a week."""
    await store.delete_old_pieces(tx, now() - rules.PIECES_KEPT)
