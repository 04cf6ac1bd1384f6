"""A volunteer writes only for their own team, in its own area, at the time it happened."""

from datetime import date, timedelta

import pytest

from api.kit.clock import now, today
from api.kit.db import Connection
from tests.given.outreach import Walker, given_walker, reasons, seen, statuses


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def test_another_teams_household_is_refused_and_kept_for_review(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx)
    phone, intruder = walker.phone(), other.phone()
    home = phone.household()
    adult = phone.adult(home)
    await phone.send(tx)
    intruder.visit(home, seen(adult, S07="alone_observed"))
    intruder.note("household_changed", household_id=home, reference="Hộ khác")
    intruder.note("adult_changed", adult_id=adult, label="Người khác")
    intruder.adult(home)
    answer = await intruder.send(tx)
    assert statuses(answer) == ["rejected"] * 4
    assert set(reasons(answer)) == {"not_your_area"}
    assert await tx.fetchval("select count(*) from visit") == 0
    assert await tx.fetchval("select count(*) from visit_quarantine where payload is not null") == 4


async def test_writing_in_another_teams_name_is_refused(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx)
    intruder = other.phone()
    intruder.household(hamlet_id=walker.hamlet_ids[0], team_id=walker.team_id)
    answer = await intruder.send(tx)
    assert statuses(answer) == ["rejected"]
    assert reasons(answer) == ["not_your_team"]


async def test_a_hamlet_outside_the_area_is_refused(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx)
    phone = walker.phone()
    phone.household(hamlet_id=other.hamlet_ids[0])
    assert reasons(await phone.send(tx)) == ["not_your_area"]


async def test_membership_counts_at_the_time_of_the_event(tx: Connection, walker: Walker) -> None:
    left = await given_walker(tx, team_of=walker, until=today() - timedelta(days=3))
    phone = left.phone()
    phone.household("Hộ hôm trước")
    phone.household("Hộ hôm nay")
    phone.kept[0]["device_time"] = (now() - timedelta(days=5)).isoformat()
    answer = await phone.send(tx)
    assert statuses(answer) == ["held", "rejected"]
    assert reasons(answer) == ["awaits_approval", "not_member_then"]


async def test_before_joining_nothing_counts(tx: Connection, walker: Walker) -> None:
    late = await given_walker(tx, team_of=walker, since=today() - timedelta(days=1))
    phone = late.phone()
    phone.household("Hộ hôm qua")
    phone.household("Hộ tuần trước")
    phone.kept[1]["device_time"] = (now() - timedelta(days=7)).isoformat()
    assert reasons(await phone.send(tx)) == [None, "not_member_then"]


async def test_a_revoked_grant_ends_the_membership_at_that_moment(tx: Connection, walker: Walker) -> None:
    await tx.execute(
        "update role_grant set revoked_at = $1 where person_id = $2",
        now() - timedelta(hours=2),
        walker.person_id,
    )
    phone = walker.phone()
    phone.household("Hộ buổi sáng")
    phone.household("Hộ buổi chiều")
    phone.kept[0]["device_time"] = (now() - timedelta(hours=4)).isoformat()
    assert reasons(await phone.send(tx)) == ["awaits_approval", "not_member_then"]


async def test_an_area_that_was_given_away_is_no_longer_ours(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    await phone.send(tx)
    await tx.execute(
        "update team_area set until = $1 where team_id = $2", now() - timedelta(days=1), walker.team_id
    )
    phone.visit(home, result="nobody_home", at=now() - timedelta(days=2))
    phone.visit(home, result="nobody_home")
    phone.kept[0]["device_time"] = (now() - timedelta(days=3)).isoformat()
    assert reasons(await phone.send(tx, phone.kept[1:])) == [None, "not_your_area"]


async def test_an_adult_of_another_house_is_not_counted_here(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home, neighbours = phone.household("Hộ số 1"), phone.household("Hộ số 2")
    adult = phone.adult(neighbours)
    phone.visit(home, seen(adult, S07="alone_observed"))
    answer = await phone.send(tx)
    assert statuses(answer) == ["accepted"] * 3 + ["rejected"]
    assert reasons(answer)[3] == "other_household"


async def test_held_event_that_turns_out_foreign_never_counts(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx)
    phone, intruder = walker.phone(), other.phone()
    home = phone.household()
    intruder.visit(home, result="nobody_home")
    assert statuses(await intruder.send(tx)) == ["held"]
    await phone.send(tx)
    assert await tx.fetchval("select count(*) from visit") == 0
    assert await tx.fetchval("select reason_code from visit_refusal") == "not_your_area"
    again = await intruder.send(tx)
    assert statuses(again) == ["rejected"]
    assert reasons(again) == ["not_your_area"]


async def test_the_first_day_of_a_membership_starts_at_midnight_in_vietnam(
    tx: Connection, walker: Walker
) -> None:
    person = await given_walker(tx, team_of=walker, since=date(2026, 3, 1))
    since = await tx.fetchval("select since from team_member where person_id = $1", person.person_id)
    assert since.isoformat() == "2026-02-28T17:00:00+00:00"
