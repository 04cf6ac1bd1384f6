"""Windows and cells of the flood map: pure counting."""

import math

import msgspec

from api.kit import geo
from api.kit.errors import FieldError, Invalid

LEVELS = (0.08, 0.02, 0.005, 0.00125)
"""Width of a cell in degrees; the function `flood_cell_of` counts the same way."""
ROW = 1_000_000
"""A cell's number is its row times this, plus its column."""
CELLS_WANTED = 160
"""The finest level of which a window has no more cells is shown."""
CELLS_MOST = 2_500
SPOTS_MOST = 100
"""As many reports are shown one by one."""
TOO_WIDE = "Khung bản đồ quá rộng, hãy phóng gần lại"
HOURS = 48
"""What is older is no longer on the map."""


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A window in whole cells of one level, by their numbers."""

    level: int
    box: tuple[float, float, float, float]
    cells: list[int]

    @property
    def cell(self) -> float:
        """The width of a cell in degrees."""
        return LEVELS[self.level - 1]


def read_box(text: str) -> tuple[float, float, float, float]:
    """`west,south,east,north` in degrees, with some breadth and height."""
    box = geo.read_box(text)
    if box is None or box[0] == box[2] or box[1] == box[3]:
        raise broken_box()
    return box


def broken_box(*, wide: bool = False) -> Invalid:
    """The window cannot be read, or is wider than a map of a province."""
    message = TOO_WIDE if wide else "Khung bản đồ phải là tây,nam,đông,bắc theo độ"
    return Invalid(errors=[FieldError(field="box", message=message)])


def unknown_province() -> Invalid:
    """No commune of this province has a place: there is nothing to draw."""
    return Invalid(errors=[FieldError(field="province", message="Không có bản đồ của tỉnh, thành phố này")])


def window_of(box: tuple[float, float, float, float]) -> Window:
    """The finest level that does not fill the screen with signs, and the window widened to its cells."""
    windows = [in_cells(level, box) for level in range(len(LEVELS), 0, -1)]
    fitting = next((one for one in windows if size(one) <= CELLS_WANTED), windows[-1])
    if size(fitting) > CELLS_MOST:
        raise broken_box(wide=True)
    return listed(fitting)


Grid = tuple[int, int, int, int, int]
"""Level, then the first and last column, the first and last row."""


def in_cells(level: int, box: tuple[float, float, float, float]) -> Grid:
    """The columns and rows a box touches."""
    west, south, east, north = box
    per = 12.5 * 4 ** (level - 1)
    columns = math.floor((west + 180) * per), math.floor((east + 180) * per)
    rows = math.floor((south + 90) * per), math.floor((north + 90) * per)
    return level, *columns, *rows


def size(grid: Grid) -> int:
    """How many cells."""
    _, first_x, last_x, first_y, last_y = grid
    return (last_x - first_x + 1) * (last_y - first_y + 1)


def listed(grid: Grid) -> Window:
    """Every cell of a grid, and its edges in degrees."""
    level, first_x, last_x, first_y, last_y = grid
    wide = LEVELS[level - 1]
    edges = (
        first_x * wide - 180,
        first_y * wide - 90,
        (last_x + 1) * wide - 180,
        (last_y + 1) * wide - 90,
    )
    west, south, east, north = (round(edge, 6) for edge in edges)
    return Window(
        level=level,
        box=(west, south, east, north),
        cells=[row * ROW + x for row in range(first_y, last_y + 1) for x in range(first_x, last_x + 1)],
    )
