"""Gathers what many requests want to write at once into few transactions.

Under load most of what a small write costs is its own round trips and its own commit. One at a
time is as quick as before: a batch never waits for company, it takes what has come meanwhile.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextvars import Context
from typing import Generic, TypeAlias, TypeVar

import asyncpg

from api.kit.errors import Busy, Problem

Item = TypeVar("Item")
Result = TypeVar("Result")
WriteAll: TypeAlias = Callable[[Sequence[Item]], Awaitable[Sequence[Result | Problem]]]
"""Writes items in one transaction; an answer each, in order: a result, or the problem of that item."""
Entry: TypeAlias = tuple[Item, asyncio.Future[Result]]
ITEM_FAULTS = (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError)
"""What one item can do to its whole batch; everything else is the database's own trouble."""
MOST = 64
ROOM = 5_000
"""Items that may wait; more are refused at once rather than after the time limit."""
AT_ONCE = 2
"""Batches under way: one is read and checked while the other commits."""


class Batcher(Generic[Item, Result]):
    """`put` answers when its item is committed; no item can harm its neighbours."""

    def __init__(
        self, write_all: WriteAll[Item, Result], *, most: int = MOST, at_once: int = AT_ONCE
    ) -> None:
        self.write_all, self.most, self.at_once = write_all, most, at_once
        self.waiting: deque[Entry[Item, Result]] = deque()
        self.working: set[asyncio.Task[None]] = set()

    async def put(self, item: Item) -> Result:
        """The committed result of this item; raises its problem, or Busy when too many wait already."""
        if len(self.waiting) >= ROOM:
            raise Busy
        answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self.waiting.append((item, answer))
        if len(self.working) < self.at_once:
            # An empty context: a batch is nobody's request, so no request id sticks to its log lines.
            self.working.add(asyncio.create_task(self.drain(), context=Context()))
        return await answer

    async def drain(self) -> None:
        """Write batches until nobody waits."""
        try:
            while batch := self.next_batch():
                await self.settle(batch)
        finally:
            # In the same turn as the last look at who waits: nobody can come in between and be left alone.
            task = asyncio.current_task()
            if task is not None:
                self.working.discard(task)

    def next_batch(self) -> list[Entry[Item, Result]]:
        """Those who waited longest; who gave up is left out, a resend is answered from what was written."""
        batch: list[Entry[Item, Result]] = []
        while self.waiting and len(batch) < self.most:
            entry = self.waiting.popleft()
            if not entry[1].done():
                batch.append(entry)
        return batch

    async def settle(self, batch: list[Entry[Item, Result]]) -> None:
        """Write one batch; when an item breaks it, each alone, so that only the broken one fails.

        A database that is away or slow breaks all of them at once: trying each would only add its waits up.
        """
        try:
            results = await self.write_all([item for item, _ in batch])
        except ITEM_FAULTS as error:
            if len(batch) > 1:
                for entry in batch:
                    await self.settle([entry])
            else:
                tell(batch, error)
        except Exception as error:  # noqa: BLE001  whoever waits for it is told
            tell(batch, error)
        except BaseException:
            tell(batch, Busy())
            raise
        else:
            for (_, answer), result in zip(batch, results, strict=False):
                if answer.done():
                    continue
                if isinstance(result, Problem):
                    answer.set_exception(result)
                else:
                    answer.set_result(result)
            tell(batch[len(results) :], Busy())


def tell(batch: Sequence[Entry[Item, Result]], error: Exception) -> None:
    """Give everybody who still waits the same error."""
    for _, answer in batch:
        if not answer.done():
            answer.set_exception(error)
