"""The relay against arq as it comes: jobs a second of a backlog, and how soon a job begins on an idle worker.

Both run here, one after the other, over the same queue server: ours from a committed outbox row to a committed
effect, arq from `enqueue_job` to a function that returns. One JSON line.
"""

import asyncio
import contextlib
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import msgspec
from arq import Worker
from arq.connections import create_pool
from arq.worker import func

from api.kit import outbox
from api.kit.db import open_pool
from api.kit.embedded import Valkey
from api.kit.log import set_up_logging
from api.kit.settings import Settings
from tests.given.cluster import test_server
from workers.main import queue_settings, work
from workers.work import Wiring, Work, together

JOBS, PEER_JOBS, SINGLES = 10_000, 1_000, 60
COUNT_DONE = "select count(*) from outbox_event where done_at is not null and kind = 'bench_told'"
ADD = "insert into bench_effect (n) values ($1)"
starts: dict[int, float] = {}


class Told(outbox.Event, frozen=True, kw_only=True, tag="bench_told"):
    """Something happened; nobody minds what."""

    n: int


@together
async def note(work: Work, event: Told) -> None:
    """Our job: its start, and one row as effect."""
    starts[event.n] = time.perf_counter()
    await work.tx.execute(ADD, event.n)


WIRING: Wiring = {Told: [note]}


async def until(count: Callable[[], Awaitable[int]], wanted: int) -> None:
    """Wait for so many."""
    for _ in range(3000):
        if await count() >= wanted:
            return
        await asyncio.sleep(0.02)
    message = "the backlog was not worked off in a minute"
    raise RuntimeError(message)


def milliseconds(begun: dict[int, float], told: dict[int, float]) -> tuple[float, float]:
    """Half and 95 % of the latencies."""
    found = [1000 * (begun[n] - at) for n, at in told.items()]
    return round(median(found), 2), round(quantiles(found, n=20)[-1], 2)


async def ours(url: str, queue_url: str) -> dict[str, Any]:
    """The worker as it is shipped, with one more event wired."""
    settings = Settings(
        database_url=url, queue_url=queue_url, secret_key="x" * 32, demo=True, log_level="error"
    )
    pool = await open_pool(url, size=4)
    await pool.execute("create table bench_effect (n integer)")
    for first in range(0, JOBS, 100):
        async with pool.acquire() as connection, connection.transaction():
            await outbox.emit_all(connection, [(Told(n=n), False) for n in range(first, first + 100)])

    async def done() -> int:
        return int(await pool.fetchval(COUNT_DONE))

    stop, begun = asyncio.Event(), time.perf_counter()
    worker = asyncio.create_task(work(settings, stop, WIRING))
    await until(done, JOBS)
    seconds = time.perf_counter() - begun
    told: dict[int, float] = {}
    for n in range(JOBS, JOBS + SINGLES):
        await asyncio.sleep(0.05)
        async with pool.acquire() as connection, connection.transaction():
            await outbox.emit(connection, Told(n=n))
        told[n] = time.perf_counter()
    await until(done, JOBS + SINGLES)
    (row,) = await pool.fetch("select count(*), count(distinct n) from bench_effect")
    effects, distinct = row
    stop.set()
    await worker
    await pool.close()
    if (effects, distinct) != (JOBS + SINGLES, JOBS + SINGLES):
        message = f"{effects} effects of {JOBS + SINGLES} jobs"
        raise RuntimeError(message)
    p50, p95 = milliseconds(starts, told)
    return {"rate": JOBS / seconds, "p50": p50, "p95": p95}


async def peer(queue_url: str) -> dict[str, Any]:
    """Arq with every default."""
    redis = await create_pool(queue_settings(queue_url))
    begun_at: dict[int, float] = {}

    async def nothing(_: dict[str, Any], n: int) -> None:
        begun_at[n] = time.perf_counter()

    for n in range(PEER_JOBS):
        await redis.enqueue_job("nothing", n)
    worker = Worker([func(nothing, name="nothing")], redis_pool=redis, handle_signals=False)  # type: ignore[arg-type]  # as in workers/main.py
    begun = time.perf_counter()
    running = asyncio.create_task(worker.async_run())

    async def done() -> int:
        return len(begun_at)

    await until(done, PEER_JOBS)
    seconds = time.perf_counter() - begun
    told: dict[int, float] = {}
    for n in range(PEER_JOBS, PEER_JOBS + SINGLES // 2):
        await asyncio.sleep(0.05)
        told[n] = time.perf_counter()
        await redis.enqueue_job("nothing", n)
    await until(done, PEER_JOBS + SINGLES // 2)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    with contextlib.suppress(asyncio.CancelledError):
        await worker.close()
    p50, p95 = milliseconds(begun_at, told)
    return {"rate": PEER_JOBS / seconds, "p50": p50, "p95": p95}


async def measured(url: str, folder: Path) -> dict[str, Any]:
    """Both, and what they are to each other."""
    queue = Valkey(folder)
    queue.start()
    try:
        theirs, own = await peer(queue.url), await ours(url, queue.url)
    finally:
        queue.stop()
    return {
        "bench": "relay",
        "value": round(own["rate"]),
        "unit": "jobs/s",
        "peer": round(theirs["rate"]),
        "ratio": round(own["rate"] / theirs["rate"], 1),
        "start_p50_ms": own["p50"],
        "start_p95_ms": own["p95"],
        "peer_start_p50_ms": theirs["p50"],
        "jobs": JOBS,
    }


def main(tell: Callable[[str], Any]) -> None:
    """One JSON line."""
    set_up_logging("error")
    with test_server() as server, tempfile.TemporaryDirectory() as folder:
        line = asyncio.run(measured(server.url(asyncio.run(server.clone())), Path(folder)))
    tell(msgspec.json.encode(line).decode())


if __name__ == "__main__":
    main(lambda line: sys.stdout.write(line + "\n"))
