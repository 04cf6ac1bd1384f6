"""What is taken in, how it is kept, when it must be done, and what the citizen should look at again. Pure."""

import math
from datetime import UTC, date, datetime, timedelta

import msgspec

from api.kit.calendar import Calendar, Period, Unit
from api.kit.clock import vn_date
from api.kit.ids import is_uuid7
from api.kit.text import nfc
from api.kit.tokens import keyed_hash
from api.reports.contracts import Intake, NewReport
from api.reports.rules.problems import ReportBelongsElsewhere, unusable
from api.reports.rules.repeating import skeleton

POOR_ACCURACY_M = 100
PHOTO_FAR_M = 500
"""A photo taken farther than this from the pin: one of the two is somewhere else."""
CLOCK_SLACK = timedelta(minutes=5)
"""A phone's clock nearer to ours than this is right: the rest is the way through the network."""
TELLING_CHARS = 20
"""Shorter texts (Ngập, Đèn tắt) are said by many who do not know each other."""
CHANNELS = ("tố cáo", "khiếu nại", "bí mật nhà nước", "tuyệt mật")
"""Words after which the reporter is told of the proper channel; the report is taken all the same."""
LATER_FIELDS = {
    "follows_id": None,
    "pin": None,
    "photo_far_m": None,
    "on_behalf": False,
    "behalf_consent": False,
}
"""Fields of after the first phones: one that holds a report of before resends it without them, and is known."""
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""A phone's clock may be years off and its report still true; only nonsense is refused."""
RESCUE, URGENT, NORMAL = 0, 1, 2


def day_of(new: NewReport) -> date:
    """The day in Vietnam on which it happened; a moment that cannot be, the nearest that can."""
    return vn_date(min(max(new.happened_at, EARLIEST), LATEST))


def check_intake(new: NewReport, place: Intake) -> None:
    """Refuse a subject or commune that is not there today."""
    if place.category is None:
        raise unusable(field="category_code", message="Không có loại phản ánh này")
    if place.handed_to is not None:
        raise ReportBelongsElsewhere(detail=place.handed_to)
    if place.commune_id is None:
        raise unusable(field="commune_code", message="Không có xã, phường mang mã này, hãy chọn lại")
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
    if new.sent_at is not None and not EARLIEST <= new.sent_at <= LATEST:
        raise unusable(field="sent_at", message="Thời điểm này không thể đúng")
    if new.on_behalf and not new.behalf_consent:
        raise unusable(field="behalf_consent", message="Cần người được báo hộ đồng ý")


def cleaned(new: NewReport) -> NewReport:
    """The report as kept: one text form, and no phone number when it is anonymous."""
    # What steers a terminal or a screen is no word of anybody's.
    plain = "".join(char if char.isprintable() else " " for char in nfc(new.description or ""))
    text = nfc(plain) or None
    phone = None if new.anonymous else new.contact_phone
    return msgspec.structs.replace(new, description=text, contact_phone=phone)


def content_hash(secret: str, new: NewReport) -> str:
    """A keyed hash of everything that was sent, so that no phone number can be guessed from it."""
    parts = msgspec.to_builtins(new)
    parts["happened_at"] = new.happened_at.timestamp()
    # Each attempt is at another moment, and says the same.
    del parts["sent_at"]
    for name, unsaid in LATER_FIELDS.items():
        if parts[name] == unsaid:
            del parts[name]
    return keyed_hash(secret, "report-content", msgspec.json.encode(parts, order="sorted").decode())


def text_key(secret: str, text: str | None) -> int | None:
    """What texts that say the same share, whatever their letters are disguised as; None: too short to tell."""
    bare = skeleton(text or "")
    if len(bare) < TELLING_CHARS:
        return None
    return int.from_bytes(bytes.fromhex(keyed_hash(secret, "report-text", bare)[:16]), signed=True)


def occurred_at(new: NewReport, received_at: datetime) -> datetime:
    """When it happened by our clock: the phone's time, put right by how wrong its clock is now; never later than now."""
    wrong = received_at - new.sent_at if new.sent_at is not None else timedelta(0)
    return min(received_at, new.happened_at + (wrong if abs(wrong) > CLOCK_SLACK else timedelta(0)))


def is_place_doubted(new: NewReport) -> bool:
    """Whether nobody knows the commune: the position is poor and the person has not said yes to one."""
    return new.accuracy_m is not None and new.accuracy_m > POOR_ACCURACY_M and not new.commune_confirmed


def is_photo_elsewhere(new: NewReport) -> bool:
    """Whether a photo was taken elsewhere than the pin says, beyond what the position's own error explains."""
    return new.photo_far_m is not None and new.photo_far_m > PHOTO_FAR_M + (new.accuracy_m or 0)


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


def warnings(new: NewReport, place: Intake, *, distance: float | None) -> list[str]:
    """What the citizen should look at again; none of it stops the report."""
    found = []
    if place.told_name is not None and place.told_name != place.commune_name:
        found.append(f"{place.told_name} nay thuộc {place.commune_name}; phản ánh được chuyển tới nơi này.")
    if new.accuracy_m is not None and new.accuracy_m > POOR_ACCURACY_M:
        found.append(f"Vị trí chỉ chính xác khoảng {round(new.accuracy_m)} m, hãy kiểm tra lại ghim.")
    if is_photo_elsewhere(new):
        found.append(
            f"Ảnh được chụp cách ghim {(new.photo_far_m or 0) / 1000:.1f} km, hãy kiểm tra lại ghim."
        )
    if distance is not None and distance > reach_m(place.area_km2) + (new.accuracy_m or 0):
        found.append(f"Ghim cách trung tâm xã, phường đã chọn {distance / 1000:.1f} km, hãy kiểm tra lại.")
    if not new.commune_confirmed:
        found.append("Bạn chưa xác nhận xã, phường; đơn vị tiếp nhận sẽ xác minh.")
    if any(word in (new.description or "").lower() for word in CHANNELS):
        found.append(
            "Khiếu nại, tố cáo và bí mật nhà nước có kênh riêng, được giữ kín theo luật: "
            "Ban Tiếp công dân hoặc cơ quan công an."
        )
    return found
