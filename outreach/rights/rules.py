"""The legal days of a request, and what may be done with it when. Pure."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from api.kit.calendar import Calendar, Period, Unit
from api.kit.clock import vn_date
from api.kit.errors import Problem
from outreach.rights.contracts import RequestKind, RequestLine, RightsClock, RightsCorrection

ANSWER = Period(amount=2, unit=Unit.WORKING_DAY)
"""Decree 356/2025: told within two working days that it was received and what comes of it."""
DAYS = {
    RequestKind.VIEW: 10,
    RequestKind.CORRECT: 10,
    RequestKind.DELETE: 20,
    RequestKind.WITHDRAW: 15,
    RequestKind.RESTRICT: 15,
    RequestKind.OBJECT: 15,
}
WITH_OTHERS = {RequestKind.WITHDRAW: 20, RequestKind.RESTRICT: 20, RequestKind.OBJECT: 20}
"""When a processor or a third party holds part of it."""
LONGER = 15
SOON = 2
"""Working days before its end from which a request is urgent."""
PIECES_KEPT = timedelta(days=7)


class RightsRequestNotFound(Problem):
    """No such request, or not one this person made or may handle: the same answer."""

    status = 404
    slug = "rights-request-not-found"
    title = "Không tìm thấy yêu cầu này"


class RightsRequestMovedOn(Problem):
    """Closed, answered or extended already: nothing is done twice."""

    status = 409
    slug = "rights-request-moved-on"
    title = "Yêu cầu này đã được xử lý bước đó rồi, hãy tải lại"


class RightsRequestIncomplete(Problem):
    """It is not known yet whom it is about, or what is to be put right."""

    status = 422
    slug = "rights-request-incomplete"
    title = "Chưa đủ thông tin để thực hiện yêu cầu này"


class HouseholdNotFound(Problem):
    """No such household or adult where this person walks or governs."""

    status = 404
    slug = "rights-household-not-found"
    title = "Không tìm thấy hộ hoặc người này trong địa bàn của bạn"


class PhotoWithdrawn(Problem):
    """Somebody withdrew this photo: it does not come back."""

    status = 410
    slug = "visit-photo-withdrawn"
    title = "Ảnh này đã được người dân rút lại, máy chủ không nhận và điện thoại cần xóa"


class VisitPhotoNotFound(Problem):
    """No such visit, or it names no such photo."""

    status = 404
    slug = "visit-photo-not-found"
    title = "Không tìm thấy lượt thăm có ảnh này"


class VisitPhotoUnusable(Problem):
    """Not the photo the visit names, or none that we take."""

    status = 422
    slug = "visit-photo-unusable"
    title = "Ảnh này không đúng với ảnh đã ghi trong lượt thăm"


class VisitPhotoMisplaced(Problem):
    """A piece that does not follow what is here: `offset` says where to go on."""

    status = 409
    slug = "visit-photo-misplaced"
    title = "Phần ảnh này chưa tới lượt"


class Due(msgspec.Struct, frozen=True):
    """The ends of both clocks."""

    answer_at: datetime
    done_at: datetime


def due_of(calendar: Calendar, kind: RequestKind, received: datetime) -> Due:
    """Until when a request is to be answered, and done; an end on a day off moves to the next working day."""
    done = Period(amount=DAYS[kind], unit=Unit.CALENDAR_DAY)
    return Due(calendar.due(received, ANSWER), calendar.due(received, done))


def longer(
    calendar: Calendar, kind: RequestKind, received: datetime, done_due_at: datetime, *, third_party: bool
) -> datetime:
    """The end of an extended request: fifteen days more, counted from the longer period when others hold part of it."""
    end = done_due_at
    if third_party and kind in WITH_OTHERS:
        end = calendar.due(received, Period(amount=WITH_OTHERS[kind], unit=Unit.CALENDAR_DAY))
    return calendar.due(end, Period(amount=LONGER, unit=Unit.CALENDAR_DAY))


def on_clock(line: RequestLine, calendar: Calendar, at: datetime) -> RequestLine:
    """The line with the clock that runs now; a closed one has none."""
    if line.closed_at is not None:
        return line
    clock = RightsClock.ANSWER if line.answered_at is None else RightsClock.DO
    due = line.answer_due_at if clock is RightsClock.ANSWER else line.done_due_at
    days = calendar.working_days_between(vn_date(at), vn_date(due))
    return msgspec.structs.replace(line, clock=clock, due_at=due, days_left=days, late=at > due)


def by_urgency(line: RequestLine) -> tuple[datetime, UUID]:
    """What ends first comes first."""
    return (line.due_at or line.received_at, line.id)


def fields_of(correction: RightsCorrection | None) -> tuple[dict[str, object], dict[str, object]]:
    """What is put right of the adult, and of the household."""
    said = msgspec.to_builtins(correction) if correction else {}
    given = {key: value for key, value in said.items() if value is not None}
    home = {key: value for key, value in given.items() if key == "reference"}
    return {key: value for key, value in given.items() if key not in home}, home
