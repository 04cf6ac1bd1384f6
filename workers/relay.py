"""The relay: moves outbox rows to the queue, again and again until their jobs are done.

The outbox is the truth, arq is only the hands: a row stays until every job of it has committed,
so losing the whole queue loses nothing and costs one resend.
"""

import asyncio
from collections.abc import Awaitable, Callable

import asyncpg
import msgspec

from api.kit.db import PoolDatabase
from api.kit.log import logger
from workers.hands import Hands
from workers.work import Jobs, Pair

TAKE_WAITING = """
update outbox_event e
set sends = e.sends + 1,
    send_at = now() + least(interval '30 seconds' * power(2, least(e.sends, 7)), interval '1 hour')
from (
    select id from outbox_event
    where done_at is null and send_at <= now() and ($2 or urgent)
    order by urgent desc, id
    limit $1
    for update skip locked
) waiting
where e.id = waiting.id
returning e.id, e.kind, e.urgent, e.sends
"""
FINISH_UNWIRED = """
update outbox_event set done_at = now() where id = any($1::bigint[]) and done_at is null
"""
SEND_AGAIN_SOON = """
update outbox_event set send_at = now() + interval '1 second' where id = any($1::bigint[])
"""
TIDY = """
delete from outbox_event where done_at < now() - interval '30 days'
"""
BEAT = """
insert into worker_beat (worker, beat_at) values ($1, now())
on conflict (worker) do update set beat_at = excluded.beat_at
"""
BATCH = 500
QUEUE_FULL = 200
"""Jobs in the queue beyond which a burst waits in the table."""
URGENT_ROOM = 8
"""Urgent rows taken at a time while there is room for no others."""
FULL = 8
"""So many rows taken say that more may wait."""
POLL_SECONDS = 2.0
"""The net under LISTEN/NOTIFY: how long a lost wake-up can delay a row."""
log = logger("relay")


class Waiting(msgspec.Struct, frozen=True):
    """A row to send: how often it was sent shows in the queue's job id."""

    id: int
    kind: str
    urgent: bool
    sends: int


Enqueue = Callable[[Waiting, str], Awaitable[None]]


class Relay:
    """Sends waiting rows, woken by NOTIFY, with a slow poll as net."""

    def __init__(
        self,
        database: PoolDatabase,
        jobs: Jobs,
        enqueue: Enqueue,
        *,
        hands: Hands | None = None,
        queued: Callable[[], Awaitable[int]] | None = None,
    ) -> None:
        self.database, self.jobs, self.enqueue = database, jobs, enqueue
        self.hands, self.queued = hands, queued
        self.wake = asyncio.Event()

    async def room(self) -> int:
        """How many rows that are not urgent to take: what our hands hold; one a place while the queue is full or gone.

        A burst stays in the table, where urgent rows overtake it and every worker helps itself, instead of
        filling a queue that cannot be reordered.
        """
        if self.hands is None:
            return BATCH
        if self.queued is not None and await self.queued() >= QUEUE_FULL:
            return self.hands.places()
        return min(BATCH, self.hands.room())

    async def send_waiting(self) -> int:
        """Hand one batch to our hands, what is over to the queue; returns how many rows it took."""
        room = await self.room()
        async with self.database.write() as tx:
            rows = [
                Waiting(**dict(row)) for row in await tx.fetch(TAKE_WAITING, room or URGENT_ROOM, room > 0)
            ]
            unwired = [row.id for row in rows if not self.jobs.names(row.kind)]
            if unwired:
                await tx.execute(FINISH_UNWIRED, unwired)
        rows.sort(key=lambda row: (not row.urgent, row.id))
        left = self.begin(rows)
        for position, row in enumerate(rows):
            try:
                for name in self.jobs.names(row.kind):
                    if left is None or (row.id, name) in left:
                        await self.enqueue(row, name)
            except (ConnectionError, OSError, TimeoutError):
                async with self.database.write() as tx:
                    await tx.execute(SEND_AGAIN_SOON, [late.id for late in rows[position:]])
                raise
        return len(rows)

    def begin(self, rows: list[Waiting]) -> set[Pair] | None:
        """Start what our own hands hold; what is left for the queue (None: everything)."""
        if self.hands is None:
            return None
        left: set[Pair] = set()
        for urgent in (True, False):
            pairs = [
                (row.id, name) for row in rows if row.urgent is urgent for name in self.jobs.names(row.kind)
            ]
            left.update(self.hands.take(pairs, urgent=urgent))
        return left

    async def run(self) -> None:
        """Send for ever; a broken queue or database is tried again."""
        while True:
            self.wake.clear()
            try:
                if await self.send_waiting() >= FULL:
                    # There is more, and other tasks of this process get their turn first.
                    await asyncio.sleep(0)
                    continue
            except (ConnectionError, OSError, TimeoutError, asyncpg.PostgresError) as error:
                log.warning("relay_waits", error=type(error).__name__)
                await asyncio.sleep(1)
                continue
            try:
                await asyncio.wait_for(self.wake.wait(), POLL_SECONDS)
            except TimeoutError:
                continue

    async def beat(self, worker: str) -> None:
        """Say that this worker lives, every five seconds; tidy the outbox now and then."""
        while True:
            try:
                async with self.database.write() as tx:
                    await tx.execute(BEAT, worker)
                    await tx.execute(TIDY)
            except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                log.warning("no_beat", error=type(error).__name__)
            await asyncio.sleep(5)
