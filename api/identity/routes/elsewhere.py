"""HTTP of signing in elsewhere: leave for the province's server or for Zalo's page, come back, be signed in or linked.

Nobody outside is waited for inside a transaction: a trip is ended in one of its own, then the other server is
asked, then the request's transaction begins (`tx_after_answer`).
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from litestar import delete, get, post
from litestar.datastructures import CacheControlHeader, State
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody
from litestar.response import Redirect

from api.identity import gateway, rules
from api.identity.actions import merging, trips
from api.identity.actions import zalo as zalo_actions
from api.identity.contracts import Me, NewTrip, Session, SignInWays, Trip, TripEnd, TripWay
from api.identity.gateway.province import Province
from api.identity.rules.province import Account, ProvinceAccountUnknown, ProvinceDown
from api.identity.rules.trips import TripRefused, landing
from api.kit import zalo_problems as zalo
from api.kit.db import Connection
from api.kit.errors import Invalid, NotAllowed, TooMany
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.tokens import random_token
from api.web.auth import public, signed_in
from api.web.database import AnyRequest, provide_tx
from api.web.limits import limited, limited_each
from api.web.problems import problems

Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Config = NamedDependency[Settings]
Leaving = NamedDependency[tuple[str, str]]
Vouched = NamedDependency[Account]
Answered = NamedDependency[str]
DeviceName = NamedDependency[str]
PROVINCE = problems(TripRefused, rules.SignInWayOff, ProvinceDown, ProvinceAccountUnknown, Invalid, TooMany)
ZALO = problems(
    TripRefused,
    rules.SignInWayOff,
    zalo.ZaloTokenInvalid,
    zalo.ZaloUserHidden,
    zalo.ZaloMisconfigured,
    zalo.ZaloUnavailable,
    Invalid,
    TooMany,
)


def open_province(settings: Settings) -> Province:
    """The province's server, as its client: one for the process."""
    return Province(settings)


async def find_way_out(data: JSONBody[NewTrip], settings: Config, state: State) -> tuple[str, str]:
    """A new state, and the address to go to with it; the province's server may have to be asked for its."""
    word, back = random_token(), trips.redirect_uri(settings)
    nonce, verifier = trips.secrets_of(settings, word)
    if data.way is TripWay.ZALO:
        return word, gateway.zalo_web_url(settings, redirect_uri=back, state=word, verifier=verifier)
    url = await state.province.find_way_out(redirect_uri=back, state=word, nonce=nonce, verifier=verifier)
    return word, url


async def ask_province(data: JSONBody[TripEnd], settings: Config, state: State) -> Account:
    """Whom the province vouches for, by the code that came back."""
    if not state.province.on:
        raise rules.SignInWayOff
    async with state.database.write() as tx:
        await trips.come_back(tx, TripWay.OIDC, data)
    nonce, verifier = trips.secrets_of(settings, data.state)
    found: Account = await state.province.find_account(
        data.code, redirect_uri=trips.redirect_uri(settings), nonce=nonce, verifier=verifier, iss=data.iss
    )
    return found


async def ask_zalo(data: JSONBody[TripEnd], settings: Config, state: State) -> str:
    """The Zalo id of who came back from Zalo's page."""
    if not gateway.zalo_web_on(settings):
        raise rules.SignInWayOff
    async with state.database.write() as tx:
        await trips.come_back(tx, TripWay.ZALO, data)
    _, verifier = trips.secrets_of(settings, data.state)
    return await gateway.find_web_zalo_id(state.zalo, data.code, verifier)


async def tx_after_answer(
    answered: NamedDependency[Any],  # noqa: ARG001  to be waited for
    data: JSONBody[Any],  # noqa: ARG001  litestar wants it named wherever a dependency below reads it
    request: AnyRequest,
) -> AsyncGenerator[Connection, None]:
    """The request's transaction, begun when the other server has answered: nobody outside is waited for in it."""
    async with asynccontextmanager(provide_tx)(request) as connection:
        yield connection


@get(
    "/v1/auth/ways",
    operation_id="list_sign_in_ways",
    guards=[public],
    cache_control=CacheControlHeader(public=True, max_age=300),
)
async def list_ways(settings: Config, state: State) -> SignInWays:
    """Which ways in are switched on here, besides a code to the phone."""
    return SignInWays(
        zalo=bool(settings.zalo_app_secret),
        zalo_web=gateway.zalo_web_on(settings),
        province=state.province.on,
        province_factor=state.province.on and bool(settings.oidc_second_factor),
    )


@post(
    "/v1/auth/trips",
    operation_id="begin_trip",
    guards=[public, limited(120)],
    dependencies={"answered": Provide(find_way_out), "tx": Provide(tx_after_answer)},
    responses=problems(rules.SignInWayOff, ProvinceDown, Invalid, TooMany),
)
async def begin_trip(tx: Tx, answered: Leaving, data: JSONBody[NewTrip]) -> Trip:
    """Leave to sign in at the province's server or at Zalo's page. Keep `binding` in this browser."""
    state, url = answered
    return await trips.begin(tx, data.way, state=state, url=url)


@get("/v1/auth/callback", guards=[public], include_in_schema=False)
async def come_back(request: AnyRequest) -> Redirect:
    """FOR THE OTHER SERVER: the address people come back to; on to our own screen and nowhere else."""
    return Redirect(landing(dict(request.query_params)), status_code=303)


@post(
    "/v1/auth/province",
    operation_id="sign_in_province",
    status_code=200,
    guards=[public, limited(120)],
    dependencies={"answered": Provide(ask_province), "tx": Provide(tx_after_answer)},
    responses=PROVINCE,
)
async def sign_in_province(
    tx: Tx,
    settings: Config,
    answered: Vouched,
    device: DeviceName,
    data: JSONBody[TripEnd],  # noqa: ARG001  read by ask_province
) -> Session:
    """Sign in with an account of the province: it proves who somebody is; rights come from grants alone."""
    return await trips.sign_in_province(tx, settings, answered, device=device)


@post(
    "/v1/auth/zalo/web",
    operation_id="sign_in_zalo_web",
    status_code=200,
    guards=[public, limited(120)],
    dependencies={"answered": Provide(ask_zalo), "tx": Provide(tx_after_answer)},
    responses=ZALO,
)
async def sign_in_zalo_web(
    tx: Tx,
    settings: Config,
    answered: Answered,
    device: DeviceName,
    data: JSONBody[TripEnd],  # noqa: ARG001  read by ask_zalo
) -> Session:
    """Sign in with Zalo from a browser: the code of Zalo's page, good once."""
    return await zalo_actions.sign_in_zalo(tx, settings, answered, device=device)


@post(
    "/v1/me/province",
    operation_id="link_province",
    status_code=200,
    guards=[signed_in, limited(120), limited_each(6)],
    dependencies={"answered": Provide(ask_province), "tx": Provide(tx_after_answer)},
    responses={**PROVINCE, **problems(rules.MergeRefused, NotAllowed)},
)
async def link_province(
    tx: Tx,
    me: MePrincipal,
    answered: Vouched,
    data: JSONBody[TripEnd],  # noqa: ARG001  read by ask_province
) -> Me:
    """Prove that an account of the province is mine; from then on I sign in with it."""
    return await trips.link_province(tx, me, answered)


@delete(
    "/v1/me/province",
    operation_id="unlink_province",
    status_code=200,
    guards=[signed_in],
    responses=problems(rules.LastWayIn, NotAllowed),
)
async def unlink_province(tx: Tx, me: MePrincipal) -> Me:
    """The province's account no longer opens mine; sessions that began with it end, but for this one."""
    return await trips.unlink_province(tx, me)


@post(
    "/v1/me/zalo/web",
    operation_id="link_zalo_web",
    status_code=200,
    guards=[signed_in, limited(120), limited_each(6)],
    dependencies={"answered": Provide(ask_zalo), "tx": Provide(tx_after_answer)},
    responses={**ZALO, **problems(rules.MergeRefused, NotAllowed)},
)
async def link_zalo_web(
    tx: Tx,
    me: MePrincipal,
    answered: Answered,
    data: JSONBody[TripEnd],  # noqa: ARG001  read by ask_zalo
) -> Me:
    """Prove that a Zalo account is mine from a browser; another account of mine with it becomes this one."""
    return await merging.link_zalo(tx, me, answered)


HANDLERS = (
    list_ways,
    begin_trip,
    come_back,
    sign_in_province,
    sign_in_zalo_web,
    link_province,
    unlink_province,
    link_zalo_web,
)
