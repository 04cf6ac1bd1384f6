"""What a code, a phone number and a source's time must look like, and how often one may guess."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from api.dossiers.contracts import DossierChange
from api.kit.errors import FieldError, Invalid, Problem, TooMany
from api.kit.text import nfc
from api.kit.tokens import keyed_hash

CODE = re.compile(r"^[^\x00-\x1f\x7f]{1,100}$")
EARLIEST, LATEST = 2000, 2199
CLOCK_SKEW = timedelta(days=1)
"""How far ahead of ours a source's clock may run."""
LAST_DIGITS = 4
MOBILE = re.compile(r"^(?:\+?84|0)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7})$")


class DossierNotFound(Problem):
    """No dossier with this code and these digits; whether the code exists is not told."""

    status = 404
    slug = "dossier-not-found"
    title = "Không tìm thấy hồ sơ khớp với mã và 4 số cuối điện thoại"


class EventIdReused(Problem):
    """The source sent an event id again with another content."""

    status = 409
    slug = "event-id-reused"
    title = "Mã sự kiện này đã được dùng cho một nội dung khác"


class KeyNotFound(Problem):
    """No integration key has this id."""

    status = 404
    slug = "integration-key-not-found"
    title = "Không có khoá kết nối này"


class KeyOver(Problem):
    """The key was revoked or is being rotated out already."""

    status = 409
    slug = "integration-key-over"
    title = "Khoá này đã thu hồi hoặc đang được thay"


class DayNotFound(Problem):
    """The calendar has no exception for this scope and day."""

    status = 404
    slug = "calendar-day-not-found"
    title = "Lịch không có ngày đặc biệt này"


class TooManyLookups(TooMany):
    """This code or this address was tried too often; the same answer whether the code exists."""

    slug = "too-many-lookups"
    title = "Bạn đã tra cứu sai nhiều lần, hãy thử lại sau"


def clean_code(raw: str) -> str:
    """A dossier code as we keep it: opaque text, NFC, trimmed; Invalid when it is none."""
    code = nfc(raw)
    if not CODE.match(code):
        message = "Mã hồ sơ phải có từ 1 đến 100 ký tự"
        raise Invalid(errors=[FieldError(field="code", message=message)])
    return code


def code_key(code: str) -> str:
    """What a person types is compared by this: no spaces, capitals, plain hyphens."""
    return re.sub(r"\s+", "", nfc(code)).upper().replace("–", "-").replace("—", "-")


def phone_digits(raw: str) -> str:
    """The digits of a phone number; Invalid with fewer than four."""
    digits = raw if raw.isascii() and raw.isdigit() else re.sub(r"\D", "", raw)
    if len(digits) < LAST_DIGITS:
        message = "Số điện thoại cần ít nhất 4 chữ số"
        raise Invalid(errors=[FieldError(field="applicant_phone", message=message)])
    return digits


def mobile_e164(raw: str) -> str | None:
    """A Vietnamese mobile number as +84…, or None: only such a number can be verified."""
    found = MOBILE.match(raw) or MOBILE.match(re.sub(r"[\s.\-()]", "", raw))
    return f"+84{found[1]}" if found else None


def check_moment(at: datetime, now: datetime) -> None:
    """A source's time must be of this century and not ahead of ours."""
    if at.year < EARLIEST or at > now + CLOCK_SKEW:
        message = "Thời điểm xảy ra không thể ở tương lai hoặc trước năm 2000"
        raise Invalid(errors=[FieldError(field="occurred_at", message=message)])


def check_change(change: DossierChange, now: datetime) -> None:
    """What a shape cannot say: dates one can count with."""
    check_moment(change.occurred_at, now)
    extension = change.extension or None
    if change.promised_at is None and extension is None:
        return
    for field, at in (
        ("promised_at", change.promised_at),
        ("extension.due_at", extension.due_at if extension else None),
    ):
        if at is not None and not EARLIEST <= at.year <= LATEST:
            raise Invalid(errors=[FieldError(field=field, message="Ngày hẹn không hợp lý")])


def check_text(change: DossierChange, encoded: bytes) -> None:
    """Text a database can keep: no NUL, which `encoded` (the change as JSON) shows at once."""
    if b"\\u0000" not in encoded:
        return
    extension = change.extension or None
    texts = [value for value in msgspec.structs.astuple(change) if isinstance(value, str)]
    if any("\x00" in text for text in [*texts, extension.reason if extension else ""]):
        raise Invalid(detail="Nội dung có ký tự NUL")


def hash_phone(secret: str, e164: str) -> str:
    """What we keep of a verified mobile number, the same in every dossier."""
    return keyed_hash(secret, "dossier_phone", e164)


def hash_last4(secret: str, *, system: str, code: str, last4: str) -> str:
    """What we keep of the last digits: of no use for another dossier."""
    return keyed_hash(secret, "dossier_last4", system, code, last4)


class TryLimit(msgspec.Struct, frozen=True, kw_only=True):
    """How many failed look-ups one code or one address may have in a window."""

    of: str
    most: int
    window: timedelta

    def window_at(self, now: datetime) -> datetime:
        """When the window of this moment began."""
        seconds = int(self.window.total_seconds())
        return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, tz=UTC)

    def retry_after(self, now: datetime) -> int:
        """Seconds until the window is over."""
        return int((self.window_at(now) + self.window - now).total_seconds()) + 1


TRY_LIMITS = (
    TryLimit(of="code", most=5, window=timedelta(minutes=15)),
    TryLimit(of="code", most=20, window=timedelta(days=1)),
    TryLimit(of="address", most=20, window=timedelta(hours=1)),
)
"""10,000 endings at 20 a day: 250 days to be half sure of one code. A walk of codes ends at 20 an hour."""
CANDIDATES = 4
"""How many systems may print the same code before some cannot be looked up; all are compared."""


class Guess(msgspec.Struct, frozen=True, kw_only=True):
    """One look-up: the code as it is compared, and the windows its failure counts in, in the order of TRY_LIMITS."""

    code_key: str
    subjects: list[str]
    windows: list[datetime]
    at: datetime


def guess_at(code: str, *, address: str, at: datetime, secret: str) -> Guess:
    """What a look-up of this code from this address counts as."""
    subject = {"code": code_key(code), "address": address}
    return Guess(
        code_key=subject["code"],
        subjects=[
            keyed_hash(secret, "dossier_try", limit.of, str(limit.window), subject[limit.of])
            for limit in TRY_LIMITS
        ],
        windows=[limit.window_at(at) for limit in TRY_LIMITS],
        at=at,
    )


def over_limit(tries: Sequence[int], now: datetime) -> int | None:
    """Seconds to wait when any count is over its limit, in the order of TRY_LIMITS."""
    waits = [
        limit.retry_after(now) for limit, count in zip(TRY_LIMITS, tries, strict=True) if count > limit.most
    ]
    return max(waits, default=None)
