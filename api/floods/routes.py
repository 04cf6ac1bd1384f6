"""The public door of the flood map: one picture of a window, the same for everybody, kept by caches."""

from typing import Annotated

from litestar import Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.floods import actions
from api.floods.contracts import Picture
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.settings import Settings
from api.web.auth import public
from api.web.problems import problems

MINUTE = CacheControlHeader(public=True, max_age=60)
Box = Annotated[str | None, QueryParameter(description="tây,nam,đông,bắc theo độ", max_length=100)]


@get(
    "/v1/flood-map",
    operation_id="read_flood_map",
    guards=[public],
    cache_control=MINUTE,
    responses=problems(Invalid),
)
async def read_flood_map(
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    box: Box = None,
    province: Annotated[str | None, QueryParameter(pattern=r"^[0-9]{2}$")] = None,
) -> Picture:
    """Live hazard reports in cells (or one by one where few), warnings in force and gauges; no persons, no texts."""
    return await actions.picture(db, province or settings.province_code, box=box)


router = Router("/", route_handlers=[read_flood_map], tags=["floods"])
