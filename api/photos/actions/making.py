"""Making the copies of a photo: files and pixels apart from rows, so that no transaction waits for either."""

from uuid import UUID

from api.kit import outbox
from api.kit.areas import Area
from api.kit.db import Connection
from api.kit.derivatives import CLEAR, Derivative, shown, upright
from api.kit.files import Files
from api.kit.images import ImageRefused
from api.kit.spotting import spotted
from api.photos import rules, store
from api.photos.actions.hands import in_hands
from api.photos.contracts import Made, Photo, PhotoDerived, PhotoRefused, PhotoState, Size

WEBP = "image/webp"


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
