"""The area on the phone: everything once, changes after, and never one that is skipped."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from api.kit.clock import now, today
from api.kit.db import Connection, Pool
from api.kit.errors import Invalid
from api.kit.ids import uuid7
from outreach.registry import actions
from outreach.registry.actions import pull
from outreach.registry.contracts import Pull
from outreach.registry.rules import NoTeam, area_digest
from tests.given.outreach import Walker, given_walker, seen
from tests.given.outreach_registry import merge


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx, hamlets=2)


async def take(db: Connection, walker: Walker, cursor: str | None = None) -> Pull:
    return await pull(db, me=walker.principal, cursor=cursor, team_id=None)


def ids(lines: list[Any]) -> set[UUID]:
    return {line.id for line in lines}


async def test_the_first_pull_brings_the_area(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home, away = phone.household("Hộ số 1", adults_total=2), phone.household("Hộ số 2")
    adult = phone.adult(home, "Bà Tư", birth_year=1950, sex="female")
    phone.visit(home, seen(adult, S07="alone_observed"))
    phone.visit(away, result="do_not_contact")
    await phone.send(tx)
    found = await take(tx, walker)
    assert found.team.id == walker.team_id
    assert found.team.commune_code == walker.commune_code
    assert ids(found.team.hamlets) == set(walker.hamlet_ids)
    assert not found.more
    assert not found.reset
    assert len(found.skills) == 21
    homes = {line.id: line for line in found.households}
    assert ids(found.households) == {home, away}
    assert (homes[home].last_result, homes[home].visits, homes[home].adults_total) == ("met", 1, 2)
    assert homes[away].do_not_contact
    assert not homes[home].do_not_contact
    (person,) = found.adults
    assert (person.id, person.label, person.birth_year, person.sex) == (adult, "Bà Tư", 1950, "female")
    assert (person.knows, person.assessed, person.can, person.gone) == (True, True, True, False)


async def test_only_changes_come_after(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home, quiet = phone.household("Hộ số 1"), phone.household("Hộ số 2")
    adult = phone.adult(home)
    await phone.send(tx)
    first = await take(tx, walker)
    assert ids(first.households) == {home, quiet}
    nothing = await take(tx, walker, first.cursor)
    assert (nothing.households, nothing.adults, nothing.cursor) == ([], [], first.cursor)
    phone.visit(home, seen(adult, S07="with_help"))
    await phone.send(tx)
    second = await take(tx, walker, first.cursor)
    assert ids(second.households) == {home}
    assert ids(second.adults) == {adult}
    phone.note("household_changed", household_id=quiet, closed=True)
    await phone.send(tx)
    third = await take(tx, walker, second.cursor)
    assert [(line.id, line.gone) for line in third.households] == [(quiet, True)]
    assert third.adults == []


async def test_who_left_or_withdrew_is_gone_and_says_nothing_more(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    left, withdrawn = (
        phone.adult(home, "Ông Ba", birth_year=1960),
        phone.adult(home, "Bà Ba", birth_year=1961),
    )
    phone.visit(home, seen(left, S07="alone_observed"), seen(withdrawn, S07="alone_observed"))
    await phone.send(tx)
    before = await take(tx, walker)
    phone.note("adult_changed", adult_id=left, left_on=today(), left_reason="moved")
    phone.note("adult_changed", adult_id=withdrawn, consent=False)
    await phone.send(tx)
    after = await take(tx, walker, before.cursor)
    assert {line.id for line in after.adults if line.gone} == {left, withdrawn}
    assert {(line.label, line.birth_year, line.sex, line.knows) for line in after.adults} == {
        (None, None, None, None)
    }


async def test_another_teams_houses_do_not_come(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx)
    phone = other.phone()
    theirs = phone.household()
    phone.adult(theirs)
    await phone.send(tx)
    found = await take(tx, walker)
    assert (found.households, found.adults) == ([], [])
    with pytest.raises(NoTeam):
        await pull(tx, me=walker.principal, cursor=None, team_id=other.team_id)


async def test_pages_cover_everything_once(
    tx: Connection, walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "PAGE", 7)
    phone = walker.phone()
    homes = {phone.household(f"Hộ số {number}") for number in range(20)}
    people = {phone.adult(home) for home in list(homes)[:12] for _ in range(3)}
    await phone.send(tx)
    cursor, got_homes, got_people, pages = None, [], [], 0
    while True:
        page = await take(tx, walker, cursor)
        assert len(page.households) <= 7
        assert {line.household_id for line in page.adults} <= {line.id for line in page.households}
        got_homes += [line.id for line in page.households]
        got_people += [line.id for line in page.adults]
        cursor, pages = page.cursor, pages + 1
        if not page.more:
            break
    assert sorted(got_homes) == sorted(homes)
    assert sorted(got_people) == sorted(people)
    assert pages == 3


async def test_a_changed_area_starts_over(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    here = phone.household("Hộ số 1", hamlet_id=walker.hamlet_ids[0])
    there = phone.household("Hộ số 2", hamlet_id=walker.hamlet_ids[1])
    await phone.send(tx)
    first = await take(tx, walker)
    assert ids(first.households) == {here, there}
    await tx.execute(
        "update team_area set until = $1 where hamlet_id = $2",
        now() - timedelta(seconds=1),
        walker.hamlet_ids[1],
    )
    second = await take(tx, walker, first.cursor)
    assert second.reset
    assert ids(second.households) == {here}
    assert not (await take(tx, walker, second.cursor)).reset


async def test_a_cursor_of_somebody_else_is_no_way_in(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx)
    phone = walker.phone()
    phone.household()
    await phone.send(tx)
    found = await take(tx, other, (await take(tx, walker)).cursor)
    assert found.reset
    assert found.households == []
    with pytest.raises(Invalid):
        await take(tx, walker, "không phải dấu trang")


def test_the_digest_names_the_area_not_its_order() -> None:
    one, two = UUID(int=1), UUID(int=2)
    assert area_digest([one, two]) == area_digest([two, one])
    assert area_digest([one]) != area_digest([one, two])


async def test_a_late_commit_is_never_skipped(database: Pool) -> None:
    """Two uploads overlap; the one that began first commits last. A phone pulls all the while."""
    async with database.acquire() as setup:
        walker = await given_walker(setup)
        other = await given_walker(setup, team_of=walker)
    slow, quick = walker.phone(), other.phone()
    first = slow.household("Hộ chậm")
    second = quick.household("Hộ nhanh")
    cursor: str | None = None
    got: set[UUID] = set()

    async def look() -> None:
        nonlocal cursor
        async with database.acquire() as reader:
            page = await take(reader, walker, cursor)
        cursor = page.cursor
        got.update(ids(page.households))

    async with database.acquire() as one, database.acquire() as two:
        early = one.transaction()
        await early.start()
        await slow.send(one)
        await look()
        # The second upload waits for the feed of the commune; it cannot overtake.
        late = two.transaction()
        await late.start()
        waiting = asyncio.create_task(quick.send(two))
        await asyncio.sleep(0.2)
        assert not waiting.done()
        await look()
        assert got == set()
        await early.commit()
        await waiting
        await look()
        assert got == {first}
        await late.commit()
    await look()
    assert got == {first, second}


async def test_who_is_seen_under_another_entry_is_told_of_where_they_are_listed(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home, twice = phone.household("Hộ số 1"), phone.household("Hộ số 1 (ghi lại)")
    person, entry = phone.adult(home), phone.adult(twice)
    merge(phone, home, twice, same={entry: person})
    await phone.send(tx)
    moved_to = uuid7()
    phone.note(
        "household_split", household_id=moved_to, from_household_id=home, hamlet_id=walker.hamlet_ids[0],
        reference="Hộ số 2", adult_ids=[person], on=today(),
    )  # fmt: skip
    await phone.send(tx)
    first = await take(tx, walker)
    assert [(one.household_id, one.knows) for one in first.adults if not one.gone] == [(moved_to, None)]
    phone.visit(home, seen(entry, knows=True, S07="alone_observed"))
    await phone.send(tx)
    then = await take(tx, walker, first.cursor)
    assert ids(then.households) == {home, twice, moved_to}
    assert [(one.id, one.knows, one.can) for one in then.adults if not one.gone] == [(person, True, True)]


async def test_who_stays_in_a_second_house_is_told_of_in_both(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home, second = phone.household("Hộ số 1"), phone.household("Hộ số 2")
    person = phone.adult(home)
    moved = phone.note("adult_moved", adult_id=person, to_household_id=second, on=today())
    moved["body"]["kind"] = "temporary"
    await phone.send(tx)
    first = await take(tx, walker)
    assert {one.household_id for one in first.adults} == {home, second}
    phone.note("adult_changed", adult_id=person, label="Bà Tư")
    await phone.send(tx)
    then = await take(tx, walker, first.cursor)
    assert {(one.household_id, one.label) for one in then.adults} == {(home, "Bà Tư"), (second, "Bà Tư")}
