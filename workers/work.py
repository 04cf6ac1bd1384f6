"""One job's hands: its transaction, and how an event becomes done exactly once in effect."""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, TypeAlias

import httpx
import msgspec

from api.kit.db import Connection, PoolDatabase
from api.kit.files import Files
from api.kit.log import logger
from api.kit.outbox import Event, kind_of
from api.kit.settings import Settings

FIND_EVENT = """
select kind, payload from outbox_event where id = $1 and done_at is null
"""
CLAIM_JOB = """
insert into outbox_job (event_id, job) values ($1, $2) on conflict do nothing returning job
"""
HOLD_EVENT = """
select id from outbox_event where id = $1 for no key update
"""
"""Not `for update`: two jobs of one event already share its key through `outbox_job`."""
FINISH_EVENT = """
update outbox_event set done_at = now()
where id = $1 and done_at is null
  and (select count(*) from outbox_job where event_id = $1 and job = any($2::text[]))
      = cardinality($2::text[])
"""
FIND_EVENTS = """
select id, kind, payload from outbox_event where id = any($1::bigint[]) and done_at is null order by id
"""
CLAIM_JOBS = """
insert into outbox_job (event_id, job)
select * from unnest($1::bigint[], $2::text[]) as t (event_id, job) order by event_id, job
on conflict do nothing returning event_id, job
"""
FINISH_SINGLE = """
update outbox_event set done_at = now() where id = any($1::bigint[]) and done_at is null
"""
log = logger("jobs")


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What a job is given: a connection in its own transaction, and the outside world.

    `brought` is what the job's call came back with, once it was made; None before.
    """

    tx: Connection
    files: Files
    settings: Settings
    http: httpx.AsyncClient
    brought: object = None


Pair: TypeAlias = tuple[int, str]
"""An event's id and a job's name."""
Call: TypeAlias = Callable[[], Awaitable[object]]
"""A conversation with an outside system; it raises when it must be tried again. The job's rows are told what it brought."""
Job: TypeAlias = Callable[[Work, Any], Awaitable[Call | None]]
Wiring: TypeAlias = dict[type[Event], list[Job]]


def together(job: Job) -> Job:
    """Mark a job that only reads and writes rows, quickly: several may share one transaction."""
    job.together = True  # type: ignore[attr-defined]  # read by Jobs.together
    return job


def calls_out(job: Job) -> Job:
    """Mark a job that speaks to an outside system: it does not call, it returns the call.

    The call is prepared in a transaction that is rolled back and made while none is open; then the job runs
    once more for its rows, in the transaction that marks it done. A crash in between makes the call again:
    it must carry an id by which the other side knows it.
    """
    job.calls_out = True  # type: ignore[attr-defined]  # read by Jobs.run
    return job


class NothingKeptError(Exception):
    """Not a fault: rolls back the transaction a call was prepared in."""


def job_name(job: Job) -> str:
    """The job's stable name in the queue and in `outbox_job`: `reports.tell_reporter`."""
    module = inspect.getmodule(job)
    room = module.__name__.rpartition(".")[2] if module else "jobs"
    return f"{room}.{job.__name__}"


class Jobs:
    """Runs jobs by name; the effect and the done mark commit together."""

    def __init__(
        self,
        wiring: Wiring,
        database: PoolDatabase,
        files: Files,
        settings: Settings,
        http: httpx.AsyncClient,
    ) -> None:
        self.database, self.files, self.settings, self.http = database, files, settings, http
        self.events = {kind_of(event): event for event in wiring}
        self.by_kind = {
            kind_of(event): {job_name(job): job for job in jobs} for event, jobs in wiring.items()
        }

    def names(self, kind: str) -> list[str]:
        """The jobs an event of this kind causes."""
        return list(self.by_kind.get(kind, {}))

    def together(self, pair: Pair) -> bool:
        """Whether this job may share a transaction with others."""
        return any(getattr(jobs.get(pair[1]), "together", False) for jobs in self.by_kind.values())

    async def run_together(self, pairs: Sequence[Pair]) -> int:
        """Run jobs of several events in one transaction: all of them, or, when one breaks, none. How many ran."""
        async with self.database.write() as tx:
            ids, names = zip(*pairs, strict=True)
            events = {row["id"]: row for row in await tx.fetch(FIND_EVENTS, ids)}
            wanted = [(event_id, name) for event_id, name in pairs if event_id in events]
            if not wanted:
                return 0
            ids, names = zip(*wanted, strict=True)
            claimed = {(row["event_id"], row["job"]) for row in await tx.fetch(CLAIM_JOBS, ids, names)}
            work = Work(tx=tx, files=self.files, settings=self.settings, http=self.http)
            single, several = [], {}
            for event_id, name in sorted(claimed):
                row = events[event_id]
                event = msgspec.json.decode(row["payload"], type=self.events[row["kind"]])
                await self.by_kind[row["kind"]][name](work, event)
                if len(self.by_kind[row["kind"]]) == 1:
                    single.append(event_id)
                else:
                    several[event_id] = row["kind"]
            for event_id, kind in several.items():
                await tx.execute(HOLD_EVENT, event_id)
                await tx.execute(FINISH_EVENT, event_id, self.names(kind))
            await tx.execute(FINISH_SINGLE, single)
        log.info("jobs_done", count=len(claimed))
        return len(claimed)

    def calls_out(self, name: str) -> bool:
        """Whether this job speaks to an outside system."""
        return any(getattr(jobs.get(name), "calls_out", False) for jobs in self.by_kind.values())

    async def begin(
        self, tx: Connection, event_id: int, name: str, brought: object = None
    ) -> tuple[str, Call | None] | None:
        """Claim and do a job's rows; the event's kind and the job's call, None when it was done before."""
        row = await tx.fetchrow(FIND_EVENT, event_id)
        if row is None or await tx.fetchval(CLAIM_JOB, event_id, name) is None:
            return None
        event = msgspec.json.decode(row["payload"], type=self.events[row["kind"]])
        work = Work(tx=tx, files=self.files, settings=self.settings, http=self.http, brought=brought)
        return row["kind"], await self.by_kind[row["kind"]][name](work, event)

    async def call(self, event_id: int, name: str) -> object:
        """Prepare a job's call in a transaction that leaves nothing behind, and make it outside of any."""
        call = None
        with suppress(NothingKeptError):
            async with self.database.write() as tx:
                begun = await self.begin(tx, event_id, name)
                call = begun[1] if begun else None
                raise NothingKeptError
        return await call() if call is not None else None

    async def run(self, event_id: int, name: str) -> bool:
        """Run one job of one event; False when it was done before. Errors roll everything back."""
        brought = await self.call(event_id, name) if self.calls_out(name) else None
        async with self.database.write() as tx:
            begun = await self.begin(tx, event_id, name, brought)
            if begun is None:
                return False
            # Two last jobs of one event must see each other's mark: take the row first.
            await tx.execute(HOLD_EVENT, event_id)
            await tx.execute(FINISH_EVENT, event_id, self.names(begun[0]))
        log.info("job_done", job=name, event_id=event_id)
        return True
