"""The clock of a case: it stands still while the reporter is asked, is extended once, and never starts anew. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from api.kit.calendar import Calendar, Unit
from api.kit.clock import vn_date
from api.reports.contracts.handling import DueChange, Standing
from api.reports.rules.problems import ReportMoveRefused, unusable
from api.reports.rules.taking import deadline

CLOCK_HOUR = "clock_hour"
PAUSES = 2
"""Questions that stop the clock of a case; later ones are asked while it runs."""
UNITS = {"working_day": "ngày làm việc", "working_hour": "giờ làm việc", CLOCK_HOUR: "giờ"}


def may_pause(case: Standing, at: datetime) -> bool:
    """Whether asking the reporter stops the clock: never after the deadline, and not for ever."""
    return at <= case.due_at and case.pauses < PAUSES


def asked(case: Standing, at: datetime) -> Standing:
    """The case waits for its reporter, so many days at most; its clock stands still when it may."""
    after = msgspec.structs.replace(case, waiting_until=at + timedelta(days=case.reply_days))
    if may_pause(case, at):
        after = msgspec.structs.replace(after, paused_at=at, pauses=case.pauses + 1)
    return after


def answered(case: Standing, at: datetime, calendar: Calendar) -> Standing:
    """The case waits no more: what was left when its clock stopped is left now, of a first promise not yet broken too."""
    due, first, paused = case.due_at, case.first_due_at, case.paused_at
    if paused is not None:
        due = due_after_pause(calendar, due, paused, at, case.term_unit)
        if first is not None and paused <= first:
            first = due_after_pause(calendar, first, paused, at, case.term_unit)
    return msgspec.structs.replace(case, due_at=due, first_due_at=first, paused_at=None, waiting_until=None)


def due_after_pause(
    calendar: Calendar, due: datetime, paused: datetime, resumed: datetime, unit: str
) -> datetime:
    """A due moment after its clock stood still; clock hours stand still through nights, too."""
    if unit == CLOCK_HOUR:
        return due + (resumed - paused)
    return calendar.moved(due, paused, resumed, Unit(unit))


def due_after_extension(calendar: Calendar, due: datetime, amount: int, unit: str) -> datetime:
    """A due moment so much later."""
    if unit == CLOCK_HOUR:
        return due + timedelta(hours=amount)
    if unit == Unit.WORKING_HOUR:
        return calendar.add_working_time(due, timedelta(hours=amount))
    return calendar.close_of(calendar.add_working_days(vn_date(due), amount))


def extended(case: Standing, at: datetime, *, amount: int, reason: str, calendar: Calendar) -> Standing:
    """The one extension, asked for before the deadline; the first promise stays in the record."""
    if case.extended_at is not None:
        raise ReportMoveRefused(detail="Phản ánh này đã được gia hạn một lần, không gia hạn thêm được")
    if at > case.due_at:
        raise ReportMoveRefused(detail="Đã quá hạn: chỉ xin gia hạn được trước khi hết hạn")
    if amount > case.term:
        words = f"Gia hạn nhiều nhất {case.term} {UNITS[case.term_unit]}, bằng thời hạn ban đầu"
        raise unusable(field="amount", message=words)
    return msgspec.structs.replace(
        case,
        due_at=due_after_extension(calendar, case.due_at, amount, case.term_unit),
        first_due_at=case.due_at,
        extended_at=at,
        extension_reason=reason,
    )


def recounted(
    calendar: Calendar, received_at: datetime, term: int, unit: str, changes: Sequence[DueChange]
) -> datetime:
    """The due moment counted anew from the first day, with every pause and the extension there were."""
    due = deadline(calendar, received_at, term, unit)
    for change in changes:
        if change.paused_at and change.resumed_at:
            due = due_after_pause(calendar, due, change.paused_at, change.resumed_at, unit)
        elif change.amount and change.unit:
            due = due_after_extension(calendar, due, change.amount, change.unit)
    return due
