"""All routes × all roles: what is guarded is closed, what is open says so."""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import httpx
from litestar.handlers import HTTPRouteHandler

from api.kit.errors import NotAllowed
from api.kit.principal import Principal, Role, roles_in_force
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
    assert closed == {mine, *(f"{mine}/{door}" for door in ("reply", "request-reopen", "rate", "forget-me"))}
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


async def test_every_role_opens_what_its_guard_names_and_nothing_else() -> None:
    """All routes × all roles, at the guard itself: as the roles in force of somebody who holds just this one."""
    opened: dict[Role, set[tuple[str, str]]] = {role: set() for role in Role}
    for method, path, guard in closed_doors():
        roles: tuple[Role, ...] = getattr(guard, "roles", ())
        for role in Role if roles else ():
            held = roles_in_force([role], proven=True)
            who = Principal(person_id=UUID(int=1), session_id=UUID(int=2), roles=held)
            with suppress(NotAllowed):
                await cast("Any", guard)(SimpleNamespace(scope={"user": who}), None)
                opened[role].add((method, path))
            assert ((method, path) in opened[role]) == (not held.isdisjoint(roles)), (role, method, path)
    members = f"/v1/outreach/teams/{SAMPLES['uuid']}/members"
    assert opened[Role.CITIZEN] == set()
    assert opened[Role.VOLUNTEER], "a team walks"
    led = opened[Role.TEAM_LEADER] - opened[Role.VOLUNTEER]
    assert led >= {("GET", members), ("POST", members), ("POST", f"{members}/{SAMPLES['uuid']}/take-out")}
    assert {path.split("/")[2] for _, path in led} == {"outreach"}, "a leader leads a team, nothing else"
    assert opened[Role.VOLUNTEER] < opened[Role.TEAM_LEADER], "whatever the team may, its leader may"
    for role in set(Role) - {Role.TEAM_LEADER}:
        assert ("GET", members) not in opened[role]


def test_every_operation_is_named_once_and_belongs_to_a_slice() -> None:
    shown = [handler for _, _, handler in doors() if handler.resolve_include_in_schema()]
    names = [str(handler.operation_id) for handler in {id(handler): handler for handler in shown}.values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", name) for name in names), names
