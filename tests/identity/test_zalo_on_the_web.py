"""Signing in with Zalo from a browser: the page, the code, the verifier, and then Zalo itself says who it is."""

from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import httpx
import msgspec
import pytest
from litestar import Litestar
from prometheus_client import REGISTRY

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.zalo import ZaloGraph
from tests.given.identity import bearer, signed_in
from tests.given.time import frozen
from tests.given.web import outcome
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import Stage

PERSON = "4047671499938107249"
REFUSED = (422, "trip-refused")


@pytest.fixture
async def zalo(
    shared_app: Litestar,
    settings: Settings,
    client: httpx.AsyncClient,
    stage: tuple[Stage, str],
    fake: FakeZalo,
) -> AsyncIterator[FakeZalo]:
    """A local Zalo that the common client's application is pointed at."""
    before = shared_app.state.zalo
    fake.add_user(PERSON)
    shared_app.state.settings = msgspec.structs.replace(
        settings,
        zalo_web_sign_in=True,
        zalo_app_id=fake.app_id,
        zalo_app_secret=fake.app_secret,
        zalo_graph_url=stage[1],
        zalo_oauth_url=stage[1],
    )
    shared_app.state.zalo = ZaloGraph(shared_app.state.settings)
    yield fake
    await shared_app.state.zalo.close()
    shared_app.state.zalo = before


async def trip_end(client: httpx.AsyncClient, zalo: FakeZalo) -> dict[str, str]:
    """Leave for Zalo's page, agree, and come back."""
    trip = (await client.post("/v1/auth/trips", json={"way": "zalo"})).json()
    back = urlsplit(zalo.agree(trip["url"], PERSON))
    assert back.path == "/v1/auth/callback"
    return {**dict(parse_qsl(back.query)), "binding": trip["binding"]}


async def test_the_person_zalo_names_comes_in_once_a_trip(
    client: httpx.AsyncClient, zalo: FakeZalo, tx: Connection
) -> None:
    ways = (await client.get("/v1/auth/ways")).json()
    assert (ways["zalo"], ways["zalo_web"], ways["province"]) == (True, True, False)
    end = await trip_end(client, zalo)
    answer = await client.post("/v1/auth/zalo/web", json=end)
    assert answer.status_code == 200, answer.text
    assert answer.json()["me"]["linked"] == ["zalo"]
    assert (
        await tx.fetchval("select zalo_id from person where id = $1::uuid", answer.json()["me"]["id"])
        == PERSON
    )
    assert outcome(await client.post("/v1/auth/zalo/web", json=end)) == REFUSED
    assert not [call for call in zalo.calls if "secret" in call or "code=" in call]


async def test_another_browser_another_server_an_old_code_end_nothing(
    client: httpx.AsyncClient, zalo: FakeZalo
) -> None:
    mine, other = await trip_end(client, zalo), await trip_end(client, zalo)
    assert (
        outcome(await client.post("/v1/auth/zalo/web", json={**mine, "binding": other["binding"]})) == REFUSED
    )
    # The verifier of one trip does not open the code of another; what Zalo said of it is counted, for the operator.
    number = {"call": "web", "code": "-14013"}
    before = REGISTRY.get_sample_value("zalo_answers_total", number) or 0
    assert outcome(await client.post("/v1/auth/zalo/web", json={**mine, "code": other["code"]})) == REFUSED
    assert REGISTRY.get_sample_value("zalo_answers_total", number) == before + 1
    province = await client.post("/v1/auth/province", json=await trip_end(client, zalo))
    assert outcome(province) == (404, "sign-in-way-off")
    late = await trip_end(client, zalo)
    with frozen(now() + timedelta(minutes=11)):
        assert outcome(await client.post("/v1/auth/zalo/web", json=late)) == REFUSED


async def test_from_inside_a_session_it_is_linked(
    client: httpx.AsyncClient, zalo: FakeZalo, tx: Connection, settings: Settings
) -> None:
    person = await signed_in(tx, settings)
    end = await trip_end(client, zalo)
    answer = await client.post("/v1/me/zalo/web", json=end, headers=bearer(person))
    assert (answer.status_code, answer.json()["linked"]) == (200, ["phone", "zalo"])
    session = await client.post("/v1/auth/zalo/web", json=await trip_end(client, zalo))
    assert session.json()["me"]["id"] == str(person.me.id)


async def test_it_is_off_until_the_operator_says_that_the_address_is_registered(
    client: httpx.AsyncClient, zalo: FakeZalo, shared_app: Litestar
) -> None:
    settings = shared_app.state.settings
    shared_app.state.settings = msgspec.structs.replace(settings, zalo_web_sign_in=False)
    assert (await client.get("/v1/auth/ways")).json()["zalo_web"] is False
    assert outcome(await client.post("/v1/auth/trips", json={"way": "zalo"})) == (404, "sign-in-way-off")
    end = {"code": "c", "state": "s", "binding": "b"}
    assert outcome(await client.post("/v1/auth/zalo/web", json=end)) == (404, "sign-in-way-off")
