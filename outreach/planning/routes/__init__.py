"""The evening over HTTP: next doors, who goes where, the order, paper, and requests."""

from typing import Annotated
from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from api.kit.db import Connection
from api.kit.errors import Invalid, NotAllowed, NotFound
from api.kit.pages import LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems
from outreach.planning import actions
from outreach.planning.actions import paper
from outreach.planning.contracts import HeldDoor, NewLeases, Released, Taken, Tonight, Walk
from outreach.planning.contracts.paper import Entered, NewSheet, Sheet, SheetEntry
from outreach.planning.routes import requests
from outreach.planning.rules.paper import CodeWrong

Limit = Annotated[int, Meta(ge=1, le=LIMIT_MAX)]
Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
WALKS = [needs(Role.VOLUNTEER)]


@get("/tonight", operation_id="plan_tonight", guards=WALKS, responses=problems(NotAllowed))
async def plan_tonight(
    db: Db, me: Me, team_id: FromQuery[UUID | None] = None, limit: FromQuery[Limit] = 40
) -> Tonight:
    """The next doors to knock at, best first, each with its reasons; not those another goes to."""
    return await actions.tonight(db, me=me, team_id=team_id, limit=limit)


@post("/leases", operation_id="take_doors", status_code=200, guards=WALKS, responses=problems(NotAllowed))
async def take_doors(tx: Tx, me: Me, data: JSONBody[NewLeases]) -> Taken:
    """I go to these doors this evening: nobody else is sent there meanwhile."""
    return await actions.take(tx, data, me=me)


@get("/leases", operation_id="list_held_doors", guards=WALKS, responses=problems(NotAllowed))
async def list_held_doors(db: Db, me: Me, team_id: FromQuery[UUID | None] = None) -> Page[HeldDoor]:
    """Who goes to which door of the area this evening."""
    return Page(await actions.list_held(db, me=me, team_id=team_id))


@post("/leases/release", operation_id="release_doors", status_code=200, guards=WALKS)
async def release_doors(tx: Tx, me: Me, data: JSONBody[NewLeases]) -> Released:
    """I do not get to these doors: somebody else may."""
    return await actions.release(tx, data, me=me)


@get("/walk", operation_id="order_walk", guards=WALKS, responses=problems(NotAllowed))
async def order_walk(db: Db, me: Me, team_id: FromQuery[UUID | None] = None) -> Walk:
    """The doors I hold, in the order to walk them."""
    return await actions.walk(db, me=me, team_id=team_id)


@post("/walk/sheets", operation_id="print_sheet", guards=WALKS, responses=problems(NotAllowed))
async def print_sheet(tx: Tx, me: Me, data: JSONBody[NewSheet]) -> Sheet:
    """These doors on paper, each with a code."""
    return await paper.print_sheet(tx, data, me=me)


@get("/walk/sheets/{no:int}", operation_id="view_sheet", guards=WALKS, responses=problems(NotFound))
async def view_sheet(db: Db, me: Me, no: FromPath[int]) -> Sheet:
    """A sheet of my team, and which of its lines are typed in."""
    return await paper.show_sheet(db, no, me=me)


@post(
    "/walk/sheet-entries",
    operation_id="enter_sheet_line",
    status_code=200,
    guards=WALKS,
    responses=problems(CodeWrong, NotFound, Invalid),
)
async def enter_sheet_line(
    tx: Tx, me: Me, record: NamedDependency[paper.Record], data: JSONBody[SheetEntry]
) -> Entered:
    """Type in one line of paper; a line typed twice is one visit."""
    return await paper.enter(tx, data, me=me, record=record)


router = Router(
    "/",
    route_handlers=[
        plan_tonight,
        list_held_doors,
        take_doors,
        release_doors,
        order_walk,
        print_sheet,
        view_sheet,
        enter_sheet_line,
        *requests.handlers,
    ],
    tags=["outreach"],
)
