"""The clock of a case, purely: exact deadlines, pauses, the one extension, recounts, the ladder."""

from datetime import UTC, datetime, timedelta

import pytest

from api.kit.calendar import Calendar, DayKind, SpecialDay
from api.kit.clock import VN
from api.kit.holidays import shipped_holidays, shipped_office_hours
from api.reports import rules
from api.reports.contracts.handling import DueChange
from api.reports.rules import clock, ladder
from api.reports.rules.problems import ReportMoveRefused, ReportUnusable
from tests.given.cases import case_standing

SHIPPED = Calendar(shipped_holidays(), shipped_office_hours())
LATER = timedelta(days=1)


def vn(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VN).astimezone(UTC)


@pytest.mark.parametrize(
    ("received", "amount", "unit", "due"),
    [
        ("2026-03-06T16:59", 8, "working_hour", "2026-03-09T16:59"),
        ("2026-03-06T17:01", 8, "working_hour", "2026-03-09T17:00"),
        ("2026-03-06T16:59", 3, "working_day", "2026-03-11T17:00"),
        ("2026-03-06T17:01", 3, "working_day", "2026-03-11T17:00"),
        ("2026-03-06T16:59", 4, "clock_hour", "2026-03-06T20:59"),
        # Five days off for Tết Bính Ngọ, from Monday 16 to Friday 20 February.
        ("2026-02-13T16:59", 8, "working_hour", "2026-02-23T16:59"),
        ("2026-02-13T09:00", 3, "working_day", "2026-02-25T17:00"),
        ("2026-02-17T23:00", 12, "clock_hour", "2026-02-18T11:00"),
        # 30 April and 1 May are a Thursday and a Friday.
        ("2026-04-29T16:59", 1, "working_hour", "2026-05-04T08:29"),
        ("2026-04-29T16:59", 2, "working_day", "2026-05-05T17:00"),
        # Monday 31 August is off and Saturday 22 August is worked instead.
        ("2026-08-21T16:59", 1, "working_day", "2026-08-22T17:00"),
        ("2026-08-21T17:01", 8, "working_hour", "2026-08-22T17:00"),
        ("2026-08-28T16:59", 1, "working_day", "2026-09-03T17:00"),
    ],
)
def test_hard_case_14_exact_due_times_over_holidays_and_worked_saturdays(
    received: str, amount: int, unit: str, due: str
) -> None:
    assert rules.deadline(SHIPPED, vn(received), amount, unit) == vn(due)


def test_hard_case_14_a_changed_calendar_is_counted_from_the_first_day_with_every_pause_and_extension() -> (
    None
):
    received = vn("2026-03-06T09:00")
    changes = [
        DueChange(
            cause="pause",
            paused_at=vn("2026-03-09T09:00"),
            resumed_at=vn("2026-03-10T15:00"),
            amount=None,
            unit=None,
        ),
        DueChange(cause="extension", paused_at=None, resumed_at=None, amount=2, unit="working_day"),
    ]
    assert clock.recounted(SHIPPED, received, 3, "working_day", []) == vn("2026-03-11T17:00")
    assert clock.recounted(SHIPPED, received, 3, "working_day", changes) == vn("2026-03-16T17:00")
    closed = SpecialDay(on_date=vn("2026-03-11T09:00").date(), kind=DayKind.LOCAL_CLOSURE)
    flooded = Calendar([*shipped_holidays(), closed], shipped_office_hours())
    assert clock.recounted(flooded, received, 3, "working_day", []) == vn("2026-03-12T17:00")
    assert clock.recounted(flooded, received, 3, "working_day", changes) == vn("2026-03-17T17:00")


def test_hard_case_15_an_extension_is_asked_in_time_once_and_never_longer_than_the_first_time() -> None:
    case = case_standing(due_at=vn("2026-03-11T17:00"), received_at=vn("2026-03-06T09:00"))
    late_in_time = vn("2026-03-11T15:00")  # 95 % of three working days
    after = clock.extended(case, late_in_time, amount=3, reason="Chờ vật tư", calendar=SHIPPED)
    assert (after.first_due_at, after.due_at) == (vn("2026-03-11T17:00"), vn("2026-03-16T17:00"))
    assert (after.extended_at, after.extension_reason) == (late_in_time, "Chờ vật tư")
    with pytest.raises(ReportMoveRefused):
        clock.extended(after, late_in_time, amount=1, reason="Lại chờ", calendar=SHIPPED)
    with pytest.raises(ReportMoveRefused):
        clock.extended(case, case.due_at + timedelta(seconds=1), amount=1, reason="Trễ rồi", calendar=SHIPPED)
    with pytest.raises(ReportUnusable):
        clock.extended(case, late_in_time, amount=4, reason="Lâu quá", calendar=SHIPPED)


@pytest.mark.parametrize(
    ("unit", "due"),
    [
        ("working_day", "2026-03-13T17:00"),
        ("working_hour", "2026-03-12T09:30"),
        ("clock_hour", "2026-03-11T19:00"),
    ],
)
def test_an_extension_counts_in_the_units_of_the_case(unit: str, due: str) -> None:
    assert clock.due_after_extension(SHIPPED, vn("2026-03-11T17:00"), 2, unit) == vn(due)


def test_hard_case_16_the_clock_stands_still_while_the_reporter_is_asked_and_never_after_a_breach() -> None:
    case = case_standing(due_at=vn("2026-03-11T17:00"))
    asked = clock.asked(case, vn("2026-03-10T10:00"))
    assert (asked.paused_at, asked.waiting_until) == (vn("2026-03-10T10:00"), vn("2026-03-15T10:00"))
    went_on = clock.answered(asked, vn("2026-03-12T10:00"), SHIPPED)
    assert (went_on.due_at, went_on.paused_at, went_on.waiting_until) == (vn("2026-03-13T17:00"), None, None)
    breached = clock.asked(case, case.due_at + timedelta(seconds=1))
    assert (breached.paused_at, breached.pauses) == (None, 0)
    assert breached.waiting_until is not None
    assert clock.answered(breached, case.due_at + LATER, SHIPPED).due_at == case.due_at
    often = case_standing(due_at=vn("2026-03-11T17:00"), pauses=clock.PAUSES)
    assert clock.asked(often, vn("2026-03-10T10:00")).paused_at is None


@pytest.mark.parametrize(
    ("asked_at", "first"),
    [("2026-03-10T10:00", "2026-03-13T17:00"), ("2026-03-12T10:00", "2026-03-11T17:00")],
)
def test_hard_case_16_a_first_promise_stands_still_too_unless_it_was_broken_before(
    asked_at: str, first: str
) -> None:
    """On time is measured against the first promise, without the wait for the reporter (docs/decisions/0067)."""
    case = case_standing(due_at=vn("2026-03-16T17:00"), first_due_at=vn("2026-03-11T17:00"))
    went_on = clock.answered(clock.asked(case, vn(asked_at)), vn(asked_at) + 2 * LATER, SHIPPED)
    assert went_on.first_due_at == vn(first)
    assert went_on.due_at > case.due_at


def test_clock_hours_stand_still_to_the_second() -> None:
    case = case_standing(due_at=vn("2026-03-11T17:00"), term=12, term_unit="clock_hour")
    asked = clock.asked(case, vn("2026-03-11T09:00"))
    assert clock.answered(asked, vn("2026-03-12T09:30"), SHIPPED).due_at == vn("2026-03-12T17:30")


RUNGS = [
    ladder.Rung(level=1, at_percent=80, tell=["handlers"], name="Nhắc"),
    ladder.Rung(level=2, at_percent=100, tell=["officers"], name="Báo"),
    ladder.Rung(level=3, at_percent=150, tell=["admins"], name="Báo cao hơn"),
]


@pytest.mark.parametrize(
    ("level", "unit", "reached"),
    [
        # Monday 7:30 to Wednesday 17:00 are 24 office hours: 80 % are 19 h 12 min, 150 % are 36 h.
        (0, "working_day", "2026-03-11T10:42"),
        (1, "working_day", "2026-03-11T17:00"),
        (2, "working_day", "2026-03-13T11:30"),
        (0, "clock_hour", "2026-03-11T05:30"),  # 57 h 30 min by the clock: 80 % are 46 h
    ],
)
def test_a_rung_is_reached_after_its_share_of_the_time_that_counts(
    level: int, unit: str, reached: str
) -> None:
    received, due = vn("2026-03-09T07:30"), vn("2026-03-11T17:00")
    planned = ladder.planned_at(SHIPPED, RUNGS, level=level, received=received, due=due, unit=unit)
    assert planned == vn(reached)


def test_above_the_last_rung_there_is_none_and_a_time_without_office_hours_ends_at_its_deadline() -> None:
    at = vn("2026-03-09T07:30")
    assert ladder.planned_at(SHIPPED, RUNGS, level=3, received=at, due=at, unit="working_day") == ladder.NEVER
    assert ladder.planned_at(SHIPPED, RUNGS, level=0, received=at, due=at, unit="working_day") == at
