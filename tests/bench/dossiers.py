"""Dossiers: a batch of 10,000 updates beside a bare upsert of the same rows in the same run.

`python -m tests.bench dossiers`. The bare upsert writes the same final dossier rows, and nothing else, by one
`insert … select from unnest … on conflict do update` over the same indexes: no JSON is read or answered, no
event kept, nothing judged, no due date counted. Both commit. CPU is of this process and the database together.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

import msgspec
import uvloop

from api.dossiers.actions.batches import tell_changes
from api.dossiers.actions.keys import Source
from api.dossiers.contracts.integration import ChangeBatch, Outcome
from api.kit.db import Connection, Pool, PoolDatabase, open_pool
from api.kit.embedded import DURABLE
from api.kit.settings import Settings
from tests.bench import lookups
from tests.bench.loadgen import cpu_seconds, family, stat_of
from tests.given.cluster import OPTIONS, test_server

SIZE = 10_000
WARM = 1
STEPS = ["2", "4", "4", "5", "4", "4"]
"""The state of each round: acceptance, work, a pause, work again."""
SYSTEM = "bench"
COLUMNS = """
select string_agg(quote_ident(attname), ', ' order by attnum) as names,
    string_agg(format('%I = excluded.%I', attname, attname), ', ' order by attnum)
        filter (where attname <> 'id') as changes,
    string_agg('$' || attnum || '::' || format_type(atttypid, atttypmod) || '[]', ', ' order by attnum) as places
from pg_attribute where attrelid = 'bare_dossier'::regclass and attnum > 0 and not attisdropped
"""
MAKE_BARE = """
create table bare_dossier (like dossier including all);
alter table bare_dossier drop column missing;
"""


class Cost(msgspec.Struct, frozen=True):
    """What one batch took, in seconds."""

    wall: float
    cpu: float


async def timed(work: Callable[[], Awaitable[object]], postmaster: int) -> Cost:
    """Wall and CPU of this process and of the whole database."""
    pids = [os.getpid(), *family(postmaster)]
    before = sum(cpu_seconds(pid) for pid in pids)
    started = time.perf_counter()
    await work()
    wall = time.perf_counter() - started
    return Cost(wall, sum(cpu_seconds(pid) for pid in pids) - before)


def body_of(round_no: int, at: datetime) -> bytes:
    """The request of a round: one step of each of 10,000 dossiers, in no useful order."""
    return msgspec.json.encode(
        {
            "items": [
                {
                    "code": f"H57.12-261116-{number * 7919 % SIZE:06}",
                    "event_id": f"{round_no}-{number}",
                    "sequence": round_no + 1,
                    "occurred_at": at + timedelta(days=round_no, seconds=number % 3600),
                    "state_code": STEPS[round_no],
                    "note": "Hồ sơ hợp lệ, đã chuyển phòng chuyên môn.",
                    "procedure_code": ["1.004222", "1.001193", "1.001612", "2.000635"][number % 4],
                    "agency_code": f"H57.{number % 30 + 10}",
                    "agency_name": "Công an phường Vỹ Dạ",
                    "applicant_phone": f"09{number:08}",
                    "filed_by": ["self", "assisted", "on_behalf", "counter_digitised"][number % 4],
                }
                for number in range(SIZE)
            ]
        }
    )


async def ours(database: PoolDatabase, body: bytes, settings: Settings) -> None:
    """The batch from its bytes to the bytes of its answer, committed."""
    async with database.write() as tx:
        items = msgspec.json.decode(body, type=ChangeBatch).items
        answer = await tell_changes(tx, items, source=Source(system=SYSTEM), settings=settings)
    if answer.counts[Outcome.APPLIED] != SIZE:
        raise SystemExit(str(answer.counts))
    msgspec.json.encode(answer)


async def bare(database: PoolDatabase, sql: str, columns: Sequence[list[Any]]) -> None:
    """One upsert of the rows, committed."""
    async with database.write() as tx:
        await tx.execute(sql, *columns)


async def rows_of(connection: Connection) -> list[list[Any]]:
    """The dossiers as columns, without what is missing of them."""
    await connection.execute("create temp view told as select * from dossier where system = 'bench'")
    rows = await connection.fetch("select * from told")
    await connection.execute("drop view told")
    kept = [name for name in rows[0].keys() if name != "missing"]  # noqa: SIM118  a Record iterates its values
    return [[row[name] for row in rows] for name in kept]


async def batches(pool: Pool, settings: Settings) -> dict[str, object]:
    """Rounds of both, one after the other, on the same rows."""
    database = PoolDatabase(pool)
    at = datetime(2026, 11, 16, 1, tzinfo=UTC) - timedelta(days=10)
    async with pool.acquire() as connection:
        postmaster = int(stat_of(await connection.fetchval("select pg_backend_pid()"))[1])
        await connection.execute(MAKE_BARE)
        ((names, changes, places),) = await connection.fetch(COLUMNS)
    # Columns are numbered without the dropped one.
    count = places.count("$")
    kinds = [place.split("::")[1] for place in places.split(", ")]
    places = ", ".join(f"${place + 1}::{kinds[place]}" for place in range(count))
    sql = (
        f"insert into bare_dossier ({names}) select * from unnest({places})"  # noqa: S608  names of our own table
        f" on conflict (system, code) do update set {changes}"
    )
    told, plain = [], []
    for round_no in range(len(STEPS)):
        body = body_of(round_no, at)
        one = await timed(lambda body=body: ours(database, body, settings), postmaster)  # type: ignore[misc]  # mypy wants no default
        async with pool.acquire() as connection:
            columns = await rows_of(connection)
        other = await timed(lambda columns=columns: bare(database, sql, columns), postmaster)  # type: ignore[misc]  # the same
        if round_no >= WARM:
            told.append(one)
            plain.append(other)
    ratio = median(b.wall / a.wall for a, b in zip(told, plain, strict=True))
    return {
        "bench": "dossier_batch", "value": round(SIZE / median(one.wall for one in told)), "unit": "updates/s",
        "limit": "bare unnest upsert of the same dossier rows",
        "limit_value": round(SIZE / median(one.wall for one in plain)), "limit_ratio": round(ratio, 2),
        "cpu_ratio": round(median(b.cpu / a.cpu for a, b in zip(told, plain, strict=True)), 2),
        "cpu_us": round(median(one.cpu for one in told) / SIZE * 1e6, 1),
        "limit_cpu_us": round(median(one.cpu for one in plain) / SIZE * 1e6, 1), "rounds": len(told),
    }  # fmt: skip


async def measure(url: str, settings: Settings, tell: Callable[[str], None]) -> None:
    """Every figure, a JSON line each."""
    pool = await open_pool(url, size=4)
    tell(msgspec.json.encode(await batches(pool, settings)).decode())
    await pool.close()


def main(url: str, settings: Settings, tell: Callable[[str], None]) -> None:
    """Measure on a database of one's own, on the loop the server runs on."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(measure(url, settings, tell))


def run(wanted: Collection[str], secret: str, tell: Callable[[str], None]) -> None:
    """Batches and look-ups, each on a server of its own: a million dossiers would weigh on the others."""
    for name, bench, options in (("dossiers", main, OPTIONS), ("dossier_lookups", lookups.main, DURABLE)):
        if name in wanted:
            with test_server(options) as server, tempfile.TemporaryDirectory() as folder:
                url = server.url(asyncio.run(server.clone()))
                bench(
                    url,
                    Settings(
                        database_url=url, secret_key=secret, demo=True, data_dir=folder, log_level="warning"
                    ),
                    tell,
                )
