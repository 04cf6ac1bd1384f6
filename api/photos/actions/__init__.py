"""Taking photos in, and showing their copies."""

from uuid import UUID

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.derivatives import CLEAR
from api.kit.files import Files
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tracking import (
    opens,
    proves_clear,
    proves_photo,
)
from api.photos import rules, store
from api.photos.actions.hands import in_hands
from api.photos.contracts import (
    Album,
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
