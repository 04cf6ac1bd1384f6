"""Writing one thing while the next is worked out, in one transaction and in order."""

import asyncio
import gc
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self


@contextmanager
def no_collecting() -> Iterator[None]:
    """Let the collector of cycles rest.

    A batch makes a hundred thousand objects that all live to its end, and would have it walk through them
    again and again.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Scribe:
    """Runs one piece of writing at a time. Leaving waits for the last, and for nothing after an error."""

    def __init__(self) -> None:
        self.last: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Nothing is written yet."""
        return self

    async def after_the_last(self, work: Coroutine[Any, Any, None]) -> None:
        """Start this writing as soon as the one before is done; an error of that one is raised here."""
        if self.last is not None:
            before, self.last = self.last, None
            try:
                await before
            except BaseException:
                work.close()
                raise
        self.last = asyncio.create_task(work)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for the last writing; after an error only let it stop."""
        if self.last is None:
            return
        if kind is None:
            await self.last
            return
        self.last.cancel()
        await asyncio.gather(self.last, return_exceptions=True)
