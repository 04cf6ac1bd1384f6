"""Reading a map window; what is not public is not there."""

import math

from api.kit import geo
from api.kit.errors import FieldError, Invalid, Problem

TILE = 5.0
"""A tile of 0.01 degrees (about 1.1 km), as a factor of the 0.002 that `report_cell` of the database counts in."""
TILES_OF_A_SCREEN, TILES_AT_MOST = 100, 600
"""About 10 and 25 km each way: a phone's screen of a city, and the widest window that is asked tile by tile."""
HEADS = 3
"""So many times what is asked for is looked at first, spread over the tiles: about half of it lies outside the window."""


class PublishedNotFound(Problem):
    """No such case, or one that is not public (yet)."""

    status = 404
    slug = "published-report-not-found"
    title = "Không có phản ánh công khai này"


def read_box(text: str) -> tuple[float, float, float, float]:
    """`west,south,east,north` in degrees."""
    box = geo.read_box(text)
    if box is None:
        message = "Khung bản đồ phải là tây,nam,đông,bắc theo độ, ví dụ 107.4,16.3,107.8,16.6"
        raise Invalid(errors=[FieldError(field="bbox", message=message)])
    return box


def tiles_of(box: tuple[float, float, float, float]) -> list[int]:
    """The tiles a window touches; none when they are too many to ask one by one."""
    west, south, east, north = (
        math.floor((side / TILE + whole) * 500) for side, whole in zip(box, (180, 90, 180, 90), strict=True)
    )
    if (east - west + 1) * (north - south + 1) > TILES_AT_MOST:
        return []
    return [row * 180_000 + column for row in range(south, north + 1) for column in range(west, east + 1)]


def heads_of(limit: int, tiles: int) -> int:
    """How many of each tile are looked at first."""
    return math.ceil(limit * HEADS / tiles)
