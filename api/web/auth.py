"""Who may call what: deny by default, every route says one access guard, a public one too."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

import msgspec
from litestar import Litestar, Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.di import Provide
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from api.kit.db import Connection
from api.kit.errors import NotAllowed, SignInNeeded
from api.kit.principal import Principal, Role
from api.kit.tokens import read_access

Guard: TypeAlias = Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], Any]


class SystemCall(msgspec.Struct, frozen=True, kw_only=True):
    """A request of an outside system: its key, and what a signature would cover.

    `target` is the path with its query as sent; `body` is empty when nothing is signed.
    """

    key: str
    headers: Mapping[str, str]
    method: str
    target: str
    body: bytes


class System(msgspec.Struct, frozen=True, kw_only=True):
    """An outside system that came with an API key."""

    name: str
    scopes: frozenset[str]
    demo: bool = False


LoadPrincipal: TypeAlias = Callable[[Connection, Principal], Awaitable[Principal]]
"""Reads the grants of a member of staff now, so that a revoked grant stops at once."""
FindSystem: TypeAlias = Callable[[Connection, SystemCall], Awaitable[System | None]]
"""The system of a rightly signed call, or None; it writes down that the call was made."""


class Authenticate(ASGIMiddleware):
    """Turn a bearer token into `scope["user"]`: a Principal, or None without a token.

    A token that is wrong or over is refused even on public routes: a citizen must not send a
    report believing it is in their name when it is not.
    """

    exclude_opt_key = "nobody"
    """Routes that never ask who calls: a token that is over must not stop a call for help."""

    def __init__(self, load_principal: LoadPrincipal) -> None:
        self.load_principal = load_principal

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Set the user of the request."""
        scope["user"] = None
        for name, value in scope["headers"]:
            if name == b"authorization":
                scope["user"] = await self.find(scope, value.decode("latin-1"))
        await next_app(scope, receive, send)

    async def find(self, scope: Scope, header: str) -> Principal | None:
        """The person of the header; citizens need no look-up."""
        scheme, _, token = header.partition(" ")
        if scheme.lower() != "bearer":
            raise SignInNeeded
        state = scope["litestar_app"].state
        access = read_access(state.settings, token.strip())
        if access.who.demo and not state.settings.demo:
            raise SignInNeeded(detail="Phiên minh hoạ không dùng được ở đây")
        if not access.staff:
            return access.who
        async with state.database.read() as connection:
            return await self.load_principal(connection, access.who)


async def public(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Anybody may call this."""


async def signed_in(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Any signed-in person may call this; rows are limited by the store."""
    if connection.scope["user"] is None:
        raise SignInNeeded


def needs(*roles: Role) -> Guard:
    """One of these roles must hold now."""

    async def has_role(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        caller: Principal | None = connection.scope["user"]
        if caller is None:
            raise SignInNeeded
        if not caller.has(*roles):
            raise NotAllowed

    has_role.roles = roles  # type: ignore[attr-defined]  # the route test reads it
    return has_role


def api_key(scope_name: str) -> Guard:
    """An outside system with this scope must have sent `X-Api-Key`, and signed when its key asks it to."""

    async def has_key(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        state = connection.app.state
        find_system: FindSystem = state.find_system
        key = connection.headers.get("x-api-key")
        if not key:
            raise SignInNeeded(detail="Thiếu khoá API trong tiêu đề X-Api-Key")
        call = await call_of(connection, key)
        # A transaction of its own, before the handler's: a nonce once seen stays seen.
        async with state.database.write() as tx:
            system = await find_system(tx, call)
        if system is None:
            raise SignInNeeded(detail="Khoá API không hợp lệ hoặc đã thu hồi")
        if scope_name not in system.scopes:
            raise NotAllowed(detail=f"Khoá API không có quyền {scope_name}")
        connection.scope["state"]["system"] = system

    has_key.api_scope = scope_name  # type: ignore[attr-defined]  # the route test reads it
    return has_key


async def call_of(connection: ASGIConnection[Any, Any, Any, Any], key: str) -> SystemCall:
    """The call as it was sent. The body is read (and kept for the handler) only when it is signed."""
    scope = connection.scope
    target = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
    query = scope.get("query_string", b"").decode("latin-1")
    signed = "x-signature" in connection.headers and isinstance(connection, Request)
    return SystemCall(
        key=key,
        headers=connection.headers,
        method=scope["method"],  # type: ignore[typeddict-item]  # guards of HTTP routes only
        target=f"{target}?{query}" if query else target,
        body=await connection.body() if signed and isinstance(connection, Request) else b"",
    )


def is_access_guard(guard: object) -> bool:
    """Whether a guard says who may call."""
    return guard in (public, signed_in) or hasattr(guard, "roles") or hasattr(guard, "api_scope")


class UnguardedRouteError(RuntimeError):
    """A route without an access guard: the process does not start with it."""


def refuse_unguarded(app: Litestar) -> None:
    """Stop start-up when any route does not say who may call it."""
    for route in app.routes:
        for handler in getattr(route, "route_handlers", []):
            if not isinstance(handler, HTTPRouteHandler) or handler.http_methods == {"OPTIONS"}:
                continue
            if not any(is_access_guard(guard) for guard in handler.resolve_guards()):
                message = f"{sorted(handler.http_methods)} {route.path}"
                raise UnguardedRouteError(message)


def provide_caller(request: Request[Principal | None, object, State]) -> Principal | None:
    """The signed-in person, or None."""
    caller: Principal | None = request.scope["user"]
    return caller


def provide_me(request: Request[Principal | None, object, State]) -> Principal:
    """The signed-in person; SignInNeeded when there is none."""
    caller: Principal | None = request.scope["user"]
    if caller is None:
        raise SignInNeeded
    return caller


def provide_system(request: Request[object, object, State]) -> System:
    """The outside system whose key was accepted."""
    system: System = request.scope["state"]["system"]
    return system


PEOPLE = {
    "caller": Provide(provide_caller, sync_to_thread=False),
    "me": Provide(provide_me, sync_to_thread=False),
    "system": Provide(provide_system, sync_to_thread=False),
}
