"""Which photos are taken, in whose words they are refused, and where their bytes lie. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from api.kit.errors import Problem
from api.kit.images import ImageFault, ImageRefused, judge
from api.photos.contracts import MAX_BYTES, Album, Laid, Photo, PhotoState, Piece

WORDS = {
    ImageFault.NOT_AN_IMAGE: "Tệp này không phải ảnh JPEG, PNG, WebP hoặc HEIC",
    ImageFault.CUT_SHORT: "Ảnh bị hỏng hoặc gửi thiếu, hãy gửi lại",
    ImageFault.TOO_MANY_PIXELS: "Ảnh quá lớn, chỉ nhận ảnh đến 25 triệu điểm ảnh",
    ImageFault.TOO_MANY_SCANS: "Ảnh được nén theo cách lạ, hãy chụp màn hình ảnh rồi gửi lại",
    ImageFault.HIDDEN_CONTENT: "Tệp ảnh có chứa nội dung khác, hãy chụp màn hình ảnh rồi gửi lại",
}


class PhotoNotFound(Problem):
    """No such photo or report, or not one this caller may know of."""

    status = 404
    slug = "photo-not-found"
    title = "Không tìm thấy ảnh hoặc phản ánh này"


class PhotoUnusable(Problem):
    """These bytes are not a photo we take."""

    status = 422
    slug = "photo-unusable"
    title = "Ảnh này không dùng được"


class PhotoTooLarge(Problem):
    """More than 12 MB."""

    status = 413
    slug = "photo-too-large"
    title = "Ảnh lớn hơn 12 MB"


class PhotoPlaceTaken(Problem):
    """Another photo already has this position: nothing is overwritten."""

    status = 409
    slug = "photo-place-taken"
    title = "Vị trí này đã có ảnh khác"


class PhotoNotExpected(Problem):
    """The report announced fewer photos, or has ended."""

    status = 409
    slug = "photo-not-expected"
    title = "Phản ánh này không nhận thêm ảnh"


class PhotoPieceMisplaced(Problem):
    """A piece that does not follow what is here: `offset` says where to go on."""

    status = 409
    slug = "photo-piece-misplaced"
    title = "Phần ảnh này chưa tới lượt"


PIECES_KEPT = timedelta(days=7)
UPLOADS_KEPT = timedelta(days=2)
"""No request lasts so long: an original of which no photo came by then is nobody's."""
CUT_SHORT = WORDS[ImageFault.CUT_SHORT]


def check_piece(piece: Piece) -> None:
    """Refuse a piece that cannot be part of a photo we take."""
    if piece.length > MAX_BYTES:
        raise PhotoTooLarge
    if not piece.content or piece.offset + len(piece.content) > piece.length:
        raise PhotoUnusable(detail=CUT_SHORT)


def digest_of(data: bytes) -> str:
    """The SHA-256 of what was sent: by it a resend is known."""
    return sha256(data).hexdigest()


def let_in(data: bytes) -> Laid:
    """The photo with a new id; PhotoUnusable says why not."""
    if len(data) > MAX_BYTES:
        raise PhotoTooLarge
    try:
        # The id opens the copies, so it is random, and never told before the photo is kept.
        return Laid(id=uuid4(), sha256=digest_of(data), judged=judge(data))
    except ImageRefused as error:
        raise PhotoUnusable(detail=WORDS[error.fault], extra={"fault": error.fault}) from error


def check_room(album: Album, position: int, others: int) -> None:
    """Refuse a photo the report did not announce."""
    if not album.is_open or position > album.photo_count or others >= album.photo_count:
        raise PhotoNotExpected


def theirs(album: Album | None) -> Album:
    """The album, for those who may add to it: to others there is none."""
    if album is None:
        raise PhotoNotFound
    return album


def kept_at(album: Album, at: datetime) -> datetime:
    """When a photo came in, as it is kept: of a tip about a crime the hour will do, as with the tip itself."""
    return at.replace(minute=0, second=0, microsecond=0) if album.sealed else at


def is_resend(kept: Photo | None, digest: str) -> bool:
    """Whether this very photo is there already; another one is refused, a refused one replaced."""
    if kept is None or kept.state is PhotoState.REFUSED:
        return False
    if kept.sha256 != digest:
        raise PhotoPlaceTaken
    return True


def place_for(digest: str, filled: Mapping[int, str]) -> int:
    """Where a photo goes that names no position: where the same bytes are already, else the first free one."""
    same = [position for position, kept in filled.items() if kept == digest]
    return same[0] if same else next(n for n in range(len(filled) + 1) if n not in filled)


def is_done_with(photo: Photo, digest: str) -> bool:
    """Whether the original of that digest must go: replaced, refused, or only safe re-encoded."""
    if photo.sha256 != digest:
        return True
    return photo.state is PhotoState.REFUSED or (photo.state is PhotoState.READY and not photo.stripped)


def original_key(photo_id: UUID, digest: str) -> str:
    """Where the original lies; never served."""
    return f"photos/{photo_id}/original-{digest[:16]}"


def derived_key(photo_id: UUID, size: str, version: int | None = None) -> str:
    """Where a derivative lies. Each version lies elsewhere: one that is late never takes the place of a later one."""
    return f"photos/{photo_id}/{size}-{version}.webp" if version else f"photos/{photo_id}/{size}.webp"


def is_stale(photo: Photo) -> bool:
    """Whether the copies show something else than what is to be blurred now."""
    return photo.state is PhotoState.READY and photo.made_version != photo.areas_version
