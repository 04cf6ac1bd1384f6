"""Many phones over many days on a bad network, their server killed meanwhile: nothing lost, nothing twice, all agree.

Phones have wrong clocks, are killed, cloned and taken away, and requests are dropped, doubled, cut short, answered to nobody,
held back for days and sent again. `python -m tests.faults.walks_run` runs it.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Coroutine, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from api.kit.db import Pool
from tests.given.outreach import given_walker
from tests.given.phones import SimPhone

START = datetime(2026, 9, 1, 11, 0, tzinfo=UTC)
"""18:00 in Vietnam."""
TEAM = 8
AT_ONCE = 8
PATIENCE = 20
"""How often a phone asks again for its last pages before the run is given up."""
KILLS = 6
"""About as often as this the server is killed in a run."""
ERRORS = (
    timedelta(0),
    timedelta(0),
    timedelta(seconds=40),
    timedelta(days=3),
    timedelta(days=-400),
    timedelta(days=20_000),
)
"""How much a phone's clock is behind: right, a little, three days slow, 400 days fast, 1970."""


class Door(Protocol):
    """The server, however it is reached."""

    kills: int

    async def upload(
        self, phone: SimPhone, body: dict[str, Any], at: datetime, *, cut: bool
    ) -> dict[str, Any] | None:
        """An answer, or None when none came."""

    async def pull(self, phone: SimPhone, at: datetime, cursor: str | None) -> dict[str, Any] | None:
        """A page, or None."""

    async def approve(self, phone: SimPhone, at: datetime) -> None:
        """The leader says yes to what waits of this phone's person."""

    async def remove(self, phone: SimPhone, at: datetime) -> None:
        """Its person is taken out of the team."""

    async def night(self, at: datetime) -> None:
        """What is done once a night."""

    async def kill(self) -> None:
        """Kill -9, and start again."""


class Weeks:
    """One run: phones, days, and a network."""

    def __init__(self, pool: Pool, door: Door, *, seed: int, phones: int, days: int) -> None:
        self.pool, self.door, self.days, self.count = pool, door, days, phones
        self.dice = random.Random(seed)
        self.deadly = KILLS / (phones * days * 0.8)
        self.phones: list[SimPhone] = []
        self.late: list[tuple[int, SimPhone, dict[str, Any]]] = []
        self.heard: dict[str, list[dict[str, Any]]] = {}
        self.end = START
        self.faults: Counter[str] = Counter()

    async def found(self) -> None:
        """Teams of eight, in several communes; every ninth clock is wrong."""
        async with self.pool.acquire() as connection:
            first = None
            for number in range(self.count):
                fresh = number % TEAM == 0
                walker = await given_walker(
                    connection, hamlets=2, commune=number // TEAM % 5, team_of=None if fresh else first
                )
                first = walker if fresh else first
                phone = SimPhone(walker, random.Random(self.dice.random()))
                phone.error = self.dice.choice(ERRORS)
                self.phones.append(phone)

    async def run(self) -> None:
        """Every evening everybody walks, and some have a network."""
        await self.found()
        for day in range(self.days):
            at = START + timedelta(days=day)
            for phone in self.phones:
                self.walk(phone, at)
            await self.together(self.meet(phone, day, at + timedelta(hours=3)) for phone in self.phones)
            await self.misfortune(day, at + timedelta(hours=4))
            await self.door.night(at + timedelta(hours=9))
        await self.heal(START + timedelta(days=self.days + 6))

    def walk(self, phone: SimPhone, at: datetime) -> None:
        """An evening of one volunteer, who may lose the app in the middle."""
        dice = self.dice
        if phone.removed:
            return
        for number in range(dice.choices((0, 1, 2, 4), (40, 25, 20, 15))[0]):
            if dice.random() < 0.15:
                phone.restart(at + timedelta(minutes=20 * number - 5))
            phone.live(at + timedelta(minutes=20 * number))

    async def meet(self, phone: SimPhone, day: int, at: datetime) -> None:
        """A network for a while, bad in every way."""
        dice = phone.dice
        if dice.random() < 0.45:
            return
        for _ in range(dice.randrange(1, 3)):
            body = phone.upload(at)
            if body is None:
                break
            fault = dice.choices(
                ("none", "dropped", "unheard", "doubled", "cut", "late", "again"), (50, 9, 9, 9, 5, 7, 8)
            )[0]
            fault = "killed" if dice.random() < self.deadly else fault
            self.faults[fault] += 1
            await self.suffer(phone, body, fault, day, at)
        page = await self.door.pull(phone, at, phone.cursor)
        if page is not None:
            phone.take(page)

    async def suffer(self, phone: SimPhone, body: dict[str, Any], fault: str, day: int, at: datetime) -> None:
        """Send a request the way this network sends it."""
        if fault == "late":
            self.late.append((day + phone.dice.randrange(1, 6), phone, body))
        if fault in ("dropped", "late"):
            return
        if fault == "killed":
            await self.door.kill()
        before = self.heard.setdefault(phone.name, [])
        if fault == "again" and before:
            earlier = phone.dice.choice(before)
            answer = await self.door.upload(phone, earlier, at, cut=False)
            if answer is not None:
                phone.hear(earlier, answer)
        times = 3 if fault == "doubled" else 1
        answers = await asyncio.gather(
            *[self.door.upload(phone, body, at, cut=fault == "cut") for _ in range(times)]
        )
        before.append(body)
        for answer in answers:
            if answer is not None and fault != "unheard":
                phone.hear(body, answer)

    async def misfortune(self, day: int, at: datetime) -> None:
        """Requests that were on their way for days; phones cloned; volunteers taken out."""
        due = [one for one in self.late if one[0] <= day]
        self.late = [one for one in self.late if one[0] > day]
        self.dice.shuffle(due)
        for _, phone, body in due:
            answer = await self.door.upload(phone, body, at, cut=False)
            if answer is not None:
                phone.hear(body, answer)
        if self.dice.random() < 0.3:
            self.clone(self.dice.choice(self.phones))
        if self.dice.random() < 0.3:
            await self.remove(self.dice.choice(self.phones), at)

    def clone(self, phone: SimPhone) -> None:
        """Its backup goes onto a new phone of the same person."""
        if not phone.removed:
            twin = SimPhone(phone.walker, random.Random(self.dice.random()))
            phone.clone_onto(twin)
            twin.error = phone.error
            self.phones.append(twin)
            self.faults["cloned"] += 1

    async def remove(self, phone: SimPhone, at: datetime) -> None:
        """Taken out of the team, with whatever is still on the phone."""
        for one in self.phones:
            one.removed = one.removed or one.walker is phone.walker
        await self.door.remove(phone, at)
        self.faults["removed"] += 1

    async def heal(self, at: datetime) -> None:
        """The network is good again: everybody sends what is left, leaders decide, everybody pulls."""
        self.end = at
        for _, phone, body in self.late:
            answer = await self.door.upload(phone, body, at, cut=False)
            if answer is not None:
                phone.hear(body, answer)
        for turn in range(12):
            await self.together(self.settle(phone, at) for phone in self.phones)
            for phone in self.phones:
                if phone.removed and turn == 3:
                    await self.door.approve(phone, at)
            await self.door.night(at + timedelta(days=7 * (turn + 1)))
        for phone in self.phones:
            phone.cursor = phone.cursor if self.dice.random() < 0.9 else None
            if not phone.removed:
                await self.pull_all(phone, at)

    async def pull_all(self, phone: SimPhone, at: datetime) -> None:
        """Until there is no more; asked again where the server was too busy, since half a list proves nothing."""
        refused = 0
        while refused < PATIENCE:
            page = await self.door.pull(phone, at, phone.cursor)
            if page is None:
                refused += 1
                await asyncio.sleep(0.2)
            elif not phone.take(page):
                return
        raise TimeoutError

    async def settle(self, phone: SimPhone, at: datetime) -> None:
        """Send what is left."""
        body = phone.upload(at)
        if body is not None:
            answer = await self.door.upload(phone, body, at, cut=False)
            if answer is not None:
                phone.hear(body, answer)

    async def together(self, steps: Iterable[Coroutine[Any, Any, None]]) -> None:
        """A few at a time, as phones meet a server."""
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(step: Coroutine[Any, Any, None]) -> None:
            async with gate:
                await step

        await asyncio.gather(*[one(step) for step in steps])
