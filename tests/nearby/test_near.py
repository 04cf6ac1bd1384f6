"""One thing reported by many: suggested before sending, joined by "me too", told of to everybody (hard cases 1-3)."""

import math
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.files import Files
from api.kit.geo import distance_m
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from api.nearby import actions, rules
from api.nearby.contracts import Question, Reach, Seen
from api.nearby.store import near
from tests.given.reports import LAT, LON, accepted, citizen, demo_province, reported
from tests.given.scattered import scattered
from tests.given.time import frozen
from tests.given.work import run_outbox

STEP = 1 / 111_195
"""A metre northwards in degrees."""
PUBLISH = """
update report set published_at = now(), public_text = description, public_lat = lat, public_lon = lon where id = $1
"""
POTHOLE, LAMP, FLOOD = "ha-tang.duong", "ha-tang.chieu-sang", "thien-tai.ngap"


async def look(client: httpx.AsyncClient, category: str, lat: float = LAT, lon: float = LON) -> list[Any]:
    """What a phone is told before it sends."""
    answer = await client.post(
        "/v1/reports/nearby", json={"category_code": category, "lat": lat, "lon": lon, "accuracy_m": 12}
    )
    assert answer.status_code == 200, answer.text
    found: list[Any] = answer.json()["items"]
    return found


@given(st.floats(8, 23.5), st.floats(102, 110), st.floats(1, 1200), st.floats(0, 6.28), st.floats(0, 1))
def test_a_circle_lies_in_the_cells_around_it(
    lat: float, lon: float, radius: float, turn: float, share: float
) -> None:
    north, east = math.cos(turn) * radius * share, math.sin(turn) * radius * share
    there = lat + north * STEP, lon + east * STEP / math.cos(math.radians(lat)) * 0.999
    assert rules.cell(*there) in rules.cells_around(lat, lon, radius)


async def test_a_cell_is_the_same_here_and_in_the_database(tx: Connection) -> None:
    for lat, lon in ((LAT, LON), (16.47791, 107.61123), (8.4, 104.8), (-0.0001, -0.0001), (23.39, 105.33)):
        assert await tx.fetchval("select report_cell($1, $2)", lat, lon) == rules.cell(lat, lon)


async def test_hard_case_1_the_second_pothole_is_suggested_the_first_and_both_may_be_sent(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    """Not yet verified: that there is one, how far and how old, but no word and no photo of it."""
    await demo_province(tx)
    first = await reported(
        tx, settings, citizen(), category_code=POTHOLE, description="Ổ gà trước nhà ông Tư"
    )
    [near] = await look(client, POTHOLE, LAT + 20 * STEP)
    assert (near["id"], near["distance_m"], near["supporters"]) == (str(first.id), 20, 1)
    assert (near["verified"], near["description"], near["photo"]) == (False, None, None)
    await tx.execute(PUBLISH, first.id)
    [near] = await look(client, POTHOLE, LAT + 20 * STEP)
    assert (near["verified"], near["description"]) == (True, "Ổ gà trước nhà ông Tư")
    second = await reported(tx, settings, category_code=POTHOLE, lat=LAT + 20 * STEP)
    assert second.state == "received"
    await run_outbox(tx, files, settings)
    [near] = await look(client, POTHOLE, LAT + 20 * STEP)
    assert (near["id"], near["supporters"]) == (str(first.id), 2)
    assert await look(client, POTHOLE, LAT + 80 * STEP) == []
    hours = await tx.fetchval("select duplicate_hours from category where code = $1", POTHOLE)
    for minutes, count in ((-1, 1), (1, 0)):
        with frozen(now() + timedelta(hours=hours, minutes=minutes)):
            assert len(await look(client, POTHOLE)) == count, "suggested as long as its subject says"


def beside(random: Random) -> tuple[float, float]:
    """A point of a crowd of a hundred metres, or of the streets around it."""
    spread = random.choice((50, 400))
    return LAT + random.uniform(-spread, spread) * STEP, LON + random.uniform(-spread, spread) * STEP


async def test_what_is_near_is_what_the_plain_question_finds(tx: Connection) -> None:
    """Every report of the subject measured, the nearest five taken: the same as by cells."""
    random = Random(46)
    points = [beside(random) for _ in range(60)]
    await scattered(
        tx, LAMP, points, [random.choice((None, 12, 2_000, 2_001)) for _ in points], [False] * len(points)
    )
    reports = await tx.fetch("select id, lat, lon from report where accuracy_m is null or accuracy_m <= 2000")
    reach = await near.find_reach(tx, LAMP)
    assert reach is not None
    within, places, found = rules.reach_m(reach, 12), reach.decimals, set()
    for lat, lon in points:
        shorter = math.cos(math.radians(lat))
        away = [
            (
                math.hypot(round(row["lat"], places) - lat, (round(row["lon"], places) - lon) * shorter)
                / STEP,
                row["id"],
            )
            for row in reports
        ]
        plain = sorted((round(far), report_id) for far, report_id in away if far <= within)[:5]
        question = Question(category_code=LAMP, lat=lat, lon=lon, accuracy_m=12)
        ours = [(one.distance_m, one.id) for one in (await actions.look(tx, question)).items]
        assert ours == plain
        found.add(len(ours))
    assert {0, 1, 5} <= found, "none, one, and more than are shown"


async def test_hard_case_2_a_lamp_three_metres_from_a_pothole_is_another_thing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    await reported(tx, settings, category_code=POTHOLE)
    lamp = await reported(tx, settings, category_code=LAMP, lat=LAT + 3 * STEP)
    await run_outbox(tx, files, settings)
    assert [near["id"] for near in await look(client, LAMP)] == [str(lamp.id)]
    assert await tx.fetchval("select count(*) from report_incident") == 0


async def test_hard_case_3_forty_reports_along_600_m_of_a_flooded_street_are_one_incident(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    for n in range(40):
        await reported(tx, settings, category_code=FLOOD, lat=LAT + n * 15 * STEP)
    await run_outbox(tx, files, settings)
    [near] = await look(client, FLOOD, LAT + 300 * STEP)
    assert near["supporters"] == 40
    assert await tx.fetchval("select count(distinct incident_id) from report_incident") == 1
    # The next street's lamp columns, as far apart, are each their own.
    for n in range(3):
        await reported(tx, settings, category_code=LAMP, lat=LAT + n * 30 * STEP)
    await run_outbox(tx, files, settings)
    assert len(await look(client, LAMP, LAT + 15 * STEP)) == 2


async def test_a_place_known_no_better_than_two_kilometres_is_near_nothing_and_joins_nothing(
    tx: Connection, settings: Settings, files: Files, client: httpx.AsyncClient
) -> None:
    vague = await reported(tx, settings, category_code=FLOOD, accuracy_m=2_001)
    for _ in range(2):
        exact = await reported(tx, settings, category_code=FLOOD, accuracy_m=2_000)
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select array_agg(report_id) from report_incident") == [exact.id]
    [near] = await look(client, FLOOD)
    assert (near["supporters"], near["id"] == str(vague.id)) == (2, False)


def seen(lat: float, first: float, name: int) -> Seen:
    """A report at a latitude, of an incident whose first is at another."""
    return Seen(id=uuid7(), incident_id=UUID(int=name), lat=lat, lon=LON, first_lat=first, first_lon=LON)


def test_an_incident_does_not_creep_over_a_city() -> None:
    """Each near the last is not enough: two radii from its first report an incident ends."""
    here = [seen(LAT + n * 250 * STEP, LAT, 1) for n in range(10)]
    assert rules.incident_of(LAT + 590 * STEP, LON, 300, here) == UUID(int=1)
    assert rules.incident_of(LAT + 610 * STEP, LON, 300, here) is None
    two = [seen(LAT, LAT, 2), seen(LAT + 100 * STEP, LAT + 100 * STEP, 1)]
    assert rules.incident_of(LAT + 60 * STEP, LON, 300, two) == UUID(int=1)
    same = [seen(LAT, LAT, 2), seen(LAT, LAT, 1)]
    assert rules.incident_of(LAT, LON, 300, same) == UUID(int=1)
    assert rules.incident_of(LAT + 301 * STEP, LON, 300, same) is None


def test_the_look_reaches_as_far_as_the_public_place_is_blurred() -> None:
    reach = Reach(radius_m=30, hours=1, decimals=5)
    assert rules.reach_m(reach, None) == pytest.approx(30.8, abs=0.1)
    assert rules.reach_m(reach, 850) == pytest.approx(130.8, abs=0.1)
    assert rules.reach_m(Reach(radius_m=50, hours=1, decimals=3), 0) == pytest.approx(
        50 + distance_m(0, 0, 0.0005, 0.0005)
    )


async def test_me_too_counts_a_phone_once_a_person_once_and_the_reporter_never_again(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any, files: Files
) -> None:
    await demo_province(tx)
    report = await reported(tx, settings, citizen(), category_code=LAMP)
    address = f"/v1/reports/{report.id}/witnesses"
    one = {"id": str(uuid7())}
    answers = [await client.post(address, json=one) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert answers[2].json() == {"report_id": str(report.id), "supporters": 2, "counted": True}
    volunteer = as_role(Role.VOLUNTEER)
    for _ in range(2):
        answer = await client.post(address, json={"id": str(uuid7()), "wants_news": True}, headers=volunteer)
        assert answer.json()["supporters"] == 3
    own = await client.post(address, json={"id": str(uuid7())}, headers=as_role(Role.CITIZEN))
    assert (own.status_code, own.json()["supporters"]) == (200, 3)
    other = await reported(tx, settings, category_code=FLOOD, lat=LAT + 0.1)
    taken = await client.post(f"/v1/reports/{other.id}/witnesses", json=one)
    assert taken.json()["type"] == "/problems/witness-id-taken"
    await accepted(tx, settings, report.id)
    await run_outbox(tx, files, settings)
    told = await tx.fetch("select title, link from message where person_id = $1", demo_person(Role.VOLUNTEER))
    assert [row["link"] for row in told] == [f"#/gan/{report.id}"]
    assert "Đang xử lý" in told[0]["title"]


@pytest.mark.parametrize("category", ["an-ninh", "an-ninh.to-giac", "khieu-nai-to-cao", "khong-co"])
async def test_what_is_not_public_is_never_suggested_nor_witnessed(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, category: str
) -> None:
    report_id = uuid7()
    if category.startswith("an-ninh"):
        report_id = (await reported(tx, settings, category_code=category)).id
    assert await look(client, category) == []
    answer = await client.post(f"/v1/reports/{report_id}/witnesses", json={"id": str(uuid7())})
    assert answer.status_code == 404


async def test_staff_see_how_a_report_came_in_and_what_is_around_it(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, as_role: Any
) -> None:
    await demo_province(tx)
    words = "Ngập sâu trước cổng trường, xe máy chết máy"
    first = await reported(tx, settings, category_code=FLOOD, description=words)
    second = await reported(
        tx, settings, category_code=FLOOD, description=words.upper(), lat=LAT + 40 * STEP, photo_far_m=12_000,
        pin="hand",
    )  # fmt: skip
    await run_outbox(tx, files, settings)
    path = f"/v1/agency/reports/{second.id}/around"
    answer = await client.get(path, headers=as_role(Role.OFFICER))
    assert answer.status_code == 200, answer.text
    around = answer.json()
    assert (around["photo_elsewhere"], around["pin"], around["same_text"]) == (True, "hand", 1)
    assert [one["id"] for one in around["incident"]] == [str(first.id)]
    assert (around["incident"][0]["distance_m"], around["supporters"]) == (40, 2)
    assert (await client.get(path, headers=as_role(Role.HANDLER))).status_code == 404
    assert (await client.get(path)).status_code == 401
