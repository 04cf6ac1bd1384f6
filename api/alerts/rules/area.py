"""Areas as drawn: whether they are sound, which communes they touch, and as GeoJSON. Pure."""

import math
from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from api.alerts.contracts import Area, Circle
from api.alerts.rules.problems import unusable
from api.kit.errors import FieldError

Pairs = Sequence[Sequence[float]]
"""Points of [lat, lon]."""
SOUTH, NORTH, WEST, EAST = 6.0, 24.0, 101.0, 119.0
"""Vietnam with its sea and islands: Cà Mau to Lũng Cú, Mường Nhé to the last reef of Trường Sa."""
RING = 4
CORNERS = 64
"""Of a circle where only polygons are understood."""
CORNERS_KEPT = 500
"""Of a ring, as `Ring` says."""
FINEST = 0.0002
"""Degrees, about 20 m."""
KM_A_DEGREE = 111.195
TOUCH_KM = 0.05
"""Nearer than this is touching: a line drawn along a border means both sides."""
SWAPPED = "vĩ độ và kinh độ bị đổi chỗ: viết vĩ độ trước, ví dụ 16,46 rồi 107,59"


def area_faults(polygons: Sequence[Pairs], circles: Sequence[Circle]) -> list[FieldError]:
    """Everything wrong with a drawn area, place by place."""
    faults = [
        FieldError(field=f"polygons[{at}]", message=fault)
        for at, ring in enumerate(polygons)
        if (fault := ring_fault(ring)) is not None
    ]
    faults += [
        FieldError(field=f"circles[{at}]", message=fault)
        for at, circle in enumerate(circles)
        if (fault := place_fault([(circle.lat, circle.lon)])) is not None
    ]
    return faults


def ring_fault(ring: Pairs) -> str | None:
    """Why a ring is no area, or None."""
    if (fault := place_fault(ring)) is not None:
        return fault
    if len(ring) < RING:
        return "cần ít nhất ba điểm, và điểm cuối trùng điểm đầu"
    if ring[0] != ring[-1]:
        return "chưa khép kín: điểm cuối phải trùng điểm đầu"
    return None if sound(ring) else "đường vẽ cắt chính nó hoặc không có diện tích"


def place_fault(points: Pairs) -> str | None:
    """Why points are not in Vietnam, or None."""
    if all(SOUTH <= lat <= NORTH and WEST <= lon <= EAST for lat, lon in points):
        return None
    if all(SOUTH <= lon <= NORTH and WEST <= lat <= EAST for lat, lon in points):
        return SWAPPED
    return "có điểm ngoài lãnh thổ Việt Nam"


def sound(ring: Pairs) -> bool:
    """Whether a closed ring encloses something and does not cross itself."""
    drawn = Polygon([(lon, lat) for lat, lon in ring])
    return drawn.area > 0 and explain_validity(drawn) == "Valid Geometry"


def check_drawn(polygons: Sequence[Pairs], circles: Sequence[Circle]) -> None:
    """Refuse an area that is not sound."""
    if faults := area_faults(polygons, circles):
        raise unusable(*faults)


class Plane:
    """Kilometres east and north around a middle latitude: good to 1 % within a province."""

    def __init__(self, lat: float) -> None:
        self.across = KM_A_DEGREE * math.cos(math.radians(lat))

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """A place in kilometres."""
        return lon * self.across, lat * KM_A_DEGREE

    def flat(self, shape: BaseGeometry) -> BaseGeometry:
        """A shape of lon, lat in kilometres."""
        return shapely.transform(shape, lambda points: points * [self.across, KM_A_DEGREE])


def touched(polygons: Sequence[Pairs], circles: Sequence[Circle], areas: Sequence[Area]) -> list[Area]:
    """The communes an area touches.

    By boundary where it is loaded. Otherwise a commune is taken for a disc of its own size around its centre,
    and the nearest centre to each drawn point counts too: rather one neighbour too many than one too few.
    """
    plane = Plane(middle_latitude(polygons, circles))
    shapes = [Polygon([plane.at(lat, lon) for lat, lon in ring]) for ring in polygons]
    shapes += [Point(plane.at(one.lat, one.lon)).buffer(one.radius_km, quad_segs=16) for one in circles]
    drawn = shapely.union_all(shapes)
    centres = {
        area.code: Point(plane.at(area.lat, area.lon))
        for area in areas
        if area.lat is not None and area.lon is not None
    }
    # `box(...)` in SQL gave only those around; a drawn point in none of the discs belongs to the nearest of them.
    bare = [area for area in areas if area.shape is None and area.code in centres]
    near = nearest(drawn, [(area.code, centres[area.code], reach(area)) for area in bare])
    found = []
    for area in areas:
        if area.shape is not None:
            hit = plane.flat(shapely.from_wkb(area.shape)).distance(drawn) <= TOUCH_KM
        else:
            hit = area.code in near
        if hit:
            found.append(area)
    return found


def nearest(drawn: BaseGeometry, centres: Sequence[tuple[str, Point, float]]) -> set[str]:
    """The codes of the discs that are touched, and of the nearest centre within reach of each drawn corner."""
    codes = {code for code, centre, size in centres if centre.distance(drawn) <= size}
    for corner in shapely.get_coordinates(drawn):
        point = Point(corner)
        found = min(centres, key=lambda one: one[1].distance(point) / one[2], default=None)
        if found is not None and found[1].distance(point) <= 2 * found[2]:
            codes.add(found[0])
    return codes


def reach(area: Area) -> float:
    """The radius of a disc as big as the commune, km; a commune of unknown size is taken for 5 km."""
    return math.sqrt(area.area_km2 / math.pi) if area.area_km2 else 5.0


def middle_latitude(polygons: Sequence[Pairs], circles: Sequence[Circle]) -> float:
    """Halfway between the drawn latitudes."""
    lats = [lat for ring in polygons for lat, _ in ring] + [circle.lat for circle in circles]
    return (min(lats) + max(lats)) / 2


def box_of(polygons: Sequence[Pairs], circles: Sequence[Circle]) -> tuple[float, float, float, float]:
    """South, west, north, east of what is drawn, with a margin in which a big commune's centre may lie."""
    boxes = [corners(ring) for ring in polygons] + [corners(as_ring(circle)) for circle in circles]
    south, west, north, east = (
        pick(side) for pick, side in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)
    )
    return south - MARGIN, west - MARGIN, north + MARGIN, east + MARGIN


MARGIN = 0.4
"""Degrees; the biggest commune is about 20 km from its centre to its edge."""


def corners(ring: Pairs) -> tuple[float, float, float, float]:
    """South, west, north, east of a ring."""
    lats, lons = zip(*ring, strict=True)
    return min(lats), min(lons), max(lats), max(lons)


def as_ring(circle: Circle) -> list[tuple[float, float]]:
    """A circle as a closed ring of [lat, lon], against the clock seen from above."""
    plane = Plane(circle.lat)
    steps = [2 * math.pi * n / CORNERS for n in range(CORNERS)]
    ring = [
        (
            round(circle.lat + circle.radius_km * math.sin(turn) / KM_A_DEGREE, 6),
            round(circle.lon + circle.radius_km * math.cos(turn) / plane.across, 6),
        )
        for turn in steps
    ]
    return [*ring, ring[0]]


def as_geometry(
    polygons: Sequence[Pairs], circles: Sequence[Circle], centres: Pairs
) -> dict[str, object] | None:
    """GeoJSON (RFC 7946: lon, lat; right-hand rings) of what is drawn; else the communes' centres; else none."""
    rings = [*rings_of(polygons), *(flipped(as_ring(circle)) for circle in circles)]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": [rings[0]]}
    if rings:
        return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}
    return {"type": "MultiPoint", "coordinates": [[lon, lat] for lat, lon in centres]} if centres else None


def rings_of(polygons: Sequence[Pairs]) -> Iterator[list[list[float]]]:
    """Each ring as lon, lat, turned against the clock."""
    for ring in polygons:
        turned = flipped(ring)
        against = shapely.is_ccw(shapely.linearrings(turned))
        yield turned if against else turned[::-1]


def flipped(ring: Pairs) -> list[list[float]]:
    """[lat, lon] as [lon, lat]."""
    return [[lon, lat] for lat, lon in ring]


def thinned(ring: list[list[float]]) -> list[list[float]]:
    """A ring of no more corners than we keep: those nearest to the line between their neighbours go first."""
    degrees = FINEST
    while len(ring) > CORNERS_KEPT:
        line = shapely.simplify(Polygon(flipped(ring)), degrees, preserve_topology=True)
        ring = [[lat, lon] for lon, lat in line.exterior.coords]
        degrees *= 2
    return ring
