"""Speaking HTTP to an application in this process."""

from typing import Any, cast

import httpx
from litestar import Litestar


def http_client(app: Litestar, address: str = "127.0.0.1") -> httpx.AsyncClient:
    """A client at `address` whose requests go straight into the application."""
    # httpx and litestar write the same ASGI protocol down in different types.
    transport = httpx.ASGITransport(app=cast("Any", app), client=(address, 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://testserver")


def outcome(answer: httpx.Response) -> tuple[int, str]:
    """Status and problem of a refusal."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")
