"""PostgreSQL: the pool, the two ways to hold a connection, and rows as Structs."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar, overload, runtime_checkable

import asyncpg
import msgspec

if TYPE_CHECKING:
    Connection = asyncpg.Connection[asyncpg.Record] | asyncpg.pool.PoolConnectionProxy[asyncpg.Record]
    Pool = asyncpg.Pool[asyncpg.Record]
else:
    Connection = asyncpg.Connection
    Pool = asyncpg.Pool

T = TypeVar("T")
STATEMENT_TIMEOUT_MS = 10_000
PATIENCE_MS = 600_000
ACQUIRE_TIMEOUT = 5.0
"""Seconds to wait for a free connection before the caller is told we are busy."""


async def keep_session(_: Connection) -> None:
    """Do nothing at release: we never SET, LISTEN or lock a session of the pool.

    asyncpg would send a reset query at every release, one round trip in three.
    """


async def prepare_connection(connection: Connection) -> None:
    """Read and write json columns as Python values through msgspec."""
    for name in ("json", "jsonb"):
        await connection.set_type_codec(
            name,
            schema="pg_catalog",
            encoder=lambda value: msgspec.json.encode(value).decode(),
            decoder=msgspec.json.decode,
        )


async def open_pool(url: str, *, size: int = 10) -> Pool:
    """A pool of `size` connections with our timeouts and codecs."""
    return await asyncpg.create_pool(
        url,
        min_size=1,
        max_size=size,
        init=prepare_connection,
        reset=keep_session,
        server_settings={
            "application_name": "ngo-so",
            "jit": "off",
            "statement_timeout": str(STATEMENT_TIMEOUT_MS),
            "timezone": "UTC",
        },
    )


async def take_time(tx: Connection) -> None:
    """Let each statement of this transaction run for ten minutes: work of the night, that nobody waits for."""
    await tx.execute(f"set local statement_timeout = {PATIENCE_MS}")


@runtime_checkable
class Database(Protocol):
    """Who lends connections: to read, or inside the one transaction of a request."""

    def read(self) -> AbstractAsyncContextManager[Connection]:
        """A connection for reading."""
        ...

    def write(self) -> AbstractAsyncContextManager[Connection]:
        """A connection inside a transaction."""
        ...


class PoolDatabase:
    """Connections from a pool; nobody else opens a transaction."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Connection]:
        """A connection for reading."""
        async with self.pool.acquire(timeout=ACQUIRE_TIMEOUT) as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        """A connection inside a transaction: commit on success, roll back on error."""
        async with (
            self.pool.acquire(timeout=ACQUIRE_TIMEOUT) as connection,
            connection.transaction(),
        ):
            yield connection


async def plan_once(tx: Connection) -> None:
    """Plan each statement of this transaction once a connection, not at each call.

    For look-ups by key: PostgreSQL thinks of a batch given as an array that it may be short, plans such statements
    anew each time, and with views of ten tables that takes longer than the answer. Not for searches whose
    parameters say which index to take.
    """
    await tx.execute("set local plan_cache_mode = force_generic_plan")


class OneConnection(PoolDatabase):
    """Lends the one connection at hand, each transaction a savepoint: work inside somebody's transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Connection]:
        """The connection."""
        yield self.connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        """The connection inside a savepoint."""
        async with self.connection.transaction():
            yield self.connection


@overload
def as_struct(row: None, into: type[T]) -> None: ...
@overload
def as_struct(row: asyncpg.Record, into: type[T]) -> T: ...
@overload
def as_struct(row: asyncpg.Record | None, into: type[T]) -> T | None: ...
def as_struct(row: asyncpg.Record | None, into: type[T]) -> T | None:
    """A row as a Struct, column by field; nested json columns become nested Structs."""
    return None if row is None else msgspec.convert(dict(row.items()), into)


async def fetch_one(connection: Connection, sql: str, *args: object, into: type[T]) -> T | None:
    """The first row as a Struct, or None."""
    return as_struct(await connection.fetchrow(sql, *args), into)


async def fetch_all(connection: Connection, sql: str, *args: object, into: type[T]) -> list[T]:
    """All rows as Structs."""
    rows: Sequence[asyncpg.Record] = await connection.fetch(sql, *args)
    return [msgspec.convert(dict(row.items()), into) for row in rows]
