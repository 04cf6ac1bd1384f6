"""What followers are told in their inbox: a new state, or a date that an event or the calendar moved."""

from collections.abc import Sequence
from datetime import date, datetime

from api.dossiers.contracts import ClockState, DossierRow, EventRow, Verdict
from api.dossiers.rules.facts import is_other_day
from api.dossiers.rules.flow import Standing, States, standing_of
from api.dossiers.rules.words import UNKNOWN_NEXT, day_words, new_date, other_promise, state_words, told_words
from api.kit.calendar import Unit

TITLE_MAX = 200
BODY_MAX = 2000


def notice_words(row: DossierRow, event: EventRow, states: States) -> tuple[str, str]:
    """Title and text of the message that tells a follower of a change."""
    state = states.get(event.state_code)
    name = state_words(event.state_code, event.state_name, states)
    postponed_to = new_date(event)
    if postponed_to:
        name = f"xin lỗi, hẹn lại {day_words(postponed_to)}"
    due_at = standing_of(row).due_at if row.clock is ClockState.RUNNING else None
    lines = [
        told_words(event, states),
        f"Ghi chú của cơ quan: {event.note}" if event.note else "",
        f"Hẹn trả kết quả: {day_words(due_at)}." if due_at and not postponed_to else "",
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
    return (
        before is None or (row.unit is Unit.WORKING_HOUR and before != after) or is_other_day(before, after)
    )


def is_moved_by_an_event(before: datetime | None, after: Standing, *, said: bool, by_the_hour: bool) -> bool:
    """Whether events left a running clock with another date, counted or (`said`) named by the agency."""
    if after.clock is not ClockState.RUNNING:
        return False
    other = before != after.due_at if by_the_hour else is_other_day(before, after.due_at)
    return (other and after.due_at is not None) or (said and after.extension_reason is None)


def is_told_for_its_date(event: EventRow, timeline: Sequence[EventRow]) -> bool:
    """Whether an event that followers are told of left the state as it was: only a date moved.

    `timeline` holds what counts, by sequence. What came in later than the event does not change why it was told.
    """
    if new_date(event) is not None:
        return False
    known = [
        one for one in timeline if one.recorded_at <= event.recorded_at and one.sequence < event.sequence
    ]
    return event.verdict is Verdict.LATE or (bool(known) and known[-1].state_code == event.state_code)


def date_words(row: DossierRow, event: EventRow, states: States) -> tuple[str, str] | None:
    """Title and text of the message that an event moved the promised date; None when nothing is promised now."""
    due_at = standing_of(row).due_at
    if row.clock is not ClockState.RUNNING or due_at is None:
        return None
    state, day = states.get(row.state_code), day_words(due_at)
    title, told = f"hẹn trả đổi sang {day}", f"Ngày hẹn trả kết quả bây giờ là {day}."
    if promise := other_promise(row):
        title = "ngày hẹn trả kết quả đã đổi"
        told = f"Cơ quan hẹn trả kết quả ngày {day_words(promise)}; hạn tính theo quy định là {day}."
    lines = [
        told,
        f"Lý do: {row.late_reason.rstrip('.')}." if row.late_reason else "",
        f"Ghi chú của cơ quan: {event.note}" if event.note else "",
        f"Việc của bạn: {state.next_step if state else UNKNOWN_NEXT}",
        name_words(row),
    ]
    return f"Hồ sơ: {title}", clipped("\n".join(line for line in lines if line), BODY_MAX)


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


def late_words(row: DossierRow, due_at: datetime) -> tuple[str, str] | None:
    """Title and text of the message that the promised date has passed; None when it is promised no more."""
    if row.clock is not ClockState.RUNNING or standing_of(row).due_at != due_at:
        return None
    agency = row.agency_title or row.agency_name or "Cơ quan giải quyết"
    lines = [
        f"Đã quá ngày hẹn trả kết quả {day_words(due_at)} mà chưa có kết quả.",
        f"Lý do: {row.late_reason.rstrip('.')}." if row.late_reason else "",
        f"Tin gần nhất từ cơ quan: {day_words(row.last_known_at)}.",
        f"{agency} phải có thư xin lỗi và hẹn lại ngày. Bạn có thể hỏi cơ quan ngay trong hồ sơ.",
        name_words(row),
    ]
    return f"Hồ sơ: quá hạn trả kết quả {day_words(due_at)}", clipped(
        "\n".join(line for line in lines if line), BODY_MAX
    )


def cause_words(name: str | None, from_on: date, to_on: date | None, *, undone: bool) -> str:
    """A change of the calendar: what and on which days."""
    days = f"{from_on:%d/%m/%Y}" if to_on == from_on else f"từ {from_on:%d/%m/%Y}"
    return f"{'bỏ ' if undone else ''}{name or 'giờ làm việc mới'} ({days})"


def clipped(text: str, most: int) -> str:
    """At most so many characters, the cut marked."""
    return text if len(text) <= most else text[: most - 1] + "…"
