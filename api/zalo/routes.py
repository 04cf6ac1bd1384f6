"""HTTP of Zalo's other doors: its two webhooks, the callback of an Official Account, a shared position."""

import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

from litestar import MediaType, Router, get, post
from litestar.datastructures import CacheControlHeader, State
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.params import HeaderParameter, JSONBody, QueryParameter

from api.kit import zalo_problems as zalo
from api.kit.db import Connection
from api.kit.errors import Invalid, Malformed, TooLarge, TooMany
from api.kit.settings import Settings
from api.kit.zalo_oa import OaTokens
from api.kit.zalo_oa_store import Pair
from api.web.auth import public
from api.web.database import AnyRequest, provide_tx
from api.web.limits import limited
from api.web.problems import problems
from api.zalo import actions, gateway, rules
from api.zalo.contracts import Channel, Connected, Place, ZaloLocation

Tx = NamedDependency[Connection]
Config = NamedDependency[Settings]
First = NamedDependency[tuple[Pair, bool]]
Signature = Annotated[str, HeaderParameter(name="X-ZEvent-Signature", max_length=200)]
Code = Annotated[str, QueryParameter(min_length=1, max_length=4000)]
OaId = Annotated[str, QueryParameter(pattern="^[A-Za-z0-9_-]{1,40}$", max_length=40)]
SITE_CODE = re.compile(r"[A-Za-z0-9_-]{1,100}")
WEBHOOK_PROBLEMS = problems(rules.ZaloSignatureWrong, Malformed, TooLarge, Invalid)


@post(
    "/v1/zalo/webhooks/oa",
    operation_id="take_zalo_oa_event",
    status_code=200,
    guards=[public],
    responses=WEBHOOK_PROBLEMS,
)
async def take_oa_event(
    tx: Tx, settings: Config, request: AnyRequest, signature: Signature = ""
) -> dict[str, str]:
    """FOR ZALO: events of the Official Account and of template messages, signed over the exact bytes."""
    await actions.take(tx, settings, Channel.OA, await request.body(), signature)
    return {}


@post(
    "/v1/zalo/webhooks/mini-app",
    operation_id="take_zalo_mini_app_event",
    status_code=200,
    guards=[public],
    responses=WEBHOOK_PROBLEMS,
)
async def take_mini_app_event(
    tx: Tx, settings: Config, request: AnyRequest, signature: Signature = ""
) -> dict[str, str]:
    """FOR ZALO: events of the Mini App, `user.revoke.consent` above all, signed over their values."""
    await actions.take(tx, settings, Channel.MINI_APP, await request.body(), signature)
    return {}


@get("/v1/zalo/webhooks/oa", operation_id="probe_zalo_oa_webhook", guards=[public])
async def probe_oa_webhook() -> dict[str, str]:
    """FOR ZALO: the address answers."""
    return {}


@get("/v1/zalo/webhooks/mini-app", operation_id="probe_zalo_mini_app_webhook", guards=[public])
async def probe_mini_app_webhook() -> dict[str, str]:
    """FOR ZALO: the address answers."""
    return {}


async def ask_first_pair(code: Code, oa_id: OaId, settings: Config, state: State) -> tuple[Pair, bool]:
    """The account's first tokens, asked for before the request's transaction begins."""
    return await gateway.find_first_pair(OaTokens(settings, state.database, state.zalo.client), code, oa_id)


async def tx_after_first(
    first: First,  # noqa: ARG001  to be waited for
    request: AnyRequest,
) -> AsyncGenerator[Connection, None]:
    """The request's transaction, begun only when Zalo has answered: nobody outside is waited for in it."""
    async with asynccontextmanager(provide_tx)(request) as connection:
        yield connection


@get(
    "/v1/zalo/oa/callback",
    operation_id="connect_zalo_oa",
    guards=[public, limited(10)],
    dependencies={"first": Provide(ask_first_pair), "tx": Provide(tx_after_first)},
    responses=problems(zalo.ZaloOff, rules.ZaloNotConnected, Invalid, TooMany),
)
async def connect_oa(tx: Tx, settings: Config, first: First) -> Connected:
    """The address in Zalo's console that an administrator of the Official Account comes back to."""
    pair, sure = first
    return await actions.connect(tx, settings, pair, sure=sure)


@post(
    "/v1/zalo/location",
    operation_id="share_zalo_location",
    status_code=200,
    guards=[public, limited(120)],
    responses=problems(
        zalo.ZaloOff,
        zalo.ZaloCodeInvalid,
        zalo.ZaloCodeUsed,
        zalo.ZaloAnswerLost,
        zalo.ZaloTokenInvalid,
        zalo.ZaloUserHidden,
        zalo.ZaloMisconfigured,
        zalo.ZaloUnavailable,
        Invalid,
        TooMany,
    ),
)
async def share_location(data: JSONBody[ZaloLocation], state: State) -> Place:
    """Turn the token of `getLocation()` into a pin. Nothing is kept; asking spends the token."""
    return await gateway.find_place(state.zalo, data.zalo_access_token, data.zalo_location_token)


def site_proof(settings: Settings) -> list[HTTPRouteHandler]:
    """The page by which Zalo knows that this domain is ours, when the settings have its code."""
    code = settings.zalo_site_code
    if not SITE_CODE.fullmatch(code):
        return []

    @get(f"/zalo_verifier{code}.html", guards=[public], media_type=MediaType.HTML, include_in_schema=False)
    async def prove_site() -> str:
        return f'<!doctype html><meta name="zalo-platform-site-verification" content="{code}"><title>Zalo</title>'

    return [prove_site]


router = Router(
    "/",
    route_handlers=[
        take_oa_event,
        take_mini_app_event,
        probe_oa_webhook,
        probe_mini_app_webhook,
        connect_oa,
        share_location,
    ],
    tags=["zalo"],
    cache_control=CacheControlHeader(no_store=True),
)
