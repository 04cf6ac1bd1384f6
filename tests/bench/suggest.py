"""Suggestions and what search holds: CPU of every keystroke of 50 queries, memory and building of one worker.

`python -m tests.bench suggest`. Memory is measured in a process of its own, after the start's `warm`.
"""

import asyncio
import gc
import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import httpx
import msgspec
from obstore.store import MemoryStore

from api.app import create_app
from api.kit.db import PoolDatabase, open_pool
from api.kit.files import Files
from api.kit.settings import Settings
from api.procedures.actions import finding
from tests.bench.search_queries import asked
from tests.given.web import http_client

ROUNDS = 3
QUERIES = 50


def keystrokes() -> list[str]:
    """Every prefix of queries spread over the evaluation sets."""
    found = asked()
    chosen = found[:: max(1, len(found) // QUERIES)][:QUERIES]
    return [query[:end] for query in chosen for end in range(1, len(query) + 1)]


def told(name: str, seconds: Sequence[float]) -> dict[str, float]:
    """Half the time, 99 of 100 and the worst, in milliseconds."""
    ordered = sorted(1000 * second for second in seconds)
    places = {"p50": len(ordered) // 2, "p99": int(len(ordered) * 0.99), "worst": -1}
    return {f"{name}_{share}_ms": round(ordered[at], 3) for share, at in places.items()}


def core(typed: Sequence[str]) -> dict[str, float]:
    """The suggester alone, least CPU of a few runs for each."""
    suggester, shelf = finding.catalogue.suggester, finding.catalogue.shelf
    if suggester is None or shelf is None:
        raise SystemExit(1)
    cost = [float("inf")] * len(typed)
    for _ in range(ROUNDS):
        for at, text in enumerate(typed):
            started = time.process_time()
            if not suggester.suggest(text, limit=8, use=finding.catalogue.popularity.of):
                shelf.search(text, level=None, limit=8)
            cost[at] = min(cost[at], time.process_time() - started)
    return told("core", cost)


async def whole(client: httpx.AsyncClient, typed: Sequence[str]) -> dict[str, float]:
    """The whole request in process, the client's own work counted too."""
    cost = [float("inf")] * len(typed)
    for _ in range(ROUNDS):
        for at, text in enumerate(typed):
            started = time.process_time()
            answer = await client.get("/v1/procedures/suggestions", params={"q": text})
            cost[at] = min(cost[at], time.process_time() - started)
            if answer.status_code != httpx.codes.OK:
                raise SystemExit(answer.text)
    return told("request", cost)


def rss_mb() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def held(url: str, *, traced: bool) -> dict[str, float]:
    """What warming adds to a fresh process, and its CPU."""
    import numpy as np  # noqa: PLC0415  its code is not the index

    np.zeros(1)
    pool = await open_pool(url, size=1)
    gc.collect()
    before, started = rss_mb(), time.process_time()
    if traced:
        tracemalloc.start()
    await finding.warm(PoolDatabase(pool))
    gc.collect()
    seconds = time.process_time() - started
    await pool.close()
    if traced:
        return {"held_mb": round(tracemalloc.get_traced_memory()[0] / 1e6, 1)}
    return {"rss_mb": round(rss_mb() - before, 1), "build_cpu_s": round(seconds, 2)}


def in_new_process(url: str, kind: str) -> dict[str, float]:
    """`held` where nothing else was ever allocated."""
    command = [sys.executable, "-m", "tests.bench.suggest", url, kind]
    found: dict[str, float] = msgspec.json.decode(subprocess.check_output(command))
    return found


async def measured(url: str) -> dict[str, Any]:
    """Keystrokes over the edition of this database."""
    pool = await open_pool(url, size=2)
    database = PoolDatabase(pool)
    await finding.warm(database)
    settings = Settings(database_url=url, secret_key="x" * 32, log_level="warning", data_dir=os.devnull)
    typed = keystrokes()
    async with http_client(create_app(settings, database=database, files=Files(MemoryStore()))) as client:
        figures = core(typed) | await whole(client, typed)
    await pool.close()
    return {"bench": "suggest", "keystrokes": len(typed), **figures}


def main(url: str, tell: Callable[[str], None]) -> None:
    """One JSON line."""
    line = asyncio.run(measured(url)) | in_new_process(url, "traced") | in_new_process(url, "rss")
    tell(msgspec.json.encode(line).decode())


if __name__ == "__main__":
    _, address, kind = sys.argv
    sys.stdout.write(msgspec.json.encode(asyncio.run(held(address, traced=kind == "traced"))).decode())
