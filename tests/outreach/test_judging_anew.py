"""Who is judged anew is judged from all their visits, whatever became of the houses these were of."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from api.kit.clock import now
from api.kit.db import Connection, Pool
from tests.given.outreach import Phone, Walker, given_walker, seen
from tests.given.outreach_registry import merge, merge_adults, undo
from tests.given.outreach_sync import totals

ABLE: dict[str, Any] = {"S07": "alone_observed"}
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def sent(tx: Connection, phone: Phone) -> None:
    """What was noted since the last time."""
    await phone.send(tx)
    phone.kept.clear()


@pytest.mark.parametrize("at", ["the entry that vanished", "the entry that stayed"])
async def test_a_visit_of_two_houses_that_were_one_is_kept_when_they_are_two_again(
    tx: Connection, walker: Walker, at: str
) -> None:
    phone = walker.phone()
    one, two = phone.household("Hộ số 1"), phone.household("Hộ số 2")
    person: UUID = phone.adult(one)
    other: UUID = phone.adult(two)
    merged = merge(phone, one, two)
    await sent(tx, phone)
    # While the two are one household, whoever opens the door may be of either entry.
    door = one if at == "the entry that stayed" else two
    phone.visit(door, seen(person, knows=True, **ABLE), seen(other, knows=True, **ABLE))
    early = [phone.visit(home, seen(who), at=now() - DAY) for home, who in ((one, person), (two, other))]
    await sent(tx, phone)
    both_met_and_able = [2, 2, 2, 2, 3]
    assert await totals(tx) == both_met_and_able
    undo(phone, merged)
    await sent(tx, phone)
    assert await totals(tx) == both_met_and_able, "whichever door that was"
    # Putting an earlier visit right judges its people anew, each by themselves, from all that was ever seen of them.
    for visit, who in zip(early, (person, other), strict=True):
        end = now() - DAY
        said = {
            "started_at": end - MINUTE,
            "ended_at": end,
            "result": "met",
            "consent": True,
            "adults": [seen(who, knows=False)],
        }
        phone.note("visit_corrected", visit_id=visit, reason="Ghi nhầm", visit=said)
        await sent(tx, phone)
        assert await totals(tx) == both_met_and_able


@pytest.mark.parametrize("stays", ["who is able", "who is not"])
async def test_of_two_answers_of_one_visit_about_one_person_the_lesser_counts(
    tx: Connection, walker: Walker, stays: str
) -> None:
    phone = walker.phone()
    home = phone.household()
    pairs = [(phone.adult(home, f"Bác {n}"), phone.adult(home, f"Cụ {n}")) for n in range(6)]
    told = [
        look
        for n, (one, two) in enumerate(pairs)
        for look in (
            [seen(one, knows=True, **ABLE), seen(two, knows=True, S07="says_can")],
            [seen(one, knows=True, **ABLE), seen(two, knows=False)],
        )[n % 2]
    ]
    for start in (0, 6):
        phone.visit(home, *told[start : start + 6])
    await sent(tx, phone)
    assert await totals(tx) == [12, 12, 12, 6, 2]
    for one, two in pairs:
        winner, loser = (one, two) if stays == "who is able" else (two, one)
        merge_adults(phone, winner, loser)
    await sent(tx, phone)
    assert await totals(tx) == [6, 6, 6, 0, 2]


async def test_who_becomes_one_with_somebody_while_they_are_waited_for_is_judged_with_them(
    database: Pool,
) -> None:
    async with database.acquire() as connection:
        phone = (await given_walker(connection)).phone()
        home = phone.household()
        person, entry = phone.adult(home), phone.adult(home)
        phone.visit(home, seen(entry, knows=True, **ABLE))
        await sent(connection, phone)
        merge_adults(phone, person, entry)
    async with database.acquire() as merging, database.acquire() as judging, judging.transaction():
        async with merging.transaction():
            await sent(merging, phone)
            await judging.execute("update visit_adult set knows = false where adult_id = $1", entry)
            anew = asyncio.create_task(judging.execute("select coverage_rejudge(array[$1::uuid])", entry))
            done, _ = await asyncio.wait([anew], timeout=0.3)
            assert not done, "it waits for the merge"
        await anew
        assert await judging.fetchval("select knows from adult_state where adult_id = $1", person) is False
