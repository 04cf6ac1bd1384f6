"""Months close, and what is told of them stays; what comes later has a line of its own."""

from datetime import date, timedelta

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid, NotFound
from api.kit.principal import Principal
from outreach.supervision.actions.audits import check_province
from outreach.supervision.contracts.audits import Closed, CloseMonth, MonthFigures, MonthLine
from outreach.supervision.store import months as store

CLOSES_ON = 5
"""The day on which the month before closes by itself: most phones have been online by then."""
SHOWN = 24


def month_of(day: date) -> date:
    """The first of its month."""
    return day.replace(day=1)


async def close_due(tx: Connection) -> None:
    """Every night from the fifth on: the month before closes wherever a team is, once."""
    if today().day >= CLOSES_ON:
        before = month_of(month_of(today()) - timedelta(days=1))
        await store.close_month(tx, before, province=None, at=now(), by=None)


async def close_month(tx: Connection, close: CloseMonth, *, me: Principal) -> Closed:
    """Close a month that is over; closing it again changes nothing."""
    check_province(me, close.province_code)
    month = month_of(close.month)
    if month >= month_of(today()):
        raise Invalid(errors=[FieldError("month", "Chỉ chốt được tháng đã qua")])
    communes = await store.close_month(tx, month, province=close.province_code, at=now(), by=me.person_id)
    return Closed(month=month, communes=communes)


async def list_months(db: Connection, commune: str, *, me: Principal) -> list[MonthLine]:
    """The running month, and the closed ones as they were told, each with what came late."""
    found = await store.find_commune(db, commune)
    if found is None:
        raise NotFound(detail="Không có xã, phường này")
    check_province(me, found.province_code)
    rows = await store.list_months(db, found.id, limit=SHOWN)
    closed = [
        MonthLine(
            month=row.month,
            closed_at=row.closed_at,
            figures=MonthFigures(
                visits=row.visits,
                households_tried=row.households_tried,
                households_met=row.households_met,
                adults_met=row.adults_met,
                nobody_home=row.nobody_home,
                refused=row.refused,
            ),
            late=row.late,
            late_bounded=row.late_bounded,
        )
        for row in rows
    ]
    this = month_of(today())
    before = month_of(this - timedelta(days=1))
    running = [this] if any(row.month == before for row in rows) else [this, before]
    return [
        MonthLine(
            month=month,
            closed_at=None,
            figures=await store.count_month(db, found.id, month),
            late=0,
            late_bounded=0,
        )
        for month in running
    ] + closed
