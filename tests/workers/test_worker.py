"""The worker over a real queue: fast, in order of urgency, and unharmed by the queue's death."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from api.kit import outbox
from api.kit.db import Pool
from api.kit.embedded import Valkey
from api.kit.settings import Settings
from workers.main import encode, queue_settings, work
from workers.work import Wiring, Work

MAKE_EFFECTS = "create table effect (n integer, at timestamptz default clock_timestamp())"
ADD_EFFECT = "insert into effect (n) values ($1)"
COUNT = "select count(*), count(distinct n) from effect"
DUE_NOW = "update outbox_event set send_at = now() where done_at is null"


class Counted(outbox.Event, frozen=True, kw_only=True, tag="counted"):
    n: int


async def count_it(work: Work, event: Counted) -> None:
    await work.tx.execute(ADD_EFFECT, event.n)


WIRING: Wiring = {Counted: [count_it]}


@pytest.fixture
async def queue(tmp_path: Path) -> AsyncIterator[Valkey]:
    queue = Valkey(tmp_path / "queue")
    queue.start()
    yield queue
    queue.stop()


@pytest.fixture
async def worker_settings(settings: Settings, database: Pool, queue: Valkey) -> Settings:
    name = await database.fetchval("select current_database()")
    url = settings.database_url.replace(settings.database_url.partition("?")[0].rpartition("/")[2], name, 1)
    await database.execute(MAKE_EFFECTS)
    return msgspec.structs.replace(settings, database_url=url, queue_url=queue.url)


@pytest.fixture
async def worker(worker_settings: Settings) -> AsyncIterator[None]:
    stop = asyncio.Event()
    running = asyncio.create_task(work(worker_settings, stop, WIRING))
    yield
    stop.set()
    await asyncio.wait_for(running, 20)


async def emit(database: Pool, numbers: range) -> None:
    async with database.acquire() as connection, connection.transaction():
        for n in numbers:
            await outbox.emit(connection, Counted(n=n))


async def until_done(database: Pool, count: int) -> tuple[int, int]:
    """Wait until so many effects are there; returns all and distinct ones."""
    for _ in range(400):
        all_of_them, distinct = (await database.fetch(COUNT))[0]
        if distinct >= count:
            break
        await asyncio.sleep(0.05)
    return all_of_them, distinct


async def test_events_are_worked_exactly_once_though_the_queue_dies_and_forgets(
    database: Pool, queue: Valkey, worker: None
) -> None:
    await emit(database, range(50))
    assert await until_done(database, 50) == (50, 50)
    assert queue.child is not None
    assert queue.child.process is not None
    queue.child.process.kill()
    queue.child.process.wait(10)
    shutil.rmtree(queue.data)
    await emit(database, range(50, 100))
    await asyncio.sleep(0.5)
    queue.start()
    for _ in range(10):
        await asyncio.sleep(0.5)
        await database.execute(DUE_NOW)
        if (await until_done(database, 0))[1] == 100:
            break
    assert await until_done(database, 100) == (100, 100)
    assert await database.fetchval("select count(*) from outbox_event where done_at is null") == 0
    assert await database.fetchval("select max(beat_at) > now() - interval '1 minute' from worker_beat")


def test_queue_messages_are_json() -> None:
    assert encode({"a": 1, "e": ValueError("0912345678")}) == b'{"a":1,"e":"ValueError"}'


def test_addresses_of_queues() -> None:
    assert queue_settings("unix:///run/q.sock").unix_socket_path == "/run/q.sock"
    settings = queue_settings("redis://queue:6380/2")
    assert (settings.host, settings.port, settings.database) == ("queue", 6380, 2)
