"""The Zalo client against a local Zalo: proofs, phone and location tokens, odd answers."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from api.kit.errors import Problem
from api.kit.settings import Settings
from api.kit.zalo import (
    MEANINGS,
    ZaloCodeInvalid,
    ZaloCodeUsed,
    ZaloGraph,
    ZaloMisconfigured,
    ZaloPlace,
    ZaloUnavailable,
)
from tests.given.time import frozen
from tests.zalo_fake.graph import FakeZalo
from tests.zalo_fake.server import Stage, served

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
async def stage() -> AsyncIterator[tuple[Stage, str]]:
    """A socket for this file's local Zalos, and its address."""
    stage = Stage()
    async with served(stage) as address:
        yield stage, address


@pytest.fixture
async def zalo(stage: tuple[Stage, str]) -> AsyncIterator[tuple[FakeZalo, ZaloGraph]]:
    """A local Zalo and our client of it."""
    stage[0].fake = fake = FakeZalo()
    graph = ZaloGraph(settings_of(stage[1], fake.app_secret))
    yield fake, graph
    await graph.close()


def settings_of(address: str, secret: str) -> Settings:
    """Settings that point to a local Zalo."""
    return Settings(database_url="x", secret_key="s" * 32, zalo_app_secret=secret, zalo_graph_url=address)


async def test_a_phone_token_gives_the_number_in_our_form(zalo: tuple[FakeZalo, ZaloGraph]) -> None:
    fake, graph = zalo
    token = fake.add_user("1001")
    assert await graph.exchange_phone(token, fake.share_phone("84912345678")) == "+84912345678"


async def test_a_location_token_gives_numbers_from_strings(zalo: tuple[FakeZalo, ZaloGraph]) -> None:
    fake, graph = zalo
    token = fake.add_user("1001")
    with frozen(AT):
        code = fake.share_location("16.4637", "107.5909")
        assert await graph.exchange_location(token, code) == ZaloPlace(lat=16.4637, lon=107.5909, at=AT)


async def test_a_code_lives_two_minutes_and_once(zalo: tuple[FakeZalo, ZaloGraph]) -> None:
    fake, graph = zalo
    token = fake.add_user("1001")
    with frozen(AT):
        late, in_time = fake.share_phone("84912345678"), fake.share_phone("84912345678")
    with frozen(AT + timedelta(minutes=2)):
        await graph.exchange_phone(token, in_time)
        with pytest.raises(ZaloCodeUsed):
            await graph.exchange_phone(token, in_time)
    with frozen(AT + timedelta(minutes=2, seconds=1)), pytest.raises(ZaloCodeInvalid):
        await graph.exchange_phone(token, late)


async def test_codes_of_the_wrong_kind_are_asked_for_again(zalo: tuple[FakeZalo, ZaloGraph]) -> None:
    fake, graph = zalo
    token = fake.add_user("1001")
    with pytest.raises(ZaloCodeInvalid):
        await graph.exchange_phone(token, fake.share_location("16.4", "107.5"))
    with pytest.raises(ZaloCodeInvalid):
        await graph.exchange_location(token, fake.share_phone("84912345678"))
    with pytest.raises(ZaloCodeInvalid):
        await graph.exchange_location(token, fake.share_location("north", "107.5"))
    with pytest.raises(ZaloCodeInvalid):
        await graph.exchange_phone(token, "")


@pytest.mark.parametrize(("secret", "app"), [("", ""), ("wrong", ""), (None, "999")])
async def test_our_own_mistakes_are_ours(
    zalo: tuple[FakeZalo, ZaloGraph], secret: str | None, app: str
) -> None:
    fake, graph = zalo
    if secret is not None:
        graph.secret = secret
    with pytest.raises(ZaloMisconfigured):
        await graph.exchange_phone(fake.add_user("1001"), fake.share_phone("84912345678", app=app))


@pytest.mark.parametrize(
    ("identity", "kept"), [("1001", "1001"), (1001, "1001"), (3368637342326461234, "3368637342326461234")]
)
async def test_an_id_may_be_a_text_or_a_number(
    zalo: tuple[FakeZalo, ZaloGraph], identity: object, kept: str
) -> None:
    fake, graph = zalo
    token = fake.add_user("1001")
    fake.users["1001"]["id"] = identity
    assert (await graph.find_user(token)).id == kept


@pytest.mark.parametrize("identity", ["", None, True, 1.5, {"a": 1}])
async def test_no_id_is_no_sign_in(zalo: tuple[FakeZalo, ZaloGraph], identity: object) -> None:
    fake, graph = zalo
    token = fake.add_user("1001")
    fake.users["1001"]["id"] = identity
    with pytest.raises(ZaloMisconfigured):
        await graph.find_user(token)


async def test_pages_that_are_no_json_mean_zalo_is_not_itself(stage: tuple[Stage, str]) -> None:
    async def page(scope: object, receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 502, "headers": []})  # type: ignore[operator]  # ASGI
        await send({"type": "http.response.body", "body": b"<html>Bad gateway"})  # type: ignore[operator]  # ASGI

    stage[0].fake = page
    graph = ZaloGraph(settings_of(stage[1], "s"))
    with pytest.raises(ZaloUnavailable):
        await graph.find_user("tok-1001")
    await graph.close()


def test_every_documented_number_has_a_meaning() -> None:
    documented = {
        -501, -242, -216, 100, 110, 111, 112, 114, 115, 116, 117, 118, 119, 210, 452, 2500,
        10000, 10001, 10002, 10003, 11004, 12000, 12002, 12003, 12004, 12010,
    }  # fmt: skip
    assert set(MEANINGS) == documented
    assert all(issubclass(kind, Problem) for kind in MEANINGS.values())
