"""A bounded load from one process: keep-alive connections, CPU of the server read from /proc."""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import msgspec

from api.kit.ids import uuid7

TICKS = os.sysconf("SC_CLK_TCK")


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One request, ready to send."""

    method: str = "GET"
    path: str
    headers: dict[str, str] = {}
    body: bytes = b""

    def raw(self) -> bytes:
        """The bytes on the wire."""
        lines = [f"{self.method} {self.path} HTTP/1.1", "Host: bench", "Connection: keep-alive"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        if self.method != "GET":
            lines += [f"Content-Length: {len(self.body)}", "Content-Type: application/json"]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + self.body


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What one run of a load measured."""

    cpu_us: float
    """CPU (user + system) of server and database per request, microseconds."""
    server_us: float
    """The server's share of it."""
    per_second: float
    p99_ms: float


def stat_of(pid: int) -> list[str]:
    """The fields of /proc/pid/stat after the name."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far, with that of its ended children."""
    return sum(int(field) for field in stat_of(pid)[11:15]) / TICKS


def family(parent: int) -> list[int]:
    """A process and its children: a PostgreSQL with all its backends."""
    found = [parent]
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int(stat_of(int(folder.name))[1]) == parent:
                found.append(int(folder.name))
        except (OSError, IndexError):
            continue
    return found


def spread(random: Random) -> str:
    """An address of one of many people, as our proxy would forward it."""
    return ".".join(str(random.randrange(1, 255)) for _ in range(4))


def new_report(random: Random, category: str) -> dict[str, object]:
    """A report in Huế."""
    return {
        "id": str(uuid7()), "category_code": category, "description": "Ngập sâu trước cổng trường, xe máy chết máy",
        "lat": 16.46 + random.uniform(-0.05, 0.05), "lon": 107.59 + random.uniform(-0.05, 0.05),
        "accuracy_m": 12.5, "commune_code": "19789", "commune_confirmed": True,
        "happened_at": datetime.now(UTC).isoformat(timespec="seconds"), "anonymous": True, "urgent": False,
        "photo_count": 0,
    }  # fmt: skip


class UnexpectedAnswerError(RuntimeError):
    """A benchmark of errors measures nothing."""


async def one_connection(port: int, calls: Sequence[Call], ok: Callable[[int], bool]) -> list[float]:
    """Send the calls one after another on one connection; seconds each took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times = []
    try:
        for call in calls:
            started = time.perf_counter()
            writer.write(call.raw())
            head = await reader.readuntil(b"\r\n\r\n")
            lines = head.decode("latin-1").lower().split("\r\n")
            status = int(lines[0].split()[1])
            length = next((int(x.split(":")[1]) for x in lines if x.startswith("content-length:")), None)
            if length is not None:
                body = await reader.readexactly(length)
            else:
                body = await read_chunked(reader)
            times.append(time.perf_counter() - started)
            if not ok(status):
                message = f"{call.method} {call.path}: {status} {body[:300]!r}"
                raise UnexpectedAnswerError(message)
    finally:
        writer.close()
    return times


async def read_chunked(reader: asyncio.StreamReader) -> bytes:
    """A chunked body."""
    parts = []
    while size := int(await reader.readline(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readline()
    return b"".join(parts)


async def measure(
    port: int, pid: int, postmaster: int, calls: Sequence[Call], *, connections: int = 16
) -> Run:
    """Send all calls over so many connections; what it cost server and database together."""
    share = [list(calls[n::connections]) for n in range(connections)]
    before = {each: cpu_seconds(each) for each in (pid, *family(postmaster))}
    started = time.perf_counter()
    times = await asyncio.gather(
        *(one_connection(port, part, lambda s: 200 <= s < 300) for part in share if part)
    )
    elapsed = time.perf_counter() - started
    after = {each: cpu_seconds(each) for each in (pid, *family(postmaster))}
    spent = sum(seconds - before.get(each, 0.0) for each, seconds in after.items())
    flat = sorted(second for part in times for second in part)
    return Run(
        cpu_us=spent / len(flat) * 1e6,
        server_us=(after[pid] - before[pid]) / len(flat) * 1e6,
        per_second=len(flat) / elapsed,
        p99_ms=flat[int(len(flat) * 0.99)] * 1000,
    )
