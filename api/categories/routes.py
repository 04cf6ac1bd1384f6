"""The door of the subjects."""

from datetime import date
from typing import Annotated

from litestar import Router, get, post, put
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter, QueryParameter

from api.categories import actions, store
from api.categories.contracts import (
    CategoryChange,
    CategoryImport,
    CategoryList,
    ChangeLog,
    NewRoute,
    Preview,
    RouteList,
)
from api.categories.rules import CategoryUnusable, RouteNeedsAnother, RouteNotFound, RouteUnusable
from api.kit.db import Connection
from api.kit.errors import NotAllowed, NotFound
from api.kit.principal import Principal, Role
from api.web.auth import needs, public
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
ProvinceCode = Annotated[str, QueryParameter(pattern=r"^[0-9]{2}$")]


@get(
    "/v1/report-categories",
    operation_id="list_report_categories",
    guards=[public],
    cache_control=CacheControlHeader(public=True, max_age=300),
)
async def list_report_categories(db: NamedDependency[Connection]) -> CategoryList:
    """Subjects a field report can be about, with deadlines, and the words of states and refusals."""
    return await store.list_categories(db)


@get(
    "/v1/admin/category-changes",
    operation_id="list_category_changes",
    guards=[needs(Role.ADMIN, Role.OFFICER)],
    cache_control=NEVER,
    responses=problems(NotAllowed),
)
async def list_category_changes(db: NamedDependency[Connection]) -> ChangeLog:
    """What changed of subjects and what will, newest first."""
    return await actions.log_of(db)


@put(
    "/v1/admin/categories/{code:str}",
    operation_id="change_category",
    guards=[needs(Role.ADMIN)],
    responses=problems(NotAllowed, CategoryUnusable),
)
async def change_category(
    code: Annotated[str, PathParameter(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)],
    data: JSONBody[CategoryChange],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> ChangeLog:
    """Change a subject, or make one, from a day on; open cases keep what they were promised."""
    return await actions.change(tx, code, data, me)


@post(
    "/v1/admin/categories/import",
    operation_id="import_categories",
    status_code=200,
    guards=[needs(Role.ADMIN)],
    responses=problems(NotAllowed, CategoryUnusable),
)
async def import_categories(
    data: JSONBody[CategoryImport], tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> ChangeLog:
    """Many subjects at once, and what a province calls them: all or none."""
    return await actions.take_over(tx, data, me)


@get(
    "/v1/admin/category-routes",
    operation_id="list_category_routes",
    guards=[needs(Role.ADMIN, Role.OFFICER)],
    cache_control=NEVER,
    responses=problems(NotAllowed),
)
async def list_category_routes(
    province: ProvinceCode, db: NamedDependency[Connection], me: NamedDependency[Principal]
) -> RouteList:
    """Who answers for what in a province; proposals first."""
    return await actions.routes_of(db, province, me)


@post(
    "/v1/admin/category-routes",
    operation_id="propose_category_route",
    guards=[needs(Role.ADMIN, Role.OFFICER)],
    responses=problems(NotAllowed, RouteUnusable),
)
async def propose_category_route(
    data: JSONBody[NewRoute], tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> RouteList:
    """Propose who answers for a subject; it counts once another person has reviewed it."""
    return await actions.propose(tx, data, me)


@post(
    "/v1/admin/category-routes/{route_id:int}/{answer:str}",
    operation_id="review_category_route",
    status_code=200,
    guards=[needs(Role.ADMIN, Role.OFFICER)],
    responses=problems(NotAllowed, RouteNotFound, RouteNeedsAnother),
)
async def review_category_route(
    route_id: Annotated[int, PathParameter(ge=1, le=2**53)],
    answer: Annotated[str, PathParameter(pattern="^(accept|drop)$")],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> RouteList:
    """Accept another's proposal, or drop one."""
    return await actions.review(tx, route_id, me, accept=answer == "accept")


@get(
    "/v1/admin/category-routes/preview",
    operation_id="preview_category_route",
    guards=[needs(Role.ADMIN, Role.OFFICER)],
    cache_control=NEVER,
    responses=problems(NotAllowed, NotFound),
)
async def preview_category_route(
    *,
    category: Annotated[str, QueryParameter(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)],
    commune: Annotated[str, QueryParameter(pattern=r"^[0-9]{5}$", description="Mã của ngày nào cũng được")],
    db: NamedDependency[Connection],
    on: Annotated[date | None, QueryParameter(description="Ngày cần xem, mặc định hôm nay")] = None,
    lat: Annotated[float | None, QueryParameter(ge=-90, le=90)] = None,
    lon: Annotated[float | None, QueryParameter(ge=-180, le=180)] = None,
) -> Preview:
    """Where a subject in a commune would go on a day, by which row; a divided commune's part by its point."""
    return await actions.preview(db, category, commune, on=on, lat=lat, lon=lon)


router = Router(
    "/",
    route_handlers=[
        list_report_categories,
        list_category_changes,
        change_category,
        import_categories,
        list_category_routes,
        propose_category_route,
        review_category_route,
        preview_category_route,
    ],
    tags=["reports"],
)
