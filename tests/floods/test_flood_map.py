"""One picture of reports, warnings and gauges: what is live, how old, whether checked, and nothing of persons."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from api.floods.actions import forget_old, place, place_missing
from api.kit.clock import now
from api.kit.db import Connection, Pool
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.alerts import published
from tests.given.gauges import gauge_key, reading, send
from tests.given.reports import LAT, LON, demo_province, reported
from tests.given.rescue import sent
from tests.given.time import frozen
from tests.given.work import run_outbox

CHECK = """
update report set state = 'in_progress', published_at = now(), public_lat = lat, public_lon = lon where id = $1
"""
SUMS = """
select level, sum(verified) as verified, sum(unverified) as unverified, max(newest_at) as newest_at
from flood_cell group by level order by level
"""


@pytest.fixture
async def province(tx: Connection) -> None:
    await demo_province(tx)


async def picture(client: httpx.AsyncClient, query: str = "") -> dict[str, Any]:
    answer = await client.get(f"/v1/flood-map{query}")
    assert answer.status_code == 200, answer.text
    assert "public" in answer.headers["cache-control"]
    found: dict[str, Any] = answer.json()
    return found


async def flooded(tx: Connection, settings: Settings, **changes: Any) -> Any:
    """A street under water, reported."""
    changes = {"category_code": "thien-tai.ngap", "description": "Bà Nguyễn Thị Mốc ở số 9", **changes}
    return (await reported(tx, settings, **changes)).id


@pytest.mark.usefixtures("province")
async def test_a_report_is_on_the_map_at_once_as_unchecked_and_says_nothing_else(
    client: httpx.AsyncClient, tx: Connection, files: Files, settings: Settings
) -> None:
    report_id = await flooded(tx, settings)
    await reported(tx, settings)  # a street lamp is no hazard
    await flooded(tx, settings, accuracy_m=2_001)  # somewhere in these four kilometres is no point
    await run_outbox(tx, files, settings)
    seen = await picture(client)
    spot = seen["spots"][0]
    assert len(seen["spots"]) == 1
    assert (spot["report_id"], spot["sign"], spot["verified"]) == (None, "flood", False)
    assert (spot["lat"], spot["lon"]) == (round(LAT, 3), round(LON, 3)), "about a hundred metres, no nearer"
    assert spot["at"].endswith("0:00Z"), "to ten minutes"
    assert "Mốc" not in str(seen)
    assert str(report_id) not in str(seen)


@pytest.mark.usefixtures("province")
async def test_a_checked_report_says_so_and_leaves_when_it_is_done(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report_id = await flooded(tx, settings)
    await tx.execute(CHECK, report_id)
    await place_missing(tx)
    spot = (await picture(client))["spots"][0]
    assert (spot["report_id"], spot["verified"]) == (str(report_id), True)
    await tx.execute("update report set state = 'refused', refusal_reason = 'test' where id = $1", report_id)
    await place(tx, report_id)
    assert (await picture(client))["spots"] == []
    assert await tx.fetchval("select count(*) from flood_cell") == 0


@pytest.mark.usefixtures("province")
async def test_cells_are_the_sum_of_their_points_however_they_come_and_go(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    at = now()
    for minutes, north in ((0, 0.0), (30, 0.001), (60, 0.02), (90, 0.3)):
        with frozen(at - timedelta(minutes=minutes)):
            one = await flooded(tx, settings, lat=LAT + north)
            await place(tx, one)
    assert [(row["verified"], row["unverified"]) for row in await tx.fetch(SUMS)] == [(0, 4)] * 4
    newest = await tx.fetchval("select report_id from flood_point order by at desc limit 1")
    await tx.execute(CHECK, newest)
    await place(tx, newest)
    await place(tx, newest)
    assert [(row["verified"], row["unverified"]) for row in await tx.fetch(SUMS)] == [(1, 3)] * 4
    await tx.execute("delete from flood_point where report_id = $1", newest)
    left = await tx.fetchval("select max(at) from flood_point")
    assert {row["newest_at"] for row in await tx.fetch(SUMS)} == {left}, "the newest that is still there"
    with frozen(at + timedelta(hours=48)):
        assert (await picture(client))["clusters"] == (await picture(client))["spots"] == []
        await forget_old(tx)
    assert await tx.fetchval("select count(*) from flood_cell") == 0


@pytest.mark.usefixtures("province")
async def test_many_reports_are_clusters_with_their_counts_and_the_newest_age(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    await tx.execute("set session_replication_role = replica")
    await tx.execute(
        "insert into report (id, content_hash, category_code, lat, lon, province_code, commune_id, commune_confirmed,"
        " happened_at, received_at, anonymous, urgent, priority, photo_count, state, acknowledge_by, due_at)"
        " select md5(n::text)::uuid, '', 'thien-tai.ngap', 16.46 + n * 0.0001, 107.58, '46', u.id, true, now(),"
        " now() - n * interval '1 minute', true, true, 1, 0, 'received', now(), now()"
        " from generate_series(1, 120) n, (select id from admin_unit where code = '19777' limit 1) u"
    )
    await tx.execute("set session_replication_role = origin")
    await tx.execute(
        "insert into flood_point (report_id, sign, verified, at, lat, lon)"
        " select id, 'flood', number % 2 = 0, received_at, lat, lon from report"
    )
    seen = await picture(client)
    assert seen["spots"] == []
    assert sum(one["verified"] + one["unverified"] for one in seen["clusters"]) == 120
    assert all(16.46 < one["lat"] < 16.473 and round(one["lon"], 4) == 107.58 for one in seen["clusters"])
    near = await picture(client, "?box=107.579,16.4595,107.581,16.4625")
    assert near["cell"] == 0.00125
    assert 0 < len(near["spots"]) < 60
    assert (await client.get("/v1/flood-map?box=0,0,90,80")).status_code == 422


@pytest.mark.usefixtures("province")
async def test_warnings_and_gauges_stand_in_the_same_picture(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    alert = await published(tx, settings)
    await published(tx, settings, status="test")
    await send(client, await gauge_key(tx, settings), reading(3.54), reading(9.99, minutes_ago=-1))
    seen = await picture(client)
    assert [(one["id"], one["risk_level"], one["commune_codes"]) for one in seen["alerts"]] == [
        (str(alert.id), 3, ["19753", "19777"])
    ]
    gauges = {one["code"]: one for one in seen["gauges"]}
    assert (gauges["kim-long"]["level"], gauges["kim-long"]["stage"]) == (3.54, 3)
    assert (gauges["kim-long"]["reference_level"], gauges["phu-oc"]["stage"]) == (3.5, None)
    with frozen(now() + timedelta(hours=4)):
        old = {one["code"]: one for one in (await picture(client))["gauges"]}["kim-long"]
    assert (old["level"], old["stage"]) == (3.54, None), "an old level tells no alarm"
    nowhere = await client.get("/v1/flood-map?province=99")
    assert (nowhere.status_code, nowhere.json()["errors"][0]["field"]) == (422, "province")


@pytest.mark.usefixtures("province")
async def test_only_the_command_post_sees_calls_for_help_and_no_person_in_them(
    client: httpx.AsyncClient, as_role: Callable[[Role], dict[str, str]]
) -> None:
    await sent(client, phone="0911222333", text="Ông Mốc ở mái nhà")
    await sent(client, phone="0911222444", lat=None, lon=None, place="cạnh trụ sở thôn")
    answer = await client.get("/v1/flood-map/command", headers=as_role(Role.OFFICER))
    assert answer.headers["cache-control"] == "no-store"
    seen = answer.json()
    assert [(one["lat"], one["acknowledged"]) for one in seen["rescues"]] == [(16.46371, False)]
    assert seen["unplaced"] == 1
    assert "Mốc" not in answer.text
    assert "0911222" not in answer.text
    assert "rescues" not in await picture(client)
    assert (await client.get("/v1/flood-map/command", headers=as_role(Role.HANDLER))).status_code == 403


@pytest.mark.usefixtures("province")
async def test_what_is_done_is_no_longer_a_danger(tx: Connection, settings: Settings) -> None:
    report_id = await flooded(tx, settings)
    await place(tx, report_id)
    await tx.execute("update report set state = 'done', answer = 'Đã thông đường' where id = $1", report_id)
    await place(tx, report_id)
    assert await tx.fetchval("select count(*) from flood_point") == 0


async def test_two_jobs_of_one_report_at_once_leave_one_point_as_it_stands_last(
    database: Pool, settings: Settings
) -> None:
    """Received and checked within a second, each by a worker of its own, as when a server starts with both waiting."""
    async with database.acquire() as first, database.acquire() as second:
        async with first.transaction():
            await demo_province(first)
            report_id = await flooded(first, settings)
        async with second.transaction():
            async with first.transaction():
                await place(first, report_id)
                await second.execute(CHECK, report_id)
                later = asyncio.create_task(place(second, report_id))
                done, _ = await asyncio.wait({later}, timeout=0.05)
                assert not done, "it waits for its turn"
            await later
        assert [row["verified"] for row in await first.fetch("select verified from flood_point")] == [True]
        assert [(row["verified"], row["unverified"]) for row in await first.fetch(SUMS)] == [(1, 0)] * 4
