"""Look-ups among a million dossiers: server time of every single request, from its bytes to its answer.

`python -m tests.bench dossier_lookups`. Right, wrong and absent codes come in a new order every time, no code and
no address twice. The application runs in this process with its life span, over its own pool, to a database that
flushes what it commits; nothing is repeated, no slow request is left out.

`…_ms` is the time a clock shows. `…_alone_ms` is that without the time in which this process or its database
was ready to run while strangers had the cores (/proc/pid/schedstat): on a quiet machine the two are the same.
`tell_apart` is how often a stranger who guesses by the time alone is right about which of two refused codes is
there: 0.5 is a coin; what chance does to so many pairs stays within `tell_apart_chance` of it.
"""

import asyncio
import gc
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from random import Random
from statistics import median
from typing import Self, cast

import asyncpg
import msgspec
import uvloop
from litestar import Litestar

from api.app import create_app
from api.dossiers.rules.proof import hash_last4
from api.kit.settings import Settings
from tests.given.web import ask

DOSSIERS = int(os.environ.get("BENCH_DOSSIERS", "1000000"))
ASKED = 2_000
"""Codes of each kind."""
WARM = 100
PARTS = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "p999": 0.999, "most": 1.0}
EXPECTED = {"right": 200, "wrong": 404, "absent": 404}
BAR_MS = 5.0
LOOKUP = "/v1/dossiers/lookup"
SYSTEM = "bench-million"
FILL = """
set session_replication_role = replica;
insert into dossier (id, system, code, code_key, procedure_code, agency_code, filed_by, phone_hash, last4_hash,
    sequence, state_code, clock, started_at, due_at, last_known_at, created_at)
select md5(n::text)::uuid, 'bench-million', 'H57.12-261116-' || lpad((2 * n)::text, 7, '0'),
    'H57.12-261116-' || lpad((2 * n)::text, 7, '0'), '1.004222', 'H57.12', 'self',
    md5(n::text) || md5('p' || n), md5('l' || n) || md5(n::text),
    2, '4', 'running', now() - interval '3 days', now() + interval '4 days', now(), now()
from generate_series(1, {count}) n;
insert into dossier_event (id, dossier_id, system, event_id, sequence, state_code, correction, occurred_at,
    recorded_at, digest, verdict, flags)
select md5('e' || n || '-' || s)::uuid, md5(n::text)::uuid, 'bench-million', n || '-' || s, s, (2 * s)::text, false,
    now() - interval '4 days' + s * interval '1 day', now(), md5(n::text), 'applied', '{}'
from generate_series(1, {count}) n, generate_series(2, 2) s;
set session_replication_role = origin;
"""
PROVE = """
update dossier d set last4_hash = new.hash
from unnest($1::text[], $2::text[]) as new (code, hash) where d.system = 'bench-million' and d.code = new.code
"""
POOLED = """
select pid from pg_stat_activity where application_name = 'ngo-so' and datname = current_database()
"""


class Took(msgspec.Struct, frozen=True):
    """One request, in seconds: by the clock, without others on the cores, and our CPU and the database's."""

    wall: float
    alone: float
    cpu: float
    database: float


class Cores:
    """What this process and backends had of the cores, and how long they waited for one."""

    def __init__(self, backends: Iterable[int]) -> None:
        self.files = [os.open(f"/proc/{pid}/schedstat", os.O_RDONLY) for pid in (os.getpid(), *backends)]

    def read(self) -> tuple[float, float, float]:
        """Seconds so far: our CPU, the backends' CPU, and all waiting."""
        rows = [os.pread(file, 100, 0).split() for file in self.files]
        ran, waited = ([int(row[place]) / 1e9 for row in rows] for place in (0, 1))
        return ran[0], sum(ran[1:]), sum(waited)

    def __enter__(self) -> Self:
        """Nothing to do: the files are open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the files."""
        for file in self.files:
            os.close(file)


def code_of(number: int) -> str:
    """The code of a dossier: even numbers. Odd ones are not there, each between two that are."""
    return f"H57.12-261116-{number:07}"


async def fill(url: str, settings: Settings, numbers: Sequence[int]) -> None:
    """A million dossiers with an event each; those asked for get the digits 5678."""
    connection = await asyncpg.connect(url, timeout=60, command_timeout=None)
    await connection.execute(FILL.replace("{count}", str(DOSSIERS)))
    codes = [code_of(2 * number) for number in numbers]
    hashes = [hash_last4(settings.secret_key, system=SYSTEM, code=code, last4="5678") for code in codes]
    await connection.execute(PROVE, codes, hashes)
    await connection.execute("vacuum (analyze) dossier")
    await connection.execute("vacuum (analyze) dossier_event")
    await connection.execute("checkpoint")
    await connection.close()


def told(name: str, seconds: Iterable[float], parts: Iterable[str] = PARTS) -> dict[str, float]:
    """The quantiles, in milliseconds."""
    ordered = sorted(seconds)
    last = len(ordered) - 1
    return {f"{name}_{part}_ms": round(1000 * ordered[int(last * PARTS[part])], 2) for part in parts}


def tell_apart(one: Sequence[float], other: Sequence[float]) -> float:
    """How often a member of `one` took longer than one of `other`; ties count half (Mann-Whitney's U)."""
    ranked = sorted([(value, True) for value in one] + [(value, False) for value in other])
    ranks, place = 0.0, 0
    for _, tied in groupby(ranked, key=lambda pair: pair[0]):
        ours = [mine for _, mine in tied]
        ranks += sum(ours) * (place + (len(ours) + 1) / 2)
        place += len(ours)
    return (ranks / len(one) - (len(one) + 1) / 2) / len(other)


async def ask_all(app: Litestar, cores: Cores, numbers: Sequence[int]) -> dict[str, list[Took]]:
    """Every code once; the kinds in a new order every time, so that no kind always comes after another."""
    random, took = Random(7), defaultdict[str, list[Took]](list)
    for place in range(ASKED + WARM):
        asked = [
            ("right", code_of(2 * numbers[place]), "5678"),
            ("wrong", code_of(2 * numbers[-1 - place]), "0000"),
            ("absent", code_of(2 * numbers[-1 - place] + 1), "5678"),
        ]
        random.shuffle(asked)
        for kind, code, last4 in asked:
            body = msgspec.json.encode({"code": code, "phone_last4": last4})
            before, started = cores.read(), time.perf_counter()
            status, _ = await ask(
                app, LOOKUP, body=body, address=f"10.{place // 250}.{place % 250}.{len(kind)}"
            )
            wall, after = time.perf_counter() - started, cores.read()
            if status != EXPECTED[kind]:
                raise SystemExit(status)
            cpu, database, waited = (late - early for early, late in zip(before, after, strict=True))
            if place >= WARM:
                took[kind].append(Took(wall, wall - waited, cpu, database))
    return took


async def measure(url: str, settings: Settings, tell: Callable[[str], None]) -> None:
    """Fill, ask, tell."""
    numbers = Random(46).sample(range(1, DOSSIERS + 1), 2 * (ASKED + WARM))
    await fill(url, settings, numbers)
    app = create_app(settings)
    async with app.lifespan():
        await ask(app, LOOKUP, body=b'{"code": "warm", "phone_last4": "0000"}', address="10.255.0.1")
        # The server freezes its start when it has read the catalogue.
        async with asyncio.timeout(120):
            while not gc.get_freeze_count():  # noqa: ASYNC110  no event tells of it
                await asyncio.sleep(0.1)
        connection = await asyncpg.connect(url)
        backends = [row["pid"] for row in await connection.fetch(POOLED)]
        await connection.close()
        with Cores(backends) as cores:
            took = await ask_all(app, cores, numbers)
    times = {kind: [one.wall for one in ones] for kind, ones in took.items()}
    right = took["right"]
    line: dict[str, object] = {
        "bench": "dossier_lookups", "value": told("x", times["right"])["x_p99_ms"], "unit": "ms, p99 of server time",
        "peer": "the bar", "peer_value": BAR_MS, "dossiers": DOSSIERS, "load": round(os.getloadavg()[0], 1),
    }  # fmt: skip
    for kind, seconds in times.items():
        line |= told(kind, seconds) | told(f"{kind}_alone", (one.alone for one in took[kind]))
    line |= told("cpu", (one.cpu for one in right), ("p50", "p99"))
    line |= told("database_cpu", (one.database for one in right), ("p50", "p99"))
    line |= {
        "tell_apart": round(tell_apart(times["wrong"], times["absent"]), 3),
        "tell_apart_chance": round(2 * (1 / (6 * ASKED)) ** 0.5, 3),
        "wrong_less_absent_us": round(1e6 * (median(times["wrong"]) - median(times["absent"])), 1),
    }
    line["ratio"] = round(BAR_MS / cast("float", line["value"]), 2)
    tell(msgspec.json.encode(line).decode())


def main(url: str, settings: Settings, tell: Callable[[str], None]) -> None:
    """Measure on a database of one's own, in a loop as the server's."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(measure(url, settings, tell))
