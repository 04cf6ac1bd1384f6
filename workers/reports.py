"""Jobs of field reports: everybody concerned hears of a step once; the clock of cases; the calendar."""

import asyncio

import asyncpg

from api.dossiers.contracts.deadlines import CalendarChanged
from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import PoolDatabase
from api.kit.log import logger
from api.messages.actions import tell_all
from api.messages.contracts import Kind, Notice, ReportParams, SystemParams
from api.reports.actions import climbing, recounting
from api.reports.contracts import ReportAlarmRaised, ReportMoved, ReportSubmitted
from api.reports.rules import desk, words
from api.reports.store import alarms, steps
from workers.work import Work, together

LOOK_SECONDS = 60.0
log = logger("reports")


@together
async def tell_reporter(work: Work, event: ReportSubmitted | ReportMoved) -> None:
    """Put the step into the inbox of its reporter, and of those whose reports were merged into it."""
    notices = []
    for told in await steps.list_tellings(work.tx, event.step_id):
        if (said := words.notice(told)) is None:
            continue
        title, body = said
        notices.append(
            Notice(
                person_id=told.person_id,
                kind=Kind.REPORT,
                title=title,
                body=body,
                link=f"#/p/{told.report_id}",
                dedupe_key=f"report:{told.report_id}:{event.step_id}",
                params=ReportParams(code=told.code, status=title),
            )
        )
    await tell_all(work.tx, notices)


@together
async def tell_staff(work: Work, event: ReportMoved) -> None:
    """The next hands of a case, and on a rung those the ladder names, hear that it is theirs; never from whom."""
    told = await alarms.find_staff_telling(work.tx, event.step_id)
    said = desk.notice(told) if told else None
    if told is None or said is None:
        return
    staff = await alarms.list_staff(
        work.tx, told.report_id, said.tell, on=vn_date(now()), besides=told.staff_id
    )
    notices = [
        Notice(
            person_id=person_id,
            kind=Kind.SYSTEM,
            title=said.title,
            body=said.body,
            link=f"#/xl/{told.report_id}",
            dedupe_key=f"case:{event.step_id}",
            params=SystemParams(matter=said.title),
        )
        for person_id in staff
    ]
    await tell_all(work.tx, notices)


@together
async def tell_alarm(work: Work, event: ReportAlarmRaised) -> None:
    """The officers of the province hear of it, but not the one it is about."""
    alarm = await alarms.find_alarm(work.tx, event.alarm_id)
    if alarm is None:
        return
    title, body = desk.alarm_words(alarm)
    officers = await alarms.list_staff(
        work.tx, alarm.report_id, ["officers"], on=vn_date(now()), besides=alarm.staff_id
    )
    notices = [
        Notice(
            person_id=person_id,
            kind=Kind.SYSTEM,
            title=title,
            body=body,
            link=f"#/xl/{alarm.report_id}",
            dedupe_key=f"case-alarm:{alarm.id}",
            params=SystemParams(matter=title),
        )
        for person_id in officers
    ]
    await tell_all(work.tx, notices)


async def recount_open(work: Work, event: CalendarChanged) -> None:  # noqa: ARG001  what changed is in the log
    """One stretch of the walk over open cases; it has the next one sent."""
    if await recounting.recount_open(work.tx):
        await outbox.emit(work.tx, CalendarChanged())


async def look(database: PoolDatabase) -> int:
    """What the clock of cases says now; each kind in its own transaction, until none is left."""
    touched = 0
    for act in (climbing.plan, climbing.climb, climbing.wake, climbing.close_undisputed):
        more = climbing.AT_ONCE
        while more == climbing.AT_ONCE:
            async with database.write() as tx:
                more = await act(tx)
            touched += more
    return touched


async def watch(database: PoolDatabase) -> None:
    """Look for ever."""
    while True:
        try:
            await look(database)
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            log.warning("ladder_waits", error=type(error).__name__)
        await asyncio.sleep(LOOK_SECONDS)
