"""Decisions of identity, purely: one-time codes, refresh tokens."""

import base64
import hmac
import math
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol
from uuid import UUID

from msgspec import Struct
from pyotp import TOTP

from api.kit.errors import Problem
from api.kit.tokens import derive_key, equal, keyed_hash

CODE_LIFETIME = timedelta(minutes=3)
CODE_TRIES = 5
CODE_DIGITS = 6
CODES_PER_PHONE = ((timedelta(hours=1), 5), (timedelta(days=1), 10))
CODES_PER_ADDRESS = ((timedelta(hours=1), 60),)
"""Generous: a whole commune can stand behind one carrier address."""
CODES_KEPT = timedelta(days=1)
"""How long a number that asked for a code is kept: as long as it is counted."""

REFRESH_LIFETIME = timedelta(days=30)
SESSION_LIFETIME = timedelta(days=180)
"""Volunteers are offline for days; nobody stays signed in for more than half a year."""
LOST_ANSWER = timedelta(seconds=10)
"""A refresh token may come again this long: the first answer was lost, or two tabs asked at once."""


class SignInWayOff(Problem):
    """This way to sign in is switched off in this installation."""

    status = 404
    slug = "sign-in-way-off"
    title = "Cách đăng nhập này chưa được bật"


class CodeRefused(Problem):
    """Wrong, over, used, tried too often or never asked for: always the same answer."""

    status = 422
    slug = "code-refused"
    title = "Mã không đúng hoặc đã hết hạn"
    keeps_writes = True


class SessionOver(Problem):
    """The refresh token renews nothing any more."""

    status = 401
    slug = "session-over"
    title = "Phiên đăng nhập đã kết thúc, hãy đăng nhập lại"
    keeps_writes = True


class PhoneTaken(Problem):
    """Somebody else has proven to have this number."""

    status = 409
    slug = "phone-taken"
    title = "Số điện thoại này đã thuộc về một tài khoản khác"


class NotYourZalo(Problem):
    """The Zalo account that answered is not the one this person signed in with."""

    status = 403
    slug = "not-your-zalo"
    title = "Tài khoản Zalo không khớp với phiên đăng nhập"


TOTP_DRIFT = 1
"""Steps of 30 seconds a phone's clock may be off, before or after."""
SECOND_FACTOR_TRIES = 5
SECOND_FACTOR_PAUSE = timedelta(minutes=15)
"""After five wrong ones nothing is looked at for so long: 480 guesses a day at three codes in a million."""
RECOVERY_CODES = 10
RECOVERY_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
RECOVERY_LENGTH = 12
"""Sixty bits; no letter that is read as another."""


class SecondFactorRefused(Problem):
    """Wrong, used before, or nothing to compare with: always the same answer."""

    status = 422
    slug = "second-factor-refused"
    title = "Mã xác thực lớp hai không đúng hoặc đã dùng"
    keeps_writes = True


class SecondFactorThere(Problem):
    """There is a second factor already, and this session has not proven it."""

    status = 409
    slug = "second-factor-there"
    title = "Tài khoản đã có xác thực lớp hai, hãy nhập mã của lớp đó trước"


class OwnSecondFactor(Problem):
    """An administrator's own second factor is taken away by another administrator, or at the machine."""

    status = 409
    slug = "own-second-factor"
    title = "Bạn không thể tự đặt lại xác thực lớp hai của mình, hãy nhờ một quản trị viên khác"


class NoSecondFactor(Problem):
    """This person has none: there is nothing to take away."""

    status = 404
    slug = "no-second-factor"
    title = "Người này chưa có xác thực lớp hai"


class DeviceNotFound(Problem):
    """None of this person's open sessions has this id."""

    status = 404
    slug = "device-not-found"
    title = "Không tìm thấy thiết bị này"


class MergeRefused(Problem):
    """Both were proven, but they cannot be one account: see `may_merge`."""

    status = 409
    slug = "merge-refused"
    title = "Hai tài khoản này không gộp được với nhau"


class LastWayIn(Problem):
    """Without it nothing would open the account any more."""

    status = 409
    slug = "last-way-in"
    title = "Đây là cách đăng nhập duy nhất của bạn, hãy nối thêm số điện thoại trước"


class Mergeable(Protocol):
    """What decides whether two accounts may become one."""

    @property
    def zalo_id(self) -> str | None: ...  # noqa: D102  a column
    @property
    def has_phone(self) -> bool: ...  # noqa: D102  a column
    @property
    def demo(self) -> bool: ...  # noqa: D102  a column
    @property
    def has_served(self) -> bool: ...  # noqa: D102  a column
    @property
    def has_province(self) -> bool: ...  # noqa: D102  a column


def may_merge(mine: Mergeable, other: Mergeable) -> bool:
    """Whether the other account may be absorbed by mine.

    One number, one Zalo and one account at the province a person, so two of either stay apart. Who serves or has served signs in as
    that account and links the other to it: work done under a name never changes its name.
    """
    twice = (
        (mine.zalo_id and other.zalo_id)
        or (mine.has_phone and other.has_phone)
        or (mine.has_province and other.has_province)
    )
    return not (twice or mine.demo or other.demo or other.has_served)


def matching_step(secret: str, code: str, at: datetime, last_step: int) -> int | None:
    """The 30-second step this TOTP code belongs to (RFC 6238), or None; a step once taken is never taken again.

    All steps are compared, in constant time, whichever is the right one.
    """
    now_step = int(at.timestamp()) // 30
    generator, found = TOTP(secret), None
    for step in range(now_step - TOTP_DRIFT, now_step + TOTP_DRIFT + 1):
        if equal(generator.generate_otp(step), code) and step > last_step:
            found = step
    return found


def new_recovery_codes() -> list[str]:
    """Codes for paper: good once each."""
    codes = []
    for _ in range(RECOVERY_CODES):
        text = "".join(secrets.choice(RECOVERY_LETTERS) for _ in range(RECOVERY_LENGTH))
        codes.append("-".join(text[part : part + 4] for part in range(0, RECOVERY_LENGTH, 4)))
    return codes


def recovery_digest(secret: str, person_id: UUID, code: str) -> str:
    """What is kept of a recovery code; spaces, dashes and case do not matter."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return keyed_hash(secret, "recovery-code", str(person_id), plain)


BROWSERS = (
    ("ZaloTheme", "Zalo"), ("Zalo", "Zalo"), ("Edg", "Edge"), ("OPR", "Opera"), ("coc_coc", "Cốc Cốc"),
    ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
    ("Mac OS", "máy Mac"), ("Linux", "Linux"),
)  # fmt: skip


def device_name(user_agent: str) -> str:
    """A browser and a system as people call them; nothing else of the header is kept."""
    browser = next((name for word, name in BROWSERS if word in user_agent), "Trình duyệt")
    system = next((name for word, name in SYSTEMS if word in user_agent), "")
    return f"{browser} trên {system}" if system else browser


def sign_in_code(secret: str, challenge_id: UUID) -> str:
    """The code of a challenge: derived, so that no table, queue or log ever holds it."""
    digest = hmac.digest(derive_key(secret, "sign-in-code"), challenge_id.bytes, "sha256")
    return f"{int.from_bytes(digest[:8]) % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def code_matches(secret: str, challenge_id: UUID, code: str) -> bool:
    """Whether these are the digits of the challenge, in constant time."""
    right = keyed_hash(secret, "sign-in-code", sign_in_code(secret, challenge_id))
    return equal(keyed_hash(secret, "sign-in-code", code), right)


def wait_before_code(asked: Sequence[datetime], limits: Sequence[tuple[timedelta, int]], at: datetime) -> int:
    """Seconds until one more code may be asked for; 0 when it may be now."""
    wait = timedelta(0)
    for window, most in limits:
        inside = sorted(moment for moment in asked if moment > at - window)
        if len(inside) >= most:
            wait = max(wait, inside[-most] + window - at)
    return math.ceil(wait.total_seconds())


def next_refresh_token(secret: str, token: str) -> str:
    """The successor of a refresh token: always the same one, so a lost answer can be given again.

    The family stays one chain: whoever holds a copy of a token gets no token of their own, and the
    second use of any link after `LOST_ANSWER` shows that two parties hold the chain.
    """
    digest = hmac.digest(derive_key(secret, "refresh"), token.encode(), "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


class Link(Struct, frozen=True, kw_only=True):
    """A refresh token as stored, with its session and what became of its successor."""

    session_id: UUID
    person_id: UUID
    demo: bool
    expires_at: datetime
    used_at: datetime | None
    closed_at: datetime | None
    session_expires_at: datetime
    successor_used: bool


class Verdict(Enum):
    """What a presented refresh token deserves."""

    ROTATE = "rotate"
    ANSWER_AGAIN = "answer_again"
    OVER = "over"
    REUSED = "reused"


def judge(link: Link, at: datetime) -> Verdict:
    """Whether this link renews the session, was answered just now, is over, or was stolen."""
    if link.closed_at is not None or link.session_expires_at <= at:
        return Verdict.OVER
    if link.used_at is not None:
        fresh = at - link.used_at <= LOST_ANSWER and not link.successor_used
        return Verdict.ANSWER_AGAIN if fresh else Verdict.REUSED
    return Verdict.ROTATE if link.expires_at > at else Verdict.OVER
