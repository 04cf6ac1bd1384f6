"""Problems: the one shape of everything that can go wrong (RFC 9457)."""

from collections.abc import Sequence
from typing import Any, ClassVar

import msgspec


class FieldError(msgspec.Struct, frozen=True):
    """One field that is wrong, and why, in Vietnamese."""

    field: str
    message: str


class ProblemBody(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The body of every error answer, `application/problem+json` (RFC 9457 §3)."""

    type: str
    title: str
    status: int
    detail: str | None = None
    errors: list[FieldError] = []
    request_id: str | None = None
    extra: dict[str, Any] = {}


class Problem(Exception):  # noqa: N818  RFC 9457 calls it a problem; so do we
    """A refusal a person can read. Subclasses live beside the rule that raises them."""

    status: ClassVar[int]
    slug: ClassVar[str]
    title: ClassVar[str]
    headers: ClassVar[dict[str, str]] = {}
    keeps_writes: ClassVar[bool] = False
    """Commit what was written before the refusal: a counted wrong try, a closed session."""

    def __init__(
        self,
        *,
        detail: str | None = None,
        errors: Sequence[FieldError] = (),
        extra: dict[str, Any] | None = None,
        retry_after: int | None = None,
    ) -> None:
        """Keep what the person should know; `retry_after` is in seconds."""
        super().__init__(self.slug)
        self.detail = detail
        self.errors = list(errors)
        self.extra = extra or {}
        self.retry_after = retry_after

    def body(self, request_id: str | None = None) -> ProblemBody:
        """The wire shape of this problem."""
        return ProblemBody(
            type=f"/problems/{self.slug}",
            title=self.title,
            status=self.status,
            detail=self.detail,
            errors=self.errors,
            request_id=request_id,
            extra=self.extra,
        )


class Malformed(Problem):
    """The bytes could not be read at all."""

    status = 400
    slug = "malformed"
    title = "Nội dung gửi lên không đọc được"


class Invalid(Problem):
    """The bytes were read, but a field breaks its limits."""

    status = 422
    slug = "invalid"
    title = "Thông tin gửi lên chưa hợp lệ"


class SignInNeeded(Problem):
    """No valid access token came with the request."""

    status = 401
    slug = "sign-in-needed"
    title = "Bạn cần đăng nhập"
    headers: ClassVar[dict[str, str]] = {"WWW-Authenticate": "Bearer"}


class NotAllowed(Problem):
    """Signed in, but without the role or the row."""

    status = 403
    slug = "not-allowed"
    title = "Bạn không có quyền làm việc này"


class NotFound(Problem):
    """Nothing here, or nothing this caller may know of."""

    status = 404
    slug = "not-found"
    title = "Không tìm thấy nội dung này"


class MethodNotAllowed(Problem):
    """The address exists, the verb does not."""

    status = 405
    slug = "method-not-allowed"
    title = "Địa chỉ này không nhận kiểu yêu cầu đó"


class TooLarge(Problem):
    """The body is over the limit of this address."""

    status = 413
    slug = "too-large"
    title = "Nội dung gửi lên quá lớn"


class TooMany(Problem):
    """A rate limit; `retry_after` says when to come back."""

    status = 429
    slug = "too-many-requests"
    title = "Bạn thao tác quá nhanh, hãy thử lại sau"


class Unexpected(Problem):
    """Our fault. The request id is all the caller gets."""

    status = 500
    slug = "unexpected"
    title = "Hệ thống gặp lỗi, chúng tôi đã ghi nhận"


class Busy(Problem):
    """Overloaded, stopping, or too slow: safe to send again."""

    status = 503
    slug = "busy"
    title = "Hệ thống đang bận, hãy thử lại sau ít phút"
