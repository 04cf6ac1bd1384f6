"""Shapes of photos: what the phone is told about each one it sends."""

from enum import StrEnum
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.areas import Area
from api.kit.images import ImageFault, ImageKind, Judged

MAX_BYTES = 12 * 1024 * 1024


class PhotoState(StrEnum):
    """Waiting for the worker, shown, or refused."""

    WAITING = "waiting"
    READY = "ready"
    REFUSED = "refused"


class Size(StrEnum):
    """The two derivatives: long side 1600 and 480."""

    LARGE = "large"
    SMALL = "small"


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Some bytes of a photo: from `offset`, of `length` in all, of the photo with this SHA-256."""

    offset: int
    length: int
    digest: str
    content: bytes


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """How many bytes are here; `whole`: the photo is taken in."""

    offset: int
    whole: bool


class PhotoReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to an upload and to every resend of it."""

    id: UUID
    report_id: UUID
    position: int
    kind: ImageKind
    state: PhotoState


class NativeAddress(msgspec.Struct, frozen=True, kw_only=True):
    """Where Zalo's own uploader may send this report's photos, for ten minutes; `max_bytes` is of one photo."""

    url: str
    max_bytes: int
    expires_in: int


class NativeUrls(msgspec.Struct, frozen=True, kw_only=True):
    """Where the photos will be shown, in the order they came."""

    urls: list[str]


class NativeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What Zalo's uploader understands: HTTP 200 always, `error` other than 0 is a failure."""

    error: int
    message: str
    data: NativeUrls | None = None


class Album(msgspec.Struct, frozen=True, kw_only=True):
    """The report a photo belongs to, as its reporter may add to it; stays inside."""

    photo_count: int
    is_open: bool
    sealed: bool


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """A photo let in, under an id of its own, by which its original is stored before a row says so; stays inside."""

    id: UUID
    sha256: str
    judged: Judged


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """An original that was to be stored for a photo; stays inside."""

    id: UUID
    sha256: str


class Photo(msgspec.Struct, frozen=True, kw_only=True):
    """One kept photo; stays inside."""

    id: UUID
    report_id: UUID
    position: int
    sha256: str
    kind: ImageKind
    state: PhotoState
    fault: ImageFault | None
    stripped: bool
    areas_version: int
    made_version: int | None
    blur_whole: bool


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What came of making the copies, outside of any transaction; `fault`: the pixels could not be read."""

    version: int
    width: int = 0
    height: int = 0
    found: list[Area] | None = None
    fault: ImageFault | None = None


class ShownPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A derivative this caller may see; stays inside."""

    id: UUID
    public: bool
    made_version: int | None


class RefusedPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """What the telling job must know; stays inside."""

    person_id: UUID | None
    report_id: UUID
    code: str
    position: int
    fault: ImageFault


class PhotoReceived(outbox.Event, frozen=True, kw_only=True, tag="photo_received"):
    """A photo lies stored, without metadata or in quarantine."""

    photo_id: UUID


class PhotoDerived(outbox.Event, frozen=True, kw_only=True, tag="photo_derived"):
    """The copies to show are there."""

    photo_id: UUID
    sha256: str


class PhotoRefused(outbox.Event, frozen=True, kw_only=True, tag="photo_refused"):
    """The pixels could not be read."""

    photo_id: UUID
    sha256: str


class PhotoForsaken(outbox.Event, frozen=True, kw_only=True, tag="photo_forsaken"):
    """An original was to be stored, and no photo came of it."""

    photo_id: UUID
    sha256: str
