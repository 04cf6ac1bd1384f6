"""Number plates in a grey picture, by what they are: one or two rows of marks of one height, dark on light.

Nothing is learned and no weights are fetched. A local threshold cuts the marks out, neighbours of the same height make
rows, and a row (or two, one above the other) with as many marks as a Vietnamese plate and of its shape is one: 520 by
110 mm in one row, 330 by 165 (cars) or 190 by 140 (motorcycles) in two. Recall: docs/decisions/0064.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Marks = NDArray[np.float32]
    Places = NDArray[np.intp]

LONG_SIDE = 1000
"""Searched at this size: in it a mark of a plate is `LOWEST` points high or more."""
AROUND, DARKER = 21, 15
"""A point is dark when it is so much below the mean of a square of this side around it."""
LOWEST, HIGHEST = 7, 70
NARROWEST, WIDEST = 0.12, 0.95
"""A letter or digit, in parts of its height: from 1 to W."""
THINNEST, FULLEST = 0.20, 0.92
"""How much of its box a mark fills."""
SAME_HEIGHT = 0.75
STRIDE = 1.5
"""The next mark begins within so many heights of this one."""
AT_ONCE = 256
"""Marks compared with their neighbours in one go: a meadow has thousands, and memory is counted."""
LIGHT, CONTRAST = 0.3, 40
"""A plate has so much paper, in parts of a row, and marks so much darker: leaves and gravel often do not."""
MOST_ROWS = 200
"""A street has fewer; a page of print has more, and each is compared with each."""
MARGIN = 0.3
"""A plate reaches so many heights of a mark beyond its marks."""
ASIDE = 1.5
"""The other row of a plate, of which only one was seen, lies within so many heights."""


class Row(NamedTuple):
    """Marks beside each other: their box, the height of one, and how many there are."""

    left: float
    upper: float
    right: float
    lower: float
    tall: float
    many: int

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.upper + self.lower) / 2

    @property
    def shape(self) -> float:
        """Width in parts of the height."""
        return (self.right - self.left) / (self.lower - self.upper)

    def grown(self, high: float = MARGIN) -> tuple[float, float, float, float]:
        """The plate around the marks: left, upper, right, lower."""
        aside, over = MARGIN * self.tall, high * self.tall
        return (self.left - aside, self.upper - over, self.right + aside, self.lower + over)


def plates(pixels: "Pixels") -> list[tuple[float, float, float, float]]:
    """Boxes of what seem to be plates, in points of the picture: left, upper, right, lower."""
    found = marks(pixels)
    largest = sorted(rows(found, *neighbours(found)), key=lambda row: -row.tall)[:MOST_ROWS]
    lines = [row for row in largest if is_dark_on_light(pixels, row)]
    pairs = [(a, b) for a in lines for b in lines if is_pair(a, b)]
    paired = {row for pair in pairs for row in pair}
    boxes = [around(above, below).grown() for above, below in pairs]
    boxes += [row.grown() for row in lines if row not in paired and is_one_row(row)]
    # Of two rows one may be dirty or in the shade: what is above and below the other goes too.
    return boxes + [row.grown(ASIDE) for row in lines if row not in paired and is_half(row)]


def marks(pixels: "Pixels") -> "Marks":
    """Boxes of everything dark that has the size and shape of a letter, from left to right."""
    import cv2  # noqa: PLC0415  as in `spotting`

    dark = cv2.adaptiveThreshold(
        pixels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, AROUND, DARKER
    )
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    left, _, wide, high, dots = stats[1:].T.astype("float32")
    is_mark = (
        (high >= LOWEST)
        & (high <= HIGHEST)
        & (wide > NARROWEST * high)
        & (wide < WIDEST * high)
        & (dots > THINNEST * wide * high)
        & (dots < FULLEST * wide * high)
    )
    boxes: Any = stats[1:, :4][is_mark].astype("float32")
    in_order: Marks = boxes[(left + wide / 2)[is_mark].argsort()]
    return in_order


def neighbours(found: "Marks") -> "tuple[Places, Places]":
    """Which mark may be followed by which in a row."""
    import numpy as np  # noqa: PLC0415  as in `spotting`

    parts = list(following(found)) or [(np.empty(0, np.intp), np.empty(0, np.intp))]
    return np.concatenate([one for one, _ in parts]), np.concatenate([other for _, other in parts])


def following(found: "Marks") -> "Iterator[tuple[Places, Places]]":
    """The pairs of neighbours, some marks at a time."""
    left, upper, wide, high = found.T
    across, down = left + wide / 2, upper + high / 2
    for start in range(0, len(found), AT_ONCE):
        stop = min(start + AT_ONCE, len(found))
        reach = int(across.searchsorted(across[stop - 1] + STRIDE * HIGHEST, side="right"))
        here, there = slice(start, stop), slice(start, reach)
        low = high[here, None].clip(max=high[there])
        tall = high[here, None].clip(min=high[there])
        along = across[there] - across[here, None]
        gap = left[there] - (left + wide)[here, None]
        one, other = (
            (along > 0)
            & (along < STRIDE * tall)
            & (gap < 0.9 * low)
            & (gap > -0.25 * low)
            & (abs(down[there] - down[here, None]) < 0.3 * along + 0.12 * tall)
            & (low > SAME_HEIGHT * tall)
        ).nonzero()
        yield one + start, other + start


def rows(found: "Marks", one: "Places", other: "Places") -> list[Row]:
    """Marks that follow each other, three at least."""
    import numpy as np  # noqa: PLC0415  as above

    row_of = np.arange(len(found))
    while True:  # each mark takes the least number among its neighbours, until nobody can
        least = np.minimum(row_of[one], row_of[other])
        if (least == row_of[one]).all() and (least == row_of[other]).all():
            break
        np.minimum.at(row_of, one, least)
        np.minimum.at(row_of, other, least)
    numbers, counts = np.unique(row_of, return_counts=True)
    return [row_around(found[row_of == number]) for number in numbers[counts >= 3]]  # noqa: PLR2004  fewer are no row


def row_around(found: "Marks") -> Row:
    """The row these marks make."""
    import numpy as np  # noqa: PLC0415  as above

    left, upper, wide, high = found.T
    return Row(
        float(left.min()),
        float(upper.min()),
        float((left + wide).max()),
        float((upper + high).max()),
        float(np.median(high)),
        len(found),
    )


def around(above: Row, below: Row) -> Row:
    """Both rows as one."""
    return Row(
        min(above.left, below.left),
        min(above.upper, below.upper),
        max(above.right, below.right),
        max(above.lower, below.lower),
        max(above.tall, below.tall),
        above.many + below.many,
    )


def is_pair(above: Row, below: Row) -> bool:
    """Whether two rows are one plate: `29-B1` over `256.62`, as a motorcycle has it."""
    tall, low = max(above.tall, below.tall), min(above.tall, below.tall)
    common = min(above.right, below.right) - max(above.left, below.left)
    return (
        above.upper < below.upper
        and low > 0.7 * tall
        and 0.7 * tall < below.middle - above.middle < 2.2 * tall
        and common > 0.5 * min(above.right - above.left, below.right - below.left)
        and above.many + below.many >= 6  # noqa: PLR2004  three and three, of four and five
        and above.many <= 6  # noqa: PLR2004  letters of a sign are more
        and below.many <= 7  # noqa: PLR2004  as above
        and 0.8 < around(above, below).shape < 3  # noqa: PLR2004  from a motorcycle's to a car's, and tilted
    )


def is_one_row(row: Row) -> bool:
    """Whether it is a plate in one row: `30A-339.18`."""
    return 6 <= row.many <= 10 and 2.5 < row.shape < 8  # noqa: PLR2004  eight marks, the dot and the dash, or worn


def is_half(row: Row) -> bool:
    """Whether it is a row of a plate whose other one was not seen."""
    return row.many in {4, 5} and 1.4 < row.shape < 3.6  # noqa: PLR2004  `29-B1` upright to `256.62` tilted


def is_dark_on_light(pixels: "Pixels", row: Row) -> bool:
    """Whether there is paper between the marks."""
    import numpy as np  # noqa: PLC0415  as above

    left, upper, right, lower = (max(0, int(edge)) for edge in row.grown())
    inside = pixels[upper : lower + 1, left : right + 1]
    dark, light = np.percentile(inside, (5, 95))
    paper = inside > (dark + light) / 2
    return bool(LIGHT < paper.mean() < 1 and inside[paper].mean() - inside[~paper].mean() >= CONTRAST)
