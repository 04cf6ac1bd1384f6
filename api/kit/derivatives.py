"""Small upright WebP copies of a photo: pixels, and nothing else of what the phone wrote.

Decodes, so it runs in a worker. JPEGs are scaled by the decoder itself (`draft`), turning comes
after scaling, wide-gamut colours are converted because the profile does not travel along.
"""

import io
from collections.abc import Sequence
from typing import cast

import msgspec
from PIL import Image, ImageCms

from api.kit.areas import Area
from api.kit.blurring import blurred
from api.kit.images import BROKEN, ORIENTATION, UPRIGHT, ImageFault, ImageRefused, opened, sniff

LONG_SIDES = {"large": 1600, "small": 480}
CLEAR = "clear"
"""The copy in which nothing is blurred: for those with a reason, each time written down."""
QUALITY = 80
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation → what makes it upright."""


class Derivative(msgspec.Struct, frozen=True, kw_only=True):
    """One copy to show: its name (`large`, `small`), bytes and size."""

    name: str
    content: bytes
    width: int
    height: int


def upright(data: bytes) -> Image.Image:
    """The picture, right way up, in sRGB, its long side 1600 at most; ImageRefused when the pixels cannot be read."""
    with opened(data, sniff(data)) as image:
        largest = max(LONG_SIDES.values())
        scale = min(1.0, largest / max(image.size))
        image.draft("RGB", (round(image.width * scale), round(image.height * scale)))
        try:
            turned = image.getexif().get(ORIENTATION, UPRIGHT)
            profile = image.info.get("icc_profile")
            image.thumbnail((largest, largest), Image.Resampling.BICUBIC, reducing_gap=None)
            picture = flattened(image)
        except BROKEN as error:
            raise ImageRefused(ImageFault.CUT_SHORT) from error
    del image  # at 12 megapixels every copy that is still held counts
    picture = in_srgb(picture, profile)
    return picture.transpose(TURNS[turned]) if turned in TURNS else picture


def derive(data: bytes) -> list[Derivative]:
    """The copies, one decode for all; ImageRefused when the pixels cannot be read."""
    return copies(upright(data))


def copies(picture: Image.Image) -> list[Derivative]:
    """A copy of each size."""
    return [copy_of(picture, name, side) for name, side in LONG_SIDES.items()]


def shown(picture: Image.Image, areas: Sequence[Area], *, whole: bool = False) -> list[Derivative]:
    """The copies with the areas blurred; the clear one comes with them only where they hide something."""
    if not areas and not whole:
        return copies(picture)
    clear = copy_of(picture, CLEAR, max(LONG_SIDES.values()))
    return [clear, *copies(blurred(picture, areas, whole=whole))]


def copy_of(picture: Image.Image, name: str, side: int) -> Derivative:
    """One WebP no longer than `side`."""
    small = picture
    if max(picture.size) > side:
        small = picture.copy()
        small.thumbnail((side, side), Image.Resampling.BICUBIC, reducing_gap=None)
    out = io.BytesIO()
    small.save(out, "WEBP", quality=QUALITY, method=2)
    return Derivative(name=name, content=out.getvalue(), width=small.width, height=small.height)


def flattened(image: Image.Image) -> Image.Image:
    """RGB on white, without the info block that would carry metadata into the next file."""
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        flat = Image.new("RGB", clear.size, "white")
        flat.paste(clear, mask=clear.getchannel("A"))
    else:
        flat = image.convert("RGB")
    flat.info = {}
    return flat


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The same colours without a profile: wide-gamut phones would look pale otherwise."""
    if not profile:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        done = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    plain = cast("Image.Image", done)
    plain.info = {}
    return plain
