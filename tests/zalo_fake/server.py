"""The stand-in on a loopback socket of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn


class Stage:
    """One socket for many tests: each puts its own stand-in on it."""

    def __init__(self) -> None:
        self.fake: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Let the stand-in of the moment answer (ASGI)."""
        await self.fake(scope, receive, send)


@asynccontextmanager
async def served(fake: Any, port: int = 0) -> AsyncIterator[str]:
    """Serve until the block ends; gives the base address."""
    server = uvicorn.Server(
        uvicorn.Config(fake, host="127.0.0.1", port=port, log_level="error", lifespan="off", ws="none")
    )
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]  # the caller's signals stay the caller's
    task = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110  uvicorn offers no event
        await asyncio.sleep(0.005)
    bound = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{bound}"
    finally:
        server.should_exit = True
        await task
