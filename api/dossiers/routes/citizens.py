"""HTTP of dossiers for citizens: look up and follow. Nothing personal is in a URL."""

from typing import Annotated, Any, TypeAlias
from uuid import UUID

from litestar import Request, Response, Router, delete, get, post
from litestar.datastructures import CacheControlHeader, State
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, JSONBody, QueryParameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from api.dossiers.actions import following
from api.dossiers.contracts import Dossier, Lookup
from api.dossiers.rules.proof import DossierNotFound, TooManyLookups
from api.dossiers.rules.sharing import ShareWaiting
from api.kit.db import Connection
from api.kit.errors import Invalid, Problem
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.web.auth import public, signed_in
from api.web.problems import problems, render

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
Configured = NamedDependency[Settings]
AnyRequest: TypeAlias = Request[Any, Any, State]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
NEVER = CacheControlHeader(no_store=True)
FOLLOWED_BEFORE = {200: ResponseSpec(data_container=Dossier, description="Followed before")}


def answer(request: AnyRequest, found: Dossier | Problem, *, status: int = HTTP_200_OK) -> Response[Dossier]:
    """The dossier, or the refusal whose count must be committed (so it was not raised)."""
    if isinstance(found, Problem):
        return render(request, found)  # type: ignore[return-value]  # documented in responses=
    return Response(found, status_code=status)


@post(
    "/v1/dossiers/lookup",
    operation_id="look_up_dossier",
    status_code=HTTP_200_OK,
    guards=[public],
    cache_control=NEVER,
    responses=problems(DossierNotFound, TooManyLookups, Invalid),
)
async def look_up_dossier(
    request: AnyRequest,
    *,
    tx: Tx,
    caller: NamedDependency[Principal | None],
    settings: Configured,
    address: NamedDependency[str],
    data: JSONBody[Lookup],
) -> Response[Dossier]:
    """Where a dossier stands, by its code and the last four digits of the phone given at filing."""
    person_id = caller.person_id if caller else None
    found = await following.look_up(tx, data, address=address, settings=settings, person_id=person_id)
    return answer(request, found)


@post(
    "/v1/me/dossiers",
    operation_id="follow_dossier",
    status_code=HTTP_201_CREATED,
    responses=problems(DossierNotFound, TooManyLookups, ShareWaiting, Invalid) | FOLLOWED_BEFORE,
)
async def follow_dossier(
    request: AnyRequest,
    *,
    tx: Tx,
    me: Me,
    settings: Configured,
    address: NamedDependency[str],
    data: JSONBody[Lookup],
) -> Response[Dossier]:
    """Follow a dossier: every change of its state comes into my inbox."""
    found, new = await following.follow(tx, me, data, address=address, settings=settings)
    return answer(request, found, status=HTTP_201_CREATED if new else HTTP_200_OK)


@get("/v1/me/dossiers", operation_id="list_my_dossiers", cache_control=NEVER, responses=problems(Invalid))
async def list_my_dossiers(
    db: Db, me: Me, settings: Configured, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> Page[Dossier]:
    """The dossiers I follow and those filed with my verified number, heard of last first."""
    return await following.list_mine(db, me, cursor=cursor, limit=limit, settings=settings)


@get(
    "/v1/me/dossiers/{dossier_id:uuid}",
    operation_id="read_my_dossier",
    cache_control=NEVER,
    responses=problems(DossierNotFound),
)
async def read_my_dossier(db: Db, me: Me, settings: Configured, dossier_id: FromPath[UUID]) -> Dossier:
    """One of my dossiers with its timeline."""
    return await following.read_mine(db, me, dossier_id, settings=settings)


@delete(
    "/v1/me/dossiers/{dossier_id:uuid}",
    operation_id="unfollow_dossier",
    responses=problems(DossierNotFound),
)
async def unfollow_dossier(tx: Tx, me: Me, settings: Configured, dossier_id: FromPath[UUID]) -> None:
    """Follow no more: it leaves my list and I am told nothing about it."""
    await following.unfollow(tx, me, dossier_id, settings=settings)


mine = Router(
    "/",
    route_handlers=[follow_dossier, list_my_dossiers, read_my_dossier, unfollow_dossier],
    guards=[signed_in],
)
