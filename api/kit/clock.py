"""The one place that says what time it is: UTC inside, Vietnam time for people."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

VN = ZoneInfo("Asia/Ho_Chi_Minh")
"""Vietnam has had one zone, UTC+7 without summer time, since 1975."""


class Clock:
    """A clock that tests can hold still; everybody asks :func:`now`."""

    def __init__(self) -> None:
        self.held_at: datetime | None = None

    def now(self) -> datetime:
        """Aware UTC time, or the held time."""
        return self.held_at or datetime.now(UTC)


clock = Clock()


def now() -> datetime:
    """Aware datetime in UTC."""
    return clock.now()


def today() -> date:
    """The calendar date in Vietnam."""
    return vn_date(now())


def vn_date(at: datetime) -> date:
    """The Vietnamese calendar date of a moment."""
    return at.astimezone(VN).date()
