"""Distances on the earth."""

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
