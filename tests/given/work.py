"""Draining the outbox in-process, without the queue."""

import httpx

from api.kit.db import Connection, OneConnection
from api.kit.files import Files
from api.kit.settings import Settings
from workers.wiring import WIRING
from workers.work import Jobs

__all__ = ["OneConnection", "run_outbox"]
WAITING = "select id, kind from outbox_event where done_at is null order by urgent desc, id"


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
