"""Deny by default: every route says who may call it, and a bad token is never ignored."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
from litestar import Litestar, get
from litestar.datastructures import State
from litestar.di import NamedDependency

from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.tokens import sign_access
from api.web.auth import (
    PEOPLE,
    Authenticate,
    System,
    SystemCall,
    UnguardedRouteError,
    api_key,
    needs,
    public,
    refuse_unguarded,
    signed_in,
)
from api.web.problems import render
from tests.given.web import http_client

SETTINGS = Settings(database_url="x", secret_key="s" * 32)
CITIZEN = Principal(person_id=UUID(int=1), session_id=UUID(int=9))
OFFICER = Principal(
    person_id=UUID(int=2), session_id=UUID(int=9), roles=frozenset({Role.CITIZEN, Role.OFFICER})
)
RETIRED = Principal(
    person_id=UUID(int=3), session_id=UUID(int=9), roles=frozenset({Role.CITIZEN, Role.OFFICER})
)


@get("/public", guards=[public])
async def open_to_all(caller: NamedDependency[Principal | None]) -> str:
    return str(caller.person_id.int) if caller else "nobody"


@get("/mine", guards=[signed_in])
async def mine(me: NamedDependency[Principal]) -> str:
    return str(me.person_id.int)


@get("/staff", guards=[needs(Role.OFFICER, Role.ADMIN)])
async def staff_only(me: NamedDependency[Principal]) -> list[str]:
    return sorted(me.roles)


@get("/system", guards=[api_key("dossiers:write")])
async def system_only(system: NamedDependency[System]) -> str:
    return system.name


class NoDatabase:
    @asynccontextmanager
    async def read(self) -> AsyncIterator[Any]:
        yield None

    write = read


async def load_principal(_: Any, who: Principal) -> Principal:
    """Person 2 is an officer today; person 3 was one."""
    roles = frozenset({Role.CITIZEN, Role.OFFICER}) if who.person_id.int == 2 else frozenset({Role.CITIZEN})
    return msgspec.structs.replace(who, roles=roles)


async def find_system(_: Any, call: SystemCall) -> System | None:
    known = {
        "write-key": System(name="mot-cua", scopes=frozenset({"dossiers:write"})),
        "read-key": System(name="tra-cuu", scopes=frozenset({"dossiers:read"})),
    }
    return known.get(call.key)


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = Litestar(
        [open_to_all, mine, staff_only, system_only], middleware=[Authenticate(load_principal)],
        dependencies=PEOPLE, exception_handlers={Exception: render}, openapi_config=None, logging_config=None,
        state=State({"settings": SETTINGS, "database": NoDatabase(), "find_system": find_system}),
    )  # fmt: skip
    refuse_unguarded(app)
    async with http_client(app) as client:
        yield client


def bearer(who: Principal) -> dict[str, str]:
    return {"Authorization": f"Bearer {sign_access(SETTINGS, who)}"}


@pytest.mark.parametrize(
    ("path", "nobody", "citizen", "officer", "retired"),
    [
        ("/public", 200, 200, 200, 200),
        ("/mine", 401, 200, 200, 200),
        ("/staff", 401, 403, 200, 403),
        ("/system", 401, 401, 401, 401),
    ],
)
async def test_who_may_call_what(  # noqa: PLR0917
    client: httpx.AsyncClient, path: str, nobody: int, citizen: int, officer: int, retired: int
) -> None:
    statuses = [
        (await client.get(path, headers=headers)).status_code
        for headers in ({}, bearer(CITIZEN), bearer(OFFICER), bearer(RETIRED))
    ]
    assert statuses == [nobody, citizen, officer, retired]


async def test_the_caller_is_the_person_of_the_token(client: httpx.AsyncClient) -> None:
    assert (await client.get("/public")).text == "nobody"
    assert (await client.get("/public", headers=bearer(CITIZEN))).text == "1"
    assert (await client.get("/mine", headers=bearer(OFFICER))).text == "2"
    assert (await client.get("/staff", headers=bearer(OFFICER))).json() == ["citizen", "officer"]


@pytest.mark.parametrize("path", ["/public", "/mine", "/staff", "/nothing"])
@pytest.mark.parametrize("header", ["Bearer x.y.z", "Basic abc", "Bearer ", "nonsense"])
async def test_a_bad_token_is_refused_even_where_none_is_needed(
    client: httpx.AsyncClient, path: str, header: str
) -> None:
    answer = await client.get(path, headers={"Authorization": header})
    assert answer.status_code == (404 if path == "/nothing" else 401)
    if answer.status_code == 401:
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("key", "status"), [("write-key", 200), ("read-key", 403), ("no-key", 401), ("", 401)]
)
async def test_systems_come_with_a_key_of_the_right_scope(
    client: httpx.AsyncClient, key: str, status: int
) -> None:
    answer = await client.get("/system", headers={"X-Api-Key": key})
    assert answer.status_code == status
    if status == 200:
        assert answer.text == "mot-cua"


def test_a_route_that_does_not_say_who_may_call_it_stops_start_up() -> None:
    @get("/forgotten")
    async def forgotten() -> None: ...

    with pytest.raises(UnguardedRouteError, match="/forgotten"):
        refuse_unguarded(Litestar([forgotten], openapi_config=None))
