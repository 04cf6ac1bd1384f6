"""What every step of a case does, whoever takes it."""

from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from api.kit.tracking import photo_proof
from api.reports import rules
from api.reports.contracts import ReportMoved, ShownPhoto
from api.reports.contracts.handling import Standing
from api.reports.rules import Actor
from api.reports.store import cases, steps


async def take(
    tx: Connection,
    after: Standing,
    action: str,
    actor: Actor,
    *,
    note: str | None = None,
    staff_id: UUID | None = None,
) -> None:
    """Write a step: how the case stands, its line in the timeline, and the event."""
    if await cases.set_standing(tx, after) is None:
        raise rules.ReportChanged
    step_id = await steps.insert_step(
        tx,
        after.id,
        action=action,
        state=after.state,
        note=note,
        by=actor,
        agency_id=after.agency_id,
        staff_id=staff_id,
        at=now(),
    )
    await outbox.emit(tx, ReportMoved(report_id=after.id, step_id=step_id))


def opened_photos(photos: list[ShownPhoto], settings: Settings) -> list[ShownPhoto]:
    """The photos with addresses that work for an hour without signing in, as pictures need."""
    shown = []
    for photo in photos:
        proof = photo_proof(settings.secret_key, photo.id, now())
        shown.append(
            msgspec.structs.replace(photo, large=f"{photo.large}?{proof}", small=f"{photo.small}?{proof}")
        )
    return shown
