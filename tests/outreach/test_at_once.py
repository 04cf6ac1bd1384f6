"""Many at once: replays, creations and what waits for them, two teams' totals."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from api.kit.db import Pool
from outreach.measurement.actions import recount
from outreach.visits.contracts import SyncAnswer
from tests.given.outreach import Phone, given_walker, seen, statuses

COUNT_EVENTS = "select count(*) from visit_event"


async def upload(pool: Pool, phone: Phone, events: Sequence[Any] | None = None) -> SyncAnswer:
    """One request: its own connection and its own transaction."""
    async with pool.acquire() as connection, connection.transaction():
        return await phone.send(connection, events)


async def test_fifty_replays_at_once_are_one_row_and_fifty_equal_receipts(database: Pool) -> None:
    async with database.acquire() as connection:
        phone = (await given_walker(connection)).phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S07="alone_observed"))
    answers = await asyncio.gather(*[upload(database, phone) for _ in range(50)])
    assert {str(answer.receipt) for answer in answers} == {str(answers[0].receipt)}
    assert answers[0].receipt.seq == 3
    found = sorted(statuses(answer)[2] for answer in answers)
    assert found == ["accepted"] + ["duplicate"] * 49
    async with database.acquire() as connection:
        assert await connection.fetchval(COUNT_EVENTS) == 3
        assert await connection.fetchval("select count(*) from visit") == 1
        total = await connection.fetchrow("select * from coverage_total")
        assert total is not None
        assert list(total)[1:] == [1, 1, 1, 1, 1]
        assert (await recount(connection)).equal


async def test_the_same_events_from_two_phones_at_once_are_stored_once(database: Pool) -> None:
    """A backup restored on a second phone: no lock on the installation helps here."""
    async with database.acquire() as connection:
        walker = await given_walker(connection)
    phone = walker.phone()
    homes = [phone.household(f"Hộ số {number}") for number in range(20)]
    for home in homes:
        phone.visit(home, result="nobody_home")
    twins = [walker.phone() for _ in range(8)]
    backwards = phone.kept[::-1]
    answers = await asyncio.gather(
        *[
            upload(database, twin, phone.kept if number % 2 else backwards)
            for number, twin in enumerate(twins)
        ]
    )
    flat = [status for answer in answers for status in statuses(answer)]
    assert flat.count("accepted") == 40
    assert flat.count("duplicate") == 40 * 7
    async with database.acquire() as connection:
        assert await connection.fetchval(COUNT_EVENTS) == 40
        assert (await recount(connection)).equal


async def test_a_creation_and_what_waits_for_it_never_miss_each_other(database: Pool) -> None:
    async with database.acquire() as connection:
        walker = await given_walker(connection)
        other = await given_walker(connection, team_of=walker)
    rounds = 30
    for _ in range(rounds):
        first, second = walker.phone(), other.phone()
        home = first.household()
        adult = first.adult(home)
        second.visit(home, seen(adult, S07="alone_observed"))
        await asyncio.gather(
            upload(database, first, first.kept[:1]),
            upload(database, first, first.kept[1:]),
            upload(database, second),
        )
    async with database.acquire() as connection:
        assert await connection.fetchval("select count(*) from visit_hold") == 0
        assert await connection.fetchval("select count(*) from visit") == rounds
        total = await connection.fetchrow("select * from coverage_total")
        assert total is not None
        assert list(total)[1:] == [rounds] * 5
        assert (await recount(connection)).equal


async def test_many_volunteers_on_the_same_people_keep_the_totals_exact(database: Pool) -> None:
    async with database.acquire() as connection:
        first = await given_walker(connection)
        walkers = [first, *[await given_walker(connection, team_of=first) for _ in range(5)]]
        phone = first.phone()
        homes = [phone.household(f"Hộ số {number}") for number in range(6)]
        adults = {home: [phone.adult(home), phone.adult(home)] for home in homes}
        await phone.send(connection)
    uploads = []
    for number, walker in enumerate(walkers):
        mine = walker.phone()
        for home in homes if number % 2 else homes[::-1]:
            level = "alone_observed" if number % 3 else "with_help"
            mine.visit(home, *[seen(adult, S07=level) for adult in adults[home]])
        uploads += [upload(database, mine, mine.kept[:3]), upload(database, mine, mine.kept[3:])]
    answers = await asyncio.gather(*uploads)
    assert {status for answer in answers for status in statuses(answer)} == {"accepted"}
    async with database.acquire() as connection:
        total = await connection.fetchrow("select * from coverage_total")
        assert total is not None
        assert list(total)[1:4] == [12, 12, 12]
        assert total["visits"] == 36
        assert (await recount(connection)).equal


@pytest.mark.parametrize("first", ["added", "removed"])
async def test_who_joins_a_house_while_it_is_taken_off_the_list_counts_nowhere(
    database: Pool, first: str
) -> None:
    async with database.acquire() as connection:
        phone = (await given_walker(connection)).phone()
        home = phone.household()
        phone.adult(home)
        await phone.send(connection)
    adding, removing = phone.walker.phone(), phone.walker.phone()
    adding.adult(home, "Bác gái")
    removing.note("household_removed", household_id=home, reason="Nhà đã dỡ")
    early, late = (adding, removing) if first == "added" else (removing, adding)
    async with database.acquire() as connection, connection.transaction():
        await early.send(connection)
        waiting = asyncio.create_task(upload(database, late))
        done, _ = await asyncio.wait([waiting], timeout=0.3)
        assert not done, "the later one waits for the house"
    await waiting
    async with database.acquire() as connection:
        assert (await recount(connection)).equal
        total = await connection.fetchrow("select * from coverage_total")
        assert total is not None
        assert total["adults_registered"] == 0
