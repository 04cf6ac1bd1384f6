"""An original is stored before a row says that it is there: no transaction waits, and what breaks off is swept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection, OneConnection
from api.kit.files import Files
from api.kit.settings import Settings
from api.photos import actions, rules, store
from tests.given import photos
from tests.given.reports import demo_province, reported
from tests.given.time import frozen
from tests.given.work import run_outbox

SMALL = photos.jpeg(160, 120)


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


async def upload(client: httpx.AsyncClient, receipt: Any) -> httpx.Response:
    headers = {"X-Tracking-Key": receipt.tracking_key}
    return await client.put(f"/v1/reports/{receipt.id}/photos/0", content=SMALL, headers=headers)


def originals(settings: Settings) -> set[str]:
    """The photos whose original is stored."""
    return {path.parent.name for path in Path(settings.data_dir).rglob("original-*")}


async def ids(tx: Connection, table: str) -> set[str]:
    return {str(row["id"]) for row in await tx.fetch(f"select id from {table}")}  # noqa: S608  two tables of ours


async def test_what_breaks_off_between_file_and_row_is_sent_again_once_and_swept_later(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = await reported(tx, settings, photo_count=1)

    async def broken(*_: object, **__: object) -> None:
        raise ConnectionResetError

    with monkeypatch.context() as patch:
        patch.setattr(store, "put_photo", broken)
        assert (await upload(client, report)).status_code == 503
    orphan = originals(settings)
    assert len(orphan) == 1
    assert (await ids(tx, "photo"), await ids(tx, "photo_upload")) == (set(), orphan)
    assert [(await upload(client, report)).status_code for _ in range(2)] == [201, 200]
    kept = await ids(tx, "photo")
    assert originals(settings) == orphan | kept
    assert await ids(tx, "photo_upload") == orphan
    for days, left in ((1, orphan | kept), (3, kept)):
        with frozen(now() + timedelta(days=days)):
            await actions.sweep_uploads(tx)
        await run_outbox(tx, files, settings)
        assert originals(settings) == left
    assert await ids(tx, "photo_upload") == set()
    assert await tx.fetchval("select state from photo") == "ready"


async def test_a_file_store_that_is_away_keeps_no_photo_and_one_that_is_back_does(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = await reported(tx, settings, photo_count=1)

    async def away(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(Files, "put", away)
        assert (await upload(client, report)).status_code == 500
    assert (await ids(tx, "photo"), originals(settings)) == (set(), set())
    assert (await upload(client, report)).status_code == 201
    assert await ids(tx, "photo") == originals(settings)


async def test_no_transaction_is_open_while_the_file_store_is_spoken_to(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole, in pieces, and by Zalo's uploader."""
    report = await reported(tx, settings, photo_count=3)
    depth, seen, lend, put = 0, [], OneConnection.write, Files.put

    @asynccontextmanager
    async def write(self: OneConnection) -> AsyncIterator[Connection]:
        nonlocal depth
        depth += 1
        async with lend(self) as connection:
            yield connection
        depth -= 1

    async def watched(self: Files, *args: Any) -> None:
        seen.append(depth)
        await put(self, *args)

    monkeypatch.setattr(OneConnection, "write", write)
    monkeypatch.setattr(Files, "put", watched)
    assert (await upload(client, report)).status_code == 201
    key, whole = {"X-Tracking-Key": report.tracking_key}, photos.png(60, 40)
    digest = rules.digest_of(whole)
    query = {"digest": digest, "offset": "0", "length": str(len(whole))}
    path = f"/v1/reports/{report.id}/photos"
    sent = await client.patch(f"{path}/1/pieces", params=query, content=whole, headers=key)
    assert sent.json() == {"offset": len(whole), "whole": True}
    address = (await client.post(f"{path}/native-address", headers=key)).json()["url"]
    native = await client.post(address, files={"file": ("1.webp", photos.webp(60, 40), "image/webp")})
    assert native.json()["error"] == 0
    assert seen == [0, 0, 0]
