"""A burst is planned and drained at an even pace, and an urgent notice does not wait behind it."""

import asyncio
import os
import time
from collections import Counter

import msgspec

from api.kit.db import Pool, PoolDatabase
from api.kit.settings import Settings
from api.messages.actions import tell
from api.messages.contracts import Kind, Way
from api.messages.gateway.carrier import Letter
from api.messages.rules.outcomes import Came, Outcome
from tests.given.dossiers import given_person
from tests.given.messages import notice
from tests.given.time import frozen
from tests.messages.conftest import DAY
from workers.carrying import Post

BURST = int(os.environ.get("BURST", "2000"))
RATE = 200
PEOPLE = """
insert into person (id, display_name, phone, phone_verified_at, demo)
select gen_random_uuid(), '', '+849' || lpad((10000000 + n)::text, 8, '0'), now(), true from generate_series(1, $1) n
"""
AGREE = """
insert into message_choice (person_id, purpose, channel, granted, text_version, decided_at)
select id, kind, 'sms', true, 'burst', now() from person cross join (values ('campaign'), ('alert')) k (kind)
"""
TELL = """
insert into message (id, person_id, kind, title, body, dedupe_key, priority, created_at)
select gen_random_uuid(), id, 'campaign', 'Mời dự lớp hướng dẫn', '', 'burst', 2, $1 from person
"""


class SlowCarrier:
    """Takes 20 ms a message, and remembers when."""

    can_ask, price_vnd = False, 0

    def __init__(self) -> None:
        self.taken: list[tuple[float, bool]] = []

    async def send(self, letter: Letter) -> Outcome:
        await asyncio.sleep(0.02)
        self.taken.append((time.monotonic(), letter.urgent))
        return Outcome(came=Came.TAKEN)

    async def ask(self, letter: Letter) -> Outcome:  # noqa: ARG002  the post asks carriers so
        return Outcome(came=Came.SILENT)


async def test_an_urgent_notice_overtakes_a_burst_that_drains_evenly(
    database: Pool, settings: Settings
) -> None:
    """BURST=200000 runs it at full size: the rate, and the wait of the urgent one, are the same."""
    carrier = SlowCarrier()
    paced = msgspec.structs.replace(settings, message_rate=RATE, demo=False)
    post = Post(PoolDatabase(database), paced, {Way.SMS: carrier})
    with frozen(DAY):
        async with database.acquire() as connection:
            await connection.execute("set statement_timeout = 0")  # filling takes its time at full size
            me = await given_person(connection, phone="+84912345678")
            await connection.execute(PEOPLE, BURST - 1, timeout=120)
            await connection.execute(AGREE, timeout=120)
            await connection.execute(TELL, DAY, timeout=120)
            await connection.execute("analyze message, message_choice, person", timeout=120)
        running = asyncio.create_task(post.run())
        try:
            await asyncio.sleep(1.5)
            async with database.acquire() as connection, connection.transaction():
                await tell(connection, notice(me, kind=Kind.ALERT, key="danger", urgent=True))
            told, waited = time.monotonic(), 10.0
            post.ring()
            while time.monotonic() - told < 10:
                urgent = [at for at, hurry in carrier.taken if hurry]
                if urgent:
                    waited = urgent[0] - told
                    break
                await asyncio.sleep(0.01)
            await asyncio.sleep(1)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
    left = await database.fetchval("select count(*) from delivery where state = 'waiting'")
    print(f"urgent after {1000 * waited:.0f} ms, {len(carrier.taken)} sent, {left} planned and waiting")
    assert waited < 2, "the urgent one waited behind the burst"
    assert left > 0
    seconds = Counter(int(at - carrier.taken[0][0]) for at, hurry in carrier.taken if not hurry)
    assert max(seconds.values()) <= RATE * 1.3, "never faster than the pace"
