"""HTTP of invitations: leaders and officers invite by phone, whoever proves the number answers."""

from uuid import UUID

from litestar import Router, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.grants import rules
from api.grants.actions import inviting as actions
from api.grants.contracts.inviting import Invitation, MyInvitation, NewInvitation
from api.kit.db import Connection
from api.kit.errors import Invalid, TooMany
from api.kit.pages import Page
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.web.auth import needs, signed_in
from api.web.limits import limited_each
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
Config = NamedDependency[Settings]
INVITES = needs(Role.TEAM_LEADER, Role.OFFICER, Role.ADMIN)


@get(
    "/v1/outreach/teams/{team_id:uuid}/invitations",
    operation_id="list_invitations",
    guards=[INVITES],
    responses=problems(rules.NotYourTeam),
)
async def list_invitations(db: Db, me: Me, team_id: FromPath[UUID]) -> Page[Invitation]:
    """Whom a team you lead or govern has invited, and who has not answered yet."""
    return await actions.list_open(db, me, team_id)


@post(
    "/v1/outreach/teams/{team_id:uuid}/invitations",
    operation_id="invite_member",
    guards=[INVITES, limited_each(12)],
    responses=problems(rules.NotYourTeam, rules.LeaderStays, rules.InvitedAlready, TooMany, Invalid),
)
async def invite_member(
    tx: Tx, me: Me, settings: Config, team_id: FromPath[UUID], data: JSONBody[NewInvitation]
) -> Invitation:
    """Invite a number by SMS; whoever signs in with it and says yes walks with the team from that day."""
    return await actions.invite(tx, me, team_id, data, settings=settings)


@post(
    "/v1/outreach/teams/{team_id:uuid}/invitations/{invitation_id:uuid}/withdraw",
    operation_id="withdraw_invitation",
    status_code=204,
    guards=[INVITES],
    responses=problems(rules.NotYourTeam),
)
async def withdraw_invitation(tx: Tx, me: Me, team_id: FromPath[UUID], invitation_id: FromPath[UUID]) -> None:
    """Take an invitation back."""
    await actions.withdraw(tx, me, team_id, invitation_id)


@get("/v1/me/team-invitations", operation_id="list_my_invitations", guards=[signed_in])
async def list_my_invitations(db: Db, me: Me, settings: Config) -> Page[MyInvitation]:
    """The teams my proven number is invited to."""
    return await actions.list_mine(db, me, settings=settings)


@post(
    "/v1/me/team-invitations/{invitation_id:uuid}/accept",
    operation_id="accept_invitation",
    status_code=204,
    guards=[signed_in],
    responses=problems(rules.InvitationNotFound),
)
async def accept_invitation(tx: Tx, me: Me, settings: Config, invitation_id: FromPath[UUID]) -> None:
    """Say yes with the invited number proven: a member from today."""
    await actions.accept(tx, me, invitation_id, settings=settings)


@post(
    "/v1/me/team-invitations/{invitation_id:uuid}/decline",
    operation_id="decline_invitation",
    status_code=204,
    guards=[signed_in],
    responses=problems(rules.InvitationNotFound),
)
async def decline_invitation(tx: Tx, me: Me, settings: Config, invitation_id: FromPath[UUID]) -> None:
    """Say no: this team does not ask again for a month."""
    await actions.decline(tx, me, invitation_id, settings=settings)


router = Router(
    "/",
    route_handlers=[
        list_invitations,
        invite_member,
        withdraw_invitation,
        list_my_invitations,
        accept_invitation,
        decline_invitation,
    ],
    tags=["grants"],
    cache_control=CacheControlHeader(no_store=True),
)
