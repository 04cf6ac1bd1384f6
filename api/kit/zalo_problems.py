"""What Zalo's graph can refuse, and what each of its numbers means to the person waiting."""

from api.kit.errors import Problem

ABROAD = -501
"""Zalo gives personal data to callers in Vietnam only; asking for the id alone works from anywhere."""


class ZaloTokenInvalid(Problem):
    """Zalo does not know this access token (any more)."""

    status = 401
    slug = "zalo-token-invalid"
    title = "Phiên Zalo không hợp lệ hoặc đã hết hạn"


class ZaloUserHidden(Problem):
    """Zalo does not show this user to us."""

    status = 403
    slug = "zalo-user-hidden"
    title = "Tài khoản Zalo này không cho phép đăng nhập"


class ZaloCodeInvalid(Problem):
    """The phone or location token is over or wrong: ask for a new one."""

    status = 422
    slug = "zalo-code-invalid"
    title = "Mã chia sẻ từ Zalo đã hết hạn, hãy thử lại"


class ZaloCodeUsed(Problem):
    """The phone or location token was exchanged before: ask for a new one."""

    status = 409
    slug = "zalo-code-used"
    title = "Mã chia sẻ từ Zalo đã được dùng, hãy thử lại"


class ZaloAnswerLost(Problem):
    """Zalo did not answer in time; the phone or location token may be spent: ask for a new one."""

    status = 503
    slug = "zalo-answer-lost"
    title = "Zalo chưa trả lời kịp, hãy bấm chia sẻ lại"


class ZaloMisconfigured(Problem):
    """Zalo refuses us, not the person: our app, secret or call is wrong. An operator must act."""

    status = 502
    slug = "zalo-misconfigured"
    title = "Đăng nhập Zalo đang trục trặc, chúng tôi đã ghi nhận"


class ZaloUnavailable(Problem):
    """Zalo is silent, over quota, or refuses callers outside Vietnam: later, or another way in."""

    status = 503
    slug = "zalo-unavailable"
    title = "Zalo chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại"


class ZaloOff(Problem):
    """This installation is not connected to Zalo."""

    status = 404
    slug = "zalo-off"
    title = "Hệ thống này chưa kết nối với Zalo"


OURS = (-242, 100, 110, 111, 112, 116, 117, 118, 2500, 10000, 10001, 10002, 10003, 11004)
"""-242 wrong proof; 100–111, 2500 our call; 112 no OA; 116–118 our secret or app; 10000… the app is broken or off."""
LATER = (ABROAD, 12000, 12002, 12003, 12004, 12010)
"""12000…12010: quotas of the app, in all, a day, a week, a month, a user."""
COMMON: dict[int | None, type[Problem]] = {
    -216: ZaloTokenInvalid,
    452: ZaloTokenInvalid,
    210: ZaloUserHidden,
    114: ZaloCodeInvalid,
    115: ZaloCodeInvalid,
    119: ZaloCodeUsed,
    **dict.fromkeys(OURS, ZaloMisconfigured),
    **dict.fromkeys(LATER, ZaloUnavailable),
}
MEANINGS: dict[int | None, type[Problem]] = {**COMMON, None: ZaloTokenInvalid}
"""Of `/v2.0/me`; None is any number that is not here: the token is refused, only the number is logged."""
EXCHANGE_MEANINGS: dict[int | None, type[Problem]] = {**COMMON, None: ZaloUnavailable}
"""Of `/v2.0/me/info`; an unknown number does not prove the token wrong: later, or type the number."""
