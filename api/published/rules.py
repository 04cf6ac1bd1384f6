"""Reading a map window; what is not public is not there."""

import math

from api.kit.errors import FieldError, Invalid, Problem

TILES_AT_MOST = 100
"""About 20 km each way: more than a phone shows of a city; wider windows are for counts, not for single reports."""


class PublishedNotFound(Problem):
    """No such case, or one that is not public (yet)."""

    status = 404
    slug = "published-report-not-found"
    title = "Không có phản ánh công khai này"


def read_box(text: str) -> tuple[float, float, float, float]:
    """`west,south,east,north` in degrees."""
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise broken_box() from None
    inside = -180 <= west <= east <= 180 and -90 <= south <= north <= 90  # noqa: PLR2004  the earth
    if not inside or not all(map(math.isfinite, (west, south, east, north))):
        raise broken_box()
    return west, south, east, north


def tiles_of(box: tuple[float, float, float, float]) -> list[int]:
    """The tiles of 0.02 degrees a window touches; none when they are too many to ask one by one."""
    west, south, east, north = (
        math.floor((side / 10 + whole) * 500) for side, whole in zip(box, (180, 90, 180, 90), strict=True)
    )
    if (east - west + 1) * (north - south + 1) > TILES_AT_MOST:
        return []
    return [row * 180_000 + column for row in range(south, north + 1) for column in range(west, east + 1)]


def broken_box() -> Invalid:
    """The window cannot be read."""
    message = "Khung bản đồ phải là tây,nam,đông,bắc theo độ, ví dụ 107.4,16.3,107.8,16.6"
    return Invalid(errors=[FieldError(field="bbox", message=message)])
