"""The public door of cases: cacheable, the same for everybody."""

from typing import Annotated
from uuid import UUID

from litestar import Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.published import actions
from api.published.contracts import PublicReport
from api.published.rules import PublishedNotFound
from api.web.auth import public
from api.web.problems import problems

BRIEFLY = CacheControlHeader(public=True, max_age=15)
Code = Annotated[str | None, QueryParameter(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
Commune = Annotated[str | None, QueryParameter(pattern=r"^[0-9]{5}$")]
State = Annotated[str | None, QueryParameter(name="state", pattern=r"^[a-z_]{1,30}$")]
Box = Annotated[str | None, QueryParameter(description="tây,nam,đông,bắc theo độ", max_length=100)]


@get(
    "/v1/reports",
    operation_id="list_reports",
    guards=[public],
    cache_control=BRIEFLY,
    responses=problems(Invalid),
)
async def list_reports(
    *,
    db: NamedDependency[Connection],
    commune: Commune = None,
    category: Code = None,
    in_state: State = None,
    bbox: Box = None,
    cursor: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> Page[PublicReport]:
    """Verified cases, newest first, without persons."""
    return await actions.browse(
        db,
        commune=commune,
        category=category,
        state=in_state,
        bbox=bbox,
        cursor=cursor,
        limit=limit,
    )


@get(
    "/v1/reports/{report_id:uuid}",
    operation_id="read_report",
    guards=[public],
    cache_control=BRIEFLY,
    responses=problems(PublishedNotFound),
)
async def read_report(report_id: FromPath[UUID], db: NamedDependency[Connection]) -> PublicReport:
    """One verified case, without its reporter."""
    return await actions.show(db, report_id)


router = Router("/", route_handlers=[list_reports, read_report], tags=["reports"])
