"""What an event may say, and what time it was: the pure rules of the upload."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from api.kit.ids import uuid7
from outreach.visits.contracts import TimeQuality, VisitLogged
from outreach.visits.rules.reading import Entry, read
from outreach.visits.rules.reasons import REASONS, Refusal
from outreach.visits.rules.timing import LONGEST_OFFLINE, Clock, Corrected, Mark, visited_at
from outreach.visits.rules.timing import correct as put_right

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
"""12:00 in Vietnam."""
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)


def event(kind: str, **body: Any) -> dict[str, Any]:
    return {
        "event_id": str(uuid7()),
        "seq": 1,
        "type": kind,
        "schema_version": 1,
        "device_time": NOON.isoformat(),
        "body": {"team_id": str(uuid7()), **body},
    }


def visit(**changes: Any) -> dict[str, Any]:
    body = {
        "visit_id": str(uuid7()),
        "household_id": str(uuid7()),
        "started_at": (NOON - 10 * MINUTE).isoformat(),
        "ended_at": NOON.isoformat(),
        "result": "met",
        "consent": True,
    }
    return event("visit_logged", **{**body, **changes})


def adult(**body: Any) -> dict[str, Any]:
    start = {"adult_id": str(uuid7()), "household_id": str(uuid7()), "label": "Bác Hai", "consent": True}
    return event("adult_added", **{**start, **body})


def look(**changes: Any) -> dict[str, Any]:
    return {"adult_id": str(uuid7()), "met": True, "knows": True, **changes}


def correct(device: datetime, *, offset: timedelta, received_at: datetime) -> Corrected:
    """As an app without a stopwatch says it, the first time its phone is heard of."""
    return put_right(Mark(device_time=device), Clock(received_at=received_at, offset=offset))


def at_noon(*, offset: timedelta = timedelta(0), received_at: datetime = NOON) -> Clock:
    return Clock(received_at=received_at, offset=offset)


def refusal(raw: object) -> tuple[str, str | None] | None:
    found = read(raw, clock=at_noon(offset=timedelta(0), received_at=NOON), actor=uuid7())
    return (found.code, found.field) if isinstance(found, Refusal) else None


def test_tv23_a_clock_three_days_slow_is_put_right() -> None:
    vn = "+07:00"
    device = datetime.fromisoformat(f"2025-11-20T09:10:00{vn}")
    upload = datetime.fromisoformat(f"2025-11-20T18:00:00{vn}")
    received = datetime.fromisoformat(f"2025-11-23T18:00:05{vn}")
    offset = received - upload
    assert offset.total_seconds() == 259_205
    found = correct(device, offset=offset, received_at=received)
    assert found.at == found.earliest == datetime.fromisoformat(f"2025-11-23T09:10:05{vn}")
    assert found.quality is TimeQuality.WALL_SHIFTED


@pytest.mark.parametrize(
    ("offset", "shift", "quality"),
    [
        (30 * SECOND, timedelta(0), "wall_ok"),
        (-30 * SECOND, timedelta(0), "wall_ok"),
        (31 * SECOND, 31 * SECOND, "wall_ok"),
        (10 * MINUTE, 10 * MINUTE, "wall_ok"),
        (10 * MINUTE + SECOND, 10 * MINUTE + SECOND, "wall_shifted"),
        (-11 * MINUTE, -11 * MINUTE, "wall_shifted"),
    ],
)
def test_small_differences_are_the_network(offset: timedelta, shift: timedelta, quality: str) -> None:
    device = NOON - 2 * DAY
    found = correct(device, offset=offset, received_at=NOON)
    assert (found.at, found.earliest, found.quality) == (device + shift, device + shift, quality)


@pytest.mark.parametrize("wrong", [400 * DAY, -400 * DAY, datetime(1970, 1, 1, tzinfo=UTC) - NOON])
def test_a_clock_that_is_wrong_all_along_is_put_right(wrong: timedelta) -> None:
    """400 days fast, 400 days slow, and a phone that forgot the year."""
    found = correct(NOON - DAY + wrong, offset=-wrong, received_at=NOON)
    assert (found.at, found.quality) == (NOON - DAY, "wall_shifted")


@pytest.mark.parametrize("device", [NOON + DAY, NOON - 400 * DAY, datetime(1970, 1, 1, tzinfo=UTC)])
def test_a_clock_changed_in_between_gives_bounds_not_false_precision(device: datetime) -> None:
    found = correct(device, offset=timedelta(0), received_at=NOON)
    assert (found.at, found.quality) == (NOON, "bounded")
    assert found.earliest == NOON - LONGEST_OFFLINE


def test_the_edges_of_belief() -> None:
    at = correct(NOON - LONGEST_OFFLINE, offset=timedelta(0), received_at=NOON)
    assert at.quality == "wall_ok"
    assert (
        correct(NOON - LONGEST_OFFLINE - SECOND, offset=timedelta(0), received_at=NOON).quality == "bounded"
    )
    a_little_ahead = correct(NOON + 30 * SECOND, offset=timedelta(0), received_at=NOON)
    assert (a_little_ahead.at, a_little_ahead.quality) == (NOON, "wall_ok")
    assert correct(NOON + 31 * SECOND, offset=timedelta(0), received_at=NOON).quality == "bounded"
    assert correct(NOON, offset=timedelta.max, received_at=NOON).quality == "bounded"


def test_the_visit_began_as_long_before_saving_as_the_phone_says() -> None:
    entry = read(visit(), clock=at_noon(offset=3 * DAY, received_at=NOON + 4 * DAY), actor=uuid7())
    assert isinstance(entry, Entry)
    assert isinstance(entry.body, VisitLogged)
    began = visited_at(entry.body, device_time=entry.device_time, corrected_at=entry.corrected_at)
    assert began == NOON + 3 * DAY - 10 * MINUTE
    ahead = visited_at(entry.body, device_time=NOON - 15 * MINUTE, corrected_at=NOON)
    assert ahead == NOON


@pytest.mark.parametrize(
    ("raw", "code", "field"),
    [
        ("chữ", "unreadable", None),
        ({**visit(), "seq": 0}, "invalid", "seq"),
        ({**visit(), "event_id": "abc"}, "invalid", "event_id"),
        ({**visit(), "device_time": "2026-11-22T12:00:00"}, "invalid", "device_time"),
        ({**visit(), "device_time": "0001-01-01T00:00:00+07:00"}, "invalid", "device_time"),
        ({**visit(), "type": "visit_deleted"}, "invalid", "type"),
        ({**visit(), "schema_version": 3}, "schema_unknown", "schema_version"),
        (visit(started_at=None), "invalid", "started_at"),
        (visit(result="maybe"), "invalid", "result"),
        (visit(latitude=16.46), "invalid", "latitude"),
        (visit(ended_at=(NOON - 11 * MINUTE).isoformat()), "ends_before_start", "ended_at"),
        (visit(started_at=(NOON - 13 * 60 * MINUTE).isoformat()), "ends_before_start", "ended_at"),
        (visit(revisit_at=(NOON + 900 * DAY).isoformat()), "times_apart", "revisit_at"),
        (
            visit(started_at="2020-01-01T00:00:00Z", ended_at="2020-01-01T00:10:00Z"),
            "times_apart",
            "started_at",
        ),
        (visit(adults=[look()], consent=False), "no_consent", "consent"),
        (visit(adults=[look()], consent="declined"), "no_consent", "consent"),
        (visit(adults=[look()], consent=None), "consent_needed", "consent"),
        (visit(adults=[look()], result="refused"), "not_met_judged", "adults[0]"),
        (visit(adults=[look(), look(met=False)]), "not_met_judged", "adults[1]"),
        (visit(adults=[look(met=False, knows=None, assistance="unaided")]), "not_met_judged", "adults[0]"),
        (visit(adults=[look(adult_id=str(uuid7()), next_step="gọi 0912 345 678")]), "personal_number",
         "adults[0].next_step"),
        (visit(adults=[look(skills=[{"code": "S17", "level": "heard"}])]), "invalid", "adults[0].skills[0].code"),
        (
            visit(adults=[look(skills=[{"code": "S01", "level": "heard"}, {"code": "S01", "level": "heard"}])]),
            "twice_in_list",
            "adults[0].skills",
        ),
        (adult(consent=False), "no_consent", "consent"),
        (adult(label="CCCD 046 090 001 234"), "personal_number", "label"),
        (adult(label="  "), "invalid", "label"),
        (adult(cccd="046090001234"), "invalid", "cccd"),
        (adult(birth_year=2009), "minor", "birth_year"),
        (event("household_added", household_id=str(uuid7()), hamlet_id=str(uuid7()), reference="x" * 81),
         "invalid", "reference"),
        (event("household_changed", household_id=str(uuid7()), reference="Hộ 0912345678"), "personal_number",
         "reference"),
        (event("adult_changed", adult_id=str(uuid7()), left_on="2026-11-23", left_reason="died"),
         "leaving_unclear", "left_on"),
        (event("adult_changed", adult_id=str(uuid7()), left_on="2026-11-22"), "leaving_unclear", "left_on"),
        (event("adult_changed", adult_id=str(uuid7()), left_on=None, left_reason="died"), "leaving_unclear",
         "left_reason"),
        (event("adult_changed", adult_id=str(uuid7()), birth_year=2010), "minor", "birth_year"),
        (event("adult_changed", adult_id=str(uuid7()), label="Số 123-456-789"), "personal_number", "label"),
    ],
)  # fmt: skip
def test_what_is_refused_and_why(raw: object, code: str, field: str | None) -> None:
    assert refusal(raw) == (code, field)


def test_a_person_twice_in_one_visit_is_refused() -> None:
    one = look()
    assert refusal(visit(adults=[one, one])) == ("twice_in_list", "adults")


@pytest.mark.parametrize(
    "raw",
    [
        visit(),
        visit(consent=None),
        visit(result="nobody_home", consent=None),
        visit(adults=[look(), look(met=False, knows=None)], consent="given_signed"),
        visit(adults=[look()], result="revisit", revisit_at=(NOON + 7 * DAY).isoformat()),
        adult(birth_year=2008, sex="other"),
        adult(label="Bác gái 60 tuổi, nhà 12"),
        event("adult_changed", adult_id=str(uuid7()), left_on="2026-11-22", left_reason="moved"),
        event("adult_changed", adult_id=str(uuid7()), left_on=None, left_reason=None),
        event("adult_changed", adult_id=str(uuid7()), consent=False),
        event("household_changed", household_id=str(uuid7()), closed=True, adults_total=None),
    ],
)
def test_what_is_taken(raw: object) -> None:
    assert refusal(raw) is None


def test_the_digest_is_of_the_content_and_nothing_else() -> None:
    def sha(raw: dict[str, Any], **changes: Any) -> bytes:
        entry = read({**raw, **changes}, clock=at_noon(offset=timedelta(0), received_at=NOON), actor=uuid7())
        assert isinstance(entry, Entry)
        return entry.sha256

    raw = visit(adults=[look()])
    same = sha(raw)
    assert sha(raw, seq=9) == same
    assert sha(raw, event_id=str(uuid7())) == same
    assert sha(raw, device_time="2026-11-22T12:00:00+07:00") == same
    assert sha(raw, device_time=(NOON - MINUTE).isoformat()) != same
    assert sha(raw, body={**raw["body"], "result": "revisit"}) != same
    assert sha(raw, body=dict(reversed(raw["body"].items()))) == same


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("quay lai sau 8 gio", "quay lai sau 8 gio"),
        ("quay  lai", "quay lai"),
        (" quay lai", "quay lai"),
        ("quay lai ", "quay lai"),
        ("quay\tlai", "quay lai"),
        ("quay\x00lai", "quaylai"),
        (" ", ""),
        ("quay\u200blai", "quaylai"),
        ("quay\u00a0lai", "quay lai"),
        ("tre\u0309 con", "trẻ con"),
        ('noi "sau"  nhe', 'noi "sau" nhe'),
    ],
)
def test_text_is_kept_in_one_form_whether_plain_or_not(sent: str, kept: str) -> None:
    raw = visit(adults=[look(next_step=sent)])
    entry = read(raw, clock=at_noon(offset=timedelta(0), received_at=NOON), actor=uuid7())
    assert isinstance(entry, Entry)
    assert msgspec.json.decode(entry.plain)["adults"][0]["next_step"] == kept


def test_deep_nonsense_is_refused_not_followed() -> None:
    deep: Any = "x"
    for _ in range(50):
        deep = [deep]
    assert refusal(visit(adults=deep)) == ("invalid", "body")


def test_every_reason_is_a_vietnamese_sentence() -> None:
    for code in REASONS:
        sentence = Refusal(code, "label").reason()
        assert "{" not in sentence
        assert not sentence.isascii()
