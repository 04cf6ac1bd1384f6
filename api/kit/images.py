"""Photos from strangers, at the door: told apart by their bytes and stripped without decoding.

Nothing of the sender's metadata (place, phone serial, thumbnail, comments) survives `judge`;
what only a decoder can clean (HEIC) waits in quarantine for `api.kit.derivatives`.
"""

import io
import re
import struct
import zlib
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from PIL import Image

MAX_BYTES = 12 * 1024 * 1024
MAX_PIXELS = 25_000_000
"""Phones of today send 12 or 24 megapixels; what claims more is not a phone's photo."""
MAX_SCANS = 64
"""Encoders write about ten passes of a progressive JPEG. Each costs the decoder all pixels again, and an
empty one is 42 bytes: without this line 12 MB could hold a worker for an hour."""
ORIENTATION = 0x0112
UPRIGHT = 1


class ImageKind(StrEnum):
    """The formats we take, by the media type they are."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    HEIC = "image/heic"


class ImageFault(StrEnum):
    """Why a photo is refused."""

    NOT_AN_IMAGE = "not_an_image"
    CUT_SHORT = "cut_short"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_SCANS = "too_many_scans"
    HIDDEN_CONTENT = "hidden_content"


BROKEN = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, LookupError, struct.error, zlib.error)
"""What decoders raise at bytes they cannot read; libheif's own limits come as RuntimeError."""


class ImageRefused(Exception):  # noqa: N818  it reads as a sentence, as problems do
    """These bytes will not be shown to anybody."""

    def __init__(self, fault: ImageFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A photo let in: its kind, and its bytes without metadata (None: only a decode can do it)."""

    kind: ImageKind
    width: int
    height: int
    stripped: bytes | None


FORMATS = {
    ImageKind.JPEG: "JPEG",
    ImageKind.PNG: "PNG",
    ImageKind.WEBP: "WEBP",
    ImageKind.HEIC: "HEIF",
}
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
HIDDEN = re.compile(
    rb"<script|<html|<!doctype|<svg|<iframe|<body|<\?php|%PDF-|PK\x03\x04|\x7fELF|Rar!\x1a", re.IGNORECASE
)
"""Other programs' beginnings: what makes one file two (a polyglot)."""


def sniff(data: bytes) -> ImageKind:
    """The kind by the first bytes; the sender's own label is never believed."""
    if data.startswith(b"\xff\xd8\xff"):
        return ImageKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ImageKind.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ImageKind.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return ImageKind.HEIC
    raise ImageRefused(ImageFault.NOT_AN_IMAGE)


def judge(data: bytes) -> Judged:
    """Let a photo in without decoding it; ImageRefused says why not."""
    kind = sniff(data)
    width, height = size_of(data, kind)
    if kind is ImageKind.HEIC:
        return Judged(kind=kind, width=width, height=height, stripped=None)
    try:
        stripped, removed = STRIPPERS[kind](data)
    except (struct.error, IndexError) as error:
        raise ImageRefused(ImageFault.CUT_SHORT) from error
    if HIDDEN.search(removed):
        raise ImageRefused(ImageFault.HIDDEN_CONTENT)
    return Judged(kind=kind, width=width, height=height, stripped=stripped)


def opened(data: bytes, kind: ImageKind) -> "Image.Image":
    """The image with only its header read, by the one decoder its first bytes name."""
    # The decoders come with the first photo (with numpy 0.3 s): no start of a process waits for them.
    from PIL import Image  # noqa: PLC0415

    if kind is ImageKind.HEIC:
        import pillow_heif  # noqa: PLC0415  5 MB that no other photo needs

        pillow_heif.register_heif_opener()
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        image = Image.open(io.BytesIO(data), formats=[FORMATS[kind]])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageRefused(ImageFault.TOO_MANY_PIXELS) from error
    except BROKEN as error:
        raise ImageRefused(ImageFault.CUT_SHORT) from error
    if image.width * image.height > MAX_PIXELS:
        raise ImageRefused(ImageFault.TOO_MANY_PIXELS)
    return image


def size_of(data: bytes, kind: ImageKind) -> tuple[int, int]:
    """Width and height as the header says."""
    with opened(data, kind) as image:
        return image.size


JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
MARK = 0xFF
SOS, EOI, APP0, APP1, APP2, APP14, APP15, COM = 0xDA, 0xD9, 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE


def strip_jpeg(data: bytes) -> tuple[bytes, bytes]:
    """Keep what the decoder needs and the colour profile; drop other APPn, comments and the tail."""
    kept: list[bytes] = []
    removed: list[bytes] = []
    at, turn, scans = 2, UPRIGHT, 0
    while True:
        if data[at] != MARK:
            raise ImageRefused(ImageFault.CUT_SHORT)
        while data[at + 1] == MARK:
            at += 1
        marker = data[at + 1]
        if marker == EOI:
            break
        end = at + 2 + int(struct.unpack_from(">H", data, at + 2)[0])
        segment = data[at:end]
        if end > len(data):
            raise ImageRefused(ImageFault.CUT_SHORT)
        if jpeg_needs(marker, segment):
            kept.append(segment)
        else:
            removed.append(segment)
            if marker == APP1 and segment[4:10] == b"Exif\0\0":
                turn = tiff_orientation(segment[10:])
        at = end
        if marker == SOS:
            scans += 1
            at = end_of_scan(data, at, scans)
            kept.append(data[end:at])
    removed.append(data[at + 2 :])
    head = [] if turn == UPRIGHT else [jpeg_orientation(turn)]
    return b"".join([b"\xff\xd8", *head, *kept, b"\xff\xd9"]), b"".join(removed)


def end_of_scan(data: bytes, at: int, scans: int) -> int:
    """Where the pixels of this pass end; ImageRefused when they do not, or when there are too many passes."""
    if scans > MAX_SCANS:
        raise ImageRefused(ImageFault.TOO_MANY_SCANS)
    found = JPEG_MARKER.search(data, at)
    if found is None:
        raise ImageRefused(ImageFault.CUT_SHORT)
    return found.start()


def jpeg_needs(marker: int, segment: bytes) -> bool:
    """Whether the picture would look different without this segment."""
    if marker == APP0:
        return segment[4:9] == b"JFIF\0"
    if marker == APP2:
        return segment[4:16] == b"ICC_PROFILE\0"
    return marker == APP14 or not (APP0 <= marker <= APP15 or marker == COM)


def exif_of(turn: int) -> bytes:
    """The smallest TIFF block that says which way is up, and nothing else."""
    return b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, ORIENTATION, 3, 1, turn, 0, 0)


def jpeg_orientation(turn: int) -> bytes:
    """An APP1 segment around `exif_of`."""
    body = b"Exif\0\0" + exif_of(turn)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def tiff_orientation(tiff: bytes) -> int:
    """Orientation 1–8 from the first directory of an EXIF block; 1 when it cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return UPRIGHT
        start = struct.unpack_from(order + "I", tiff, 4)[0]
        for entry in range(struct.unpack_from(order + "H", tiff, start)[0]):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * entry)
            if tag == ORIENTATION:
                return value if value in range(1, 9) else UPRIGHT
    except struct.error:
        return UPRIGHT
    return UPRIGHT


PNG_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"}


def strip_png(data: bytes) -> tuple[bytes, bytes]:
    """Keep pixels and colour; drop text, time, EXIF and everything after IEND."""
    kept, at, turn, name = [data[:8]], 8, UPRIGHT, b""
    removed: list[bytes] = []
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ImageRefused(ImageFault.CUT_SHORT)
        if name == b"IDAT" and turn != UPRIGHT:
            kept.append(png_chunk(b"eXIf", exif_of(turn)))
            turn = UPRIGHT
        (kept if name in PNG_KEPT else removed).append(data[at:end])
        if name == b"eXIf":
            turn = tiff_orientation(data[at + 8 : end - 4])
        at = end
    return b"".join(kept), b"".join([*removed, data[at:]])


def png_chunk(name: bytes, body: bytes) -> bytes:
    """One PNG chunk with its checksum."""
    return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))


WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"}
WEBP_EXIF_FLAG, WEBP_XMP_FLAG = 0x08, 0x04


def strip_webp(data: bytes) -> tuple[bytes, bytes]:
    """Keep pixels and colour; drop EXIF, XMP, unknown chunks and the tail."""
    stop = 8 + struct.unpack_from("<I", data, 4)[0]
    if stop > len(data):
        raise ImageRefused(ImageFault.CUT_SHORT)
    kept: list[bytes] = []
    removed: list[bytes] = []
    at, turn = 12, UPRIGHT
    while at + 8 <= stop:
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        chunk = data[at : at + 8 + length] + b"\0" * (length % 2)
        (kept if name in WEBP_KEPT else removed).append(chunk)
        if name == b"EXIF":
            turn = tiff_orientation(chunk[8:].removeprefix(b"Exif\0\0"))
        at = end
    body = b"".join(chunk for chunk in kept if chunk[:4] != b"VP8X")
    extended = next((chunk for chunk in kept if chunk[:4] == b"VP8X"), None)
    if extended is not None:
        flags = extended[8] & ~(WEBP_EXIF_FLAG | WEBP_XMP_FLAG)
        if turn != UPRIGHT:
            flags |= WEBP_EXIF_FLAG
            exif = exif_of(turn)
            body += b"EXIF" + struct.pack("<I", len(exif)) + exif
        body = extended[:8] + bytes([flags]) + extended[9:] + body
    head = b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP"
    return head + body, b"".join([*removed, data[stop:]])


STRIPPERS = {ImageKind.JPEG: strip_jpeg, ImageKind.PNG: strip_png, ImageKind.WEBP: strip_webp}
