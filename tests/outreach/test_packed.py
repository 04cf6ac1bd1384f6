"""Visits packed for the wire: the same content as spelt out, wherever ids or short numbers stand."""

import json
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from outreach.visits.contracts import Packed
from outreach.visits.rules.packing import unpack
from tests.given.outreach import Phone, Walker, given_walker, reasons, seen, statuses, wire
from tests.given.outreach_sync import send_as, totals
from tests.given.packed import pack, uuid7_at

VECTORS = Path(__file__).with_name("packed_vectors.json")


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


def knock(phone: Phone, home: object, *looks: object, result: str = "met") -> None:
    """A visit as an app of today saves it: its id is its event's, whose moment is its own."""
    at = (now() - timedelta(hours=2)).replace(microsecond=0)
    phone.visit(home, *looks, at=at, result=result)  # type: ignore[arg-type]
    event = phone.kept[-1]
    event["event_id"] = event["body"]["visit_id"] = str(uuid7_at(at))
    event["device_time"], event["schema_version"] = wire(at), 2


async def test_packed_is_the_same_as_spelt_out(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    adult, other = phone.adult(home), phone.adult(home, "Bác trai")
    await phone.send(tx)
    numbers = {
        str(row["id"]): row["no"]
        for row in await tx.fetch("select id, no from household union all select id, no from adult")
    }
    knock(phone, home, seen(adult, S07="alone_observed", B02="with_help", assistance="unaided"), seen(other, knows=False, barriers=["eyesight"], next_step="Hẹn tối thứ năm"))  # fmt: skip
    knock(phone, home, result="nobody_home")
    fresh = phone.kept[3:]
    answer = await send_as(tx, phone, [], packed=msgspec.convert(pack(fresh, numbers), Packed))
    assert statuses(answer) == ["accepted", "accepted"]
    assert answer.receipt.seq == 5
    assert await totals(tx) == [2, 2, 2, 1, 2]
    assert statuses(await phone.send(tx, fresh)) == ["duplicate", "duplicate"]
    by_id = await send_as(tx, phone, [], packed=msgspec.convert(pack(fresh, {}), Packed))
    assert statuses(by_id) == ["duplicate", "duplicate"]


async def test_numbers_stand_for_ids_in_every_event_and_unknown_ones_are_refused(
    tx: Connection, walker: Walker
) -> None:
    phone = walker.phone()
    home = phone.household()
    adult = phone.adult(home)
    await phone.send(tx)
    house = await tx.fetchval("select no from household where id = $1", home)
    person = await tx.fetchval("select no from adult where id = $1", adult)
    for kind, body in (
        ("household_changed", {"household_id": house, "adults_total": 3}),
        ("adult_changed", {"adult_id": person, "label": "Bà Tư"}),
        ("household_changed", {"household_id": 2**40, "adults_total": 3}),
        ("household_changed", {"household_id": -1, "adults_total": 3}),
    ):
        phone.note(kind, **body)["schema_version"] = 2
    answer = await phone.send(tx, phone.kept[2:])
    assert statuses(answer) == ["accepted", "accepted", "rejected", "rejected"]
    assert await tx.fetchval("select label from adult") == "Bà Tư"
    phone.note("household_changed", household_id=house, adults_total=3)
    assert reasons(await phone.send(tx, phone.kept[-1:])) == ["invalid"], "an app of schema 1 has no numbers"


async def test_a_broken_row_is_refused_alone(tx: Connection, walker: Walker) -> None:
    phone = walker.phone()
    home = phone.household()
    await phone.send(tx)
    knock(phone, home, result="nobody_home")
    knock(phone, home, result="nobody_home")
    packed = pack(phone.kept[1:], {})
    for broken in ([1, 5, "?", 3, 0, 0, 0, 0, []], [1], [1, 2**60, "x"], "row"):
        rows = [packed["rows"][0], broken, packed["rows"][1]]
        answer = await send_as(tx, phone, [], packed=msgspec.convert({**packed, "rows": rows}, Packed))
        assert statuses(answer)[1] == "rejected"


def test_one_stopwatch_says_the_time_of_all_rows() -> None:
    vector = json.loads(VECTORS.read_text(encoding="utf-8"))[0]
    packed, session = msgspec.convert({**vector["packed"], "mono": 5_000}, Packed), uuid7()
    told = unpack(packed, session)
    assert [event["device_mono"] for event in told] == [5_000, 906_000, 1_807_000]
    assert {event["session_id"] for event in told} == {str(session)}
    assert unpack(packed) == vector["events"], "a stopwatch of no session says nothing"


def test_the_vectors_that_the_app_reads_too() -> None:
    for vector in json.loads(VECTORS.read_text(encoding="utf-8")):
        assert unpack(msgspec.convert(vector["packed"], Packed)) == vector["events"]
