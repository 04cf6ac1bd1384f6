"""What arranges cases: the one extension, parts for several agencies, merging two into one."""

from uuid import UUID

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.holidays import read_calendar
from api.kit.ids import uuid7
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.reports import rules
from api.reports.actions.handling import hold, open_case
from api.reports.actions.stepping import open_parts, take
from api.reports.contracts import Case, ReportMoved
from api.reports.contracts.handling import DueChange, Extend, Merge, Split
from api.reports.rules import clock
from api.reports.rules.problems import ReportPartsOpen
from api.reports.store import standing


async def extend(
    tx: Connection, report_id: UUID, asked: Extend, me: Principal, *, settings: Settings
) -> Case:
    """More time, once, asked for before the deadline; the reporter is told with an apology."""
    case, actor = await hold(tx, report_id, me, asked.version)
    at = now()
    rules.step("extend", case.state, actor)
    calendar = await read_calendar(tx, case.province_code)
    later = clock.extended(case, at, amount=asked.amount, reason=asked.note, calendar=calendar)
    after = rules.moved(later, "extend", actor, at)
    change = DueChange(
        cause="extension", paused_at=None, resumed_at=None, amount=asked.amount, unit=case.term_unit
    )
    await standing.insert_due_change(tx, case.id, change, before=case.due_at, after=after.due_at, at=at)
    await take(tx, after, "extend", actor, note=asked.note, staff_id=me.person_id)
    return await open_case(tx, report_id, me, settings=settings)


async def split(tx: Connection, report_id: UUID, asked: Split, me: Principal, *, settings: Settings) -> Case:
    """A part for each agency, with the clock of the whole; the whole waits until all are done."""
    case, actor = await hold(tx, report_id, me, asked.version)
    after = rules.moved(case, "split", actor, now())
    agencies = list(dict.fromkeys(asked.agency_ids))
    if case.parent_id is not None:
        raise rules.ReportMoveRefused(detail="Phần việc của một phản ánh không chia tiếp được")
    if case.agency_id in agencies:
        raise rules.unusable(field="agency_ids", message="Đơn vị đầu mối không nhận thêm phần việc riêng")
    if not await standing.has_agencies(tx, agencies):
        raise rules.unusable(field="agency_ids", message="Không có đơn vị này")
    await take(tx, after, "split", actor, note=asked.note, staff_id=me.person_id)
    made = await standing.insert_parts(
        tx,
        case.id,
        [(uuid7(), agency) for agency in agencies],
        note=asked.note,
        by=actor,
        staff_id=me.person_id,
        at=now(),
    )
    moved = [(ReportMoved(report_id=part, step_id=step), False) for part, step in made]
    await outbox.emit_all(tx, moved)
    return await open_case(tx, report_id, me, settings=settings)


async def merge(tx: Connection, report_id: UUID, asked: Merge, me: Principal, *, settings: Settings) -> Case:
    """The same matter as another case: it ends here, and its reporter hears of every step there."""
    target_id = await standing.find_id(tx, asked.into, seen_by=me)
    if target_id is None or target_id == report_id:
        raise rules.unusable(field="into", message="Không có phản ánh nào khác mang mã này ở đơn vị của bạn")
    # Both held in one order: two people who merge the same two wait for each other.
    if target_id < report_id:
        await standing.hold_any(tx, target_id)
    case, actor = await hold(tx, report_id, me, asked.version)
    target = await standing.hold_case(tx, target_id, seen_by=me)
    if target is None:
        raise rules.ReportNotFound
    if case.parent_id is not None or target.parent_id is not None:
        raise rules.ReportMoveRefused(detail="Phần việc của một phản ánh không gộp được")
    if parts := await open_parts(tx, case.id):
        raise ReportPartsOpen(extra={"parts": parts})
    into = rules.moved(target, "absorb", rules.actor_of(me, target.agency_id), now())
    after = rules.moved(case, "merge", actor, now(), merged_into=target.id)
    await take(tx, after, "merge", actor, note=asked.note or f"Gộp vào {target.code}", staff_id=me.person_id)
    await standing.move_merged(tx, case.id, into=target.id)
    await take(tx, into, "absorb", actor, note=f"Gộp {case.code} vào đây", staff_id=me.person_id)
    return await open_case(tx, report_id, me, settings=settings)
