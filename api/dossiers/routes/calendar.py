"""HTTP of the working-day calendar: an administrator changes days and reads what that moved."""

from datetime import date
from typing import Annotated

import msgspec
from litestar import delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, PathParameter, QueryParameter

from api.dossiers.actions import deadlines
from api.dossiers.contracts.deadlines import CalendarChange, CalendarDay, DueChange, Recount
from api.dossiers.rules.proof import DayNotFound
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Role
from api.web.auth import needs
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Scope = Annotated[
    str,
    PathParameter(
        pattern=r"^[A-Za-z0-9._-]{1,60}$",
        description="VN, mã tỉnh hoặc mã cơ quan",
        required=True,
    ),
]
RecountId = Annotated[int, PathParameter(ge=1, le=2**62, required=True)]


class CalendarLog(msgspec.Struct, frozen=True, kw_only=True):
    """The newest changes of the calendar and the newest walks over open dossiers."""

    changes: list[CalendarChange]
    recounts: list[Recount]


@put(
    "/v1/admin/calendar/{whose:str}/{on_date:date}",
    operation_id="set_calendar_day",
    status_code=204,
    guards=[needs(Role.ADMIN)],
    responses=problems(Invalid),
)
async def set_calendar_day(
    tx: Tx, whose: Scope, on_date: FromPath[date], data: JSONBody[CalendarDay]
) -> None:
    """Write a holiday, swapped day or local closure; open dossiers it touches are counted anew."""
    await deadlines.set_day(tx, whose, on_date, data)


@delete(
    "/v1/admin/calendar/{whose:str}/{on_date:date}",
    operation_id="remove_calendar_day",
    guards=[needs(Role.ADMIN)],
    responses=problems(DayNotFound, Invalid),
)
async def remove_calendar_day(tx: Tx, whose: Scope, on_date: FromPath[date]) -> None:
    """Take a day's exception away; open dossiers it touches are counted anew."""
    await deadlines.remove_day(tx, whose, on_date)


@get("/v1/admin/calendar-log", operation_id="read_calendar_log", guards=[needs(Role.ADMIN)])
async def read_calendar_log(db: Db) -> CalendarLog:
    """Who changed which days, and how many open dossiers that moved."""
    return CalendarLog(changes=await deadlines.list_changes(db), recounts=await deadlines.list_recounts(db))


@get(
    "/v1/admin/calendar-log/{recount_id:int}",
    operation_id="list_moved_due_dates",
    guards=[needs(Role.ADMIN)],
    responses=problems(Invalid),
)
async def list_moved_due_dates(
    db: Db, recount_id: RecountId, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> Page[DueChange]:
    """The due dates one walk moved, before and after."""
    return await deadlines.list_due_changes(db, recount_id, cursor=cursor, limit=limit)


handlers = [set_calendar_day, remove_calendar_day, read_calendar_log, list_moved_due_dates]
