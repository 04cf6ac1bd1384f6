"""The post: plans what was told, hands deliveries to carriers outside any transaction, asks about lost answers.

Everything it knows is in the tables `message` and `delivery`: the queue has no part in it. Each way has two
lanes. The urgent one has places of its own and no pace; the normal one goes at an even pace and sleeps at night.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

import asyncpg

from api.kit.clock import now
from api.kit.db import PoolDatabase
from api.kit.log import logger
from api.kit.settings import Settings
from api.messages.actions import carrying, planning
from api.messages.actions.carrying import NORMAL, URGENT
from api.messages.actions.writing import letter_of
from api.messages.contracts import Way
from api.messages.gateway.carrier import Carrier, Letter
from api.messages.rules import outcomes
from api.messages.rules.outcomes import Came, Outcome
from api.messages.store.carrying import Task

PLACES = {URGENT: 16, NORMAL: 16}
"""Calls at a time, a way and a lane."""
BATCH = 8
"""Rows a claim takes at most: small, so that workers share evenly and a crash leaves few to ask about."""
POLL_SECONDS = 2.0
OFF_SECONDS, OFF_AT_ONCE = 600, 200
"""How often ways without an account are looked at, and how many of their deliveries at a time."""
SEND_SECONDS = 30.0
"""No call lasts longer; well under the lease after which a row counts as dropped."""
DOWN = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)
log = logger("post")


class Post:
    """Carries; hold one a worker process, and `run` it."""

    def __init__(self, database: PoolDatabase, settings: Settings, carriers: Mapping[Way, Carrier]) -> None:
        self.database, self.settings, self.carriers = database, settings, carriers
        self.rung: list[asyncio.Event] = []
        self.sending: set[asyncio.Task[None]] = set()

    def ring(self) -> None:
        """Something new was told or planned: everybody looks."""
        for bell in self.rung:
            bell.set()

    async def run(self) -> None:
        """Plan, carry and ask for ever."""
        loops = [self.keep(self.plan), self.close_off()]
        for way in self.carriers:
            loops.append(self.keep(lambda way=way: self.ask_lost(way)))  # type: ignore[misc]  # bound at once
            loops += [self.lane(way, lane) for lane in (URGENT, NORMAL)]
        async with asyncio.TaskGroup() as group:
            for loop in loops:
                group.create_task(loop)

    async def finish(self) -> None:
        """Wait for the calls under way, when nothing new begins: cut off, each would be a lost answer, and some sent twice."""
        await asyncio.gather(*self.sending, return_exceptions=True)

    async def keep(self, look: Callable[[], Awaitable[int]]) -> None:
        """Look again as long as there is something, then when the bell rings or the poll is due."""
        bell = asyncio.Event()
        self.rung.append(bell)
        while True:
            bell.clear()
            try:
                if await look():
                    continue
            except DOWN as error:
                log.warning("post_waits", error=type(error).__name__)
                await asyncio.sleep(1)
                continue
            await self.pause(bell)

    async def pause(self, bell: asyncio.Event) -> None:
        """Until the bell or the poll."""
        try:
            await asyncio.wait_for(bell.wait(), POLL_SECONDS)
        except TimeoutError:
            return

    async def plan(self) -> int:
        """Decide on the next messages; how many."""
        async with self.database.write() as tx:
            planned = await planning.plan_next(tx, open_ways=frozenset(self.carriers))
        if planned:
            self.ring()
        return planned

    async def close_off(self) -> None:
        """Now and then: what waits for a way that nobody carries goes on without it."""
        while True:
            try:
                for way in Way:
                    while way not in self.carriers and await self.close_some(way) == OFF_AT_ONCE:
                        pass
            except DOWN as error:
                log.warning("post_waits", error=type(error).__name__)
            await asyncio.sleep(OFF_SECONDS)

    async def close_some(self, way: Way) -> int:
        """The next few of a way that nobody carries; how many."""
        async with self.database.write() as tx:
            return await carrying.close_off(tx, way, limit=OFF_AT_ONCE)

    async def lane(self, way: Way, lane: tuple[int, int]) -> None:
        """Keep the places of one lane full. The normal lane never starts more a second than the rate."""
        bell = asyncio.Event()
        self.rung.append(bell)
        under_way: set[asyncio.Task[None]] = set()
        while True:
            bell.clear()
            begun = time.monotonic()
            room = min(BATCH, PLACES[lane] - len(under_way))
            taken = 0
            if room > 0:
                try:
                    taken = await self.start(way, lane, room, under_way)
                except DOWN as error:
                    log.warning("post_waits", error=type(error).__name__)
                    await asyncio.sleep(1)
            if taken and lane == NORMAL:
                # What claiming took is part of the pace.
                await asyncio.sleep(max(0.0, begun + taken / self.settings.message_rate - time.monotonic()))
            elif not taken:
                waiting = asyncio.create_task(self.pause(bell))
                done, _ = await asyncio.wait({waiting, *under_way}, return_when=asyncio.FIRST_COMPLETED)
                if waiting not in done:
                    waiting.cancel()

    async def start(
        self, way: Way, lane: tuple[int, int], room: int, under_way: set[asyncio.Task[None]]
    ) -> int:
        """Claim and begin to send; how many rows were taken."""
        carrier = self.carriers[way]
        async with self.database.write() as tx:
            claim = await carrying.claim(
                tx, self.settings, way, lane=lane, price_vnd=carrier.price_vnd, limit=room
            )
        for task in claim.tasks:
            sending = asyncio.create_task(self.carry(carrier, task))
            for held in (under_way, self.sending):
                held.add(sending)
                sending.add_done_callback(held.discard)
        return claim.taken

    async def carry(self, carrier: Carrier, task: Task) -> None:
        """Hand one delivery over and keep what came of it.

        One that was claimed long ago (this process was held up) may have been asked about by others meanwhile:
        it is left to them, because its call could end after its lease.
        """
        if task.sending_at is None or now() - task.sending_at > outcomes.LEASE - timedelta(
            seconds=SEND_SECONDS
        ):
            return
        outcome = await self.called(carrier.send, letter_of(self.settings, task))
        await self.keep_outcome(task, outcome)

    async def ask_lost(self, way: Way) -> int:
        """Ask about deliveries whose answer was lost before anything is sent again; how many."""
        async with self.database.write() as tx:
            tasks = await carrying.claim_lost(tx, way, limit=BATCH)
        # All at once: asked one after another, the last would outlive the time nobody else asks about it.
        await asyncio.gather(*(self.ask(self.carriers[way], task) for task in tasks))
        return len(tasks)

    async def ask(self, carrier: Carrier, task: Task) -> None:
        """Ask about one delivery, where the carrier can be asked, and keep what it says."""
        outcome = Outcome(came=Came.SILENT, reason="answer-lost")
        if carrier.can_ask:
            outcome = await self.called(carrier.ask, letter_of(self.settings, task))
        await self.keep_outcome(task, outcome)

    async def called(self, call: Callable[[Letter], Awaitable[Outcome]], letter: Letter) -> Outcome:
        """One conversation with a carrier; whatever breaks in it, the delivery is asked about later."""
        try:
            async with asyncio.timeout(SEND_SECONDS):
                return await call(letter)
        except Exception as error:
            log.exception("carrier_broke", exc_info=error)
            return Outcome(came=Came.LOST, reason=type(error).__name__)

    async def keep_outcome(self, task: Task, outcome: Outcome) -> None:
        """Write what came of it; while the database is away the row stays `sending` and is asked about."""
        try:
            async with self.database.write() as tx:
                state = await carrying.record(tx, task, outcome)
        except DOWN as error:
            log.warning("outcome_not_kept", error=type(error).__name__)
            return
        if outcome.came not in (Came.TAKEN, Came.DELIVERED):
            log.info("not_sent", kind=task.way, status=state, error=outcome.reason)
