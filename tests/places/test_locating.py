"""Finding the commune of a point: centres ask for confirmation, boundaries mostly do not."""

import httpx
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from api.kit.geo import distance_m
from api.places.contracts import Method, Site
from api.places.rules.locating import OUTSIDE_M, SHOWN, locate

LAT = st.floats(8, 23.5)
LON = st.floats(102, 110)


def site(code: str, lat: float, lon: float, box: tuple[float, float, float, float] | None = None) -> Site:
    return Site(
        code=code, name=code, full_name=f"Xã {code}", part_of="", province_code="46", lat=lat, lon=lon,
        area_km2=10, shape=shapely.to_wkb(shapely.box(*box)) if box else None,
    )  # fmt: skip


def test_a_degree_of_latitude_is_111_kilodistance_m() -> None:
    assert distance_m(16, 107, 17, 107) == pytest.approx(111_195, abs=5)
    assert distance_m(16, 107, 16, 108) == pytest.approx(106_887, abs=10)


@given(LAT, LON, LAT, LON)
def test_distance_is_the_same_both_ways_and_never_negative(a: float, b: float, c: float, d: float) -> None:
    assert distance_m(a, b, c, d) == pytest.approx(distance_m(c, d, a, b))
    assert distance_m(a, b, a, b) == 0
    assert distance_m(a, b, c, d) >= 0


@given(st.lists(st.tuples(LAT, LON), min_size=1, max_size=12), LAT, LON)
def test_centres_come_nearest_first_and_always_ask(
    places: list[tuple[float, float]], lat: float, lon: float
) -> None:
    found = locate(lat, lon, 0, [site(str(at), *place) for at, place in enumerate(places)])
    away = [each.distance_m for each in found.candidates]
    assert found.confirm
    assert found.method is Method.CENTROID
    assert away == sorted(away)
    assert len(away) <= SHOWN
    assert all(each <= OUTSIDE_M for each in away)
    if away:
        assert away[0] == round(min(distance_m(lat, lon, *place) for place in places))


WEST, EAST = (107.0, 16.0, 107.5, 16.5), (107.5, 16.0, 108.0, 16.5)


@pytest.mark.parametrize(
    ("lon", "accuracy", "first", "confirm"),
    [(107.2, 0, "w", False), (107.8, 0, "e", False), (107.4999, 0, "w", True), (107.49, 2000, "w", True)],
)
def test_a_boundary_answers_alone_unless_the_border_is_near(
    lon: float,
    accuracy: float,
    first: str,
    confirm: bool,  # noqa: FBT001
) -> None:
    """The centre of the west lies far off, so that only its boundary can answer."""
    near = [site("w", 16.25, 107.05, WEST), site("e", 16.25, 107.55, EAST)]
    found = locate(16.2, lon, accuracy, near)
    assert found.method is Method.BOUNDARY
    assert found.candidates[0].code == first
    assert found.candidates[0].distance_m == 0
    assert found.confirm is confirm
    assert len(found.candidates) == (2 if confirm else 1)


def test_a_point_outside_every_boundary_falls_back_to_centres_and_asks() -> None:
    found = locate(16.2, 108.3, 0, [site("w", 16.25, 107.25, WEST), site("e", 16.25, 107.75, EAST)])
    assert found.method is Method.CENTROID
    assert found.confirm
    assert found.candidates[0].code == "e"


async def test_the_citadel_lies_near_thuan_hoa_and_phu_xuan(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/locate", params={"lat": "16.4698", "lon": "107.5796"})
    body = answer.json()
    assert (body["method"], body["confirm"]) == ("centroid", True)
    assert {item["full_name"] for item in body["candidates"][:2]} == {"Phường Phú Xuân", "Phường Thuận Hoá"}
    assert "public" not in answer.headers["cache-control"]


async def test_far_away_nothing_is_offered(client: httpx.AsyncClient) -> None:
    body = (await client.get("/v1/locate", params={"lat": "48.85", "lon": "2.35"})).json()
    assert (body["candidates"], body["confirm"]) == ([], True)


@pytest.mark.parametrize(
    "query",
    [{"lat": "91", "lon": "0"}, {"lat": "abc", "lon": "0"}, {"lat": "16"}, {"lat": "nan", "lon": "107"}],
)
async def test_a_point_that_is_none_is_refused(client: httpx.AsyncClient, query: dict[str, str]) -> None:
    assert (await client.get("/v1/locate", params=query)).status_code == 422
