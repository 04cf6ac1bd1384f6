"""The letter an agency owes when it is late: an apology with a new date, in the form people know."""

from datetime import datetime

import msgspec

from api.kit.clock import VN

TITLE = "Phiếu xin lỗi và hẹn lại ngày trả kết quả"


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter calls the dossier, the procedure and the agency."""

    code: str
    procedure: str
    agency: str | None


def moment_words(at: datetime) -> str:
    """17:00 ngày 02/12/2026, in Vietnam's time."""
    return at.astimezone(VN).strftime("%H:%M ngày %d/%m/%Y")


def apology(names: Names, *, first: datetime | None, due_at: datetime, reason: str, at: datetime) -> str:
    """The text of the letter. No name is in it, because none is kept."""
    agency = names.agency or "Cơ quan giải quyết hồ sơ"
    promised = f"Ngày hẹn trả kết quả trước đây: {moment_words(first)}." if first else ""
    lines = [
        TITLE.upper(),
        f"Ngày {at.astimezone(VN):%d/%m/%Y}",
        f"Kính gửi: Ông/Bà đã nộp hồ sơ mã {names.code}",
        f"{agency} đã tiếp nhận giải quyết hồ sơ: {names.procedure}.",
        promised,
        f"Đến nay hồ sơ chưa giải quyết xong. Lý do: {reason.strip().rstrip('.')}.",
        f"{agency} xin lỗi Ông/Bà và hẹn lại thời gian trả kết quả: {moment_words(due_at)}.",
        "Mong Ông/Bà thông cảm vì sự chậm trễ này.",
    ]
    return "\n".join(line for line in lines if line)
