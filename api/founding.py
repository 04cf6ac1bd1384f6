"""The data a new installation starts with: schema, shipped facts, and the demo province when wanted.

`python -m api.founding yes|no|auto` prepares DATABASE_URL. It is a process of its own, so that a
start with nothing to prepare does not pay for it.
"""

import asyncio
import hashlib
import inspect
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import asyncpg

from api.alerts import demo as warnings
from api.categories import demo as routes
from api.dossiers import demo as dossier_stories
from api.dossiers import load as dossiers
from api.figures import demo as figures
from api.gauges import demo as floods
from api.gauges import load as gauges
from api.grants import demo as grants
from api.identity import demo as identity
from api.kit.db import Connection, prepare_connection
from api.kit.holidays import load_calendar
from api.kit.machine import FIND_LOADED, PUT_LOADED, say, tree_version
from api.kit.migrating import MIGRATIONS, MigrationError, migrate
from api.kit.settings import Settings, read_settings
from api.messages import demo as letters
from api.photos import demo as pictures
from api.places import load as places
from api.procedures import load as procedures
from api.reports import demo as report_stories
from api.rescue import demo as rescue_stories
from outreach import demo as walks

Loader = Callable[[Connection], Awaitable[object]]
BASE: tuple[Loader, ...] = (load_calendar, dossiers.load, places.load, procedures.load, gauges.load)
"""What every installation has: facts shipped with the code. Each loader may run again."""
DEMO: tuple[Loader, ...] = (
    identity.load_demo,
    grants.load_demo,
    walks.load_demo,
    routes.load_demo,
    floods.load_demo,
)
"""The demo province, made by the same actions people use; only with DEMO on."""
KeyedLoader = Callable[[Connection, Settings], Awaitable[object]]
KEYED_DEMO: tuple[KeyedLoader, ...] = (
    dossier_stories.load_demo,
    partial(report_stories.load_demo, show=pictures.show_result),
    pictures.load_demo,
    warnings.load_demo,
    rescue_stories.load_demo,
    letters.load_demo,
    figures.load_demo,
)
"""Demo data that is kept under keyed hashes, so that it needs the installation's secret."""


ROOT = MIGRATIONS.parent


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


async def found(settings: Settings, demo: str) -> None:
    """Migrate, load what is shipped when it changed, and the demo when wanted (or "auto": if all is empty).

    A database with real people's data never becomes a demo unasked. All in one transaction.
    """
    connection = await asyncpg.connect(
        settings.database_url, server_settings={"jit": "off", "timezone": "UTC"}
    )
    try:
        await prepare_connection(connection)
        for name in await migrate(connection):
            say(f"  schema: {name}")
        base, made = [await connection.fetchval(FIND_LOADED, name) for name in ("base", "demo")]
        version = shipped_version()
        async with connection.transaction():
            if base != version:
                say("… loading provinces, communes, procedures, holidays")
                await load_base(connection)
                await connection.execute(PUT_LOADED, "base", version)
            if made is None and (demo == "yes" or (demo == "auto" and base is None)):
                say("… loading the demo province")
                await load_demo(connection, settings)
                await connection.execute(PUT_LOADED, "demo", version)
            await connection.execute(PUT_LOADED, "tree", tree_version())
        if base != version:
            await connection.execute("analyze")
    finally:
        await connection.close()


def main() -> int:
    """Prepare the database of the environment."""
    try:
        asyncio.run(found(read_settings(), sys.argv[1]))
    except (MigrationError, OSError, asyncpg.PostgresError) as error:
        say(f"{type(error).__name__}: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
