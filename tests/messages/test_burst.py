"""A burst is planned and drained at an even pace, and an urgent notice does not wait behind it."""

import asyncio
import time
from collections import Counter

import msgspec

from api.kit.db import Pool, PoolDatabase
from api.kit.settings import Settings
from api.messages.actions import tell
from api.messages.contracts import Kind, Way
from tests.given.burst import SlowCarrier, given_burst
from tests.given.dossiers import given_person
from tests.given.messages import notice
from tests.given.time import frozen
from tests.messages.conftest import DAY
from workers.carrying import Post

BURST = 2000
RATE = 200


async def test_an_urgent_notice_overtakes_a_burst_that_drains_evenly(
    database: Pool, settings: Settings
) -> None:
    """`python -m tests.bench burst` drains 200,000 and says how long urgent ones wait."""
    carrier = SlowCarrier()
    paced = msgspec.structs.replace(settings, message_rate=RATE, demo=False)
    post = Post(PoolDatabase(database), paced, {Way.SMS: carrier})
    with frozen(DAY):
        async with database.acquire() as connection:
            me = await given_person(connection, phone="+84912345678")
        await given_burst(database, BURST, at=DAY)
        running = asyncio.create_task(post.run())
        try:
            await asyncio.sleep(1.5)
            async with database.acquire() as connection, connection.transaction():
                await tell(connection, notice(me, kind=Kind.ALERT, key="danger", urgent=True))
            told, waited = time.monotonic(), 10.0
            post.ring()
            while time.monotonic() - told < 10:
                urgent = [at for at, hurry, _ in carrier.taken if hurry]
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
    seconds = Counter(int(at - carrier.taken[0][0]) for at, hurry, _ in carrier.taken if not hurry)
    assert max(seconds.values()) <= RATE * 1.3, "never faster than the pace"
