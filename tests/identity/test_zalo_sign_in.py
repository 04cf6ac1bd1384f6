"""Signing in with Zalo: only Zalo says who somebody is, and its numbers become answers people understand."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.zalo import ZaloGraph
from tests.given.identity import bearer, signed_in
from tests.given.web import outcome
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import Stage, served


@pytest.fixture
def zalo(stage: tuple[Stage, str], fake: FakeZalo) -> tuple[FakeZalo, str]:
    """A local Zalo and its address."""
    return fake, stage[1]


@pytest.fixture
async def client(
    client: httpx.AsyncClient, shared_app: Litestar, settings: Settings, zalo: tuple[FakeZalo, str]
) -> AsyncIterator[httpx.AsyncClient]:
    """The common client, its application pointed at the local Zalo by settings."""
    pointed, before = pointed_at(zalo[1], settings, zalo[0].app_secret), shared_app.state.zalo
    shared_app.state.settings, shared_app.state.zalo = pointed, ZaloGraph(pointed)
    yield client
    await shared_app.state.zalo.close()
    shared_app.state.zalo = before


def pointed_at(address: str, settings: Settings, secret: str) -> Settings:
    """Settings of an installation whose Zalo is at an address."""
    return msgspec.structs.replace(settings, zalo_app_secret=secret, zalo_graph_url=address)


async def come_in(client: httpx.AsyncClient, token: str) -> httpx.Response:
    """Sign in with a Zalo access token."""
    return await client.post("/v1/auth/zalo", json={"zalo_access_token": token})


async def test_the_person_of_the_token_comes_in_and_comes_back(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str], tx: Connection
) -> None:
    fake, _ = zalo
    token, other = fake.add_user("4047671499938107249"), fake.add_user("552177279717587730")
    session = (await come_in(client, token)).json()
    assert session["me"]["roles"] == ["citizen"]
    assert (session["demo"], session["me"]["demo"]) == (True, False)
    assert (await come_in(client, token)).json()["me"]["id"] == session["me"]["id"]
    assert (await come_in(client, other)).json()["me"]["id"] != session["me"]["id"]
    assert await tx.fetchval("select count(*) from person where zalo_id = '4047671499938107249'") == 1


async def test_only_the_id_is_asked_for_so_it_works_from_abroad_too(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str]
) -> None:
    fake, _ = zalo
    fake.outside_vietnam = True
    assert (await come_in(client, fake.add_user("1001"))).status_code == 200
    assert fake.calls == ["/v2.0/me?fields=id"]


async def test_no_secret_travels_in_an_address(client: httpx.AsyncClient, zalo: tuple[FakeZalo, str]) -> None:
    fake, _ = zalo
    token = fake.add_user("1001")
    session = (await come_in(client, token)).json()
    await share_phone(client, session, token, fake.share_phone("84912345678"))
    assert len(fake.calls) == 3
    assert not any(secret in call for call in fake.calls for secret in (token, fake.app_secret, "code-"))


async def test_an_id_sent_by_the_client_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/auth/zalo", json={"zalo_access_token": "x", "zalo_id": "1001"})
    assert outcome(answer) == (422, "invalid")


async def test_a_wrong_secret_of_ours_proves_nothing(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str], tx: Connection
) -> None:
    fake, _ = zalo
    token = fake.add_user("1001")
    fake.app_secret = "another-secret"
    assert outcome(await come_in(client, token)) == (502, "zalo-misconfigured")
    assert await tx.fetchval("select count(*) from person") == 0


@pytest.mark.parametrize("state", ["over", "foreign"])
async def test_a_token_that_is_over_revoked_or_of_another_app_is_refused(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str], state: str
) -> None:
    fake, _ = zalo
    token = fake.add_user("1001")
    getattr(fake, state).add(token)
    assert outcome(await come_in(client, token)) == (401, "zalo-token-invalid")


@pytest.mark.parametrize("token", ["never-issued", "đường", "a\r\nx-evil: 1", "tok-1001\x00"])
async def test_what_is_no_token_never_breaks_the_call(client: httpx.AsyncClient, token: str) -> None:
    assert outcome(await come_in(client, token)) == (401, "zalo-token-invalid")


@pytest.mark.parametrize(
    ("code", "answered"),
    [
        (-216, (401, "zalo-token-invalid")),
        (452, (401, "zalo-token-invalid")),
        (-77777, (401, "zalo-token-invalid")),
        (210, (403, "zalo-user-hidden")),
        (-242, (502, "zalo-misconfigured")),
        *[(code, (502, "zalo-misconfigured")) for code in (100, 110, 111, 112, 2500, 10000, 10003, 11004)],
        *[(code, (503, "zalo-unavailable")) for code in (-501, 12000, 12002, 12003, 12004, 12010)],
    ],
)
async def test_each_number_of_zalo_has_its_answer(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str], code: int, answered: tuple[int, str]
) -> None:
    fake, _ = zalo
    token = fake.add_user("1001")
    fake.forced = code
    assert outcome(await come_in(client, token)) == answered


async def test_when_zalo_is_silent_people_are_told_to_come_back(
    client: httpx.AsyncClient, shared_app: Litestar, settings: Settings
) -> None:
    async with served(FakeZalo()) as gone:
        pass
    shared_app.state.zalo = ZaloGraph(pointed_at(gone, settings, "s"))
    assert outcome(await come_in(client, "tok-1001")) == (503, "zalo-unavailable")


async def test_without_a_zalo_app_this_way_in_is_off(
    client: httpx.AsyncClient, shared_app: Litestar, settings: Settings
) -> None:
    shared_app.state.zalo = ZaloGraph(settings)
    assert outcome(await come_in(client, "tok-1001")) == (404, "sign-in-way-off")


async def share_phone(
    client: httpx.AsyncClient, session: dict[str, Any], token: str, code: str
) -> httpx.Response:
    """Share a number from Zalo as the person of a session."""
    return await client.post(
        "/v1/me/phone/zalo",
        json={"zalo_access_token": token, "zalo_phone_token": code},
        headers={"Authorization": f"Bearer {session['access_token']}"},
    )


async def test_a_number_shared_from_zalo_is_kept_as_verified(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str], tx: Connection
) -> None:
    fake, _ = zalo
    token = fake.add_user("1001")
    session = (await come_in(client, token)).json()
    answer = await share_phone(client, session, token, fake.share_phone("84912345678"))
    assert (answer.status_code, answer.json()["phone_masked"]) == (200, "0•• ••• •678")
    assert await tx.fetchval("select phone from person where phone_verified_at is not null") == "+84912345678"


async def test_a_code_is_exchanged_once_and_not_for_somebody_else(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str]
) -> None:
    fake, _ = zalo
    token, other = fake.add_user("1001"), fake.add_user("1002")
    session = (await come_in(client, token)).json()
    code = fake.share_phone("84912345678")
    assert outcome(await share_phone(client, session, other, code)) == (403, "not-your-zalo")
    assert (await share_phone(client, session, token, code)).status_code == 200
    assert outcome(await share_phone(client, session, token, code)) == (409, "zalo-code-used")
    assert outcome(await share_phone(client, session, token, "code-0")) == (422, "zalo-code-invalid")
    foreign = fake.share_phone("84912345678", app="999")
    assert outcome(await share_phone(client, session, token, foreign)) == (502, "zalo-misconfigured")


async def test_a_number_somebody_else_has_proven_stays_theirs(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str], tx: Connection, settings: Settings
) -> None:
    fake, _ = zalo
    owner = await signed_in(tx, settings, "0912345678")
    token = fake.add_user("1001")
    session = (await come_in(client, token)).json()
    answer = await share_phone(client, session, token, fake.share_phone("84912345678"))
    assert outcome(answer) == (409, "phone-taken")
    assert (await client.get("/v1/me", headers=bearer(owner))).json()["phone_masked"] is not None


async def test_a_person_shares_no_faster_than_zalo_allows_and_holds_up_nobody_else(
    client: httpx.AsyncClient, zalo: tuple[FakeZalo, str]
) -> None:
    fake, _ = zalo
    token, other = fake.add_user("1001"), fake.add_user("1002")
    mine, theirs = (await come_in(client, token)).json(), (await come_in(client, other)).json()
    answers = [(await share_phone(client, mine, token, "code-0")).status_code for _ in range(21)]
    assert answers == [422] * 20 + [429]
    assert (await share_phone(client, theirs, other, fake.share_phone("84912345678"))).status_code == 200
