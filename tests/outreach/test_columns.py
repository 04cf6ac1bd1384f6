"""The area in columns: the same as in rows, in a tenth of the bytes, with a word when it is too much for a phone."""

import gzip
import json
import random
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from api.kit.db import Connection
from outreach.registry.actions import pull, pull_columns
from outreach.registry.contracts import AdultLine, HouseholdLine
from outreach.registry.rules.columns import (
    KNOWS,
    RESULTS,
    SINCE,
    differences,
    letters,
    minute_of,
    short_ids,
    warning_of,
)
from tests.given.outreach import given_walker, seen


def test_differences_add_up_to_the_numbers() -> None:
    assert differences([]) == []
    assert differences([7]) == [7]
    assert list(accumulate(differences([7, 9, 10, 4]))) == [7, 9, 10, 4]


def test_more_than_a_phone_should_carry_is_said() -> None:
    assert warning_of(2000) is None
    assert "10.000 hộ" in (warning_of(10_000) or "")


def test_a_return_is_told_to_the_minute() -> None:
    assert minute_of(None) is None
    assert minute_of(datetime(2025, 1, 1, 12, 0, 30, tzinfo=UTC)) == 19 * 60
    seven = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
    assert timedelta(minutes=minute_of(seven) or 0) == (seven.date() - SINCE) + timedelta(hours=19)


async def test_columns_say_what_rows_say(tx: Connection) -> None:
    walker = await given_walker(tx, hamlets=2)
    phone = walker.phone()
    homes = [
        phone.household(f"Hộ số {n}", hamlet_id=walker.hamlet_ids[n % 2], adults_total=n) for n in range(4)
    ]
    first, second = phone.adult(homes[1], birth_year=1950, sex="female"), phone.adult(homes[3], "Bác trai")
    phone.visit(homes[1], seen(first, S07="alone_observed"))
    phone.visit(homes[2], result="do_not_contact")
    phone.note("adult_changed", adult_id=second, consent=False)
    await phone.send(tx)
    rows = await pull(tx, me=walker.principal, cursor=None, team_id=None)
    columns = await pull_columns(tx, me=walker.principal, cursor=None, team_id=None)
    told = columns.households
    numbers = list(accumulate(told.no))
    by_no = {line.no: line for line in rows.households}
    assert sorted(by_no) == numbers
    for place, number in enumerate(numbers):
        line = by_no[number]
        assert (told.reference[place], told.adults_total[place], told.visits[place], told.version[place]) == (
            line.reference, line.adults_total, line.visits, line.version,
        )  # fmt: skip
        assert columns.team.hamlets[told.hamlet[place]].id == line.hamlet_id
        assert (RESULTS[told.result[place]] if told.result[place] >= 0 else None) == line.last_result
    assert [by_no[numbers[place]].do_not_contact for place in told.do_not_contact] == [True]
    assert sum(told.adults) == len(columns.adults.no) == 1, "who withdrew is not sent"
    (person,) = [one for one in rows.adults if not one.gone]
    state = columns.adults.state[0]
    assert (KNOWS[state % 3], bool(state // 3 % 2), bool(state // 6)) == (
        person.knows,
        person.assessed,
        person.can,
    )
    assert (columns.cursor, columns.more, columns.warning) == (rows.cursor, False, None)
    assert (told.id, columns.adults.id) == (None, None), "ids are asked for"
    named = await pull_columns(tx, me=walker.principal, cursor=None, team_id=None, ids=True)
    assert named.households.id == letters(by_no[number].id for number in numbers)
    assert named.adults.id == letters([person.id])
    packed = await pull_columns(tx, me=walker.principal, cursor=None, team_id=None, ids=True, short=True)
    assert (packed.households.id, packed.adults.id) == (None, None)
    assert packed.ids == short_ids(rows.households, [person])
    assert letters([UUID(int=255)]) == ["AAAAAAAAAAAAAAAAAAAA_w"]
    phone.note("household_removed", household_id=homes[0], reason="Ghi nhầm")
    await phone.send(tx)
    removed_first = await pull_columns(
        tx, me=walker.principal, cursor=None, team_id=None, ids=True, short=True
    )
    assert removed_first.ids is not None
    assert len(removed_first.ids.step) == 4, "three households that stand, and one adult"
    after = await pull_columns(tx, me=walker.principal, cursor=columns.cursor, team_id=None)
    assert after.households.gone == [next(line.no for line in rows.households if line.id == homes[0])]
    assert after.households.no == []


def lines_of(homes: dict[str, list[str]]) -> tuple[list[HouseholdLine], list[AdultLine]]:
    """Households by their ids, each with its adults, numbered as they come."""
    plain: dict[str, Any] = dict.fromkeys((*HouseholdLine.__struct_fields__, *AdultLine.__struct_fields__))
    lines, people = [], []
    for number, (home, adults) in enumerate(homes.items(), 1):
        said = {**plain, "id": UUID(home), "no": number, "gone": False}
        lines.append(HouseholdLine(**{name: said[name] for name in HouseholdLine.__struct_fields__}))
        for place, adult in enumerate(adults, 1):
            said = {
                **plain,
                "id": UUID(adult),
                "no": 10 * number + place,
                "household_id": UUID(home),
                "gone": False,
            }
            people.append(AdultLine(**{name: said[name] for name in AdultLine.__struct_fields__}))
    return lines, people


def test_short_ids_are_as_the_front_end_reads_them() -> None:
    (vector,) = json.loads((Path(__file__).parent / "short_ids.json").read_text())
    lines, people = lines_of(vector["homes"])
    assert msgspec.to_builtins(short_ids(lines[::-1], people[::-1])) == vector["ids"]


def test_ids_that_are_no_uuidv7_are_sent_as_text() -> None:
    lines, people = lines_of({"01a20400-0000-4000-8000-000000000003": []})
    assert short_ids(lines, people) is None
    lines, people = lines_of({"01a20400-0000-7000-c000-000000000003": []})
    assert short_ids(lines, people) is None


def test_ids_of_ten_thousand_households_take_hardly_more_than_the_bits_they_hold() -> None:
    dice, at = random.Random(20), datetime(2026, 9, 1, 11, 0, tzinfo=UTC)
    homes: dict[str, list[str]] = {}
    for _ in range(10_000):
        ids = []
        for _ in range(3):
            at += timedelta(milliseconds=dice.randrange(3_000, 60_000))
            ms = int(at.timestamp() * 1000)
            ids.append(
                str(
                    UUID(int=ms << 80 | 7 << 76 | dice.getrandbits(12) << 64 | 2 << 62 | dice.getrandbits(62))
                )
            )
        homes[ids[0]] = ids[1:]
    short = gzip.compress(msgspec.json.encode(short_ids(*lines_of(homes))), 5)
    text = letters(UUID(one) for home in homes for one in (home, *homes[home]))
    assert len(short) < 370_000, "74 bits by chance are 278 kB alone"
    assert len(gzip.compress(msgspec.json.encode(text), 5)) > 430_000
