"""Known or unknown number: the same answer, and the same statements on the way to it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import httpx
import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.identity import signed_in

KNOWN, UNKNOWN = "0912345678", "0356789012"
Heard = tuple[int, list[str], list[str]]


@pytest.fixture
def heard(tx: Connection) -> Callable[[Awaitable[httpx.Response]], Awaitable[Heard]]:
    """Status, keys and headers of an answer, and every statement the database was asked meanwhile."""

    async def listen(asked: Awaitable[httpx.Response]) -> Heard:
        said: list[str] = []

        def note(record: Any) -> None:
            # Savepoints stand for the request's transaction here, and are numbered.
            if "savepoint" not in record.query.lower():
                said.append(record.query)

        with tx.query_logger(note):
            answer = await asked
            await asyncio.sleep(0)  # the listener is told in the loop's next round
        return answer.status_code, sorted(answer.json()) + sorted(answer.headers), said

    return listen


async def test_asking_for_a_code_takes_the_same_way(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, heard: Any
) -> None:
    await signed_in(tx, settings, KNOWN)
    known = await heard(client.post("/v1/auth/otp", json={"phone": KNOWN}))
    unknown = await heard(client.post("/v1/auth/otp", json={"phone": UNKNOWN}))
    assert known == unknown
    assert known[0] == 202
    assert len(known[2]) > 2
    assert not any("person" in statement for statement in known[2])


async def test_a_wrong_code_takes_the_same_way(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, heard: Any
) -> None:
    await signed_in(tx, settings, KNOWN)
    ways = []
    for phone in (KNOWN, UNKNOWN, None):
        challenge, code = str(uuid4()), "000000"
        if phone is not None:
            asked = (await client.post("/v1/auth/otp", json={"phone": phone})).json()
            challenge, code = asked["challenge_id"], f"{(int(asked['demo_code']) + 1) % 1_000_000:06}"
        body = {"challenge_id": challenge, "code": code}
        ways.append(await heard(client.post("/v1/auth/otp/verify", json=body)))
    assert ways[0] == ways[1] == ways[2]
    assert ways[0][0] == 422
    assert any("sign_in_code" in statement for statement in ways[0][2])
