"""HTTP of identity: coming in by Zalo, phone or demo; staying; leaving; who I am."""

from litestar import Router, get, patch, post
from litestar.datastructures import CacheControlHeader, State
from litestar.di import NamedDependency, Provide
from litestar.params import JSONBody

from api.identity import actions, gateway, rules
from api.identity.actions import merging
from api.identity.actions import zalo as zalo_actions
from api.identity.contracts import (
    CodeAnswer,
    CodeChallenge,
    CodeRequest,
    DemoSignIn,
    Me,
    MeChange,
    RefreshToken,
    Session,
    ZaloPhone,
    ZaloSignIn,
)
from api.identity.routes import elsewhere, resetting, staying
from api.identity.routes.elsewhere import tx_after_answer
from api.kit import zalo_problems as zalo
from api.kit.db import Connection, Database
from api.kit.errors import Invalid, NotAllowed, TooMany
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.web.auth import public, signed_in
from api.web.database import AnyRequest
from api.web.limits import limited, limited_each
from api.web.problems import problems

open_province = elsewhere.open_province
NEVER_KEPT = CacheControlHeader(no_store=True)
Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Config = NamedDependency[Settings]
Answered = NamedDependency[str]
DeviceName = NamedDependency[str]
ZALO_PROBLEMS = (
    zalo.ZaloTokenInvalid,
    zalo.ZaloUserHidden,
    zalo.ZaloMisconfigured,
    zalo.ZaloUnavailable,
)


def name_device(request: AnyRequest) -> str:
    """What the device signing in is called in the list of devices."""
    return rules.device_name(request.headers.get("user-agent", ""))


async def ask_who(data: JSONBody[ZaloSignIn], state: State) -> str:
    """The Zalo id of the token that was sent."""
    return await gateway.find_zalo_id(state.zalo, data.zalo_access_token)


async def ask_phone(data: JSONBody[ZaloPhone], me: MePrincipal, state: State) -> str:
    """The number this person shares from their own Zalo account."""
    database: Database = state.database
    async with database.read() as db:
        zalo_id = await zalo_actions.find_zalo_id(db, me)
    return await gateway.find_phone(
        state.zalo, data.zalo_access_token, data.zalo_phone_token, zalo_id=zalo_id
    )


@post(
    "/v1/auth/demo",
    operation_id="sign_in_demo",
    status_code=200,
    guards=[public],
    responses=problems(rules.SignInWayOff, Invalid),
)
async def sign_in_demo(tx: Tx, settings: Config, device: DeviceName, data: JSONBody[DemoSignIn]) -> Session:
    """DEMO ONLY: be one of the six made-up people. 404 where people are real."""
    return await actions.sign_in_demo(tx, settings, data.role, second=data.second, device=device)


@post(
    "/v1/auth/zalo",
    operation_id="sign_in_zalo",
    status_code=200,
    guards=[public, limited(240)],
    dependencies={"answered": Provide(ask_who), "tx": Provide(tx_after_answer)},
    responses=problems(rules.SignInWayOff, *ZALO_PROBLEMS, Invalid, TooMany),
)
async def sign_in_zalo(
    tx: Tx,
    settings: Config,
    answered: Answered,
    device: DeviceName,
    data: JSONBody[ZaloSignIn],  # noqa: ARG001  read by ask_who
) -> Session:
    """Sign in with Zalo: Zalo itself says who the token belongs to."""
    return await zalo_actions.sign_in_zalo(tx, settings, answered, device=device)


@post(
    "/v1/auth/otp",
    operation_id="ask_code",
    status_code=202,
    guards=[public, limited(120)],
    responses=problems(Invalid, TooMany),
)
async def ask_code(
    tx: Tx,
    settings: Config,
    address: NamedDependency[str],
    data: JSONBody[CodeRequest],
) -> CodeChallenge:
    """Have a six-digit code sent to a phone. The answer is the same for every number."""
    return await actions.ask_code(tx, settings, data.phone, address=address)


@post(
    "/v1/auth/otp/verify",
    operation_id="sign_in_with_code",
    status_code=200,
    guards=[public, limited(120)],
    responses=problems(rules.CodeRefused, Invalid, TooMany),
)
async def sign_in_with_code(
    tx: Tx, settings: Config, device: DeviceName, data: JSONBody[CodeAnswer]
) -> Session:
    """Sign in with the code: five tries, three minutes."""
    return await actions.sign_in_with_code(tx, settings, data, device=device)


@post(
    "/v1/auth/refresh",
    operation_id="refresh_session",
    status_code=200,
    guards=[public],
    responses=problems(rules.SessionOver, Invalid),
)
async def refresh_session(tx: Tx, settings: Config, data: JSONBody[RefreshToken]) -> Session:
    """Renew a session. Each refresh token is good once; coming late a second time ends the session."""
    return await actions.refresh(tx, settings, data.refresh_token)


@post(
    "/v1/auth/sign-out",
    operation_id="sign_out",
    status_code=204,
    guards=[public],
    responses=problems(Invalid),
)
async def sign_out(tx: Tx, settings: Config, data: JSONBody[RefreshToken]) -> None:
    """End the session of this refresh token."""
    await actions.sign_out(tx, settings, data.refresh_token)


@get("/v1/me", operation_id="show_me", guards=[signed_in])
async def show_me(db: Db, me: MePrincipal) -> Me:
    """Who I am, and what I may do now."""
    return await actions.find_me(db, me)


@patch("/v1/me", operation_id="change_me", guards=[signed_in], responses=problems(Invalid))
async def change_me(tx: Tx, me: MePrincipal, data: JSONBody[MeChange]) -> Me:
    """Change my shown name or my commune; what is left out stays."""
    return await actions.change_me(tx, me, data)


@post(
    "/v1/me/phone/zalo",
    operation_id="confirm_phone",
    status_code=200,
    guards=[signed_in, limited(240), limited_each(20)],
    dependencies={"answered": Provide(ask_phone), "tx": Provide(tx_after_answer)},
    responses=problems(
        rules.NotYourZalo,
        rules.PhoneTaken,
        NotAllowed,
        rules.SignInWayOff,
        zalo.ZaloCodeInvalid,
        zalo.ZaloCodeUsed,
        zalo.ZaloAnswerLost,
        *ZALO_PROBLEMS,
        Invalid,
        TooMany,
    ),
)
async def confirm_phone(
    tx: Tx,
    me: MePrincipal,
    answered: Answered,
    data: JSONBody[ZaloPhone],  # noqa: ARG001  read by ask_phone
) -> Me:
    """Keep the number my own Zalo account shares."""
    return await zalo_actions.confirm_phone(tx, me, answered)


@post(
    "/v1/me/phone/code",
    operation_id="link_phone",
    status_code=200,
    guards=[signed_in, limited(120)],
    responses=problems(rules.CodeRefused, rules.MergeRefused, NotAllowed, Invalid, TooMany),
)
async def link_phone(tx: Tx, settings: Config, me: MePrincipal, data: JSONBody[CodeAnswer]) -> Me:
    """Prove that a number is mine by the code it was sent; another account of mine with it becomes this one."""
    return await merging.link_phone(tx, settings, me, data)


@post(
    "/v1/me/zalo",
    operation_id="link_zalo",
    status_code=200,
    guards=[signed_in, limited(240), limited_each(6)],
    dependencies={"answered": Provide(ask_who), "tx": Provide(tx_after_answer)},
    responses=problems(rules.SignInWayOff, rules.MergeRefused, NotAllowed, *ZALO_PROBLEMS, Invalid, TooMany),
)
async def link_zalo(
    tx: Tx,
    me: MePrincipal,
    answered: Answered,
    data: JSONBody[ZaloSignIn],  # noqa: ARG001  read by ask_who
) -> Me:
    """Prove that a Zalo account is mine; another account of mine with it becomes this one."""
    return await merging.link_zalo(tx, me, answered)


router = Router(
    "/",
    route_handlers=[
        sign_in_demo,
        sign_in_zalo,
        ask_code,
        sign_in_with_code,
        refresh_session,
        sign_out,
        show_me,
        change_me,
        confirm_phone,
        link_phone,
        link_zalo,
        *staying.HANDLERS,
        *resetting.HANDLERS,
        *elsewhere.HANDLERS,
    ],
    dependencies={"device": Provide(name_device, sync_to_thread=False)},
    tags=["identity"],
    cache_control=NEVER_KEPT,
)
