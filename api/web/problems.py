"""One renderer: whatever goes wrong leaves as `application/problem+json`, and is documented so."""

import re
from collections.abc import Iterable
from typing import Any, cast

import asyncpg
import msgspec
from litestar import MediaType, Request, Response
from litestar.exceptions import (
    ClientException,
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    SerializationException,
    ValidationException,
)
from litestar.openapi import ResponseSpec
from litestar.status_codes import HTTP_413_REQUEST_ENTITY_TOO_LARGE

from api.kit.errors import (
    Busy,
    FieldError,
    Invalid,
    Malformed,
    MethodNotAllowed,
    NotAllowed,
    NotFound,
    Problem,
    ProblemBody,
    SignInNeeded,
    TooLarge,
    TooMany,
    Unexpected,
)
from api.kit.log import logger

PROBLEM_JSON = "application/problem+json"
BUSY = (
    TimeoutError,
    ConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.QueryCanceledError,
    asyncpg.AdminShutdownError,
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.LockNotAvailableError,
)
PLACE = re.compile(r" - at `\$\.?(?P<place>[^`]*)`")
MISSING = re.compile(r"^Missing required \w+ parameter '(?P<name>[^']+)'")
log = logger("problems")


def problems(*kinds: type[Problem]) -> dict[int, ResponseSpec]:
    """The `responses=` of a handler that may raise these."""
    by_status: dict[int, list[str]] = {}
    for kind in kinds:
        by_status.setdefault(kind.status, []).append(f"`/problems/{kind.slug}`: {kind.title}")
    return {
        status: ResponseSpec(
            data_container=ProblemBody,
            description="; ".join(titles),
            media_type=cast("MediaType", PROBLEM_JSON),
            generate_examples=False,
        )
        for status, titles in by_status.items()
    }


def field_errors(error: ValidationException) -> Iterable[FieldError]:
    """Litestar's notes on bad parameters, and msgspec's one note on a bad body, by field."""
    if missing := MISSING.search(error.detail):
        yield FieldError(field=missing["name"], message="Thiếu thông tin bắt buộc")
    for note in error.extra if isinstance(error.extra, list) else []:
        if isinstance(note, dict):
            message = str(note.get("message", ""))
            place = PLACE.search(message)
            key = str(note.get("key") or (place["place"] if place else "") or "data")
            yield FieldError(field=key, message=in_vietnamese(PLACE.sub("", message)))


WORDS: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r"Object missing required field `([^`]+)`"), r"Thiếu trường {0}"),
    (re.compile(r"Object contains unknown field `([^`]+)`"), r"Trường {0} không có trong biểu mẫu"),
    (re.compile(r"Expected `([^`]+)`, got `([^`]+)`"), r"Cần kiểu {0}, nhận được {1}"),
    (re.compile(r"Expected `([^`]+)` of length ([<>=]+ \d+)"), r"Độ dài phải {1}"),
    (re.compile(r"Expected `([^`]+)` ([<>=]+ [-\d.]+)"), r"Giá trị phải {1}"),
    (re.compile(r"Expected `str` matching regex"), r"Sai định dạng"),
    (re.compile(r"Invalid enum value (.+)"), r"Giá trị {0} không có trong danh mục"),
    (re.compile(r"Missing required"), r"Thiếu thông tin bắt buộc"),
    (re.compile(r"Invalid UUID"), r"Mã định danh không hợp lệ"),
    (re.compile(r"Invalid RFC3339"), r"Thời điểm không hợp lệ"),
]


def in_vietnamese(message: str) -> str:
    """A validator's sentence in Vietnamese; unknown ones become a general sentence."""
    for pattern, words in WORDS:
        if found := pattern.search(message):
            return words.format(*found.groups())
    return "Giá trị chưa hợp lệ"


def as_problem(error: Exception) -> Problem:  # noqa: C901, PLR0911  one line a kind reads best
    """The problem an exception stands for."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, ValidationException):
        return Invalid(errors=list(field_errors(error)))
    if isinstance(error, SerializationException | msgspec.DecodeError | UnicodeDecodeError | RecursionError):
        # RecursionError: brackets nested deeper than the decoder follows.
        return Malformed()
    if isinstance(error, NotFoundException):
        return NotFound()
    if isinstance(error, MethodNotAllowedException):
        problem = MethodNotAllowed()
        problem.allow = (error.headers or {}).get("allow", "")  # type: ignore[attr-defined]
        return problem
    if isinstance(error, HTTPException):
        if error.status_code == HTTP_413_REQUEST_ENTITY_TOO_LARGE:
            return TooLarge()
        known = {kind.status: kind for kind in (Malformed, SignInNeeded, NotAllowed, TooMany, Busy)}
        kind = known.get(error.status_code)
        if kind is None and isinstance(error, ClientException):
            kind = Malformed
        return (kind or Unexpected)()
    if isinstance(error, BUSY):
        return Busy(retry_after=5)
    if isinstance(error, asyncpg.DataError):
        # A NUL byte or a number beyond the column: the sender's mistake, not ours.
        return Invalid()
    return Unexpected()


def render(request: Request[Any, Any, Any], error: Exception) -> Response[ProblemBody]:
    """The answer to an exception."""
    problem = as_problem(error)
    request_id = request.scope.get("state", {}).get("request_id")
    if problem.status >= Unexpected.status:
        log.error("request_failed", exc_info=error, problem=problem.slug)
    headers = dict(problem.headers)
    if problem.retry_after is not None:
        headers["Retry-After"] = str(problem.retry_after)
    if allow := getattr(problem, "allow", ""):
        headers["Allow"] = allow
    return Response(
        problem.body(request_id),
        status_code=problem.status,
        media_type=PROBLEM_JSON,
        headers=headers,
    )
