"""One request, one transaction, by type: a handler asks for `db` to read or `tx` to write."""

from collections.abc import AsyncGenerator
from typing import Any, TypeAlias

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.di import Provide

from api.kit.db import Connection, Database
from api.kit.errors import Problem
from api.kit.files import Files
from api.kit.settings import Settings

AnyRequest: TypeAlias = Request[object, object, State]
"""Providers ask for the request: Litestar copies the whole `state` for each that asks for that."""


async def provide_db(request: AnyRequest) -> AsyncGenerator[Connection, None]:
    """A connection for reading."""
    database: Database = request.app.state.database
    async with database.read() as connection:
        yield connection


async def provide_tx(request: AnyRequest) -> AsyncGenerator[Connection, None]:
    """The request's one transaction.

    Litestar runs this clean-up before the response leaves, so a client never sees 201 before
    COMMIT, and throws the handler's exception in here, so a problem rolls back; one that says
    `keeps_writes` (a counted wrong try) commits and is thrown on.
    """
    database: Database = request.app.state.database
    refusal: Problem | None = None
    async with database.write() as connection:
        try:
            yield connection
        except Problem as problem:
            if not problem.keeps_writes:
                raise
            refusal = problem
    if refusal is not None:
        raise refusal


def provide_database(request: AnyRequest) -> Database:
    """Who lends connections, for the few handlers with something slow between two of them (a file to store)."""
    database: Database = request.app.state.database
    return database


def provide_settings(request: AnyRequest) -> Settings:
    """The frozen settings."""
    settings: Settings = request.app.state.settings
    return settings


def provide_files(request: AnyRequest) -> Files:
    """The file store."""
    files: Files = request.app.state.files
    return files


def client_address(request: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The caller's address, for rate limits only: never stored, never logged."""
    trusted: int = request.app.state.settings.trusted_proxies
    if trusted:
        # Some proxies append a line of their own: all lines are one list (RFC 9110 §5.3).
        lines = request.headers.getall("x-forwarded-for", [])
        hops = [hop.strip() for line in lines for hop in line.split(",")]
        if len(hops) >= trusted and hops[-trusted]:
            return hops[-trusted]
    return request.client.host if request.client else "local"


def provide_address(request: AnyRequest) -> str:
    """The caller's address as the dependency `address`."""
    return client_address(request)


PLUMBING = {
    "db": Provide(provide_db),
    "tx": Provide(provide_tx),
    "database": Provide(provide_database, sync_to_thread=False),
    "settings": Provide(provide_settings, sync_to_thread=False),
    "files": Provide(provide_files, sync_to_thread=False),
    "address": Provide(provide_address, sync_to_thread=False),
}
