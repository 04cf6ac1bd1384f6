"""Checks a province's own boundary layer before it may replace the sketch."""

from collections.abc import Sequence
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Polygon, shape

from api.kit.errors import FieldError, Problem
from api.kit.geo import distance_m
from api.places.contracts import Site
from api.places.rules.mapping import Cell, Plane, only_areas, simplify

CODE_PROPERTIES = ("code", "commune_code", "ma_xa", "MA_XA", "maXa", "ward_code", "ma", "id")
"""Where layers keep the five-digit code; looked for in this order."""
STORED_KM = 0.01
"""Points closer than 10 m to the line between their neighbours are not kept."""
FAR_M = 60_000
"""A commune's centre farther away than this: swapped axes, another grid, or another place."""
NAMED = 20


class BoundariesRefused(Problem):
    """The layer does not fit the province's communes; nothing was changed."""

    status = 422
    slug = "boundaries-refused"
    title = "Lớp ranh giới chưa dùng được, chưa có gì thay đổi"


def read_layer(layer: dict[str, Any], sites: Sequence[Site]) -> dict[str, Cell]:
    """Shapes by commune code: one for every commune of the province, valid, in place, simplified.

    All that is wrong is said at once.
    """
    wrong: list[FieldError] = []
    known = {site.code: site for site in sites}
    shapes: dict[str, Cell] = {}
    features = layer.get("features")
    for at, feature in enumerate(features if isinstance(features, list) else []):
        place = f"features[{at}]"
        code = code_of(feature)
        if code not in known:
            wrong.append(
                FieldError(field=place, message=f"Mã {code or '(trống)'} không phải xã, phường của tỉnh")
            )
            continue
        if code in shapes:
            wrong.append(FieldError(field=place, message=f"Mã {code} xuất hiện hai lần"))
            continue
        cell = cell_of(feature)
        if cell is None:
            wrong.append(FieldError(field=place, message=f"Mã {code}: không phải vùng (Polygon) hợp lệ"))
            continue
        site, middle = known[code], cell.centroid
        if distance_m(site.lat, site.lon, middle.y, middle.x) > FAR_M:
            wrong.append(
                FieldError(field=place, message=f"Mã {code}: vị trí quá xa, hãy kiểm tra hệ toạ độ (WGS 84)")
            )
            continue
        shapes[code] = cell
    wrong += [
        FieldError(field="features", message=f"Thiếu {site.full_name} ({site.code})")
        for site in sites
        if site.code not in shapes and not any(site.code in error.message for error in wrong)
    ]
    if wrong or not shapes:
        raise BoundariesRefused(detail=f"{len(wrong)} lỗi", errors=wrong[:NAMED])
    return simplified(shapes, sites)


def code_of(feature: Any) -> str:
    """The commune code of a GeoJSON feature, zeros in front restored."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    for key in CODE_PROPERTIES:
        value = (properties or {}).get(key)
        if isinstance(value, str | int) and str(value).strip().isdigit():
            return str(value).strip().zfill(5)
    return ""


def cell_of(feature: dict[str, Any]) -> Cell | None:
    """The area of a feature, repaired where it crosses itself; None when it is none."""
    try:
        found = shapely.make_valid(shapely.force_2d(shape(feature["geometry"])))
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None
    parts = [part for part in shapely.get_parts(found) if isinstance(part, Polygon | MultiPolygon)]
    cell = only_areas(shapely.union_all(parts)) if parts else None
    return cell if cell is not None and not cell.is_empty and cell.area > 0 else None


def stored(wkb: bytes) -> Cell:
    """A boundary as it was kept."""
    return only_areas(shapely.from_wkb(wkb))


def simplified(shapes: dict[str, Cell], sites: Sequence[Site]) -> dict[str, Cell]:
    """Fewer points, borders still shared."""
    plane = Plane(sites)
    cells = simplify([plane.there(cell) for cell in shapes.values()], STORED_KM)
    return {code: plane.back(cell) for code, cell in zip(shapes, cells, strict=True)}
