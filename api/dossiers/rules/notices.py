"""What followers are told in their inbox: a new state, or a promised date that moved."""

from datetime import date, datetime

from api.dossiers.contracts import ClockState, DossierRow, EventRow
from api.dossiers.rules.flow import States, standing_of
from api.dossiers.rules.words import UNKNOWN_NEXT, day_words, state_words, told_words
from api.kit.calendar import Unit
from api.kit.clock import vn_date

TITLE_MAX = 200
BODY_MAX = 2000


def notice_words(row: DossierRow, event: EventRow, states: States) -> tuple[str, str]:
    """Title and text of the message that tells a follower of a change."""
    state = states.get(event.state_code)
    name = state_words(event.state_code, event.state_name, states)
    if event.extension_due_at:
        name = f"xin lỗi, hẹn lại {day_words(event.extension_due_at)}"
    due_at = standing_of(row).due_at if row.clock is ClockState.RUNNING else None
    lines = [
        told_words(event, states),
        f"Ghi chú của cơ quan: {event.note}" if event.note else "",
        f"Hẹn trả kết quả: {day_words(due_at)}." if due_at and not event.extension_due_at else "",
        f"Việc của bạn: {state.next_step if state else UNKNOWN_NEXT}",
        name_words(row),
    ]
    return clipped(f"Hồ sơ: {name}", TITLE_MAX), clipped("\n".join(line for line in lines if line), BODY_MAX)


def name_words(row: DossierRow) -> str:
    """Which dossier a message is about."""
    return f"Hồ sơ {row.code}, {row.procedure_title or row.procedure_name or row.procedure_code}."


def is_other_date(row: DossierRow, before: datetime | None, after: datetime | None) -> bool:
    """Whether a recount left a promised date that followers do not know.

    An event that moved the date meanwhile has told it itself; a clock that stands still promises nothing.
    """
    if row.clock is not ClockState.RUNNING or row.due_at is None or row.due_at != after:
        return False
    by_the_hour = row.unit is Unit.WORKING_HOUR
    return before is None or (before != after if by_the_hour else vn_date(before) != vn_date(row.due_at))


def moved_words(row: DossierRow, before: datetime | None, causes: list[str]) -> tuple[str, str]:
    """Title and text of the message that the calendar moved the promised date."""
    assert row.due_at is not None  # noqa: S101  see is_other_date
    day = day_words(row.due_at)
    was = f"từ {day_words(before)} " if before else ""
    lines = [
        f"Ngày hẹn trả kết quả chuyển {was}sang {day}.",
        f"Vì lịch làm việc thay đổi: {'; '.join(causes)}." if causes else "Vì lịch làm việc thay đổi.",
        "Bạn không phải làm gì thêm.",
        name_words(row),
    ]
    return f"Hồ sơ: hẹn trả đổi sang {day}", clipped("\n".join(lines), BODY_MAX)


def cause_words(name: str | None, from_on: date, to_on: date | None, *, undone: bool) -> str:
    """A change of the calendar: what and on which days."""
    days = f"{from_on:%d/%m/%Y}" if to_on == from_on else f"từ {from_on:%d/%m/%Y}"
    return f"{'bỏ ' if undone else ''}{name or 'giờ làm việc mới'} ({days})"


def clipped(text: str, most: int) -> str:
    """At most so many characters, the cut marked."""
    return text if len(text) <= most else text[: most - 1] + "…"
