"""A window of the map holds the same cases, in the same order, as the plain question; a place nobody knows is no pin."""

from random import Random

import httpx

from api.kit.clock import now
from api.kit.db import Connection, fetch_all
from api.kit.settings import Settings
from api.published import rules, store
from api.published.contracts import PublicReport
from tests.given.reports import COMMUNE, LAT, LON, demo_province, reported
from tests.given.scattered import scattered

PUBLISH = "update report set published_at = now(), public_lat = lat, public_lon = lon where id = $1"
Box = tuple[float, float, float, float]


def heap(random: Random) -> tuple[float, float]:
    """A point of a flooded street, of the city, or of somewhere in the province; on a grid, so that edges are met."""
    spread = random.choice((0.002, 0.02, 0.2))
    return round(random.gauss(LAT, spread), 3), round(random.gauss(LON, spread), 3)


def window(random: Random) -> Box:
    """From a street to more than a province wide."""
    lat, lon = heap(random)
    wide, high = (random.choice((0.001, 0.01, 0.05, 0.3, 1.0)) for _ in range(2))
    return lon, lat, round(lon + wide, 3), round(lat + high, 3)


async def test_every_window_is_answered_as_by_the_plain_question(tx: Connection) -> None:
    random, at = Random(46), now()
    points = [heap(random) for _ in range(500)]
    accuracies = [random.choice((None, 12, 2_000, 2_001, 50_000)) for _ in points]
    shown = [random.random() < 0.8 for _ in points]
    await scattered(tx, "thien-tai.ngap", points, accuracies, shown)
    numbers = [row["number"] for row in await tx.fetch("select number from report")]
    sizes = set()
    for _ in range(60):
        box, limit = window(random), random.choice((1, 5, 21, 100))
        before = random.choice((None, random.choice(numbers)))
        ours = await store.list_published(tx, box=box, before=before, limit=limit, at=at)
        args = (None, None, None, box, before, None, limit, at)
        assert ours == await fetch_all(tx, store.LIST_PUBLIC, *args, into=PublicReport), box
        sizes.add((bool(rules.tiles_of(box)), min(len(ours), 2)))
    assert {(True, 0), (True, 1), (True, 2), (False, 2)} <= sizes, "tiles and none, empty and full"


async def test_a_place_known_to_no_better_than_two_kilometres_is_a_commune_and_no_pin(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    await demo_province(tx)
    vague = await reported(tx, settings, category_code="thien-tai.ngap", accuracy_m=2_500)
    exact = await reported(tx, settings, category_code="thien-tai.ngap", accuracy_m=2_000)
    for report in (vague, exact):
        await tx.execute(PUBLISH, report.id)
    answer = (await client.get(f"/v1/reports/{vague.id}")).json()
    assert (answer["lat"], answer["lon"], answer["commune_code"]) == (None, None, COMMUNE)
    listed = (await client.get("/v1/reports")).json()["items"]
    assert {one["id"]: one["lat"] for one in listed} == {str(vague.id): None, str(exact.id): LAT}
    for near in (0.01, 1.0):
        box = f"{LON - near},{LAT - near},{LON + near},{LAT + near}"
        inside = (await client.get("/v1/reports", params={"bbox": box})).json()["items"]
        assert [one["id"] for one in inside] == [str(exact.id)]
    around = (await client.post("/v1/reports/nearest", json={"lat": LAT, "lon": LON})).json()["items"]
    assert [one["id"] for one in around] == [str(exact.id)]
