"""The five demo people: in demo mode only, and loudly marked."""

from collections.abc import AsyncIterator

import httpx
import msgspec
import pytest

from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, demo_agency, demo_person, demo_team
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.conftest import new_client
from tests.given.identity import demo_people
from tests.given.work import OneConnection


@pytest.fixture
async def real_client(settings: Settings, tx: Connection, files: Files) -> AsyncIterator[httpx.AsyncClient]:
    """The same database, demo switched off."""
    real = msgspec.structs.replace(settings, demo=False)
    async with new_client(real, OneConnection(tx), files) as client:
        yield client


@pytest.mark.parametrize("role", list(Role))
async def test_each_demo_person_comes_in_with_their_role(
    client: httpx.AsyncClient, tx: Connection, role: Role
) -> None:
    await demo_people(tx)
    answer = await client.post("/v1/auth/demo", json={"role": role})
    session = answer.json()
    assert answer.status_code == 200, session
    assert (session["demo"], session["me"]["demo"]) == (True, True)
    assert (session["token_type"], session["expires_in"]) == ("Bearer", 900)
    me = await client.get("/v1/me", headers={"Authorization": f"Bearer {session['access_token']}"})
    assert me.json() == session["me"]
    assert me.json()["id"] == str(demo_person(role))
    assert me.json()["roles"] == (["citizen"] if role is Role.CITIZEN else ["citizen", role])
    assert me.json()["home_commune_name"] == "Phường Vỹ Dạ"
