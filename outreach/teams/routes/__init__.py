"""Teams over HTTP: who walks where, formed and dissolved by officers."""

from typing import Annotated
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems
from outreach.teams import actions, rules, store
from outreach.teams.contracts import Dissolution, HamletName, Team, TeamArea, TeamCard, TeamPlan
from outreach.teams.routes import badges, training

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
CommuneCode = Annotated[str, Meta(pattern="^[0-9]{5}$")]
GOVERNS = [needs(Role.OFFICER, Role.ADMIN)]


@get(
    "/teams",
    operation_id="list_teams",
    guards=[needs(Role.VOLUNTEER, Role.OFFICER, Role.ADMIN)],
)
async def list_teams(db: Db, me: Me, commune: FromQuery[str | None] = None) -> Page[Team]:
    """The teams you walk with; for officers the teams of their provinces."""
    return Page(await store.list_teams(db, seen_by=me, commune=commune, limit=LIMIT_MAX))


@post(
    "/teams",
    operation_id="form_team",
    guards=GOVERNS,
    responses=problems(rules.NotYourCommune, Invalid),
)
async def form_team(tx: Tx, me: Me, data: JSONBody[TeamPlan]) -> TeamCard:
    """Form a team of hamlets, or of a commune, in your province; its leader is then invited by phone."""
    return await actions.form(tx, me, data)


@get(
    "/teams/{team_id:uuid}",
    operation_id="view_team_card",
    guards=[needs(Role.TEAM_LEADER, Role.OFFICER, Role.ADMIN)],
    responses=problems(rules.TeamNotFound),
)
async def view_team(db: Db, me: Me, team_id: FromPath[UUID]) -> TeamCard:
    """A team you lead or govern: where it walked and who was of it, each from when to when."""
    return await actions.card(db, me, team_id)


@post(
    "/teams/{team_id:uuid}/area",
    operation_id="move_team",
    status_code=200,
    guards=GOVERNS,
    responses=problems(rules.TeamNotFound, rules.TeamOver, Invalid),
)
async def move_team(tx: Tx, me: Me, team_id: FromPath[UUID], data: JSONBody[TeamArea]) -> TeamCard:
    """Give a team other hamlets from a day on."""
    return await actions.move(tx, me, team_id, data)


@post(
    "/teams/{team_id:uuid}/dissolve",
    operation_id="dissolve_team",
    status_code=200,
    guards=GOVERNS,
    responses=problems(rules.TeamNotFound, rules.TeamOver, Invalid),
)
async def dissolve_team(tx: Tx, me: Me, team_id: FromPath[UUID], data: JSONBody[Dissolution]) -> TeamCard:
    """End a team and all its memberships now; its members are told, what they did stays counted."""
    return await actions.dissolve(tx, me, team_id, data)


@get(
    "/hamlets",
    operation_id="list_hamlets",
    guards=GOVERNS,
    responses=problems(rules.NotYourCommune),
)
async def list_hamlets(db: Db, me: Me, commune: FromQuery[CommuneCode]) -> Page[HamletName]:
    """The hamlets of a commune in your province."""
    return Page(await actions.list_hamlets(db, me, commune))


router = Router(
    "/",
    route_handlers=[
        list_teams,
        form_team,
        view_team,
        move_team,
        dissolve_team,
        list_hamlets,
        *training.handlers,
        *badges.handlers,
    ],
    tags=["outreach"],
)
