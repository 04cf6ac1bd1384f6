"""What the clock does by itself: rungs of the ladder, waits that are over, results nobody disputed."""

from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.holidays import read_calendar_rows
from api.reports import rules
from api.reports.actions.stepping import go_on, part_ended, take, tell_step
from api.reports.contracts import RefusalReason
from api.reports.contracts.handling import Standing
from api.reports.rules import ladder
from api.reports.rules.moves import REOPEN_DAYS, Actor
from api.reports.store import ladder as store
from api.reports.store import standing

AT_ONCE = 200
RESUME, GIVE_UP = "resume", "give_up"
NO_ANSWER = "Không nhận được bổ sung của người phản ánh"


async def plan(tx: Connection) -> int:
    """Count when the next rung of open cases is reached, where nobody has since their deadline moved."""
    cases = await store.hold_unplanned(tx, limit=AT_ONCE)
    if not cases:
        return 0
    rungs = await store.list_rungs(tx)
    times = await read_calendar_rows(tx, sorted({case.province_code for case in cases}))
    calendars = {case.province_code: times.of(case.province_code) for case in cases}
    planned = [
        ladder.planned_at(
            calendars[case.province_code],
            rungs,
            level=case.ladder_level,
            received=case.received_at,
            due=case.due_at,
            unit=case.term_unit,
        )
        for case in cases
    ]
    await store.set_planned(tx, [case.id for case in cases], planned)
    return len(cases)


async def climb(tx: Connection) -> int:
    """Tell of every rung that is reached, each once in the life of a case."""
    reached = await store.hold_reached(tx, at=now(), limit=AT_ONCE)
    rungs = await store.list_rungs(tx) if reached else []
    for report_id in reached:
        case = await standing.hold_any(tx, report_id)
        rung = ladder.next_rung(rungs, case.ladder_level) if case else None
        if case is not None and rung is not None:
            action = "remind" if rung.at_percent < ladder.WHOLE else "escalate"
            await reach(tx, case, rung, action, rung.name)
    return len(reached)


async def reach(tx: Connection, case: Standing, rung: ladder.Rung, action: str, note: str) -> None:
    """One rung: in the record, in the timeline, told. The version stays: a clock must not conflict with people."""
    rules.step(action, case.state, Actor.SYSTEM)
    if await store.insert_rung(tx, case.id, rung.level, at=now()):
        step_id = await tell_step(tx, case, action, Actor.SYSTEM, note=note)
        await store.set_rung_step(tx, case.id, rung.level, step_id)
    await store.set_level(tx, case.id, rung.level)


async def raise_to_top(tx: Connection, report_id: UUID) -> None:
    """A case whose reporter was told twice that it was done, and twice it was not: straight to the top."""
    case = await standing.hold_any(tx, report_id)
    rungs = await store.list_rungs(tx)
    if case is None or not rungs:
        return
    top = max(rungs, key=lambda rung: rung.level)
    await reach(tx, case, top, "escalate", f"Đề nghị mở lại lần thứ {case.reopenings + 1}. {top.name}")


async def wake(tx: Connection) -> int:
    """Cases that waited for their reporter long enough go on, or end, as their category says."""
    over = await store.hold_waited(tx, at=now(), limit=AT_ONCE)
    for report_id in over:
        case = await standing.hold_any(tx, report_id)
        if case is None:
            continue
        action = GIVE_UP if case.after_silence == "refuse" else RESUME
        reason = RefusalReason.NO_EVIDENCE if action == GIVE_UP else None
        after = rules.moved(case, action, Actor.SYSTEM, now(), reason=reason)
        after = await go_on(tx, after, now())
        await take(tx, after, action, Actor.SYSTEM, note=f"{NO_ANSWER} sau {case.reply_days} ngày")
        await part_ended(tx, after)
    return len(over)


async def close_undisputed(tx: Connection) -> int:
    """A result whose window for reopening is over is the end."""
    done = await store.hold_undisputed(tx, at=now(), days=REOPEN_DAYS, limit=AT_ONCE)
    for report_id in done:
        case = await standing.hold_any(tx, report_id)
        if case is not None:
            await take(tx, rules.moved(case, "close", Actor.SYSTEM, now()), "close", Actor.SYSTEM)
    return len(done)
