"""HTTP of staying safely: the second factor of staff, and the devices I am signed in on."""

from uuid import UUID

from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.identity import rules
from api.identity.actions import second_factor as actions
from api.identity.contracts import Devices, FactorCode, NewSecondFactor, Proven, SignedOut
from api.kit.db import Connection
from api.kit.errors import Invalid, TooMany
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.web.auth import signed_in
from api.web.limits import limited, limited_each
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Config = NamedDependency[Settings]


@post(
    "/v1/me/second-factor",
    operation_id="begin_second_factor",
    status_code=201,
    guards=[signed_in, limited_each(6)],
    responses=problems(rules.SecondFactorThere, TooMany),
)
async def begin_second_factor(tx: Tx, settings: Config, me: MePrincipal) -> NewSecondFactor:
    """Get a secret for my authenticator app, shown once; it counts when a code of it came back."""
    return await actions.begin_second_factor(tx, settings, me)


@post(
    "/v1/me/second-factor/confirm",
    operation_id="confirm_second_factor",
    status_code=200,
    guards=[signed_in, limited(240), limited_each(12)],
    responses=problems(rules.SecondFactorRefused, rules.SecondFactorThere, Invalid, TooMany),
)
async def confirm_second_factor(
    tx: Tx, settings: Config, me: MePrincipal, data: JSONBody[FactorCode]
) -> Proven:
    """Say that my app has the secret, by a code of it. The answer holds recovery codes, shown once."""
    return await actions.confirm_second_factor(tx, settings, me, data.code)


@post(
    "/v1/me/second-factor/prove",
    operation_id="prove_second_factor",
    status_code=200,
    guards=[signed_in, limited(240), limited_each(12)],
    responses=problems(rules.SecondFactorRefused, Invalid, TooMany),
)
async def prove_second_factor(
    tx: Tx, settings: Config, me: MePrincipal, data: JSONBody[FactorCode]
) -> Proven:
    """Prove my second factor: staff rights of this session for 24 hours. Each code works once."""
    return await actions.prove_second_factor(tx, settings, me, data.code)


@get("/v1/me/devices", operation_id="list_devices", guards=[signed_in])
async def list_devices(db: Db, me: MePrincipal) -> Devices:
    """Where I am signed in."""
    return await actions.list_devices(db, me)


@delete(
    "/v1/me/devices/{device_id:uuid}",
    operation_id="sign_out_device",
    status_code=204,
    guards=[signed_in],
    responses=problems(rules.DeviceNotFound, Invalid),
)
async def sign_out_device(tx: Tx, me: MePrincipal, device_id: FromPath[UUID]) -> None:
    """Sign one of my devices out: it cannot renew its session; what it holds is over in 15 minutes."""
    await actions.sign_out_device(tx, me, device_id)


@post(
    "/v1/me/devices/sign-out-others",
    operation_id="sign_out_others",
    status_code=200,
    guards=[signed_in],
)
async def sign_out_others(tx: Tx, me: MePrincipal) -> SignedOut:
    """Sign out everywhere but here."""
    return await actions.sign_out_others(tx, me)


HANDLERS = (
    begin_second_factor,
    confirm_second_factor,
    prove_second_factor,
    list_devices,
    sign_out_device,
    sign_out_others,
)
