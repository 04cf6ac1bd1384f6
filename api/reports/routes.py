"""The doors of cases: the citizen's (with or without an account) and the agency's."""

from typing import Annotated
from uuid import UUID

from litestar import Response, Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, HeaderParameter, JSONBody, QueryParameter

from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.reports import actions
from api.reports.contracts import (
    Answer,
    Assign,
    Case,
    InboxLine,
    Line,
    MyReport,
    NewReport,
    PlainMove,
    Rating,
    Receipt,
    Refuse,
    Reopen,
    ReopenRequest,
    ReportState,
)
from api.reports.rules import (
    ReportChanged,
    ReportIdTaken,
    ReportMoveRefused,
    ReportNotFound,
    ReportUnusable,
)
from api.web.auth import needs, public, signed_in
from api.web.limits import limited
from api.web.problems import problems

Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Key = Annotated[
    str | None,
    HeaderParameter("X-Tracking-Key", description="Khoá theo dõi trả về khi gửi", required=False),
]
STAFF = [needs(Role.HANDLER, Role.OFFICER)]
STEP_PROBLEMS = problems(NotAllowed, ReportNotFound, ReportChanged, ReportMoveRefused, ReportUnusable)
MINE_PROBLEMS = problems(ReportNotFound, ReportMoveRefused)


@post(
    "/v1/reports",
    operation_id="submit_report",
    guards=[public, limited(600)],
    responses=problems(ReportIdTaken, ReportUnusable),
)
async def submit_report(
    data: JSONBody[NewReport],
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
) -> Response[Receipt]:
    """Send a field report, with or without an account; the same id again gets the first answer."""
    receipt, is_new = await actions.submit(tx, data, settings=settings, caller=caller)
    return Response(receipt, status_code=201 if is_new else 200)


@get("/v1/me/reports", operation_id="list_my_reports", guards=[signed_in])
async def list_my_reports(
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    cursor: FromQuery[str | None] = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Page[Line]:
    """My reports, newest first."""
    return await actions.mine(db, me, cursor=cursor, limit=limit)


@get("/v1/me/reports/{report_id:uuid}", operation_id="read_my_report", guards=[public], responses=MINE_PROBLEMS)
async def read_my_report(
    report_id: FromPath[UUID],
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> MyReport:
    """My report with its timeline, by account or by tracking key."""
    return await actions.follow(db, report_id, settings=settings, caller=caller, key=key)


@post(
    "/v1/me/reports/{report_id:uuid}/reopen",
    operation_id="request_reopen",
    guards=[public],
    responses=MINE_PROBLEMS,
    status_code=200,
)
async def request_reopen(
    report_id: FromPath[UUID],
    data: JSONBody[ReopenRequest],
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> MyReport:
    """Say within the window that it is not done."""
    return await actions.request_reopen(
        tx, report_id, data.note, settings=settings, caller=caller, key=key
    )


@put("/v1/me/reports/{report_id:uuid}/rating", operation_id="rate_report", guards=[public], responses=MINE_PROBLEMS)
async def rate_report(
    report_id: FromPath[UUID],
    data: JSONBody[Rating],
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> MyReport:
    """Rate the result, 1 to 5; the last rating counts."""
    return await actions.rate(tx, report_id, data, settings=settings, caller=caller, key=key)


@get("/v1/agency/reports", operation_id="list_cases", guards=STAFF)
async def list_cases(
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    state: FromQuery[ReportState | None] = None,
    cursor: FromQuery[str | None] = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Page[InboxLine]:
    """The inbox: cases of my agencies (an officer: of the province), most pressing first."""
    return await actions.inbox(db, me, state=state, cursor=cursor, limit=limit)


@get("/v1/agency/reports/{report_id:uuid}", operation_id="read_case", guards=STAFF, responses=STEP_PROBLEMS)
async def read_case(
    report_id: FromPath[UUID], db: NamedDependency[Connection], me: NamedDependency[Principal]
) -> Case:
    """One case with its timeline; never who reported it."""
    return await actions.open_case(db, report_id, me)


@post("/v1/agency/reports/{report_id:uuid}/assign", operation_id="assign_case", guards=STAFF, responses=STEP_PROBLEMS, status_code=200)
async def assign_case(
    report_id: FromPath[UUID],
    data: JSONBody[Assign],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> Case:
    """Hand the case to an agency."""
    return await actions.work(
        tx, report_id, "assign", me, version=data.version, note=data.note, agency_id=data.agency_id
    )


@post("/v1/agency/reports/{report_id:uuid}/accept", operation_id="accept_case", guards=STAFF, responses=STEP_PROBLEMS, status_code=200)
async def accept_case(
    report_id: FromPath[UUID],
    data: JSONBody[PlainMove],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> Case:
    """Take the case on; where its subject is public, everybody may see it from now on."""
    return await actions.work(tx, report_id, "accept", me, version=data.version, note=data.note)


@post("/v1/agency/reports/{report_id:uuid}/answer", operation_id="answer_case", guards=STAFF, responses=STEP_PROBLEMS, status_code=200)
async def answer_case(
    report_id: FromPath[UUID],
    data: JSONBody[Answer],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> Case:
    """Say what was done."""
    return await actions.work(tx, report_id, "answer", me, version=data.version, answer=data.answer)


@post("/v1/agency/reports/{report_id:uuid}/close", operation_id="close_case", guards=STAFF, responses=STEP_PROBLEMS, status_code=200)
async def close_case(
    report_id: FromPath[UUID],
    data: JSONBody[PlainMove],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> Case:
    """End an answered case."""
    return await actions.work(tx, report_id, "close", me, version=data.version, note=data.note)


@post("/v1/agency/reports/{report_id:uuid}/refuse", operation_id="refuse_case", guards=STAFF, responses=STEP_PROBLEMS, status_code=200)
async def refuse_case(
    report_id: FromPath[UUID],
    data: JSONBody[Refuse],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> Case:
    """Refuse, for a reason of the fixed list."""
    return await actions.work(
        tx, report_id, "refuse", me, version=data.version, note=data.note, reason=data.reason
    )


@post("/v1/agency/reports/{report_id:uuid}/reopen", operation_id="decide_reopen", guards=STAFF, responses=STEP_PROBLEMS, status_code=200)
async def decide_reopen(
    report_id: FromPath[UUID],
    data: JSONBody[Reopen],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> Case:
    """Grant or decline the reporter's request to reopen."""
    action = "reopen" if data.granted else "decline_reopen"
    return await actions.work(tx, report_id, action, me, version=data.version, note=data.note)


router = Router(
    "/",
    route_handlers=[
        submit_report,
        list_my_reports,
        read_my_report,
        request_reopen,
        rate_report,
        list_cases,
        read_case,
        assign_case,
        accept_case,
        answer_case,
        close_case,
        refuse_case,
        decide_reopen,
    ],
    tags=["reports"],
)
