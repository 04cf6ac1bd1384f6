"""HTTP of systems that only answer: an administrator connects them and sees how they fare."""

from typing import Annotated

import msgspec
from litestar import delete, get, put
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter, QueryParameter

from api.dossiers.actions import pulling
from api.dossiers.contracts.sources import PulledSource, Refusal, SourceKey, SourceSettings
from api.dossiers.rules.pulling import SourceNotFound
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Role
from api.kit.settings import Settings
from api.web.auth import needs
from api.web.problems import problems

SystemName = Annotated[str, PathParameter(pattern=r"^[a-z0-9][a-z0-9._-]{0,59}$", required=True)]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
NEVER = CacheControlHeader(no_store=True)


class PulledSources(msgspec.Struct, frozen=True, kw_only=True):
    """All systems we ask."""

    items: list[PulledSource]


@put(
    "/v1/admin/integration-sources/{name:str}",
    operation_id="connect_source",
    status_code=200,
    guards=[needs(Role.ADMIN)],
    cache_control=NEVER,
    responses=problems(Invalid),
)
async def connect_source(
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    name: SystemName,
    data: JSONBody[SourceSettings],
) -> SourceKey:
    """Ask a system from now on, or elsewhere; the answer is what its developers check our questions by."""
    return await pulling.put_source(tx, name, data, settings=settings)


@delete(
    "/v1/admin/integration-sources/{name:str}",
    operation_id="disconnect_source",
    guards=[needs(Role.ADMIN)],
    responses=problems(SourceNotFound, Invalid),
)
async def disconnect_source(tx: NamedDependency[Connection], name: SystemName) -> None:
    """Ask a system no more."""
    await pulling.delete_source(tx, name)


@get("/v1/admin/integration-sources", operation_id="list_sources", guards=[needs(Role.ADMIN)])
async def list_sources(db: NamedDependency[Connection]) -> PulledSources:
    """The systems we ask: how far we are, what went wrong, whether the circuit is open."""
    return PulledSources(items=await pulling.list_sources(db))


@get(
    "/v1/admin/integration-sources/{name:str}/refusals",
    operation_id="list_refused_items",
    guards=[needs(Role.ADMIN)],
    responses=problems(Invalid),
)
async def list_refused_items(
    db: NamedDependency[Connection], name: SystemName, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> Page[Refusal]:
    """Items of a system that could not be taken."""
    return await pulling.list_refusals(db, name, cursor=cursor, limit=limit)


handlers = [connect_source, disconnect_source, list_sources, list_refused_items]
