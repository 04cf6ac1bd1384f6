"""HTTP of the systems we send cases to: an administrator connects them, officers too see how their cases fare."""

from typing import Annotated

import msgspec
from litestar import get, post, put
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter, QueryParameter

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.open311.actions import forwarding
from api.open311.rules.forwarding import ForwardLine, ForwardSettings, ForwardSystem, ForwardSystemNotFound
from api.web.auth import needs
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
SystemCode = Annotated[str, PathParameter(pattern=r"^[a-z0-9][a-z0-9._-]{0,59}$", required=True)]
State = Annotated[
    str | None, QueryParameter(name="state", pattern=r"^(waiting|sent|acknowledged|failed)$", required=False)
]


class ForwardSystems(msgspec.Struct, frozen=True, kw_only=True):
    """All systems that get cases from us."""

    items: list[ForwardSystem]


class ForwardLines(msgspec.Struct, frozen=True, kw_only=True):
    """The newest cases on their way to a system."""

    items: list[ForwardLine]


class Retried(msgspec.Struct, frozen=True, kw_only=True):
    """How many cases are tried once more."""

    cases: int


@put(
    "/v1/admin/forward-systems/{code:str}",
    operation_id="connect_forward_system",
    status_code=200,
    guards=[needs(Role.ADMIN)],
    cache_control=NEVER,
    responses=problems(Invalid),
)
async def connect_forward_system(
    tx: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    me: NamedDependency[Principal],
    code: SystemCode,
    data: JSONBody[ForwardSettings],
) -> ForwardSystem:
    """Send cases of these subjects and agencies to a system from now on, or otherwise; all its routes and words at once."""
    return await forwarding.put_system(tx, code, data, me=me, settings=settings)


@get(
    "/v1/admin/forward-systems", operation_id="list_forward_systems", guards=[needs(Role.ADMIN, Role.OFFICER)]
)
async def list_forward_systems(
    db: NamedDependency[Connection], me: NamedDependency[Principal]
) -> ForwardSystems:
    """The systems: what waits, was sent, acknowledged or failed of the cases I see, and whether the circuit is open."""
    return ForwardSystems(items=await forwarding.list_systems(db, seen_by=me))


@get(
    "/v1/admin/forward-systems/{code:str}/cases",
    operation_id="list_forwards",
    guards=[needs(Role.ADMIN, Role.OFFICER)],
    responses=problems(Invalid),
)
async def list_forwards(
    db: NamedDependency[Connection], me: NamedDependency[Principal], code: SystemCode, in_state: State = None
) -> ForwardLines:
    """The newest cases on their way there, with the reasons of those that failed."""
    return ForwardLines(items=await forwarding.list_forwards(db, code, state=in_state, seen_by=me))


@post(
    "/v1/admin/forward-systems/{code:str}/retry",
    operation_id="retry_forwards",
    status_code=200,
    guards=[needs(Role.ADMIN, Role.OFFICER)],
    responses=problems(ForwardSystemNotFound, Invalid),
)
async def retry_forwards(
    tx: NamedDependency[Connection], me: NamedDependency[Principal], code: SystemCode
) -> Retried:
    """Try what failed once more."""
    return Retried(cases=await forwarding.retry(tx, code, seen_by=me))


handlers = [connect_forward_system, list_forward_systems, list_forwards, retry_forwards]
