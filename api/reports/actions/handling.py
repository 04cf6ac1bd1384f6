"""What agencies and officers do: look through the inbox, open a case, take a step."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.reports import rules
from api.reports.actions import alarming
from api.reports.actions.stepping import go_on, opened_photos, part_ended, take
from api.reports.contracts import Case, InboxLine, RefusalReason, ReportState
from api.reports.contracts.handling import Pile, Standing, Template
from api.reports.rules import clock, moves
from api.reports.rules.moves import PARTS_ENDED, Actor, Hands
from api.reports.rules.problems import ReportNeedsEvidence, ReportOwnCase, ReportPartsOpen
from api.reports.store import cases, standing, steps

WHOLE_AGAIN = frozenset({"answer", "close", "refuse", "assign", "bounce"})
"""Steps that wait for the parts of a case."""


async def inbox(
    db: Connection,
    me: Principal,
    *,
    state: ReportState | None,
    cursor: str | None,
    limit: int,
    pile: Pile | None = None,
) -> Page[InboxLine]:
    """The cases this person handles or oversees; without `state`, those with work left."""
    after = decode_cursor(cursor, tuple[int, datetime, UUID]) if cursor else None
    is_open = state not in rules.ENDED
    found = await cases.list_cases(
        db, me, state=state, pile=pile, is_open=is_open, after=after, limit=limit + 1, at=now()
    )
    last = found[limit - 1] if len(found) > limit else None
    return Page(found[:limit], encode_cursor(last.priority, last.due_at, last.id) if last else None)


async def open_case(
    db: Connection,
    report_id: UUID,
    me: Principal,
    *,
    settings: Settings,
    just_held: bool = False,
) -> Case:
    """One case for those who handle it."""
    found = await cases.find_case(db, report_id, seen_by=me, just_held=just_held, at=now())
    if found is None:
        raise rules.ReportNotFound
    photos = found.photos
    if found.parent_id is not None:
        photos = [*await cases.list_photos(db, found.parent_id), *photos]
    hands = Hands(
        state=found.state,
        agency_id=found.agency_id,
        parent_id=found.parent_id,
        decided=found.decided,
        extended=found.first_due_at is not None,
        late=found.late,
        parts_open=any(part.state not in PARTS_ENDED for part in found.parts),
    )
    return msgspec.structs.replace(
        found,
        photos=opened_photos(photos, settings),
        actions=moves.possible_for_staff(hands, me),
    )


async def list_templates(db: Connection, report_id: UUID, me: Principal) -> list[Template]:
    """The ready answers for a case of this person's."""
    return await cases.list_templates(db, report_id, seen_by=me)


async def hold(
    tx: Connection, report_id: UUID, me: Principal, version: int, *, agency_id: UUID | None = None
) -> tuple[Standing, Actor]:
    """The case at the version this person read, held, and as whom they handle it; whether there is this agency."""
    case = await standing.hold_case(tx, report_id, seen_by=me, agency_id=agency_id)
    if case is None:
        raise rules.ReportNotFound
    actor = rules.actor_of(me, case.agency_id)
    if case.own:
        await alarming.own_case(tx, case)
        raise ReportOwnCase
    if case.version != version:
        raise rules.ReportChanged(extra=await as_it_stands(tx, case))
    return case, actor


async def as_it_stands(tx: Connection, case: Standing) -> dict[str, Any]:
    """What somebody who was too late must see: how the case stands and who was faster."""
    last = (await steps.list_steps(tx, case.id, to_staff=True))[-1]
    return {
        "version": case.version,
        "state": case.state,
        "state_name": last.state_name,
        "by": last.by,
        "agency_name": last.agency_name,
        "note": last.note,
        "at": last.occurred_at,
    }


async def work(
    tx: Connection,
    report_id: UUID,
    action: str,
    me: Principal,
    *,
    settings: Settings,
    version: int,
    note: str | None = None,
    agency_id: UUID | None = None,
    answer: str | None = None,
    reason: RefusalReason | None = None,
) -> Case:
    """One step of an agency or an officer on a case they read at `version`."""
    case, actor = await hold(tx, report_id, me, version, agency_id=agency_id)
    action = checked(case, action, actor, agency_id=agency_id, me=me)
    at = now()
    after = rules.moved(
        case,
        action,
        actor,
        at,
        agency_id=agency_id,
        answer=answer,
        reason=reason,
    )
    if action == "ask":
        after = clock.asked(after, at)
    if case.waiting_until is not None:
        after = await go_on(tx, after, at)
    await take(tx, after, action, actor, note=note or answer, staff_id=me.person_id)
    await part_ended(tx, after)
    return await open_case(tx, report_id, me, settings=settings, just_held=True)


def checked(case: Standing, action: str, actor: Actor, *, agency_id: UUID | None, me: Principal) -> str:
    """The move this step is, after everything that forbids it; a handler who hands the case on bounces it."""
    rules.step(action, case.state, actor)
    if action in WHOLE_AGAIN and case.open_parts:
        raise ReportPartsOpen(extra={"parts": case.open_parts})
    if action == "assign" and (agency_id or case.agency_id) is None:
        raise rules.unusable(field="agency_id", message="Hãy chọn đơn vị xử lý")
    if agency_id is not None and not case.known_agency:
        raise rules.unusable(field="agency_id", message="Không có đơn vị này")
    if action == "answer" and moves.needs_evidence(case) and not case.has_evidence:
        raise ReportNeedsEvidence
    if action == "bounce" and agency_id == case.agency_id:
        raise rules.unusable(field="agency_id", message="Phản ánh đang ở đơn vị này")
    if action == "assign" and actor is Actor.HANDLER and agency_id not in (None, *me.agency_ids):
        action = "bounce"
    if action == "bounce":
        up = moves.bounced(case)
        return up if agency_id is not None else "bounce_up"
    return action
