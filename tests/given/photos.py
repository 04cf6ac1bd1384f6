"""Photos as phones write them, made here: place, serial number, thumbnail, which way is up."""

import io

import pillow_heif
from PIL import Image

SERIAL = "SN-PLANTED-7788"
OWNER = "Nguyễn Thị Dấu Vết"
MAKE = "PlantedPhoneCo"
MARKERS = (SERIAL.encode(), OWNER.encode(), MAKE.encode(), b"GPS", b"planted-comment", b"planted-xmp")
"""What must be in no byte that leaves the server."""
LAT, LON = 16.4637, 107.5909
TOP, BOTTOM = (200, 30, 30), (30, 30, 200)


def picture(width: int, height: int) -> Image.Image:
    """A scene lying on its side: once turned clockwise, red is above and blue below."""
    image = Image.new("RGB", (width, height), BOTTOM)
    image.paste(TOP, (0, 0, width // 2, height))
    noise = Image.effect_noise((width // 8, height // 8), 40).resize((width, height))
    return Image.blend(image, noise.convert("RGB"), 0.15)


def exif(orientation: int = 6) -> Image.Exif:
    """EXIF with a place, a serial number, a name and an orientation."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = MAKE
    data[0x013B] = OWNER
    data.get_ifd(0x8769)[0xA431] = SERIAL
    gps = data.get_ifd(0x8825)
    gps[1], gps[2] = "N", (16.0, 27.0, 49.32)
    gps[3], gps[4] = "E", (107.0, 35.0, 27.24)
    return data


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><planted-xmp/></x:xmpmeta>'


def jpeg(width: int = 4000, height: int = 3000, orientation: int = 6, tail: bytes = b"") -> bytes:
    """A JPEG as a phone writes it: 12 megapixels, on its side, with everything in it."""
    out = io.BytesIO()
    picture(width, height).save(
        out,
        "JPEG",
        quality=85,
        exif=exif(orientation),
        comment=b"planted-comment",
        xmp=XMP,
        progressive=width < 1000,
    )
    return out.getvalue() + tail


def png(width: int = 400, height: int = 300, orientation: int = 6) -> bytes:
    """A PNG with EXIF."""
    out = io.BytesIO()
    picture(width, height).save(out, "PNG", exif=exif(orientation))
    return out.getvalue()


def webp(width: int = 400, height: int = 300, orientation: int = 6) -> bytes:
    """A WebP with EXIF and XMP."""
    out = io.BytesIO()
    picture(width, height).save(out, "WEBP", exif=exif(orientation), xmp=XMP)
    return out.getvalue()


def heic(width: int = 400, height: int = 300, orientation: int = 6) -> bytes:
    """A HEIC as iPhones write it."""
    out = io.BytesIO()
    pillow_heif.register_heif_opener()
    picture(width, height).save(out, "HEIF", exif=exif(orientation).tobytes(), quality=60)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of 900 million pixels in a few kilobytes of header."""
    import struct  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I4s", len(body), name) + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
