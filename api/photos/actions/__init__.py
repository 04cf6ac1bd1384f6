"""Taking photos in, and showing their copies."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias
from uuid import UUID

from api.kit import outbox
from api.kit.clock import now, today
from api.kit.db import Connection, Database
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
    Laid,
    Photo,
    PhotoForsaken,
    PhotoReceipt,
    PhotoReceived,
    ShownPhoto,
    Size,
)

Hold: TypeAlias = Callable[[Connection], Awaitable[Album]]
"""Holds the album a photo is for; PhotoNotFound when it is not this caller's."""


async def add(
    database: Database,
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
    hold = reporters(report_id, settings=settings, caller=caller, key=key)
    return await take(database, report_id, position, data, hold=hold, files=files, taken_for=store.REPORT)


async def add_of_result(
    database: Database, report_id: UUID, position: int, data: bytes, *, files: Files, me: Principal
) -> tuple[PhotoReceipt, bool]:
    """Take one photo of what was done, from the agency that handles the case; public with its answer."""

    async def hold(connection: Connection) -> Album:
        return rules.theirs(await store.hold_case_album(connection, report_id, seen_by=me))

    return await take(database, report_id, position, data, hold=hold, files=files, taken_for=store.ANSWER)


def reporters(report_id: UUID, *, settings: Settings, caller: Principal | None, key: str | None) -> Hold:
    """Who reported it may add to it: by account, or by the tracking key."""
    by_key = opens(settings.secret_key, report_id, key)
    person_id = caller.person_id if caller else None

    async def hold(connection: Connection) -> Album:
        return rules.theirs(await store.hold_album(connection, report_id, by_key=by_key, person_id=person_id))

    return hold


async def take(
    database: Database,
    report_id: UUID,
    position: int,
    data: bytes,
    *,
    hold: Hold,
    files: Files,
    taken_for: str,
) -> tuple[PhotoReceipt, bool]:
    """Judge a photo, store it, and only then write that it is there: no transaction waits for the file store."""
    digest = await in_hands(rules.digest_of, data)
    async with database.read() as db:
        album = await hold(db)  # and let go at once
        kept = await find_kept(db, report_id, position, digest, album=album, taken_for=taken_for)
    if kept is not None:
        return receipt(kept), False
    laid = await lay(data, database=database, files=files)
    async with database.write() as tx:
        return await keep(tx, report_id, position, laid, album=await hold(tx), taken_for=taken_for)


async def find_kept(
    db: Connection, report_id: UUID, position: int, digest: str, *, album: Album, taken_for: str
) -> Photo | None:
    """This very photo if it is there already; refused is what nobody announced."""
    kept = await store.find_at(db, report_id, position, taken_for=taken_for)
    if kept is not None and rules.is_resend(kept, digest):
        return kept
    others = await store.count_others(db, report_id, position, taken_for=taken_for)
    rules.check_room(album, position, others)
    return None


async def lay(data: bytes, *, database: Database, files: Files) -> Laid:
    """Store the original under an id of its own. It is written down before: what breaks off is swept at night."""
    laid = await in_hands(rules.let_in, data)
    async with database.write() as tx:
        await store.insert_upload(tx, laid, on=today())
    key = rules.original_key(laid.id, laid.sha256)
    await files.put(key, laid.judged.stripped or data, laid.judged.kind)
    return laid


async def keep(
    tx: Connection, report_id: UUID, position: int, laid: Laid, *, album: Album, taken_for: str
) -> tuple[PhotoReceipt, bool]:
    """Write that a stored photo is there; of two at a time the slower gets the first one's answer."""
    kept = await find_kept(tx, report_id, position, laid.sha256, album=album, taken_for=taken_for)
    if kept is not None:
        return receipt(kept), False
    photo = await store.put_photo(
        tx,
        report_id,
        position=position,
        laid=laid,
        hidden=True,
        at=rules.kept_at(album, now()),
        taken_for=taken_for,
    )
    if photo is None:
        raise rules.PhotoPlaceTaken
    await store.delete_upload(tx, laid.id)
    if taken_for == store.REPORT:
        await store.delete_pieces(tx, report_id, position)
    await outbox.emit(tx, PhotoReceived(photo_id=photo.id))
    return receipt(photo), True


async def sweep_uploads(tx: Connection) -> None:
    """Have the originals deleted that became no photo's."""
    orphans = await store.delete_old_uploads(tx, today() - rules.UPLOADS_KEPT)
    events = [(PhotoForsaken(photo_id=one.id, sha256=one.sha256), False) for one in orphans]
    await outbox.emit_all(tx, events)


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
