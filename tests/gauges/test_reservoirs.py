"""Officers record orders to reservoirs; everybody sees the last one and the history."""

from collections.abc import Callable
from typing import Any

import httpx

from api.gauges import demo
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Role
from tests.given.identity import demo_people
from tests.given.web import outcome


def order(**changes: Any) -> dict[str, Any]:
    return {
        "id": str(uuid7()),
        "reservoir": "binh-dien",
        "from_m3s": 950,
        "to_m3s": 1800,
        "starts_at": "2025-10-26T10:00:00Z",
        "issuer": "Ban Chỉ huy Phòng thủ dân sự thành phố Huế",
        **changes,
    }


async def test_an_order_is_recorded_once_and_the_last_one_stands(
    client: httpx.AsyncClient, tx: Connection, as_role: Callable[[Role], dict[str, str]]
) -> None:
    await demo_people(tx)
    officer, first = as_role(Role.OFFICER), order()
    path = "/v1/reservoir-orders"
    made = await client.post(path, json=first, headers=officer)
    again = await client.post(path, json=first, headers=officer)
    assert (made.status_code, again.status_code) == (201, 200)
    assert made.json() == again.json()
    other = await client.post(path, json={**first, "to_m3s": 2000}, headers=officer)
    assert outcome(other) == (409, "reservoir-order-id-taken")
    later = order(from_m3s=200, to_m3s=800, starts_at="2025-11-03T01:00:00Z")
    await client.post(path, json=later, headers=officer)
    for wrong in ({"from_m3s": 900, "to_m3s": 800}, {"reservoir": "kim-long"}):
        answer = await client.post(path, json=order(**wrong), headers=officer)
        assert outcome(answer) == (422, "reservoir-order-unusable")
    assert (await client.post(path, json=order(reservoir="nowhere"), headers=officer)).status_code == 404
    shown = (await client.get("/v1/gauges/binh-dien")).json()
    assert (shown["station"]["order"]["to_m3s"], len(shown["orders"])) == (800, 2)
    assert shown["orders"][1]["issuer"] == "Ban Chỉ huy Phòng thủ dân sự thành phố Huế"
    assert "recorded_by" not in str(shown)


async def test_the_board_has_every_station_and_the_demo_has_a_flood(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    bare = (await client.get("/v1/gauges")).json()
    assert [one["code"] for one in bare["items"]] == [
        "kim-long", "phu-oc", "ta-trach", "binh-dien", "huong-dien",
    ]  # fmt: skip
    assert [one["alarms"] for one in bare["items"][:2]] == [[1.0, 2.0, 3.5], [1.5, 3.0, 4.5]]
    assert "alarm_1" in bare["items"][1]["assumed"], "what no source gives is said to be deduced"
    await demo_people(tx)
    await demo.load_demo(tx)
    await demo.load_demo(tx)
    answer = await client.get("/v1/gauges?province=46")
    assert "max-age=60" in answer.headers["cache-control"]
    items = {one["code"]: one for one in answer.json()["items"]}
    assert items["kim-long"]["alarm"]["words"] == "BĐ3 + 0,04 m"
    assert "zone" in items["kim-long"]["assumed"], "a zone of the demo is not a fact"
    assert items["ta-trach"]["order"]["from_m3s"] == 300
    assert items["thao-long"]["measured"][0]["stale"]
    assert items["thao-long"]["alarm"] is None
    assert all(one["demo"] for one in answer.json()["cameras"])
    day = (await client.get("/v1/gauges/kim-long")).json()["series"][0]["points"]
    assert 40 < len(day) < 60
    rain = (await client.get("/v1/gauges/mua-kim-long")).json()
    hours = {one["quantity"]: one["points"] for one in rain["series"]}
    seen = [one["value"] for one in hours["rain_1h"]]  # the hour of a day ago is just out of the window
    assert 0 <= hours["rain_24h"][0]["value"] - sum(seen) < max(seen)
    flows = {
        one["quantity"]: one["points"] for one in (await client.get("/v1/gauges/ta-trach")).json()["series"]
    }
    assert (flows["inflow"][-1]["value"], len(flows["outflow"])) == (1_450, 24), "a day to be drawn"
    assert (await client.get("/v1/gauges/nowhere")).status_code == 404
