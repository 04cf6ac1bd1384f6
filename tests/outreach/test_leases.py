"""Who goes to which door: one at a time, by the database's own hand; what was leased in vain punishes nobody."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import httpx
import msgspec
import pytest

from api.kit.clock import now
from api.kit.db import Connection, Pool
from api.kit.errors import NotAllowed
from outreach.planning.actions import list_held, release, take, tonight, walk
from outreach.planning.contracts import NewLeases
from tests.given.outreach import Walker, given_walker, statuses
from tests.given.time import frozen

Headers = Callable[..., dict[str, str]]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


def of(*homes: UUID) -> NewLeases:
    return NewLeases(household_ids=homes)


async def open_doors(tx: Connection, walker: Walker) -> dict[UUID, bool]:
    """Doors of the list for tonight, and whether they are mine."""
    found = await tonight(tx, me=walker.principal, team_id=None, limit=20)
    return {line.household_id: line.lease is not None for line in found.items}


async def test_a_door_is_taken_by_one_shown_to_all_and_given_back(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx, team_of=walker)
    phone = walker.phone()
    one, two, barred = (phone.household(f"Hộ số {number}") for number in range(3))
    phone.visit(barred, result="do_not_contact", at=now() - DAY)
    await phone.send(tx)
    taken = await take(tx, of(one, two, barred), me=walker.principal)
    assert (set(taken.mine), taken.others) == ({one, two}, [barred])
    assert timedelta(0) < taken.until - now() < timedelta(hours=6)
    assert await open_doors(tx, walker) == {one: True, two: True}
    assert await open_doors(tx, other) == {}
    held = await list_held(tx, me=other.principal, team_id=None)
    assert [(door.household_id, door.mine, door.by_name) for door in held] == [
        (home, False, "Tình nguyện viên thử") for home in (one, two)
    ]
    refused = await take(tx, of(one), me=other.principal)
    assert (refused.mine, refused.others) == ([], [one])
    assert (await take(tx, of(one), me=walker.principal)).mine == [one], "asking again prolongs"
    assert (await release(tx, of(one), me=other.principal)).doors == 0
    assert (await release(tx, of(one), me=walker.principal)).doors == 1
    assert await open_doors(tx, other) == {one: False}
    assert (await take(tx, of(one), me=other.principal)).mine == [one]
    with frozen(now() + 6 * HOUR):
        assert await open_doors(tx, other) == {one: False, two: False}, "it ends by itself"
    assert [line.household_id for line in (await walk(tx, me=walker.principal, team_id=None)).items] == [two]
    stranger = await given_walker(tx)
    assert (await take(tx, of(two), me=stranger.principal)).mine == []
    with pytest.raises(NotAllowed):
        await take(tx, msgspec.structs.replace(of(two), team_id=walker.team_id), me=stranger.principal)


async def test_of_two_who_ask_at_once_one_gets_it(database: Pool) -> None:
    async with database.acquire() as tx, tx.transaction():
        walker = await given_walker(tx)
        other = await given_walker(tx, team_of=walker)
        phone = walker.phone()
        homes = [phone.household(f"Hộ số {number}") for number in range(4)]
        await phone.send(tx)

    async def ask(who: Walker) -> set[UUID]:
        async with database.acquire() as tx, tx.transaction():
            return set((await take(tx, of(*homes), me=who.principal)).mine)

    one, two = await asyncio.gather(ask(walker), ask(other))
    assert one | two == set(homes)
    assert not one & two


async def test_hard_case_25_refused_and_do_not_contact(tx: Connection, walker: Walker) -> None:
    """Nobody knocks until cool-off; the bar reaches every phone; a visit made meanwhile counts and says so."""
    other = await given_walker(tx, team_of=walker)
    phone, offline = walker.phone(), other.phone()
    refused, barred = phone.household("Hộ số 1"), phone.household("Hộ số 2")
    await phone.send(tx)
    phone.visit(refused, result="refused", at=now() - 2 * DAY)
    phone.visit(barred, result="do_not_contact", at=now() - 2 * DAY)
    await phone.send(tx)
    assert await open_doors(tx, walker) == {}
    with frozen(now() + 89 * DAY):
        assert await open_doors(tx, walker) == {refused: False}
    offline.visit(barred, result="nobody_home", at=now() - HOUR)
    assert statuses(await offline.send(tx)) == ["accepted"]
    marks = {row["result"]: row["marks"] for row in await tx.fetch("select result, marks from visit")}
    assert marks == {"refused": [], "do_not_contact": [], "nobody_home": ["do_not_contact_before"]}
    assert await open_doors(tx, other) == {}


async def test_the_bar_is_in_the_next_pull(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    mine = as_person(walker.person_id, staff=True)
    phone = walker.phone()
    home = phone.household()
    await phone.send(tx)
    cursor = (await client.get("/v1/outreach/pull", headers=mine)).json()["cursor"]
    phone.visit(home, result="do_not_contact")
    await phone.send(tx)
    page = (await client.get("/v1/outreach/pull", params={"cursor": cursor}, headers=mine)).json()
    assert [(line["id"], line["do_not_contact"]) for line in page["households"]] == [(str(home), True)]


async def test_hard_case_26_nobody_home_three_times_then_met(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household(adults_total=1)
    adult = phone.adult(home)
    await phone.send(tx)
    midnight = now().replace(hour=17, minute=0, second=0, microsecond=0) - 4 * DAY
    for days, hour in ((0, 9), (0, 19), (1, 9)):
        assert set(await open_doors(tx, walker)) == {home}, "not yet often enough"
        phone.visit(home, result="nobody_home", at=midnight + days * DAY + hour * HOUR)
        await phone.send(tx)
    assert await open_doors(tx, walker) == {}, "three times, two days, two times of day: left alone for now"
    assert (await take(tx, of(home), me=walker.principal)).mine == [home]
    look = {"adult_id": adult, "met": True, "knows": False}
    phone.visit(home, look, at=now())
    await phone.send(tx)
    assert (await walk(tx, me=walker.principal, team_id=None)).items == [], "the lease is over with the visit"
    other = await given_walker(tx, team_of=walker)
    assert (await take(tx, of(home), me=other.principal)).mine == [home]
    totals = await tx.fetchrow("select adults_reached, visits from coverage_total")
    assert totals is not None
    assert tuple(totals) == (1, 4)
    results = [row[0] for row in await tx.fetch("select result from visit")]
    assert results.count("nobody_home") == 3
    assert "refused" not in results


async def test_hard_case_27_a_lease_over_on_an_offline_phone(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx, team_of=walker)
    offline, online = walker.phone(), other.phone()
    home = offline.household()
    await offline.send(tx)
    start = now() - 8 * HOUR
    with frozen(start):
        assert (await take(tx, of(home), me=walker.principal)).mine == [home]
    with frozen(start + 6 * HOUR):
        assert (await take(tx, of(home), me=other.principal)).mine == [home]
    online.visit(home, result="nobody_home", at=start + 7 * HOUR)
    offline.visit(home, result="nobody_home", at=start + 6.5 * HOUR)
    assert statuses(await online.send(tx)) == ["accepted"]
    assert statuses(await offline.send(tx))[-1] == "accepted"
    rows = await tx.fetch("select volunteer_id, marks from visit")
    assert {row["volunteer_id"] for row in rows} == {walker.person_id, other.person_id}
    assert all(row["marks"] == [] for row in rows)
