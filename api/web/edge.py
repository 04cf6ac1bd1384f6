"""The outermost layer: request id, log line, metrics, time limit, headers, ETag and gzip."""

import asyncio
import gzip
import hashlib
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from http import HTTPStatus
from typing import Any, TypeAlias

import msgspec
import structlog
from prometheus_client import Counter, Histogram

from api.kit.errors import Busy
from api.kit.ids import uuid7
from api.kit.log import logger
from api.web.answers import sent
from api.web.lane import Lane
from api.web.limits import TIME_LIMIT, unpacked
from api.web.problems import PROBLEM_JSON

REQUESTS = Counter("http_requests_total", "Requests", ["method", "route", "status"])
SECONDS = Histogram(
    "http_request_seconds", "Time to answer", ["route"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)  # fmt: skip
# The bare protocol: https://asgi.readthedocs.io/en/latest/specs/www.html
Scope: TypeAlias = Any
Message: TypeAlias = dict[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Any, Any], Awaitable[None]]

GZIP_FROM = 1_000
GZIP_LEVEL = 5
QUIET = {"/healthz", "/readyz", "/metrics"}
HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
]
NO_STORE, VARY_ORIGIN = (b"cache-control", b"no-store"), (b"vary", b"Origin")
log = logger("http")


def by_name(headers: Sequence[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """Headers by lower-case name; of several the first counts."""
    return {name.lower(): value for name, value in reversed(headers)}


def kept_by(given: Mapping[bytes, bytes]) -> list[tuple[bytes, bytes]]:
    """Who may keep an answer: nobody, unless its route says so; and then one copy per origin.

    Without `Vary`, what a cache kept for a page of our own would be given to the Zalo web view
    without the header that lets it read.
    """
    cached = given.get(b"cache-control")
    if not cached:
        return [NO_STORE]
    return [VARY_ORIGIN] if b"public" in cached and not given.get(b"vary") else []


@cache
def meters(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    """The two meters of a route, looked up once."""
    return REQUESTS.labels(method, route, status), SECONDS.labels(route)


class Answer:
    """Wraps `send`: holds the head back until the body is known, to add what depends on it."""

    def __init__(self, scope: Scope, send: Send, request_id: str) -> None:
        self.scope, self.send, self.request_id = scope, send, request_id
        self.bodiless = scope["method"] == "HEAD"
        self.head: Message | None = None
        self.status = 0

    async def __call__(self, message: Message) -> None:
        """Pass one ASGI message on, finished."""
        if message["type"] == "http.response.start":
            self.head, self.status = message, message["status"]
            return
        if self.head is None:
            await self.pass_on(message)
            return
        head, self.head = self.head, None
        given = by_name(list(head["headers"]))
        headers = [*head["headers"], *HEADERS, (b"x-request-id", self.request_id.encode()), *kept_by(given)]
        if message["type"] == "http.response.body" and not message.get("more_body"):
            message, headers = self.finish(message, headers, given)
        await self.send({**head, "status": self.status, "headers": headers})
        await self.pass_on(message)

    async def pass_on(self, message: Message) -> None:
        """A piece of the body; nothing of it to who asked for the head alone (RFC 9110 §9.3.2)."""
        await self.send({**message, "body": b""} if self.bodiless else message)

    def finish(
        self, message: Message, headers: list[tuple[bytes, bytes]], given: Mapping[bytes, bytes]
    ) -> tuple[Message, list[tuple[bytes, bytes]]]:
        """ETag and 304 for what may be cached by anybody; gzip for what is long and plain."""
        body: bytes = message.get("body", b"")
        asked = by_name(self.scope["headers"])
        plain = given.get(b"content-type", b"").split(b";")[0].endswith((b"json", b"xml", b"csv"))
        if plain and b"public" in given.get(b"cache-control", b""):
            # On every answer that may be kept, the 304 and the short one too (RFC 9110 §12.5.5).
            headers.append((b"vary", b"Accept-Encoding"))
        if (
            self.status == HTTPStatus.OK
            and self.scope["method"] in ("GET", "HEAD")
            and b"public" in given.get(b"cache-control", b"")
        ):
            tag = given.get(b"etag")
            if not tag:
                # Processors have instructions for SHA-256: a third of the time of BLAKE2.
                tag = b'W/"' + hashlib.sha256(body).hexdigest()[:24].encode() + b'"'
                headers.append((b"etag", tag))
            known = asked.get(b"if-none-match")
            if known and (known == b"*" or tag in known):
                self.status = HTTPStatus.NOT_MODIFIED
                drop = (b"content-length", b"content-type")
                kept = [pair for pair in headers if pair[0].lower() not in drop]
                return {**message, "body": b""}, kept
        if (
            len(body) >= GZIP_FROM
            and b"gzip" in asked.get(b"accept-encoding", b"")
            and not given.get(b"content-encoding")
            and plain
        ):
            body = gzip.compress(body, GZIP_LEVEL, mtime=0)
            headers = [pair for pair in headers if pair[0].lower() != b"content-length"]
            headers += [
                (b"content-length", str(len(body)).encode()),
                (b"content-encoding", b"gzip"),
                *([] if (b"vary", b"Accept-Encoding") in headers else [(b"vary", b"Accept-Encoding")]),
            ]
            message = {**message, "body": body}
        return message, headers


class TimeLimit:
    """What `asyncio.timeout` does for the task at hand, at a third of its price: one timer, called off in time."""

    def __init__(self) -> None:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        if task is None:
            raise RuntimeError
        self.task, self.stopped_before, self.reached = task, task.cancelling(), False
        self.timer = loop.call_later(TIME_LIMIT, self.reach)

    def reach(self) -> None:
        """Stop the task."""
        self.reached = True
        self.task.cancel()

    def was_reached(self) -> bool:
        """Whether this limit stopped the task, and nobody else did too."""
        return self.reached and self.task.uncancel() <= self.stopped_before

    def over(self) -> None:
        """Call the timer off."""
        self.timer.cancel()


class Ways:
    """Which way a request takes: CORS only where a browser says that the page is another's, a lane where it may."""

    def __init__(self, across: App, own: App, lanes: Mapping[str, Lane]) -> None:
        self.across, self.own, self.lanes = across, own, lanes

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Serve one request."""
        names = {name for name, _ in scope["headers"]}
        if b"origin" in names:
            return await self.across(scope, receive, send)
        lane = self.lanes.get(scope["path"])
        if lane is not None and scope["method"] == "GET" and b"authorization" not in names:
            try:
                body = await lane(scope)
            except Exception:  # noqa: BLE001  # asked again, and said properly: a GET changes nothing
                return await self.own(scope, receive, send)
            scope["path_template"] = lane.template
            return await sent(body, lane.status, lane.head)(scope, receive, send)
        return await self.own(scope, receive, send)


class Edge:
    """Wraps the whole application, so that 404s and crashes are counted too."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = str(uuid7())
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.bind_contextvars(request_id=request_id)
        if (b"content-encoding", b"gzip") in scope["headers"]:
            receive = unpacked(receive)
        answer, started = Answer(scope, send, request_id), time.perf_counter()
        # Whoever asks for the head alone is answered as for all of it, up to the body.
        asked = {**scope, "method": "GET"} if answer.bodiless else scope
        limit = TimeLimit()
        try:
            await self.app(asked, receive, answer)
        except asyncio.CancelledError:
            if not limit.was_reached():
                raise
            if answer.status == 0:
                await too_slow(answer, request_id)
        finally:
            limit.over()
            self.count(asked, scope["method"], answer.status, time.perf_counter() - started)
            structlog.contextvars.clear_contextvars()

    def count(self, scope: Scope, method: str, status: int, seconds: float) -> None:
        """One log line and two metrics; the route's template, never the path itself."""
        route = scope.get("path_template") or "none"
        method = method if method.isalpha() else "other"
        counted, timed = meters(method, route, status)
        counted.inc()
        timed.observe(seconds)
        if route not in QUIET:
            log.info(
                "request",
                method=method,
                route=route,
                status=status,
                duration_ms=round(seconds * 1000, 2),
            )


async def too_slow(answer: Answer, request_id: str) -> None:
    """The answer to a request that ran out of time."""
    body = msgspec.json.encode(Busy().body(request_id))
    head = [(b"content-type", PROBLEM_JSON.encode()), (b"retry-after", b"5")]
    await answer({"type": "http.response.start", "status": Busy.status, "headers": head})
    await answer({"type": "http.response.body", "body": body, "more_body": False})
