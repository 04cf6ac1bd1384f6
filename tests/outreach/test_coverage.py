"""People, counted once, who know and can; never visits, never help taken for skill."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.principal import Principal, Role
from outreach.measurement.actions import cover, progress, recount
from outreach.measurement.contracts import Coverage
from outreach.measurement.rules import NotYourProvince
from outreach.measurement.store import Population, insert_population
from tests.given.outreach import Walker, given_walker, seen, statuses
from tests.given.time import frozen

NOBODY = UUID(int=0)


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


def officer(*provinces: str, role: Role = Role.OFFICER) -> Principal:
    return Principal(
        person_id=NOBODY, session_id=NOBODY, roles=frozenset({role}), province_codes=tuple(provinces)
    )


async def line(tx: Connection, walker: Walker) -> Coverage:
    """The walker's commune in the officer's report; its totals proven by a recount."""
    assert (await recount(tx)).equal
    report = await cover(tx, province="46", seen_by=officer("46"))
    (found,) = [each for each in report.communes if each.commune_code == walker.commune_code]
    return found


async def ladder(tx: Connection, walker: Walker) -> tuple[int | None, ...]:
    """Registered, reached, assessed, know and can."""
    found = await line(tx, walker)
    return (found.adults_registered, found.adults_reached, found.adults_assessed, found.know_and_can)


@pytest.mark.parametrize(
    ("knows", "extra", "expected"),
    [
        (True, {"S07": "alone_observed", "assistance": "unaided"}, (1, 1, 1, 1)),
        (True, {"S07": "alone_observed"}, (1, 1, 1, 1)),
        (True, {"S07": "alone_observed", "assistance": "verbal_prompt"}, (1, 1, 1, 0)),
        (True, {"S07": "alone_observed", "assistance": "hands_on"}, (1, 1, 1, 0)),
        (True, {"S07": "alone_observed", "assistance": "done_for"}, (1, 1, 1, 0)),
        (True, {"S07": "done_for", "assistance": "done_for"}, (1, 1, 1, 0)),
        (True, {"S07": "with_help", "assistance": "hands_on"}, (1, 1, 1, 0)),
        (True, {"S07": "says_can"}, (1, 1, 1, 0)),
        (True, {"S07": "heard"}, (1, 1, 1, 0)),
        (False, {"S07": "alone_observed"}, (1, 1, 1, 0)),
        (False, {}, (1, 1, 1, 0)),
        (True, {}, (1, 1, 0, 0)),
        (None, {"S07": "alone_observed"}, (1, 1, 0, 0)),
        (True, {"S15": "alone_observed"}, (1, 1, 1, 0)),
        (True, {"S15": "alone_observed", "S05": "alone_observed"}, (1, 1, 1, 1)),
    ],
)
async def test_only_knowing_and_doing_it_alone_counts(
    tx: Connection,
    walker: Walker,
    *,
    knows: bool | None,
    extra: dict[str, Any],
    expected: tuple[int, ...],
) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult, knows=knows, **extra))
    assert statuses(await phone.send(tx)) == ["accepted"] * 3
    assert await ladder(tx, walker) == expected


async def test_know_and_can_is_of_one_person_not_of_two_margins(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    knower, doer = phone.adult(home, "Bác trai"), phone.adult(home, "Bác gái")
    phone.visit(home, seen(knower, S07="heard"), seen(doer, knows=False, S07="alone_observed"))
    await phone.send(tx)
    assert await ladder(tx, walker) == (2, 2, 2, 0)


async def test_the_latest_look_by_visit_time_wins_whatever_comes_first(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S07="with_help"), at=now() - timedelta(days=1))
    phone.visit(home, seen(adult, S07="alone_observed"), at=now() - timedelta(days=5))
    house, person, later, earlier = phone.kept
    await phone.send(tx, [house, person, later])
    assert (await ladder(tx, walker))[3] == 0
    await phone.send(tx, [earlier])
    assert (await ladder(tx, walker))[3] == 0
    phone.visit(home, seen(adult, knows=None, S07="alone_observed"))
    await phone.send(tx)
    assert (await ladder(tx, walker))[3] == 1
    phone.visit(home, seen(adult, S12="with_help"))
    await phone.send(tx)
    assert (await ladder(tx, walker))[3] == 1, "another skill says nothing about this one"


async def test_leaving_and_withdrawing_take_a_person_out_and_back(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    adult, other = phone.adult(home, "Bác trai"), phone.adult(home, "Bác gái")
    phone.visit(home, seen(adult, S07="alone_observed"), seen(other, S07="alone_observed"))
    await phone.send(tx)
    assert await ladder(tx, walker) == (2, 2, 2, 2)
    phone.note("adult_changed", adult_id=adult, left_on=today(), left_reason="moved")
    await phone.send(tx)
    assert await ladder(tx, walker) == (1, 1, 1, 1)
    phone.note("adult_changed", adult_id=adult, left_on=None, left_reason=None)
    phone.note("adult_changed", adult_id=other, consent=False)
    await phone.send(tx)
    assert await ladder(tx, walker) == (1, 1, 1, 1)
    phone.note("adult_changed", adult_id=other, consent=True)
    await phone.send(tx)
    assert await ladder(tx, walker) == (2, 2, 2, 2)
    assert (await line(tx, walker)).visits == 1


async def test_just_before_midnight_counts_on_the_vietnamese_day(tx: Connection, walker: Walker) -> None:
    evening = datetime(2026, 11, 20, 16, 58, tzinfo=UTC)
    """23:58 of 20 November in Vietnam; in UTC still the afternoon."""
    with frozen(evening + timedelta(minutes=5)):
        phone = walker.phone()
        home = phone.household()
        phone.visit(home, result="nobody_home", at=evening, minutes=0)
        phone.visit(home, result="nobody_home", at=evening + timedelta(minutes=4), minutes=0)
        await phone.send(tx)
    days = [row[0] for row in await tx.fetch("select visited_on from visit order by visited_at")]
    assert days == [date(2026, 11, 20), date(2026, 11, 21)]


async def test_a_phone_three_days_slow_still_counts_on_the_true_day(tx: Connection, walker: Walker) -> None:
    with frozen(datetime(2026, 11, 20, 11, 0, tzinfo=UTC)) as _:
        phone = walker.phone()
        home = phone.household(hamlet_id=walker.hamlet_ids[0])
        slow = now() - timedelta(days=3)
        phone.visit(home, result="nobody_home", at=slow - timedelta(hours=1))
        phone.kept[0]["device_time"] = (slow - timedelta(hours=2)).isoformat()
        await phone.send(tx, clock=slow)
        row = await tx.fetchrow("select visited_at, ended_at, visited_on from visit")
        assert row is not None
        assert row["ended_at"] == now() - timedelta(hours=1)
        assert row["visited_at"] == now() - timedelta(hours=1, minutes=10)
        assert row["visited_on"] == date(2026, 11, 20)
        assert await tx.fetchval("select distinct time_quality from visit_event") == "wall_shifted"


async def test_population_is_unknown_until_it_is_imported_with_its_source(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S07="alone_observed"))
    await phone.send(tx)
    before = await line(tx, walker)
    assert (before.adults_population, before.population_source) == (None, None)
    assert (before.bound_low, before.bound_high) == (1.0, 1.0)
    rows = [Population(commune_code=walker.commune_code, adults=8_000)]
    await insert_population(tx, rows, counted_on=date(2026, 7, 1), source="Công an phường")
    await insert_population(tx, rows, counted_on=date(2025, 7, 1), source="cũ")
    after = await line(tx, walker)
    assert (after.adults_population, after.population_on) == (8_000, date(2026, 7, 1))
    assert after.population_source == "Công an phường"
    assert after.bound_low == pytest.approx(1 / 8000)
    assert after.bound_high == 1.0
    report = await cover(tx, province="46", seen_by=officer("46"))
    assert report.total.adults_population is None


async def test_the_report_of_a_province(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx, commune=7)
    for one, people in ((walker, 12), (other, 3)):
        phone = one.phone()
        home = phone.household()
        adults = [phone.adult(home, f"Người {number}") for number in range(people)]
        phone.visit(home, *[seen(adult, S07="alone_observed") for adult in adults])
        await phone.send(tx)
    report = await cover(tx, province="46", seen_by=officer("46"))
    assert len(report.communes) == 40
    assert report.total.commune_code is None
    assert report.total.commune_name == "Thành phố Huế"
    assert (report.total.adults_registered, report.total.know_and_can, report.total.visits) == (15, 15, 2)
    assert (report.target.threshold, report.target.due_on) == (0.7, date(2025, 12, 31))
    assert report.target.past_due
    assert "II.1" in report.target.legal_basis
    assert report.total.verdict == "met"
    assert {each.verdict for each in report.communes} == {"met", "not_enough_data"}
    empty = next(each for each in report.communes if each.adults_registered == 0)
    assert (empty.share, empty.low, empty.high) == (None, None, None)

    public = await cover(tx, province="46", seen_by=None)
    hidden = [each for each in public.communes if each.suppressed]
    assert {each.commune_code for each in hidden} == {walker.commune_code, other.commune_code}
    assert all(each.adults_registered is None and each.visits is None for each in hidden)
    assert public.total.know_and_can == 15


async def test_officers_see_their_own_province_only(tx: Connection) -> None:
    with pytest.raises(NotYourProvince):
        await cover(tx, province="01", seen_by=officer("46"))
    assert (await cover(tx, province="01", seen_by=officer(role=Role.ADMIN))).communes
    with pytest.raises(NotFound):
        await cover(tx, province="99", seen_by=officer(role=Role.ADMIN))


async def test_a_team_sees_its_own_progress(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home, away = phone.household("Hộ số 1"), phone.household("Hộ số 2")
    phone.household("Hộ số 3")
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S07="alone_observed"))
    phone.visit(away, result="revisit", revisit_at=now() + timedelta(hours=1))
    await phone.send(tx)
    found = await progress(tx, me=walker.principal, team_id=None)
    assert (found.households, found.households_visited, found.households_met) == (3, 2, 1)
    assert (found.adults_registered, found.know_and_can, found.visits) == (1, 1, 2)
    assert found.revisits_due == 0
    with frozen(now() + timedelta(hours=2)):
        assert (await progress(tx, me=walker.principal, team_id=walker.team_id)).revisits_due == 1
    stranger = await given_walker(tx)
    with pytest.raises(NotFound):
        await progress(tx, me=stranger.principal, team_id=walker.team_id)


async def test_a_wrong_total_is_found(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.adult(home)
    await phone.send(tx)
    assert (await recount(tx)).equal
    await tx.execute("update coverage_total set visits = visits + 1")
    found = await recount(tx)
    assert not found.equal
    (difference,) = found.differences
    assert difference.commune_code == walker.commune_code
    assert (difference.kept, difference.recounted) == ([1, 0, 0, 0, 1], [1, 0, 0, 0, 0])
    with pytest.raises(Exception, match="no ladder"):
        async with tx.transaction():
            await tx.execute("update coverage_total set adults_reached = 2")
