"""The door through which a reporter leaves a case."""

from collections.abc import Sequence
from uuid import UUID

from litestar import post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from api.kit.db import Connection
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.reports.actions import erasing
from api.reports.routes.citizen import Key
from api.reports.rules import ReportNotFound
from api.web.auth import public
from api.web.limits import limited
from api.web.problems import problems


@post(
    "/v1/me/reports/{report_id:uuid}/forget-me",
    operation_id="forget_reporter",
    guards=[public, limited(120)],
    responses=problems(ReportNotFound),
    status_code=204,
)
async def forget_reporter(
    *,
    report_id: FromPath[UUID],
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    caller: NamedDependency[Principal | None],
    key: Key = None,
) -> None:
    """Remove me from my report, open or not: the matter goes on being handled, nobody can tell from whom it came."""
    await erasing.erase(tx, report_id, settings=settings, caller=caller, key=key)


HANDLERS: Sequence[HTTPRouteHandler] = [forget_reporter]
