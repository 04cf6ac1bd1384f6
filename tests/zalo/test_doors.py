"""A shared position, the callback of an Official Account, and the page of Zalo that may call us."""

from datetime import UTC, datetime
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from api.app import create_app
from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.zalo import ZaloGraph
from api.kit.zalo_oa_store import Seal
from api.kit.zalo_signing import code_challenge
from tests.given.time import frozen
from tests.given.web import http_client, outcome
from tests.given.work import OneConnection
from tests.zalo_fake.fake import FakeZalo

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


async def share(client: httpx.AsyncClient, token: str, code: str) -> httpx.Response:
    """Turn a token of `getLocation()` into a pin."""
    body = {"zalo_access_token": token, "zalo_location_token": code}
    return await client.post("/v1/zalo/location", json=body)


async def test_a_shared_position_becomes_a_pin_once(client: httpx.AsyncClient, fake: FakeZalo) -> None:
    token = fake.add_user("1001")
    with frozen(AT):
        code = fake.share_location("16.4637", "107.5909")
        answer = await share(client, token, code)
        assert answer.json() == {
            "lat": 16.4637, "lon": 107.5909, "accuracy_m": None, "source": "zalo", "at": "2026-11-23T03:00:00Z",
        }  # fmt: skip
        assert outcome(await share(client, token, code)) == (409, "zalo-code-used")
        assert outcome(await share(client, token, "code-9")) == (422, "zalo-code-invalid")
        assert outcome(await share(client, "nobody", code)) == (401, "zalo-token-invalid")
        phone = fake.share_phone("84912345678")
        assert outcome(await share(client, token, phone)) == (422, "zalo-code-invalid")
        fake.outside_vietnam = True
        abroad = fake.share_location("16.4637", "107.5909")
        assert outcome(await share(client, token, abroad)) == (503, "zalo-unavailable")
    assert not any(word in call for call in fake.calls for word in (token, fake.app_secret, "code-"))


async def test_without_a_zalo_app_there_is_no_such_door(
    client: httpx.AsyncClient, shared_app: Litestar, settings: Settings
) -> None:
    off = msgspec.structs.replace(settings, zalo_app_secret="")
    shared_app.state.settings, shared_app.state.zalo = off, ZaloGraph(off)
    assert outcome(await share(client, "a", "b")) == (404, "zalo-off")
    answer = await client.get("/v1/zalo/oa/callback", params={"code": "x", "oa_id": "1"})
    assert outcome(answer) == (404, "zalo-off")


VERIFIER = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"


@pytest.fixture
def verifying(shared_app: Litestar, settings: Settings, fake: FakeZalo, client: httpx.AsyncClient) -> None:
    """The console knows our challenge, we know its verifier."""
    fake.challenge = code_challenge(VERIFIER)
    shared_app.state.settings = msgspec.structs.replace(settings, zalo_code_verifier=VERIFIER)


async def call_back(client: httpx.AsyncClient, fake: FakeZalo, **other: Any) -> httpx.Response:
    """An administrator comes back from Zalo."""
    params = {"code": fake.grant(), "oa_id": fake.oa_id, "state": "x", **other}
    return await client.get("/v1/zalo/oa/callback", params=params)


@pytest.mark.usefixtures("verifying")
async def test_an_administrators_consent_brings_the_first_pair(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, fake: FakeZalo
) -> None:
    with frozen(AT):
        answer = await call_back(client, fake)
        assert (answer.status_code, answer.json()["oa_id"]) == (200, fake.oa_id)
        sealed = await tx.fetchval("select sealed from zalo_oa_token")
        pair = Seal(settings).open(sealed, fake.oa_id)
        assert (pair.access, pair.refresh, pair.version) == ("oa-access-1", "oa-refresh-1", 1)
        assert (await call_back(client, fake)).status_code == 200, "a consent given again takes its place"
        assert await tx.fetchval("select version from zalo_oa_token") == 2


@pytest.mark.usefixtures("verifying")
async def test_a_code_is_good_once_and_for_our_account_only(
    client: httpx.AsyncClient, tx: Connection, shared_app: Litestar, fake: FakeZalo
) -> None:
    with frozen(AT):
        code = fake.grant()
        assert (await call_back(client, fake, code=code)).status_code == 200
        assert outcome(await call_back(client, fake, code=code)) == (422, "zalo-not-connected")
        assert outcome(await call_back(client, fake, oa_id="999")) == (422, "zalo-not-connected")
        assert outcome(await call_back(client, fake, oa_id="a b")) == (422, "invalid")
        # Without ZALO_OA_ID several accounts may connect: Zalo itself says whose the tokens are.
        shared_app.state.settings = msgspec.structs.replace(shared_app.state.settings, zalo_oa_id="")
        assert outcome(await call_back(client, fake, oa_id="999")) == (422, "zalo-not-connected")
        shared_app.state.settings = msgspec.structs.replace(
            shared_app.state.settings, zalo_code_verifier="other"
        )
        assert outcome(await call_back(client, fake)) == (422, "zalo-not-connected")
    assert await tx.fetchval("select count(*) from zalo_oa_token") == 1


@pytest.mark.parametrize("origin", ["https://h5.zdn.vn", "zbrowser://h5.zdn.vn"])
async def test_zalos_page_may_call_us_on_both_systems(client: httpx.AsyncClient, origin: str) -> None:
    asked = await client.options(
        "/v1/auth/zalo",
        headers={
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization, content-type",
        },
    )
    assert asked.status_code in (200, 204)
    assert asked.headers.get_list("access-control-allow-origin") == [origin]
    assert {"authorization", "content-type"} <= {
        name.strip().lower() for name in asked.headers["access-control-allow-headers"].split(",")
    }
    answer = await client.get("/v1/me", headers={"Origin": origin})
    assert answer.status_code == 401
    assert answer.headers.get_list("access-control-allow-origin") == [origin]
    assert "origin" in answer.headers["vary"].lower()
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "origin", ["https://h5.zdn.vn.evil.example", "http://h5.zdn.vn", "null", "zbrowser://x"]
)
async def test_other_pages_may_not(client: httpx.AsyncClient, origin: str) -> None:
    answer = await client.get("/v1/me", headers={"Origin": origin})
    assert "access-control-allow-origin" not in answer.headers


async def test_zalo_can_see_that_the_domain_is_ours(settings: Settings, tx: Connection) -> None:
    for code, status in (("FSwC8gx07Ye", 200), ("", 404), ("a/../b", 404)):
        app = create_app(msgspec.structs.replace(settings, zalo_site_code=code), database=OneConnection(tx))
        async with http_client(app) as client:
            answer = await client.get(f"/zalo_verifier{code}.html")
        assert answer.status_code == status
        assert (f'content="{code}"' in answer.text) == (status == 200)
