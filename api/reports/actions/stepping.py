"""What every step of a case does, whoever takes it."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.holidays import read_calendar
from api.kit.settings import Settings
from api.kit.tracking import photo_proof
from api.reports import rules
from api.reports.contracts import ReportMoved, ReportState, ShownPhoto
from api.reports.contracts.handling import DueChange, Standing
from api.reports.rules import clock
from api.reports.rules.moves import PARTS_ENDED, Actor
from api.reports.store import standing, steps


async def take(
    tx: Connection,
    after: Standing,
    action: str,
    actor: Actor,
    *,
    note: str | None = None,
    staff_id: UUID | None = None,
) -> int:
    """Write a step: how the case stands, its line in the timeline, and the event; the step's id."""
    step_id = await standing.take_step(
        tx, after, action=action, by=actor, note=note, staff_id=staff_id, at=now()
    )
    if step_id is None:
        raise rules.ReportChanged
    return step_id


async def tell_step(
    tx: Connection,
    case: Standing,
    action: str,
    actor: Actor,
    *,
    note: str | None = None,
    staff_id: UUID | None = None,
) -> int:
    """Only the line in the timeline and the event: what the clock does must not stand in a handler's way."""
    step_id = await steps.insert_step(
        tx,
        case.id,
        action=action,
        state=case.state,
        note=note,
        by=actor,
        agency_id=case.agency_id,
        staff_id=staff_id,
        at=now(),
    )
    await outbox.emit(tx, ReportMoved(report_id=case.id, step_id=step_id))
    return step_id


async def go_on(tx: Connection, case: Standing, at: datetime) -> Standing:
    """The case after waiting for its reporter: its clock runs again from where it stood still."""
    if case.paused_at is None:
        return msgspec.structs.replace(case, waiting_until=None)
    after = clock.answered(case, at, await read_calendar(tx, case.province_code))
    change = DueChange(cause="pause", paused_at=case.paused_at, resumed_at=at, amount=None, unit=None)
    await standing.insert_due_change(tx, case.id, change, before=case.due_at, after=after.due_at, at=at)
    return after


async def part_ended(tx: Connection, part: Standing) -> None:
    """When the last part of a case is done, the agency that leads goes on."""
    if part.parent_id is None or part.state not in PARTS_ENDED:
        return
    whole = await standing.hold_any(tx, part.parent_id)
    if whole is None or whole.state is not ReportState.WAITING_AGENCY:
        return
    if await open_parts(tx, whole.id):
        return
    after = rules.moved(whole, "resume", Actor.SYSTEM, now())
    await take(tx, after, "resume", Actor.SYSTEM, note="Các đơn vị phối hợp đã xong phần việc")


async def open_parts(tx: Connection, report_id: UUID) -> list[str]:
    """The codes of the parts of a case that have not ended."""
    parts = await standing.list_parts(tx, report_id)
    return [part.code for part in parts if part.state not in PARTS_ENDED]


def opened_photos(photos: list[ShownPhoto], settings: Settings) -> list[ShownPhoto]:
    """The photos with addresses that work for an hour without signing in, as pictures need."""
    shown = []
    for photo in photos:
        proof = photo_proof(settings.secret_key, photo.id, now())
        shown.append(
            msgspec.structs.replace(photo, large=f"{photo.large}?{proof}", small=f"{photo.small}?{proof}")
        )
    return shown
