"""Bringing home what a phone recorded: nothing twice, nothing lost, each event by itself."""

import unicodedata
from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from outreach.measurement.actions import recount
from tests.given.outreach import Walker, given_walker, reasons, seen, statuses

LIST_TOTALS = """
select adults_registered, adults_reached, adults_assessed, know_and_can, visits from coverage_total
"""
LIST_QUARANTINE = "select reason_code, payload from visit_quarantine order by id"


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def totals(tx: Connection) -> list[int]:
    """The one commune's running totals, after proving them equal to a recount."""
    assert (await recount(tx)).equal
    row = await tx.fetchrow(LIST_TOTALS)
    return list(row) if row else []


async def test_a_first_evening(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household(adults_total=3)
    adult = phone.adult(home, birth_year=1960, sex="female")
    phone.adult(home, "Bác trai")
    phone.visit(home, seen(adult, S07="alone_observed", assistance="unaided"))
    answer = await phone.send(tx)
    assert statuses(answer) == ["accepted"] * 4
    assert reasons(answer) == [None] * 4
    assert answer.receipt.seq == 4
    assert await totals(tx) == [2, 1, 1, 1, 1]


async def test_an_empty_upload_gives_the_receipt(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    assert (await phone.send(tx, [])).receipt.seq == 0
    phone.household()
    first = (await phone.send(tx)).receipt
    again = (await phone.send(tx, [])).receipt
    assert first == again
    assert first.seq == 1
    phone.household()
    assert (await phone.send(tx)).receipt.signature != first.signature


async def test_another_secret_signs_another_receipt(tx: Connection, walker: Walker) -> None:
    phone, other = walker.phone(), walker.phone()
    first, second = await phone.send(tx, []), await other.send(tx, [])
    assert first.receipt.signature != second.receipt.signature
    assert len(first.receipt.signature) == 64


async def test_reply_lost_after_commit_gives_duplicate_and_the_same_receipt(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.visit(home, result="nobody_home")
    first = await phone.send(tx)
    again = await phone.send(tx)
    assert statuses(again) == ["duplicate", "duplicate"]
    assert again.receipt == first.receipt
    assert await totals(tx) == [0, 0, 0, 0, 1]


async def test_same_event_twice_in_one_batch_counts_once(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.visit(home, result="nobody_home")
    event = phone.kept[1]
    answer = await phone.send(tx, [*phone.kept, event, event])
    assert statuses(answer) == ["accepted", "accepted", "duplicate", "duplicate"]
    assert await tx.fetchval("select count(*) from visit") == 1


async def test_same_id_other_body_keeps_the_first_and_quarantines_the_second(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home = phone.household("Hộ số 1")
    await phone.send(tx)
    forged = {**phone.kept[0], "body": {**phone.kept[0]["body"], "reference": "Hộ số 2"}}
    phone.visit(home, result="nobody_home")
    answer = await phone.send(tx, [forged, phone.kept[1]])
    assert statuses(answer) == ["conflict", "accepted"]
    assert reasons(answer)[0] == "other_content"
    assert answer.results[0].reason is not None
    assert "nội dung khác" in answer.results[0].reason
    assert await tx.fetchval("select reference from household where id = $1", home) == "Hộ số 1"
    (row,) = await tx.fetch(LIST_QUARANTINE)
    assert msgspec.json.decode(row["payload"]) == forged
    await phone.send(tx, [forged])
    assert len(await tx.fetch(LIST_QUARANTINE)) == 1


async def test_same_id_other_body_inside_one_batch(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    phone.household("Hộ số 1")
    forged = {**phone.kept[0], "device_time": "2026-01-01T00:00:00Z"}
    answer = await phone.send(tx, [phone.kept[0], forged])
    assert statuses(answer) == ["accepted", "conflict"]


async def test_batch_of_200_with_one_bad_accepts_the_199(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    for number in range(200):
        phone.household(f"Hộ số {number + 1}")
    phone.kept[36]["body"]["adults_total"] = "ba"
    answer = await phone.send(tx)
    assert statuses(answer).count("accepted") == 199
    bad = answer.results[36]
    assert (bad.status, bad.reason_code, bad.field) == ("rejected", "invalid", "adults_total")
    assert bad.event_id == phone.kept[36]["event_id"]
    assert answer.receipt.seq == 200
    assert await tx.fetchval("select count(*) from household") == 199


@pytest.mark.parametrize("junk", [None, 7, "x", [], {}, {"event_id": "không phải mã"}, {"seq": 2**70}])
async def test_junk_is_refused_alone(tx: Connection, walker: Walker, junk: object) -> None:
    phone = walker.phone()
    phone.household()
    answer = await phone.send(tx, [junk, phone.kept[0]])
    assert statuses(answer) == ["rejected", "accepted"]
    assert answer.receipt.seq == 1


async def test_visit_before_its_household_is_held_then_counts(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S05="alone_observed"))
    house, person, visit = phone.kept
    held = await phone.send(tx, [visit])
    assert statuses(held) == ["held"]
    assert held.results[0].reason is not None
    assert held.receipt.seq == 0
    assert statuses(await phone.send(tx, [visit])) == ["held"]
    assert statuses(await phone.send(tx, [person])) == ["held"]
    assert await tx.fetchval("select count(*) from visit") == 0
    answer = await phone.send(tx, [house])
    assert statuses(answer) == ["accepted"]
    assert answer.receipt.seq == 3
    assert await totals(tx) == [1, 1, 1, 1, 1]
    assert statuses(await phone.send(tx)) == ["duplicate"] * 3
    assert await tx.fetchval("select count(*) from visit_hold") == 0


async def test_one_creation_frees_a_chain_and_says_so(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S05="alone_observed"))
    house, person, visit = phone.kept
    assert statuses(await phone.send(tx, [person])) == ["held"]
    assert statuses(await phone.send(tx, [visit, house, person])) == ["accepted", "accepted", "duplicate"]
    assert await totals(tx) == [1, 1, 1, 1, 1]


async def test_order_inside_a_batch_does_not_matter(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    phone.visit(home, seen(adult, S05="alone_observed"))
    assert statuses(await phone.send(tx, phone.kept[::-1])) == ["accepted"] * 3
    assert await totals(tx) == [1, 1, 1, 1, 1]


async def test_changes_in_any_order_give_the_latest_by_corrected_time(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    start = now() - timedelta(hours=3)
    home = uuid7()
    phone.note("household_added", at=start, household_id=home, hamlet_id=walker.hamlet_ids[0], reference="A")
    phone.note(
        "household_changed", at=start + timedelta(hours=1), household_id=home, reference="B", adults_total=2
    )
    phone.note("household_changed", at=start + timedelta(hours=2), household_id=home, reference="C")
    first, second, third = phone.kept
    for event in (third, first, second):
        await phone.send(tx, [event])
    row = await tx.fetchrow("select reference, adults_total from household where id = $1", home)
    assert row is not None
    assert tuple(row) == ("C", 2)


async def test_dependants_of_a_rejected_creation_are_held_and_visible(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household("Hộ có số 0123456789")
    phone.visit(home, result="nobody_home")
    answer = await phone.send(tx)
    assert statuses(answer) == ["rejected", "held"]
    assert reasons(answer) == ["personal_number", "waits_for_household"]
    repaired = phone.household("Hộ số 3")
    phone.kept[-1]["body"]["household_id"] = str(home)
    assert repaired != home
    assert statuses(await phone.send(tx, [phone.kept[-1]])) == ["accepted"]
    assert await totals(tx) == [0, 0, 0, 0, 1]


async def test_nfc_and_nfd_of_one_text_are_one_content(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household("Hộ số 12, ngõ 5 đường Nguyễn Huệ")
    event = phone.kept[0]
    await phone.send(tx)
    apart = unicodedata.normalize("NFD", event["body"]["reference"])
    assert apart != event["body"]["reference"]
    answer = await phone.send(tx, [{**event, "body": {**event["body"], "reference": apart}}])
    assert statuses(answer) == ["duplicate"]
    stored = await tx.fetchval("select reference from household where id = $1", home)
    assert unicodedata.is_normalized("NFC", stored)


async def test_two_volunteers_in_one_household_one_evening(tx: Connection, walker: Walker) -> None:
    other = await given_walker(tx, team_of=walker)
    mine, theirs = walker.phone(), other.phone()
    home = mine.household()
    adult = mine.adult(home)
    mine.visit(home, seen(adult, S07="with_help"))
    theirs.visit(home, seen(adult, S07="alone_observed"))
    await mine.send(tx)
    await theirs.send(tx)
    assert await totals(tx) == [1, 1, 1, 1, 2]
    people = await tx.fetch("select distinct volunteer_id from visit")
    assert {row[0] for row in people} == {walker.person_id, other.person_id}


async def test_nobody_home_and_refused_are_attempts_not_people(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    for hours in (50, 26, 2):
        phone.visit(home, result="nobody_home", at=now() - timedelta(hours=hours))
    phone.visit(home, result="refused", at=now() - timedelta(hours=1))
    assert set(statuses(await phone.send(tx))) == {"accepted"}
    assert await totals(tx) == [1, 0, 0, 0, 4]
    phone.visit(home, seen(adult, S07="alone_observed"))
    await phone.send(tx)
    assert await totals(tx) == [1, 1, 1, 1, 5]


async def test_the_log_refuses_change(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    phone.household()
    await phone.send(tx)
    for statement in ("update visit_event set seq = 9", "delete from visit_event"):
        with pytest.raises(Exception, match="append-only"):
            async with tx.transaction():
                await tx.execute(statement)


async def test_what_is_kept_of_an_event(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    await phone.send(tx)
    row = await tx.fetchrow("select * from visit_event")
    assert row is not None
    assert row["event_id"] == UUID(phone.kept[0]["event_id"])
    assert (row["install_id"], row["seq"], row["actor"]) == (phone.install_id, 1, walker.person_id)
    assert (row["subject_id"], row["team_id"], row["schema_version"]) == (home, walker.team_id, 1)
    assert row["body"]["reference"] == "Hộ số 12, ngõ 5"
    assert len(row["body_sha256"]) == 32
    assert (row["corrected_at"], row["time_quality"]) == (row["device_time"], "wall_ok")
