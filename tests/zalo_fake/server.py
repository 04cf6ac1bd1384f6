"""The stand-in on a loopback socket of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn

from tests.zalo_fake.graph import FakeZalo


@asynccontextmanager
async def served(fake: FakeZalo, port: int = 0) -> AsyncIterator[str]:
    """Serve until the block ends; gives the base address."""
    server = uvicorn.Server(
        uvicorn.Config(fake, host="127.0.0.1", port=port, log_level="error", lifespan="off", ws="none")  # type: ignore[arg-type]  # a plain ASGI callable
    )
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]  # the caller's signals stay the caller's
    task = asyncio.create_task(server._serve())
    while not server.started:
        await asyncio.sleep(0.005)
    bound = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{bound}"
    finally:
        server.should_exit = True
        await task
