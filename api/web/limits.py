"""Limits on one caller: how often, how much, how long."""

import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeAlias

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from api.kit.errors import Malformed, TooLarge, TooMany
from api.kit.principal import Principal
from api.web.auth import Guard
from api.web.database import client_address

BODY_LIMIT = 1_000_000
"""Bytes of a request body, unless a route says otherwise."""
UNPACKED_LIMIT = 16_000_000
"""Bytes a gzipped request body may unpack to."""
Receive: TypeAlias = Callable[[], Awaitable[dict[str, Any]]]
EXPIRY_PAUSE = 15.0
"""Seconds between two looks for counters that have expired."""
TIME_LIMIT = 30.0
"""Seconds a request may take before it is told we are busy."""


def limited(per_minute: int) -> Guard:
    """At most so many calls a minute from one address to one route of this process.

    Generous by design: a whole commune can stand behind one carrier address. What must not be
    guessed (codes, one-time passwords) has its own counters in the database, so a fixed window, which
    lets up to twice as many through around its edge, is exact enough and the cheapest.
    """

    async def within_limit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        limiter: FixedWindowRateLimiter = connection.app.state.limiter
        item = RateLimitItemPerMinute(per_minute)
        address = client_address(connection)
        if not await limiter.hit(item, str(handler), address):
            raise TooMany(retry_after=60)

    return within_limit


def limited_each(per_minute: int) -> Guard:
    """At most so many calls a minute from one signed-in person to one route of this process.

    For what costs another's quota: whoever shares an address with a commune is not held up by one person.
    """

    async def within_limit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        limiter: FixedWindowRateLimiter = connection.app.state.limiter
        who: Principal | None = connection.scope["user"]
        if who is not None and not await limiter.hit(
            RateLimitItemPerMinute(per_minute), str(handler), str(who.person_id)
        ):
            raise TooMany(retry_after=60)

    return within_limit


class SparingStorage(MemoryStorage):
    """Counters in this process's memory; what has expired is looked for now and then.

    The library walks through every address it knows at each request, so that on a night of flood, with fifty thousand
    phones in a minute, walking would be most of the work. A counter that has run out counts as none without it.
    """

    rest_until = 0.0

    async def _MemoryStorage__schedule_expiry(self) -> None:  # noqa: N802  the library's own name
        if time.monotonic() < self.rest_until:
            return
        self.rest_until = time.monotonic() + EXPIRY_PAUSE
        await super()._MemoryStorage__schedule_expiry()  # type: ignore[misc]


def new_limiter() -> FixedWindowRateLimiter:
    """Counters in this process's memory."""
    return FixedWindowRateLimiter(SparingStorage())


def unpacked(receive: Receive) -> Receive:
    """A gzipped request body as plain bytes, never more than UNPACKED_LIMIT of them."""
    chunks = unpack(receive)

    async def next_message() -> dict[str, Any]:
        body = await anext(chunks, None)
        return {"type": "http.request", "body": body or b"", "more_body": body is not None}

    return next_message


async def unpack(receive: Receive) -> AsyncIterator[bytes]:
    """Plain chunks of a gzip stream; TooLarge for a bomb, Malformed for a broken stream."""
    inflate, total = zlib.decompressobj(wbits=31), 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return
        data = message.get("body", b"")
        while data:
            try:
                plain = inflate.decompress(data, UNPACKED_LIMIT + 1)
            except zlib.error as error:
                raise Malformed from error
            data = inflate.unconsumed_tail
            total += len(plain)
            if total > UNPACKED_LIMIT:
                raise TooLarge
            yield plain
        if not message.get("more_body"):
            if not inflate.eof:
                raise Malformed
            return
