"""`python -m tests.faults.walks_run [seeds] [phones] [days]` (20 200 30): one JSON line a seed, and 1 when anything is wrong.

Each seed has a database and an API of its own, which is killed with -9 and started again while phones upload.
"""

import asyncio
import sys
import time
from typing import Any

import asyncpg
import msgspec

from api.kit.clock import clock
from api.kit.db import Pool, open_pool
from tests.faults.walk_doors import Direct, Http
from tests.faults.walks import AT_ONCE, Weeks
from tests.faults.walks_checks import WRONGS, judged
from tests.given.cluster import Server, test_server

DURABLE = "alter database {} set synchronous_commit = on"


async def simulate(pool: Pool, door: Direct, *, seed: int, phones: int, days: int) -> dict[str, Any]:
    """One seed, and what came of it."""
    weeks, begun = Weeks(pool, door, seed=seed, phones=phones, days=days), time.monotonic()
    try:
        await weeks.run()
        found = await judged(pool, weeks)
    finally:
        clock.held_at = None
    wrong = {name: found[name][:5] for name in WRONGS if found[name]}
    rest = {name: value for name, value in found.items() if name not in WRONGS}
    took = round(time.monotonic() - begun, 1)
    return {
        "bench": "walks",
        "seed": seed,
        **rest,
        "wrong": wrong,
        "kills": door.kills,
        "faults": dict(weeks.faults),
        "seconds": took,
    }


async def over_http(url: str, *, seed: int, phones: int, days: int) -> dict[str, Any]:
    """A seed against a process that is killed."""
    connection = await asyncpg.connect(url)
    # Nobody searches here, and every start of the API reads the whole catalogue.
    await connection.execute("truncate procedure cascade")
    await connection.execute(DURABLE.format(await connection.fetchval("select current_database()")))
    await connection.close()
    pool = await open_pool(url, size=AT_ONCE + 4)
    door = Http(pool, url)
    await door.start()
    try:
        return await simulate(pool, door, seed=seed, phones=phones, days=days)
    finally:
        door.stop()
        await door.http.aclose()
        await pool.close()


def main(seeds: int, phones: int, days: int) -> int:
    """Every seed in a database of its own."""
    wrong = 0
    with test_server() as server:
        for seed in range(1, seeds + 1):
            line = asyncio.run(one(server, seed, phones, days))
            wrong += bool(line["wrong"])
            sys.stdout.write(msgspec.json.encode(line).decode() + "\n")
            sys.stdout.flush()
    return 1 if wrong else 0


async def one(server: Server, seed: int, phones: int, days: int) -> dict[str, Any]:
    """A database, a run, and the database gone again."""
    name = await server.clone()
    try:
        return await over_http(server.url(name), seed=seed, phones=phones, days=days)
    finally:
        await server.drop(name)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]] + [20, 200, 30][len(sys.argv) - 1 :]
    sys.exit(main(given[0], given[1], given[2]))
