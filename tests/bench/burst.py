"""A burst of notices drained evenly, and how long a notice of danger waits meanwhile: one JSON line.

`python -m tests.bench burst` drains 200,000 (BURST=… for fewer) through one worker's post, over a real database
and a carrier that takes 20 ms a message. Every half second somebody is told of danger; the wait is from that
transaction's commit to the call of the carrier. The same is measured first with nothing else to do.
"""

import asyncio
import os
import sys
import time
from collections import Counter
from statistics import median, quantiles
from typing import Any
from uuid import UUID

import asyncpg
import msgspec

from api.kit.clock import now
from api.kit.db import Pool, PoolDatabase, open_pool
from api.kit.settings import Settings
from api.messages.actions import tell
from api.messages.contracts import Kind, Way
from tests.given.burst import SlowCarrier, given_burst
from tests.given.cluster import test_server
from tests.given.messages import notice
from tests.given.time import frozen
from tests.messages.conftest import DAY
from workers.carrying import Post
from workers.listening import listen

BURST = int(os.environ.get("BURST", "200000"))
RATE = int(os.environ.get("RATE", "400"))
"""Messages a second of the one worker (MESSAGE_RATE)."""
IDLE_URGENT = 40
EVERY_SECONDS = 0.5
LIST_PEOPLE = "select id, phone from person where phone like '+849%' order by id limit $1"
LEFT = """
select (select count(*) from message where planned_at is null)
     + (select count(*) from delivery where state in ('waiting', 'sending', 'unsure'))
"""
Told = dict[str, float]


async def warn(pool: Pool, number: int, person_id: UUID) -> float:
    """Tell one person of danger; the moment it was committed."""
    async with pool.acquire() as connection, connection.transaction():
        await tell(connection, notice(person_id, kind=Kind.ALERT, key=f"danger:{number}", urgent=True))
    return time.monotonic()


async def warn_some(pool: Pool, people: list[asyncpg.Record], *, until: asyncio.Event) -> Told:
    """One after another until it is enough; when each was told, by number."""
    told: Told = {}
    for number, row in enumerate(people):
        if until.is_set():
            break
        told[row["phone"]] = await warn(pool, number, row["id"])
        await asyncio.sleep(EVERY_SECONDS)
    return told


def waits(carrier: SlowCarrier, told: Told) -> list[float]:
    """Milliseconds from commit to carrier, sorted; a warning that never came stops the bench."""
    began = {phone: at for at, urgent, phone in carrier.taken if urgent}
    return sorted(1000 * (began[phone] - at) for phone, at in told.items())


def summed(found: list[float]) -> dict[str, float]:
    """Half, 99 % and the worst."""
    return {
        "p50": round(median(found), 1),
        "p99": round(quantiles(found, n=100, method="inclusive")[-1], 1),
        "max": round(found[-1], 1),
    }


async def drained(pool: Pool, enough: asyncio.Event, *, least: int) -> None:
    """Set `enough` when nothing is left to do and so many warnings could have been told."""
    begun = time.monotonic()
    while await pool.fetchval(LEFT, timeout=60) or time.monotonic() - begun < least * EVERY_SECONDS:  # noqa: ASYNC110  a table has no event
        await asyncio.sleep(1)
    enough.set()


async def measured(
    url: str, pool: Pool, settings: Settings, people: list[asyncpg.Record]
) -> tuple[SlowCarrier, Told]:
    """Run a post until all is drained, warning meanwhile."""
    carrier, enough = SlowCarrier(), asyncio.Event()
    post = Post(PoolDatabase(pool), settings, {Way.SMS: carrier})
    running = [asyncio.create_task(post.run()), asyncio.create_task(listen(url, "delivery", post.ring))]
    watching = asyncio.create_task(drained(pool, enough, least=IDLE_URGENT))
    try:
        told = await warn_some(pool, people, until=enough)
        await watching
        await asyncio.sleep(1)
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return carrier, told


async def all_at_once(url: str, statement: str) -> None:
    """A statement over the whole burst, without the time limit of a request."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement, timeout=300)
    finally:
        await connection.close()


async def run(url: str) -> dict[str, Any]:
    """Idle first, then the burst."""
    settings = Settings(database_url=url, secret_key="x" * 32, message_rate=RATE, log_level="error")
    pool = await open_pool(url, size=20)
    with frozen(DAY):
        await given_burst(pool, BURST, at=now())
    await all_at_once(url, "update message set planned_at = now()")
    people = await pool.fetch(LIST_PEOPLE, 20_000)
    with frozen(DAY):
        calm_carrier, calm_told = await measured(url, pool, settings, people[:IDLE_URGENT])
        await all_at_once(url, "update message set planned_at = null where dedupe_key = 'burst'")
        begun = time.monotonic()
        carrier, told = await measured(url, pool, settings, people[IDLE_URGENT:])
    took = [at for at, urgent, _ in carrier.taken if not urgent]
    seconds = Counter(int(at - took[0]) for at in took)
    whole = sorted(seconds[second] for second in range(int(took[-1] - took[0])))
    during = summed(waits(carrier, told))
    await pool.close()
    return {
        "bench": "burst",
        "value": during["p99"],
        "unit": "ms a notice of danger waits, p99",
        "during": during,
        "idle": summed(waits(calm_carrier, calm_told)),
        "urgent": len(told),
        "drained": len(took),
        "seconds": round(took[-1] - begun),
        "a_second": {"p5": whole[len(whole) // 20], "p50": round(median(whole)), "max": whole[-1]},
        "pace": RATE,
    }


def main() -> None:
    """One JSON line."""
    with test_server() as server:
        line = asyncio.run(run(server.url(asyncio.run(server.clone()))))
    sys.stdout.write(msgspec.json.encode(line).decode() + "\n")


if __name__ == "__main__":
    main()
