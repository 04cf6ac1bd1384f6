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
    return app


def http_client(app: Litestar, address: str = "127.0.0.1") -> httpx.AsyncClient:
    """A client at `address` whose requests go straight into the application."""
    # httpx and litestar write the same ASGI protocol down in different types.
    transport = httpx.ASGITransport(app=cast("Any", app), client=(address, 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://testserver")


def outcome(answer: httpx.Response) -> tuple[int, str]:
    """Status and problem of a refusal."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")
