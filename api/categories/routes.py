"""The door of the subjects."""

from litestar import Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency

from api.categories import store
from api.categories.contracts import CategoryList
from api.kit.db import Connection
from api.web.auth import public


@get(
    "/v1/report-categories",
    operation_id="list_report_categories",
    guards=[public],
    cache_control=CacheControlHeader(public=True, max_age=300),
)
async def list_report_categories(db: NamedDependency[Connection]) -> CategoryList:
    """Subjects a field report can be about, with deadlines, and the words of states and refusals."""
    return await store.list_categories(db)


router = Router("/", route_handlers=[list_report_categories], tags=["reports"])
