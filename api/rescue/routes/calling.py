"""The doors of those who call for help: no account, no limit, connections of their own."""

from collections.abc import AsyncGenerator
from typing import Annotated
from uuid import UUID

from limits import RateLimitItemPerMinute
from limits.aio.strategies import FixedWindowRateLimiter
from litestar import Response, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency, Provide
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, HeaderParameter, JSONBody

from api.kit.db import Connection, Database
from api.kit.settings import Settings
from api.kit.signing import SignatureRefused
from api.rescue.actions import calling
from api.rescue.contracts import NewSms, NewSos, SmsReceipt, SosReceipt, SosStanding
from api.rescue.rules.moves import RescueNotFound
from api.web.auth import System, api_key, public
from api.web.database import AnyRequest, client_address
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
CROWDED = 60
"""Calls without a number from one address in a minute: more are taken in as gladly, and called doubtful."""
NOBODY = {"nobody": True}
"""Who calls is not asked, and a token that is over must not stop a call (api/web/auth.py)."""
Key = Annotated[
    str | None,
    HeaderParameter(name="X-Tracking-Key", description="Khoá theo dõi trả về khi gửi", required=False),
]


async def provide_line(request: AnyRequest) -> AsyncGenerator[Connection, None]:
    """The one transaction of a call, on a connection that nothing else of this process uses."""
    database: Database = request.app.state.rescue_database or request.app.state.database
    async with database.write() as connection:
        yield connection


async def provide_crowded(request: AnyRequest) -> bool:
    """Whether very many calls come from this address: counted in memory, never stored."""
    limiter: FixedWindowRateLimiter = request.app.state.limiter
    return not await limiter.hit(RateLimitItemPerMinute(CROWDED), "sos", client_address(request))


LINE = {"line": Provide(provide_line)}


@post(
    "/v1/sos",
    operation_id="call_for_help",
    guards=[public],
    opt=NOBODY,
    dependencies={**LINE, "crowded": Provide(provide_crowded)},
    responses={
        200: ResponseSpec(
            SosReceipt, description="Sent before: what is new was added", generate_examples=False
        )
    },
)
async def call_for_help(
    data: JSONBody[NewSos],
    line: NamedDependency[Connection],
    crowded: NamedDependency[bool],
    settings: NamedDependency[Settings],
) -> Response[SosReceipt]:
    """Call for help, in 200 bytes. Never refused for how often or how oddly; the same id again adds what was left out."""
    receipt, is_new = await calling.call_for_help(line, data, settings=settings, crowded=crowded)
    return Response(receipt, status_code=201 if is_new else 200)


@get(
    "/v1/sos/{call_id:uuid}",
    operation_id="follow_call",
    cache_control=NEVER,
    guards=[public],
    opt=NOBODY,
    responses=problems(RescueNotFound),
)
async def follow_call(
    call_id: FromPath[UUID],
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    key: Key = None,
) -> SosStanding:
    """How it goes on, by the tracking key of the answer."""
    return await calling.follow(db, call_id, settings=settings, key=key)


@post(
    "/v1/sos/{call_id:uuid}/safe",
    operation_id="say_safe",
    status_code=200,
    guards=[public],
    opt=NOBODY,
    dependencies=LINE,
    responses=problems(RescueNotFound),
)
async def say_safe(
    call_id: FromPath[UUID],
    line: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    key: Key = None,
) -> SosStanding:
    """Say that I am safe now."""
    return await calling.say_safe(line, call_id, settings=settings, key=key)


@post(
    "/v1/integration/sos/sms",
    operation_id="call_by_sms",
    status_code=200,
    guards=[api_key("sos:write")],
    dependencies=LINE,
    responses=problems(SignatureRefused),
)
async def call_by_sms(
    data: JSONBody[NewSms],
    line: NamedDependency[Connection],
    system: NamedDependency[System],
    settings: NamedDependency[Settings],
) -> SmsReceipt:
    """A text message as its gateway received it; every text is a call. `reply` is what the gateway answers with."""
    return await calling.call_by_sms(line, data, settings=settings, demo=system.demo)


HANDLERS = [call_for_help, follow_call, say_safe, call_by_sms]
