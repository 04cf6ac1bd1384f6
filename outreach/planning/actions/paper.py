"""A walk on paper: print it, and type it in once."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

import msgspec

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid, NotFound
from api.kit.ids import uuid7
from api.kit.principal import Principal
from outreach.planning.actions import area_of
from outreach.planning.contracts.paper import Entered, NewSheet, Sheet, SheetEntry, SheetLine
from outreach.planning.rules.paper import code_of, read_code
from outreach.planning.store import paper as store

Record: TypeAlias = Callable[..., Awaitable[Any]]
"""Says one event in the log; handed in by the door, because slices do not import each other."""
OLDEST = timedelta(days=90)


async def print_sheet(tx: Connection, new: NewSheet, *, me: Principal) -> Sheet:
    """Doors on paper, each with a code to type in later."""
    area = await area_of(tx, me=me, team_id=new.team_id)
    homes = list(dict.fromkeys(new.household_ids))
    no = await store.insert_sheet(
        tx, team_id=area.team_id, person_id=me.person_id, at=now(), homes=homes, hamlets=area.hamlets
    )
    return await show_sheet(tx, no, me=me)


async def show_sheet(db: Connection, no: int, *, me: Principal) -> Sheet:
    """A sheet of my team, and which of its lines are typed in."""
    found = await store.find_sheet(db, no, own=me.team_ids)
    if found is None:
        raise NotFound(detail="Không có phiếu giấy này")
    lines = [
        SheetLine(
            line=row.line,
            code=code_of(no, row.line),
            reference=row.reference,
            hamlet=row.hamlet,
            household_id=row.household_id,
            adults=row.adults,
            entered_at=row.entered_at,
        )
        for row in await store.list_lines(db, no)
    ]
    return Sheet(
        no=no,
        team_name=found.team_name,
        walker=found.walker,
        mine=found.person_id == me.person_id,
        printed_at=found.printed_at,
        lines=lines,
    )


async def enter(tx: Connection, entry: SheetEntry, *, me: Principal, record: Record) -> Entered:
    """A line of paper becomes one visit of who walked, however often and by whomever it is typed."""
    sheet, line = read_code(entry.code)
    row = await store.lock_line(tx, sheet, line, own=me.team_ids)
    if row is None:
        raise NotFound(detail="Không có dòng này trên phiếu nào của tổ bạn")
    if row.entered_at is not None:
        return Entered(
            status="duplicate", reference=row.reference, visit_id=row.visit_id, entered_at=row.entered_at
        )
    visit_id = uuid7()
    said = await record(
        tx,
        by=msgspec.structs.replace(me, person_id=row.person_id),
        team_id=row.team_id,
        kind="visit_logged",
        body=visit_of(entry, row, visit_id),
        at=ended_at(entry),
    )
    status = str(said.status)
    if said.reason_code is not None:
        return Entered(status=status, reference=row.reference, visit_id=None, reason=said.reason)
    await store.enter_line(tx, row, at=now(), by=me.person_id, visit_id=visit_id)
    return Entered(status=status, reference=row.reference, visit_id=visit_id)


def ended_at(entry: SheetEntry) -> datetime:
    """When the visit of this line was over: not tomorrow, and not so long ago that it must be a slip of the pen."""
    end = entry.started_at + timedelta(minutes=entry.minutes)
    if not timedelta(0) <= now() - end <= OLDEST:
        raise Invalid(errors=[FieldError("started_at", "Giờ thăm chưa tới hoặc đã quá 90 ngày")])
    return end


def visit_of(entry: SheetEntry, row: store.LineToEnter, visit_id: UUID) -> dict[str, Any]:
    """The body of the visit; a place that is not on the paper is refused."""
    looks = []
    for place, adult in enumerate(entry.adults):
        if adult.place > len(row.adult_ids):
            raise Invalid(errors=[FieldError(f"adults[{place}]", "Phiếu không có người ở số này")])
        tried = [{"code": adult.skill, "level": adult.level}] if adult.skill and adult.level else []
        looks.append(
            {
                "adult_id": str(row.adult_ids[adult.place - 1]),
                "met": True,
                "knows": adult.knows,
                "skills": tried,
            }
        )
    return {
        "visit_id": str(visit_id),
        "household_id": str(row.household_id),
        "started_at": entry.started_at.isoformat(),
        "ended_at": ended_at(entry).isoformat(),
        "result": entry.result,
        "revisit_at": entry.revisit_at.isoformat() if entry.revisit_at else None,
        "consent": entry.consent,
        "adults": looks,
    }
