"""The agency's doors: its inbox and the steps of a case."""

from typing import Annotated
from uuid import UUID

from litestar import get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.reports.actions import handling
from api.reports.contracts import Case, InboxLine, ReportState
from api.reports.contracts.handling import Answer, Assign, Pile, PlainMove, Refuse, Reopen
from api.reports.rules.problems import (
    ReportChanged,
    ReportMoveRefused,
    ReportNeedsEvidence,
    ReportNotFound,
    ReportOwnCase,
    ReportPartsOpen,
    ReportUnusable,
)
from api.web.auth import needs
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
STAFF = [needs(Role.HANDLER, Role.OFFICER)]
STEP_PROBLEMS = problems(
    NotAllowed, ReportNotFound, ReportChanged, ReportMoveRefused, ReportUnusable, ReportNeedsEvidence,
    ReportPartsOpen, ReportOwnCase,
)  # fmt: skip


def step_door(verb: str, *, operation_id: str) -> post:
    """A step of a case: everyone who handles or oversees it may try, and gets the case as it is then."""
    return post(
        f"/v1/agency/reports/{{report_id:uuid}}/{verb}",
        operation_id=operation_id,
        guards=STAFF,
        responses=STEP_PROBLEMS,
        status_code=200,
    )


@get("/v1/agency/reports", operation_id="list_cases", cache_control=NEVER, guards=STAFF)
async def list_cases(
    *,
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    in_state: Annotated[ReportState | None, QueryParameter(name="state")] = None,
    pile: FromQuery[Pile | None] = None,
    cursor: FromQuery[str | None] = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Page[InboxLine]:
    """The inbox: cases of my agencies (an officer: of the province), most pressing first; or one pile of it."""
    return await handling.inbox(db, me, state=in_state, pile=pile, cursor=cursor, limit=limit)


@get(
    "/v1/agency/reports/{report_id:uuid}",
    operation_id="read_case",
    cache_control=NEVER,
    guards=STAFF,
    responses=STEP_PROBLEMS,
)
async def read_case(
    report_id: FromPath[UUID],
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """One case with its timeline; never who reported it."""
    return await handling.open_case(db, report_id, me, settings=settings)


@step_door("assign", operation_id="assign_case")
async def assign_case(
    report_id: FromPath[UUID],
    data: JSONBody[Assign],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Hand the case to an agency; a handler who hands it to another bounces it."""
    return await handling.work(
        tx,
        report_id,
        "assign",
        me,
        settings=settings,
        version=data.version,
        note=data.note,
        agency_id=data.agency_id,
    )


@step_door("accept", operation_id="accept_case")
async def accept_case(
    report_id: FromPath[UUID],
    data: JSONBody[PlainMove],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Take the case on; where its subject is public, everybody may see it from now on."""
    return await handling.work(
        tx, report_id, "accept", me, settings=settings, version=data.version, note=data.note
    )


@step_door("answer", operation_id="answer_case")
async def answer_case(
    report_id: FromPath[UUID],
    data: JSONBody[Answer],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Say what was done."""
    return await handling.work(
        tx, report_id, "answer", me, settings=settings, version=data.version, answer=data.answer
    )


@step_door("close", operation_id="close_case")
async def close_case(
    report_id: FromPath[UUID],
    data: JSONBody[PlainMove],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """End an answered case."""
    return await handling.work(
        tx, report_id, "close", me, settings=settings, version=data.version, note=data.note
    )


@step_door("refuse", operation_id="refuse_case")
async def refuse_case(
    report_id: FromPath[UUID],
    data: JSONBody[Refuse],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Refuse, for a reason of the fixed list."""
    return await handling.work(
        tx,
        report_id,
        "refuse",
        me,
        settings=settings,
        version=data.version,
        note=data.note,
        reason=data.reason,
    )


@step_door("reopen", operation_id="decide_reopen")
async def decide_reopen(
    report_id: FromPath[UUID],
    data: JSONBody[Reopen],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Case:
    """Grant or decline the reporter's request to reopen."""
    action = "reopen" if data.granted else "decline_reopen"
    return await handling.work(
        tx, report_id, action, me, settings=settings, version=data.version, note=data.note
    )


HANDLERS = [
    list_cases,
    read_case,
    assign_case,
    accept_case,
    answer_case,
    close_case,
    refuse_case,
    decide_reopen,
]
