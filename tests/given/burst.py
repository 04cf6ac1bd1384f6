"""A burst as given: so many people with a number who said yes, each with one notice that goes to many."""

import asyncio
import time
from datetime import datetime

from api.kit.db import Pool
from api.messages.gateway.carrier import Letter
from api.messages.rules.outcomes import Came, Outcome

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
PATIENCE = 300


class SlowCarrier:
    """Takes 20 ms a message, and remembers when each began and to which number."""

    can_ask, price_vnd = False, 0

    def __init__(self) -> None:
        self.taken: list[tuple[float, bool, str]] = []

    async def send(self, letter: Letter) -> Outcome:
        """Take it."""
        self.taken.append((time.monotonic(), letter.urgent, letter.phone or ""))
        await asyncio.sleep(0.02)
        return Outcome(came=Came.TAKEN)

    async def ask(self, letter: Letter) -> Outcome:  # noqa: ARG002  the post asks carriers so
        """Nobody to ask."""
        return Outcome(came=Came.SILENT)


async def given_burst(pool: Pool, people: int, *, at: datetime) -> None:
    """So many people, all of them told; whoever is there already is told too."""
    async with pool.acquire() as connection:
        await connection.execute("set statement_timeout = 0")  # filling takes its time at full size
        await connection.execute(PEOPLE, people, timeout=PATIENCE)
        await connection.execute(AGREE, timeout=PATIENCE)
        await connection.execute(TELL, at, timeout=PATIENCE)
        await connection.execute("analyze message, message_choice, person", timeout=PATIENCE)
        await connection.execute("reset statement_timeout")
