"""The register over HTTP: what a volunteer's phone takes along."""

from uuid import UUID

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from api.kit.db import Connection
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems
from outreach.registry import actions
from outreach.registry.contracts import Pull
from outreach.registry.contracts.columns import AreaColumns
from outreach.registry.routes import reshaping
from outreach.registry.rules import NoTeam


@get(
    "/pull",
    operation_id="pull_area",
    guards=[needs(Role.VOLUNTEER)],
    responses=problems(NoTeam),
)
async def pull_area(
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    cursor: FromQuery[str | None] = None,
    team_id: FromQuery[UUID | None] = None,
) -> Pull:
    """What changed in your team's area since the cursor; ask again while `more`."""
    return await actions.pull(db, me=me, cursor=cursor, team_id=team_id)


@get(
    "/pull/columns",
    operation_id="pull_columns",
    guards=[needs(Role.VOLUNTEER)],
    responses=problems(NoTeam),
)
async def pull_columns(
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    cursor: FromQuery[str | None] = None,
    team_id: FromQuery[UUID | None] = None,
    *,
    ids: FromQuery[bool] = False,
    short: FromQuery[bool] = False,
) -> AreaColumns:
    """The same in columns and short numbers: 10,000 households in less than 100 kB.

    `ids`: with ids too, for a phone that links its list with other pages; `short`: in as many bits as they hold
    (of 30,000 these are 280 kB of chance, which nothing compresses).
    """
    return await actions.pull_columns(db, me=me, cursor=cursor, team_id=team_id, ids=ids, short=short)


router = Router("/", route_handlers=[pull_area, pull_columns, *reshaping.HANDLERS], tags=["outreach"])
