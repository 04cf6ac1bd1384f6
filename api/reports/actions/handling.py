"""What agencies and officers do: look through the inbox, open a case, take a step."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.reports import rules
from api.reports.actions.stepping import opened_photos, take
from api.reports.contracts import (
    Case,
    InboxLine,
    RefusalReason,
    ReportState,
)
from api.reports.store import cases, steps


async def inbox(
    db: Connection, me: Principal, *, state: ReportState | None, cursor: str | None, limit: int
) -> Page[InboxLine]:
    """The cases this person handles or oversees; without `state`, those with work left."""
    after = decode_cursor(cursor, tuple[int, datetime, UUID]) if cursor else None
    is_open = state not in rules.ENDED
    found = await cases.list_cases(
        db, me, state=state, is_open=is_open, after=after, limit=limit + 1, at=now()
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
    return msgspec.structs.replace(
        found,
        photos=opened_photos(found.photos, settings),
        timeline=await steps.list_steps(db, report_id),
        actions=rules.possible_for_staff(found.state, me, found.agency_id),
    )


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
    case = await cases.hold_case(tx, report_id, seen_by=me)
    if case is None:
        raise rules.ReportNotFound
    if case.version != version:
        raise rules.ReportChanged(extra={"version": case.version, "state": case.state})
    actor = rules.actor_of(me, case.agency_id)
    if action == "assign":
        if (agency_id or case.agency_id) is None:
            raise rules.unusable(field="agency_id", message="Hãy chọn đơn vị xử lý")
        if agency_id is not None and not await cases.has_agency(tx, agency_id):
            raise rules.unusable(field="agency_id", message="Không có đơn vị này")
    after = rules.moved(case, action, actor, now(), agency_id=agency_id, answer=answer, reason=reason)
    await take(tx, after, action, actor, note=note or answer, staff_id=me.person_id)
    return await open_case(tx, report_id, me, settings=settings, just_held=True)
