"""The commune map: a sketch from centres, a province's own layer instead, small and with shared borders."""

import zlib
from collections import Counter
from typing import Any

import httpx
import pytest
import shapely
from shapely.geometry import Point, mapping, shape

from api.kit.db import Connection
from api.places import store
from api.places.actions import import_boundaries, locate
from api.places.contracts import Site
from api.places.rules.boundaries import BoundariesRefused
from api.places.rules.mapping import sketch

HUE = "46"


def decode(topology: dict[str, Any]) -> dict[str, shapely.MultiPolygon]:
    """Shapes by code, the way a map library reads TopoJSON."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(numbers: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            assert not points or points[-1] == arc[0], "arcs of a ring must join"
            points += arc[1:] if points else arc
        assert points[0] == points[-1], "a ring must close"
        return points

    shapes = {}
    for item in topology["objects"]["communes"]["geometries"]:
        polygons = [item["arcs"]] if item["type"] == "Polygon" else item["arcs"]
        parts = [[ring(numbers) for numbers in polygon] for polygon in polygons]
        shapes[item["id"]] = shapely.MultiPolygon([(part[0], part[1:]) for part in parts])
    return shapes


def arc_uses(topology: dict[str, Any]) -> Counter[int]:
    uses: Counter[int] = Counter()
    for item in topology["objects"]["communes"]["geometries"]:
        polygons = [item["arcs"]] if item["type"] == "Polygon" else item["arcs"]
        uses.update(n if n >= 0 else ~n for polygon in polygons for numbers in polygon for n in numbers)
    return uses


async def get_map(client: httpx.AsyncClient) -> dict[str, Any]:
    answer = await client.get(f"/v1/geo/{HUE}.topo.json")
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_the_sketch_has_a_cell_for_each_commune_around_its_centre(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    topology = await get_map(client)
    shapes = decode(topology)
    sites = await store.list_sites(tx, HUE)
    assert topology["sketch"] is True
    assert set(shapes) == {site.code for site in sites}
    for site in sites:
        assert shapes[site.code].buffer(0.001).covers(Point(site.lon, site.lat)), site.full_name


async def test_borders_are_stored_once_and_cells_do_not_overlap(client: httpx.AsyncClient) -> None:
    topology = await get_map(client)
    uses = arc_uses(topology)
    assert set(uses) == set(range(len(topology["arcs"]))), "no arc is left over"
    assert set(uses.values()) == {1, 2}
    assert sum(1 for count in uses.values() if count == 2) > 60
    shapes = list(decode(topology).values())
    assert all(each.is_valid for each in shapes)
    whole = shapely.union_all(shapes).area
    assert sum(each.area for each in shapes) == pytest.approx(whole, rel=1e-3)


async def test_the_sketch_is_about_as_large_as_the_province_and_small_on_the_wire(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get(f"/v1/geo/{HUE}.topo.json")
    shapes = decode(answer.json())
    km2 = shapely.union_all(list(shapes.values())).area * 111.2 * 111.2 * 0.96
    assert 3_500 < km2 < 8_000, "Huế has 4,947 km²"
    assert len(zlib.compress(answer.content, 9)) < 6_000


async def test_the_map_is_revalidated_and_other_names_are_not_found(client: httpx.AsyncClient) -> None:
    first = await client.get(f"/v1/geo/{HUE}.topo.json")
    again = await client.get(f"/v1/geo/{HUE}.topo.json", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert (await client.get("/v1/geo/99.topo.json")).status_code == 404
    assert (await client.get("/v1/geo/46.json")).status_code in (404, 422)


def layer_of(sites: list[Site], **properties: Any) -> dict[str, Any]:
    """A layer with a bay in every border, so that it differs from the sketch."""
    cells = [shapely.segmentize(cell, 0.01) for cell in sketch(sites)]
    features = [
        {"type": "Feature", "properties": {"ma_xa": site.code, **properties}, "geometry": mapping(cell)}
        for site, cell in zip(sites, cells, strict=True)
    ]
    return {"type": "FeatureCollection", "features": features}


async def test_a_provinces_own_layer_replaces_the_sketch_and_places_points(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    sites = await store.list_sites(tx, HUE)
    before = await client.get(f"/v1/geo/{HUE}.topo.json")
    assert await import_boundaries(tx, HUE, layer_of(sites), source="Sở Xây dựng, 2026") == 40
    after = await client.get(f"/v1/geo/{HUE}.topo.json")
    assert after.json()["sketch"] is False
    assert after.headers["etag"] != before.headers["etag"]
    assert set(decode(after.json())) == {site.code for site in sites}
    found = await locate(tx, 16.4904, 107.24, accuracy_m=10)
    assert (found.method.value, found.confirm) == ("boundary", False)
    assert [item.name for item in found.candidates] == ["Phong Điền"]


async def test_a_numeric_code_with_lost_zeros_is_understood(tx: Connection) -> None:
    sites = await store.list_sites(tx, "01")
    layer = layer_of(sites)
    for feature in layer["features"]:
        feature["properties"] = {"code": int(feature["properties"]["ma_xa"])}
    assert await import_boundaries(tx, "01", layer, source="test") == len(sites)


def swap_axes(layer: dict[str, Any]) -> None:
    for feature in layer["features"]:
        turned = shapely.transform(shape(feature["geometry"]), lambda points: points[:, ::-1])
        feature["geometry"] = mapping(turned)


def drop_one(layer: dict[str, Any]) -> None:
    del layer["features"][3]


def repeat_one(layer: dict[str, Any]) -> None:
    layer["features"].append(layer["features"][0])


def foreign_code(layer: dict[str, Any]) -> None:
    layer["features"][0]["properties"]["ma_xa"] = "00004"


def a_point(layer: dict[str, Any]) -> None:
    layer["features"][0]["geometry"] = {"type": "Point", "coordinates": [107, 16]}


def no_geometry(layer: dict[str, Any]) -> None:
    layer["features"][0]["geometry"] = None


def no_features(layer: dict[str, Any]) -> None:
    layer["features"] = []


@pytest.mark.parametrize(
    "damage", [swap_axes, drop_one, repeat_one, foreign_code, a_point, no_geometry, no_features]
)
async def test_a_layer_with_a_fault_changes_nothing_and_names_it(tx: Connection, damage: Any) -> None:
    layer = layer_of(await store.list_sites(tx, HUE))
    damage(layer)
    with pytest.raises(BoundariesRefused) as refused:
        await import_boundaries(tx, HUE, layer, source="test")
    assert refused.value.errors
    assert await tx.fetchval("select count(*) from admin_boundary") == 0
