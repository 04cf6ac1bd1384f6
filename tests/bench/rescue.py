"""Calls for help and the board they come to: `python -m tests.bench rescue`.

The board is polled every 3 s by everybody in the command post: what an unchanged look costs (304), and a changed one,
with so many incidents open. A call is timed from its bytes to its answer, committed to a database that flushes;
beside it, in the same run, one bare insert of asyncpg in a transaction of its own: what no server can be under.
"""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from random import Random

import asyncpg
import msgspec

from api.app import create_app
from api.kit.db import PoolDatabase, open_pool, prepare_connection
from api.kit.demo import demo_person
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.rescue.actions import commanding
from tests.faults.weather_counts import spread
from tests.given.cluster import test_server
from tests.given.identity import demo_people
from tests.given.rescue import sos_body
from tests.given.web import ask

SECRET = "only-for-the-bench-0123456789abcdef"
OPEN = [int(count) for count in os.environ.get("BENCH_SOS_OPEN", "300,3000").split(",")]
TIMES = 100
LIMIT_TABLE = "create unlogged table if not exists bench_limit (id uuid primary key, body text)"
LIMIT = "insert into bench_limit values ($1, $2)"
ANALYZE = "analyze rescue_call, rescue_incident, rescue_verdict"
DURABLE = "alter table bench_limit set logged"


async def timed(times: int, work: Callable[[int], Awaitable[object]]) -> dict[str, float]:
    """How long each of so many took, in ms."""
    took = []
    for number in range(times):
        begun = time.perf_counter()
        await work(number)
        took.append((time.perf_counter() - begun) * 1000)
    return spread(took)


async def run(url: str, say: Callable[[str], object]) -> None:
    """All of it, one JSON line a figure."""
    connection = await asyncpg.connect(url)
    await prepare_connection(connection)
    await demo_people(connection)
    await connection.execute(LIMIT_TABLE)
    await connection.execute(DURABLE)
    pool = await open_pool(url, size=4)
    app = create_app(
        Settings(database_url=url, secret_key=SECRET, log_level="error"), database=PoolDatabase(pool)
    )
    dice = Random(7)
    officer = Principal(
        person_id=demo_person(Role.OFFICER),
        session_id=uuid7(),
        roles=frozenset({Role.OFFICER}),
        province_codes=("46",),
    )

    async def call(number: int) -> None:
        body = sos_body(
            phone=f"09{dice.randrange(10**8):08}",
            lat=dice.uniform(9, 22),
            lon=dice.uniform(103, 109),
            people=number % 9 + 1,
        )
        status, _ = await ask(app, "/v1/sos", body=msgspec.json.encode(body))
        if status != 201:
            raise RuntimeError(status)

    async def bare(number: int) -> None:
        async with pool.acquire() as one, one.transaction():
            await one.execute(LIMIT, uuid7(), f"bench {number}")

    there = 0
    for count in OPEN:
        for number in range(there, count):
            await call(number)
        there = count + TIMES
        # As autovacuum does within a minute: plans made for an empty table are thrown away.
        await connection.execute(ANALYZE)
        calls = await timed(TIMES, call)
        limit = await timed(TIMES, bare)
        unchanged = await timed(TIMES, lambda _: commanding.board_edition(connection, officer))
        whole = await timed(50, lambda _: commanding.board(connection, officer))
        size = len(msgspec.json.encode(await commanding.board(connection, officer)))
        for name, figures, more in (
            (
                "sos_call",
                calls,
                {"limit": limit["p50"], "ratio": round(calls["p50"] / max(limit["p50"], 0.001), 1)},
            ),
            ("sos_board_unchanged", unchanged, {}),
            ("sos_board_whole", whole, {"bytes": size}),
        ):
            line = {
                "bench": name,
                "value": figures["p95"],
                "unit": "ms p95",
                "open": count,
                **figures,
                **more,
            }
            say(msgspec.json.encode(line).decode())
    await pool.close()
    await connection.close()


def main(say: Callable[[str], object] = print) -> None:
    """One database of its own."""
    with test_server() as server:
        asyncio.run(run(server.url(asyncio.run(server.clone())), say))
