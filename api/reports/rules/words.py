"""What a step tells, in words. Pure."""

from datetime import datetime

from api.kit.clock import VN
from api.kit.text import nfc
from api.reports.contracts.handling import Telling


def day_words(at: datetime) -> str:
    """A moment as people in Vietnam read it."""
    return f"{at.astimezone(VN):%H:%M %d/%m/%Y}"


def notice(told: Telling) -> tuple[str, str] | None:
    """Title and body of the inbox message of one step, from the words of the action or the state; None: none."""
    if told.notice_title is None:
        return None
    facts = {
        "code": told.code,
        "category": told.category_name,
        "agency": told.agency_name or "Đơn vị tiếp nhận",
        "reason": told.refusal_reason or "",
        "note": told.note or "",
        "due": day_words(told.due_at),
    }
    title, body = told.notice_title.format(**facts), told.notice_body.format(**facts)
    return title, nfc(body).rstrip(" :.") + "."
