"""Hard cases of the register (reference §7): splits, moves, merges and their undoing."""

from datetime import timedelta
from uuid import UUID

import pytest

from api.kit.clock import now, today
from api.kit.db import Connection
from tests.given.outreach import Walker, given_walker, reasons, seen, statuses
from tests.given.outreach_registry import kept, live, merge, merge_adults, split, undo
from tests.given.outreach_sync import totals

DAY = timedelta(days=1)
WHERE = "select household_id from adult where id = $1"
SHOWN = "select household_id from visit where id = $1"


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx, hamlets=2)


async def test_hard_case_17_a_household_splits(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    mother, son = phone.adult(home), phone.adult(home, "Con trai")
    before = phone.visit(home, seen(mother), seen(son, S07="alone_observed"), at=now() - 2 * DAY)
    await phone.send(tx)
    first = await totals(tx)
    new = split(phone, home, son, on=today() - DAY)
    after = phone.visit(new, seen(son, S12="with_help"))
    assert statuses(await phone.send(tx, phone.kept[-2:])) == ["accepted"] * 2
    assert await totals(tx) == [*first[:4], first[4] + 1] == [2, 2, 1, 1, 2]
    assert [await tx.fetchval(WHERE, one) for one in (mother, son)] == [home, new]
    assert [await tx.fetchval(SHOWN, one) for one in (before, after)] == [home, new]
    rows = await tx.fetch(
        "select household_id, until is null as now from household_member where adult_id = $1 order by since",
        son,
    )
    assert [tuple(row) for row in rows] == [(home, False), (new, True)]
    split(phone, new, mother, on=today())
    assert reasons(await phone.send(tx, phone.kept[-1:])) == ["other_household"]


async def test_hard_case_18_a_household_moves_to_another_commune(tx: Connection, walker: Walker) -> None:
    there = await given_walker(tx, commune=1)
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    early = phone.visit(home, seen(adult), at=now() - 5 * DAY)
    await phone.send(tx)
    late = phone.visit(home, seen(adult, knows=False), at=now() - DAY)
    await phone.send(tx)
    phone.note("household_moved", household_id=home, hamlet_id=there.hamlet_ids[0], on=today() - 3 * DAY)
    assert statuses(await phone.send(tx, phone.kept[-1:])) == ["accepted"]
    await totals(tx)
    of = "select u.code from visit v join admin_unit u on u.id = v.commune_id where v.id = $1"
    assert [await tx.fetchval(of, one) for one in (early, late)] == [walker.commune_code, there.commune_code]
    figures = "select t.adults_registered, t.visits from coverage_total t join admin_unit u on u.id = t.commune_id where u.code = $1"
    assert [tuple((await tx.fetch(figures, one.commune_code))[0]) for one in (walker, there)] == [
        (0, 1),
        (1, 1),
    ]
    told = await tx.fetch("select hamlet_id, reason from registry_tombstone where household_id = $1", home)
    assert [tuple(row) for row in told] == [(walker.hamlet_ids[0], "moved")]
    offline = phone.visit(home, seen(adult), at=now() - 4 * DAY)
    assert statuses(await phone.send(tx, phone.kept[-1:])) == ["accepted"]
    assert await tx.fetchval(of, offline) == walker.commune_code
    await totals(tx)
    phone.note("household_moved", household_id=home, hamlet_id=home, on=today())
    assert reasons(await phone.send(tx, phone.kept[-1:])) == ["unknown_hamlet"]


async def test_hard_case_19_a_merge_and_its_undoing_bit_for_bit(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    keep, drop = phone.household("Hộ số 12"), phone.household("Nhà số 12")
    mother, son = phone.adult(keep), phone.adult(keep, "Con trai")
    same, guest, left = phone.adult(drop, "Bác gái"), phone.adult(drop, "Cô Ba"), phone.adult(drop, "Cậu")
    phone.visit(keep, seen(mother, knows=False), seen(son), at=now() - 2 * DAY)
    phone.visit(drop, seen(same, S07="alone_observed"), seen(guest, S12="with_help"), at=now() - DAY)
    await phone.send(tx)
    before = await kept(tx)
    assert await totals(tx) == [5, 4, 3, 1, 2]
    merge_id = merge(phone, keep, drop, same={same: mother}, moves=(guest,))
    assert statuses(await phone.send(tx, phone.kept[-1:])) == ["accepted"]
    assert await totals(tx) == [4, 3, 2, 1, 2]
    assert [await tx.fetchval(WHERE, one) for one in (guest, left, same)] == [keep, drop, drop]
    assert {row["household_id"] for row in await tx.fetch("select household_id from visit")} == {keep}
    between = phone.visit(drop, seen(left))
    await phone.send(tx, phone.kept[-1:])
    assert await tx.fetchval(SHOWN, between) == keep
    undo(phone, merge_id)
    await phone.send(tx, phone.kept[-1:])
    assert await totals(tx) == [5, 5, 3, 1, 3]
    assert await tx.fetchval(SHOWN, between) == drop
    after = await kept(tx)
    only_new = {"visit": "id", "visit_adult": "visit_id"}
    for table, rows in before.items():
        mark = only_new.get(table)
        stays = [row for row in after[table] if mark is None or row[mark] != str(between)]
        changed = [(row, old) for row, old in zip(stays, rows, strict=True) if row != old]
        if table == "adult_state":
            assert [row["adult_id"] for row, _ in changed] == [str(left)]
        elif table == "coverage_total":
            assert [(row["visits"], row["adults_reached"]) for row, _ in changed] == [(3, 5)]
        else:
            assert changed == [], table


async def test_hard_case_19_without_visits_between_nothing_at_all_differs(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    keep, drop = phone.household("Hộ số 12"), phone.household("Nhà số 12")
    mother, same = phone.adult(keep), phone.adult(drop)
    phone.visit(drop, seen(same, S07="alone_observed"), at=now() - DAY)
    split(phone, drop, same, on=today() - 3 * DAY)
    await phone.send(tx)
    before = await kept(tx)
    merge_id = merge(phone, keep, drop, same={same: mother})
    undo(phone, merge_id)
    assert statuses(await phone.send(tx, phone.kept[-2:])) == ["accepted"] * 2
    assert await kept(tx) == before
    assert (await totals(tx))[0] == 2


async def test_hard_case_20_chains_and_circles(tx: Connection, walker: Walker) -> None:
    phone, offline = walker.phone(), (await given_walker(tx, team_of=walker)).phone()
    a, b, c = (phone.household(f"Hộ số {one}") for one in "123")
    who = phone.adult(a)
    await phone.send(tx)
    first, second, circle = merge(phone, a, b), merge(phone, c, a), merge(phone, b, c)
    await phone.send(tx, phone.kept[-3:])
    roots = "select id, root_id from household where id = any($1::uuid[])"

    async def stand() -> dict[UUID, UUID | None]:
        return {row["id"]: row["root_id"] for row in await tx.fetch(roots, [a, b, c])}

    assert await stand() == {a: c, b: c, c: None}
    held = offline.visit(b, seen(who), at=now() - DAY)
    added = offline.adult(b, "Người mới")
    assert statuses(await offline.send(tx)) == ["accepted"] * 2
    assert await tx.fetchval(SHOWN, held) == c
    assert await totals(tx) == [2, 1, 0, 0, 1]
    undo(phone, second)
    await phone.send(tx, phone.kept[-1:])
    assert await stand() == {a: None, b: a, c: a}
    undo(phone, circle)
    await phone.send(tx, phone.kept[-1:])
    assert await stand() == {a: None, b: a, c: None}
    assert await tx.fetchval(SHOWN, held) == a
    undo(phone, first)
    await phone.send(tx, phone.kept[-1:])
    assert await stand() == {a: None, b: None, c: None}
    assert await tx.fetchval(SHOWN, held) == b
    assert await tx.fetchval(WHERE, added) == b
    assert await totals(tx) == [2, 1, 0, 0, 1]


async def test_hard_case_21_one_adult_in_two_households(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home, other = phone.household(), phone.household("Phòng trọ số 3")
    main, twice = phone.adult(home), phone.adult(other)
    visits = [
        phone.visit(home, seen(main, knows=False)),
        phone.visit(other, seen(twice, S07="alone_observed")),
    ]
    await phone.send(tx)
    assert (await totals(tx))[:2] == [2, 2]
    merge_adults(phone, main, twice)
    phone.visit(other, seen(main))
    assert statuses(await phone.send(tx, phone.kept[-2:-1])) == ["accepted"]
    assert (await totals(tx))[:2] == [1, 1]
    assert [await tx.fetchval(SHOWN, one) for one in visits] == [home, other]
    stays = await tx.fetch(
        "select household_id, kind from household_member where adult_id = $1 order by kind", main
    )
    assert [tuple(row) for row in stays] == [(home, "primary"), (other, "temporary")]
    assert statuses(await phone.send(tx, phone.kept[-1:])) == ["accepted"]
    assert (await totals(tx))[:2] == [1, 1]


async def test_hard_case_21_a_stay_for_a_time_ends(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home, other = phone.household(), phone.household("Phòng trọ số 3")
    adult = phone.adult(home)
    for kind, days in (("temporary", 5), ("back", 1)):
        live(phone, adult, other, kind, on=today() - days * DAY)
    await phone.send(tx)
    stays = await tx.fetch(
        "select kind, until is null as now from household_member where adult_id = $1 order by kind", adult
    )
    assert [tuple(row) for row in stays] == [("primary", True), ("temporary", False)]
    assert (await totals(tx))[0] == 1
    live(phone, adult, other, "moved", on=today())
    await phone.send(tx, phone.kept[-1:])
    assert await tx.fetchval(WHERE, adult) == other
    await totals(tx)


async def test_hard_case_23_turning_eighteen(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    eighteen = today() + 3 * DAY
    young = phone.adult(home, "Em", birth_year=eighteen.year - 18, turns_18_on=eighteen)
    phone.adult(home, "Chị", birth_year=eighteen.year - 18)
    phone.visit(home, seen(young, S07="alone_observed"))
    await phone.send(tx)
    assert await totals(tx) == [1, 0, 0, 0, 1]
    assert await tx.fetchval("select registry_come_of_age($1)", eighteen - DAY) == 0
    assert await tx.fetchval("select registry_come_of_age($1)", eighteen) == 1
    assert await totals(tx) == [2, 1, 1, 1, 1]
    assert await tx.fetchval("select turns_18_on from adult where id = $1", young) is None
    standing = "select adults from registry_standing($1, $1)"
    assert [await tx.fetchval(standing, day) for day in (eighteen - DAY, eighteen)] == [1, 2]


async def test_hard_case_24_leaving_counts_from_its_day(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult), at=now() - 5 * DAY)
    await phone.send(tx)
    phone.note("adult_changed", adult_id=adult, left_on=today() - 2 * DAY, left_reason="died")
    await phone.send(tx, phone.kept[-1:])
    assert (await totals(tx))[:2] == [0, 0]
    standing = "select adults from registry_standing($1, $1)"
    assert [await tx.fetchval(standing, today() - days * DAY) for days in (3, 2)] == [1, None]
    phone.note("adult_changed", adult_id=adult, left_on=today() + DAY, left_reason="died")
    assert reasons(await phone.send(tx, phone.kept[-1:])) == ["leaving_unclear"]


async def test_hard_case_31_a_hamlet_changes_commune(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx, commune=1)
    phone = walker.phone()
    stays, goes = walker.hamlet_ids
    home, away = phone.household(hamlet_id=stays), phone.household(hamlet_id=goes)
    one, two = phone.adult(home), phone.adult(away)
    phone.visit(home, seen(one), at=now() - 9 * DAY)
    phone.visit(away, seen(two), at=now() - 9 * DAY)
    phone.visit(away, seen(two), at=now() - 2 * DAY)
    await phone.send(tx)
    commune = await tx.fetchval(
        "select id from admin_unit where code = $1 and valid_to is null", other.commune_code
    )
    await tx.execute(
        "select hamlet_change_commune($1, $2, $3, 'NQ thử', $4)", goes, commune, today() - 5 * DAY, today()
    )
    await totals(tx)
    told = await tx.fetch(
        "select commune_then, commune_now from registry_restated order by visited_on, commune_now"
    )
    then, today_ = [row["commune_then"] for row in told], [row["commune_now"] for row in told]
    assert (then.count(commune), today_.count(commune), len(told)) == (1, 2, 3)
    late = phone.visit(away, seen(two), at=now() - 8 * DAY, unit_code=walker.commune_code)
    assert statuses(await phone.send(tx, phone.kept[-1:])) == ["accepted"]
    assert await tx.fetchval("select commune_id from visit where id = $1", late) != commune
    await totals(tx)
