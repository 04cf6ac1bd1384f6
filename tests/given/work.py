"""Draining the outbox in-process, without the queue."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from api.kit.db import Connection, PoolDatabase
from api.kit.files import Files
from api.kit.settings import Settings
from workers.wiring import WIRING
from workers.work import Jobs

WAITING = "select id, kind from outbox_event where done_at is null order by urgent desc, id"


class OneConnection(PoolDatabase):
    """Lends one connection, each loan in a savepoint: work inside a rolled-back test."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Connection]:
        yield self.connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        async with self.connection.transaction():
            yield self.connection


async def run_outbox(connection: Connection, files: Files, settings: Settings) -> list[str]:
    """Run every waiting job once, and what those cause, in order; returns the job names."""
    done: list[str] = []
    async with httpx.AsyncClient() as http:
        jobs = Jobs(WIRING, OneConnection(connection), files, settings, http)
        while rows := await connection.fetch(WAITING):
            before = len(done)
            for row in rows:
                names = jobs.names(row["kind"])
                if not names:
                    await connection.execute(
                        "update outbox_event set done_at = now() where id = $1", row["id"]
                    )
                    continue
                done += [name for name in names if await jobs.run(row["id"], name)]
            if len(done) == before and all(jobs.names(row["kind"]) for row in rows):
                break
    return done
