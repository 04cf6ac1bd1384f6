"""The Zalo client against a local Zalo: proofs, phone and location tokens, odd answers."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from api.kit.errors import Problem
from api.kit.settings import Settings
from api.kit.zalo import ZaloGraph, ZaloPlace, error_number
from api.kit.zalo_problems import (
    COMMON,
    EXCHANGE_MEANINGS,
    MEANINGS,
    ZaloAnswerLost,
    ZaloCodeInvalid,
    ZaloCodeUsed,
    ZaloMisconfigured,
    ZaloTokenInvalid,
    ZaloUnavailable,
)
from tests.given.time import frozen
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import Stage

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


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
        await graph.exchange_location(token, fake.share_location("nan", "107.5"))
    with pytest.raises(ZaloCodeInvalid):
        await graph.exchange_location(token, fake.share_location("16.4", "181"))
    with pytest.raises(ZaloCodeInvalid):
        await graph.exchange_phone(token, "")
    with pytest.raises(ZaloCodeInvalid):
        await graph.exchange_phone(token, "mã\r\n")


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
    with pytest.raises(ZaloAnswerLost):
        await graph.exchange_phone("tok-1001", "code-1")
    await graph.close()


async def test_an_exchange_that_times_out_is_asked_once_and_said_to_be_lost(
    zalo: tuple[FakeZalo, ZaloGraph], monkeypatch: pytest.MonkeyPatch
) -> None:
    fake, graph = zalo
    monkeypatch.setattr("api.kit.zalo.TIMEOUT", 0.25)  # long enough for a busy machine to get through to it
    token, code = fake.add_user("1001"), fake.share_phone("84912345678")
    fake.slow_by = 0.4
    with pytest.raises(ZaloAnswerLost):
        await graph.exchange_phone(token, code)
    await asyncio.sleep(0.2)
    assert fake.calls == ["/v2.0/me/info?"]
    fake.slow_by = 0.0
    with pytest.raises(ZaloCodeUsed):
        await graph.exchange_phone(token, code)


async def test_everything_goes_through_the_proxy_of_the_settings(zalo: tuple[FakeZalo, ZaloGraph]) -> None:
    """A proxy of one request: it is asked for the whole address, as HTTP proxies are."""
    fake, _ = zalo
    asked: list[bytes] = []
    body = b'{"id":"1001","error":0}'

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[0])
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body))
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(proxy, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        there = settings_of("http://graph.zalo.example", "s")
        graph = ZaloGraph(msgspec.structs.replace(there, zalo_proxy_url=f"http://127.0.0.1:{port}"))
        assert (await graph.find_user("tok-1001")).id == "1001"
        await graph.close()
    assert asked == [b"GET http://graph.zalo.example/v2.0/me?fields=id HTTP/1.1"]
    assert fake.calls == []


def test_every_documented_number_has_a_meaning() -> None:
    documented = {
        -501, -242, -216, 100, 110, 111, 112, 114, 115, 116, 117, 118, 119, 210, 452, 2500,
        10000, 10001, 10002, 10003, 11004, 12000, 12002, 12003, 12004, 12010,
    }  # fmt: skip
    assert set(COMMON) == documented
    assert set(MEANINGS) == set(EXCHANGE_MEANINGS) == documented | {None}
    assert all(issubclass(kind, Problem) for kind in MEANINGS.values())
    assert (MEANINGS[None], EXCHANGE_MEANINGS[None]) == (ZaloTokenInvalid, ZaloUnavailable)


@pytest.mark.parametrize(
    ("answer", "number"),
    [({}, 0), ({"error": 0}, 0), ({"error": "452"}, 452), ({"err": -104}, -104), ({"error": True}, None),
     ({"error": 1.5}, None), ({"error": None}, None), ({"error": "no"}, None)],
)  # fmt: skip
def test_a_number_may_be_a_text_or_missing(answer: dict[str, object], number: int | None) -> None:
    assert error_number(answer) == number
