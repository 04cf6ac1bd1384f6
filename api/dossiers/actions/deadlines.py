"""An administrator changes the calendar; open dossiers are counted anew, finished ones never."""

from datetime import date
from uuid import UUID

from api.dossiers.actions import asking
from api.dossiers.actions.counting import open_desk, term_key
from api.dossiers.contracts.deadlines import (
    CalendarChange,
    CalendarChanged,
    CalendarDay,
    DossierDueMoved,
    DueChange,
    Recount,
)
from api.dossiers.rules.proof import DayNotFound
from api.dossiers.store import intake, recounting
from api.kit import holidays, outbox
from api.kit.calendar import SATURDAY, DayKind
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.settings import Settings

CHUNK = 1000
"""Open dossiers counted anew in one transaction."""
SHOWN = 100


async def set_day(tx: Connection, scope: str, on_date: date, day: CalendarDay) -> None:
    """Write a holiday, a swapped day or a closure; the triggers log it, the worker counts."""
    if day.kind is DayKind.WORKING_SATURDAY and on_date.weekday() != SATURDAY:
        raise Invalid(errors=[FieldError(field="kind", message="Ngày này không phải thứ Bảy")])
    row = holidays.HolidayRow(
        scope=scope,
        on_date=on_date,
        kind=day.kind,
        name=day.name,
        certainty=day.certainty,
        source=day.source,
    )
    await holidays.put_days(tx, [row])
    await outbox.emit(tx, CalendarChanged())


async def remove_day(tx: Connection, scope: str, on_date: date) -> None:
    """Take a day's exception away; DayNotFound when there is none."""
    if not await holidays.remove_day(tx, scope, on_date):
        raise DayNotFound
    await outbox.emit(tx, CalendarChanged())


async def recount_open(tx: Connection, settings: Settings) -> None:
    """One stretch of the walk over open dossiers; the next follows through the outbox.

    Changes that nobody announced (rows written by hand, a new edition of the shipped file) are in the
    log as well: `ask_to_recount` finds them every night.
    """
    at = now()
    walk = await recounting.hold_recount(tx, at=at)
    if walk is None:
        return
    found = await recounting.hold_affected(tx, walk, province=settings.province_code, limit=CHUNK)
    history = await intake.list_history(tx, [one.id for one in found])
    before = {one.id: one.standing.due_at for one in found}
    facts = [one.facts for one in found if one.facts]
    agencies = {fact.agency_code for fact in facts if fact.agency_code}
    desk = await open_desk(tx, {term_key(fact) for fact in facts}, agencies, settings=settings)
    for one in found:
        one.remember(history.get(one.id, ()), desk.states)
        desk.settle(one)
    moved = [(one, before[one.id]) for one in found if one.standing.due_at != before[one.id]]
    await recounting.set_due(tx, walk, moved)
    followed = await intake.list_followed(tx, [one.id for one, _ in moved]) if moved else frozenset()
    await recounting.set_told(tx, walk, [one.id for one, _ in moved if one.id not in followed], at=at)
    await outbox.emit_all(tx, [(DossierDueMoved(dossier_id=one), False) for one in sorted(followed)])
    done = len(found) < CHUNK
    if done:
        await asking.recount_open(tx, settings=settings)
    await recounting.advance(
        tx,
        walk,
        last=found[-1].id if found else None,
        looked=len(found),
        moved=len(moved),
        finished_at=at if done else None,
    )
    # Also after the last stretch: a change may have come in while we walked.
    await outbox.emit(tx, CalendarChanged())


async def ask_to_recount(tx: Connection) -> None:
    """Have the worker look for changes nobody announced."""
    await outbox.emit(tx, CalendarChanged())


async def list_changes(db: Connection) -> list[CalendarChange]:
    """The newest changes of the calendar."""
    return await recounting.list_changes(db, limit=SHOWN)


async def list_recounts(db: Connection) -> list[Recount]:
    """The newest walks over open dossiers."""
    return await recounting.list_recounts(db, limit=SHOWN)


async def list_due_changes(
    db: Connection, recount_id: int, *, cursor: str | None, limit: int
) -> Page[DueChange]:
    """The due dates a walk moved."""
    after = decode_cursor(cursor, tuple[UUID])[0] if cursor else None
    rows = await recounting.list_due_changes(db, recount_id, after=after, limit=limit + 1)
    shown = rows[:limit]
    return Page(items=shown, next=encode_cursor(shown[-1].dossier_id) if len(rows) > limit else None)
