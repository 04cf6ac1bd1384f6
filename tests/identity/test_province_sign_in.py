"""Officers sign in at the province's OpenID Connect server: it proves who they are, and gives no right by itself."""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import msgspec
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey
from litestar import Litestar

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.identity import demo_people, granted
from tests.given.province import Provider, come_in, leave, linked, point, trip_end
from tests.given.time import frozen
from tests.given.web import outcome

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:authlib")
"""The provider's package still speaks an older way of the library below it."""
REFUSED = (422, "trip-refused")
DOWN = (503, "province-sign-in-down")
UNKNOWN = (403, "province-account-unknown")


@pytest.fixture
async def client(
    client: httpx.AsyncClient, shared_app: Litestar, settings: Settings, province: Provider
) -> AsyncIterator[httpx.AsyncClient]:
    """The common client, its application pointed at the province's server by settings."""
    pointed = msgspec.structs.replace(
        settings, oidc_issuer=province.address, oidc_client_id="ngo-so", oidc_client_secret="bí mật:1"
    )
    await point(shared_app, pointed)
    yield client
    await point(shared_app, settings)


async def test_the_button_is_shown_only_where_it_is_configured(
    client: httpx.AsyncClient, shared_app: Litestar, settings: Settings
) -> None:
    assert (await client.get("/v1/auth/ways")).json()["province"] is True
    await point(shared_app, settings)
    assert (await client.get("/v1/auth/ways")).json() == {
        "zalo": False, "zalo_web": False, "province": False, "province_factor": False,
    }  # fmt: skip
    answer = await client.post("/v1/auth/trips", json={"way": "oidc"})
    assert outcome(answer) == (404, "sign-in-way-off")


async def test_linked_from_inside_they_come_back_by_the_province_alone(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    me = await linked(client, tx, settings, province)
    assert me["linked"] == ["phone", "province"]
    session = (await come_in(client, await trip_end(client, province))).json()
    assert (session["me"]["id"], session["me"]["display_name"]) == (me["id"], "Nguyễn Văn Cán")
    assert await tx.fetchval("select way from session order by created_at desc, id desc limit 1") == "oidc"
    kept = str([tuple(row) for row in await tx.fetch("select * from sign_in_trip")])
    assert kept == "[]"


async def test_whom_nobody_linked_is_nobody_here(
    client: httpx.AsyncClient, tx: Connection, province: Provider
) -> None:
    before = await tx.fetchval("select count(*) from person")
    assert outcome(await come_in(client, await trip_end(client, province))) == UNKNOWN
    assert await tx.fetchval("select count(*) from person") == before


async def test_rights_wait_for_the_second_factor_here_unless_the_settings_trust_the_provinces(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider, shared_app: Litestar
) -> None:
    await demo_people(tx)
    me = await linked(client, tx, settings, province)
    await granted(tx, me["id"], Role.ADMIN)
    province.claims = {"amr": ["pwd", "otp"], "auth_time": int(now().timestamp()) - 60}
    session = (await come_in(client, await trip_end(client, province))).json()
    assert (session["me"]["roles"], session["me"]["waiting_roles"]) == (["citizen"], ["admin"])
    trusting = msgspec.structs.replace(shared_app.state.settings, oidc_second_factor="amr:otp, acr:cao")
    await point(shared_app, trusting)
    assert "max_age=86400&acr_values=cao" in (await leave(client))["url"]
    assert session["me"]["second_factor"] == "to_enrol"
    session = (await come_in(client, await trip_end(client, province))).json()
    assert (session["me"]["roles"], session["me"]["second_factor"]) == (["citizen", "admin"], "proven")
    token = {"Authorization": f"Bearer {session['access_token']}"}
    assert (await client.get("/v1/admin/grants", headers=token)).status_code == 200
    # A password alone, or a factor of the day before yesterday, is none.
    for claims in ({"amr": ["pwd"]}, {"auth_time": int(now().timestamp()) - 90_000}, {"auth_time": None}):
        province.claims = {"amr": ["otp"], "auth_time": int(now().timestamp()), **claims}
        session = (await come_in(client, await trip_end(client, province))).json()
        assert session["me"]["roles"] == ["citizen"], claims


async def test_another_browser_another_state_and_a_second_time_end_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    await linked(client, tx, settings, province)
    mine, other = await trip_end(client, province), await leave(client)
    assert outcome(await come_in(client, {**mine, "binding": other["binding"]})) == REFUSED
    assert outcome(await come_in(client, {**mine, "state": "x" * 43})) == REFUSED
    assert (await come_in(client, mine)).status_code == 200
    assert outcome(await come_in(client, mine)) == REFUSED
    late = await trip_end(client, province)
    with frozen(now() + timedelta(minutes=10, seconds=1)):
        assert outcome(await come_in(client, late)) == REFUSED


async def test_a_code_of_another_trip_is_refused_by_pkce_and_a_used_one_by_the_province(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    await linked(client, tx, settings, province)
    stolen, mine = await trip_end(client, province), await trip_end(client, province)
    assert outcome(await come_in(client, {**mine, "code": stolen["code"]})) == REFUSED
    used = await trip_end(client, province)
    assert (await come_in(client, used)).status_code == 200
    assert (
        outcome(await come_in(client, {**await trip_end(client, province), "code": used["code"]})) == REFUSED
    )


WRONG: tuple[dict[str, Any], ...] = (
    {"nonce": "another"},
    {"nonce": None},
    {"aud": "another"},
    {"aud": ["ngo-so", "another"]},
    {"azp": "another"},
    {"iss": "https://another.example"},
    {"exp": 1_700_000_000},
    {"exp": None},
    {"iat": 9_999_999_999},
    {"sub": ""},
)


async def test_a_token_that_is_not_right_in_every_respect_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    await linked(client, tx, settings, province)
    for claims in WRONG:
        province.claims = claims
        assert outcome(await come_in(client, await trip_end(client, province))) == REFUSED, claims
    province.claims = {}
    assert (await come_in(client, await trip_end(client, province))).status_code == 200


def forged(header: dict[str, Any], claims: dict[str, Any], key: bytes) -> str:
    """A token of an algorithm whose key everybody has: the client's secret, the public key, or none."""
    parts = [urlsafe_b64encode(msgspec.json.encode(part)).rstrip(b"=") for part in (header, claims)]
    mac = hmac.digest(key, b".".join(parts), "sha256") if key else b""
    return b".".join([*parts, urlsafe_b64encode(mac).rstrip(b"=")]).decode()


async def test_a_token_that_somebody_else_signed_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    province.rotate()
    await linked(client, tx, settings, province)
    thief = ECKey.generate_key("P-256")
    known = province.key
    for sign in (
        lambda claims: jwt.encode({"alg": "ES256", "kid": known.kid}, claims, thief),
        lambda claims: jwt.encode({"alg": "ES256", "kid": "unheard"}, claims, thief),
        lambda claims: forged({"alg": "HS256"}, claims, "bí mật:1".encode()),
        lambda claims: forged({"alg": "HS256", "kid": known.kid}, claims, known.as_pem(private=False)),
        lambda claims: forged({"alg": "none"}, claims, b""),
        lambda claims: forged({"alg": "none", "kid": known.kid}, claims, b""),
        lambda claims: province.signed({**claims, "sub": "another"})[:-4] + "AAAA",
        lambda _claims: "not a token",
    ):
        province.sign = sign
        assert outcome(await come_in(client, await trip_end(client, province))) == REFUSED
    province.sign = None
    assert (await come_in(client, await trip_end(client, province))).status_code == 200


async def test_keys_may_change_at_any_time_and_are_asked_for_once_a_minute_at_most(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    await linked(client, tx, settings, province)
    province.asked.clear()
    assert (await come_in(client, await trip_end(client, province))).status_code == 200
    assert "/jwks" not in province.asked
    province.rotate()
    with frozen(now() + timedelta(minutes=2)):
        assert (await come_in(client, await trip_end(client, province))).status_code == 200
        assert province.asked.count("/jwks") == 1
        province.rotate()
        assert outcome(await come_in(client, await trip_end(client, province))) == REFUSED
        assert province.asked.count("/jwks") == 1


async def test_a_silent_server_is_said_to_be_silent(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider, shared_app: Litestar
) -> None:
    await linked(client, tx, settings, province)
    end = await trip_end(client, province)
    province.silent = True
    assert outcome(await come_in(client, end)) == DOWN
    await point(shared_app, shared_app.state.settings)
    assert outcome(await client.post("/v1/auth/trips", json={"way": "oidc"})) == DOWN
    elsewhere = msgspec.structs.replace(shared_app.state.settings, oidc_issuer=f"{province.address}/other")
    await point(shared_app, elsewhere)
    province.silent = False
    assert outcome(await client.post("/v1/auth/trips", json={"way": "oidc"})) == DOWN


async def test_the_callback_leads_to_our_own_screen_whatever_it_is_told(client: httpx.AsyncClient) -> None:
    told = {"error": "access_denied", "state": "s", "next": "https://evil.example", "redirect_uri": "//evil"}
    found = await client.get("/v1/auth/callback", params=told)
    assert found.headers["location"] == "/#/vao?state=s&error=access_denied"
    found = await client.get("/v1/auth/callback", params={"code": "//evil\r\nx: y", "iss": "&error=#"})
    assert found.headers["location"] == "/#/vao?code=%2F%2Fevil%0D%0Ax%3A+y&iss=%26error%3D%23"
