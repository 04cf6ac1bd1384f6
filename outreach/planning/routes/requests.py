"""Families that ask for a visit, over HTTP."""

from typing import Annotated
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from api.kit.db import Connection
from api.kit.errors import NotAllowed, NotFound
from api.kit.pages import Page
from api.kit.principal import Principal, Role
from api.web.auth import needs, signed_in
from api.web.problems import problems
from outreach.planning.actions import requests as actions
from outreach.planning.contracts import HamletChoice, NewRequest, RequestPlace, VisitRequest

CommuneCode = Annotated[str, Meta(pattern="^[0-9]{5}$")]
Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
WALKS = [needs(Role.VOLUNTEER)]


@get("/visit-requests/hamlets", operation_id="list_walked_hamlets", guards=[signed_in])
async def list_walked_hamlets(db: Db, commune: FromQuery[CommuneCode]) -> Page[HamletChoice]:
    """Hamlets of a commune that a team walks: where one can ask for a visit."""
    return Page(await actions.list_hamlets(db, commune))


@post("/visit-requests", operation_id="ask_for_visit", guards=[signed_in], responses=problems(NotFound))
async def ask_for_visit(tx: Tx, me: Me, data: JSONBody[NewRequest]) -> VisitRequest:
    """Ask the team of my hamlet to come and help; one open request a person."""
    return await actions.ask(tx, data, me=me)


@get("/visit-requests/mine", operation_id="list_my_visit_requests", guards=[signed_in])
async def list_my_visit_requests(db: Db, me: Me) -> Page[VisitRequest]:
    """What I asked for, and what became of it."""
    return Page(await actions.list_mine(db, me=me))


@post(
    "/visit-requests/{request_id:uuid}/withdraw",
    operation_id="withdraw_visit_request",
    status_code=200,
    guards=[signed_in],
    responses=problems(NotFound),
)
async def withdraw_visit_request(tx: Tx, me: Me, request_id: FromPath[UUID]) -> VisitRequest:
    """I do not want it any more; what I wrote is forgotten."""
    return await actions.withdraw(tx, request_id, me=me)


@get("/visit-requests", operation_id="list_visit_requests", guards=WALKS, responses=problems(NotAllowed))
async def list_visit_requests(db: Db, me: Me, team_id: FromQuery[UUID | None] = None) -> Page[VisitRequest]:
    """Who asks in the hamlets of my team."""
    return Page(await actions.list_of_team(db, me=me, team_id=team_id))


@post(
    "/visit-requests/{request_id:uuid}/place",
    operation_id="place_visit_request",
    status_code=200,
    guards=WALKS,
    responses=problems(NotAllowed, NotFound),
)
async def place_visit_request(
    tx: Tx,
    me: Me,
    request_id: FromPath[UUID],
    data: JSONBody[RequestPlace],
    team_id: FromQuery[UUID | None] = None,
) -> VisitRequest:
    """Say which house asked, or that nobody finds it."""
    return await actions.place(tx, request_id, data, me=me, team_id=team_id)


handlers = [
    list_walked_hamlets,
    ask_for_visit,
    list_my_visit_requests,
    withdraw_visit_request,
    list_visit_requests,
    place_visit_request,
]
