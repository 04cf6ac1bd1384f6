"""Distances and windows on the earth."""

import math

EARTH_M = 6_371_008.8
"""Mean radius, IUGG."""


def distance_m(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Metres between two points along the sphere (haversine)."""
    north, south = math.radians(lat), math.radians(to_lat)
    half = (
        math.sin((south - north) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(math.radians(to_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_M * math.asin(min(1.0, math.sqrt(half)))


def read_box(text: str) -> tuple[float, float, float, float] | None:
    """`west,south,east,north` in degrees; None when it cannot be read."""
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    # What is not a number compares false; what is not finite lies outside.
    inside = -180 <= west <= east <= 180 and -90 <= south <= north <= 90  # noqa: PLR2004  the earth
    return (west, south, east, north) if inside else None
