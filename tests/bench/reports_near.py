"""A million reports: is it reported already, what is nearest, what is in this window of the map; and whose point it is.

`python -m tests.bench reports_near`. Half of the million lie in one city, three thousand of them came in one flooded
ward in the last ten minutes; a third of the questions are asked there. Each figure is the whole action, from the
question's Struct to the answer's, over one connection; the limit beside it is one row fetched by its key over the
same connection in the same run. `locate` asks in this process, without a query, by the boundaries of a drawn layer.
"""

import asyncio
import itertools
import os
import time
from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any

import msgspec
import shapely
import uvloop

from api.kit.clock import now
from api.kit.db import Connection, open_pool
from api.nearby import actions
from api.nearby.contracts import Place, Question
from api.places import store as places
from api.places.rules import mapping
from api.places.rules.locating import Atlas
from api.published import store as published
from tests.bench.lookups import Cores
from tests.bench.timing import Ask, share, timed
from tests.given.cluster import OPTIONS, test_server

ROWS, CITY, WARD = 1_000_000, "46", 3_000
QUESTIONS, WARM = 2_000, 200
BAR_MS, LOCATE_BAR_US = 3.0, 25.0
FILL = """
insert into report (
    id, content_hash, category_code, lat, lon, province_code, commune_id, commune_confirmed, happened_at, received_at,
    anonymous, urgent, priority, photo_count, state, acknowledge_by, due_at, published_at, public_lat, public_lon,
    public_text, closed_at, answer, finished_at
)
select
    gen_random_uuid(), '', subject.code, spot.lat, spot.lon, spot.province_code, spot.id, true, spot.at, spot.at,
    true, false, 2, 0, case when spot.age < 0.05 then 'received' else 'closed' end, spot.at, spot.at,
    case when spot.dice < 0.8 then spot.at end, round(spot.lat::numeric, 4), round(spot.lon::numeric, 4),
    'Ngập sâu trước cổng trường', spot.at, 'Đã xử lý', spot.at
from (
    select n, u.ids[o.place] as id, u.provinces[o.place] as province_code, random() as dice, o.age,
        u.lats[o.place] + (random() + random() + random() - 1.5) * 0.04 as lat,
        u.lons[o.place] + (random() + random() + random() - 1.5) * 0.04 as lon,
        $3::timestamptz - o.age * o.age * interval '700 days' as at
    from (
        select array_agg(id order by mine, code) as ids, array_agg(province_code order by mine, code) as provinces,
            array_agg(lat order by mine, code) as lats, array_agg(lon order by mine, code) as lons,
            count(*) filter (where not mine) as others, count(*) filter (where mine) as ours
        from (select *, province_code = $2 as mine from admin_unit where valid_to is null and length(code) = 5 and lat is not null) c
    ) u
    cross join lateral (
        select n, random() as age,
            (case when n % 2 = 0 then 1 + u.others + (n / 2) % u.ours else 1 + n % (u.others + u.ours) end)::integer as place
        from generate_series(1, $1::integer) n
    ) o
) spot
join (
    select code, row_number() over (order by code) as place, count(*) over () as of
    from category where public and duplicate_radius_m > 0
) subject on subject.place = 1 + spot.n % subject.of
"""
FLOOD = """
insert into report (
    id, content_hash, category_code, lat, lon, province_code, commune_id, commune_confirmed, happened_at, received_at,
    anonymous, urgent, priority, photo_count, state, acknowledge_by, due_at, published_at, public_lat, public_lon
)
select gen_random_uuid(), '', 'thien-tai.ngap', 16.4779 + random() * 0.02, 107.6112 + random() * 0.02, '46', u.id, true,
    s.at, s.at, true, true, 1, 0, 'received', s.at, s.at, s.at, 16.4779 + random() * 0.02, 107.6112 + random() * 0.02
from (select $2::timestamptz - random() * interval '10 minutes' as at from generate_series(1, $1::integer)) s,
    admin_unit u where u.code = '19777' and u.valid_to is null
"""
SAMPLE = """
select r.id, r.category_code, r.lat, r.lon from report r tablesample system (1) limit $1
"""
ONE = "select id, code, state, lat, lon from report where id = $1"


async def questions(db: Connection, at: datetime, tell: Callable[[str], None]) -> None:
    """Every kind, each beside the row by its key."""
    random = Random(7)
    rows = await db.fetch(SAMPLE, QUESTIONS)
    spots = [
        Question(category_code="thien-tai.ngap", lat=16.4779 + random.random() * 0.02,
                 lon=107.6112 + random.random() * 0.02, accuracy_m=20)
        if n % 3 == 0
        else Question(category_code=row["category_code"], lat=row["lat"] + random.gauss(0, 0.0003),
                      lon=row["lon"] + random.gauss(0, 0.0003), accuracy_m=20)
        for n, row in enumerate(itertools.islice(itertools.cycle(rows), QUESTIONS))
    ]  # fmt: skip
    ids = [row["id"] for row in rows]

    async def window(n: int, half: float) -> object:
        """A phone's screen, so many degrees from its middle to its side: 3 km wide, or a street."""
        lat, lon = spots[n].lat, spots[n].lon
        box = (lon - half, lat - half, lon + half, lat + half)
        return await published.list_published(db, box=box, limit=21, at=at)

    kinds: dict[str, Ask] = {
        "duplicate_check": lambda n: actions.look(db, spots[n]),
        "nearest": lambda n: actions.nearest(db, Place(lat=spots[n].lat, lon=spots[n].lon)),
        "viewport": lambda n: window(n, 0.015),
        "viewport_street": lambda n: window(n, 0.002),
    }
    found = [len((await actions.look(db, spot)).items) for spot in spots[:200]]
    with Cores([await db.fetchval("select pg_backend_pid()")]) as cores:
        for name, ask in kinds.items():
            limit, _ = await timed(lambda n: db.fetchrow(ONE, ids[n % len(ids)]), QUESTIONS, WARM, cores)
            times, alone = await timed(ask, QUESTIONS, WARM, cores)
            tell(msgspec.json.encode({
                "bench": f"reports_near_{name}", "value": round(share(times, 0.99), 2), "unit": "ms p99",
                "p50": round(share(times, 0.5), 2), "alone_p99": round(share(alone, 0.99), 2), "bar": BAR_MS,
                "met": share(times, 0.99) < BAR_MS, "met_alone": share(alone, 0.99) < BAR_MS,
                "limit": "one row by its key", "limit_value": round(share(limit, 0.99), 2),
                "limit_p50": round(share(limit, 0.5), 2),
                "limit_ratio": round(share(limit, 0.5) / share(times, 0.5), 2),
                "rows": ROWS + WARD, "found": round(sum(found) / len(found), 1), "load": round(os.getloadavg()[0], 1),
            }).decode())  # fmt: skip


async def locating(db: Connection, tell: Callable[[str], None]) -> None:
    """Whose point it is: by a drawn layer of one province, by centres elsewhere."""
    random = Random(7)
    sites = await places.list_all_sites(db, on=now().date())
    city = [site for site in sites if site.province_code == CITY]
    drawn = {
        site.code: msgspec.structs.replace(site, shape=shapely.to_wkb(cell))
        for site, cell in zip(city, mapping.sketch(city), strict=True)
    }
    atlas = Atlas([drawn.get(site.code, site) for site in sites])
    shapes: list[Any] = [shapely.from_wkb(site.shape) for site in drawn.values()]
    tree = shapely.STRtree(shapes)
    points = [
        (site.lat + random.gauss(0, 0.02), site.lon + random.gauss(0, 0.02))
        for site in random.choices(city, k=20_000)
    ]
    kinds: dict[str, Callable[[float, float], object]] = {
        "locate": lambda lat, lon: atlas.locate(lat, lon, 12),
        "bare": lambda lat, lon: tree.query(shapely.points(lon, lat), predicate="intersects"),
    }
    micros: dict[str, list[float]] = {}
    for name, ask in kinds.items():
        for _ in range(2):
            taken = []
            for lat, lon in points:
                started = time.perf_counter_ns()
                ask(lat, lon)
                taken.append((time.perf_counter_ns() - started) / 1e3)
            micros[name] = taken
    ours, bare = (share(micros[name], 0.5) for name in kinds)
    tell(msgspec.json.encode({
        "bench": "locate", "value": round(ours, 1), "unit": "us p50 in process", "p99": round(share(micros["locate"], 0.99), 1),
        "bar": LOCATE_BAR_US, "met": ours <= LOCATE_BAR_US, "limit": "bare STRtree.query(point, intersects)",
        "limit_value": round(bare, 1), "limit_ratio": round(bare / ours, 2), "communes": len(sites),
    }).decode())  # fmt: skip


async def measure(url: str, tell: Callable[[str], None]) -> None:
    """Fill, then ask."""
    pool = await open_pool(url, size=1)
    async with pool.acquire() as db:
        at = now()
        await db.execute("set statement_timeout = 0")
        await db.execute(FILL, ROWS, CITY, at, timeout=1_200)
        await db.execute(FLOOD, WARD, at)
        await db.execute("vacuum analyze report", timeout=600)
        await locating(db, tell)
        await questions(db, at, tell)
    await pool.close()


def main(tell: Callable[[str], None]) -> None:
    """On a server of its own."""
    with test_server(OPTIONS) as server, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(measure(server.url(runner.run(server.clone())), tell))
