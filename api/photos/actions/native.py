"""Photos through Zalo's own uploader, which sends no headers of ours."""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tracking import UPLOAD_OPEN, opens, photo_proof, proves_upload, tracking_key, upload_proof
from api.photos import rules, store
from api.photos.actions import add
from api.photos.contracts import MAX_BYTES, NativeAddress, NativeUrls


async def open_native(
    tx: Connection, report_id: UUID, *, settings: Settings, caller: Principal | None, key: str | None
) -> NativeAddress:
    """An address for Zalo's own uploader, given to the reporter only."""
    by_key = opens(settings.secret_key, report_id, key)
    person_id = caller.person_id if caller else None
    if await store.hold_album(tx, report_id, by_key=by_key, person_id=person_id) is None:
        raise rules.PhotoNotFound
    proof = upload_proof(settings.secret_key, report_id, now())
    url = f"{settings.public_url}/v1/reports/{report_id}/photos/native?{proof}"
    return NativeAddress(url=url, max_bytes=MAX_BYTES, expires_in=int(UPLOAD_OPEN.total_seconds()))


async def add_native(
    tx: Connection,
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
    key, urls = tracking_key(settings.secret_key, report_id), []
    # The report is held first: two requests at a time find their places in turn.
    await store.hold_album(tx, report_id, by_key=True, person_id=None)
    filled = {one.position: one.sha256 for one in await store.list_places(tx, report_id)}
    for data in photos:
        digest = sha256(data).hexdigest()
        position = rules.place_for(digest, filled)
        kept, _ = await add(
            tx, report_id, position, data, files=files, settings=settings, caller=None, key=key
        )
        filled[position] = digest
        shown = photo_proof(settings.secret_key, kept.id, now())
        urls.append(f"{settings.public_url}/v1/photos/{kept.id}/small?{shown}")
    return NativeUrls(urls=urls)
