"""A dossier in plain Vietnamese: what happened, who has it, what I must do, when, and why late."""

from datetime import datetime
from itertools import takewhile

from api.dossiers.contracts import (
    ClockState,
    Dossier,
    DossierRow,
    EventRow,
    FiledBy,
    Flag,
    Letter,
    State,
    TimelineEntry,
)
from api.dossiers.rules.facts import is_other_day
from api.dossiers.rules.flow import FIRST_ANSWER, Standing, States, standing_of
from api.dossiers.rules.letters import moment_words
from api.kit.calendar import BrokenCalendarError, Calendar
from api.kit.clock import VN, vn_date

UNKNOWN_TOLD = "Cơ quan báo trạng thái “{name}”. Ngõ Số chưa có lời giải thích cho trạng thái này."
UNKNOWN_NEXT = "Nếu chưa rõ phải làm gì, hãy gọi cho cơ quan và đọc mã hồ sơ."
CORRECTED = "Cơ quan sửa lại thông tin đã báo trước đó. "
NO_REASON = "Cơ quan chưa nêu lý do."
SILENT_DAYS = 5
"""Working days without a word after which the screen says loudly how old its news is."""
FILED = "1"
NO_RESULT = frozenset({"3", "7"})
"""Not accepted, withdrawn: the clock stops, but there is nothing that could have been ready in time."""


def day_words(at: datetime) -> str:
    """A Vietnamese date: 25/11/2026."""
    return at.astimezone(VN).strftime("%d/%m/%Y")


def state_words(code: str, given: str | None, states: States) -> str:
    """The state's name: ours when known, else the source's own words, else its bare code."""
    state = states.get(code)
    return state.name if state else given or f"Mã {code}"


def new_date(event: EventRow) -> datetime | None:
    """The later date an event apologises with; an extension that is not later moves nothing and is not said."""
    return None if Flag.EXTENSION_NOT_LATER in event.flags else event.extension_due_at


def told_words(event: EventRow, states: States) -> str:
    """What happened, in one sentence."""
    state = states.get(event.state_code)
    if (due_at := new_date(event)) is not None:
        day, reason = day_words(due_at), (event.extension_reason or "").rstrip(".")
        return f"Cơ quan xin lỗi và hẹn lại ngày trả kết quả: {day}. Lý do: {reason}."
    name = state_words(event.state_code, event.state_name, states)
    told = state.told if state else UNKNOWN_TOLD.format(name=name)
    return CORRECTED + told if event.correction else told


def entry(event: EventRow, states: States) -> TimelineEntry:
    """One line of the timeline."""
    return TimelineEntry(
        state_code=event.state_code,
        state_name=state_words(event.state_code, event.state_name, states),
        occurred_at=event.occurred_at,
        told=told_words(event, states),
        note=event.note,
        correction=event.correction,
    )


def holder_words(state: State | None, agency: str | None) -> str:
    """Who has it now: you, or a desk of the agency."""
    if state is None:
        return agency or "Cơ quan xử lý"
    if state.holder == "Bạn" or not agency:
        return state.holder
    return f"{state.holder}, {agency}"


def standing_words(
    standing: Standing, days_left: int | None, now: datetime, *, with_result: bool = True
) -> str:
    """How the dossier stands in time, in one or two sentences. Refused or withdrawn, it has no result."""
    late = standing.late_at(now)
    match standing.clock:
        case ClockState.NOT_STARTED:
            return "Thời hạn chưa bắt đầu tính."
        case ClockState.STOPPED:
            return stopped_words(standing, late=late, with_result=with_result)
        case ClockState.PAUSED:
            since = day_words(standing.paused_at or now)
            before = " Lúc tạm dừng, hồ sơ đã quá hạn." if late else ""
            return f"Tạm dừng tính thời hạn từ {since}.{before}"
        case ClockState.RUNNING:
            if standing.due_at is None or days_left is None:
                return "Cơ quan chưa cho biết thời hạn."
            return running_words(standing.due_at, days_left, now, late=late)


def first_answer_words(row: DossierRow, events: list[EventRow], calendar: Calendar, now: datetime) -> str:
    """Until when the agency says whether it takes what was filed online; at a counter it has said so by taking it."""
    waited = list(takewhile(lambda event: event.state_code == FILED, reversed(events)))
    if not waited or row.filed_by is FiledBy.COUNTER_DIGITISED:
        return ""
    try:
        due_at = calendar.due(waited[-1].occurred_at, FIRST_ANSWER)
    except BrokenCalendarError:  # a calendar without office hours on that day
        return ""
    if now > due_at:
        return f" Cơ quan phải trả lời trước {moment_words(due_at)} mà chưa trả lời."
    return f" Cơ quan trả lời có tiếp nhận hay không trước {moment_words(due_at)}."


def stopped_words(standing: Standing, *, late: bool, with_result: bool) -> str:
    """The sentence of a clock that was stopped."""
    if standing.due_at is None or not with_result:
        over = standing.due_at if late else None
        return f"Thời hạn đã dừng, sau hạn {day_words(over)}." if over else "Thời hạn đã dừng."
    if late:
        return f"Xong sau hạn {day_words(standing.due_at)}."
    first, ended = standing.first_due_at, standing.stopped_at
    return "Xong đúng ngày hẹn lại." if first and ended and ended > first else "Xong đúng hạn."


def running_words(due_at: datetime, days_left: int, now: datetime, *, late: bool) -> str:
    """The sentence of a running clock."""
    day = day_words(due_at)
    if late and days_left:
        return f"Trễ hẹn {-days_left} ngày làm việc (hạn {day})."
    if late:
        # No working day has passed since: it is still that day, or the weekend after it.
        return f"Đã quá giờ hẹn hôm nay, {day}." if vn_date(due_at) == vn_date(now) else f"Đã quá hạn {day}."
    if days_left == 0:
        return f"Hẹn trả hôm nay, {day}."
    return f"Hẹn trả {day}, còn {days_left} ngày làm việc."


def extension_words(standing: Standing) -> str:
    """That the agency named a new date, and why."""
    if standing.extension_reason is None:
        return ""
    first = f" (hạn đầu {day_words(standing.first_due_at)})" if standing.first_due_at else ""
    return f" Cơ quan đã xin lỗi và hẹn lại ngày{first}. Lý do: {standing.extension_reason.rstrip('.')}."


def other_promise(row: DossierRow) -> datetime | None:
    """The date on the agency's own receipt, when that is another day than the one we count; else None."""
    if row.due_at is None or row.promised_at is None or row.extension_reason is not None:
        return None
    return row.promised_at if is_other_day(row.due_at, row.promised_at) else None


def promise_words(row: DossierRow) -> str:
    """What the agency's receipt says, so that nobody is told of a date they do not find on it."""
    promise = other_promise(row) if row.clock is ClockState.RUNNING else None
    return f" Giấy hẹn của cơ quan ghi {day_words(promise)}." if promise else ""


def is_silent(
    row: DossierRow, standing: Standing, state: State | None, calendar: Calendar, now: datetime
) -> bool:
    """Whether the source owes us a word: an unfinished dossier over its time, or not heard of for a week."""
    if standing.clock is ClockState.STOPPED or (state is not None and state.ends):
        return False
    heard, today = row.last_known_at, vn_date(now)
    due = standing.due_at if standing.clock is ClockState.RUNNING else None
    if due is not None and heard < due and vn_date(due) < today:
        return True
    return calendar.working_days_between(vn_date(heard), today) >= SILENT_DAYS


def known_words(heard: datetime, *, silent: bool) -> str:
    """As of when all this is true, and that it may be true no more."""
    since = " Từ đó cơ quan chưa cập nhật, tình trạng hồ sơ có thể đã khác." if silent else ""
    return f"Biết lần cuối lúc {moment_words(heard)}.{since}"


def describe(  # noqa: PLR0917  a dossier and what it is read with
    row: DossierRow,
    events: list[EventRow],
    states: States,
    calendar: Calendar,
    now: datetime,
    letters: list[Letter] | None = None,
) -> Dossier:
    """The dossier as its follower sees it at this moment. `events` are those that count, in order."""
    state = states.get(row.state_code)
    standing = standing_of(row)
    due_at = standing.due_at if standing.clock is ClockState.RUNNING else None
    days_left = calendar.working_days_between(vn_date(now), vn_date(due_at)) if due_at else None
    late = standing.late_at(now)
    silent = is_silent(row, standing, state, calendar, now)
    agency = row.agency_title or row.agency_name
    return Dossier(
        id=row.id,
        code=row.code,
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_title or row.procedure_name or row.procedure_code,
        agency_name=agency,
        state_code=row.state_code,
        state_name=state_words(row.state_code, row.state_name, states),
        state_known=state is not None,
        clock=standing.clock,
        due_at=due_at,
        promised_at=row.promised_at,
        days_left=days_left,
        first_due_at=row.first_due_at,
        extension_reason=row.extension_reason,
        late=late,
        late_reason=row.late_reason or ((row.extension_reason or NO_REASON) if late else None),
        standing=standing_words(standing, days_left, now, with_result=row.state_code not in NO_RESULT)
        + first_answer_words(row, events, calendar, now)
        + extension_words(standing)
        + promise_words(row),
        held_by=holder_words(state, agency),
        next_step=state.next_step if state else UNKNOWN_NEXT,
        last_known_at=row.last_known_at,
        last_known=known_words(row.last_known_at, silent=silent),
        silent=silent,
        filed_by=row.filed_by,
        followed=row.followed,
        owned=row.owned,
        demo=row.demo,
        timeline=[entry(event, states) for event in events],
        letters=letters or [],
    )
