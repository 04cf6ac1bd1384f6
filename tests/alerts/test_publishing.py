"""An officer publishes, replaces and cancels warnings; citizens of the communes see them at once."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest

from api.alerts.actions.telling import next_to_tell
from api.alerts.contracts import AlertPublished
from api.alerts.store import hold_alert
from api.kit.clock import now
from api.kit.db import Connection, Pool
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.alerts import alert_body, published
from tests.given.identity import demo_people
from tests.given.time import frozen


@pytest.fixture
async def officer(tx: Connection, as_role: Any) -> dict[str, str]:
    """The headers of the demo officer of Huế."""
    await demo_people(tx)
    headers: dict[str, str] = as_role(Role.OFFICER)
    return headers


async def shown(client: httpx.AsyncClient, query: str) -> list[str]:
    return [item["id"] for item in (await client.get(f"/v1/alerts?{query}")).json()["items"]]


async def test_a_warning_is_seen_at_once_where_it_is_for(
    client: httpx.AsyncClient, officer: dict[str, str]
) -> None:
    body = alert_body()
    assert await shown(client, "commune=19777&active=true") == []
    answer = await client.post("/v1/alerts", json=body, headers=officer)
    assert answer.status_code == 201, answer.text
    alert = answer.json()
    assert (alert["hazard_name"], alert["hazard_group"]) == ("Lũ", 2)
    assert (alert["level_name"], alert["level_meaning"], alert["colour_name"]) == (
        "Cấp 3",
        "Rủi ro lớn",
        "Da cam",
    )
    assert (alert["active"], alert["msg_type"], alert["sender_name"]) == (True, "alert", "Thành phố Huế")
    assert [commune["code"] for commune in alert["communes"]] == ["19753", "19777"]
    assert await shown(client, "commune=19777&active=true") == [body["id"]]
    assert await shown(client, "commune=19789&active=true") == []
    assert await shown(client, "") == [body["id"]]
    assert (await client.get(f"/v1/alerts/{body['id']}")).json() == alert


async def test_a_resend_gets_the_first_answer_and_other_content_is_refused(
    client: httpx.AsyncClient, officer: dict[str, str], tx: Connection
) -> None:
    body = alert_body()
    first = await client.post("/v1/alerts", json=body, headers=officer)
    again = await client.post("/v1/alerts", json=body, headers=officer)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    other = await client.post("/v1/alerts", json={**body, "risk_level": 5}, headers=officer)
    assert (other.status_code, other.json()["type"]) == (409, "/problems/alert-id-taken")
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'alert_published'") == 1


async def test_ten_copies_at_once_make_one_warning(
    committing_client: httpx.AsyncClient, database: Pool, as_role: Any
) -> None:
    async with database.acquire() as connection, connection.transaction():
        await demo_people(connection)
    body = alert_body()
    calls = (
        committing_client.post("/v1/alerts", json=body, headers=as_role(Role.OFFICER)) for _ in range(10)
    )
    answers = await asyncio.gather(*calls)
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    assert await database.fetchval("select count(*) from outbox_event") == 1
    await nobody_ends_it_while_people_are_told(database, UUID(body["id"]))


async def nobody_ends_it_while_people_are_told(database: Pool, alert_id: UUID) -> None:
    """Else the end could look for those who were told before it can see them."""
    async with database.acquire() as job, job.transaction(), database.acquire() as desk:
        await next_to_tell(job, AlertPublished(alert_id=alert_id))
        async with desk.transaction():
            await desk.execute("set local lock_timeout = 1")
            with pytest.raises(asyncpg.LockNotAvailableError):
                await hold_alert(desk, alert_id, provinces=["46"])


@pytest.mark.parametrize("role", [None, Role.CITIZEN, Role.VOLUNTEER, Role.HANDLER, Role.ADMIN])
async def test_nobody_else_publishes_or_cancels(
    client: httpx.AsyncClient, officer: dict[str, str], as_role: Any, role: Role | None
) -> None:
    body = alert_body()
    await client.post("/v1/alerts", json=body, headers=officer)
    headers = as_role(role) if role else {}
    for path, data in (("/v1/alerts", alert_body()), (f"/v1/alerts/{body['id']}/cancel", {"reason": "x"})):
        assert (await client.post(path, json=data, headers=headers)).status_code == (403 if role else 401)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": "6e676f73-6f00-4000-8000-000000000000"}, "id"),
        ({"hazard": "zombies"}, "hazard"),
        ({"commune_codes": ["99999"]}, "commune_codes"),
        ({"commune_codes": ["20194"]}, "commune_codes"),
        ({"commune_codes": ["19777", "20194"]}, "commune_codes"),
        ({"expires_at": "2020-01-01T00:00:00Z", "effective_at": "2019-01-01T00:00:00Z"}, "expires_at"),
        ({"effective_at": "2099-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": "9999-12-31T23:59:59Z"}, "expires_at"),
        ({"effective_at": "0001-01-01T00:00:00+14:00"}, "expires_at"),
        ({"headline": "   "}, "headline"),
        ({"description": " \n "}, "description"),
        ({"replaces": str(uuid7())}, "replaces"),
    ],
)
async def test_what_must_not_go_out_is_named(
    client: httpx.AsyncClient, officer: dict[str, str], tx: Connection, change: dict[str, Any], field: str
) -> None:
    """Among them: 20194 is in Đà Nẵng, not this officer's province."""
    answer = await client.post("/v1/alerts", json=alert_body(**change), headers=officer)
    assert answer.status_code == 422, answer.text
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert await tx.fetchval("select count(*) from alert") == 0


@pytest.mark.parametrize(
    "change", [{"risk_level": 0}, {"risk_level": 6}, {"urgency": "now"}, {"commune_codes": []}]
)
async def test_what_breaks_a_limit_is_refused(
    client: httpx.AsyncClient, officer: dict[str, str], change: dict[str, Any]
) -> None:
    assert (await client.post("/v1/alerts", json=alert_body(**change), headers=officer)).status_code == 422


async def test_a_new_version_takes_the_place_of_the_old(
    client: httpx.AsyncClient, officer: dict[str, str], settings: Settings, tx: Connection
) -> None:
    first = await published(tx, settings)
    body = alert_body(replaces=str(first.id), risk_level=2, commune_codes=["19777"])
    second = (await client.post("/v1/alerts", json=body, headers=officer)).json()
    assert (second["msg_type"], second["replaces"], second["chain_id"]) == (
        "update",
        str(first.id),
        str(first.id),
    )
    old = (await client.get(f"/v1/alerts/{first.id}")).json()
    assert (old["active"], old["replaced_by"], old["cancelled_at"]) == (False, body["id"], None)
    assert await shown(client, "commune=19777&active=true") == [body["id"]]
    assert await shown(client, "commune=19753&active=true") == []
    late = await client.post("/v1/alerts", json=alert_body(replaces=str(first.id)), headers=officer)
    assert (late.status_code, late.json()["type"]) == (409, "/problems/alert-replaced")


async def test_cancelling_ends_it_keeps_the_chain_and_may_be_repeated(
    client: httpx.AsyncClient, officer: dict[str, str], settings: Settings, tx: Connection
) -> None:
    first = await published(tx, settings)
    path = f"/v1/alerts/{first.id}/cancel"
    done = await client.post(path, json={"reason": "Nước đã rút"}, headers=officer)
    again = await client.post(path, json={"reason": "Nước đã rút"}, headers=officer)
    assert (done.status_code, again.status_code) == (200, 200)
    assert done.json() == again.json()
    assert (done.json()["active"], done.json()["cancel_reason"]) == (False, "Nước đã rút")
    assert await shown(client, "commune=19777&active=true") == []
    assert await shown(client, "commune=19777") == [str(first.id)]
    end = done.json()["replaced_by"]
    message = (await client.get(f"/v1/alerts/{end}")).json()
    assert (message["msg_type"], len(message["communes"])) == ("cancel", 2)
    assert (
        await client.post(f"/v1/alerts/{end}/cancel", json={"reason": "x"}, headers=officer)
    ).status_code == 409
    assert await tx.fetchval("select count(*) from alert") == 2


async def test_an_old_version_cannot_be_cancelled(
    client: httpx.AsyncClient, officer: dict[str, str], settings: Settings, tx: Connection
) -> None:
    first = await published(tx, settings)
    await published(tx, settings, replaces=first.id)
    answer = await client.post(f"/v1/alerts/{first.id}/cancel", json={"reason": "x"}, headers=officer)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/alert-replaced")
    unknown = await client.post(f"/v1/alerts/{uuid7()}/cancel", json={"reason": "x"}, headers=officer)
    assert unknown.status_code == 404


@pytest.mark.usefixtures("officer")
async def test_a_warning_ends_by_itself(
    client: httpx.AsyncClient, settings: Settings, tx: Connection
) -> None:
    alert = await published(tx, settings)
    with frozen(now() + timedelta(hours=23)):
        assert await shown(client, "commune=19777&active=true") == [str(alert.id)]
    with frozen(now() + timedelta(hours=25)):
        assert await shown(client, "commune=19777&active=true") == []
        assert await shown(client, "commune=19777&active=false") == [str(alert.id)]


@pytest.mark.usefixtures("officer")
async def test_a_million_phones_are_answered_by_a_tag(
    client: httpx.AsyncClient, settings: Settings, tx: Connection
) -> None:
    first = await client.get("/v1/alerts?commune=19777&active=true")
    assert "max-age=15" in first.headers["cache-control"]
    assert "public" in first.headers["cache-control"]
    tag = {"If-None-Match": first.headers["etag"]}
    assert (await client.get("/v1/alerts?commune=19777&active=true", headers=tag)).status_code == 304
    await published(tx, settings)
    assert (await client.get("/v1/alerts?commune=19777&active=true", headers=tag)).status_code == 200


@pytest.mark.usefixtures("officer")
async def test_pages_lose_nothing(client: httpx.AsyncClient, settings: Settings, tx: Connection) -> None:
    expected = [str((await published(tx, settings)).id) for _ in range(3)]
    found, cursor = [], ""
    for _ in range(3):
        page = (await client.get(f"/v1/alerts?limit=1{cursor}")).json()
        found += [item["id"] for item in page["items"]]
        cursor = f"&cursor={page['next']}"
    assert (sorted(found), page["next"]) == (sorted(expected), None)


async def test_hazards_and_levels_are_the_decisions(client: httpx.AsyncClient) -> None:
    """Decision 18/2021: ten groups; light blue, light yellow, orange, red, purple."""
    listed = (await client.get("/v1/alert-hazards")).json()
    assert {hazard["group_no"] for hazard in listed["hazards"]} == set(range(1, 11))
    assert [level["colour_name"] for level in listed["levels"]] == [
        "Xanh dương nhạt",
        "Vàng nhạt",
        "Da cam",
        "Đỏ",
        "Tím",
    ]
    for level in listed["levels"]:
        assert contrast(level["colour"], level["ink"]) >= 4.5


def contrast(one: str, two: str) -> float:
    """WCAG 2 contrast of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)
