"""Being woken: a connection of its own that hears what PostgreSQL notifies, for as long as the worker lives."""

import asyncio
from collections.abc import Callable

import asyncpg

AGAIN_SECONDS = 1.0


async def listen(url: str, channel: str, ring: Callable[[], None]) -> None:
    """Ring at every notification of a channel, and once at each new connection; reconnect for ever."""
    while True:
        try:
            connection = await asyncpg.connect(url)
            try:
                lost = asyncio.Event()
                connection.add_termination_listener(lambda _, lost=lost: lost.set())
                await connection.add_listener(channel, lambda *_: ring())
                ring()
                await lost.wait()
            finally:
                # A polite goodbye fails where the database is gone, and its error would hide a cancellation.
                connection.terminate()
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
            await asyncio.sleep(AGAIN_SECONDS)
