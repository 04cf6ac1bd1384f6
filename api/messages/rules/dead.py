"""Why a message could not be sent: a carrier's word made safe to keep, and what it means to who must decide."""

import re

from msgspec import Struct

from api.kit.principal import Principal, Role
from api.kit.settings import Settings

CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,49}")
LONG_NUMBER = re.compile(r"[0-9]{6}")
BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("way-off", "Kênh gửi này đang tắt trên máy chủ"),
    ("answer-lost", "Nhiều lần không biết nhà mạng đã nhận tin hay chưa"),
    ("budget", "Hết hạn mức chi phí trong ngày"),
    ("no-template", "Chưa khai báo mẫu tin Zalo cho loại tin này"),
    ("zalo-no-token", "Tài khoản Zalo chính thức đang mất kết nối"),
    ("zalo", "Zalo từ chối tin này"),
    ("esms", "eSMS từ chối tin này"),
    ("smtp-4", "Máy chủ thư của người nhận nhiều lần chưa nhận thư"),
    ("smtp-5", "Máy chủ thư từ chối thư này"),
    ("http-429", "Nhà mạng nhiều lần báo gửi quá nhanh"),
    ("http-4", "Nhà mạng từ chối dữ liệu hoặc tài khoản gửi"),
    ("http-5", "Hệ thống của nhà mạng đang lỗi"),
    ("push", "Dịch vụ thông báo của trình duyệt từ chối tin này"),
)
FAULTS = ("Error", "Timeout", "Refused", "Disconnected")
UNKNOWN = "Không gửi được, nhà mạng không nói rõ lý do"
NO_LINE = "Nhiều lần không nối được đến nhà mạng"


def code_of(said: str) -> str:
    """A carrier's reason as kept: one short word; a sentence may hold an address or a number, and is dropped."""
    return said if CODE.fullmatch(said) and not LONG_NUMBER.search(said) else ""


def why_dead(reason: str | None) -> str:
    """The reason in words of the officer who decides."""
    if not reason:
        return UNKNOWN
    for beginning, words in BEGINNINGS:
        if reason.startswith(beginning):
            return words
    return NO_LINE if reason.endswith(FAULTS) else UNKNOWN


class Decider(Struct, frozen=True):
    """Whose dead letters somebody decides about: of these provinces (None: of all).

    `home`: the province of this installation, whose a letter is when nobody can say more.
    """

    provinces: list[str] | None
    home: str


def decider(settings: Settings, me: Principal) -> Decider:
    """An administrator decides about all, an officer about those of their provinces."""
    provinces = None if me.has(Role.ADMIN) else sorted(me.province_codes)
    return Decider(provinces=provinces, home=settings.province_code)
