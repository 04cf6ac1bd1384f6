"""Look-ups among a million dossiers: server time of the whole request, from its bytes to its answer.

`python -m tests.bench dossier_lookups`. Right, wrong and absent codes take turns, no code and no address twice;
the application is called in this process, over the real pool and a real commit of the counted try.
"""

import asyncio
import os
import time
from collections.abc import Callable
from random import Random
from statistics import median
from typing import Any, cast

import asyncpg
import msgspec

from api.app import create_app
from api.dossiers.rules.proof import hash_last4
from api.kit.db import PoolDatabase, open_pool
from api.kit.settings import Settings
from tests.bench.loadgen import cpu_seconds, family, stat_of

DOSSIERS = 1_000_000
ASKED = 1_000
"""Codes of each kind."""
ROUNDS = 4
"""How often each is asked; the least of its times counts, because others work on these cores as well."""
WARM = 50
SYSTEM = "bench-million"
FILL = """
set session_replication_role = replica;
insert into dossier (id, system, code, code_key, procedure_code, agency_code, filed_by, phone_hash, last4_hash,
    sequence, state_code, clock, started_at, due_at, last_known_at, created_at)
select md5(n::text)::uuid, 'bench-million', 'H57.12-261116-' || lpad(n::text, 7, '0'),
    'H57.12-261116-' || lpad(n::text, 7, '0'), '1.004222', 'H57.12', 'self',
    md5(n::text) || md5('p' || n), md5('l' || n) || md5(n::text),
    2, '4', 'running', now() - interval '3 days', now() + interval '4 days', now(), now()
from generate_series(1, 1000000) n;
insert into dossier_event (id, dossier_id, system, event_id, sequence, state_code, correction, occurred_at,
    recorded_at, digest, verdict, flags)
select md5('e' || n || '-' || s)::uuid, md5(n::text)::uuid, 'bench-million', n || '-' || s, s, (2 * s)::text, false,
    now() - interval '4 days' + s * interval '1 day', now(), md5(n::text), 'applied', '{}'
from generate_series(1, 1000000) n, generate_series(2, 2) s;
set session_replication_role = origin;
"""
PROVE = """
update dossier d set last4_hash = new.hash
from unnest($1::text[], $2::text[]) as new (code, hash) where d.system = 'bench-million' and d.code = new.code
"""
PLAN = """
explain (analyze, buffers, format text)
select id, system, code, last4_hash from dossier where code_key = $1 and last4_hash is not null order by id limit 4
"""


def code_of(number: int) -> str:
    """The code of a dossier, or of one that is not there."""
    return f"H57.12-261116-{number:07}"


async def fill(url: str, settings: Settings, numbers: list[int]) -> str:
    """A million dossiers with an event each; those asked for get the digits 5678. The plan of the proof."""
    connection = await asyncpg.connect(url, timeout=60, command_timeout=None)
    await connection.execute(FILL)
    codes = [code_of(number) for number in numbers]
    hashes = [hash_last4(settings.secret_key, system=SYSTEM, code=code, last4="5678") for code in codes]
    await connection.execute(PROVE, codes, hashes)
    await connection.execute("vacuum (analyze) dossier")
    await connection.execute("vacuum (analyze) dossier_event")
    plan = "\n".join(row[0] for row in await connection.fetch(PLAN.replace("$1", f"'{codes[0]}'")))
    await connection.close()
    return plan


async def ask(app: Any, body: bytes, address: str) -> tuple[int, float, float]:
    """One request into the application: its status, the seconds until its last byte, our CPU of them."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": "/v1/dossiers/lookup", "raw_path": b"/v1/dossiers/lookup", "query_string": b"", "root_path": "",
        "headers": [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), (b"host", b"bench")],
        "client": (address, 1), "server": ("bench", 80), "state": {},
    }  # fmt: skip
    status = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        status = message.get("status", status)

    started, worked = time.perf_counter(), time.process_time()
    await app(scope, receive, send)
    return status, time.perf_counter() - started, time.process_time() - worked


def told(name: str, seconds: list[float]) -> dict[str, float]:
    """Half the time and 99 of 100, in milliseconds."""
    ordered = sorted(1000 * one for one in seconds)
    return {
        f"{name}_p50_ms": round(median(ordered), 2),
        f"{name}_p99_ms": round(ordered[int(len(ordered) * 0.99)], 2),
    }


async def measure(url: str, settings: Settings, tell: Callable[[str], None]) -> None:
    """Fill, ask, tell."""
    numbers = Random(46).sample(range(1, DOSSIERS + 1), 2 * ASKED)
    plan = await fill(url, settings, numbers)
    pool = await open_pool(url, size=4)
    app = cast("Any", create_app(settings, database=PoolDatabase(pool)))
    seconds: dict[str, list[float]] = {"right": [], "wrong": [], "absent": []}
    cpu: list[float] = []
    first: list[float] = []
    calls = 0
    async with pool.acquire() as connection:
        postmaster = int(stat_of(await connection.fetchval("select pg_backend_pid()"))[1])
    before = {pid: cpu_seconds(pid) for pid in family(postmaster)}
    expected = {"right": 200, "wrong": 404, "absent": 404}
    for place in range(ASKED + WARM):
        asked = {
            "right": (code_of(numbers[place % ASKED]), "5678"),
            "wrong": (code_of(numbers[ASKED + place % ASKED]), "0000"),
            "absent": (code_of(DOSSIERS + 1 + place), "5678"),
        }
        least = dict.fromkeys(asked, (float("inf"), float("inf")))
        for _ in range(ROUNDS if place >= WARM else 1):
            for kind, (code, last4) in asked.items():
                body = msgspec.json.encode({"code": code, "phone_last4": last4})
                status, *took = await ask(app, body, f"10.{place // 250}.{place % 250}.{len(kind)}")
                if status != expected[kind]:
                    raise SystemExit(status)
                calls += 1
                if kind == "right" and least[kind][0] == float("inf"):
                    first.append(took[0])
                least[kind] = (min(least[kind][0], took[0]), min(least[kind][1], took[1]))
        if place >= WARM:
            for kind, (wall, _) in least.items():
                seconds[kind].append(wall)
            cpu.append(least["right"][1])
    database = sum(cpu_seconds(pid) - before.get(pid, 0.0) for pid in family(postmaster))
    await pool.close()
    line = {"bench": "dossier_lookups", "value": told("x", seconds["right"])["x_p99_ms"], "unit": "ms, p99 of server time",
            "peer": "the bar", "peer_value": 5.0, "dossiers": DOSSIERS, "index_only": "Index Only Scan" in plan, "load": round(os.getloadavg()[0], 1),
            "database_cpu_ms": round(1000 * database / calls, 2)} | told("cpu", cpu) | told("once", first)  # fmt: skip
    for kind, times in seconds.items():
        line |= told(kind, times)
    line["ratio"] = round(5.0 / float(cast("float", line["value"])), 2)
    tell(msgspec.json.encode(line).decode())


def main(url: str, settings: Settings, tell: Callable[[str], None]) -> None:
    """Measure on a database of one's own."""
    asyncio.run(measure(url, settings, tell))
