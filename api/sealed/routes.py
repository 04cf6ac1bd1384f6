"""The doors of sealed boxes: officers of the province only, in a session with a second factor."""

from typing import Annotated
from uuid import UUID

from litestar import Router, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.kit.db import Connection
from api.kit.errors import NotAllowed, TooMany
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.sealed import actions
from api.sealed.contracts import Ask, SealedCase, Sender
from api.sealed.rules import SealedEmpty, SealedNotFound, SealedOver, SealedTakesTwo
from api.web.auth import needs
from api.web.limits import limited_each
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
GUARDS = [needs(Role.OFFICER), limited_each(60)]
STEP = problems(NotAllowed, SealedNotFound, SealedTakesTwo, SealedOver, TooMany)


@get("/v1/sealed", operation_id="list_sealed", guards=[needs(Role.OFFICER)], cache_control=NEVER)
async def list_sealed(
    *,
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    cursor: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> Page[SealedCase]:
    """Cases of sealed subjects, and who asked to open their boxes, why, who agreed, how often it was read."""
    return await actions.browse(db, me, cursor=cursor, limit=limit)


@post(
    "/v1/sealed/{report_id:uuid}/ask",
    operation_id="ask_sealed",
    status_code=200,
    guards=GUARDS,
    responses=STEP,
)
async def ask_sealed(
    report_id: FromPath[UUID],
    data: JSONBody[Ask],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
) -> SealedCase:
    """Ask for a box to be opened; another officer has half an hour to agree."""
    return await actions.ask(tx, report_id, data, me)


@post(
    "/v1/sealed/openings/{opening_id:uuid}/agree",
    operation_id="agree_sealed",
    status_code=200,
    guards=GUARDS,
    responses=STEP,
)
async def agree_sealed(
    opening_id: FromPath[UUID], tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> SealedCase:
    """Agree, as another person than who asked: the two may read for a quarter of an hour."""
    return await actions.agree(tx, opening_id, me)


@post(
    "/v1/sealed/openings/{opening_id:uuid}/refuse",
    operation_id="refuse_sealed",
    status_code=200,
    guards=GUARDS,
    responses=STEP,
)
async def refuse_sealed(
    opening_id: FromPath[UUID], tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> SealedCase:
    """Say no, or take one's own request back."""
    return await actions.refuse(tx, opening_id, me)


@post(
    "/v1/sealed/openings/{opening_id:uuid}/read",
    operation_id="read_sealed",
    status_code=200,
    cache_control=NEVER,
    guards=GUARDS,
    responses=problems(NotAllowed, SealedNotFound, SealedTakesTwo, SealedOver, SealedEmpty, TooMany),
)
async def read_sealed(
    opening_id: FromPath[UUID],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Sender:
    """What was in the box, for the two who opened it; each reading is written down."""
    return await actions.read(tx, opening_id, me, settings=settings)


router = Router(
    "/",
    route_handlers=[list_sealed, ask_sealed, agree_sealed, refuse_sealed, read_sealed],
    tags=["sealed"],
)
