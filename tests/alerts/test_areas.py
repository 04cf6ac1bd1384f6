"""Areas as drawn: sound or refused by name, turned into the communes they touch, kept as drawn."""

from itertools import pairwise
from typing import Any

import httpx
import msgspec
import pytest

from api.alerts.contracts import Area, Circle
from api.alerts.rules import area
from api.kit.db import Connection
from api.kit.principal import Role
from tests.given.alerts import alert_body
from tests.given.identity import demo_people

SQUARE = [[16.45, 107.58], [16.45, 107.62], [16.49, 107.62], [16.49, 107.58], [16.45, 107.58]]
BOW = [[16.45, 107.58], [16.49, 107.62], [16.45, 107.62], [16.49, 107.58], [16.45, 107.58]]


@pytest.mark.parametrize(
    ("ring", "fault"),
    [
        (SQUARE, None),
        (SQUARE[:-1], "chưa khép kín"),
        (SQUARE[:2] + SQUARE[:1], "ít nhất ba điểm"),
        (BOW, "cắt chính nó"),
        ([SQUARE[0]] * 4, "không có diện tích"),
        ([[lon, lat] for lat, lon in SQUARE], "đổi chỗ"),
        ([[lat + 20, lon] for lat, lon in SQUARE], "ngoài lãnh thổ"),
        ([[8.6, 111.9], [8.7, 111.9], [8.7, 112.0], [8.6, 111.9]], None),
    ],
    ids=["sound", "open", "short", "crossing", "a point", "swapped", "abroad", "Truong Sa"],
)
def test_a_ring_is_sound_or_named(ring: list[list[float]], fault: str | None) -> None:
    said = area.ring_fault(ring)
    assert (said is None) if fault is None else fault in (said or "")


def test_every_drawn_thing_has_its_own_fault() -> None:
    circles = [Circle(lat=16.4, lon=107.5, radius_km=3), Circle(lat=107.5, lon=16.4, radius_km=3)]
    faults = area.area_faults([SQUARE, BOW], circles)
    assert [fault.field for fault in faults] == ["polygons[1]", "circles[1]"]


def commune(code: str, lat: float, lon: float, km2: float = 12.57, shape: bytes | None = None) -> Area:
    """A commune whose disc has a radius of 2 km."""
    return Area(
        id=int(code), code=code, name=code, province_code="46", lat=lat, lon=lon, area_km2=km2, shape=shape
    )


def test_without_boundaries_a_commune_is_a_disc_of_its_size_and_nothing_is_left_out() -> None:
    areas = [commune("1", 16.47, 107.60), commune("2", 16.47, 107.635), commune("3", 16.47, 107.70)]
    assert [one.code for one in area.touched([SQUARE], [], areas)] == ["1", "2"]
    # Between two discs: the nearest takes it.
    gap = Circle(lat=16.47, lon=107.657, radius_km=0.1)
    assert [one.code for one in area.touched([], [gap], areas)] == ["2"]
    assert area.touched([], [Circle(lat=16.9, lon=107.0, radius_km=1)], areas) == []


def test_boundaries_decide_where_there_are_any() -> None:
    import shapely  # noqa: PLC0415  only here

    inside = shapely.to_wkb(shapely.box(107.61, 16.46, 107.66, 16.48))
    beside = shapely.to_wkb(shapely.box(107.63, 16.46, 107.66, 16.48))
    areas = [commune("1", 16.47, 107.64, shape=inside), commune("2", 16.47, 107.60, shape=beside)]
    assert [one.code for one in area.touched([SQUARE], [], areas)] == ["1"]


def test_as_geojson_lon_comes_first_and_rings_turn_against_the_clock() -> None:
    clockwise = SQUARE[::-1]
    for ring in (SQUARE, clockwise):
        geometry: Any = area.as_geometry([ring], [], [])
        corners = geometry["coordinates"][0]
        assert corners[0] == [107.58, 16.45]
        turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(corners))
        assert turn > 0
    both: Any = area.as_geometry([SQUARE], [Circle(lat=16.4, lon=107.5, radius_km=2)], [])
    assert (both["type"], len(both["coordinates"]), len(both["coordinates"][1][0])) == ("MultiPolygon", 2, 65)
    assert area.as_geometry([], [], [(16.4, 107.5)]) == {
        "type": "MultiPoint",
        "coordinates": [[107.5, 16.4]],
    }


async def test_a_drawn_warning_is_for_what_it_touches_and_is_kept_as_drawn_in_every_form(
    client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> None:
    await demo_people(tx)
    headers = as_role(Role.OFFICER)
    drawn = {"polygons": [SQUARE], "circles": [{"lat": 16.33, "lon": 107.59, "radius_km": 1.5}]}
    looked = (await client.post("/v1/alert-areas", json=drawn, headers=headers)).json()
    codes = [one["code"] for one in looked["communes"]]
    assert looked["method"] == "centroid"
    assert 3 <= len(codes) < 20
    body = alert_body(commune_codes=[], **drawn)
    alert = (await client.post("/v1/alerts", json=body, headers=headers)).json()
    assert [one["code"] for one in alert["communes"]] == codes
    assert (alert["polygons"], alert["circles"]) == (drawn["polygons"], drawn["circles"])
    cap = (await client.get(f"/v1/alerts/{body['id']}/cap.xml")).text
    assert "<polygon>16.45,107.58 16.45,107.62 16.49,107.62 16.49,107.58 16.45,107.58</polygon>" in cap
    assert "<circle>16.33,107.59 1.5</circle>" in cap
    feed = (await client.get("/alerts.atom")).text
    assert "<georss:polygon>16.45 107.58 " in feed
    assert "<georss:circle>16.33 107.59 1500</georss:circle>" in feed
    answer = await client.get("/v1/alerts.geojson?active=true&commune=" + codes[0])
    assert answer.headers["content-type"].split(";")[0] == "application/geo+json"
    (feature,) = msgspec.json.decode(answer.content)["features"]
    assert (feature["geometry"]["type"], feature["properties"]["risk_level"]) == ("MultiPolygon", 3)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"polygons": [SQUARE[:-1]]}, "polygons[0]"),
        ({"circles": [{"lat": 107.5, "lon": 16.4, "radius_km": 2}]}, "circles[0]"),
        ({"polygons": [[[9.0, 105.0], [9.1, 105.0], [9.1, 105.1], [9.0, 105.0]]]}, "polygons"),
        ({"onset_at": "2020-01-01T00:00:00Z"}, "onset_at"),
    ],
)
async def test_an_area_that_must_not_go_out_is_named(
    *, client: httpx.AsyncClient, tx: Connection, as_role: Any, change: dict[str, Any], field: str
) -> None:
    await demo_people(tx)
    body = alert_body(**({"commune_codes": []} | change if "onset_at" not in change else change))
    answer = await client.post("/v1/alerts", json=body, headers=as_role(Role.OFFICER))
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]
