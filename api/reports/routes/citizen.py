"""The citizen's doors: with or without an account."""

from collections.abc import Callable, Sequence
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Request, Response, get, post
from litestar.datastructures import CacheControlHeader, State
from litestar.di import NamedDependency, Provide
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, HeaderParameter, JSONBody, QueryParameter

from api.kit.batching import Batcher
from api.kit.clock import now
from api.kit.db import Connection, Database
from api.kit.errors import NotAllowed, Problem, TooMany
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.reports import rules
from api.reports.actions import intake, reporting
from api.reports.actions.intake import Submission
from api.reports.contracts import (
    Line,
    MyReport,
    NewReport,
    Rating,
    Receipt,
    ReopenRequest,
)
from api.reports.contracts.handling import Reply
from api.reports.rules import (
    ReportBelongsElsewhere,
    ReportChanged,
    ReportIdTaken,
    ReportMoveRefused,
    ReportNotFound,
    ReportUnusable,
)
from api.web.auth import needs, public, signed_in
from api.web.limits import limited
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Key = Annotated[
    str | None,
    HeaderParameter(name="X-Tracking-Key", description="Khoá theo dõi trả về khi gửi", required=False),
]


class Reception(Batcher[Submission, intake.Answer]):
    """Where reports come in: those that come together are committed together; one account is held to a measure."""

    repeats: rules.Repeats
    secret: str

    async def take(self, new: NewReport, caller: Principal | None) -> intake.Answer:
        """The committed answer; an account that says the same over and over is asked to wait."""
        if caller is not None:
            words = rules.text_key(self.secret, new.description)
            if wait := self.repeats.wait_s(caller.person_id, new.id, words, now()):
                raise TooMany(retry_after=wait)
        return await self.put(Submission(new=new, caller=caller))


STAFF = [needs(Role.HANDLER, Role.OFFICER)]
STEP_PROBLEMS = problems(NotAllowed, ReportNotFound, ReportChanged, ReportMoveRefused, ReportUnusable)
MINE_PROBLEMS = problems(ReportNotFound, ReportMoveRefused)


def open_reception(database: Callable[[], Database], settings: Settings) -> Reception:
    """The reception of this process."""

    async def take_in(given: Sequence[Submission]) -> Sequence[intake.Answer | Problem]:
        async with database().write() as tx:
            return await intake.submit_all(tx, given, settings=settings)

    reception = Reception(take_in)
    reception.repeats, reception.secret = rules.Repeats(), settings.secret_key
    return reception


class Counter(msgspec.Struct, frozen=True):
    """The reception as one caller meets it."""

    reception: Reception
    caller: Principal | None

    async def submit(self, new: NewReport) -> intake.Answer:
        """The committed answer."""
        return await self.reception.take(new, self.caller)


def provide_counter(request: Request[Principal | None, object, State]) -> Counter:
    """One dependency, not two: in a flood every one of them costs as much as storing the report."""
    return Counter(request.app.state.reception, request.scope["user"])


@post(
    "/v1/reports",
    operation_id="submit_report",
    guards=[public, limited(3_000)],
    dependencies={"counter": Provide(provide_counter, sync_to_thread=False)},
    responses={
        200: ResponseSpec(Receipt, description="Sent before: the first answer", generate_examples=False),
        **problems(ReportIdTaken, ReportUnusable, ReportBelongsElsewhere, TooMany),
    },
)
async def submit_report(
    data: JSONBody[NewReport],
    counter: NamedDependency[Counter],
) -> Response[Receipt]:
    """Send a field report, with or without an account; the same id again gets the first answer."""
    receipt, is_new = await counter.submit(data)
    return Response(receipt, status_code=201 if is_new else 200)


@get("/v1/me/reports", operation_id="list_my_reports", cache_control=NEVER, guards=[signed_in])
async def list_my_reports(
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    cursor: FromQuery[str | None] = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Page[Line]:
    """My reports, newest first."""
    return await reporting.mine(db, me, cursor=cursor, limit=limit)


@get(
    "/v1/me/reports/{report_id:uuid}",
    operation_id="read_my_report",
    cache_control=NEVER,
    guards=[public],
    responses=MINE_PROBLEMS,
)
async def read_my_report(
    report_id: FromPath[UUID],
    database: NamedDependency[Database],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> MyReport:
    """My report with its timeline, by account or by tracking key.

    When somebody who handles the case asks for its reporter's view, the province's officers hear of it.
    """
    return await reporting.look(database, report_id, settings=settings, caller=caller, key=key)


@post(
    "/v1/me/reports/{report_id:uuid}/reply",
    operation_id="reply_to_question",
    guards=[public],
    responses=MINE_PROBLEMS,
    status_code=200,
)
async def reply_to_question(
    *,
    report_id: FromPath[UUID],
    data: JSONBody[Reply],
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> MyReport:
    """Answer the agency's question; photos announced here follow at the next free positions."""
    return await reporting.reply(tx, report_id, data, settings=settings, caller=caller, key=key)


@post(
    "/v1/me/reports/{report_id:uuid}/request-reopen",
    operation_id="request_reopen",
    guards=[public],
    responses=MINE_PROBLEMS,
    status_code=200,
)
async def request_reopen(
    *,
    report_id: FromPath[UUID],
    data: JSONBody[ReopenRequest],
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> MyReport:
    """Say within the window that it is not done."""
    return await reporting.request_reopen(tx, report_id, data.note, settings=settings, caller=caller, key=key)


@post(
    "/v1/me/reports/{report_id:uuid}/rate",
    operation_id="rate_report",
    guards=[public],
    responses=MINE_PROBLEMS,
    status_code=200,
)
async def rate_report(
    *,
    report_id: FromPath[UUID],
    data: JSONBody[Rating],
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> MyReport:
    """Rate the result, 1 to 5; the last rating counts."""
    return await reporting.rate(tx, report_id, data, settings=settings, caller=caller, key=key)


HANDLERS = [
    submit_report,
    list_my_reports,
    read_my_report,
    reply_to_question,
    request_reopen,
    rate_report,
]
