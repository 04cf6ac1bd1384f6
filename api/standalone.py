"""Everything on one machine: embedded servers, schema, data, API and worker, in one command."""

import asyncio
import os
import socket
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import asyncpg

from api.kit.children import Child, ChildError
from api.kit.embedded import DATABASE, Postgres, Valkey
from api.kit.machine import (
    FIND_LOADED,
    UnusableError,
    claim_port,
    die_with_make,
    hold_folder,
    is_answering,
    open_log,
    read_port,
    read_secret,
    say,
    tree_version,
)
from api.kit.migrating import MIGRATIONS
from api.kit.settings import FALSE, SettingsError, read_settings
from api.kit.supervisor import StopAskedError, Supervisor, Watched

ROOT = MIGRATIONS.parent
UVICORN = [
    *("--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"),
    *("--no-server-header", "--no-proxy-headers", "--timeout-graceful-shutdown", "10"),
]
"""We write our own request log, and read X-Forwarded-For ourselves (TRUSTED_PROXIES)."""
WHERE = """
  Ứng dụng · the app           {address}/
  API · its documentation      {address}/docs
  Logs                         {log}
"""
READY_SECONDS = 60
FIND_BEAT = "select 1 from worker_beat where worker = $1"
FORGET_BEATS = "delete from worker_beat where beat_at < now() - interval '30 seconds'"


async def find_state(url: str) -> tuple[bool, bool]:
    """Whether everything this code ships is in the database already, and whether that is a demo."""
    connection = await asyncpg.connect(url)
    try:
        if await connection.fetchval("select to_regclass('data_load')") is None:
            return False, False
        await connection.execute(FORGET_BEATS)
        tree, demo = [await connection.fetchval(FIND_LOADED, name) for name in ("tree", "demo")]
        return tree == tree_version(), demo is not None
    finally:
        await connection.close()


def prepare(url: str, environ: Mapping[str, str]) -> bool:
    """Found the database unless nothing is to do; returns whether this is a demo."""
    said = os.environ.get("DEMO")
    wanted = "auto" if said is None else "no" if said.lower() in FALSE else "yes"
    done, demo = asyncio.run(find_state(url))
    if not done or (wanted == "yes" and not demo):
        founding = Child(
            "founding", [sys.executable, "-m", "api.founding", wanted], environ=environ, cwd=ROOT
        )
        founding.start()
        try:
            if founding.wait() != 0:
                message = "the database could not be prepared"
                raise UnusableError(message)
        finally:
            founding.stop()
        _, demo = asyncio.run(find_state(url))
    return demo and wanted != "no"


async def wait_until_ready(url: str, port: int, api: Child, worker: Child) -> None:
    """Return when the API answers /readyz with 200 and this very worker has beaten."""
    connection = await asyncpg.connect(url)
    try:
        until = time.monotonic() + READY_SECONDS
        beat = f"{socket.gethostname()}:{worker.pid}"
        while not (await is_answering(port) and await connection.fetchval(FIND_BEAT, beat)):
            for child in (api, worker):
                if not child.is_alive():
                    message = f"{child.name} ended at start{child.last_words()}"
                    raise UnusableError(message)
            if time.monotonic() > until:
                message = f"not ready after {READY_SECONDS} s{api.last_words()}{worker.last_words()}"
                raise UnusableError(message)
            await asyncio.sleep(0.03)
    finally:
        await connection.close()


def start_servers(supervisor: Supervisor, data: Path) -> tuple[str, str]:
    """The addresses of database and queue: the environment's, or those of servers of our own."""
    database_url, queue_url = os.environ.get("DATABASE_URL", ""), os.environ.get("QUEUE_URL", "")
    if not database_url:
        postgres = Postgres(data)
        if not (postgres.data / "PG_VERSION").exists():
            say("… creating the database")
        postgres.create()
        supervisor.add(Watched("postgres", postgres.start, postgres.is_alive, postgres.stop))
        asyncio.run(ensure_database(postgres))
        database_url = postgres.url(DATABASE)
    if not queue_url:
        valkey = Valkey(data)
        supervisor.add(Watched("valkey", valkey.start, valkey.is_alive, valkey.stop))
        queue_url = valkey.url
    return database_url, queue_url


async def ensure_database(postgres: Postgres) -> None:
    """Create our database in a new cluster."""
    connection = await asyncpg.connect(postgres.url("postgres"))
    try:
        if not await connection.fetchval("select 1 from pg_database where datname = $1", DATABASE):
            await connection.execute(f"create database {DATABASE}")
    finally:
        await connection.close()


def serve(supervisor: Supervisor, data: Path, host: str, port: int) -> None:
    """Bring everything up, say so, and look after it."""
    database_url, queue_url = start_servers(supervisor, data)
    environ = {
        **os.environ,
        "DATABASE_URL": database_url,
        "QUEUE_URL": queue_url,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or read_secret(data),
        "DATA_DIR": str(data),
        "PUBLIC_URL": os.environ.get("PUBLIC_URL", f"http://127.0.0.1:{port}"),
        "PYTHONUNBUFFERED": "1",
    }
    read_settings({**environ, "DEMO": "1"})
    demo = prepare(database_url, {**environ, "DEMO": "1"})
    environ["DEMO"] = str(int(demo))
    asgi = ["-m", "uvicorn", "--factory", "api.app:serve", "--host", host, "--port", str(port), *UVICORN]
    commands = {"api": asgi, "worker": ["-m", "workers.main"]}
    children = {
        name: Child(name, [sys.executable, *command], environ=environ, log=open_log(data, name), cwd=ROOT)
        for name, command in commands.items()
    }
    for name, child in children.items():
        supervisor.add(Watched(name, child.start, child.is_alive, child.stop))
    asyncio.run(wait_until_ready(database_url, port, children["api"], children["worker"]))
    address = f"http://127.0.0.1:{port}"
    if demo:
        say("DEMO: dữ liệu minh hoạ, không phải người thật · made-up data, nobody is real")
    sys.stdout.write(WHERE.format(address=address, log=data / "log"))
    sys.stdout.write(f"ready {address}\n")
    sys.stdout.flush()
    supervisor.watch()


def main() -> int:
    """Run until Ctrl-C or SIGTERM; returns the exit code."""
    die_with_make()
    supervisor = Supervisor()
    try:
        data = Path(os.environ.get("DATA_DIR") or ROOT / ".data").absolute()
        host, port = os.environ.get("HOST", "127.0.0.1"), read_port()
        with hold_folder(data):
            claim_port(host, port)
            try:
                serve(supervisor, data, host, port)
            finally:
                supervisor.stop()
    except StopAskedError:
        say("stopped")
    except (UnusableError, ChildError, SettingsError, OSError, asyncpg.PostgresError) as error:
        say(f"Ngõ Số cannot start: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
