"""Gathers what many requests want to write at once into few transactions.

Under load most of what a small write costs is its own round trips and its own commit. One at a
time is as quick as before: a batch never waits for company, it takes what has come meanwhile.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextvars import Context
from typing import Generic, TypeAlias, TypeVar

from api.kit.errors import Problem

Item = TypeVar("Item")
Result = TypeVar("Result")
WriteAll: TypeAlias = Callable[[Sequence[Item]], Awaitable[Sequence[Result | Problem]]]
"""Writes items in one transaction; an answer each, in order: a result, or the problem of that item."""
MOST = 64
AT_ONCE = 2
"""Batches under way: one is read and checked while the other commits."""


class Batcher(Generic[Item, Result]):
    """`put` answers when its item is committed; no item can harm its neighbours."""

    def __init__(
        self, write_all: WriteAll[Item, Result], *, most: int = MOST, at_once: int = AT_ONCE
    ) -> None:
        self.write_all, self.most, self.at_once = write_all, most, at_once
        self.waiting: deque[tuple[Item, asyncio.Future[Result]]] = deque()
        self.working: set[asyncio.Task[None]] = set()

    async def put(self, item: Item) -> Result:
        """The committed result of this item; raises its problem."""
        answer: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self.waiting.append((item, answer))
        if len(self.working) < self.at_once:
            # An empty context: a batch is nobody's request, so no request id sticks to its log lines.
            task = asyncio.create_task(self.drain(), context=Context())
            self.working.add(task)
            task.add_done_callback(self.working.discard)
        return await answer

    async def drain(self) -> None:
        """Write batches until nobody waits."""
        while self.waiting:
            count = min(self.most, len(self.waiting))
            await self.settle([self.waiting.popleft() for _ in range(count)])

    async def settle(self, batch: list[tuple[Item, asyncio.Future[Result]]]) -> None:
        """Write one batch; when it breaks as a whole, each item alone, so that only the broken one fails."""
        try:
            results = await self.write_all([item for item, _ in batch])
        except Exception as error:  # noqa: BLE001  whoever waits for it is told
            if len(batch) > 1:
                for entry in batch:
                    await self.settle([entry])
                return
            results = [error]  # type: ignore[list-item]
        for (_, answer), result in zip(batch, results, strict=True):
            if answer.done():  # its request was given up; a resend is answered from what was written
                continue
            if isinstance(result, Exception):
                answer.set_exception(result)
            else:
                answer.set_result(result)
