"""HTTP of following for somebody else: ask, record, confirm, see on both sides, end at once."""

from typing import Annotated
from uuid import UUID

from litestar import Response, delete, get, post, put
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, JSONBody, PathParameter
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from api.dossiers.actions import sharing
from api.dossiers.contracts.sharing import (
    Follower,
    FollowerDecision,
    Followers,
    NewShare,
    Share,
    ShareCode,
    Shares,
)
from api.dossiers.routes.citizens import AnyRequest, Configured, Db, Me, Tx
from api.dossiers.rules.proof import DossierNotFound, TooManyLookups
from api.dossiers.rules.sharing import (
    FollowerNotFound,
    ShareCodeWrong,
    ShareNotFound,
    ShareNotNeeded,
    ShareTextChanged,
)
from api.kit.errors import Invalid, Problem
from api.web.problems import problems, render

NEVER = CacheControlHeader(no_store=True)
Handle = Annotated[str, PathParameter(pattern=r"^[0-9a-f]{32}$", required=True)]
ASKED_BEFORE = {200: ResponseSpec(data_container=Share, description="Asked before")}


@post(
    "/v1/me/dossier-shares",
    operation_id="ask_dossier_share",
    status_code=HTTP_201_CREATED,
    cache_control=NEVER,
    responses=problems(DossierNotFound, TooManyLookups, ShareNotNeeded, ShareTextChanged, Invalid)
    | ASKED_BEFORE,
)
async def ask_dossier_share(
    request: AnyRequest,
    *,
    tx: Tx,
    me: Me,
    settings: Configured,
    address: NamedDependency[str],
    data: JSONBody[NewShare],
) -> Response[Share]:
    """Follow for a parent or neighbour: ask them in the app, by a code to their phone, or record their yes."""
    share, new = await sharing.ask_share(tx, me, data, address=address, settings=settings)
    if isinstance(share, Problem):
        return render(request, share)  # type: ignore[return-value]  # documented in responses=
    return Response(share, status_code=HTTP_201_CREATED if new else HTTP_200_OK)


@get("/v1/me/dossier-shares", operation_id="list_dossier_shares", cache_control=NEVER)
async def list_dossier_shares(db: Db, me: Me) -> Shares:
    """For whom I follow or asked to, and the sentences to agree to."""
    return await sharing.list_my_shares(db, me)


@post(
    "/v1/me/dossier-shares/{share_id:uuid}/code",
    operation_id="confirm_dossier_share",
    status_code=HTTP_200_OK,
    cache_control=NEVER,
    responses=problems(ShareCodeWrong, Invalid),
)
async def confirm_dossier_share(
    tx: Tx, me: Me, settings: Configured, share_id: FromPath[UUID], data: JSONBody[ShareCode]
) -> Share:
    """The applicant read out the digits sent to their phone: that is their yes."""
    return await sharing.confirm_code(tx, me, share_id, data.code, settings=settings)


@delete(
    "/v1/me/dossier-shares/{share_id:uuid}",
    operation_id="end_dossier_share",
    responses=problems(ShareNotFound),
)
async def end_dossier_share(tx: Tx, me: Me, share_id: FromPath[UUID]) -> None:
    """Follow for them no more, or take the request back."""
    await sharing.end_my_share(tx, me, share_id)


@get(
    "/v1/me/dossiers/{dossier_id:uuid}/followers",
    operation_id="list_dossier_followers",
    cache_control=NEVER,
    responses=problems(DossierNotFound),
)
async def list_dossier_followers(
    db: Db, me: Me, settings: Configured, dossier_id: FromPath[UUID]
) -> Followers:
    """Who follows my dossier, or asks to; mine is what was filed with my verified number."""
    return await sharing.list_followers(db, me, dossier_id, settings=settings)


@put(
    "/v1/me/dossiers/{dossier_id:uuid}/followers/{handle:str}",
    operation_id="decide_dossier_follower",
    responses=problems(DossierNotFound, FollowerNotFound, ShareTextChanged, Invalid),
)
async def decide_dossier_follower(
    *,
    tx: Tx,
    me: Me,
    settings: Configured,
    dossier_id: FromPath[UUID],
    handle: Handle,
    data: JSONBody[FollowerDecision],
) -> Follower:
    """Say yes to a request, or end it at once: they then see nothing more of my dossier."""
    return await sharing.decide(tx, me, dossier_id, handle, data, settings=settings)


handlers = [
    ask_dossier_share,
    list_dossier_shares,
    confirm_dossier_share,
    end_dossier_share,
    list_dossier_followers,
    decide_dossier_follower,
]
