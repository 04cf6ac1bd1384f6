"""Counting callers, and knowing who they are behind a proxy."""

from collections.abc import AsyncIterator

import httpx
import pytest
from litestar import Litestar, get
from litestar.datastructures import State

from api.kit.settings import Settings
from api.web.auth import public
from api.web.limits import SparingStorage, limited, new_limiter
from api.web.problems import render
from tests.given.web import http_client


@get("/few", guards=[public, limited(3)])
async def few() -> str:
    return "ok"


@get("/other", guards=[public, limited(3)])
async def other() -> str:
    return "ok"


def client_of(trusted_proxies: int, address: str = "10.0.0.1") -> httpx.AsyncClient:
    settings = Settings(database_url="x", secret_key="s" * 32, trusted_proxies=trusted_proxies)
    app = Litestar(
        [few, other], exception_handlers={Exception: render}, openapi_config=None, logging_config=None,
        state=State({"settings": settings, "limiter": new_limiter()}),
    )  # fmt: skip
    return http_client(app, address)


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(0) as client:
        yield client


async def test_the_fourth_call_of_a_minute_is_told_to_wait(client: httpx.AsyncClient) -> None:
    statuses = [(await client.get("/few")).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    answer = await client.get("/few")
    assert answer.headers["retry-after"] == "60"
    assert answer.json()["type"] == "/problems/too-many-requests"
    assert (await client.get("/other")).status_code == 200


async def test_a_proxy_that_adds_a_line_of_its_own_is_believed_and_the_sender_is_not() -> None:
    async with client_of(1) as client:
        statuses = [
            (
                await client.get(
                    "/few", headers=[("X-Forwarded-For", f"9.9.9.{n}"), ("X-Forwarded-For", "1.1.1.1")]
                )
            ).status_code
            for n in range(4)
        ]
    assert statuses == [200, 200, 200, 429]


async def test_a_forwarded_address_counts_only_behind_trusted_proxies() -> None:
    async with client_of(0) as client:
        statuses = [
            (await client.get("/few", headers={"X-Forwarded-For": f"1.1.1.{n}"})).status_code
            for n in range(4)
        ]
    assert statuses == [200, 200, 200, 429]
    async with client_of(1) as client:
        forged = [
            (await client.get("/few", headers={"X-Forwarded-For": f"9.9.9.{n}, 1.1.1.1"})).status_code
            for n in range(4)
        ]
        another = await client.get("/few", headers={"X-Forwarded-For": "1.1.1.2"})
    assert forged == [200, 200, 200, 429]
    assert another.status_code == 200


async def test_behind_a_proxy_that_sent_no_address_the_proxy_counts() -> None:
    async with client_of(2) as client:
        statuses = [
            (await client.get("/few", headers={"X-Forwarded-For": "1.1.1.1"})).status_code for _ in range(4)
        ]
    assert statuses[-1] == 429


async def test_counters_that_expired_are_looked_for_now_and_then_not_at_each_call() -> None:
    storage = SparingStorage()
    await storage.incr("first", 0)
    look = storage.timer
    assert look is not None
    await look
    for number in range(50):
        await storage.incr(str(number), 0)
    assert storage.timer is look, "no further look within the pause"
    assert await storage.get("7") == 0, "and what has expired counts as none all the same"
    storage.rest_until = 0.0
    await storage.incr("last", 60)
    assert storage.timer is not look
    await storage.timer
    assert set(storage.expirations) == {"last"}
