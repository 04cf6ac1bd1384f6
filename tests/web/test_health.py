"""Alive, ready, measured: three questions, three answers."""

from typing import Any, cast

import httpx
import msgspec
import pytest

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.web import application, http_client, lend

BEAT = "insert into worker_beat (worker, beat_at) values ('w', now() - $1 * interval '1 second')"
LATE_EVENT = (
    "insert into outbox_event (kind, payload, emitted_at) values ('x', '', now() - interval '6 minutes')"
)


async def test_alive_needs_nothing(client: httpx.AsyncClient) -> None:
    answer = await client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "demo": True})


@pytest.mark.parametrize(("seconds", "worker"), [(5, True), (60, False)])
async def test_ready_says_whether_a_worker_lives(
    client: httpx.AsyncClient,
    tx: Connection,
    seconds: int,
    worker: bool,  # noqa: FBT001
) -> None:
    await tx.execute(BEAT, seconds)
    assert (await client.get("/readyz")).json() == {"database": True, "worker": worker, "late_events": 0}


async def test_ready_without_any_worker_counts_what_is_late(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    await tx.execute(LATE_EVENT)
    assert (await client.get("/readyz")).json() == {"database": True, "worker": False, "late_events": 1}


async def test_not_ready_without_a_database(settings: Settings, files: Files) -> None:
    app = lend(application(), settings, cast("Any", None), files)
    async with http_client(app) as client:
        answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/busy")


@pytest.mark.parametrize(
    ("token", "address", "headers", "status"),
    [
        ("", "127.0.0.1", {}, 200),
        ("", "10.1.2.3", {}, 404),
        ("", "127.0.0.1", {"X-Forwarded-For": "10.1.2.3"}, 404),
        ("m" * 20, "127.0.0.1", {}, 404),
        ("m" * 20, "10.1.2.3", {"X-Metrics-Token": "m" * 20}, 200),
        ("m" * 20, "10.1.2.3", {"X-Metrics-Token": "x"}, 404),
    ],
)
async def test_metrics_are_not_public(  # noqa: PLR0917
    settings: Settings, files: Files, token: str, address: str, headers: dict[str, str], status: int
) -> None:
    app = lend(
        application(), msgspec.structs.replace(settings, metrics_token=token), cast("Any", None), files
    )
    async with http_client(app, address) as client:
        answer = await client.get("/metrics", headers=headers)
    assert answer.status_code == status
    assert ("http_requests_total" in answer.text) == (status == 200)


async def test_the_page_of_the_api_runs_nothing_of_others(client: httpx.AsyncClient) -> None:
    answer = await client.get("/docs")
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
