"""What staff are told of a case: that it is theirs, or late; nothing anybody wrote, and never from whom. Pure."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.reports.contracts.handling import Alarm
from api.reports.rules.words import day_words

HANDLERS, OFFICERS = "handlers", "officers"
TITLES = {
    "assign": (HANDLERS, "{code}: vừa được giao cho đơn vị bạn"),
    "bounce": (HANDLERS, "{code}: đơn vị khác chuyển đến"),
    "bounce_up": (OFFICERS, "{code}: cần bạn quyết định đơn vị xử lý"),
    "reply": (HANDLERS, "{code}: người phản ánh đã bổ sung"),
    "resume": (HANDLERS, "{code}: xử lý tiếp được rồi"),
    "request_reopen": (OFFICERS, "{code}: người phản ánh đề nghị mở lại"),
    "reopen": (HANDLERS, "{code}: đã mở lại"),
    "remind": (HANDLERS, "{code}: sắp hết hạn"),
    "escalate": (OFFICERS, "{code}: đã báo lên cấp trên"),
}
"""Who hears of which step, and in which words."""
ALARMS = {
    "reporter_sought": (
        "{code}: có người tìm cách xem người gửi",
        "{staff} đã tìm cách xem ai gửi phản ánh này và bị từ chối. Hãy nhắc nhở, hoặc đổi người xử lý.",
    ),
    "own_case": (
        "{code}: cần đổi người xử lý",
        "Phản ánh này liên quan đến cán bộ của chính đơn vị đang xử lý. Hãy giao cho người khác hoặc đơn vị khác.",
    ),
}


class StepFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What staff are told of one step; `tell`: who the rung of the ladder names."""

    action: str
    by: str
    staff_id: UUID | None
    report_id: UUID
    code: str
    category_name: str
    agency_name: str | None
    due_at: datetime
    tell: list[str] | None


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A notice and to whom."""

    tell: list[str]
    title: str
    body: str


def notice(told: StepFacts) -> Said | None:
    """What is said of a step, and to whom; None: nothing."""
    if told.action not in TITLES or (told.action == "resume" and told.by != "system"):
        return None
    who, title = TITLES[told.action]
    agency = told.agency_name or "Chưa có đơn vị xử lý"
    return Said(
        tell=told.tell or [who],
        title=title.format(code=told.code),
        body=f"{told.category_name}. {agency}. Hạn: {day_words(told.due_at)}.",
    )


def alarm_words(alarm: Alarm) -> tuple[str, str]:
    """Title and body of an alarm."""
    title, body = ALARMS[alarm.kind]
    facts = {"code": alarm.code, "staff": alarm.staff_name or "Một cán bộ"}
    return title.format(**facts), body.format(**facts)
