"""All routes × all roles: what is guarded is closed, what is open says so."""

import re
from collections.abc import Callable

import httpx
import pytest
from litestar.handlers import HTTPRouteHandler

from api.kit.principal import Role
from api.web.auth import is_access_guard, public, signed_in
from tests.architecture.house import routes

PARAMETER = re.compile(r"\{[^}]*:(?P<kind>[a-z]+)\}")
SAMPLES = {
    "uuid": "01900000-0000-7000-8000-000000000046",
    "int": "1",
    "str": "x",
    "path": "x",
    "date": "2026-11-23",
}
STAFF = (Role.VOLUNTEER, Role.HANDLER, Role.OFFICER, Role.ADMIN)


ROUTES = [
    (method, PARAMETER.sub(lambda found: SAMPLES[found["kind"]], path), handler)
    for method, path, handler in routes()
]


def access(handler: HTTPRouteHandler) -> object:
    """The one access guard of a handler."""
    guards = [guard for guard in handler.resolve_guards() if is_access_guard(guard)]
    assert len(guards) == 1, handler
    return guards[0]


CLOSED = [
    (method, path, access(handler)) for method, path, handler in ROUTES if access(handler) is not public
]
IDS = [f"{method} {path}" for method, path, _ in CLOSED]


def test_open_routes_are_these_and_no_others() -> None:
    """A new public route is a decision: add it here, with open eyes."""
    prefixes = sorted(
        {path for _, path, handler in ROUTES if access(handler) is public and path.startswith("/v1")}
    )
    closed = {
        path
        for path in prefixes
        if path.startswith(("/v1/me", "/v1/agency", "/v1/admin", "/v1/outreach/sync"))
    }
    mine = f"/v1/me/reports/{SAMPLES['uuid']}"  # opened by a tracking key as well
    assert closed == {mine, f"{mine}/request-reopen", f"{mine}/rate"}
    assert prefixes


@pytest.mark.parametrize(("method", "path", "guard"), CLOSED, ids=IDS)
async def test_nobody_comes_in_without_signing_in(
    client: httpx.AsyncClient, method: str, path: str, guard: object
) -> None:
    answer = await client.request(method, path)
    assert answer.status_code == 401
    assert answer.json()["type"] == "/problems/sign-in-needed"


@pytest.mark.parametrize(("method", "path", "guard"), CLOSED, ids=IDS)
async def test_a_role_opens_only_its_own_doors(
    client: httpx.AsyncClient,
    as_role: Callable[[Role], dict[str, str]],
    method: str,
    path: str,
    guard: object,
) -> None:
    """A signed-in citizen has no staff door; an API key's door has no people."""
    if guard is signed_in:
        return
    answer = await client.request(method, path, headers=as_role(Role.CITIZEN))
    assert answer.status_code == (401 if hasattr(guard, "api_scope") else 403)


def test_every_operation_is_named_once_and_belongs_to_a_slice() -> None:
    shown = [handler for _, _, handler in ROUTES if handler.resolve_include_in_schema()]
    names = [str(handler.operation_id) for handler in {id(handler): handler for handler in shown}.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", name) for name in names), names
