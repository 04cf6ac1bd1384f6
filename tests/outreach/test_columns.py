"""The area in columns: the same as in rows, in a tenth of the bytes, with a word when it is too much for a phone."""

from datetime import UTC, datetime, timedelta
from itertools import accumulate
from uuid import UUID

from api.kit.db import Connection
from outreach.registry.actions import pull, pull_columns
from outreach.registry.rules.columns import KNOWS, RESULTS, SINCE, differences, letters, minute_of, warning_of
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
    assert letters([UUID(int=255)]) == ["AAAAAAAAAAAAAAAAAAAA_w"]
    phone.note("household_removed", household_id=homes[0], reason="Ghi nhầm")
    await phone.send(tx)
    after = await pull_columns(tx, me=walker.principal, cursor=columns.cursor, team_id=None)
    assert after.households.gone == [next(line.no for line in rows.households if line.id == homes[0])]
    assert after.households.no == []
