"""A worker's own hands: what the relay has just taken begins here at once, without a trip through the queue.

They hold only so much. What is over goes to the queue, where any worker finds it; losing either loses nothing,
because a row that is not done is sent again. Jobs that only write rows are worked in one transaction together:
a commit and three statements for twenty-five of them (docs/decisions/0061).
"""

import asyncio
from collections.abc import Callable, Sequence

from api.kit.log import logger
from workers.work import Jobs, Pair

URGENT_PLACES, PLACES = 4, 6
TOGETHER = 25
log = logger("hands")


class Hands:
    """So many jobs at a time; urgent ones have places of their own."""

    def __init__(self, jobs: Jobs, *, when_free: Callable[[], None] = lambda: None) -> None:
        self.jobs, self.when_free = jobs, when_free
        self.busy: dict[bool, set[asyncio.Task[None]]] = {True: set(), False: set()}

    def places(self) -> int:
        """How many jobs that stand alone can begin now."""
        return PLACES - len(self.busy[False])

    def room(self) -> int:
        """How many rows can begin now, if all of them can be worked together."""
        return self.places() * TOGETHER

    def take(self, pairs: Sequence[Pair], *, urgent: bool) -> list[Pair]:
        """Begin what there is room for; what is left is for the queue."""
        left = list(pairs)
        limit = URGENT_PLACES if urgent else PLACES
        while left and len(self.busy[urgent]) < limit:
            count = 1
            if self.jobs.together(left[0]) and not urgent:
                count = next((n for n, pair in enumerate(left) if not self.jobs.together(pair)), len(left))
            chunk, left = left[: min(count, TOGETHER)], left[min(count, TOGETHER) :]
            task = asyncio.create_task(self.work(chunk))
            self.busy[urgent].add(task)
            task.add_done_callback(self.done)
        return left

    def done(self, task: asyncio.Task[None]) -> None:
        """A place is free."""
        for busy in self.busy.values():
            busy.discard(task)
        self.when_free()

    async def work(self, chunk: Sequence[Pair]) -> None:
        """Together; when one of them breaks, each alone, so that it harms none of the others."""
        if len(chunk) > 1:
            try:
                await self.jobs.run_together(chunk)
            except Exception as error:
                log.exception("jobs_failed_together", count=len(chunk), exc_info=error)
            else:
                return
        for event_id, name in chunk:
            try:
                await self.jobs.run(event_id, name)
            except Exception as error:
                # Logged by type and place only; the relay sends it again.
                log.exception("job_failed", job=name, event_id=event_id, exc_info=error)

    async def finish(self) -> None:
        """Wait for what is under way."""
        await asyncio.gather(*self.busy[True], *self.busy[False], return_exceptions=True)
