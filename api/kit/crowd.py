"""Places told so coarsely that enough people live there: nobody is found by where a report lies. Pure."""

import math

DEGREE_M = 111_320.0
"""Metres of a degree of latitude; of longitude at the equator."""
MARGIN = 4.0
"""People live in clumps: a square must hold so many times the number asked for if they were spread evenly."""
SIDES_M = (100, 200, 500, 1_000, 2_000, 5_000)
"""The squares a place can be told by, so that two reports of a place fall into the same one."""


def side_m(adults: int | None, area_km2: float | None, at_least: int) -> int | None:
    """The smallest square in which `at_least` adults live, by the commune's mean; None: only the commune will do."""
    if not adults or not area_km2:
        return None
    for side in SIDES_M:
        if adults / area_km2 * (side / 1000) ** 2 >= at_least * MARGIN and (side / 1000) ** 2 <= area_km2:
            return side
    return None


def middle_of_square(lat: float, lon: float, side: int) -> tuple[float, float]:
    """The middle of the square a place lies in; squares are laid from 0°, 0°."""
    tall = side / DEGREE_M
    middle = (math.floor(lat / tall) + 0.5) * tall
    wide = side / (DEGREE_M * max(0.05, math.cos(math.radians(middle))))
    return round(middle, 5), round((math.floor(lon / wide) + 0.5) * wide, 5)


def coarse_place(
    lat: float,
    lon: float,
    *,
    commune: tuple[float | None, float | None],
    adults: int | None,
    area_km2: float | None,
    at_least: int,
) -> tuple[float, float]:
    """The middle of a square with enough people, or of the commune where nobody knows how many live there."""
    side = side_m(adults, area_km2, at_least)
    if side is not None:
        return middle_of_square(lat, lon, side)
    if commune[0] is not None and commune[1] is not None:
        return round(commune[0], 5), round(commune[1], 5)
    return middle_of_square(lat, lon, SIDES_M[-1])
