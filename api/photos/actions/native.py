"""Photos through Zalo's own uploader, which sends no headers of ours."""

from collections.abc import Sequence
from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection, Database
from api.kit.files import Files
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tracking import UPLOAD_OPEN, photo_proof, proves_upload, tracking_key, upload_proof
from api.photos import rules, store
from api.photos.actions import keep, lay, reporters
from api.photos.actions.hands import in_hands
from api.photos.contracts import MAX_BYTES, Album, Laid, NativeAddress, NativeUrls


async def open_native(
    db: Connection, report_id: UUID, *, settings: Settings, caller: Principal | None, key: str | None
) -> NativeAddress:
    """An address for Zalo's own uploader, given to the reporter only."""
    hold = reporters(report_id, settings=settings, caller=caller, key=key)
    await hold(db)
    proof = upload_proof(settings.secret_key, report_id, now())
    url = f"{settings.public_url}/v1/reports/{report_id}/photos/native?{proof}"
    return NativeAddress(url=url, max_bytes=MAX_BYTES, expires_in=int(UPLOAD_OPEN.total_seconds()))


async def add_native(
    database: Database,
    report_id: UUID,
    photos: Sequence[bytes],
    *,
    files: Files,
    settings: Settings,
    until: int,
    proof: str,
) -> NativeUrls:
    """Take photos that name no position, in one request or several; sent again they change nothing."""
    if not proves_upload(settings.secret_key, report_id, now(), until, proof):
        raise rules.PhotoNotFound
    if not photos:
        raise rules.PhotoUnusable
    by_digest = {await in_hands(rules.digest_of, data): data for data in photos}
    hold = reporters(
        report_id, settings=settings, caller=None, key=tracking_key(settings.secret_key, report_id)
    )
    async with database.read() as db:
        album, places = await hold(db), await store.list_places(db, report_id)
    kept = {one.sha256: one.id for one in places}
    fresh = [data for digest, data in by_digest.items() if digest not in kept]
    if fresh:
        rules.check_room(album, 0, len(places) + len(fresh) - 1)
        laid = [await lay(data, database=database, files=files) for data in fresh]
        async with database.write() as tx:
            kept |= await keep_where_free(tx, report_id, laid, album=await hold(tx))
    return NativeUrls(urls=[address_of(kept[digest], settings) for digest in by_digest])


async def keep_where_free(
    tx: Connection, report_id: UUID, photos: Sequence[Laid], *, album: Album
) -> dict[str, UUID]:
    """Write that the photos are there, each at the first free place; the ids by digest. Two requests take turns."""
    filled = {one.position: one.sha256 for one in await store.list_places(tx, report_id)}
    ids = {}
    for laid in photos:
        position = rules.place_for(laid.sha256, filled)
        kept, _ = await keep(tx, report_id, position, laid, album=album, taken_for=store.REPORT)
        filled[position], ids[laid.sha256] = laid.sha256, kept.id
    return ids


def address_of(photo_id: UUID, settings: Settings) -> str:
    """Where one photo will be shown to its reporter."""
    shown = photo_proof(settings.secret_key, photo_id, now())
    return f"{settings.public_url}/v1/photos/{photo_id}/small?{shown}"
