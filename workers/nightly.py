"""What is done once a night, or once a morning, by whichever worker comes first."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime
from typing import TypeAlias

import asyncpg

from api.alerts.actions import upstream
from api.categories import actions as categories
from api.dossiers.actions import asking, deadlines, following, keys, lateness, pulling, sharing
from api.floods import actions as floods
from api.grants.actions import inviting
from api.kit.clock import now, today
from api.kit.db import Connection, PoolDatabase, take_time
from api.kit.log import logger
from api.kit.settings import Settings
from api.messages.actions import forgetting
from api.messages.rules.planning import is_quiet
from api.photos import actions as photos
from api.photos.actions import pieces
from api.procedures.actions import counting
from api.reports.actions import intake
from api.rescue.actions import forgetting as rescues
from api.zalo import actions as zalo
from outreach.folding import FOLDS
from outreach.measurement import actions as measurement
from outreach.registry.actions import reshaping
from outreach.rights.actions import photos as visit_photos
from outreach.supervision.actions import months
from outreach.visits.actions import forcing as walks
from workers import outreach

CLAIM = "insert into nightly_run (task, day) values ($1, $2) on conflict do nothing returning task"
EVERY_SECONDS = 600
AWAY = (OSError, TimeoutError, asyncpg.InterfaceError)
"""The database is not there: nothing else can be done either."""
Task: TypeAlias = Callable[[Connection], Awaitable[None]]


def tasks_of(settings: Settings, at: datetime) -> Mapping[str, Task]:
    """What is done at this hour of a day, by its name in `nightly_run`."""
    mornings: dict[str, Task] = {
        "dossiers.text_in_the_morning": sharing.text_in_the_morning,
        "dossiers.notice_overdue": lateness.notice_overdue,
        "rights.warn_due": outreach.warn_of_rights,
    }
    return ({} if is_quiet(at) else mornings) | {
        "alerts.forget_upstream": upstream.forget_old,
        "procedures.forget_searches": counting.forget,
        "rescue.forget_people": rescues.forget,
        "zalo.forget_events": zalo.forget_old,
        "dossiers.forget_nonces": keys.forget_nonces,
        "floods.forget_old": floods.forget_old,
        "floods.place_missing": floods.place_missing,
        "dossiers.forget_tries": following.forget_tries,
        "dossiers.ask_to_recount": deadlines.ask_to_recount,
        "dossiers.forget_phones": sharing.forget_phones,
        "dossiers.tell_overdue": lambda tx: asking.tell_overdue(tx, settings=settings),
        "dossiers.forget_refusals": pulling.forget_refusals,
        "photos.forget_pieces": pieces.forget_pieces,
        "photos.sweep_uploads": photos.sweep_uploads,
        "categories.apply_due": categories.apply_due,
        "reports.follow_units": intake.follow_units,
        "grants.forget_invitations": inviting.forget_old,
        "outreach.close_month": months.close_due,
        "rights.forget_pieces": visit_photos.forget_pieces,
        "outreach.come_of_age": reshaping.come_of_age,
        "outreach.check_totals": measurement.check,
        "outreach.let_go": lambda tx: walks.let_go(tx, folds=FOLDS),
        "messages.forget_old": lambda tx: forgetting.forget_old(tx, settings),
    }


log = logger("nightly")


async def run_due(database: PoolDatabase, tasks: Mapping[str, Task]) -> list[str]:
    """Do what nobody has done today (Vietnam); the mark and the effect commit together. What was done."""
    done = []
    for name, task in tasks.items():
        try:
            async with database.write() as tx:
                if await claimed(tx, name, today()):
                    await take_time(tx)
                    await task(tx)
                    done.append(name)
        except AWAY:
            raise
        except Exception as error:
            # Logged by type and place only; tried again at the next look, and the others are done.
            log.exception("nightly_failed", job=name, exc_info=error)
    return done


async def claimed(tx: Connection, name: str, day: date) -> bool:
    """Whether this worker is the one; another that tries waits for it and finds it done."""
    return await tx.fetchval(CLAIM, name, day) is not None


async def watch(database: PoolDatabase, settings: Settings) -> None:
    """Look every ten minutes, for ever."""
    while True:
        try:
            await run_due(database, tasks_of(settings, now()))
        except AWAY as error:
            log.warning("nightly_waits", error=type(error).__name__)
        await asyncio.sleep(EVERY_SECONDS)
