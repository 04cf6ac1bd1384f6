"""Once a night: what became of old messages is forgotten, and older messages lose their words."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from api.messages.store import forgetting as store

AT_ONCE = 10_000
MOST = 500_000
"""A night's work at most: the rest is done the next night."""


async def forget_old(tx: Connection, settings: Settings) -> None:
    """Delete deliveries that are over and past their days; erase the words of messages past theirs.

    A message is told once because its key stays, and leaves the app once because `planned_at` stays.
    """
    at = now()
    finished = at - timedelta(days=settings.delivery_keep_days)
    old = at - timedelta(days=max(settings.inbox_keep_days, settings.delivery_keep_days))
    await until_done(lambda: store.delete_deliveries(tx, before=finished, limit=AT_ONCE))
    await until_done(lambda: store.erase_messages(tx, before=old, limit=AT_ONCE, at=at))


async def until_done(step: Callable[[], Awaitable[int]]) -> None:
    """Some at a time, so that no statement lasts long."""
    for _ in range(MOST // AT_ONCE):
        if await step() < AT_ONCE:
            return
