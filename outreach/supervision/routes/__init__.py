"""Looking after a team, over HTTP."""

from uuid import UUID

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.kit.db import Connection
from api.kit.errors import Invalid, NotAllowed, NotFound
from api.kit.pages import Page
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems
from outreach.supervision import actions
from outreach.supervision.contracts import (
    Doubts,
    FollowUp,
    HelpAnswer,
    HelpCall,
    NewHelpCall,
    Overview,
    Review,
    Settlement,
)
from outreach.supervision.routes import audits

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
WALKS = [needs(Role.VOLUNTEER)]
LEADS = [needs(Role.TEAM_LEADER)]
LOOKS_AFTER = [needs(Role.TEAM_LEADER, Role.OFFICER, Role.ADMIN)]


@get("/supervision", operation_id="view_team_overview", guards=LOOKS_AFTER, responses=problems(NotAllowed))
async def view_team_overview(db: Db, me: Me, team_id: FromQuery[UUID]) -> Overview:
    """A team at one look: how far each hamlet is, what is overdue, who wants help."""
    return await actions.overview(db, team_id, me=me)


@get("/follow-ups", operation_id="list_follow_ups", guards=WALKS, responses=problems(NotAllowed))
async def list_follow_ups(db: Db, me: Me, team_id: FromQuery[UUID]) -> Page[FollowUp]:
    """What people need next and returns that were promised, what is due first."""
    return Page(await actions.list_follow_ups(db, team_id, me=me))


@post(
    "/follow-ups/settle",
    operation_id="settle_follow_up",
    status_code=204,
    guards=WALKS,
    responses=problems(NotAllowed, NotFound, Invalid),
)
async def settle_follow_up(tx: Tx, me: Me, data: JSONBody[Settlement]) -> None:
    """Done, not needed any more, or gone on as a report or dossier help with the person's yes."""
    await actions.settle(tx, data, me=me)


@get("/help-calls", operation_id="list_help_calls", guards=WALKS)
async def list_help_calls(db: Db, me: Me) -> Page[HelpCall]:
    """Who of my teams wants help, and what is being done."""
    return Page(await actions.list_calls(db, me=me))


@post("/help-calls", operation_id="ask_team_for_help", guards=WALKS, responses=problems(NotAllowed))
async def ask_team_for_help(tx: Tx, me: Me, data: JSONBody[NewHelpCall]) -> HelpCall:
    """I want help: somebody who speaks the language, company, a repaired portal."""
    return await actions.call_for_help(tx, data, me=me)


@post(
    "/help-calls/{call_id:uuid}/answer",
    operation_id="answer_help_call",
    status_code=200,
    guards=LEADS,
    responses=problems(NotFound),
)
async def answer_help_call(tx: Tx, me: Me, call_id: FromPath[UUID], data: JSONBody[HelpAnswer]) -> HelpCall:
    """Say what is being done about it."""
    return await actions.answer_call(tx, call_id, data, me=me)


@get("/doubts", operation_id="list_doubts", guards=LOOKS_AFTER, responses=problems(NotAllowed))
async def list_doubts(db: Db, me: Me, team_id: FromQuery[UUID]) -> Doubts:
    """Visits a person should look at, with reasons and rank; nothing follows from it by itself."""
    return await actions.list_doubts(db, team_id, me=me)


@get("/doubts/mine", operation_id="list_my_doubts", guards=WALKS, responses=problems(NotAllowed))
async def list_my_doubts(db: Db, me: Me, team_id: FromQuery[UUID]) -> Doubts:
    """The same about my own visits: I may know what I can be asked about."""
    return await actions.list_own_doubts(db, team_id, me=me)


@post(
    "/doubts/review",
    operation_id="review_doubt",
    status_code=204,
    guards=LOOKS_AFTER,
    responses=problems(NotAllowed, NotFound),
)
async def review_doubt(tx: Tx, me: Me, data: JSONBody[Review]) -> None:
    """Write down what looking found; no visit changes."""
    await actions.review(tx, data, me=me)


router = Router(
    "/",
    route_handlers=[
        view_team_overview,
        list_follow_ups,
        settle_follow_up,
        list_help_calls,
        ask_team_for_help,
        answer_help_call,
        list_doubts,
        list_my_doubts,
        review_doubt,
        *audits.handlers,
    ],
    tags=["outreach"],
)
