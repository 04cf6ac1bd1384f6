"""Uploads of walks against a bare unnest of the same rows, an area's bytes, and 2,000 first syncs at once: JSON lines.

`python -m tests.bench walks`: the same visits, one in ten sent twice. *Bare* writes with asyncpg and `unnest` what an upload
leaves behind – the log, visits, looks, the state of each adult, positions and totals – into tables of the same shape with
the same keys, judging and folding nothing. Both run over eight connections of one process, in turns.
"""

import asyncio
import gc
import gzip
import itertools
import random
import sys
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from api.kit.db import Pool, open_pool
from api.kit.ids import uuid7
from outreach.folding import FOLDS
from outreach.measurement.actions import recount
from outreach.registry.actions import pull_columns
from outreach.visits.actions import sync
from outreach.visits.contracts import SyncBatch
from tests.bench.walks_bare import Bare
from tests.given.cluster import test_server
from tests.given.outreach import SECRET, Phone, Walker, given_walker
from tests.given.packed import pack, uuid7_at

ROUNDS, CONNECTIONS, VISITS = 4, 8, 3200
COMMUNES = 8
HOUSES, PHONES = 10_000, 2_000
REPLAYED = 10
"""One visit in so many is sent twice."""
LEVELS = ("heard", "with_help", "alone_observed")
NUMBERS = "select id, no from household union all select id, no from adult"


class Area:
    """A commune of houses, and phones that walk it."""

    def __init__(self, walker: Walker) -> None:
        self.walker, self.dice = walker, random.Random(7)
        self.homes: dict[UUID, list[UUID]] = {}

    async def build(self, pool: Pool, houses: int) -> None:
        """Founded as phones found them, a hundred houses an upload."""
        for begin in range(0, houses, 60):
            phone = self.walker.phone()
            for number in range(begin, min(begin + 60, houses)):
                home = phone.household(f"Hộ số {number + 1}, ngõ {number // 9 + 1}", adults_total=2)
                self.homes[home] = [
                    phone.adult(home, label, birth_year=1950 + number % 50)
                    for label in ("Bác trai", "Bác gái")
                ]
            await sent(pool, self.walker, phone.batch(phone.kept[:200]))

    def visits(self, count: int) -> list[dict[str, Any]]:
        """Visits by one phone, an evening long each."""
        phone, events = self.walker.phone(), []
        at = datetime.now(UTC).replace(microsecond=0) - timedelta(days=2)
        for home in self.dice.sample(list(self.homes), count):
            at += timedelta(milliseconds=self.dice.randrange(2_000, 9_000))
            looks = [
                {"adult_id": adult, "met": True, "knows": self.dice.random() < 0.7, "assistance": "unaided",
                 "skills": [{"code": code, "level": self.dice.choice(LEVELS)} for code in ("S05", "S07")]}
                for adult in self.homes[home]
            ]  # fmt: skip
            phone.visit(home, *looks, at=at)
            event = phone.kept[-1]
            event["event_id"] = event["body"]["visit_id"] = str(uuid7_at(at))
            event["schema_version"] = 2
            events.append(event)
        return events


async def sent(pool: Pool, walker: Walker, batch: SyncBatch) -> bytes:
    """An upload as the route does it: its own transaction, bytes out."""
    async with pool.acquire() as connection, connection.transaction():
        answer = await sync(connection, batch, by=walker.principal, secret=SECRET, folds=FOLDS)
    return msgspec.json.encode(answer)


def batches(events: Sequence[dict[str, Any]], size: int) -> list[bytes]:
    """Uploads of so many, each of its own phone, one visit in ten again in a later one."""
    found = []
    for begin in range(0, len(events), size):
        fresh = events[begin : begin + size]
        again = events[max(0, begin - size) : begin][: max(1, size // REPLAYED)]
        own = [{**event, "seq": seq} for seq, event in enumerate([*fresh, *again], 1)]
        body = {"install_id": str(uuid7()), "device_time": datetime.now(UTC).isoformat(), "events": own}
        found.append(msgspec.json.encode(body))
    return found


async def timed(jobs: Iterable[Callable[[], Awaitable[Any]]]) -> float:
    """Seconds by the clock, over eight connections."""
    waiting, begun = iter(jobs), time.perf_counter()

    async def worker() -> None:
        for job in waiting:
            await job()

    await asyncio.gather(*[worker() for _ in range(CONNECTIONS)])
    return time.perf_counter() - begun


async def throughput(pool: Pool, areas: Sequence[Area], bare: Bare, size: int) -> dict[str, Any]:
    """Visits a second, ours and bare in turns, all rounds together; every commune's phones upload side by side.

    The first round is not counted: connections live for weeks, and each makes its plans in its first uploads.
    """

    async def upload(area: Area, raw: bytes) -> None:
        await sent(pool, area.walker, msgspec.json.decode(raw, type=SyncBatch))

    ours = plain = 0.0
    for turn in range(ROUNDS + 1):
        walks = [area.visits(VISITS // len(areas)) for area in areas]
        raws = zip(*[batches(events, size) for events in walks], strict=True)
        took = await timed([partial(upload, *one) for each in raws for one in zip(areas, each, strict=True)])
        parts = zip(*[bare.parts(await bare.rows_of(pool, events), size) for events in walks], strict=True)
        bare_took = await timed([partial(bare.write, pool, part) for each in parts for part in each])
        if turn:
            ours, plain = ours + took, plain + bare_took
    await pool.execute("analyze")
    async with pool.acquire() as connection:
        exact = (await recount(connection)).equal
    return {
        "bench": f"walks_{size}", "value": round(ROUNDS * VISITS / ours), "unit": "visits/s",
        "limit": "bare asyncpg unnest of the same rows", "limit_value": round(ROUNDS * VISITS / plain),
        "ratio": round(plain / ours, 2), "at_least": 0.6, "totals_exact": exact,
    }  # fmt: skip


async def bytes_a_visit(pool: Pool, area: Area) -> dict[str, Any]:
    """A hundred visits packed and gzipped, with everything an upload says of its phone."""
    async with pool.acquire() as connection:
        numbers = {str(row["id"]): row["no"] for row in await connection.fetch(NUMBERS)}
    events = [{**event, "seq": seq} for seq, event in enumerate(area.visits(100), 1)]
    body = {
        "install_id": str(uuid7()), "device_time": events[-1]["device_time"], "session_id": str(uuid7()), "device_mono": 7_200_123,
        "last_seq": 100, "pending": 100, "brief": True, "events": [], "packed": pack(events, numbers),
    }  # fmt: skip
    size = len(gzip.compress(msgspec.json.encode(body), 6))
    return {
        "bench": "walks_bytes",
        "value": round(size / 100, 1),
        "unit": "bytes a visit, gzipped, 100 an upload",
        "at_most": 40,
    }


async def whole_area(pool: Pool, area: Area) -> dict[str, Any]:
    """A phone's first pull of 10,000 households, every page gzipped as the edge does it."""
    begun, size, cursor = time.perf_counter(), 0, None
    households = 0
    for _ in itertools.count():
        async with pool.acquire() as connection:
            page = await pull_columns(connection, me=area.walker.principal, cursor=cursor, team_id=None)
        size += len(gzip.compress(msgspec.json.encode(page), 5))
        cursor, households = page.cursor, households + len(page.households.no)
        if not page.more:
            break
    took = time.perf_counter() - begun
    return {
        "bench": "walks_pull", "value": round(took, 2), "unit": "s", "at_most": 1, "households": households, "bytes": size,
        "bytes_at_most": 400_000,
    }  # fmt: skip


async def first_syncs(pool: Pool, areas: Sequence[Area]) -> dict[str, Any]:
    """Two thousand phones send their first upload and pull, all at once."""
    phones: list[Phone] = [areas[number % len(areas)].walker.phone() for number in range(PHONES)]
    for number, phone in enumerate(phones):
        home = phone.household(f"Hộ mới {number}")
        phone.adult(home)
        phone.visit(home, result="nobody_home")

    async def first(phone: Phone) -> None:
        await sent(pool, phone.walker, phone.batch())

    begun = time.perf_counter()
    found = await asyncio.gather(*[first(phone) for phone in phones], return_exceptions=True)
    errors = [repr(one) for one in found if isinstance(one, BaseException)]
    took = time.perf_counter() - begun
    return {
        "bench": "walks_first",
        "value": len(errors),
        "unit": "errors",
        "phones": PHONES,
        "seconds": round(took, 1),
        "seen": errors[:3],
    }


async def run(url: str) -> None:
    """Everything, a line each."""
    pool = await open_pool(url, size=10)
    async with pool.acquire() as connection:
        areas = [
            Area(await given_walker(connection, hamlets=3, commune=number)) for number in range(COMMUNES)
        ]
    for number, area in enumerate(areas):
        await area.build(pool, HOUSES if number == 0 else HOUSES // 5)
    await pool.execute("analyze")
    gc.freeze()  # the area as Python knows it is nobody's business while uploads are timed
    bare = await Bare.ready(pool)
    for line in (
        await throughput(pool, areas, bare, 20),
        await throughput(pool, areas, bare, 100),
        await bytes_a_visit(pool, areas[0]),
        await whole_area(pool, areas[0]),
        await first_syncs(pool, areas),
    ):
        sys.stdout.write(msgspec.json.encode(line).decode() + "\n")
        sys.stdout.flush()
    await pool.close()


def main() -> None:
    """A database of its own."""
    with test_server() as server:
        asyncio.run(run(server.url(asyncio.run(server.clone()))))


if __name__ == "__main__":
    main()
