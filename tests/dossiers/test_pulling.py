"""Systems that only answer: asked over a real socket, cursor kept, left alone when they are ill."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.dossiers.actions import pulling
from api.dossiers.gateway import BYTES
from api.dossiers.rules.pulling import PAGE
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.patience import (
    FIRST_WAIT,
    LONGEST_ASKED,
    LONGEST_WAIT,
    OPEN_FOR,
    TRIPS_AFTER,
    Health,
    after_failure,
)
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.dossiers import given_code, told
from tests.given.identity import demo_people
from tests.given.source import FakeSource, fake_source
from tests.given.time import frozen
from tests.given.work import OneConnection
from workers.integration import pull_due

SYSTEM = "chi-tra-loi"
SOURCES = "/v1/admin/integration-sources"
AT = datetime(2026, 11, 18, 2, tzinfo=UTC)


@pytest.fixture
def fake() -> Iterator[FakeSource]:
    with fake_source() as fake:
        yield fake


class Puller:
    """Connects the fake, asks it, and reads how it fares."""

    def __init__(
        self, client: httpx.AsyncClient, tx: Connection, settings: Settings, fake: FakeSource
    ) -> None:
        self.client, self.tx, self.settings, self.fake = client, tx, settings, fake
        self.admin: dict[str, str] = {}

    async def connect(self, **changes: Any) -> None:
        body = {"url": self.fake.url} | changes
        answer = await self.client.put(f"{SOURCES}/{SYSTEM}", json=body, headers=self.admin)
        assert answer.status_code == 200, answer.text
        assert answer.headers["cache-control"] == "no-store"
        self.fake.secret = answer.json()["secret"]

    async def ask(self, *, later: timedelta = timedelta(0)) -> int:
        async with httpx.AsyncClient() as http:
            if later:
                await self.tx.execute(
                    "update integration_pull set next_at = next_at - $1::interval,"
                    " open_until = open_until - $1::interval",
                    later,
                )
            return await pull_due(OneConnection(self.tx), http, self.settings)

    async def fares(self) -> dict[str, Any]:
        answer = await self.client.get(SOURCES, headers=self.admin)
        found: dict[str, Any] = answer.json()["items"][0]
        return found

    async def kept(self) -> int:
        count: int = await self.tx.fetchval("select count(*) from dossier where system = $1", SYSTEM)
        return count


@pytest.fixture
async def puller(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    fake: FakeSource,
    as_role: Callable[[Role], dict[str, str]],
) -> Puller:
    await demo_people(tx)
    puller = Puller(client, tx, settings, fake)
    puller.admin = as_role(Role.ADMIN)
    return puller


def items(count: int) -> list[dict[str, Any]]:
    return [{"code": given_code(), **told("2", 1)} for _ in range(count)]


async def test_pages_are_asked_until_there_is_no_more_and_the_cursor_stays(
    puller: Puller, fake: FakeSource
) -> None:
    fake.items = items(PAGE + 20)
    await puller.connect()
    assert await puller.ask() == 1
    assert fake.asked == [
        {"tinh": "46", "limit": str(PAGE)},
        {"tinh": "46", "limit": str(PAGE), "after": str(PAGE)},
    ]
    assert await puller.kept() == PAGE + 20
    fares = await puller.fares()
    assert (fares["cursor"], fares["taken"], fares["circuit"]) == (str(PAGE + 20), PAGE + 20, "closed")
    # Not its time yet.
    assert await puller.ask() == 0
    fake.items += items(1)
    assert await puller.ask(later=timedelta(minutes=2)) == 1
    assert fake.asked[-1]["after"] == str(PAGE + 20)
    assert await puller.kept() == PAGE + 21


async def test_items_that_cannot_be_taken_are_listed_and_stop_nothing(
    puller: Puller, fake: FakeSource
) -> None:
    good, bad = items(2), {"code": "BAD", **told("2", 1, filed_by="robot")}
    fake.items = [good[0], bad, 7, good[1]]
    await puller.connect()
    await puller.ask()
    assert await puller.kept() == 2
    fares = await puller.fares()
    assert (fares["cursor"], fares["taken"], fares["last_error"]) == ("4", 2, None)
    shown = (await puller.client.get(f"{SOURCES}/{SYSTEM}/refusals", headers=puller.admin)).json()["items"]
    assert [(one["code"], one["problem"]) for one in shown] == [(None, "invalid"), ("BAD", "invalid")]


async def test_no_text_of_a_refused_item_can_stop_the_cursor(puller: Puller, fake: FakeSource) -> None:
    """A NUL, which the database cannot keep, and a code as long as an answer may be."""
    (good,) = items(1)
    fake.items = [good | {"code": "A\0B", "event_id": "e\0f"}, good | {"code": "X" * 100_000}, good]
    await puller.connect()
    await puller.ask()
    assert await puller.kept() == 1
    assert (await puller.fares())["cursor"] == "3"
    shown = (await puller.client.get(f"{SOURCES}/{SYSTEM}/refusals", headers=puller.admin)).json()["items"]
    assert [(one["code"], one["event_id"]) for one in shown] == [("X" * 300, good["event_id"]), ("AB", "ef")]


@pytest.mark.parametrize(
    ("ill", "error"),
    [
        ((500, {}, b""), "HTTP 500"),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "HTTP 302"),
        ((200, {}, b"<html>"), "not the JSON that was agreed"),
        ((200, {}, b'{"items": 7}'), "not the JSON that was agreed"),
        ((200, {"Content-Length": "50"}, b'{"items": []'), "RemoteProtocolError"),
        ((200, {}, b" " * (BYTES + 1)), f"more than {BYTES} bytes"),
    ],
)
async def test_an_answer_that_cannot_be_believed_moves_nothing(
    puller: Puller, fake: FakeSource, ill: tuple[int, dict[str, str], bytes], error: str
) -> None:
    fake.items = items(1)
    fake.ills.append(ill)
    await puller.connect()
    await puller.ask()
    fares = await puller.fares()
    assert (fares["last_error"], fares["failures"], fares["cursor"]) == (error, 1, None)
    assert await puller.kept() == 0
    assert await puller.ask() == 0
    await puller.ask(later=FIRST_WAIT)
    assert (await puller.kept(), (await puller.fares())["failures"]) == (1, 0)


async def test_what_the_database_cannot_keep_is_a_failure_that_is_seen(
    puller: Puller, fake: FakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(tx: Connection, *_: object, **__: object) -> None:
        await tx.execute("select 'x'::integer")

    monkeypatch.setattr(pulling, "tell_changes", broken)
    fake.items = items(1)
    await puller.connect()
    await puller.ask()
    fares = await puller.fares()
    assert (fares["last_error"], fares["failures"]) == ("InvalidTextRepresentationError", 1)
    assert fares["cursor"] is None


async def test_a_wrong_signature_is_a_failure_like_any_other(puller: Puller, fake: FakeSource) -> None:
    await puller.connect()
    fake.secret = "another"
    await puller.ask()
    assert (await puller.fares())["last_error"] == "HTTP 401"


async def test_the_circuit_opens_is_tried_with_one_item_and_closes(puller: Puller, fake: FakeSource) -> None:
    fake.items = items(3)
    fake.ills.extend([(503, {}, b"")] * (TRIPS_AFTER + 1))
    await puller.connect()
    for _ in range(TRIPS_AFTER):
        assert (await puller.fares())["circuit"] == "closed"
        assert await puller.ask(later=LONGEST_WAIT) == 1
    assert (await puller.fares())["circuit"] == "open"
    assert await puller.ask(later=OPEN_FOR - timedelta(seconds=9)) == 0
    assert await puller.ask(later=timedelta(seconds=10)) == 1
    assert fake.asked[-1]["limit"] == "1"
    assert (await puller.fares())["circuit"] == "open"
    assert await puller.ask(later=OPEN_FOR) == 1
    assert [asked["limit"] for asked in fake.asked[-2:]] == ["1", str(PAGE)]
    fares = await puller.fares()
    assert (fares["circuit"], fares["failures"], fares["last_error"], fares["taken"]) == (
        "closed",
        0,
        None,
        3,
    )


async def test_the_systems_own_wish_is_honoured(puller: Puller, fake: FakeSource) -> None:
    fake.ills.append((429, {"Retry-After": "3600"}, b""))
    await puller.connect()
    before = now()
    await puller.ask()
    assert datetime.fromisoformat((await puller.fares())["next_at"]) >= before + timedelta(hours=1)


async def test_more_without_a_new_cursor_does_not_go_round_for_ever(puller: Puller, fake: FakeSource) -> None:
    fake.ills.extend([(200, {}, b'{"items": [], "more": true}')] * 2)
    await puller.connect()
    await puller.ask()
    assert len(fake.asked) == 1


async def test_an_answer_that_comes_after_the_cursor_moved_changes_nothing(
    puller: Puller, fake: FakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.items = items(1)
    await puller.connect()
    taking = pulling.take_answer

    async def meanwhile(tx: Connection, *args: Any, **words: Any) -> bool:
        await tx.execute("update integration_pull set cursor = 'elsewhere'")
        return await taking(tx, *args, **words)

    monkeypatch.setattr(pulling, "take_answer", meanwhile)
    await puller.ask()
    assert (await puller.kept(), (await puller.fares())["cursor"]) == (0, "elsewhere")


async def test_a_source_is_switched_off_moved_and_taken_away(puller: Puller, fake: FakeSource) -> None:
    fake.items = items(1)
    await puller.connect(active=False)
    assert await puller.ask(later=timedelta(days=1)) == 0
    await puller.connect(every_seconds=5)
    await puller.ask()
    assert (await puller.fares())["cursor"] == "1"
    await puller.connect(url=f"{fake.url}&khac=1")
    assert (await puller.fares())["cursor"] is None
    for expected in (204, 404):
        gone = await puller.client.delete(f"{SOURCES}/{SYSTEM}", headers=puller.admin)
        assert gone.status_code == expected
    for wrong in ("ftp://x/", "https://user@x/", "https://x/#y", "javascript:1"):
        answer = await puller.client.put(f"{SOURCES}/{SYSTEM}", json={"url": wrong}, headers=puller.admin)
        assert answer.status_code == 422


async def test_refusals_are_forgotten_after_a_month(puller: Puller, fake: FakeSource) -> None:
    fake.items = [7]
    await puller.connect()
    await puller.ask()
    for days, left in ((29, 1), (31, 0)):
        with frozen(now() + timedelta(days=days)):
            await pulling.forget_refusals(puller.tx)
        assert await puller.tx.fetchval("select count(*) from integration_refusal") == left


@given(st.integers(0, 60), st.floats(0, 1), st.none() | st.integers(0, 10**9))
def test_patience_grows_within_bounds(failures: int, chance: float, asked: int | None) -> None:
    wish = None if asked is None else timedelta(seconds=asked)
    health, again = after_failure(Health(failures=failures), AT, chance=chance, asked=wish)
    assert health.failures == failures + 1
    assert (health.open_until is not None) is (failures + 1 >= TRIPS_AFTER)
    least = FIRST_WAIT / 2 if failures + 1 < TRIPS_AFTER else OPEN_FOR
    most = max(LONGEST_WAIT, OPEN_FOR, min(wish or timedelta(0), LONGEST_ASKED))
    assert AT + least <= again <= AT + most
    if wish is not None:
        assert again >= AT + min(wish, LONGEST_ASKED)
    later = after_failure(health, AT, chance=chance, asked=wish)[1]
    assert later >= again
