"""The doors of the flood map: one picture of a window, the same for everybody, kept by caches; one for the command post."""

from typing import Annotated

from litestar import Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from api.floods import actions
from api.floods.contracts import CommandPicture, Picture
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.web.auth import needs, public
from api.web.problems import problems

MINUTE = CacheControlHeader(public=True, max_age=60)
NEVER = CacheControlHeader(no_store=True)
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


@get(
    "/v1/flood-map/command",
    operation_id="read_command_map",
    guards=[needs(Role.OFFICER)],
    cache_control=NEVER,
    responses=problems(Invalid),
)
async def read_command_map(
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
    box: Box = None,
) -> CommandPicture:
    """The flood map of the command post: with the open calls for help, without persons. Nobody keeps it."""
    province = next(iter(me.province_codes), settings.province_code)
    return await actions.command_picture(db, me, province, box=box)


router = Router("/", route_handlers=[read_flood_map, read_command_map], tags=["floods"])
