"""Systems send readings; what cannot be believed is kept, never shown, and moves nothing."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import msgspec
import pytest

from api.kit.clock import VN, now
from api.kit.db import Connection
from api.kit.principal import Role
from api.kit.proposing import AlertProposed
from api.kit.settings import Settings
from tests.given.dossiers import SystemKey, given_key
from tests.given.gauges import PATH, gauge_key, reading, send, station
from tests.given.identity import demo_people
from tests.given.time import frozen

AT = datetime(2025, 11, 2, 23, tzinfo=UTC)
"""06:00 on 3 November in Vietnam."""


@pytest.fixture
async def key(tx: Connection, settings: Settings) -> SystemKey:
    return await gauge_key(tx, settings)


async def proposals(tx: Connection) -> list[AlertProposed]:
    rows = await tx.fetch("select payload from outbox_event where kind = 'alert_proposed' order by id")
    return [msgspec.json.decode(row["payload"], type=AlertProposed) for row in rows]


async def test_a_level_is_shown_with_its_age_beside_alarm_and_risk(
    client: httpx.AsyncClient, key: SystemKey
) -> None:
    empty = await station(client)
    assert (empty["measured"], empty["alarm"], empty["risk"]) == ([], None, None), "no figure is invented"
    with frozen(AT):
        told = await send(client, key, reading(3.3, minutes_ago=60), reading(354, unit="cm"))
        assert told == [("good", []), ("good", [])]
        shown = await station(client)
    level = shown["measured"][0]
    assert (level["value"], level["unit"], level["at"]) == (3.54, "m", "2025-11-02T23:00:00Z")
    assert (level["trend"], level["per_hour"], level["stale"]) == ("rising", 0.24, False)
    assert (shown["alarm"]["words"], shown["alarm"]["delta"]) == ("BĐ3 + 0,04 m", 0.04)
    assert (shown["risk"]["low"], shown["risk"]["high"], shown["zone"]) == (2, 3, None)
    assert set(shown["assumed"]) == {"place", "limits", "communes"}
    with frozen(AT + timedelta(hours=4)):
        later = await station(client)
    assert later["measured"][0]["stale"]
    assert later["alarm"] is None, "nobody knows how the river stands now"


async def test_hard_case_30_bad_readings_are_kept_flagged_never_shown_and_ask_for_no_warning(
    client: httpx.AsyncClient, tx: Connection, key: SystemKey
) -> None:
    with frozen(AT):
        assert await send(client, key, reading(0.8, minutes_ago=30)) == [("good", [])]
        told = await send(
            client,
            key,
            reading(9.99, minutes_ago=20),
            reading(-0.4, minutes_ago=15),
            reading(3.9, minutes_ago=10),
            reading(2.9, minutes_ago=360),
            reading(85, minutes_ago=5),
            reading(80, minutes_ago=30, unit="cm"),
            reading(0.9, minutes_ago=-30),
        )
        shown = await station(client)
    assert [flags for _, flags in told] == [
        ["out_of_range"], ["negative"], ["jump"], ["late"], ["other_unit"], ["other_unit"], ["future"],
    ]  # fmt: skip
    assert {result for result, _ in told} == {"flagged"}
    assert [(one["value"], one["at"]) for one in shown["measured"]] == [(0.8, "2025-11-02T22:30:00Z")]
    assert shown["doubted_at"] == "2025-11-02T22:55:00Z", (
        "the last good value says that later ones are doubted"
    )
    assert await tx.fetchval("select count(*) from gauge_reading") == 8
    assert await proposals(tx) == []
    assert await tx.fetchval("select count(*) from gauge_crossing") == 0


async def test_hard_case_30_a_stuck_gauge_takes_back_what_it_said(
    client: httpx.AsyncClient, key: SystemKey
) -> None:
    with frozen(AT):
        run = [reading(1.2, minutes_ago=30 * n) for n in range(1, 7)]
        assert {result for result, _ in await send(client, key, *run)} == {"good"}
        assert await send(client, key, reading(1.2)) == [("flagged", ["stuck"])]
        shown = await station(client)
    assert shown["measured"][0]["at"] == "2025-11-02T20:00:00Z", "the first of the run, with its age"


async def test_the_same_reading_again_changes_nothing(
    client: httpx.AsyncClient, tx: Connection, key: SystemKey
) -> None:
    with frozen(AT):
        body = [reading(1.5), reading(1.5)]
        assert await send(client, key, *body) == [("good", []), ("duplicate", [])]
        assert await send(client, key, *body) == [("duplicate", []), ("duplicate", [])]
    assert await tx.fetchval("select count(*) from gauge_reading") == 1


async def test_a_bad_item_loses_no_other_and_a_station_has_one_speaker(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, key: SystemKey
) -> None:
    await tx.execute("update gauge_station set system = 'dai-khi-tuong' where code = 'phu-oc'")
    odd: Any = "text"
    told = await send(
        client, key, reading(1.5), {"station": 5}, reading(2.0, station="nowhere"),
        reading(1.9, station="phu-oc"), reading(3, quantity="rain_1h", unit="cm3"), odd,
        {**reading(1.5), "at": "0001-01-01T00:00:00Z"}, {**reading(1.5), "at": "9999-12-31T23:59:59-14:00"},
    )  # fmt: skip
    assert [result for result, _ in told] == ["good", *["refused"] * 7]
    owner = await gauge_key(tx, settings, "dai-khi-tuong")
    assert await send(client, owner, reading(1.9, station="phu-oc")) == [("good", [])]
    assert (await client.post(PATH, json={"items": []}, auth=key)).status_code == 422
    wrong = await given_key(tx, settings)
    assert (await client.post(PATH, json={"items": [reading(1)]}, auth=wrong)).status_code == 403


async def test_a_river_that_passes_an_alarm_asks_for_a_draft_once_and_publishes_nothing(
    client: httpx.AsyncClient, tx: Connection, key: SystemKey
) -> None:
    with frozen(AT):
        rise = [(150, 1.9), (120, 2.05), (90, 1.96), (60, 2.4), (30, 3.0), (20, 3.2), (0, 3.54)]
        for minutes, level in rise:
            await send(client, key, reading(level, minutes_ago=minutes))
    found = await proposals(tx)
    assert [one.key for one in found] == [f"gauge:kim-long:2025-11-03:bd{n}" for n in (1, 2, 3)]
    last = found[-1]
    assert (last.headline, last.river_alarm) == (
        "Sông Hương tại Kim Long trên báo động 3",
        "BĐ3 + 0,04 m tại Kim Long",
    )
    assert last.risk_level is None, "the zone is unknown: an officer says the level"
    assert "chưa rõ khu vực" in last.note
    assert "19777" in last.commune_codes
    assert await tx.fetchval("select count(*) from alert") == 0
    crossings = (await client.get("/v1/gauges/kim-long")).json()["crossings"]
    assert [(one["stage_before"], one["stage"], one["risk_low"], one["risk_high"]) for one in crossings] == [
        (2, 3, 2, 3), (1, 2, 1, 3), (0, 1, 1, 2),
    ]  # fmt: skip


async def test_an_officer_of_the_province_judges_what_is_doubted(
    client: httpx.AsyncClient, tx: Connection, key: SystemKey, as_role: Callable[[Role], dict[str, str]]
) -> None:
    await demo_people(tx)
    officer = as_role(Role.OFFICER)
    with frozen(today := now().replace(microsecond=0)):
        await send(client, key, reading(0.8, minutes_ago=30), reading(2.2), reading(9.99, minutes_ago=1))
        listed = (await client.get("/v1/gauge-readings/doubted", headers=officer)).json()["items"]
        assert [(one["value"], one["flags"], one["last_good"]) for one in listed] == [
            (2.2, ["jump"], 0.8),
            (9.99, ["out_of_range"], 0.8),
        ]
        word: dict[str, Any] = {"verdict": "believed", "note": "Hồ vừa xả, đã gọi trạm"}
        path = f"/v1/gauge-readings/{listed[0]['id']}/judge"
        assert (await client.post(path, json=word, headers=officer)).status_code == 204
        assert (await station(client))["measured"][0]["value"] == 2.2
        assert [one.key for one in await proposals(tx)] == [
            f"gauge:kim-long:{today.astimezone(VN):%Y-%m-%d}:bd2"
        ]
        word["verdict"] = "doubted"
        await client.post(f"/v1/gauge-readings/{listed[1]['id']}/judge", json=word, headers=officer)
        assert (await client.get("/v1/gauge-readings/doubted", headers=officer)).json()["items"] == []
        rows = (await client.get("/v1/gauge-crossings", headers=officer)).json()["items"]
        assert [(one["station_code"], one["stage"]) for one in rows] == [("kim-long", 2)]
    await tx.execute("update gauge_station set province_code = '48'")
    assert (await client.post(path, json=word, headers=officer)).status_code == 404
