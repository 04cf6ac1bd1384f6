"""Decides which communes a point may lie in, and whether the person must confirm."""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

import shapely
from shapely.geometry import Point

from api.places.contracts import Candidate, Located, Method, Site

EARTH_M = 6_371_008.8
SHOWN = 5
"""A phone shows this many choices without scrolling."""
OUTSIDE_M = 120_000
"""Farther than this from every centre: not in the country, offer nothing."""
BORDER_M = 50
"""Even a good fix and a good boundary are off by about this much together."""


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance (haversine)."""
    up, along = radians(other_lat - lat), radians(other_lon - lon)
    h = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(along / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(h)))


def locate(lat: float, lon: float, accuracy_m: float, near: Sequence[Site]) -> Located:
    """By boundaries when one covers the point, otherwise the nearest centres.

    A boundary answer needs confirming when the position's uncertainty reaches over a border;
    an answer by centres always does, for a nearest centre is often wrong near borders.
    """
    point = Point(lon, lat)
    reach = max(accuracy_m, BORDER_M)
    shapes = {site.code: shapely.from_wkb(site.shape) for site in near if site.shape}
    if any(shape.covers(point) for shape in shapes.values()):
        away = {code: shape_metres(shape, lat, lon) for code, shape in shapes.items()}
        within = sorted(
            (site for site in near if away.get(site.code, reach + 1) <= reach), key=lambda s: away[s.code]
        )
        found = [candidate(site, away[site.code]) for site in within[:SHOWN]]
        return Located(candidates=found, method=Method.BOUNDARY, confirm=len(found) > 1)
    ranked = sorted((metres(lat, lon, site.lat, site.lon), site.code, site) for site in near)
    found = [candidate(site, away) for away, _, site in ranked[:SHOWN] if away <= OUTSIDE_M]
    return Located(candidates=found, method=Method.CENTROID, confirm=True)


def shape_metres(shape: Any, lat: float, lon: float) -> float:
    """How far outside a shape a point lies; 0 inside. Flat-earth is exact enough over a border."""
    nearest = shapely.shortest_line(Point(lon, lat), shape).coords[-1]
    return metres(lat, lon, nearest[1], nearest[0])


def candidate(site: Site, away: float) -> Candidate:
    """A commune with its distance."""
    return Candidate(
        code=site.code,
        name=site.name,
        full_name=site.full_name,
        part_of=site.part_of,
        province_code=site.province_code,
        distance_m=round(away),
    )
