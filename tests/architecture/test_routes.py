"""All routes × all roles: what is guarded is closed, what is open says so."""

import re
from collections.abc import Callable
from functools import cache

import httpx
from litestar.handlers import HTTPRouteHandler

from api.kit.principal import Role
from api.web.auth import is_access_guard, public, signed_in
from tests.architecture.house import routes
from tests.given.web import outcome

PARAMETER = re.compile(r"\{[^}]*:(?P<kind>[a-z]+)\}")
SAMPLES = {
    "uuid": "01900000-0000-7000-8000-000000000046",
    "int": "1",
    "str": "x",
    "path": "x",
    "date": "2026-11-23",
}
STAFF = (Role.VOLUNTEER, Role.HANDLER, Role.OFFICER, Role.ADMIN)


@cache
def doors() -> list[tuple[str, str, HTTPRouteHandler]]:
    """Verb, a path with samples in it, and handler of everything the application serves."""
    return [
        (method, PARAMETER.sub(lambda found: SAMPLES[found["kind"]], path), handler)
        for method, path, handler in routes()
    ]


def access(handler: HTTPRouteHandler) -> object:
    """The one access guard of a handler."""
    guards = [guard for guard in handler.resolve_guards() if is_access_guard(guard)]
    assert len(guards) == 1, handler
    return guards[0]


def closed_doors() -> list[tuple[str, str, object]]:
    """Verb, path and guard of everything that is not for everybody."""
    found = [(method, path, access(handler)) for method, path, handler in doors()]
    assert len(found) > 150
    return [(method, path, guard) for method, path, guard in found if guard is not public]


def test_open_routes_are_these_and_no_others() -> None:
    """A new public route is a decision: add it here, with open eyes."""
    prefixes = sorted(
        {path for _, path, handler in doors() if access(handler) is public and path.startswith("/v1")}
    )
    closed = {
        path
        for path in prefixes
        if path.startswith(("/v1/me", "/v1/agency", "/v1/admin", "/v1/outreach/sync"))
    }
    mine = f"/v1/me/reports/{SAMPLES['uuid']}"  # opened by a tracking key as well
    assert closed == {mine, f"{mine}/reply", f"{mine}/request-reopen", f"{mine}/rate"}
    assert prefixes


async def test_nobody_comes_in_without_signing_in(client: httpx.AsyncClient) -> None:
    for method, path, _ in closed_doors():
        answer = await client.request(method, path)
        assert outcome(answer) == (401, "sign-in-needed"), (method, path)


async def test_a_role_opens_only_its_own_doors(
    client: httpx.AsyncClient, as_role: Callable[[Role], dict[str, str]]
) -> None:
    """A signed-in citizen has no staff door; an API key's door has no people."""
    for method, path, guard in closed_doors():
        if guard is signed_in:
            continue
        answer = await client.request(method, path, headers=as_role(Role.CITIZEN))
        assert answer.status_code == (401 if hasattr(guard, "api_scope") else 403), (method, path)


def test_every_operation_is_named_once_and_belongs_to_a_slice() -> None:
    shown = [handler for _, _, handler in doors() if handler.resolve_include_in_schema()]
    names = [str(handler.operation_id) for handler in {id(handler): handler for handler in shown}.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", name) for name in names), names
