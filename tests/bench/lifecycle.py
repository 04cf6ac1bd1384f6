"""DIGIT's lifecycle on a million reports: create, assign, resolve, read, over HTTP; the same with taking on; and the figures of those cases. Three JSON lines.

`python -m tests.bench reports_lifecycle` (REPORTS=… for fewer rows, LIFECYCLES=… for more of them). DIGIT's own
load tests publish 6.3 lifecycles a second at 1.0 million rows with a p95 of 558 ms, on 16 virtual CPUs; ours run
on this machine with the load generator beside them; `cpu_ms` is what a lifecycle costs server and database, which
other work on the machine does not change much. DIGIT's lifecycle is four requests, and so is ours; most cases
are taken on before they are answered, so the second line has that as a fifth.
"""

import asyncio
import os
import tempfile
import time
from random import Random
from statistics import quantiles
from typing import Any

import asyncpg
import msgspec
import uvloop

from api import founding
from api.figures import actions as figures
from api.kit.db import open_pool, prepare_connection
from api.kit.demo import HANDLER_AGENCY, demo_agency
from api.kit.settings import Settings
from tests.bench.loadgen import Call, cpu_seconds, family, new_report, read_chunked, spread
from tests.given.cluster import test_server

ROWS = int(os.environ.get("REPORTS", "1000000"))
LIFECYCLES = int(os.environ.get("LIFECYCLES", "2000"))
CONNECTIONS = int(os.environ.get("CONNECTIONS", "8"))
PROCESSES = int(os.environ.get("API_PROCESSES", "2"))
DIGIT_RATE, DIGIT_P95_MS = 6.3, 558.0
SECRET = "only-for-the-bench-0123456789abcdef"
FILL = """
insert into report (
    id, content_hash, category_code, description, lat, lon, province_code, commune_id, commune_confirmed,
    happened_at, received_at, anonymous, urgent, priority, photo_count, state, agency_id, acknowledge_by, due_at,
    acknowledged_at, answer, finished_at, closed_at, published_at, public_text, public_lat, public_lon
)
select
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
        || '8' || lpad(to_hex(n), 15, '0'))::uuid,
    md5(n::text), (array['ha-tang.chieu-sang', 'moi-truong.rac', 'giao-thong.tin-hieu', 'thien-tai.ngap'])[1 + n % 4],
    'Đèn đường tắt trước cổng chợ, tối rất nguy hiểm ' || n, 16.3 + (n % 997) * 0.0003, 107.4 + (n % 1499) * 0.0003,
    '46', u.ids[1 + n % cardinality(u.ids)], true, at, at, true, false, 2, 0,
    case when n % 20 = 0 then 'in_progress' else 'closed' end, a.ids[1 + n % 4],
    at + interval '1 day', at + interval '5 days', at + interval '1 hour', 'Đã xử lý',
    case when n % 20 > 0 then at + interval '3 days' + (n % 5) * interval '1 day' end,
    case when n % 20 > 0 then at + interval '8 days' end, at + interval '1 hour', 'Đèn đường tắt',
    16.3 + (n % 997) * 0.0003, 107.4 + (n % 1499) * 0.0003
from (
    select n, timestamptz '2026-11-23' - (1000000 - n) * interval '90 seconds' as at from generate_series($1::int, $2::int) n
) s,
(select array_agg(id) as ids from admin_unit where province_code = '46' and valid_to is null and length(code) = 5) u,
(select array_agg(id) as ids from agency where province_code = '46') a
"""
FILL_STEPS = """
insert into report_step (report_id, action, state, by, occurred_at)
select id, 'submit', 'received', 'reporter', received_at from report where not demo
"""
COUNT_DIRECTLY = """
select commune_id, count(*), count(*) filter (where state = 'refused'), count(*) filter (where finished_at <= due_at),
    count(*) filter (where finished_at > due_at), count(*) filter (where open and due_at < now()), count(rating)
from report where received_at >= now() - interval '12 months' group by 1
"""
PIECE = 100_000


async def fill(url: str, folder: str) -> None:
    """The demo province and so many reports of two and a half years."""
    connection = await asyncpg.connect(url, server_settings={"jit": "off"})
    await prepare_connection(connection)
    settings = Settings(database_url=url, secret_key=SECRET, demo=True, data_dir=folder)
    await founding.load_demo(connection, settings)
    await connection.execute("set session_replication_role = replica")
    for start in range(1, ROWS + 1, PIECE):
        await connection.execute(FILL, start, min(start + PIECE - 1, ROWS))
    await connection.execute(FILL_STEPS)
    await connection.execute("vacuum analyze report")
    await connection.execute("analyze")
    await connection.close()


class Client:
    """One keep-alive connection that goes through whole lifecycles."""

    def __init__(self, port: int, tokens: dict[str, str]) -> None:
        self.port, self.tokens = port, tokens
        self.times: dict[str, list[float]] = {}

    async def open(self) -> None:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, name: str, call: Call) -> Any:
        """One request; its time is kept under `name`."""
        started = time.perf_counter()
        self.writer.write(call.raw())
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        lines = head.split("\r\n")
        length = next((int(line.split(":")[1]) for line in lines if line.startswith("content-length:")), None)
        body = await (read_chunked(self.reader) if length is None else self.reader.readexactly(length))
        self.times.setdefault(name, []).append(time.perf_counter() - started)
        if not lines[0].split()[1].startswith("2"):
            message = f"{call.path}: {lines[0]} {body[:300]!r}"
            raise RuntimeError(message)
        return msgspec.json.decode(body)

    async def live(self, body: dict[str, object], address: str, *, take_on: bool) -> None:
        """One lifecycle; with a step more when the handler takes the case on before answering."""
        new = Call(
            method="POST",
            path="/v1/reports",
            headers={"X-Forwarded-For": address},
            body=msgspec.json.encode(body),
        )
        receipt = await self.ask("create", new)
        path = f"/v1/agency/reports/{receipt['id']}"
        officer, handler = ({"Authorization": f"Bearer {self.tokens[who]}"} for who in ("officer", "handler"))
        agency = str(demo_agency(HANDLER_AGENCY))

        async def step(name: str, who: dict[str, str], **what: object) -> int:
            call = Call(method="POST", path=f"{path}/{name}", headers=who, body=msgspec.json.encode(what))
            found: int = (await self.ask(name, call))["version"]
            return found

        version = await step("assign", officer, version=1, agency_id=agency)
        if take_on:
            version = await step("accept", handler, version=version)
        await step("answer", handler, version=version, answer="Đã thay bóng đèn mới, đèn sáng bình thường")
        key = {"X-Tracking-Key": receipt["tracking_key"]}
        read = await self.ask("read", Call(path=f"/v1/me/reports/{receipt['id']}", headers=key))
        if read["state"] != "done":
            message = f"a lifecycle ended as {read['state']}"
            raise RuntimeError(message)


async def recount(url: str) -> float:
    """Count the public figures as a worker does; seconds."""
    pool = await open_pool(url, size=1)
    started = time.perf_counter()
    async with pool.acquire() as connection, connection.transaction():
        await figures.refresh(connection)
    elapsed = time.perf_counter() - started
    await pool.close()
    return elapsed


async def read_figures(port: int, url: str) -> tuple[list[float], float]:
    """Seconds of each look at the sheet by commune, and of the same months counted from the cases themselves."""
    client = Client(port, {})
    await client.open()
    for _ in range(100):
        await client.ask("figures", Call(path="/v1/figures?by=commune"))
    client.writer.close()
    connection = await asyncpg.connect(url, server_settings={"jit": "off"})
    started = time.perf_counter()
    await connection.fetch(COUNT_DIRECTLY)
    elapsed = time.perf_counter() - started
    await connection.close()
    return client.times["figures"], elapsed


async def live_all(
    port: int, tokens: dict[str, str], count: int, *, take_on: bool = False
) -> tuple[float, list[float], list[Client]]:
    """So many lifecycles over all connections; seconds for all, seconds of each, and the clients."""
    random, waiting = Random(count + take_on), iter(range(count))
    clients, whole = [Client(port, tokens) for _ in range(CONNECTIONS)], []
    for client in clients:
        await client.open()

    async def go_on(client: Client) -> None:
        for _ in waiting:
            began = time.perf_counter()
            await client.live(new_report(random, "ha-tang.chieu-sang"), spread(random), take_on=take_on)
            whole.append(time.perf_counter() - began)

    started = time.perf_counter()
    await asyncio.gather(*(go_on(client) for client in clients))
    elapsed = time.perf_counter() - started
    for client in clients:
        client.writer.close()
    return elapsed, whole, clients


def spent(pid: int, postmaster: int) -> float:
    """CPU seconds so far of the server's processes and the database's."""
    return sum(cpu_seconds(each) for each in {*family(pid), *family(postmaster)})


def p95(times: list[float]) -> float:
    """Milliseconds."""
    return round(quantiles(times, n=100)[94] * 1000, 1)


def main() -> None:
    """Fill, count, serve, live, look."""
    from tests.bench.__main__ import ask, find_postmaster, serving  # noqa: PLC0415  it imports this module

    with test_server() as server, tempfile.TemporaryDirectory() as folder:
        url = server.url(asyncio.run(server.clone()))
        asyncio.run(fill(url, folder))
        whole_count = asyncio.run(recount(url))
        environ = {
            "DATABASE_URL": url, "SECRET_KEY": SECRET, "DEMO": "1", "DATA_DIR": folder, "TRUSTED_PROXIES": "1",
        }  # fmt: skip
        flags = ["--workers", str(PROCESSES)] if PROCESSES > 1 else []
        with serving("api.app:serve", "--factory", *flags, **environ) as (port, pid):
            tokens = {
                who: ask(port, "POST", "/v1/auth/demo", {"role": who})["access_token"]
                for who in ("officer", "handler")
            }
            postmaster = asyncio.run(find_postmaster(url))
            uvloop.run(live_all(port, tokens, LIFECYCLES // 10))
            for take_on in (False, True):
                before = spent(pid, postmaster)
                elapsed, whole, clients = uvloop.run(live_all(port, tokens, LIFECYCLES, take_on=take_on))
                tell_lifecycles(elapsed, whole, clients, spent(pid, postmaster) - before)
            moved_count = asyncio.run(recount(url))
            looks, direct = asyncio.run(read_figures(port, url))
    line = {
        "bench": "figures", "value": p95(looks), "unit": "ms p95 of the public sheet by commune", "rows": ROWS,
        "peer": "the same twelve months counted from the cases at each look", "peer_value": round(direct * 1000, 1),
        "ratio": round(direct * 1000 / p95(looks), 1), "count_all_s": round(whole_count, 2),
        "count_moved_s": round(moved_count, 2),
    }  # fmt: skip
    print(msgspec.json.encode(line).decode(), flush=True)


def tell_lifecycles(elapsed: float, whole: list[float], clients: list[Client], used: float) -> None:
    """The line of the lifecycles."""
    calls: dict[str, list[float]] = {}
    for client in clients:
        for name, times in client.times.items():
            calls.setdefault(name, []).extend(times)
    rate = LIFECYCLES / elapsed
    line = {
        "bench": "reports_lifecycle", "value": round(rate, 1), "unit": f"lifecycles/s of {len(calls)} requests",
        "peer": "DIGIT CMS at 1.0 M rows, 16 vCPU (published)", "peer_value": DIGIT_RATE,
        "ratio": round(rate / DIGIT_RATE, 1), "rows": ROWS, "cpu_ms": round(used / LIFECYCLES * 1000, 2),
        "load_average": os.getloadavg()[0], "connections": CONNECTIONS, "processes": PROCESSES,
        "p95_request_ms": p95([each for times in calls.values() for each in times]), "p95_lifecycle_ms": p95(whole),
        "peer_p95_ms": DIGIT_P95_MS, "p95_ms": {name: p95(times) for name, times in calls.items()},
    }  # fmt: skip
    print(msgspec.json.encode(line).decode(), flush=True)
