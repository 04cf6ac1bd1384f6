"""The flood map with a million live reports: any window, from the whole province to a street, in a few milliseconds.

`python -m tests.bench flood_map`. All of the million are of the last two days, half of them in the city's twelve
kilometres. Each figure is the whole action (cells, warnings, gauges) over one connection. The peer asks the same
points the plain way: group what lies in the window by its cell when asked. The limit is one row by its key. The sums
are compared with the points at the end: a wrong count would be no speed.
"""

import asyncio
import os
from collections.abc import Callable
from random import Random

import msgspec
import uvloop

from api.floods import actions, rules
from api.kit.clock import now
from api.kit.db import Connection, open_pool
from tests.bench.lookups import Cores
from tests.bench.timing import share, timed
from tests.given.cluster import OPTIONS, test_server

ROWS, ASKED, WARM, PEER_ASKED = 1_000_000, 1_000, 100, 20
BAR_MS = 3.0
FILL = """
insert into flood_point (report_id, sign, verified, at, lat, lon)
select gen_random_uuid(), (array['flood', 'flood', 'slide', 'tree', 'power'])[1 + n % 5], n % 3 > 0,
    now() - random() * random() * interval '47 hours',
    case when n % 2 = 0 then 16.40 + random() * 0.12 else 15.99 + random() * 0.75 end,
    case when n % 2 = 0 then 107.52 + random() * 0.12 else 107.05 + random() * 1.1 end
from generate_series(1, $1::integer) n
"""
WITHOUT_REPORTS = "alter table flood_point drop constraint flood_point_report_id_fkey"
PEER = """
select flood_cell_of($1, lat, lon) as cell, sign, count(*) filter (where verified), count(*), max(at), avg(lat), avg(lon)
from flood_point
where lat between $2 and $3 and lon between $4 and $5 and at > $6
group by 1, 2
"""
PEER_INDEX = "create index flood_point_place on flood_point (lat, lon)"
ONE = "select report_id, sign, lat, lon from flood_point where report_id = $1"
WIDTHS = {"province": 1.1, "district": 0.3, "screen": 0.03, "street": 0.004}
"""Degrees of longitude across."""
WRONG = """
select count(*) from (
    select sign, cell_3 as cell, count(*) filter (where verified) as verified, count(*) filter (where not verified) as unverified,
        max(at) as newest_at
    from flood_point group by 1, 2
) p
full join flood_cell f on f.level = 3 and f.cell = p.cell and f.sign = p.sign
where (f.level = 3 or f.level is null) and (p.verified, p.unverified, p.newest_at) is distinct from (f.verified, f.unverified, f.newest_at)
"""


def windows(width: float) -> list[tuple[float, float, float, float]]:
    """Windows in and around the city, each another."""
    random = Random(46)
    found = []
    for _ in range(ASKED):
        west, south = 107.05 + random.random() * (1.1 - width), 16.0 + random.random() * 0.2
        if width < 0.2:
            west, south = random.gauss(107.57, 0.05), random.gauss(16.45, 0.05)
        found.append((west, south, west + width, south + width * 0.65))
    return found


async def questions(db: Connection, cores: Cores, tell: Callable[[str], None]) -> None:
    """Every width, beside the peer and the row by its key."""
    ids = [row[0] for row in await db.fetch("select report_id from flood_point limit 500")]
    limit, _ = await timed(lambda n: db.fetchrow(ONE, ids[n % len(ids)]), ASKED, WARM, cores)
    since = now() - actions.LIVE
    for name, width in WIDTHS.items():
        boxes = windows(width)
        texts = [",".join(f"{edge:.6f}" for edge in box) for box in boxes]

        async def ours(n: int, texts: list[str] = texts) -> object:
            return await actions.picture(db, "46", box=texts[n % ASKED])

        async def peer(n: int, boxes: list[tuple[float, float, float, float]] = boxes) -> object:
            west, south, east, north = (window := rules.window_of(boxes[n % ASKED])).box
            return await db.fetch(PEER, window.level, south, north, west, east, since)

        times, alone = await timed(ours, ASKED, WARM, cores)
        theirs, _ = await timed(peer, PEER_ASKED, 3, cores)
        seen = await actions.picture(db, "46", box=texts[0])
        tell(msgspec.json.encode({
            "bench": f"flood_map_{name}", "value": round(share(times, 0.99), 2), "unit": "ms p99",
            "p50": round(share(times, 0.5), 2), "alone_p99": round(share(alone, 0.99), 2), "bar": BAR_MS,
            "met": share(times, 0.99) < BAR_MS, "met_alone": share(alone, 0.99) < BAR_MS,
            "peer": "grouped when asked", "peer_value": round(share(theirs, 0.99), 1), "peer_p50": round(share(theirs, 0.5), 1),
            "ratio": round(share(theirs, 0.5) / share(times, 0.5), 1), "limit": "one row by its key",
            "limit_p50": round(share(limit, 0.5), 2), "rows": ROWS, "marks": len(seen.clusters) + len(seen.spots), "cell": seen.cell,
            "load": round(os.getloadavg()[0], 1),
        }).decode())  # fmt: skip


async def keeping(db: Connection, cores: Cores, tell: Callable[[str], None]) -> None:
    """What one report costs on its way in and out, and whether the sums are right at the end."""
    ids = [row[0] for row in await db.fetch("select report_id from flood_point order by at desc limit 300")]

    async def go(n: int) -> object:
        return await db.execute("delete from flood_point where report_id = $1", ids[n % len(ids)])

    random = Random(1)

    async def come(n: int) -> object:
        place = (16.4 + random.random() * 0.1, 107.5 + random.random() * 0.1)
        return await db.execute(
            "insert into flood_point values ($1, 'flood', true, now(), $2, $3)", ids[n], *place
        )

    gone, _ = await timed(go, len(ids), 0, cores)
    came, _ = await timed(come, len(ids), 0, cores)
    wrong = await db.fetchval(WRONG)
    tell(msgspec.json.encode({
        "bench": "flood_map_kept", "value": round(share(came, 0.5), 2), "unit": "ms p50 to come on the map",
        "p99": round(share(came, 0.99), 2), "to_go": round(share(gone, 0.5), 2), "wrong_sums": wrong, "rows": ROWS,
    }).decode())  # fmt: skip


async def measure(url: str, tell: Callable[[str], None]) -> None:
    """Fill, ask, tell."""
    pool = await open_pool(url, size=1)
    async with pool.acquire() as db:
        await db.execute("set statement_timeout = 0")
        await db.execute(WITHOUT_REPORTS)
        await db.execute(FILL, ROWS, timeout=1_200)
        await db.execute(PEER_INDEX, timeout=600)
        for table in ("flood_point", "flood_cell"):
            await db.execute(f"vacuum (analyze) {table}", timeout=600)
        with Cores([await db.fetchval("select pg_backend_pid()")]) as cores:
            await questions(db, cores, tell)
            await keeping(db, cores, tell)
    await pool.close()


def main(tell: Callable[[str], None]) -> None:
    """On a server of its own."""
    with test_server(OPTIONS) as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(measure(server.url(runner.run(server.clone())), tell))
