"""The whole product as `make run` starts it, in a folder and on a port of the test's own."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncpg
import psutil

from api.founding import shipped_version
from api.kit.embedded import DATABASE, Postgres
from api.kit.machine import PUT_LOADED, tree_version
from api.kit.migrating import MIGRATIONS
from tests.given.cluster import OPTIONS, TEMPLATE, cache_folder, copy_template, run_sql

READY_SECONDS = 60
OURS = {"DATABASE_URL", "QUEUE_URL", "DEMO", "PORT", "HOST", "SECRET_KEY", "PUBLIC_URL", "MAKELEVEL"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Standalone:
    """One running product."""

    def __init__(self, data: Path, *, port: int | None = None, **environ: str) -> None:
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        clean = {name: value for name, value in os.environ.items() if name not in OURS}
        self.environ = {**clean, "DATA_DIR": str(data), "PORT": str(self.port), "DEMO": "0", **environ}
        self.lines: list[str] = []
        self.seconds = 0.0

    def start(self) -> "Standalone":
        """Start it and return at once."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "api.standalone"],
            cwd=MIGRATIONS.parent,
            env=self.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            bufsize=1,
        )
        return self

    def wait_ready(self) -> "Standalone":
        """Return at the line that says ready; remembers what was said and how long it took."""
        started = time.monotonic()
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if line.startswith("ready "):
                self.seconds = time.monotonic() - started
                return self
        self.process.wait()
        self.close()
        raise AssertionError("\n".join(self.lines))

    def output(self) -> str:
        """Everything it says until it ends by itself."""
        said, _ = self.process.communicate(timeout=READY_SECONDS)
        return "\n".join([*self.lines, said])

    def family(self) -> list[psutil.Process]:
        """It and every process it started."""
        root = psutil.Process(self.process.pid)
        return [root, *root.children(recursive=True)]

    def child(self, word: str) -> psutil.Process | None:
        """Its direct child whose command holds the word; None when there is none, or only its remains."""
        for child in psutil.Process(self.process.pid).children():
            with suppress(psutil.Error):
                if any(word in part for part in child.cmdline()):
                    return child
        return None

    def get(self, path: str) -> dict[str, object]:
        """The JSON of a page."""
        with urllib.request.urlopen(f"{self.address}{path}", timeout=10) as answer:  # noqa: S310  our own address
            found: dict[str, object] = json.load(answer)
            return found

    def stop(self) -> int:
        """Ask it to end; its exit code."""
        self.process.terminate()
        code = self.process.wait(30)
        self.close()
        return code

    def kill(self) -> None:
        """End it as the kernel does when memory runs out."""
        self.process.kill()
        self.process.wait()
        self.close()

    def close(self) -> None:
        """Let go of its output."""
        if self.process.stdout is not None:
            self.process.stdout.close()


def found(data: Path) -> None:
    """A data folder as a first start and a clean end leave it, copied from the run's template; no procedures in it.

    Founding from nothing takes ten seconds and is what the journeys in the browser begin with, the demo province
    too; and reading the catalogue is seconds of work for each of the starts.
    """
    copy_template(cache_folder(), data)
    postgres = Postgres(data, options=OPTIONS)
    postgres.start()
    try:
        lines = ("with is_template false", "with allow_connections true", f"rename to {DATABASE}")
        asyncio.run(
            run_sql(postgres.url("postgres"), *(f"alter database {TEMPLATE} {line}" for line in lines))
        )
        asyncio.run(run_sql(postgres.url(DATABASE), "truncate procedure cascade"))
        asyncio.run(mark_loaded(postgres.url(DATABASE)))
    finally:
        postgres.stop()


async def mark_loaded(url: str) -> None:
    """Say what is in the database already, as founding does."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(PUT_LOADED, "base", shipped_version())
        await connection.execute(PUT_LOADED, "tree", tree_version())
    finally:
        await connection.close()


def survivors(processes: list[psutil.Process], seconds: float) -> list[psutil.Process]:
    """Which of them still run after so long."""
    _, alive = psutil.wait_procs(processes, timeout=seconds)
    return [process for process in alive if process.status() != psutil.STATUS_ZOMBIE]


@contextmanager
def running(data: Path, *, port: int | None = None, **environ: str) -> Iterator[Standalone]:
    """A running product, stopped at the end."""
    product = Standalone(data, port=port, **environ).start()
    try:
        yield product.wait_ready()
    finally:
        if product.process.poll() is None:
            product.stop()
