"""What every carrier is: something that takes a letter and can perhaps be asked what became of it."""

from datetime import timedelta
from typing import Any, Protocol
from uuid import UUID

import httpx
import msgspec
from msgspec import Struct

from api.messages.contracts import Kind
from api.messages.rules.outcomes import Came, Outcome
from api.messages.rules.templates import Rendered


class Browser(Struct, frozen=True, kw_only=True):
    """Where a push goes: the service's address and the browser's keys."""

    id: UUID
    endpoint: str
    p256dh: str
    auth: str


class Letter(Struct, frozen=True, kw_only=True):
    """A message ready to go. `id` is the tracking id, 32 hex digits; the same one at every attempt."""

    id: str
    kind: Kind
    urgent: bool
    words: Rendered
    phone: str | None = None
    email: str | None = None
    zalo_uid: str | None = None
    browsers: tuple[Browser, ...] = ()
    ref: str | None = None
    unsubscribe: str | None = None


class Carrier(Protocol):
    """Speaks to one outside system; never raises for what the system says or does not say."""

    can_ask: bool
    """Whether `ask` finds a message by our tracking id; otherwise a lost answer waits for a receipt."""
    price_vnd: int

    async def send(self, letter: Letter) -> Outcome:
        """Hand the letter over, outside any transaction."""
        ...

    async def ask(self, letter: Letter) -> Outcome:
        """What became of the letter: TAKEN, DELIVERED, UNREACHABLE, UNKNOWN (never taken) or SILENT."""
        ...


SILENT = Outcome(came=Came.SILENT, reason="no-answer")
NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
"""Faults before the first byte: nothing was sent, trying again is free of doubt."""
TOO_MANY, FAULT = 429, 500


async def spoken(
    http: httpx.AsyncClient, method: str, url: str, **said: Any
) -> tuple[int, dict[str, Any]] | Outcome:
    """One JSON conversation: status and answer, or LATER when nothing left us, LOST when nobody can know."""
    try:
        response = await http.request(method, url, **said)
        answer = msgspec.json.decode(response.content or b"{}", type=dict[str, Any])
    except NEVER_LEFT as error:
        return Outcome(came=Came.LATER, reason=type(error).__name__)
    except (httpx.HTTPError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        return Outcome(came=Came.LOST, reason=type(error).__name__)
    if response.status_code == TOO_MANY:
        return Outcome(came=Came.LATER, reason="http-429", wait=retry_after(response))
    if response.status_code >= FAULT:
        return Outcome(came=Came.LOST, reason=f"http-{response.status_code}")
    return response.status_code, answer


def retry_after(response: httpx.Response) -> timedelta | None:
    """How long the other side asks us to wait, when it says so in seconds; at most an hour."""
    seconds = response.headers.get("retry-after", "")
    return timedelta(seconds=min(int(seconds), 3600)) if seconds.isdecimal() else None
