"""The API whose clock shows what the caller says: weeks pass in minutes. For fault tests only; nothing else differs."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from api.app import create_app
from api.kit.clock import clock
from api.kit.settings import read_settings

inner = create_app(read_settings())


async def app(
    scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]
) -> None:
    """Everybody who asks at once says the same time."""
    told = dict(scope.get("headers", ())).get(b"x-now")
    if told is not None:
        clock.held_at = datetime.fromisoformat(told.decode())
    await inner(scope, receive, send)  # type: ignore[arg-type]
