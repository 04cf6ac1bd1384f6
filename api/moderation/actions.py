"""What moderators do: look, give the public other words, show or hide, blur, take a deed back."""

from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.areas import Area
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.text import nfc
from api.kit.tracking import CLEAR_OPEN, clear_proof, photo_proof
from api.moderation import rules, store
from api.moderation.contracts import (
    ClearPhoto,
    Deed,
    Held,
    HeldPhoto,
    Past,
    PhotoAreasChanged,
    Publication,
    ToLook,
)


async def browse(
    db: Connection, me: Principal, *, waiting: bool, cursor: str | None, limit: int
) -> Page[ToLook]:
    """The queue, newest first."""
    before = decode_cursor(cursor, tuple[int])[0] if cursor else None
    found = await store.list_to_look(db, me, waiting=waiting, before=before, limit=limit + 1)
    more = len(found) > limit
    return Page(found[:limit], encode_cursor(found[limit - 1].number) if more else None)


async def show(db: Connection, report_id: UUID, me: Principal, *, settings: Settings) -> Publication:
    """One case with its photos and everything that was done about it."""
    found = await store.find_publication(db, report_id, seen_by=me)
    if found is None:
        raise rules.ModerationNotFound
    photos = []
    for photo in await store.list_photos(db, report_id):
        proof = photo_proof(settings.secret_key, photo.id, now())
        photos.append(
            msgspec.structs.replace(photo, large=f"{photo.large}?{proof}", small=f"{photo.small}?{proof}")
        )
    history = await store.list_past(db, report_id)
    return msgspec.structs.replace(found, photos=photos, history=history)


async def hold(tx: Connection, report_id: UUID | None, me: Principal, version: int) -> Held:
    """The case at the version this person read, held."""
    case = await store.hold_case(tx, report_id, seen_by=me) if report_id is not None else None
    if case is None:
        raise rules.ModerationNotFound
    rules.check_hands(case)
    if case.version != version:
        raise rules.changed(case, await store.list_past(tx, case.id))
    return case


async def hold_photo(tx: Connection, photo_id: UUID, me: Principal, version: int) -> tuple[Held, HeldPhoto]:
    """A photo and its case, held: the case first, as everybody does."""
    case = await hold(tx, await store.find_report_of(tx, photo_id), me, version)
    photo = await store.hold_photo(tx, photo_id)
    if photo is None:
        raise rules.ModerationNotFound
    return case, photo


async def set_text(
    tx: Connection, report_id: UUID, text: str | None, me: Principal, *, version: int, reason: str | None
) -> None:
    """Give the public other words, before it is public or after."""
    case = await hold(tx, report_id, me, version)
    await write_text(tx, case, nfc(text) if text else None, me, reason)


async def write_text(tx: Connection, case: Held, text: str | None, me: Principal, reason: str | None) -> None:
    """The words and their line in the history."""
    after, at = msgspec.structs.replace(case, public_text=text), now()
    await store.set_public(tx, after, at)
    change = (rules.text_state(case), rules.text_state(after))
    await store.add_step(tx, case, Deed.TEXT, change=change, staff_id=me.person_id, at=at, reason=reason)


async def set_public(
    tx: Connection, report_id: UUID, me: Principal, *, version: int, public: bool, reason: str | None
) -> None:
    """Publish a case, or take it from the public with a reason."""
    case = await hold(tx, report_id, me, version)
    if (case.published_at is not None) != public:
        await write_public(tx, case, me, public=public, reason=reason)


async def write_public(
    tx: Connection, case: Held, me: Principal, *, public: bool, reason: str | None
) -> None:
    """Whether it is public and its line in the history."""
    at = now()
    if public:
        after = msgspec.structs.replace(
            rules.published(case),
            published_at=at,
            withheld=False,
            public_lat=round(case.lat, case.public_decimals),
            public_lon=round(case.lon, case.public_decimals),
        )
    else:
        reason = rules.needs_reason(reason)
        after = msgspec.structs.replace(case, published_at=None, withheld=True)
    await store.set_public(tx, after, at)
    change = (rules.public_state(case), rules.public_state(after))
    deed = Deed.PUBLISH if public else Deed.WITHHOLD
    await store.add_step(tx, case, deed, change=change, staff_id=me.person_id, at=at, reason=reason)


async def judge_photo(
    tx: Connection, photo_id: UUID, me: Principal, *, version: int, shown: bool, reason: str | None
) -> UUID:
    """Show one photo or hide it; the case's id."""
    case, photo = await hold_photo(tx, photo_id, me, version)
    if not shown:
        reason = rules.needs_reason(reason)
    await write_verdict(tx, case, photo, me, hidden=not shown, moderated=True, reason=reason)
    return case.id


async def write_verdict(
    tx: Connection,
    case: Held,
    photo: HeldPhoto,
    me: Principal,
    *,
    hidden: bool,
    moderated: bool,
    reason: str | None,
) -> None:
    """Whether the photo is shown and its line in the history."""
    at = now()
    after = msgspec.structs.replace(photo, hidden=hidden, moderated=moderated)
    await store.set_hidden(tx, photo.id, hidden=hidden, moderated=moderated, at=at)
    change = (rules.photo_state(photo), rules.photo_state(after))
    deed = Deed.HIDE if hidden else Deed.APPROVE
    await store.add_step(
        tx, case, deed, change=change, staff_id=me.person_id, at=at, photo_id=photo.id, reason=reason
    )


async def blur(
    tx: Connection, photo_id: UUID, areas: list[Area], me: Principal, *, version: int, whole: bool
) -> UUID:
    """Say what is blurred in one photo; it is not public until its copies show it. The case's id."""
    case, photo = await hold_photo(tx, photo_id, me, version)
    await write_areas(tx, case, photo, rules.checked(areas), me, whole=whole)
    return case.id


async def write_areas(
    tx: Connection, case: Held, photo: HeldPhoto, areas: list[Area], me: Principal, *, whole: bool
) -> None:
    """What is blurred, the copies that show it, and its line in the history."""
    after = msgspec.structs.replace(photo, areas=areas, blur_whole=whole)
    await store.set_areas(tx, photo.id, areas, whole=whole)
    await outbox.emit(tx, PhotoAreasChanged(photo_id=photo.id))
    change = (rules.areas_state(photo), rules.areas_state(after))
    await store.add_step(
        tx, case, Deed.AREAS, change=change, staff_id=me.person_id, at=now(), photo_id=photo.id
    )


async def look(tx: Connection, report_id: UUID, me: Principal, *, version: int) -> None:
    """Say that nothing is left to look at: the case leaves the queue."""
    case = await hold(tx, report_id, me, version)
    await store.add_step(tx, case, Deed.LOOK, change=({}, {}), staff_id=me.person_id, at=now())


async def revert(
    tx: Connection, report_id: UUID, step_id: int, me: Principal, *, version: int, reason: str | None
) -> None:
    """Take one deed back: what was before it is again, as a deed of its own."""
    case = await hold(tx, report_id, me, version)
    past = rules.revertible(await store.list_past(tx, report_id, step_id=step_id))
    why = reason or f"Hoàn tác bước {step_id}"
    if past.photo_id is not None:
        await revert_photo(tx, case, past, me, why)
    elif past.action is Deed.TEXT:
        await write_text(tx, case, past.before["text"], me, why)
    elif (case.published_at is not None) != past.before["public"]:
        await write_public(tx, case, me, public=past.before["public"], reason=why)


async def revert_photo(tx: Connection, case: Held, past: Past, me: Principal, why: str) -> None:
    """Take back what was done to one photo."""
    photo = await store.hold_photo(tx, past.photo_id) if past.photo_id else None
    if photo is None or photo.report_id != case.id:
        raise rules.ModerationNotFound
    if past.action is Deed.AREAS:
        areas = msgspec.convert(past.before["areas"], list[Area])
        await write_areas(tx, case, photo, areas, me, whole=past.before["whole"])
        return
    hidden, moderated = not past.before["shown"], past.before["looked_at"]
    await write_verdict(tx, case, photo, me, hidden=hidden, moderated=moderated, reason=why)


async def open_photo(
    tx: Connection, photo_id: UUID, reason: str, me: Principal, *, settings: Settings
) -> ClearPhoto:
    """Let one person look behind the blurring; it is written down first."""
    if not await store.insert_opening(tx, photo_id, me=me, reason=nfc(reason), at=now()):
        raise rules.ModerationNotFound
    proof = clear_proof(settings.secret_key, photo_id, now())
    return ClearPhoto(url=f"/v1/photos/{photo_id}/clear?{proof}", expires_in=int(CLEAR_OPEN.total_seconds()))
