"""One upload's bookkeeping: what each place in the batch was, and what it is told. No database."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from api.kit.ids import uuid7
from outreach.measurement.rules import coverage_of, total_of, wilson
from outreach.visits.contracts import EventStatus, Known, SyncBatch, TimeQuality
from outreach.visits.rules.judging import Held
from outreach.visits.rules.reading import Entry, raw_digest, read
from outreach.visits.rules.reasons import Refusal
from outreach.visits.rules.timing import Clock
from outreach.visits.rules.uploading import Upload, event_name, seq_in
from tests.given.outreach import count

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ACTOR = uuid7()
TEAM = UUID("01a20400-0000-7000-8000-00000000000a")


def event(reference: str = "Hộ số 1", **changes: Any) -> dict[str, Any]:
    whole = {
        "event_id": str(uuid7()),
        "seq": 1,
        "type": "household_added",
        "schema_version": 1,
        "device_time": "2026-11-22T12:00:00Z",
        "body": {
            "team_id": str(TEAM),
            "household_id": "01a20400-0000-7000-8000-00000000000b",
            "hamlet_id": "01a20400-0000-7000-8000-00000000000c",
            "reference": reference,
        },
    }
    return {**whole, **changes}


def upload(*events: Any) -> Upload:
    batch = SyncBatch(install_id=uuid7(), device_time=AT - timedelta(hours=1), events=list(events))
    found = Upload(batch, actor=ACTOR, at=AT)
    found.read(found.clock(None))
    return found


def entry(raw: dict[str, Any]) -> Entry:
    found = read(raw, clock=Clock(offset=timedelta(0), received_at=AT), actor=ACTOR)
    assert isinstance(found, Entry)
    return found


def test_an_entry_is_everything_that_was_said() -> None:
    raw = event(seq=7)
    found = read(
        raw, clock=Clock(offset=timedelta(hours=1), received_at=AT + timedelta(hours=2)), actor=ACTOR
    )
    assert isinstance(found, Entry)
    assert (str(found.event_id), found.seq, found.schema_version) == (raw["event_id"], 7, 1)
    assert (found.type, found.actor, msgspec.json.decode(found.plain)) == (
        "household_added",
        ACTOR,
        raw["body"],
    )
    assert (found.device_time, found.corrected_at) == (AT, AT + timedelta(hours=1))
    assert (found.earliest_at, found.time_quality) == (found.corrected_at, TimeQuality.WALL_SHIFTED)


def test_the_digest_may_never_change() -> None:
    """A phone may send an event again after years: its digest must still be the stored one."""
    found = entry(event()).sha256.hex()
    assert found == "079dd953dfd7ec857f2d45581042a43d33d2e37d5791c9c61607df40317f0255"


def test_every_place_gets_its_own_answer() -> None:
    good, other = event(), event("Hộ số 2", seq=2)
    bad = event(seq=3, type="?")
    bent = {**good, "body": {**good["body"], "reference": "Khác"}}
    found = upload(good, bad, good, bent, other)
    assert found.offset == timedelta(hours=1)
    assert list(map(str, found.candidates)) == [good["event_id"], other["event_id"]]
    found.settle(found.candidates[UUID(good["event_id"])], None)
    found.settle(found.candidates[UUID(other["event_id"])], Held((TEAM,), "waits_for_household"))
    answers = found.finish()
    assert [answer.status for answer in answers] == ["accepted", "rejected", "duplicate", "conflict", "held"]
    assert [answer.event_id for answer in answers] == [
        good["event_id"],
        bad["event_id"],
        good["event_id"],
        good["event_id"],
        other["event_id"],
    ]
    codes = [None, "invalid", None, "other_content", "waits_for_household"]
    assert [answer.reason_code for answer in answers] == codes
    assert answers[1].field == "type"
    assert answers[1].reason == Refusal("invalid", "type").reason()
    assert answers[0].reason is answers[0].field is None
    assert found.quarantine == [
        (bad["event_id"], 3, "invalid", raw_digest(bad), msgspec.json.encode(bad), None),
        (good["event_id"], 1, "other_content", raw_digest(bent), msgspec.json.encode(bent), None),
    ]


@pytest.mark.parametrize("status", [Held((TEAM,), "waits_for_adult"), Refusal("not_your_area", "hamlet_id")])
def test_a_repeat_stands_as_its_first_one(status: Held | Refusal) -> None:
    good = event()
    found = upload(good, good)
    found.settle(found.candidates[UUID(good["event_id"])], status)
    first, second = found.finish()
    assert first == second
    assert first.status == ("held" if isinstance(status, Held) else "rejected")
    assert first.field == (None if isinstance(status, Held) else "hamlet_id")


def test_what_may_not_be_kept_is_not_kept() -> None:
    personal = event("Hộ 0912345678")
    found = upload(personal)
    assert found.quarantine == [
        (personal["event_id"], 1, "personal_number", raw_digest(personal), None, None),
    ]


def test_what_the_log_knows_is_recognised() -> None:
    same, changed, held, refused = (event(f"Hộ {n}", seq=n + 1) for n in range(4))
    found = upload(same, changed, held, refused)

    def known(raw: dict[str, Any], **changes: Any) -> Known:
        start = {"event_id": UUID(raw["event_id"]), "sha256": entry(raw).sha256}
        return Known(**{**start, "reason_code": None, "held": False, **changes})

    rows = [
        known(same),
        known(changed, sha256=b"other"),
        known(held, held=True),
        known(refused, reason_code="not_your_area"),
    ]
    found.recognise({row.event_id: row for row in rows})
    assert found.candidates == {}
    assert found.waiting == [UUID(held["event_id"])]
    answers = found.finish()
    assert [answer.status for answer in answers] == ["duplicate", "conflict", "held", "rejected"]
    assert [answer.event_id for answer in answers] == [
        raw["event_id"] for raw in (same, changed, held, refused)
    ]
    codes = [None, "other_content", "waits_for_household", "not_your_area"]
    assert [answer.reason_code for answer in answers] == codes
    found.stand_as(known(held))
    assert found.finish()[2].status is EventStatus.DUPLICATE


@pytest.mark.parametrize(
    ("raw", "name", "seq"),
    [
        (None, None, None),
        ({}, None, None),
        ({"event_id": 5, "seq": "1"}, None, None),
        ({"event_id": "a\x00b", "seq": True}, "ab", None),
        ({"event_id": "x" * 70, "seq": 0}, "x" * 64, None),
        ({"event_id": "x", "seq": 1}, "x", 1),
        ({"event_id": "x", "seq": 2**53}, "x", 2**53),
        ({"event_id": "x", "seq": 2**53 + 1}, "x", None),
    ],
)
def test_names_and_numbers_of_whatever_comes(raw: object, name: str | None, seq: int | None) -> None:
    assert (event_name(raw), seq_in(raw)) == (name, seq)


def test_a_refusal_names_the_field_in_its_sentence() -> None:
    assert Refusal("invalid", "label").reason() == "Thông tin thiếu hoặc sai ở mục “label”"
    assert Refusal("invalid").reason() == "Thông tin thiếu hoặc sai ở mục “”"


def test_figures_pass_through_whole() -> None:
    one = msgspec.structs.replace(count("a", 9, 8, 7, 6, 5, population=10), population_on=AT.date())
    line = coverage_of(one, code="x", threshold=0.7)
    assert (line.commune_code, line.commune_name) == ("x", "a")
    assert (line.adults_registered, line.adults_reached, line.adults_assessed) == (9, 8, 7)
    assert (line.know_and_can, line.visits, line.suppressed) == (6, 5, False)
    assert (line.adults_population, line.population_on, line.population_source) == (10, AT.date(), "nguồn")
    total = total_of([one], name="Tỉnh")
    assert (total.commune_code, total.commune_name) == ("", "Tỉnh")
    assert (total.adults_population, total.population_on, total.population_source) == (10, AT.date(), "nguồn")
    assert wilson(1, 1) == pytest.approx((0.2065493143772375, 1.0))
