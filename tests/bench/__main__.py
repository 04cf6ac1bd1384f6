"""`make bench`: search alone and whole, suggestions, use counts; submit, sync and coverage, each with its limit and its peer in the same run.

CPU per request of server and database together is the figure (rates swing threefold on shared machines): ours, then the
ratio to the peer (how many times less) and to the limit (1.0 would be bare asyncpg).
"""

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from random import Random
from statistics import median
from typing import Any

import asyncpg
import msgspec

from api import founding
from api.kit.db import prepare_connection
from api.kit.settings import Settings
from tests.bench import (
    alerts_poll,
    burst,
    dossiers,
    flood_map,
    lifecycle,
    photos,
    relay,
    reports_near,
    rescue,
    search_core,
    search_use,
    suggest,
    walks,
)
from tests.bench.loadgen import Call, Run, measure, new_report, spread, stat_of
from tests.bench.search_queries import distinct_loads
from tests.bench.sync_calls import our_sync_calls, plain_sync_calls
from tests.given.cluster import test_server

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
SECRET = "only-for-the-bench-0123456789abcdef"
ALONE = (
    "alerts_poll",
    "search_core",
    "search_use",
    "relay",
    "reports_near",
    "flood_map",
    "dossiers",
    "dossier_lookups",
)
BY_THEMSELVES: dict[str, Callable[[], object]] = {
    "alerts_poll": lambda: alerts_poll.main(print),
    "search_core": search_core.main,
    "search_use": lambda: search_use.main(print),
    "relay": lambda: relay.main(print),
    "reports_lifecycle": lifecycle.main,  # minutes, as the next: only when asked for by name
    "reports_near": lambda: reports_near.main(print),
    "flood_map": lambda: flood_map.main(print),
    "rescue": lambda: rescue.main(print),
    "photos": lambda: photos.main(print),
    "walks": walks.main,  # the same
    "burst": burst.main,  # minutes: only when asked for by name
}
SIZES = {"search": 2_000, "submit": 600, "sync_20": 120, "coverage": 400}
FILL_PEER = """
insert into peer.category (code, finish_days) select code, 7 from category;
insert into peer.commune (code, name) select distinct on (code) code, full_name from admin_unit
where valid_to is null and type in ('commune', 'ward', 'special_zone') order by code, valid_from desc;
insert into peer.route (category_code, agency) select code, 'agency' from category;
insert into peer.household (id, commune_code)
select h.id, u.code from household h join hamlet l on l.id = h.hamlet_id join admin_unit u on u.id = l.commune_id;
insert into peer.procedure (code, name, level, field, search)
select code, name, level, field, lower(unaccent(name)) from procedure where withdrawn_on is null;
insert into peer.visit (id, household_id, commune_code, result, started_at, ended_at)
select v.id, v.household_id, u.code, v.result, v.visited_at, v.ended_at
from visit v join admin_unit u on u.id = v.commune_id;
insert into peer.adult_visit (visit_id, adult_id, knows, can)
select v.id, a.id, random() < 0.8, random() < 0.7
from visit v join adult a on a.household_id = v.household_id;
analyze peer.procedure, peer.visit, peer.adult_visit
"""


def free_port() -> int:
    """A port nobody uses right now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def serving(target: str, *flags: str, **environ: str) -> Iterator[tuple[int, int]]:
    """One uvicorn process; its port and pid."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", target, "--port", str(port), *flags]
    command += ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "error"]
    env = {**os.environ, **environ, "LOG_LEVEL": "warning"}
    with subprocess.Popen(command, env=env) as process:
        try:
            for _ in range(200):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
                    break
                if process.poll() is not None:
                    raise SystemExit(process.returncode)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(0.05)
            yield port, process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def ask(port: int, method: str, path: str, body: object = None, token: str = "") -> Any:
    """One JSON answer of our server."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method)
    request.add_header("Authorization", f"Bearer {token}") if token else None
    data = None if body is None else msgspec.json.encode(body)
    with urllib.request.urlopen(request, data, timeout=30) as answer:  # noqa: S310
        return msgspec.json.decode(answer.read())


def report_calls(count: int, category: str, commune: str) -> list[Call]:
    """Each a new report from another address."""
    random = Random(7)
    return [
        Call(
            method="POST", path="/v1/reports", headers={"X-Forwarded-For": spread(random)},
            body=msgspec.json.encode({**new_report(random, category), "commune_code": commune}),
        )
        for _ in range(count)
    ]  # fmt: skip


async def find_postmaster(url: str) -> int:
    """The parent of all backends of this database server, which must be on this machine."""
    connection = await asyncpg.connect(url)
    backend = await connection.fetchval("select pg_backend_pid()")
    parent = int(stat_of(backend)[1])
    await connection.close()
    return parent


async def make_database(url: str, folder: str) -> None:
    """Base and demo data, and the peer's tables with the same rows."""
    connection = await asyncpg.connect(url)
    await prepare_connection(connection)
    await founding.load_demo(
        connection, Settings(database_url=url, secret_key=SECRET, demo=True, data_dir=folder)
    )
    await connection.execute("create schema peer")
    await connection.close()
    os.environ["PEER_DATABASE_URL"] = url
    from tests.bench import peer, peer_tables  # noqa: PLC0415  they read PEER_DATABASE_URL when imported

    async with peer.engine.begin() as tables:
        await tables.run_sync(peer_tables.Base.metadata.create_all)
    await peer.engine.dispose()
    connection = await asyncpg.connect(url)
    await connection.execute(FILL_PEER)
    await connection.execute("analyze")
    await connection.close()


def tell(bench: str, runs: dict[str, list[Run]]) -> None:
    """One JSON object: medians over rounds, ratios pair by pair."""
    ours, peer, limit = (runs[who] for who in ("ours", "peer", "limit"))
    pairs = [b.cpu_us / a.cpu_us for a, b in zip(ours, peer, strict=True)]
    to_limit = [b.cpu_us / a.cpu_us for a, b in zip(ours, limit, strict=True)]
    line = {
        "bench": bench, "value": round(median(run.cpu_us for run in ours), 1), "unit": "CPU us/request of server and database",
        "peer": "FastAPI + SQLAlchemy ORM", "ratio": round(median(pairs), 2),
        "peer_value": round(median(run.cpu_us for run in peer), 1),
        "limit": "bare ASGI, same search" if bench == "search" else "bare ASGI + asyncpg", "limit_value": round(median(run.cpu_us for run in limit), 1),
        "limit_ratio": round(median(to_limit), 2), "rounds": len(ours),
        "server_us": round(median(run.server_us for run in ours), 1),
        "peer_server_us": round(median(run.server_us for run in peer), 1),
        "per_second": round(median(run.per_second for run in ours)),
        "p99_ms": round(median(run.p99_ms for run in ours), 1),
    }  # fmt: skip
    print(msgspec.json.encode(line).decode(), flush=True)


def main() -> None:
    """Run every bench whose name is given, or all."""
    wanted = set(sys.argv[1:]) or {*SIZES, *ALONE, "suggest"}
    for name, begin in BY_THEMSELVES.items():
        if name in wanted:
            begin()
    dossiers.run(wanted, SECRET, print)
    if not wanted & {*SIZES, "suggest"}:
        return
    with test_server() as server, tempfile.TemporaryDirectory() as folder:
        url = server.url(asyncio.run(server.clone()))
        asyncio.run(make_database(url, folder))
        if "suggest" in wanted:
            suggest.main(url, print)
        postmaster = asyncio.run(find_postmaster(url))
        settings = {
            "DATABASE_URL": url, "SECRET_KEY": SECRET, "DEMO": "1", "DATA_DIR": folder, "TRUSTED_PROXIES": "1",
        }  # fmt: skip
        with (
            serving("api.app:serve", "--factory", **settings) as (port, pid),
            serving("tests.bench.peer:app", PEER_DATABASE_URL=url) as (peer_port, peer_pid),
            serving("tests.bench.limit:app", PEER_DATABASE_URL=url) as (limit_port, limit_pid),
        ):
            who = {"ours": (port, pid), "peer": (peer_port, peer_pid), "limit": (limit_port, limit_pid)}
            searches = distinct_loads(SIZES["search"], ROUNDS + 1)
            for bench in SIZES:
                if bench not in wanted:
                    continue
                runs: dict[str, list[Run]] = {name: [] for name in who}
                for round_no in range(ROUNDS + 1):
                    loads = loads_of(bench, port, searches)
                    for name, (at, process) in who.items():
                        run = asyncio.run(measure(at, process, postmaster, loads[name]))
                        # The first round warms caches and connections.
                        runs[name] += [run] if round_no else []
                tell(bench, runs)


def loads_of(bench: str, port: int, searches: Iterator[list[Call]]) -> dict[str, list[Call]]:
    """Fresh calls of one bench for each of the three."""
    count = SIZES[bench]
    if bench == "search":
        calls = next(searches)  # a few of the peer's, a hundredfold dearer, tell enough
        return {"ours": calls, "peer": calls[: count // 50], "limit": calls}
    if bench == "submit":
        category = next(
            c for c in ask(port, "GET", "/v1/report-categories")["items"] if c.get("anonymous_allowed", True)
        )
        commune = ask(port, "GET", "/v1/communes?province=46&limit=1")["items"][0]["code"]
        return {who: report_calls(count, category["code"], commune) for who in ("ours", "peer", "limit")}
    if bench == "coverage":
        token = ask(port, "POST", "/v1/auth/demo", {"role": "officer"})["access_token"]
        ours = [
            Call(path="/v1/outreach/coverage?province=46", headers={"Authorization": f"Bearer {token}"})
        ] * count
        plain = [Call(path="/v1/outreach/coverage?province=46")] * count
        return {"ours": ours, "peer": plain[: count // 5], "limit": plain}
    token = ask(port, "POST", "/v1/auth/demo", {"role": "volunteer"})["access_token"]
    area = ask(port, "GET", "/v1/outreach/pull", token=token)
    area["team_id"] = ask(port, "GET", "/v1/me", token=token)["teams"][0]["id"]
    area["consent"] = "given_verbal"
    ours = our_sync_calls(count, area, token)
    plain = plain_sync_calls(ours, "19789")
    return {"ours": ours, "peer": plain, "limit": plain_sync_calls(ours, "19789")}


if __name__ == "__main__":
    main()
