"""Vietnamese working days and hours, purely: holidays, swapped Saturdays and closures are rows given."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

import msgspec

from api.kit.clock import VN, vn_date

SAME_DAY_CUT_OFF = time(15)
"""Same-day procedures received after this moment are due the next working day."""
SATURDAY = 5
NATION = "VN"
DAY = timedelta(days=1)
LONGEST_CLOSURE = 400
"""Days without one working day after which the rows themselves must be wrong."""
MONTHS = 12


class DayKind(StrEnum):
    """Why a day differs from the plain week."""

    HOLIDAY = "holiday"
    SWAPPED_DAY_OFF = "swapped_day_off"
    WORKING_SATURDAY = "working_saturday"
    LOCAL_CLOSURE = "local_closure"
    LOCAL_OPENING = "local_opening"


OPEN_KINDS = frozenset({DayKind.WORKING_SATURDAY, DayKind.LOCAL_OPENING})


class SpecialDay(msgspec.Struct, frozen=True, kw_only=True):
    """A dated exception, for the nation (`VN`), a province or commune code, or an agency code."""

    scope: str = NATION
    on_date: date
    kind: DayKind
    name: str = ""


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of office hours on working days, from a day on until a later `valid_from`."""

    scope: str = NATION
    valid_from: date
    opens: time
    closes: time


class Unit(StrEnum):
    """What a period is counted in."""

    WORKING_DAY = "working_day"
    WORKING_HOUR = "working_hour"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    SAME_DAY = "same_day"


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """How long something may take; `amount` is not read for same-day procedures."""

    amount: int = 0
    unit: Unit = Unit.WORKING_DAY


class BrokenCalendarError(ValueError):
    """The rows leave no working day, or no office hours, to count on from this day."""


class Calendar:
    """Which days and hours count. `scopes` go from general to particular: the last one wins."""

    def __init__(
        self,
        days: Iterable[SpecialDay],
        shifts: Iterable[Shift] = (),
        scopes: tuple[str, ...] = (NATION,),
    ) -> None:
        rank = {scope: place for place, scope in enumerate(scopes)}
        ours = sorted((day for day in days if day.scope in rank), key=lambda day: rank[day.scope])
        self.special = {day.on_date: day for day in ours}
        self.closes: dict[tuple[date, Period], datetime] = {}
        self.shifts = sorted(
            (shift for shift in shifts if shift.scope in rank),
            key=lambda shift: (rank[shift.scope], shift.valid_from, shift.opens),
        )

    def is_working(self, day: date) -> bool:
        """Whether offices work on this day."""
        special = self.special.get(day)
        return day.weekday() < SATURDAY if special is None else special.kind in OPEN_KINDS

    def on_or_after(self, day: date) -> date:
        """The first working day not before this one."""
        for step in range(LONGEST_CLOSURE):
            if self.is_working(day + step * DAY):
                return day + step * DAY
        raise BrokenCalendarError(day)

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; `day` itself is never counted."""
        for _ in range(count):
            day = self.on_or_after(day + DAY)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative when `end` is earlier."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working(start + step * DAY) for step in range(1, (end - start).days + 1))

    def hours_of(self, day: date) -> list[tuple[datetime, datetime]]:
        """Opening and closing moments (UTC) of a day, in order; none when offices are closed."""
        if not self.is_working(day):
            return []
        known = [shift for shift in self.shifts if shift.valid_from <= day]
        if not known:
            raise BrokenCalendarError(day)
        chosen = (known[-1].scope, known[-1].valid_from)
        return [
            (moment(day, shift.opens), moment(day, shift.closes))
            for shift in known
            if (shift.scope, shift.valid_from) == chosen
        ]

    def close_of(self, day: date) -> datetime:
        """When offices close on this working day."""
        hours = self.hours_of(day)
        if not hours:
            raise BrokenCalendarError(day)
        return hours[-1][1]

    def add_working_time(self, at: datetime, span: timedelta) -> datetime:
        """The moment `span` of office hours after `at`."""
        day, left = self.on_or_after(vn_date(at)), span
        while True:
            for opens, closes in self.hours_of(day):
                start = max(opens, at)
                if start + left <= closes:
                    return start + left
                left -= max(closes - start, timedelta(0))
            day = self.on_or_after(day + DAY)

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """Office hours between two moments; zero when `end` is not later."""
        day, total = vn_date(start), timedelta(0)
        while day <= vn_date(end):
            for opens, closes in self.hours_of(day):
                total += max(min(closes, end) - max(opens, start), timedelta(0))
            day += DAY
        return total

    def due(self, received: datetime, period: Period) -> datetime:
        """When something received at that moment must be ready.

        Day 1 is the working day after receipt, due at the close of the last day; an end on a day
        off moves to the next working day (Civil Code 2015, articles 147-148).
        """
        day = vn_date(received)
        if period.unit is Unit.WORKING_HOUR:
            return self.add_working_time(received, timedelta(hours=period.amount))
        if period.unit is Unit.SAME_DAY and received.astimezone(VN).time() > SAME_DAY_CUT_OFF:
            day += DAY
        # A batch asks the same few days thousands of times.
        known = self.closes.get((day, period))
        if known is None:
            known = self.closes[day, period] = self.close_of(self.on_or_after(last_day(self, day, period)))
        return known

    def moved(self, due: datetime, paused: datetime, resumed: datetime, unit: Unit) -> datetime:
        """A due moment after its clock stood still: what was left at the pause is left now."""
        if unit is Unit.WORKING_HOUR:
            return self.add_working_time(due, self.working_time_between(paused, resumed))
        due_day, pause_day, resume_day = vn_date(due), vn_date(paused), vn_date(resumed)
        if unit in (Unit.CALENDAR_DAY, Unit.MONTH):
            day = due_day + (resume_day - pause_day)
        else:
            day = self.add_working_days(due_day, self.working_days_between(pause_day, resume_day))
        moved = self.close_of(self.on_or_after(day))
        if paused <= due and moved < resumed:
            # Who was in time at the pause is not late at the moment the papers come back.
            day = self.on_or_after(resume_day)
            day = day if resumed <= self.close_of(day) else self.on_or_after(day + DAY)
            return self.close_of(day)
        return moved


def last_day(calendar: Calendar, day: date, period: Period) -> date:
    """The last day of a period in days that is counted from this one; it may be a day off."""
    match period.unit:
        case Unit.WORKING_DAY:
            return calendar.add_working_days(day, period.amount)
        case Unit.MONTH:
            return add_months(day, period.amount)
        case Unit.CALENDAR_DAY:
            return day + period.amount * DAY
        case _:
            return day


def moment(day: date, at: time) -> datetime:
    """A Vietnamese wall-clock time as an aware UTC moment."""
    return datetime.combine(day, at, tzinfo=VN).astimezone(UTC)


def add_months(day: date, count: int) -> date:
    """The same day of the month `count` months on, or that month's last day."""
    years, month = divmod(day.month - 1 + count, MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
