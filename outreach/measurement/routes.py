"""Coverage over HTTP: for officers whole, for everybody without small counts, for teams their own."""

from typing import Annotated
from uuid import UUID

from litestar import Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromQuery
from msgspec import Meta

from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.principal import Principal, Role
from api.web.auth import needs, public
from api.web.problems import problems
from outreach.measurement import actions
from outreach.measurement.contracts import CoverageReport, Recount, TeamProgress
from outreach.measurement.rules import NotYourProvince

ProvinceCode = Annotated[str, Meta(pattern="^[0-9]{2}$", description="Mã tỉnh, thành phố")]


@get(
    "/coverage",
    operation_id="view_coverage",
    guards=[needs(Role.OFFICER, Role.ADMIN)],
    responses=problems(NotYourProvince, NotFound),
)
async def view_coverage(
    db: NamedDependency[Connection], me: NamedDependency[Principal], province: FromQuery[ProvinceCode]
) -> CoverageReport:
    """Adults who know and can, by commune, with their interval and the line of the target."""
    return await actions.cover(db, province=province, seen_by=me)


@get(
    "/public-coverage",
    operation_id="view_public_coverage",
    guards=[public],
    responses=problems(NotFound),
    cache_control=CacheControlHeader(public=True, max_age=300),
)
async def view_public_coverage(
    db: NamedDependency[Connection], province: FromQuery[ProvinceCode]
) -> CoverageReport:
    """The same for everybody: counts under 5 people are kept back."""
    return await actions.cover(db, province=province, seen_by=None)


@get(
    "/progress",
    operation_id="view_progress",
    guards=[needs(Role.VOLUNTEER)],
    responses=problems(NotFound),
)
async def view_progress(
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    team_id: FromQuery[UUID | None] = None,
) -> TeamProgress:
    """What your own team has done in its area."""
    return await actions.progress(db, me=me, team_id=team_id)


@get("/recount", operation_id="recount_coverage", guards=[needs(Role.ADMIN)])
async def recount_coverage(db: NamedDependency[Connection], *, now: FromQuery[bool] = False) -> Recount:
    """Every figure counted again from the log and compared: the proof that none has drifted.

    As it was found last night. `now`: counted this moment, which of a large province takes longer than a request may.
    """
    return await (actions.recount(db) if now else actions.last_recount(db))


router = Router(
    "/",
    route_handlers=[view_coverage, view_public_coverage, view_progress, recount_coverage],
    tags=["outreach"],
)
