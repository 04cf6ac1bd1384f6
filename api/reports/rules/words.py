"""What a step tells, in words. Pure."""

from api.kit.text import nfc
from api.reports.contracts import Telling


def notice(told: Telling) -> tuple[str, str]:
    """Title and body of the inbox message of one step, from the words of the state."""
    facts = {
        "code": told.code,
        "category": told.category_name,
        "agency": told.agency_name or "Đơn vị tiếp nhận",
        "reason": told.refusal_reason or "",
        "note": told.note or "",
    }
    title, body = told.notice_title.format(**facts), told.notice_body.format(**facts)
    return title, nfc(body).rstrip(" :.") + "."
