"""Everything on one machine: embedded servers, schema, data, API and worker, in one command."""

from collections.abc import Awaitable, Callable

from api.kit.db import Connection
from api.kit.holidays import load_calendar
from api.places import actions as places

Loader = Callable[[Connection], Awaitable[object]]
BASE: tuple[Loader, ...] = (load_calendar, places.load)
"""What every installation has: facts shipped with the code. Each loader may run again."""
DEMO: tuple[Loader, ...] = ()
"""The demo province, made by the same actions people use; only with DEMO on."""


async def load_base(connection: Connection) -> None:
    """Write the facts every installation has, in one transaction."""
    async with connection.transaction():
        for load in BASE:
            await load(connection)


async def load_demo(connection: Connection) -> None:
    """Write the demo province, in one transaction."""
    async with connection.transaction():
        for load in DEMO:
            await load(connection)
