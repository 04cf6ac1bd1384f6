"""Decides which communes a point may lie in, and whether the person must confirm."""

from collections.abc import Sequence
from math import cos, floor, radians, sqrt
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Point

from api.kit.geo import EARTH_M, distance_m
from api.places.contracts import Candidate, Located, Method, Site

METRES_A_DEGREE = 111_195.0
SHOWN = 5
"""A phone shows this many choices without scrolling."""
OUTSIDE_M = 120_000
"""Farther than this from every centre: not in the country, offer nothing."""
BORDER_M = 50
"""Even a good fix and a good boundary are off by about this much together."""
BETWEEN_M = 500
"""On the river between two wards, in no ward of a layer that has them all: this far a ward still comes into question."""
SQUARE = 50
"""Squares a degree: 0.02 degrees (2.2 km), each remembers the few centres that can be nearest to a point in it."""
SQUARES_KEPT = 50_000


class Atlas:
    """All communes of a day, kept in memory: a question costs microseconds and no query."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self.sites = sorted(sites, key=lambda site: site.code)
        self.lats = np.radians([site.lat for site in self.sites])
        self.lons = np.radians([site.lon for site in self.sites])
        self.squares: dict[tuple[int, int], list[Site]] = {}
        bound = [site for site in self.sites if site.shape]
        self.bound: list[Site] = bound
        self.shapes: list[Any] = [shapely.from_wkb(site.shape) for site in bound]
        shapely.prepare(self.shapes)
        self.tree = shapely.STRtree(self.shapes)
        self.cores: dict[int, Any] = {}
        self.alone: list[Located] = [
            Located(candidates=[candidate(site, 0)], method=Method.BOUNDARY, confirm=False) for site in bound
        ]

    def locate(self, lat: float, lon: float, accuracy_m: float) -> Located:
        """By boundaries when one covers the point, otherwise the nearest centres; of equals the lower code.

        A boundary answer needs confirming when the position's uncertainty reaches over a border;
        an answer by centres always does, for a nearest centre is often wrong near borders.
        """
        if self.bound:
            if accuracy_m <= BORDER_M:
                for at in self.tree.query(shapely.points(lon, lat)):
                    if shapely.contains_xy(self.core(int(at)), lon, lat):
                        return self.alone[int(at)]
            if (found := self.by_boundary(lat, lon, max(accuracy_m, BORDER_M))) is not None:
                return found
        ranked = sorted(
            (distance_m(lat, lon, site.lat, site.lon), site.code, site) for site in self.nearest(lat, lon)
        )
        near = [candidate(site, away) for away, _, site in ranked[:SHOWN] if away <= OUTSIDE_M]
        return Located(candidates=near, method=Method.CENTROID, confirm=True)

    def core(self, at: int) -> Any:
        """The part of a commune from which no border is near, made when first asked for."""
        if at not in self.cores:
            inset = BORDER_M / (METRES_A_DEGREE * cos(radians(self.bound[at].lat)))
            self.cores[at] = shapely.buffer(self.shapes[at], -inset)
            shapely.prepare(self.cores[at])
        return self.cores[at]

    def by_boundary(self, lat: float, lon: float, reach_m: float) -> Located | None:
        """The communes within reach, when one covers the point or its province's layer leaves it between them."""
        wide = max(reach_m, BETWEEN_M)
        high, across = wide / METRES_A_DEGREE, wide / (METRES_A_DEGREE * max(0.01, cos(radians(lat))))
        box = shapely.box(lon - across, lat - high, lon + across, lat + high)
        away = sorted(
            (shape_metres(self.shapes[at], lat, lon), self.bound[at].code, at) for at in self.tree.query(box)
        )
        if not away:
            return None
        if away[0][0] > 0:
            first = min(self.nearest(lat, lon), key=lambda site: distance_m(lat, lon, site.lat, site.lon))
            if first.shape is None:
                return None
            reach_m = wide
        within = [candidate(self.bound[at], far) for far, _, at in away if far <= reach_m][:SHOWN]
        if not within:
            return None
        return Located(
            candidates=within, method=Method.BOUNDARY, confirm=len(within) > 1 or within[0].distance_m > 0
        )

    def nearest(self, lat: float, lon: float) -> list[Site]:
        """The centres among which the nearest few of any point of this square are."""
        key = floor(lat * SQUARE), floor(lon * SQUARE)
        known = self.squares.get(key)
        if known is None:
            known = self.look(*((part + 0.5) / SQUARE for part in key))
            if len(self.squares) >= SQUARES_KEPT:
                self.squares.clear()
            self.squares[key] = known
        return known

    def look(self, lat: float, lon: float) -> list[Site]:
        """The nearest few to the middle of a square, and all that may be nearer to one of its corners."""
        if not self.sites:
            return []
        up, along = self.lats - radians(lat), self.lons - radians(lon)
        h = np.sin(up / 2) ** 2 + cos(radians(lat)) * np.cos(self.lats) * np.sin(along / 2) ** 2
        away = 2 * EARTH_M * np.arcsin(np.minimum(1.0, np.sqrt(h)))
        corner = METRES_A_DEGREE / SQUARE * sqrt(0.5)
        last = np.partition(away, min(SHOWN, len(away)) - 1)[min(SHOWN, len(away)) - 1]
        return [self.sites[at] for at in np.flatnonzero(away <= last + 2 * corner)]


def locate(lat: float, lon: float, accuracy_m: float, near: Sequence[Site]) -> Located:
    """The same among a few communes."""
    return Atlas(near).locate(lat, lon, accuracy_m)


def shape_metres(shape: Any, lat: float, lon: float) -> float:
    """How far outside a shape a point lies; 0 inside. Flat-earth is exact enough over a border."""
    nearest = shapely.shortest_line(Point(lon, lat), shape).coords[-1]
    return distance_m(lat, lon, nearest[1], nearest[0])


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
