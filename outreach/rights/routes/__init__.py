"""Requests about people's data over HTTP: for who asks, for volunteers at the door, and for the officers' desk."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Router, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import Page
from api.kit.principal import Principal, Role
from api.web.auth import needs, signed_in
from api.web.problems import problems
from outreach.rights import actions, rules
from outreach.rights.actions import carrying_out
from outreach.rights.contracts import (
    CarryOut,
    MyRequest,
    NewRequestOfHousehold,
    NewRightsRequest,
    RequestLine,
    RightsAnswer,
    RightsCandidate,
    RightsExport,
    RightsExtension,
    RightsQueue,
    RightsSubject,
)
from outreach.rights.routes import photos

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
RequestId = FromPath[UUID]
Searched = Annotated[str, Meta(min_length=1, max_length=80)]
DESK = [needs(Role.OFFICER, Role.ADMIN)]
MOVES = problems(rules.RightsRequestNotFound, rules.RightsRequestMovedOn, Invalid)
CARRIES = problems(
    rules.RightsRequestNotFound, rules.RightsRequestMovedOn, rules.RightsRequestIncomplete, Invalid
)
FINDS = problems(rules.RightsRequestNotFound, rules.RightsRequestMovedOn, rules.HouseholdNotFound, Invalid)


@get("/my-rights-requests", operation_id="list_my_rights_requests", guards=[signed_in])
async def list_my_requests(db: Db, me: Me) -> Page[MyRequest]:
    """What I asked about my data, until when it must be answered and done, and what was done."""
    return await actions.list_mine(db, me)


@post(
    "/my-rights-requests",
    operation_id="ask_about_my_data",
    guards=[signed_in],
    responses=problems(rules.RightsRequestNotFound, Invalid),
)
async def ask_about_my_data(tx: Tx, me: Me, data: JSONBody[NewRightsRequest]) -> MyRequest:
    """Ask to see, correct or delete what volunteers wrote of my household, to withdraw, restrict or object."""
    return await actions.ask(tx, me, data)


@post(
    "/my-rights-requests/{request_id:uuid}/take-back",
    operation_id="take_back_rights_request",
    status_code=200,
    guards=[signed_in],
    responses=problems(rules.RightsRequestNotFound),
)
async def take_back(tx: Tx, me: Me, request_id: RequestId) -> MyRequest:
    """Ask no more."""
    return await actions.take_back(tx, me, request_id)


@get(
    "/rights-requests/{request_id:uuid}/export",
    operation_id="export_my_data",
    guards=[signed_in],
    responses=problems(rules.RightsRequestNotFound),
)
async def export_my_data(tx: Tx, me: Me, request_id: RequestId) -> RightsExport:
    """Everything that is kept, for who asked to see it and was found."""
    return await carrying_out.export(tx, me, request_id)


@post(
    "/rights-requests",
    operation_id="ask_for_household",
    guards=[needs(Role.VOLUNTEER)],
    responses=problems(rules.HouseholdNotFound, Invalid),
)
async def ask_for_household(tx: Tx, me: Me, data: JSONBody[NewRequestOfHousehold]) -> RequestLine:
    """Pass on what a household told you at the door; the officers' clocks run from now."""
    return await actions.ask_for_household(tx, me, data)


@post("/rights-requests/office", operation_id="record_rights_request", guards=DESK, responses=MOVES)
async def record_request(tx: Tx, me: Me, data: JSONBody[NewRightsRequest]) -> RequestLine:
    """Write down what somebody asked at your office, by call or by letter; the clocks run from now."""
    return await actions.ask_at_office(tx, me, data)


@get("/rights-requests", operation_id="list_rights_requests", guards=DESK)
async def list_requests(db: Db, me: Me, *, closed: FromQuery[bool] = False) -> RightsQueue:
    """The desk of your province: what ends first, with the clock that runs, in working days."""
    return await actions.list_queue(db, me, closed=closed)


@get(
    "/rights-requests/{request_id:uuid}/candidates",
    operation_id="list_rights_candidates",
    guards=DESK,
    responses=MOVES,
)
async def list_candidates(
    tx: Tx, me: Me, request_id: RequestId, q: FromQuery[Searched]
) -> Page[RightsCandidate]:
    """Households of the commune that a request may be about."""
    return await actions.list_candidates(tx, me, request_id, q)


@post(
    "/rights-requests/{request_id:uuid}/subject",
    operation_id="find_rights_subject",
    status_code=200,
    guards=DESK,
    responses=FINDS,
)
async def find_subject(tx: Tx, me: Me, request_id: RequestId, data: JSONBody[RightsSubject]) -> RequestLine:
    """Say which household or adult it is about, once you have made sure that it is them."""
    return await actions.find(tx, me, request_id, data)


@post(
    "/rights-requests/{request_id:uuid}/answer",
    operation_id="answer_rights_request",
    status_code=200,
    guards=DESK,
    responses=MOVES,
)
async def answer_request(tx: Tx, me: Me, request_id: RequestId, data: JSONBody[RightsAnswer]) -> RequestLine:
    """Tell who asked that it was received and what comes of it: within two working days."""
    return await actions.answer(tx, me, request_id, data)


@post(
    "/rights-requests/{request_id:uuid}/extend",
    operation_id="extend_rights_request",
    status_code=200,
    guards=DESK,
    responses=MOVES,
)
async def extend_request(
    tx: Tx, me: Me, request_id: RequestId, data: JSONBody[RightsExtension]
) -> RequestLine:
    """Fifteen days more, once, with the reason told."""
    return await actions.extend(tx, me, request_id, data)


@post(
    "/rights-requests/{request_id:uuid}/carry-out",
    operation_id="carry_out_rights_request",
    status_code=200,
    guards=DESK,
    responses=CARRIES,
)
async def carry_out(
    tx: Tx, me: Me, record: NamedDependency[Any], request_id: RequestId, data: JSONBody[CarryOut]
) -> RequestLine:
    """Do what was asked, everywhere, phones included, and close it."""
    return await carrying_out.carry_out(tx, me, request_id, data, record=record)


@post(
    "/rights-requests/{request_id:uuid}/refuse",
    operation_id="refuse_rights_request",
    status_code=200,
    guards=DESK,
    responses=MOVES,
)
async def refuse_request(tx: Tx, me: Me, request_id: RequestId, data: JSONBody[RightsAnswer]) -> RequestLine:
    """Say no with the reason, where the law allows it."""
    return await actions.refuse(tx, me, request_id, data)


router = Router(
    "/",
    route_handlers=[
        list_my_requests,
        ask_about_my_data,
        take_back,
        export_my_data,
        ask_for_household,
        record_request,
        list_requests,
        list_candidates,
        find_subject,
        answer_request,
        extend_request,
        carry_out,
        refuse_request,
        *photos.handlers,
    ],
    tags=["outreach"],
    cache_control=CacheControlHeader(no_store=True),
)
