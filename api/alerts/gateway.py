"""Feeds of others over HTTP: one question with what we know already, never more than we are willing to read."""

import asyncio
from datetime import timedelta

import httpx
import msgspec

from api.kit.cap import MAX_BYTES
from api.kit.patience import retry_after

PATIENCE = 15.0
"""Seconds for a whole answer; httpx counts each piece anew."""
TIMEOUT = httpx.Timeout(PATIENCE, connect=5.0)
READ = "application/cap+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed gave; `body` null: nothing new since `etag` or `last_modified`."""

    body: bytes | None
    etag: str | None = None
    last_modified: str | None = None


class FeedFailedError(Exception):
    """The feed gave nothing to believe; `asked` is how long it wants to be left alone.

    `for_good`: asking again gives no other answer (it is gone, forbidden, or too big).
    """

    def __init__(self, *, reason: str, asked: timedelta | None = None, for_good: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.asked, self.for_good = reason, asked, for_good


class HttpFeed:
    """Asks over HTTP: no redirects, 15 seconds, 1 MB unpacked."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def ask(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """The document at an address; FeedFailedError when there is none to believe."""
        headers = {"accept": READ}
        if etag:
            headers["if-none-match"] = etag
        if last_modified:
            headers["if-modified-since"] = last_modified
        try:
            asked = self.http.stream("GET", url, headers=headers, timeout=TIMEOUT, follow_redirects=False)
            async with asyncio.timeout(PATIENCE), asked as answer:
                if answer.status_code == httpx.codes.NOT_MODIFIED:
                    return Answer(body=None, etag=etag, last_modified=last_modified)
                if answer.status_code != httpx.codes.OK:
                    wish = retry_after(answer.headers.get("retry-after", ""))
                    gone = answer.status_code in (
                        httpx.codes.FORBIDDEN,
                        httpx.codes.NOT_FOUND,
                        httpx.codes.GONE,
                    )
                    raise FeedFailedError(reason=f"HTTP {answer.status_code}", asked=wish, for_good=gone)
                return Answer(
                    body=await read(answer),
                    etag=short(answer.headers.get("etag")),
                    last_modified=short(answer.headers.get("last-modified")),
                )
        except httpx.HTTPError as error:
            raise FeedFailedError(reason=type(error).__name__) from error
        except TimeoutError as error:
            raise FeedFailedError(reason=f"slower than {PATIENCE:g} s") from error
        except (httpx.InvalidURL, ValueError) as error:
            raise FeedFailedError(reason="InvalidURL") from error


async def read(answer: httpx.Response) -> bytes:
    """The body, unpacked, never more of it than MAX_BYTES."""
    parts: list[bytes] = []
    total = 0
    async for part in answer.aiter_bytes():
        total += len(part)
        if total > MAX_BYTES:
            raise FeedFailedError(reason=f"more than {MAX_BYTES} bytes", for_good=True)
        parts.append(part)
    return b"".join(parts)


def short(value: str | None) -> str | None:
    """A header worth sending back; one that is too long is not kept."""
    return value if value is not None and len(value) <= 300 else None  # noqa: PLR2004
