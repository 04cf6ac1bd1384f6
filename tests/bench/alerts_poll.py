"""A phone asks whether there is a warning: bytes on the wire and CPU of server and database, 200 and 304.

`python -m tests.bench alerts_poll`. The limit is a bare ASGI function that has the same bytes and the same tag ready
and compares one header: what an answer cannot cost less than behind this server.
"""

import asyncio
import contextlib
import os
import tempfile
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from typing import Any

import asyncpg
import msgspec

from api import founding
from api.alerts.actions import publish
from api.kit.clock import now
from api.kit.db import prepare_connection
from api.kit.settings import Settings
from tests.bench.loadgen import cpu_seconds, family
from tests.given.alerts import new_alert
from tests.given.cluster import test_server
from tests.given.reports import officer

ASKED = 4_000
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
AT_ONCE = 16
COMMUNE = "19777"
PATH = f"/v1/alerts?commune={COMMUNE}&active=true"
SECRET = "only-for-the-bench-0123456789abcdef"
READY: dict[str, bytes] = {}


async def limit(scope: Any, receive: Any, send: Any) -> None:
    """The same bytes, ready; one header compared."""
    if scope["type"] == "lifespan":
        for kind in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{kind}.complete"})
        return
    if not READY:
        READY["body"] = bytes.fromhex(os.environ["BENCH_BODY"])
        READY["tag"] = os.environ["BENCH_TAG"].encode()
    known = (b"if-none-match", READY["tag"]) in scope["headers"]
    head = [(b"content-type", b"application/json"), (b"etag", READY["tag"])]
    head += [(b"cache-control", b"max-age=15, s-maxage=15, public"), (b"vary", b"Accept-Encoding")]
    body = b"" if known else READY["body"]
    head += [] if known else [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 304 if known else 200, "headers": head})
    await send({"type": "http.response.body", "body": body})


async def ask(port: int, count: int, headers: str, status: int) -> tuple[int, bytes, bytes]:
    """So many questions on one connection; bytes of one answer, its head and body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    raw = f"GET {PATH} HTTP/1.1\r\nHost: bench\r\n{headers}\r\n".encode()
    head = body = b""
    for _ in range(count):
        writer.write(raw)
        head = await reader.readuntil(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        if int(lines[0].split()[1]) != status:
            raise RuntimeError(lines[0])
        size = next((int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length:")), 0)
        body = await reader.readexactly(size)
    writer.close()
    return len(head) + len(body), head, body


async def measured(port: int, pid: int, postmaster: int, headers: str, status: int) -> tuple[float, int]:
    """CPU µs a question of server and database, and bytes of an answer."""
    before = {each: cpu_seconds(each) for each in (pid, *family(postmaster))}
    sizes = await asyncio.gather(*(ask(port, ASKED // AT_ONCE, headers, status) for _ in range(AT_ONCE)))
    after = {each: cpu_seconds(each) for each in (pid, *family(postmaster))}
    spent = sum(seconds - before.get(each, 0.0) for each, seconds in after.items())
    return spent / ASKED * 1e6, sizes[0][0]


async def make_database(url: str, folder: str) -> None:
    """The demo province and one warning for real in the commune asked about."""
    connection = await asyncpg.connect(url)
    await prepare_connection(connection)
    settings = Settings(database_url=url, secret_key=SECRET, demo=True, data_dir=folder)
    await founding.load_demo(connection, settings)
    async with connection.transaction():
        new = new_alert(
            effective_at=now(), expires_at=now() + timedelta(days=2), instruction="Kê cao tài sản."
        )
        await publish(connection, new, officer(), settings=settings)
    await connection.execute("analyze")
    await connection.close()


def main(say: Callable[[str], object]) -> None:
    """One JSON object a kind of answer."""
    from tests.bench.__main__ import find_postmaster, serving  # noqa: PLC0415  it lists this bench

    with contextlib.ExitStack() as stack:
        server = stack.enter_context(test_server())
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        url = server.url(asyncio.run(server.clone()))
        asyncio.run(make_database(url, folder))
        postmaster = asyncio.run(find_postmaster(url))
        ours, pid = stack.enter_context(
            serving(
                "api.app:serve", "--factory", DATABASE_URL=url, SECRET_KEY=SECRET, DEMO="1", DATA_DIR=folder
            )
        )
        asyncio.run(asyncio.sleep(3))  # the board's first look
        _, head, body = asyncio.run(ask(ours, 1, "", 200))
        tag = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"etag:"))[5:].strip()
        bare, bare_pid = stack.enter_context(
            serving("tests.bench.alerts_poll:limit", BENCH_BODY=body.hex(), BENCH_TAG=tag.decode())
        )
        kinds = {
            "304": (f"If-None-Match: {tag.decode()}\r\n", 304),
            "200": ("", 200),
            "200_gzip": ("Accept-Encoding: gzip\r\n", 200),
        }
        for kind, (headers, status) in kinds.items():
            runs: dict[str, list[tuple[float, int]]] = {"ours": [], "limit": []}
            for round_no in range(ROUNDS + 1):
                for who, (port, process) in {"ours": (ours, pid), "limit": (bare, bare_pid)}.items():
                    run = asyncio.run(measured(port, process, postmaster, headers, status))
                    runs[who] += [run] if round_no else []
            mine, least = (median(cpu for cpu, _ in runs[who]) for who in ("ours", "limit"))
            line = {
                "bench": f"alerts_poll_{kind}", "value": round(mine, 1), "unit": "CPU us/request of server and database",
                "limit": "bare ASGI with the same bytes ready", "limit_value": round(least, 1),
                "limit_ratio": round(least / mine, 2), "bytes": runs["ours"][0][1], "rounds": ROUNDS,
            }  # fmt: skip
            say(msgspec.json.encode(line).decode())
