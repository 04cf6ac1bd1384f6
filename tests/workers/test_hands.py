"""A worker's own hands: jobs together in one transaction, one that breaks alone, urgent ones first."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from api.kit import outbox
from api.kit.db import Pool, PoolDatabase
from api.kit.files import Files
from api.kit.settings import Settings
from workers.hands import PLACES, TOGETHER, Hands
from workers.relay import Relay, Waiting
from workers.work import Jobs, Wiring, Work, together

MAKE_EFFECTS = "create table effect (n integer, tx xid8 default pg_current_xact_id())"
ADD_EFFECT = "insert into effect (n) values ($1)"
DUE_NOW = "update outbox_event set send_at = now() where done_at is null"
GATE = asyncio.Event()


class Row(outbox.Event, frozen=True, kw_only=True, tag="row_written"):
    n: int


class Slow(outbox.Event, frozen=True, kw_only=True, tag="slow_begun"):
    n: int


@together
async def write_row(work: Work, event: Row) -> None:
    await work.tx.execute(ADD_EFFECT, event.n)
    if event.n < 0:
        message = "breaks"
        raise RuntimeError(message)


async def wait_at_the_gate(work: Work, event: Slow) -> None:
    await GATE.wait()
    await work.tx.execute(ADD_EFFECT, event.n)


WIRING: Wiring = {Row: [write_row], Slow: [wait_at_the_gate]}


@pytest.fixture
async def jobs(database: Pool, files: Files, settings: Settings) -> AsyncIterator[Jobs]:
    await database.execute(MAKE_EFFECTS)
    GATE.clear()
    async with httpx.AsyncClient() as http:
        yield Jobs(WIRING, PoolDatabase(database), files, settings, http)


async def emit(database: Pool, events: list[outbox.Event], *, urgent: bool = False) -> None:
    async with database.acquire() as connection, connection.transaction():
        await outbox.emit_all(connection, [(event, urgent) for event in events])


def relay_of(database: Pool, jobs: Jobs, queue: list[tuple[int, str]]) -> Relay:
    async def enqueue(row: Waiting, name: str) -> None:
        queue.append((row.id, name))

    return Relay(PoolDatabase(database), jobs, enqueue, hands=Hands(jobs))


async def done(relay: Relay) -> None:
    assert relay.hands is not None
    await relay.hands.finish()


async def numbers(database: Pool) -> list[int]:
    return [row["n"] for row in await database.fetch("select n from effect order by n")]


async def test_jobs_that_only_write_rows_share_a_transaction(database: Pool, jobs: Jobs) -> None:
    queue: list[tuple[int, str]] = []
    await emit(database, [Row(n=n) for n in range(60)])
    relay = relay_of(database, jobs, queue)
    assert await relay.send_waiting() == 60
    await done(relay)
    assert await numbers(database) == list(range(60))
    assert await database.fetchval("select count(distinct tx) from effect") == 3
    assert await database.fetchval("select count(*) from outbox_event where done_at is null") == 0
    assert queue == []


async def test_one_that_breaks_harms_none_of_the_others(database: Pool, jobs: Jobs) -> None:
    await emit(database, [Row(n=n) for n in (1, 2, -3, 4)])
    relay = relay_of(database, jobs, [])
    await relay.send_waiting()
    await done(relay)
    assert await numbers(database) == [1, 2, 4]
    assert await database.fetchval("select count(*) from outbox_event where done_at is null") == 1
    await database.execute(DUE_NOW)
    assert await relay.send_waiting() == 1, "it is tried again"
    await done(relay)


async def test_the_same_rows_in_two_hands_have_one_effect(database: Pool, jobs: Jobs) -> None:
    await emit(database, [Row(n=n) for n in range(TOGETHER)])
    pairs = [
        (row["id"], jobs.names("row_written")[0])
        for row in await database.fetch("select id from outbox_event")
    ]
    counts = await asyncio.gather(*(jobs.run_together(pairs) for _ in range(4)))
    assert sorted(counts) == [0, 0, 0, TOGETHER]
    assert await numbers(database) == list(range(TOGETHER))


async def test_full_hands_leave_the_burst_in_the_table_and_take_the_urgent(
    database: Pool, jobs: Jobs
) -> None:
    queue: list[tuple[int, str]] = []
    relay = relay_of(database, jobs, queue)
    await emit(database, [Slow(n=n) for n in range(PLACES)])
    assert await relay.send_waiting() == PLACES
    await emit(database, [Row(n=n) for n in range(100, 150)])
    assert await relay.send_waiting() == 0, "no room: it waits where any worker finds it"
    await emit(database, [Row(n=-99)], urgent=True)
    await emit(database, [Row(n=99)], urgent=True)
    assert await relay.send_waiting() == 2
    assert relay.hands is not None
    await asyncio.gather(*relay.hands.busy[True])
    assert await numbers(database) == [99]
    GATE.set()
    await done(relay)
    assert await relay.send_waiting() == 50
    await done(relay)
    assert queue == []
    assert len(await numbers(database)) == PLACES + 51


async def test_slow_jobs_beyond_the_hands_go_to_the_queue(database: Pool, jobs: Jobs) -> None:
    queue: list[tuple[int, str]] = []
    relay = relay_of(database, jobs, queue)
    await emit(database, [Slow(n=n) for n in range(PLACES + 3)])
    await relay.send_waiting()
    assert len(queue) == 3
    GATE.set()
    await done(relay)
    assert len(await numbers(database)) == PLACES
