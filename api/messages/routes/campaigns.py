"""HTTP for officers: invitations to citizens of some communes who asked for them."""

from typing import Annotated
from uuid import UUID

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, JSONBody, QueryParameter

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal
from api.messages.actions import campaigns as actions
from api.messages.contracts.campaigns import Audience, AudienceQuestion, Campaign, NewCampaign
from api.messages.rules import campaigns as rules
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]


@get("/v1/admin/campaigns", operation_id="list_campaigns", responses=problems(Invalid))
async def list_campaigns(
    db: Db, me: MePrincipal, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> Page[Campaign]:
    """The invitations of my provinces, newest first, and how many were told."""
    return await actions.list_campaigns(db, me, cursor=cursor, limit=limit)


@post(
    "/v1/admin/campaigns",
    operation_id="announce_campaign",
    responses={
        200: ResponseSpec(Campaign, description="Sent before: the first answer", generate_examples=False),
        **problems(rules.CampaignIdTaken, rules.CampaignUnusable, Invalid),
    },
)
async def announce(tx: Tx, me: MePrincipal, data: JSONBody[NewCampaign]) -> Response[Campaign]:
    """Invite everybody there who said yes to invitations, each once; sending again is safe."""
    campaign, is_new = await actions.announce(tx, me, data)
    return Response(campaign, status_code=201 if is_new else 200)


@post(
    "/v1/admin/campaigns/audience",
    operation_id="count_campaign_audience",
    status_code=200,
    responses=problems(Invalid),
)
async def count_audience(db: Db, me: MePrincipal, data: JSONBody[AudienceQuestion]) -> Audience:
    """How many people an invitation to these communes would reach now; none of fewer than five."""
    return await actions.count_audience(db, me, data)


@post(
    "/v1/admin/campaigns/{campaign_id:uuid}/stop",
    operation_id="stop_campaign",
    status_code=200,
    responses=problems(rules.CampaignNotFound),
)
async def stop(tx: Tx, me: MePrincipal, campaign_id: FromPath[UUID]) -> Campaign:
    """Tell nobody more; what still waits to leave the app is not sent."""
    return await actions.stop(tx, me, campaign_id)


HANDLERS = [list_campaigns, announce, count_audience, stop]
