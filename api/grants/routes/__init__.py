"""HTTP of grants: administrators give and take roles, leaders volunteers of their team; anybody may know the agencies."""

from typing import Annotated
from uuid import UUID

from litestar import Router, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter

from api.grants import actions, rules
from api.grants.contracts import Agency, Grant, GrantSearch, Member, NewGrant, NewMember, Revocation
from api.grants.routes import inviting
from api.kit.db import Connection
from api.kit.errors import Invalid, TooMany
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.web.auth import needs, public
from api.web.limits import limited_each
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]
OfPerson = Annotated[UUID | None, QueryParameter(description="Chỉ của người này")]
OfRole = Annotated[Role | None, QueryParameter(description="Chỉ vai trò này")]
Holding = Annotated[bool, QueryParameter(description="Chỉ phân quyền còn hiệu lực hôm nay")]
Province = Annotated[str | None, QueryParameter(pattern=r"^[0-9]{2}$", description="Mã tỉnh, thành phố")]
Commune = Annotated[str | None, QueryParameter(pattern=r"^[0-9]{5}$", description="Mã xã, phường, đặc khu")]


@get("/v1/admin/grants", operation_id="list_grants", responses=problems(Invalid))
async def list_grants(
    db: Db,
    *,
    person_id: OfPerson = None,
    role: OfRole = None,
    holding: Holding = False,
    cursor: Cursor = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Page[Grant]:
    """Who may do what, newest first, with what was taken away."""
    return await actions.list_grants(
        db, person_id=person_id, role=role, holding=holding, cursor=cursor, limit=limit
    )


@post("/v1/admin/grants/find", operation_id="find_grants", status_code=200, responses=problems(Invalid))
async def find_grants(db: Db, data: JSONBody[GrantSearch]) -> Page[Grant]:
    """The same list by role, and by words of a person, team or agency name or a phone number: not in an address."""
    return await actions.find_grants(db, data)


@post(
    "/v1/admin/grants",
    operation_id="give_role",
    responses=problems(rules.PersonNotFound, rules.GrantOverlaps, Invalid),
)
async def give_role(tx: Tx, me: MePrincipal, data: JSONBody[NewGrant]) -> Grant:
    """Give a person a role: volunteers and leaders with a team, handlers with an agency, officers with a province."""
    return await actions.give_role(tx, me, data)


@post(
    "/v1/admin/grants/{grant_id:uuid}/revoke",
    operation_id="take_role",
    status_code=200,
    responses=problems(rules.GrantNotFound, rules.OwnGrant, Invalid),
)
async def take_role(tx: Tx, me: MePrincipal, grant_id: FromPath[UUID], data: JSONBody[Revocation]) -> Grant:
    """End a role now: the next request of that person no longer has it."""
    return await actions.take_role(tx, me, grant_id, data)


@get(
    "/v1/outreach/teams/{team_id:uuid}/members",
    operation_id="list_team_members",
    responses=problems(rules.NotYourTeam, Invalid),
)
async def list_members(
    db: Db, me: MePrincipal, team_id: FromPath[UUID], cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> Page[Member]:
    """Who is of a team you lead, since when and by whom: leaders first, then who came last."""
    return await actions.list_members(db, me, team_id, cursor=cursor, limit=limit)


@post(
    "/v1/outreach/teams/{team_id:uuid}/members",
    operation_id="take_in_member",
    guards=[limited_each(12)],
    responses=problems(
        rules.NotYourTeam, rules.NobodyWithNumber, rules.LeaderStays, rules.GrantOverlaps, TooMany, Invalid
    ),
)
async def take_in_member(
    tx: Tx, me: MePrincipal, team_id: FromPath[UUID], data: JSONBody[NewMember]
) -> Member:
    """Make somebody who has signed in with this number a volunteer of a team you lead, from today. They are told."""
    return await actions.take_in(tx, me, team_id, data)


@post(
    "/v1/outreach/teams/{team_id:uuid}/members/{member_id:uuid}/take-out",
    operation_id="take_out_member",
    status_code=204,
    responses=problems(rules.NotYourTeam, rules.MemberNotFound, rules.LeaderStays, Invalid),
)
async def take_out_member(
    tx: Tx, me: MePrincipal, team_id: FromPath[UUID], member_id: FromPath[UUID], data: JSONBody[Revocation]
) -> None:
    """End a volunteer's membership now: their next request no longer has it. They are told who did it and why."""
    await actions.take_out(tx, me, team_id, member_id, data)


@get(
    "/v1/agencies",
    operation_id="list_agencies",
    guards=[public],
    tags=["grants"],
    cache_control=CacheControlHeader(public=True, max_age=300),
    responses=problems(Invalid),
)
async def list_agencies(
    db: Db,
    province: Province = None,
    commune: Commune = None,
    cursor: Cursor = None,
    limit: Limit = LIMIT_DEFAULT,
) -> Page[Agency]:
    """The offices that answer, by code."""
    return await actions.list_agencies(db, province=province, commune=commune, cursor=cursor, limit=limit)


router = Router(
    "/",
    route_handlers=[
        Router(
            "/",
            route_handlers=[list_grants, find_grants, give_role, take_role],
            guards=[needs(Role.ADMIN)],
            tags=["grants"],
            cache_control=CacheControlHeader(no_store=True),
        ),
        Router(
            "/",
            route_handlers=[list_members, take_in_member, take_out_member],
            guards=[needs(Role.TEAM_LEADER)],
            tags=["grants"],
            cache_control=CacheControlHeader(no_store=True),
        ),
        inviting.router,
        list_agencies,
    ],
)
