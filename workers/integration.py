"""Beside the dossiers' events: systems that only answer are asked, a changed calendar is counted."""

import asyncio

import asyncpg
import httpx

from api.dossiers.actions import deadlines, pulling
from api.dossiers.contracts.deadlines import CalendarChanged
from api.dossiers.gateway import HttpSource, SourceFailedError
from api.dossiers.rules.pulling import page_size
from api.dossiers.store.sources import Claim
from api.kit.db import PoolDatabase
from api.kit.log import logger
from api.kit.settings import Settings
from workers.work import Work

LOOK_SECONDS = 2.0
PAGES = 20
"""Pages taken of one system before the others have their turn."""
log = logger("integration")


async def recount_open(work: Work, event: CalendarChanged) -> None:  # noqa: ARG001  what changed is in the log
    """One stretch of the walk over open dossiers; it has the next one sent."""
    await deadlines.recount_open(work.tx, work.settings)


async def pull_due(database: PoolDatabase, http: httpx.AsyncClient, settings: Settings) -> int:
    """Ask every system whose time has come, side by side; how many."""
    async with database.write() as tx:
        claims = await pulling.claim_due(tx)
    await asyncio.gather(*(pull(database, http, settings, claim) for claim in claims))
    return len(claims)


async def pull(database: PoolDatabase, http: httpx.AsyncClient, settings: Settings, claim: Claim) -> None:
    """Ask one system until it has no more. The question is outside any transaction, its answer is in one."""
    source = HttpSource(http)
    secret = pulling.secret_of(settings, claim.system)
    try:
        for _ in range(PAGES):
            answer = await source.ask(
                claim.url, secret=secret, after=claim.cursor, limit=page_size(claim.health)
            )
            async with database.write() as tx:
                if not await pulling.take_answer(tx, claim, answer, settings=settings):
                    return
            claim = pulling.asked_on(claim, answer)
    except SourceFailedError as failure:
        await note(database, claim, failure)
    except asyncpg.DataError as error:
        # Something of this answer the database cannot keep: the others are asked on, and it can be seen.
        await note(database, claim, SourceFailedError(reason=type(error).__name__))


async def note(database: PoolDatabase, claim: Claim, failure: SourceFailedError) -> None:
    """Keep why a system gave nothing, and wait longer."""
    log.warning("source_failed", kind=claim.system, error=failure.reason)
    async with database.write() as tx:
        await pulling.take_failure(tx, claim, failure)


async def watch(database: PoolDatabase, http: httpx.AsyncClient, settings: Settings) -> None:
    """Ask for ever. What breaks with the database is asked again when the lease is over."""
    while True:
        try:
            await pull_due(database, http, settings)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            log.warning("pulling_waits", error=type(error).__name__)
        await asyncio.sleep(LOOK_SECONDS)
