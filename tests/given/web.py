"""The application in this process, and speaking HTTP to it."""

import os
from functools import cache
from typing import Any, cast

import httpx
from litestar import Litestar
from obstore.store import MemoryStore

from api.app import create_app
from api.kit.db import Database
from api.kit.files import Files
from api.kit.settings import Settings
from api.reports.rules import Repeats
from api.web.limits import new_limiter

SECRET = "only-for-tests-0123456789abcdefghij"


@cache
def application(*, demo: bool = True) -> Litestar:
    """One for all tests of a process, since building one costs more than most tests; `lend` makes it a test's own."""
    settings = Settings(
        database_url="unused", secret_key=SECRET, demo=demo, log_level="warning", data_dir=os.devnull
    )
    return create_app(settings, files=Files(MemoryStore()))


def lend(app: Litestar, settings: Settings, database: Database, files: Files) -> Litestar:
    """Put a test's own things in place of another's."""
    app.state.settings, app.state.database, app.state.files = settings, database, files
    app.state.limiter = new_limiter()
    app.state.reception.repeats = Repeats()
    return app


def http_client(app: Litestar, address: str = "127.0.0.1") -> httpx.AsyncClient:
    """A client at `address` whose requests go straight into the application."""
    # httpx and litestar write the same ASGI protocol down in different types.
    transport = httpx.ASGITransport(app=cast("Any", app), client=(address, 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://testserver")


async def ask(
    app: Litestar, path: str, *, query: str = "", body: bytes | None = None, address: str = "127.0.0.1"
) -> tuple[int, bytes]:
    """GET, or POST a body, without a client: a thousand requests cost what the application costs."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "root_path": "",
        "method": "GET" if body is None else "POST", "path": path, "raw_path": path.encode(),
        "query_string": query.encode(), "client": (address, 1), "server": ("testserver", 80), "state": {},
        "headers": [
            (b"host", b"testserver"), (b"content-type", b"application/json"),
            (b"content-length", str(len(body or b"")).encode()),
        ],
    }  # fmt: skip
    status, content = 0, b""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body or b"", "more_body": False}

    async def send(message: Any) -> None:
        nonlocal status, content
        status = message.get("status", status)
        content += message.get("body", b"")

    await app(cast("Any", scope), cast("Any", receive), send)
    return status, content


def outcome(answer: httpx.Response) -> tuple[int, str]:
    """Status and problem of a refusal."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")
