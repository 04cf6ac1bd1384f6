"""Drawing maps without a database: outlines, islands, borders and how many points are kept."""

from math import pi

import msgspec
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from api.places.contracts import Site
from api.places.rules.mapping import (
    GRID,
    POINTS_PER_COMMUNE,
    Cell,
    Plane,
    Topology,
    only_areas,
    outline_of,
    sketch,
    thin,
    topojson,
)


def site(code: str, lat: float, lon: float, km2: float | None = 30) -> Site:
    return Site(
        code=code, name=code, full_name=f"Xã {code}", part_of="", province_code="46", lat=lat, lon=lon,
        area_km2=km2, shape=None,
    )  # fmt: skip


def square(west: float, south: float, side: float = 0.1) -> shapely.Polygon:
    return shapely.box(west, south, west + side, south + side)


GRID_OF_FOUR = [
    site("1", 16.05, 107.05),
    site("2", 16.05, 107.15),
    site("3", 16.15, 107.05),
    site("4", 16.15, 107.15),
]


def test_a_degree_is_a_hundred_and_eleven_kilometres_on_the_plane() -> None:
    plane = Plane([site("1", 16, 107)])
    there = plane.there(shapely.Point(107, 17))
    assert there.x == pytest.approx(0)
    assert there.y == pytest.approx(111.195)
    assert plane.there(shapely.Point(108, 16)).x == pytest.approx(106.89, abs=0.01)


@given(st.floats(15, 17), st.floats(106, 108))
def test_there_and_back_is_the_same_place(lat: float, lon: float) -> None:
    plane = Plane(GRID_OF_FOUR)
    back = plane.back(plane.there(shapely.Point(lon, lat)))
    assert back.x == pytest.approx(lon)
    assert back.y == pytest.approx(lat)


def test_a_commune_alone_is_a_disc_of_about_its_area() -> None:
    (cell,) = sketch([site("1", 16, 107, km2=100)])
    km2 = Plane([site("1", 16, 107)]).there(cell).area
    assert km2 == pytest.approx(1.69 * 100, rel=0.05)


def test_an_island_far_out_stays_an_island_and_gaps_inside_are_closed() -> None:
    far = [*GRID_OF_FOUR, site("5", 16.1, 109)]
    whole = shapely.union_all(sketch(far))
    assert shapely.get_num_geometries(whole) == 2
    ring = [shapely.Point(20, 0), shapely.Point(-20, 0), shapely.Point(0, 20), shapely.Point(0, -20)]
    outline = outline_of(ring, [pi * 15**2] * 4)
    assert shapely.get_num_interior_rings(outline) == 0
    assert outline.covers(shapely.Point(0, 0))


def test_an_unknown_area_is_taken_as_an_ordinary_one() -> None:
    (cell,), (ordinary,) = sketch([site("1", 16, 107, km2=None)]), sketch([site("1", 16, 107, km2=30)])
    assert cell.equals(ordinary)


def test_every_point_of_the_sketch_belongs_to_its_nearest_centre() -> None:
    cells = sketch(GRID_OF_FOUR)
    for at, commune in enumerate(GRID_OF_FOUR):
        inside = shapely.Point(commune.lon + 0.01, commune.lat - 0.01)
        assert [cell.covers(inside) for cell in cells].index(True) == at


def test_stray_points_and_lines_of_an_intersection_are_dropped() -> None:
    mixed = shapely.GeometryCollection(
        [shapely.Point(0, 0), shapely.LineString([(0, 0), (1, 1)]), square(0, 0)]
    )
    assert only_areas(mixed).equals(square(0, 0))
    assert only_areas(shapely.MultiPolygon([square(0, 0), square(1, 1)])).geom_type == "MultiPolygon"


def test_shared_borders_are_one_arc_walked_both_ways() -> None:
    cells = [square(107, 16), square(107.1, 16), square(107, 16.1), square(107.1, 16.1)]
    drawn = topojson("46", GRID_OF_FOUR, cells, is_sketch=True)
    used = [n for cell in drawn.objects.communes.geometries for n in cell.arcs[0]]
    shared = {n if n >= 0 else ~n for n in used}
    assert len(drawn.arcs) == len(shared) == 8, "four borders outside, four inside"
    assert sum(n < 0 for n in used) == 4, "each inner border is walked back once"
    assert drawn.transform.scale[0] == pytest.approx(0.2 / GRID)
    assert drawn.transform.translate == [pytest.approx(107), pytest.approx(16)]
    assert drawn.bbox == [107, 16, 107.2, 16.2]
    assert (
        msgspec.json.decode(msgspec.json.encode(drawn))["objects"]["communes"]["geometries"][0]["id"] == "1"
    )


def test_an_enclave_shares_its_ring_with_the_hole_around_it() -> None:
    inner = square(107.04, 16.04, 0.02)
    outer = only_areas(square(107, 16).difference(inner))
    drawn = topojson("46", GRID_OF_FOUR[:2], [outer, inner], is_sketch=False)
    around, enclave = drawn.objects.communes.geometries
    assert len(drawn.arcs) == 2
    hole, ring = around.arcs[1][0], enclave.arcs[0][0]
    assert hole == ~ring


def test_two_islands_of_a_commune_are_one_multipolygon() -> None:
    cells: list[Cell] = [shapely.MultiPolygon([square(107, 16), square(107.5, 16)]), square(107.1, 16)]
    islands, _ = topojson("46", GRID_OF_FOUR[:2], cells, is_sketch=False).objects.communes.geometries
    assert islands.type == "MultiPolygon"
    assert len(islands.arcs) == 2


def test_a_ring_that_vanishes_on_the_grid_is_left_out() -> None:
    topology = Topology((107, 16, 108, 17))
    assert topology.ring([(107, 16), (107.00001, 16), (107.00001, 16.00001), (107, 16)]) == ()
    assert topology.rings(square(107, 16, 1e-6)) == []
    kept = topology.ring([(107, 16), (107.5, 16), (107.5, 16.5), (107.5, 16.5), (107, 16)])
    assert kept == ((0, 0), (4000, 0), (4000, 4000))


def test_a_detailed_layer_is_thinned_and_its_borders_stay_shared() -> None:
    cells = [shapely.segmentize(each, 0.0002) for each in (square(107, 16), square(107.1, 16))]
    before = int(shapely.get_num_coordinates(cells).sum())
    thinned = thin(GRID_OF_FOUR[:2], cells)
    after = int(shapely.get_num_coordinates(thinned).sum())
    assert before > 3000
    assert after <= POINTS_PER_COMMUNE * 2
    assert shapely.coverage_is_valid([shapely.set_precision(each, 1e-9) for each in thinned])


def test_a_thousand_islets_do_not_thin_for_ever() -> None:
    islets = [square(107 + at % 20 / 100, 16 + at // 20 / 100, 0.005) for at in range(400)]
    (kept,) = thin(GRID_OF_FOUR[:1], [shapely.MultiPolygon(islets)])
    assert shapely.get_num_geometries(kept) > 300


def test_the_map_says_what_it_is_and_labels_its_cells() -> None:
    commune = Site(
        code="19753", name="Phú Xuân", full_name="Phường Phú Xuân", part_of="", province_code="46",
        lat=16.047861, lon=107.057777, area_km2=1, shape=None,
    )  # fmt: skip
    drawn = topojson("46", [commune], [square(107, 16)], is_sketch=False)
    assert (drawn.type, drawn.province_code, drawn.sketch) == ("Topology", "46", False)
    assert drawn.objects.communes.type == "GeometryCollection"
    (cell,) = drawn.objects.communes.geometries
    assert (cell.type, cell.id) == ("Polygon", "19753")
    assert (cell.properties.name, cell.properties.full_name) == ("Phú Xuân", "Phường Phú Xuân")
    assert cell.properties.centre == [107.0578, 16.0479]
    assert cell.arcs == [[0]]
    (arc,) = drawn.arcs
    assert arc[0] == [0, 0]
    assert [sum(step[axis] for step in arc) for axis in (0, 1)] == [0, 0], "steps lead back to the start"
    assert max(abs(step[0]) for step in arc[1:]) == GRID
