"""Taking photos in, and showing their copies."""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.derivatives import CLEAR
from api.kit.files import Files
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tracking import (
    UPLOAD_OPEN,
    opens,
    photo_proof,
    proves_clear,
    proves_photo,
    proves_upload,
    tracking_key,
    upload_proof,
)
from api.photos import rules, store
from api.photos.actions.hands import in_hands
from api.photos.contracts import (
    MAX_BYTES,
    Album,
    NativeAddress,
    NativeUrls,
    Photo,
    PhotoReceipt,
    PhotoReceived,
    ShownPhoto,
    Size,
)


async def add(
    tx: Connection,
    report_id: UUID,
    position: int,
    data: bytes,
    *,
    files: Files,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
) -> tuple[PhotoReceipt, bool]:
    """Take one photo in; a resend gets the first answer. True when it is new."""
    by_key = opens(settings.secret_key, report_id, key)
    person_id = caller.person_id if caller else None
    album = await store.hold_album(tx, report_id, by_key=by_key, person_id=person_id)
    return await keep(tx, report_id, position, data, album=album, files=files, taken_for=store.REPORT)


async def add_of_result(
    tx: Connection, report_id: UUID, position: int, data: bytes, *, files: Files, me: Principal
) -> tuple[PhotoReceipt, bool]:
    """Take one photo of what was done, from the agency that handles the case; public with its answer."""
    album = await store.hold_case_album(tx, report_id, seen_by=me)
    return await keep(tx, report_id, position, data, album=album, files=files, taken_for=store.ANSWER)


async def keep(
    tx: Connection,
    report_id: UUID,
    position: int,
    data: bytes,
    *,
    album: Album | None,
    files: Files,
    taken_for: str,
) -> tuple[PhotoReceipt, bool]:
    """Judge and keep one photo of an album that is held; a resend gets the first answer."""
    if album is None:
        raise rules.PhotoNotFound
    judged, digest = await in_hands(rules.judged, data)
    kept = await store.find_at(tx, report_id, position, taken_for=taken_for)
    if kept is not None and rules.is_resend(kept, digest):
        return receipt(kept), False
    others = await store.count_others(tx, report_id, position, taken_for=taken_for)
    rules.check_room(album, position, others)
    photo = await store.put_photo(
        tx,
        report_id,
        position=position,
        digest=digest,
        judged=judged,
        hidden=True,
        at=now(),
        taken_for=taken_for,
    )
    if photo is None:
        raise rules.PhotoPlaceTaken
    await files.put(rules.original_key(photo.id, digest), judged.stripped or data, judged.kind)
    await outbox.emit(tx, PhotoReceived(photo_id=photo.id))
    return receipt(photo), True


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


def receipt(photo: Photo) -> PhotoReceipt:
    """What the phone is told."""
    return PhotoReceipt(
        id=photo.id,
        report_id=photo.report_id,
        position=photo.position,
        kind=photo.kind,
        state=photo.state,
    )


async def show(
    db: Connection,
    photo_id: UUID,
    size: str,
    *,
    files: Files,
    settings: Settings,
    caller: Principal | None,
    key: str | None,
    until: int,
    proof: str,
) -> tuple[bytes, ShownPhoto]:
    """The bytes of a derivative this caller may see."""
    photo = await store.find_photo(db, photo_id)
    by_key = proves_photo(settings.secret_key, photo_id, now(), until, proof) or (
        photo is not None and opens(settings.secret_key, photo.report_id, key)
    )
    seen = await store.find_shown(db, photo_id, seen_by=caller, by_key=by_key)
    content = await files.get(rules.derived_key(photo_id, size, seen.made_version)) if seen else None
    if seen is None or content is None:
        raise rules.PhotoNotFound
    return content, seen


async def show_clear(
    db: Connection, photo_id: UUID, *, files: Files, settings: Settings, until: int, proof: str
) -> bytes:
    """The photo without its blurring, for whoever was let in (api.moderation) and has the address."""
    photo = await store.find_photo(db, photo_id)
    if photo is None or not proves_clear(settings.secret_key, photo_id, now(), until, proof):
        raise rules.PhotoNotFound
    content = await files.get(rules.derived_key(photo_id, CLEAR))
    if content is None:
        content = await files.get(rules.derived_key(photo_id, Size.LARGE, photo.made_version))
    if content is None:
        raise rules.PhotoNotFound
    return content
