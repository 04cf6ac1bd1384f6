"""Taking photos in, showing their copies, and making those copies."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from typing import ParamSpec, TypeVar
from uuid import UUID

from api.kit import outbox
from api.kit.areas import Area
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.derivatives import CLEAR, Derivative, shown, upright
from api.kit.files import Files
from api.kit.images import ImageRefused
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.spotting import spotted
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
from api.photos.contracts import (
    MAX_BYTES,
    Album,
    Made,
    NativeAddress,
    NativeUrls,
    Photo,
    PhotoDerived,
    PhotoReceipt,
    PhotoReceived,
    PhotoRefused,
    PhotoState,
    ShownPhoto,
    Size,
)

P = ParamSpec("P")
T = TypeVar("T")
WEBP = "image/webp"
HANDS = ThreadPoolExecutor(2, "photos")
"""Decoders at work at one time in this process: what bounds its memory."""


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


async def find_waiting(tx: Connection, photo_id: UUID) -> Photo | None:
    """A photo whose copies are still to be made."""
    photo = await store.find_photo(tx, photo_id)
    return photo if photo is not None and photo.state is PhotoState.WAITING else None


async def make_copies(photo: Photo, *, files: Files) -> Made:
    """Re-encode a photo with faces and plates blurred; what cannot be decoded has a fault. No row is touched."""
    data = await files.get(rules.original_key(photo.id, photo.sha256))
    if data is None:
        message = f"the original of photo {photo.id} is not in the file store"
        raise FileNotFoundError(message)
    try:
        found, copies = await in_hands(look_and_blur, data)
    except ImageRefused as error:
        return Made(version=photo.areas_version, fault=error.fault)
    await put_copies(photo.id, photo.areas_version, copies, files=files)
    return Made(version=photo.areas_version, width=copies[-2].width, height=copies[-2].height, found=found)


async def keep_made(tx: Connection, photo: Photo, made: Made) -> None:
    """Write down what came of making the copies."""
    if made.fault is not None:
        await store.set_refused(tx, photo.id, made.fault)
        await outbox.emit(tx, PhotoRefused(photo_id=photo.id, sha256=photo.sha256))
        return
    await store.insert_areas(tx, photo.id, made.found or [])
    if await store.set_ready(tx, photo.id, made):
        await outbox.emit(tx, PhotoDerived(photo_id=photo.id, sha256=photo.sha256))


async def find_stale(tx: Connection, photo_id: UUID) -> tuple[Photo, list[Area]] | None:
    """A photo whose copies must be made anew, and what is to be blurred in it."""
    photo = await store.find_photo(tx, photo_id)
    if photo is None or not rules.is_stale(photo):
        return None
    return photo, await store.list_areas(tx, photo_id)


async def blur_anew(photo: Photo, areas: list[Area], *, files: Files) -> Made:
    """Make the copies of a photo from its clear one. No row is touched."""
    clear = rules.derived_key(photo.id, CLEAR)
    before = rules.derived_key(photo.id, Size.LARGE, photo.made_version)
    data = await files.get(clear)
    if data is None:  # nothing was hidden so far: the large copy is the clear one
        data = await files.get(before)
        if data is None:
            message = f"photo {photo.id} has no copy in the file store"
            raise FileNotFoundError(message)
        await files.put(clear, data, WEBP)
    # From before there was blurring: nobody has looked for faces yet.
    found = await in_hands(looked_at, data) if photo.made_version is None else None
    copies = await in_hands(blur, data, areas or found or [], photo.blur_whole)
    await put_copies(photo.id, photo.areas_version, copies, files=files)
    return Made(version=photo.areas_version, found=found)


async def keep_anew(tx: Connection, photo: Photo, made: Made) -> None:
    """Write down which version the copies show."""
    await store.insert_areas(tx, photo.id, made.found or [])
    await store.set_made(tx, photo.id, made.version)


async def put_copies(photo_id: UUID, version: int, copies: list[Derivative], *, files: Files) -> None:
    """Store the copies, the clear one first: it is what every later version is made from."""
    for copy in copies:
        key = rules.derived_key(photo_id, copy.name, None if copy.name == CLEAR else version)
        await files.put(key, copy.content, WEBP)


async def in_hands(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Let the decoders' threads do it."""
    return await asyncio.get_running_loop().run_in_executor(HANDS, partial(work, *args, **kwargs))


def look_and_blur(data: bytes) -> tuple[list[Area], list[Derivative]]:
    """What the detector found in a photo, and its copies without it."""
    picture = upright(data)
    found = spotted(picture)
    return found, shown(picture, found)


def looked_at(data: bytes) -> list[Area]:
    """What the detector finds in a copy."""
    return spotted(upright(data))


def blur(data: bytes, areas: list[Area], whole: bool) -> list[Derivative]:  # noqa: FBT001  one of two facts about a row
    """The copies to show, made from the clear one, which stays."""
    return [copy for copy in shown(upright(data), areas, whole=whole) if copy.name != CLEAR]


async def find_done_with(db: Connection, photo_id: UUID, digest: str) -> str | None:
    """The key of an original that still carries metadata, or that nobody can decode: it must go."""
    photo = await store.find_photo(db, photo_id)
    if photo is None or rules.is_done_with(photo, digest):
        return rules.original_key(photo_id, digest)
    return None
