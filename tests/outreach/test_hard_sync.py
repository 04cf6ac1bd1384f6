"""Hard cases of the upload (reference §7): each is its number and what it must come to."""

import hashlib
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from outreach.folding import FOLDS
from outreach.visits.actions import forcing
from outreach.visits.contracts import TimeQuality
from outreach.visits.rules.timing import Clock, Contact, Mark, correct
from tests.given.outreach import Walker, given_walker, reasons, seen, statuses
from tests.given.outreach_sync import send_as, totals
from tests.given.time import frozen

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def test_hard_case_1_two_volunteers_in_one_house_one_evening(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx, team_of=walker)
    mine, theirs = walker.phone(), other.phone()
    home = mine.household(adults_total=2)
    adult = mine.adult(home)
    await mine.send(tx)
    evening = now() - HOUR
    mine.visit(home, seen(adult, S07="alone_observed"), at=evening)
    theirs.visit(home, seen(adult, S07="with_help"), at=evening - timedelta(minutes=20))
    mine.note("household_changed", at=evening, household_id=home, adults_total=3)
    theirs.note("household_changed", at=evening, household_id=home, adults_total=4)
    theirs.note("household_changed", at=evening, household_id=home, reference="Nhà ngói đầu ngõ")
    await mine.send(tx)
    answer = await theirs.send(tx)
    assert statuses(answer) == ["accepted", "conflict", "accepted"]
    hard, soft = answer.results[1].conflict, answer.results[2].conflict
    assert hard is not None
    assert (hard.kind, [(one.field, one.theirs, one.yours) for one in hard.fields]) == (
        "hard",
        [("adults_total", 3, 4)],
    )
    assert soft is not None
    assert soft.kind == "soft"
    assert await totals(tx) == [1, 1, 1, 1, 2]
    people = await tx.fetch("select distinct volunteer_id from visit")
    assert {row[0] for row in people} == {walker.person_id, other.person_id}


async def test_hard_case_2_a_replay_gives_an_equal_receipt(tx: Connection, walker: Walker) -> None:
    """Fifty at once: tests/outreach/test_at_once.py."""
    phone = walker.phone()
    phone.visit(phone.household(), result="nobody_home")
    first = await phone.send(tx)
    again = [await phone.send(tx) for _ in range(3)]
    assert {msgspec.json.encode(answer.receipt) for answer in again} == {msgspec.json.encode(first.receipt)}
    assert await tx.fetchval("select count(*) from visit_event") == 2


async def test_hard_case_3_same_id_other_body(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household("Hộ số 1")
    await phone.send(tx)
    forged = {**phone.kept[0], "body": {**phone.kept[0]["body"], "reference": "Hộ số 2"}}
    phone.visit(home, result="nobody_home")
    answer = await phone.send(tx, [forged, phone.kept[1]])
    assert statuses(answer) == ["conflict", "accepted"]
    assert reasons(answer) == ["other_content", None]
    assert await tx.fetchval("select payload is not null from visit_quarantine")


async def test_hard_case_5_one_bad_of_two_hundred(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    homes = [phone.household(f"Hộ số {number}") for number in range(199)]
    phone.kept[36]["body"]["adults_total"] = "ba"
    phone.visit(homes[36], result="nobody_home")
    answer = await phone.send(tx)
    assert statuses(answer).count("accepted") == 198
    assert (answer.results[36].status, answer.results[36].field) == ("rejected", "adults_total")
    assert (answer.results[199].status, answer.results[199].reason_code) == ("held", "waits_for_household")
    assert answer.results[199].until is not None


async def test_hard_case_6_a_lost_reply(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    phone.household()
    lost = await phone.send(tx)
    again = await phone.send(tx)
    assert statuses(again) == ["duplicate"]
    assert again.receipt == lost.receipt


async def test_hard_case_7_update_before_create_waits_then_is_forced(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household("Hộ số 9")
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S07="alone_observed"))
    phone.note("household_changed", household_id=home, adults_total=4)
    house, person, visit, change = phone.kept
    assert statuses(await phone.send(tx, [visit, change])) == ["held", "held"]
    await forcing.let_go(tx, folds=FOLDS)
    assert await tx.fetchval("select count(*) from visit") == 0
    with frozen(now() + 6 * DAY):
        await forcing.let_go(tx, folds=FOLDS)
        assert await tx.fetchval("select marks from visit") == ["forced"]
        assert await totals(tx) == [0, 0, 0, 0, 1]
        row = await tx.fetchrow("select reference, adults_total, assumed from household")
        assert row is not None
        assert tuple(row) == ("Hộ chờ bổ sung", 4, True)
        assert statuses(await phone.send(tx, [house, person])) == ["accepted", "accepted"]
        row = await tx.fetchrow("select reference, adults_total, assumed from household")
        assert row is not None
        assert tuple(row) == ("Hộ số 9", 4, False)
        assert await totals(tx) == [1, 1, 1, 1, 1]


@pytest.mark.parametrize("order", [(2, 0, 1), (2, 1, 0), (1, 2, 0)])
async def test_hard_case_8_a_chain_in_any_order(
    tx: Connection, walker: Walker, order: tuple[int, ...]
) -> None:
    phone = walker.phone()
    start = now() - 3 * HOUR
    home = uuid7()
    phone.note("household_added", at=start, household_id=home, hamlet_id=walker.hamlet_ids[0], reference="A")
    phone.note("household_changed", at=start + HOUR, household_id=home, reference="B", adults_total=2)
    phone.note("household_changed", at=start + 2 * HOUR, household_id=home, reference="C")
    for place in order:
        await phone.send(tx, [phone.kept[place]])
    row = await tx.fetchrow("select reference, adults_total, version from household")
    assert row is not None
    assert tuple(row) == ("C", 2, 2)
    assert await tx.fetchval("select count(*) from registry_conflict") == 0


@pytest.mark.parametrize("wrong", [-3 * DAY, 400 * DAY, datetime(1970, 1, 1, tzinfo=UTC) - NOON])
def test_hard_case_10_a_clock_that_is_wrong(wrong: timedelta) -> None:
    """Wrong all along: put right. Set right before the upload: by the stopwatch, else bounded."""
    visit, run = NOON - 5 * HOUR, uuid7()
    steady = correct(Mark(device_time=visit + wrong), Clock(received_at=NOON, offset=-wrong))
    assert (steady.at, steady.quality) == (visit, TimeQuality.WALL_SHIFTED)
    watched = correct(
        Mark(device_time=visit + wrong, session_id=run, mono=1000),
        Clock(received_at=NOON, offset=timedelta(0), session_id=run, mono=1000 + 5 * 3_600_000),
    )
    assert (watched.at, watched.quality) == (visit, TimeQuality.MONO)
    blind = correct(Mark(device_time=NOON + DAY), Clock(received_at=NOON, offset=timedelta(0)))
    assert (blind.at, blind.quality) == (NOON, TimeQuality.BOUNDED)


def test_hard_case_11_a_clock_changed_between_two_runs_gives_bounds() -> None:
    """Right in the morning, two hours fast in the evening; nobody knows when that came to be."""
    morning = Contact(at=NOON - 8 * HOUR, offset=timedelta(0), seq=4)
    evening = Clock(received_at=NOON, offset=-2 * HOUR, session_id=uuid7(), mono=1, before=morning)
    found = correct(Mark(device_time=NOON - 3 * HOUR, session_id=uuid7(), mono=5, seq=5), evening)
    assert found.quality is TimeQuality.BOUNDED
    assert (found.earliest, found.latest) == (NOON - 5 * HOUR, NOON - 3 * HOUR)
    # Only one reading can be: made after the morning's contact, so the other lies before it.
    alone = correct(Mark(device_time=NOON - 7 * HOUR, seq=5), evening)
    assert (alone.at, alone.quality) == (NOON - 7 * HOUR, TimeQuality.WALL_SHIFTED)
    # And neither: between that contact and now.
    none = correct(Mark(device_time=NOON + 5 * HOUR, seq=5), evening)
    assert none.quality is TimeQuality.BOUNDED
    assert (none.at, none.earliest) == (NOON, morning.at - timedelta(seconds=30))


@pytest.mark.parametrize(("utc", "day"), [("16:58", 22), ("17:02", 23)])
async def test_hard_case_12_two_minutes_before_midnight(
    tx: Connection, walker: Walker, utc: str, day: int
) -> None:
    at = datetime.fromisoformat(f"2026-11-22T{utc}:00+00:00")
    with frozen(at + HOUR):
        phone = walker.phone()
        phone.visit(phone.household(), result="nobody_home", at=at, minutes=0)
        await phone.send(tx)
    assert (await tx.fetchval("select visited_on from visit")).day == day


async def test_the_chain_is_over_numbers_and_ids_in_order_however_they_come(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    for number in range(4):
        phone.household(f"Hộ số {number}")
    for places in ((3,), (1,), (0, 2)):
        answer = await phone.send(tx, [phone.kept[place] for place in places])
    head = b""
    for event in phone.kept:
        head = hashlib.sha256(head + f"{event['seq']}:{event['event_id']}".encode()).digest()
    assert (answer.receipt.seq, answer.receipt.head) == (4, head.hex())


async def test_an_event_of_last_years_app_still_lands(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.visit(home, result="nobody_home", at=now() - 179 * DAY)
    for event in phone.kept:
        event.pop("schema_version")
    assert statuses(await phone.send(tx)) == ["accepted", "accepted"]


async def test_a_household_of_no_adults(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    phone.visit(phone.household(adults_total=0), result="met")
    assert statuses(await phone.send(tx)) == ["accepted"] * 2
    assert await totals(tx) == [0, 0, 0, 0, 1]


async def test_a_brief_answer_names_ranges_and_what_was_not_taken(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    for number in range(5):
        phone.household(f"Hộ số {number}")
    phone.kept[2]["body"]["adults_total"] = "ba"
    answer = await send_as(tx, phone, brief=True)
    assert answer.accepted_seqs == [(1, 2), (4, 5)]
    assert [result.event_id for result in answer.results] == [phone.kept[2]["event_id"]]
