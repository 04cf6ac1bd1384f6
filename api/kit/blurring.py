"""How parts of a picture are blurred for good: in a few squares, from which nothing comes back."""

from collections.abc import Sequence

from PIL import Image, ImageFilter

from api.kit.areas import Area

MARGIN = 0.15
"""Added around an area on each side, of its width and height: hair and a plate's frame tell too."""
CELLS = 7
"""An area is squeezed to so many squares along its longer side: less than any recogniser can use."""
WHOLE_CELLS = 24
"""A whole picture keeps so many squares along its longer side: one sees that something was there."""


def box_of(area: Area, width: int, height: int) -> tuple[int, int, int, int]:
    """The pixels of an area with its margin: left, upper, right, lower; never empty, never outside."""
    left = max(0, int((area.x - MARGIN * area.w) * width))
    upper = max(0, int((area.y - MARGIN * area.h) * height))
    right = min(width, max(left + 1, round((area.x + (1 + MARGIN) * area.w) * width)))
    lower = min(height, max(upper + 1, round((area.y + (1 + MARGIN) * area.h) * height)))
    return min(left, width - 1), min(upper, height - 1), right, lower


def squares(picture: Image.Image, cells: int) -> Image.Image:
    """The same size in a few squares, softened: each square keeps one colour, the rest is gone."""
    scale = cells / max(picture.size)
    few = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    coarse = picture.resize(few, Image.Resampling.BOX).resize(picture.size, Image.Resampling.NEAREST)
    return coarse.filter(ImageFilter.BoxBlur(max(picture.size) / cells / 3))


def blurred(picture: Image.Image, areas: Sequence[Area], *, whole: bool = False) -> Image.Image:
    """A copy with the areas, or all of it, beyond recovery."""
    if whole:
        return squares(picture, WHOLE_CELLS)
    done = picture.copy()
    for area in areas:
        box = box_of(area, picture.width, picture.height)
        done.paste(squares(picture.crop(box), CELLS), box)
    return done
