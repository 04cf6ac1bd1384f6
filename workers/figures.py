"""The public figures are counted anew every few minutes, where something moved."""

import asyncio

import asyncpg

from api.figures import actions
from api.kit.db import PoolDatabase
from api.kit.log import logger

EVERY_SECONDS = 300
log = logger("figures")


async def watch(database: PoolDatabase) -> None:
    """Count for ever; what breaks with the database is counted at the next look."""
    while True:
        try:
            async with database.write() as tx:
                await actions.refresh(tx)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            log.warning("figures_wait", error=type(error).__name__)
        await asyncio.sleep(EVERY_SECONDS)
