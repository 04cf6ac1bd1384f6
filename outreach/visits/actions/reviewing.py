"""The leader's verbs: stop a phone, say yes or no to what waits, choose between two values."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.pages import LIMIT_MAX
from api.kit.principal import Principal
from outreach.visits.actions import Fold, bring_up
from outreach.visits.actions.office import record
from outreach.visits.actions.taking import take_new
from outreach.visits.contracts import EventStatus, EventType, SyncBatch
from outreach.visits.contracts.reviewing import (
    ConflictChoice,
    ConflictLine,
    Decided,
    Decision,
    HoldLine,
    InstallLine,
    InstallRevocation,
    NewDecision,
    VisitVersion,
    WaitingLine,
)
from outreach.visits.rules.reasons import NotYourLead
from outreach.visits.rules.timing import Clock
from outreach.visits.rules.uploading import LONGEST_HOLD, Upload
from outreach.visits.store import reviewing

MOST = 500
"""Lines a leader is shown at once: a team of eight phones has fewer."""


def check_leads(me: Principal, team_id: UUID) -> None:
    """NotYourLead unless this person leads the team now."""
    if team_id not in me.led_team_ids:
        raise NotYourLead


async def list_my_installs(db: Connection, me: Principal) -> list[InstallLine]:
    """My own phones."""
    return await reviewing.list_installs(db, at=now(), limit=LIMIT_MAX, person_id=me.person_id)


async def list_installs(db: Connection, me: Principal, team_id: UUID) -> list[InstallLine]:
    """The phones of everybody who walks or walked for a team I lead."""
    check_leads(me, team_id)
    return await reviewing.list_installs(db, at=now(), limit=MOST, teams=[team_id])


async def revoke_install(
    tx: Connection, me: Principal, install_id: UUID, why: InstallRevocation
) -> InstallLine:
    """Stop a phone that is lost: my own, or one of a team I lead. Doing it again changes nothing."""
    found = await find_install(tx, me, install_id)
    at = now()
    await reviewing.revoke_install(
        tx, found.install_id, by=me.person_id, reason=why.reason, wipe=why.wipe, at=at
    )
    return await find_install(tx, me, install_id)


async def find_install(db: Connection, me: Principal, install_id: UUID) -> InstallLine:
    """A phone of mine, or of a team I lead; NotFound says no more about others."""
    mine = await reviewing.list_installs(db, at=now(), limit=1, person_id=me.person_id, install_id=install_id)
    led = mine or await reviewing.list_installs(
        db, at=now(), limit=1, teams=me.led_team_ids, install_id=install_id
    )
    if not led:
        raise NotFound(detail="Không có máy này")
    return led[0]


async def list_waiting(db: Connection, me: Principal, team_id: UUID) -> list[WaitingLine]:
    """What waits for me as the leader of a team."""
    check_leads(me, team_id)
    return await reviewing.list_waiting(db, team_id, limit=MOST)


async def decide(
    tx: Connection, me: Principal, install_id: UUID, new: NewDecision, *, folds: Iterable[Fold]
) -> Decided:
    """Yes: everything of that phone that waits counts as if it had come in time. No: it is kept, and counts nowhere."""
    check_leads(me, new.team_id)
    rows = await reviewing.take_waiting(
        tx,
        install_id,
        new.team_id,
        decision=new.decision.value,
        by=me.person_id,
        reason=new.reason,
        at=now(),
    )
    if new.decision is Decision.REFUSED or not rows:
        return Decided(events=len(rows), counted=0)
    counted = 0
    for actor in sorted({row.actor for row in rows}):  # nearly always one: a phone is somebody's
        counted += await approve(tx, install_id, [row for row in rows if row.actor == actor], folds=folds)
    return Decided(events=len(rows), counted=counted)


async def approve(
    tx: Connection, install_id: UUID, rows: Sequence[reviewing.Waiting], *, folds: Iterable[Fold]
) -> int:
    """Take into the log what one person recorded, each event by the clock of its own upload; how many count."""
    raws: list[Any] = [msgspec.json.decode(row.payload) for row in rows]
    batch = SyncBatch(install_id=install_id, device_time=now(), events=raws)
    upload = Upload(batch, actor=rows[0].actor, at=batch.device_time)
    for place, row in enumerate(rows):
        offset = row.clock_offset or timedelta(0)
        upload.take(place, raws[place], Clock(received_at=row.received_at, offset=offset))
    taken = await take_new(tx, upload, decided=True)
    await bring_up(tx, upload, taken, folds)
    return sum(result.status is EventStatus.ACCEPTED for result in upload.finish())


async def list_holds(db: Connection, me: Principal, team_id: UUID) -> list[HoldLine]:
    """What of a team I lead waits for something nobody has told yet."""
    check_leads(me, team_id)
    return await reviewing.list_holds(db, team_id, longest=LONGEST_HOLD, limit=MOST)


async def list_conflicts(db: Connection, me: Principal, *, open_only: bool) -> list[ConflictLine]:
    """Edits of my teams that met: everybody who walks sees them."""
    return await reviewing.list_conflicts(db, me.team_ids, open_only=open_only, limit=LIMIT_MAX)


async def resolve_conflict(
    tx: Connection, me: Principal, conflict_id: int, choice: ConflictChoice, *, folds: Iterable[Fold]
) -> ConflictLine:
    """Choose which of two values stands; it becomes an edit of its own, and the others stay in the log."""
    clash = await reviewing.find_conflict(tx, conflict_id, me.team_ids)
    if clash is None:
        raise NotFound(detail="Không có khác biệt này, hoặc đã có người quyết định")
    value = clash.first_value if choice.keep == "first" else clash.second_value
    subject = "household_id" if clash.of_household else "adult_id"
    kind = EventType.HOUSEHOLD_CHANGED if clash.of_household else EventType.ADULT_CHANGED
    body: dict[str, Any] = {subject: str(clash.subject_id)}
    if clash.field != "removed" and value is not None:
        await record(
            tx,
            by=me,
            team_id=clash.team_id,
            kind=kind,
            body={**body, clash.field: value},
            folds=folds,
        )
    at = now()
    await reviewing.settle_conflict(tx, conflict_id, by=me.person_id, resolution=choice.keep, at=at)
    (line,) = await reviewing.list_conflicts(
        tx, me.team_ids, open_only=False, limit=1, conflict_id=conflict_id
    )
    return line


async def list_versions(db: Connection, me: Principal, visit_id: UUID) -> list[VisitVersion]:
    """Everything a visit of my teams ever said."""
    found = await reviewing.list_versions(db, visit_id, me.team_ids)
    if not found:
        raise NotFound(detail="Không có lượt thăm này")
    return found
