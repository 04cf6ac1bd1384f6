"""When which rung of the ladder is reached: shares of the time of a case, counted as its deadline is. Pure."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from api.kit.calendar import Calendar
from api.reports.rules.clock import CLOCK_HOUR

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
WHOLE = 100


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """One rung: after this share of the time, these people are told."""

    level: int
    at_percent: int
    tell: list[str]
    name: str


def reached_at(calendar: Calendar, received: datetime, due: datetime, unit: str, percent: int) -> datetime:
    """The moment `percent` of the time between receipt and deadline is used up; 100 is the deadline itself."""
    if percent == WHOLE:
        return due
    if unit == CLOCK_HOUR:
        return received + (due - received) * percent / WHOLE
    span = calendar.working_time_between(received, due)
    if span <= timedelta(0):
        return due
    return calendar.add_working_time(received, span * percent / WHOLE)


def next_rung(rungs: Sequence[Rung], level: int) -> Rung | None:
    """The lowest rung above this level."""
    return min((rung for rung in rungs if rung.level > level), key=lambda rung: rung.level, default=None)


def planned_at(
    calendar: Calendar, rungs: Sequence[Rung], *, level: int, received: datetime, due: datetime, unit: str
) -> datetime:
    """When the next rung is reached; NEVER when there is none."""
    rung = next_rung(rungs, level)
    return NEVER if rung is None else reached_at(calendar, received, due, unit, rung.at_percent)
