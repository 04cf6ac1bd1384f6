"""Teams over HTTP."""

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from api.kit.db import Connection
from api.kit.pages import LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.web.auth import needs
from outreach.teams import store
from outreach.teams.contracts import Team


@get(
    "/teams",
    operation_id="list_teams",
    guards=[needs(Role.VOLUNTEER, Role.OFFICER, Role.ADMIN)],
)
async def list_teams(
    db: NamedDependency[Connection], me: NamedDependency[Principal], commune: FromQuery[str | None] = None
) -> Page[Team]:
    """The teams you walk with; for officers the teams of their provinces."""
    return Page(await store.list_teams(db, seen_by=me, commune=commune, limit=LIMIT_MAX))


router = Router("/", route_handlers=[list_teams], tags=["outreach"])
