"""What is taken in, how it is kept, when it must be done, and what the citizen should look at again. Pure."""

import math
from datetime import UTC, datetime, timedelta

import msgspec

from api.kit.calendar import Calendar, Period, Unit
from api.kit.ids import is_uuid7
from api.kit.text import nfc
from api.kit.tokens import keyed_hash
from api.reports.contracts import Intake, NewReport
from api.reports.rules.problems import unusable

POOR_ACCURACY_M = 100
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""A phone's clock may be years off and its report still true; only nonsense is refused."""
RESCUE, URGENT, NORMAL = 0, 1, 2


def check_intake(new: NewReport, place: Intake) -> None:
    """Refuse a subject or commune that is not there today."""
    if place.category is None:
        raise unusable(field="category_code", message="Không có loại phản ánh này")
    if place.commune_id is None:
        raise unusable(field="commune_code", message="Mã xã, phường này không còn hiệu lực, hãy chọn lại")
    if new.anonymous and not place.anonymous_allowed:
        raise unusable(field="anonymous", message="Loại phản ánh này cần người gửi có tên")


def check_new(new: NewReport) -> None:
    """Refuse what no database is needed to refuse."""
    if not is_uuid7(new.id):
        raise unusable(field="id", message="Mã phản ánh phải là UUIDv7 do máy của bạn tạo")
    if new.description is not None and "\x00" in new.description:
        raise unusable(field="description", message="Nội dung có ký tự không đọc được")
    if not EARLIEST <= new.happened_at <= LATEST:
        raise unusable(field="happened_at", message="Thời điểm này không thể đúng")


def cleaned(new: NewReport) -> NewReport:
    """The report as kept: one text form, and no phone number when it is anonymous."""
    text = None if new.description is None else nfc(new.description) or None
    phone = None if new.anonymous else new.contact_phone
    return msgspec.structs.replace(new, description=text, contact_phone=phone)


def content_hash(secret: str, new: NewReport) -> str:
    """A keyed hash of everything that was sent, so that no phone number can be guessed from it."""
    parts = msgspec.to_builtins(new)
    parts["happened_at"] = new.happened_at.timestamp()
    if new.follows_id is None:
        # Phones that hold a report of before this field resend it, and are known.
        del parts["follows_id"]
    return keyed_hash(secret, "report-content", msgspec.json.encode(parts, order="sorted").decode())


def priority(*, category_urgent: bool, reporter_urgent: bool) -> int:
    """Where in the inbox: what the category or the citizen calls urgent comes first."""
    return URGENT if category_urgent or reporter_urgent else NORMAL


def deadline(calendar: Calendar, at: datetime, amount: int, unit: str) -> datetime:
    """When something received now must be done; clock hours run through nights and holidays."""
    if unit == "clock_hour":
        return at + timedelta(hours=amount)
    return calendar.due(at, Period(amount=amount, unit=Unit(unit)))


def reach_m(area_km2: float | None) -> float:
    """How far from its centroid a commune of this area still is, generously."""
    return 2.5 * math.sqrt((area_km2 or 30.0) / math.pi) * 1000


def warnings(new: NewReport, *, distance: float | None, area_km2: float | None) -> list[str]:
    """What the citizen should look at again; none of it stops the report."""
    found = []
    if new.accuracy_m is not None and new.accuracy_m > POOR_ACCURACY_M:
        found.append(f"Vị trí chỉ chính xác khoảng {round(new.accuracy_m)} m, hãy kiểm tra lại ghim.")
    if distance is not None and distance > reach_m(area_km2) + (new.accuracy_m or 0):
        found.append(f"Ghim cách trung tâm xã, phường đã chọn {distance / 1000:.1f} km, hãy kiểm tra lại.")
    if not new.commune_confirmed:
        found.append("Bạn chưa xác nhận xã, phường; đơn vị tiếp nhận sẽ xác minh.")
    return found
