"""Badges and thanks over HTTP."""

from uuid import UUID

from litestar import get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody

from api.kit.db import Connection
from api.kit.errors import TooMany
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.web.auth import needs, public
from api.web.limits import limited_each
from api.web.problems import problems
from outreach.teams import rules
from outreach.teams.actions import badges as actions
from outreach.teams.contracts.badges import Badge, BadgeAnswer, BadgeQuestion, NewBadge, Recognition

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]


@post(
    "/badge",
    operation_id="open_badge",
    status_code=200,
    guards=[needs(Role.VOLUNTEER)],
    responses=problems(rules.NoMembership),
    cache_control=CacheControlHeader(no_store=True),
)
async def open_badge(tx: Tx, me: Me, settings: NamedDependency[Settings], data: JSONBody[NewBadge]) -> Badge:
    """My badge of a team I walk with: a code a day, for today and the days ahead."""
    return await actions.open_badge(tx, me, data, settings=settings)


@post(
    "/badge-checks",
    operation_id="check_badge",
    status_code=200,
    guards=[public, limited_each(30)],
    responses=problems(TooMany),
    cache_control=CacheControlHeader(no_store=True),
)
async def check_badge(
    db: Db, settings: NamedDependency[Settings], data: JSONBody[BadgeQuestion]
) -> BadgeAnswer:
    """Who stands at my door: name, team and commune of a code of today, or that they are no member any more."""
    return await actions.check(db, data, settings=settings)


@get(
    "/recognition",
    operation_id="view_recognition",
    guards=[needs(Role.VOLUNTEER, Role.OFFICER, Role.ADMIN)],
    responses=problems(rules.TeamNotFound),
)
async def view_recognition(db: Db, me: Me, team_id: FromQuery[UUID]) -> Recognition:
    """Hours at doors and households helped: mine and the team's, each member's for who leads or governs it."""
    return await actions.recognise(db, me, team_id)


handlers = [open_badge, check_badge, view_recognition]
