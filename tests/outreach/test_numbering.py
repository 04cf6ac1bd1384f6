"""Numbers and installations: gaps, clones, restored backups, and one visit under two ids."""

import msgspec
import pytest

from api.kit.db import Connection
from api.kit.ids import uuid7
from outreach.measurement.actions import recount
from tests.given.outreach import Walker, given_walker, reasons, statuses

LIST_QUARANTINE = "select reason_code, payload from visit_quarantine order by id"


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def visits(tx: Connection) -> int:
    """How many visits count, after proving the totals."""
    assert (await recount(tx)).equal
    found: int = await tx.fetchval("select visits from coverage_total")
    return found


async def test_cloned_install_keeps_both_events_and_says_so(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    twin = walker.phone()
    twin.install_id = phone.install_id
    phone.household("Hộ số 1")
    home = twin.household("Hộ số 2")
    twin.visit(home, result="nobody_home")
    await phone.send(tx)
    answer = await twin.send(tx)
    assert statuses(answer) == ["conflict", "held"]
    assert reasons(answer) == ["seq_taken", "waits_for_household"]
    (row,) = await tx.fetch(LIST_QUARANTINE)
    assert msgspec.json.decode(row["payload"])["event_id"] == twin.kept[0]["event_id"]
    twin.install_id = uuid7()
    again = await twin.send(tx)
    assert statuses(again) == ["accepted", "duplicate"]
    assert await visits(tx) == 1


async def test_backup_restored_on_a_new_phone_sends_the_same_events_again(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.visit(home, result="nobody_home")
    await phone.send(tx)
    phone.install_id = uuid7()
    answer = await phone.send(tx)
    assert statuses(answer) == ["duplicate", "duplicate"]
    assert answer.receipt.seq == 2


async def test_one_visit_under_two_event_ids_is_a_conflict(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    phone.visit(home, result="nobody_home")
    phone.note("visit_logged", **phone.kept[1]["body"])
    answer = await phone.send(tx)
    assert statuses(answer) == ["accepted", "accepted", "conflict"]
    assert reasons(answer)[2] == "subject_taken"
    assert await visits(tx) == 1


async def test_a_gap_in_the_numbers_stops_the_receipt_until_it_is_filled(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    for number in range(4):
        phone.household(f"Hộ số {number}")
    assert (await phone.send(tx, [phone.kept[0], phone.kept[2]])).receipt.seq == 1
    assert (await phone.send(tx, [phone.kept[3]])).receipt.seq == 1
    assert (await phone.send(tx, [phone.kept[1]])).receipt.seq == 4
