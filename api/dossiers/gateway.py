"""Systems that only answer: one signed question over HTTP, its answer judged before it is believed."""

import asyncio
from datetime import timedelta
from typing import Annotated, Any

import httpx
import msgspec
from msgspec import Meta

from api.kit import signing
from api.kit.clock import now
from api.kit.patience import retry_after

OUR_KEY = "ngo-so"
"""What we call ourselves in `X-Api-Key`; the secret is a different one for each system."""
BYTES = 16_000_000
PATIENCE = 15.0
"""Seconds for a whole answer. httpx counts each piece anew: one byte now and then would hold us for ever."""
TIMEOUT = httpx.Timeout(PATIENCE, connect=5.0)
ITEMS = 10_000


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a system gave: events as of `POST /v1/integration/dossiers`, and where to go on."""

    items: Annotated[list[Any], Meta(max_length=ITEMS)]
    next: Annotated[str, Meta(max_length=2000)] | None = None
    more: bool = False


class SourceFailedError(Exception):
    """The system gave no answer to believe; `asked` is how long it wants to be left alone."""

    def __init__(self, *, reason: str, asked: timedelta | None = None) -> None:
        super().__init__(reason)
        self.reason, self.asked = reason, asked


class HttpSource:
    """Asks over HTTP: no redirects, 15 seconds, 16 MB."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def ask(self, url: str, *, secret: str, after: str | None, limit: int) -> Answer:
        """The items after a cursor; SourceFailedError when there is nothing to believe."""
        words = {"limit": str(limit)} | ({"after": after} if after is not None else {})
        try:
            address = httpx.URL(url).copy_merge_params(words)
            target = address.raw_path.decode("ascii")
            headers = signing.headers_for(OUR_KEY, secret, "GET", target, b"", now())
            asked = self.http.stream("GET", address, headers=headers, timeout=TIMEOUT, follow_redirects=False)
            async with asyncio.timeout(PATIENCE), asked as answer:
                if answer.status_code != httpx.codes.OK:
                    raise SourceFailedError(
                        reason=f"HTTP {answer.status_code}",
                        asked=retry_after(answer.headers.get("retry-after", "")),
                    )
                body = await read(answer)
        except httpx.HTTPError as error:
            raise SourceFailedError(reason=type(error).__name__) from error
        except TimeoutError as error:
            raise SourceFailedError(reason=f"slower than {PATIENCE:g} s") from error
        except (httpx.InvalidURL, ValueError) as error:
            raise SourceFailedError(reason="InvalidURL") from error
        try:
            return msgspec.json.decode(body, type=Answer)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise SourceFailedError(reason="not the JSON that was agreed") from error


async def read(answer: httpx.Response) -> bytes:
    """The body, never more of it than BYTES, unpacked."""
    parts: list[bytes] = []
    total = 0
    async for part in answer.aiter_bytes():
        total += len(part)
        if total > BYTES:
            raise SourceFailedError(reason=f"more than {BYTES} bytes")
        parts.append(part)
    return b"".join(parts)
