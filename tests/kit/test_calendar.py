"""Working days and hours: the examples of the law's readers, and what must hold for any rows."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.calendar import (
    BrokenCalendarError,
    Calendar,
    DayKind,
    Period,
    Shift,
    SpecialDay,
    Unit,
    add_months,
)
from api.kit.clock import VN
from api.kit.holidays import shipped_holidays, shipped_office_hours

SHIPPED = Calendar(shipped_holidays(), shipped_office_hours())
SHIFTS = [
    Shift(valid_from=date(2000, 1, 1), opens=time(7, 30), closes=time(11, 30)),
    Shift(valid_from=date(2000, 1, 1), opens=time(13), closes=time(17)),
]
PLAIN = Calendar([], SHIFTS)


def vn(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VN)


@pytest.mark.parametrize(
    ("received", "amount", "due"),
    [
        ("2026-02-13T16:00", 3, "2026-02-25T17:00"),  # over Tết, offices reopen Mon 23/02
        ("2026-08-21T09:00", 1, "2026-08-22T17:00"),  # a working Saturday
        ("2026-08-28T09:00", 1, "2026-09-03T17:00"),  # swapped Monday and two days of National Day
        ("2026-11-23T09:00", 1, "2026-11-25T17:00"),  # Ngày Văn hóa Việt Nam on 24/11
        ("2026-11-21T09:00", 1, "2026-11-23T17:00"),  # filed online on a Saturday
        ("2026-11-18T23:59", 2, "2026-11-20T17:00"),  # the hour of receipt does not matter for days
        ("2026-11-18T00:00", 2, "2026-11-20T17:00"),
        ("2026-11-18T09:00", 0, "2026-11-18T17:00"),
    ],
)
def test_working_days_of_the_shipped_calendar(received: str, amount: int, due: str) -> None:
    assert SHIPPED.due(vn(received), Period(amount=amount)) == vn(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-19T08:00", "2026-11-19T17:00"),
        ("2026-11-19T15:00", "2026-11-19T17:00"),
        ("2026-11-19T15:00:01", "2026-11-20T17:00"),
        ("2026-11-20T15:30", "2026-11-23T17:00"),
        ("2026-11-22T08:00", "2026-11-23T17:00"),
    ],
)
def test_same_day_has_a_cut_off_at_three(received: str, due: str) -> None:
    assert SHIPPED.due(vn(received), Period(unit=Unit.SAME_DAY)) == vn(due)


def test_the_cut_off_is_read_in_vietnam_whatever_zone_the_moment_came_in() -> None:
    late = datetime(2026, 11, 19, 8, 0, 1, tzinfo=UTC)  # 15:00:01 in Vietnam
    assert SHIPPED.due(late, Period(unit=Unit.SAME_DAY)) == vn("2026-11-20T17:00")
    evening = datetime(2026, 11, 18, 18, 0, tzinfo=UTC)  # 01:00 on the 19th in Vietnam
    assert SHIPPED.due(evening, Period(amount=1)) == vn("2026-11-20T17:00")


@pytest.mark.parametrize(
    ("received", "hours", "due"),
    [
        ("2026-11-19T09:00", 2, "2026-11-19T11:00"),
        ("2026-11-19T10:00", 2, "2026-11-19T13:30"),
        ("2026-11-19T11:30", 4, "2026-11-19T17:00"),
        ("2026-11-19T16:00", 8, "2026-11-20T16:00"),
        ("2026-11-20T17:00", 8, "2026-11-23T17:00"),
        ("2026-11-21T03:00", 1, "2026-11-23T08:30"),
        ("2026-11-19T06:00", 8, "2026-11-19T17:00"),
    ],
)
def test_working_hours_skip_lunch_nights_and_days_off(received: str, hours: int, due: str) -> None:
    assert SHIPPED.due(vn(received), Period(amount=hours, unit=Unit.WORKING_HOUR)) == vn(due)


@pytest.mark.parametrize(
    ("received", "amount", "unit", "due"),
    [
        ("2026-11-10T09:00", 10, Unit.CALENDAR_DAY, "2026-11-20T17:00"),
        ("2026-11-11T09:00", 10, Unit.CALENDAR_DAY, "2026-11-23T17:00"),  # Sat moves to Mon
        ("2026-10-31T09:00", 1, Unit.MONTH, "2026-11-30T17:00"),
        ("2026-01-31T09:00", 1, Unit.MONTH, "2026-03-02T17:00"),  # 28/02 is a Saturday
        ("2025-12-15T09:00", 2, Unit.MONTH, "2026-02-23T17:00"),  # 15/02 is the Sunday before Tết
    ],
)
def test_calendar_days_and_months_end_on_a_working_day(
    received: str, amount: int, unit: Unit, due: str
) -> None:
    assert SHIPPED.due(vn(received), Period(amount=amount, unit=unit)) == vn(due)


def test_months_keep_the_day_or_take_the_last() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 11, 22), 2) == date(2027, 1, 22)
    assert add_months(date(2026, 12, 5), 0) == date(2026, 12, 5)
    assert add_months(date(2026, 1, 5), 24) == date(2028, 1, 5)


def test_the_particular_scope_wins_over_the_general() -> None:
    storm = SpecialDay(scope="46", on_date=date(2026, 11, 19), kind=DayKind.LOCAL_CLOSURE)
    open_anyway = SpecialDay(scope="H57.12", on_date=date(2026, 11, 19), kind=DayKind.LOCAL_OPENING)
    elsewhere = SpecialDay(scope="48", on_date=date(2026, 11, 18), kind=DayKind.LOCAL_CLOSURE)
    rows = [open_anyway, elsewhere, storm]
    assert not Calendar(rows, SHIFTS, ("VN", "46")).is_working(date(2026, 11, 19))
    assert Calendar(rows, SHIFTS, ("VN", "46", "H57.12")).is_working(date(2026, 11, 19))
    assert Calendar(rows, SHIFTS, ("VN", "46")).is_working(date(2026, 11, 18))
    assert Calendar(rows, SHIFTS).is_working(date(2026, 11, 19))


def test_office_hours_are_dated_and_local() -> None:
    summer = Shift(valid_from=date(2026, 5, 1), opens=time(7), closes=time(16))
    local = Shift(scope="46", valid_from=date(2026, 6, 1), opens=time(8), closes=time(18))
    calendar = Calendar([], [summer, local, *SHIFTS], ("VN", "46"))
    assert calendar.close_of(date(2026, 4, 30)) == vn("2026-04-30T17:00")
    assert calendar.close_of(date(2026, 5, 4)) == vn("2026-05-04T16:00")
    assert calendar.close_of(date(2026, 6, 1)) == vn("2026-06-01T18:00")
    assert len(calendar.hours_of(date(2026, 4, 30))) == 2
    assert calendar.hours_of(date(2026, 6, 6)) == []


def test_rows_that_leave_nothing_to_count_on_are_refused() -> None:
    closed = [
        SpecialDay(on_date=date(2026, 1, 1) + timedelta(days=n), kind=DayKind.LOCAL_CLOSURE)
        for n in range(500)
    ]
    with pytest.raises(BrokenCalendarError, match="2026-01-02"):
        Calendar(closed, SHIFTS).due(vn("2026-01-01T09:00"), Period(amount=1))
    with pytest.raises(BrokenCalendarError, match="2026-01-02"):
        Calendar([]).due(vn("2026-01-01T09:00"), Period(amount=1))
    with pytest.raises(BrokenCalendarError, match="2026-11-22"):
        PLAIN.close_of(date(2026, 11, 22))


@pytest.mark.parametrize(
    ("due", "paused", "resumed", "unit", "moved"),
    [
        # 2 working days were left after Tue 10/11; they are left again after Mon 16/11
        ("2026-11-12T17:00", "2026-11-10T09:00", "2026-11-16T10:00", Unit.WORKING_DAY, "2026-11-18T17:00"),
        ("2026-11-12T17:00", "2026-11-10T09:00", "2026-11-10T16:00", Unit.WORKING_DAY, "2026-11-12T17:00"),
        # paused on the last day, resumed on a Sunday: Monday, not already late
        ("2026-11-13T17:00", "2026-11-13T09:00", "2026-11-15T09:00", Unit.WORKING_DAY, "2026-11-16T17:00"),
        # paused on the last day, resumed after offices close
        ("2026-11-13T17:00", "2026-11-13T09:00", "2026-11-16T20:00", Unit.WORKING_DAY, "2026-11-17T17:00"),
        # one working day late stays one working day late
        ("2026-11-10T17:00", "2026-11-11T09:00", "2026-11-13T09:00", Unit.WORKING_DAY, "2026-11-12T17:00"),
        ("2026-11-12T17:00", "2026-11-10T09:00", "2026-11-16T10:00", Unit.CALENDAR_DAY, "2026-11-18T17:00"),
        # seven days over Ngày Văn hóa: seven calendar days, four working ones
        ("2026-11-20T17:00", "2026-11-19T09:00", "2026-11-26T10:00", Unit.CALENDAR_DAY, "2026-11-27T17:00"),
        ("2026-11-20T17:00", "2026-11-19T09:00", "2026-11-26T10:00", Unit.MONTH, "2026-11-27T17:00"),
        ("2026-11-12T17:00", "2026-11-10T09:00", "2026-11-14T10:00", Unit.CALENDAR_DAY, "2026-11-16T17:00"),
        ("2026-11-13T17:00", "2026-11-10T09:00", "2026-11-14T10:00", Unit.WORKING_DAY, "2026-11-18T17:00"),
        ("2026-11-13T17:00", "2026-11-10T09:00", "2026-11-14T10:00", Unit.MONTH, "2026-11-17T17:00"),
        # the pause begins at the very due moment, the papers come back as offices close
        ("2026-11-13T17:00", "2026-11-13T17:00", "2026-11-15T17:00", Unit.WORKING_DAY, "2026-11-16T17:00"),
        ("2026-11-13T17:00", "2026-11-13T09:00", "2026-11-16T17:00", Unit.WORKING_DAY, "2026-11-16T17:00"),
        ("2026-11-19T11:00", "2026-11-19T09:00", "2026-11-19T10:00", Unit.WORKING_HOUR, "2026-11-19T13:30"),
    ],
)
def test_what_was_left_at_the_pause_is_left_after_it(
    due: str, paused: str, resumed: str, unit: Unit, moved: str
) -> None:
    assert SHIPPED.moved(vn(due), vn(paused), vn(resumed), unit) == vn(moved)


DAYS = st.dates(date(2025, 1, 1), date(2027, 11, 30))
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 30), timezones=st.just(UTC))  # noqa: DTZ001
PERIODS = st.builds(
    Period, amount=st.integers(0, 60), unit=st.sampled_from([u for u in Unit if u is not Unit.MONTH])
)


@given(MOMENTS, PERIODS)
def test_due_is_inside_office_hours_and_not_before_receipt_day(at: datetime, period: Period) -> None:
    due = SHIPPED.due(at, period)
    day = due.astimezone(VN).date()
    assert day >= at.astimezone(VN).date()
    assert any(opens <= due <= closes for opens, closes in SHIPPED.hours_of(day))


@given(MOMENTS, MOMENTS, PERIODS)
def test_who_comes_first_is_due_first(one: datetime, other: datetime, period: Period) -> None:
    first, second = sorted((one, other))
    assert SHIPPED.due(first, period) <= SHIPPED.due(second, period)


@given(MOMENTS, PERIODS)
def test_a_longer_period_is_never_due_earlier(at: datetime, period: Period) -> None:
    longer = Period(amount=period.amount + 1, unit=period.unit)
    assert SHIPPED.due(at, longer) >= SHIPPED.due(at, period)


@given(DAYS, st.integers(0, 80))
def test_counting_undoes_adding(day: date, count: int) -> None:
    end = SHIPPED.add_working_days(day, count)
    assert SHIPPED.working_days_between(day, end) == count
    assert SHIPPED.working_days_between(end, day) == -count


@given(DAYS, DAYS, DAYS)
def test_stretches_add_up(a: date, b: date, c: date) -> None:
    between = SHIPPED.working_days_between
    assert between(a, b) + between(b, c) == between(a, c)


@given(MOMENTS, st.integers(1, 30), DAYS)
def test_a_new_closure_never_makes_a_due_date_earlier(at: datetime, amount: int, closed: date) -> None:
    closure = SpecialDay(on_date=closed, kind=DayKind.LOCAL_CLOSURE)
    period = Period(amount=amount)
    assert Calendar([closure], SHIFTS).due(at, period) >= PLAIN.due(at, period)


@given(MOMENTS, st.integers(1, 30), DAYS)
def test_a_new_working_day_never_makes_a_due_date_later(at: datetime, amount: int, opened: date) -> None:
    opening = SpecialDay(on_date=opened, kind=DayKind.LOCAL_OPENING)
    period = Period(amount=amount)
    assert Calendar([opening], SHIFTS).due(at, period) <= PLAIN.due(at, period)


@given(MOMENTS, st.integers(0, 40 * 60))
def test_working_time_counts_what_was_added(at: datetime, minutes: int) -> None:
    span = timedelta(minutes=minutes)
    end = SHIPPED.add_working_time(at, span)
    assert SHIPPED.working_time_between(at, end) == span


@given(MOMENTS, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.sampled_from(Unit))
def test_a_pause_never_brings_the_due_date_forward(
    at: datetime, amount: int, wait: int, pause: int, unit: Unit
) -> None:
    due = SHIPPED.due(at, Period(amount=min(amount, 12) if unit is Unit.MONTH else amount, unit=unit))
    paused = at + timedelta(days=wait)
    resumed = paused + timedelta(days=pause)
    moved = SHIPPED.moved(due, paused, resumed, unit)
    assert moved >= due
    if paused <= due and unit is not Unit.WORKING_HOUR:
        assert moved >= resumed
    assert SHIPPED.moved(due, paused, paused, unit) == due


def test_the_shipped_rows_say_where_they_come_from() -> None:
    days = shipped_holidays()
    assert len(days) == 41
    assert len({day.on_date for day in days}) == len(days)
    assert all(day.source and day.certainty in {"high", "medium", "low"} for day in days)
    saturdays = [day.on_date for day in days if day.kind is DayKind.WORKING_SATURDAY]
    assert saturdays == [date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
    assert all(day.weekday() == 5 for day in saturdays)
    culture = next(day for day in days if day.on_date == date(2026, 11, 24))
    assert culture.certainty == "medium"
