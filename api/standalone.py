"""Everything on one machine: embedded servers, schema, data, API and worker, in one command."""

import asyncio
import hashlib
import inspect
import os
import socket
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import asyncpg

from api.alerts import demo as warnings
from api.categories import demo as routes
from api.dossiers import demo as dossier_stories
from api.dossiers import load as dossiers
from api.grants import demo as grants
from api.identity import demo as identity
from api.kit.children import Child, ChildError
from api.kit.db import Connection, prepare_connection
from api.kit.embedded import Postgres, Valkey
from api.kit.holidays import load_calendar
from api.kit.machine import (
    UnusableError,
    claim_port,
    die_with_make,
    hold_folder,
    is_answering,
    open_log,
    read_secret,
    say,
)
from api.kit.migrating import MIGRATIONS, MigrationError, migrate
from api.kit.settings import FALSE, Settings, read_settings
from api.kit.supervisor import StopAskedError, Supervisor, Watched
from api.photos import demo as pictures
from api.places import load as places
from api.procedures import load as procedures
from api.reports import demo as report_stories
from outreach import demo as walks

Loader = Callable[[Connection], Awaitable[object]]
BASE: tuple[Loader, ...] = (load_calendar, dossiers.load, places.load, procedures.load)
"""What every installation has: facts shipped with the code. Each loader may run again."""
DEMO: tuple[Loader, ...] = (identity.load_demo, grants.load_demo, walks.load_demo, routes.load_demo)
"""The demo province, made by the same actions people use; only with DEMO on."""
KeyedLoader = Callable[[Connection, Settings], Awaitable[object]]
KEYED_DEMO: tuple[KeyedLoader, ...] = (
    dossier_stories.load_demo,
    report_stories.load_demo,
    pictures.load_demo,
    warnings.load_demo,
)
"""Demo data that is kept under keyed hashes, so that it needs the installation's secret."""

ROOT = MIGRATIONS.parent
DATABASE = "ngoso"
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
FIND_LOADED = "select version from data_load where name = $1"
PUT_LOADED = """
insert into data_load (name, version) values ($1, $2)
on conflict (name) do update set version = excluded.version, loaded_at = now()
"""


async def load_base(connection: Connection) -> None:
    """Write the facts every installation has, in one transaction."""
    async with connection.transaction():
        for load in BASE:
            await load(connection)


async def load_demo(connection: Connection, settings: Settings) -> None:
    """Write the demo province, in one transaction."""
    async with connection.transaction():
        for load in DEMO:
            await load(connection)
        for load_keyed in KEYED_DEMO:
            await load_keyed(connection, settings)


def shipped_version() -> str:
    """A hash of the facts that are shipped and of the code that loads them."""
    content = hashlib.sha256()
    sources = {Path(inspect.getsourcefile(inspect.unwrap(load)) or "") for load in BASE}
    data = {
        path for room in ("api", "outreach") for path in (ROOT / room).rglob("data/**/*") if path.is_file()
    }
    for path in sorted(sources | data):
        content.update(path.read_bytes())
    return content.hexdigest()


async def prepare(settings: Settings, *, demo_wanted: bool | None) -> bool:
    """Migrate, load what is shipped when it changed, and the demo into an empty database.

    Returns whether this is a demo: a database with real people's data never becomes one unasked.
    """
    connection = await asyncpg.connect(
        settings.database_url, server_settings={"jit": "off", "timezone": "UTC"}
    )
    try:
        await prepare_connection(connection)
        for name in await migrate(connection):
            say(f"  schema: {name}")
        await connection.execute(FORGET_BEATS)
        base, demo = [await connection.fetchval(FIND_LOADED, name) for name in ("base", "demo")]
        version = shipped_version()
        async with connection.transaction():
            if base != version:
                say("… loading provinces, communes, procedures, holidays")
                await load_base(connection)
                await connection.execute(PUT_LOADED, "base", version)
            if demo is None and (demo_wanted or (base is None and demo_wanted is None)):
                say("… loading the demo province")
                await load_demo(connection, settings)
                await connection.execute(PUT_LOADED, "demo", version)
                demo = version
        if base != version:
            await connection.execute("analyze")
    finally:
        await connection.close()
    return demo is not None and demo_wanted is not False


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
    wanted = os.environ.get("DEMO")
    environ = {
        **os.environ,
        "DATABASE_URL": database_url,
        "QUEUE_URL": queue_url,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or read_secret(data),
        "DATA_DIR": str(data),
        "PUBLIC_URL": os.environ.get("PUBLIC_URL", f"http://127.0.0.1:{port}"),
        "PYTHONUNBUFFERED": "1",
    }
    settings = read_settings({**environ, "DEMO": "1"})
    demo = asyncio.run(prepare(settings, demo_wanted=None if wanted is None else wanted.lower() not in FALSE))
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
        host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8000"))
        with hold_folder(data):
            claim_port(host, port)
            try:
                serve(supervisor, data, host, port)
            finally:
                supervisor.stop()
    except StopAskedError:
        say("stopped")
    except (UnusableError, ChildError, MigrationError, OSError, asyncpg.PostgresError) as error:
        say(f"Ngõ Số cannot start: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
