"""Audits and months over HTTP."""

from typing import Annotated
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from api.kit.db import Connection
from api.kit.errors import Invalid, NotAllowed, NotFound
from api.kit.pages import Page
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems
from outreach.supervision.actions import audits as actions
from outreach.supervision.actions import months
from outreach.supervision.contracts.audits import (
    AuditDoor,
    Closed,
    CloseMonth,
    MonthLine,
    NewRound,
    Proof,
    Round,
    RoundResult,
)
from outreach.supervision.rules.drawing import AuditNotReady, AuditUnfinished

CommuneCode = Annotated[str, Meta(pattern="^[0-9]{5}$")]
Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
OFFICES = [needs(Role.OFFICER, Role.ADMIN)]


@get("/audits", operation_id="list_audits", guards=OFFICES)
async def list_audits(db: Db, me: Me) -> Page[Round]:
    """The audits of my provinces, the newest first."""
    return Page(await actions.list_rounds(db, me=me))


@post("/audits", operation_id="open_audit", guards=OFFICES, responses=problems(NotAllowed, AuditNotReady))
async def open_audit(tx: Tx, me: Me, data: JSONBody[NewRound]) -> Round:
    """First: the digest of a seed nobody knows is told."""
    return await actions.open_round(tx, data, me=me)


@post(
    "/audits/{round_id:uuid}/draw",
    operation_id="draw_audit",
    status_code=200,
    guards=OFFICES,
    responses=problems(NotFound, AuditNotReady),
)
async def draw_audit(tx: Tx, me: Me, round_id: FromPath[UUID]) -> Round:
    """Then: the frame is frozen and the households are drawn, each for another team; once."""
    return await actions.freeze_and_draw(tx, round_id, me=me)


@post(
    "/audits/{round_id:uuid}/close",
    operation_id="close_audit",
    status_code=200,
    guards=OFFICES,
    responses=problems(NotFound, AuditNotReady, AuditUnfinished),
)
async def close_audit(tx: Tx, me: Me, round_id: FromPath[UUID]) -> Round:
    """Last: when no household drawn is left, the seed is told."""
    return await actions.close_round(tx, round_id, me=me)


@get(
    "/audits/{round_id:uuid}",
    operation_id="view_audit",
    guards=OFFICES,
    responses=problems(NotFound, NotAllowed),
)
async def view_audit(db: Db, me: Me, round_id: FromPath[UUID]) -> RoundResult:
    """What came of an audit so far."""
    return await actions.show_result(db, round_id, me=me)


@get(
    "/audits/{round_id:uuid}/draws",
    operation_id="list_audit_draws",
    guards=OFFICES,
    responses=problems(NotFound, NotAllowed),
)
async def list_audit_draws(db: Db, me: Me, round_id: FromPath[UUID]) -> Page[AuditDoor]:
    """Every household drawn, and how it stands."""
    return Page(await actions.list_draws(db, round_id, me=me))


@get(
    "/audits/{round_id:uuid}/proof",
    operation_id="prove_audit",
    guards=OFFICES,
    responses=problems(NotFound, AuditNotReady),
)
async def prove_audit(tx: Tx, me: Me, round_id: FromPath[UUID]) -> Proof:
    """Seed and frame of a closed audit: draw again, and see that nobody chose."""
    return await actions.prove(tx, round_id, me=me)


@get("/audits/mine", operation_id="list_my_audits", guards=[needs(Role.VOLUNTEER)])
async def list_my_audits(db: Db, me: Me) -> Page[AuditDoor]:
    """Households of other teams that mine visits again; they cannot be chosen or skipped."""
    return Page(await actions.list_mine(db, me=me))


@get("/months", operation_id="list_months", guards=OFFICES, responses=problems(NotAllowed, NotFound))
async def list_months(db: Db, me: Me, commune: FromQuery[CommuneCode]) -> Page[MonthLine]:
    """The running month, and closed ones as they were told, each with what came late."""
    return Page(await months.list_months(db, commune, me=me))


@post(
    "/months/close",
    operation_id="close_month",
    status_code=200,
    guards=OFFICES,
    responses=problems(NotAllowed, Invalid),
)
async def close_month(tx: Tx, me: Me, data: JSONBody[CloseMonth]) -> Closed:
    """Close a month that is over for a province; its figures stay as they are then."""
    return await months.close_month(tx, data, me=me)


handlers = [
    list_audits,
    open_audit,
    draw_audit,
    close_audit,
    list_my_audits,
    view_audit,
    list_audit_draws,
    prove_audit,
    list_months,
    close_month,
]
