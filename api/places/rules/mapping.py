"""Draws a commune map: cells from centres when nothing better is known, and TopoJSON with shared arcs."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, pi, radians, sqrt
from typing import Any, TypeAlias, TypeVar, cast

import shapely
from shapely.affinity import affine_transform
from shapely.geometry import MultiPoint, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from api.places.contracts import (
    CommuneMap,
    MapCell,
    MapCells,
    MapLabel,
    MapObjects,
    MapTransform,
    Site,
)

KM_PER_DEGREE = 111.195
REACH = 1.3
"""A commune's disc, as a multiple of the disc of its area: discs of neighbours then overlap."""
DEFAULT_KM2 = 30.0
CLOSE_KM = 6.0
"""Gaps in the outline narrower than twice this are closed: lagoons, unlucky centres."""
SMOOTH_KM = 0.9
GRID = 8_000
"""Steps of the longer side: 15 m for a province of 120 km."""
POINTS_PER_COMMUNE = 60
"""A boundary layer is simplified until it needs no more points than this on average."""
FINEST_KM, COARSEST_KM = 0.02, 1.5
"""A province of a thousand islets keeps more points rather than lose its shape."""

Cell: TypeAlias = Polygon | MultiPolygon
Shape = TypeVar("Shape", bound=BaseGeometry)
Ring = tuple[tuple[int, int], ...]


class Plane:
    """Local equirectangular kilometres around a centre: true enough over one province."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self.lat = sum(site.lat for site in sites) / len(sites)
        self.lon = sum(site.lon for site in sites) / len(sites)
        self.x, self.y = KM_PER_DEGREE * cos(radians(self.lat)), KM_PER_DEGREE

    def there(self, shape: Shape) -> Shape:
        """Degrees to kilometres."""
        return affine_transform(shape, [self.x, 0, 0, self.y, -self.lon * self.x, -self.lat * self.y])

    def back(self, shape: Shape) -> Shape:
        """Kilometres to degrees."""
        return affine_transform(shape, [1 / self.x, 0, 0, 1 / self.y, self.lon, self.lat])


def sketch(sites: Sequence[Site]) -> list[Cell]:
    """A cell around each centre: nearest-centre areas inside a plausible outline, in site order."""
    plane = Plane(sites)
    centres = [plane.there(Point(site.lon, site.lat)) for site in sites]
    outline = outline_of(centres, [site.area_km2 or DEFAULT_KM2 for site in sites])
    if len(sites) == 1:
        return [plane.back(outline)]
    wide = outline.buffer(1)
    areas = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(centres), extend_to=wide, ordered=True))
    cells = [only_areas(shapely.intersection(area, outline)) for area in areas]
    return [plane.back(cell) for cell in simplify(cells, SMOOTH_KM)]


def simplify(cells: Sequence[Cell], step: float) -> list[Cell]:
    """Fewer points by Visvalingam; what two cells share stays shared."""
    return cast("list[Cell]", list(shapely.coverage_simplify(list(cells), step, simplify_boundary=True)))


def outline_of(centres: Sequence[Point], areas: Sequence[float]) -> Cell:
    """Discs of the communes' areas, melted together; holes filled, islands kept."""
    discs = [
        centre.buffer(REACH * sqrt(area / pi), quad_segs=6)
        for centre, area in zip(centres, areas, strict=True)
    ]
    melted = shapely.buffer(shapely.buffer(shapely.union_all(discs), CLOSE_KM), -CLOSE_KM)
    return only_areas(shapely.union_all([Polygon(part.exterior) for part in shapely.get_parts(melted)]))


def only_areas(shape: Any) -> Cell:
    """The polygons of an intersection, without stray points and lines."""
    parts = [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def thin(sites: Sequence[Site], shapes: Sequence[Cell]) -> list[Cell]:
    """A boundary layer with as many points as a phone needs; shared borders stay shared."""
    plane = Plane(sites)
    wanted, step = POINTS_PER_COMMUNE * len(shapes), FINEST_KM
    cells = [plane.there(shape) for shape in shapes]
    while step < COARSEST_KM and shapely.get_num_coordinates(cells).sum() > wanted:
        cells = simplify(cells, step)
        step *= 2
    return [plane.back(cell) for cell in cells]


class Topology:
    """Collects quantised rings, cuts them where neighbours meet, stores each border once."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        west, south, east, north = bounds
        self.origin = (west, south)
        self.step = max(east - west, north - south) / GRID or 1.0
        self.arcs: list[Ring] = []
        self.known: dict[Ring, int] = {}
        self.passing: dict[tuple[int, int], frozenset[tuple[int, int]]] = {}
        self.junctions: set[tuple[int, int]] = set()

    def ring(self, coordinates: Iterable[Sequence[float]]) -> Ring:
        """A ring on the grid, open, without repeats; empty when it vanishes."""
        points: list[tuple[int, int]] = []
        for x, y, *_ in coordinates:
            point = (round((x - self.origin[0]) / self.step), round((y - self.origin[1]) / self.step))
            if not points or points[-1] != point:
                points.append(point)
        points = points[:-1] if points and points[0] == points[-1] else points
        return tuple(points) if len(set(points)) > 2 else ()  # noqa: PLR2004  a triangle at least

    def rings(self, shape: Cell) -> list[list[Ring]]:
        """The rings of each polygon of a shape, outer one first and clockwise."""
        found = []
        for part in shapely.get_parts(shape):
            turned = orient(part, sign=-1.0)
            outer = self.ring(turned.exterior.coords)
            if outer:
                found.append([outer, *filter(None, (self.ring(hole.coords) for hole in turned.interiors))])
        return found

    def note(self, ring: Ring) -> None:
        """Learn which points rings pass in different company: there borders begin and end."""
        for at, point in enumerate(ring):
            company = frozenset((ring[at - 1], ring[(at + 1) % len(ring)]))
            if self.passing.setdefault(point, company) != company:
                self.junctions.add(point)

    def cut(self, ring: Ring) -> list[int]:
        """A ring as arc numbers; ~n is arc n backwards."""
        starts = [at for at, point in enumerate(ring) if point in self.junctions]
        if not starts:
            first = ring.index(min(ring))
            return [self.arc((*ring[first:], *ring[: first + 1]))]
        turned = (*ring[starts[0] :], *ring[: starts[0]], ring[starts[0]])
        stops = [at for at, point in enumerate(turned) if point in self.junctions]
        return [self.arc(turned[a : b + 1]) for a, b in pairwise(stops)]

    def arc(self, points: Ring) -> int:
        """The number of an arc, stored once whichever way it is walked."""
        if points in self.known:
            return self.known[points]
        back = points[::-1]
        if back in self.known:
            return ~self.known[back]
        self.known[points] = len(self.arcs)
        self.arcs.append(points)
        return self.known[points]

    def deltas(self) -> list[list[list[int]]]:
        """Arcs as TopoJSON wants them: the first point, then steps."""
        return [[list(arc[0])] + [[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(arc)] for arc in self.arcs]


def topojson(
    province_code: str, sites: Sequence[Site], cells: Sequence[Cell], *, is_sketch: bool
) -> CommuneMap:
    """The map as quantised TopoJSON, one object `communes`, ids are commune codes."""
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(cells))
    topology = Topology((west, south, east, north))
    shapes = [topology.rings(cell) for cell in cells]
    for ring in (ring for shape in shapes for polygon in shape for ring in polygon):
        topology.note(ring)
    return CommuneMap(
        type="Topology",
        province_code=province_code,
        sketch=is_sketch,
        bbox=[round(edge, 5) for edge in (west, south, east, north)],
        transform=MapTransform(scale=[topology.step, topology.step], translate=list(topology.origin)),
        objects=MapObjects(
            communes=MapCells(
                type="GeometryCollection",
                geometries=[
                    cell_of(site, topology, shape) for site, shape in zip(sites, shapes, strict=True)
                ],
            )
        ),
        arcs=topology.deltas(),
    )


def cell_of(site: Site, topology: Topology, shape: Sequence[Sequence[Ring]]) -> MapCell:
    """One commune of the map."""
    arcs = [[topology.cut(ring) for ring in polygon] for polygon in shape]
    centre = [round(site.lon, 4), round(site.lat, 4)]
    return MapCell(
        type="Polygon" if len(arcs) == 1 else "MultiPolygon",
        id=site.code,
        properties=MapLabel(name=site.name, full_name=site.full_name, centre=centre),
        arcs=arcs[0] if len(arcs) == 1 else arcs,
    )
