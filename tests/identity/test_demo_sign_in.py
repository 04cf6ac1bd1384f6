"""The demo people: in demo mode only, and loudly marked."""

import httpx
import pytest

from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, demo_agency, demo_person
from api.kit.principal import Role
from tests.given.identity import demo_people


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
    walks = ["volunteer"] if role is Role.TEAM_LEADER else []
    assert me.json()["roles"] == (["citizen"] if role is Role.CITIZEN else ["citizen", *walks, role])
    assert me.json()["home_commune_name"] == "Phường Vỹ Dạ"
    assert me.json()["province_codes"] == (["46"] if role is Role.OFFICER else [])
    agencies = [agency["id"] for agency in me.json()["agencies"]]
    assert agencies == ([str(demo_agency(HANDLER_AGENCY))] if role is Role.HANDLER else [])


async def test_loading_the_demo_twice_changes_nothing(tx: Connection) -> None:
    await demo_people(tx)
    count = "select (select count(*) from person), (select count(*) from agency), (select count(*) from role_grant)"
    before = tuple(await tx.fetchrow(count))  # type: ignore[arg-type]  # count gives a row
    await demo_people(tx)
    assert tuple(await tx.fetchrow(count)) == before  # type: ignore[arg-type]  # the same
    people, agencies, grants = before
    assert (agencies, grants) == (51, people - 1), "everybody but the citizen has one"


async def test_where_people_are_real_there_is_no_demo_sign_in(
    real_client: httpx.AsyncClient, tx: Connection
) -> None:
    await demo_people(tx)
    answer = await real_client.post("/v1/auth/demo", json={"role": "admin"})
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/sign-in-way-off")
    assert "access_token" not in answer.text


async def test_a_demo_session_is_worth_nothing_once_demo_is_off(
    client: httpx.AsyncClient, real_client: httpx.AsyncClient, tx: Connection
) -> None:
    """An installation that went live keeps its keys: the demo administrator must not come along."""
    await demo_people(tx)
    session = (await client.post("/v1/auth/demo", json={"role": "admin"})).json()
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    assert (await client.get("/v1/admin/grants", headers=headers)).status_code == 200
    assert (await real_client.get("/v1/admin/grants", headers=headers)).status_code == 401
    body = {"refresh_token": session["refresh_token"]}
    assert (await real_client.post("/v1/auth/refresh", json=body)).status_code == 401


async def test_without_demo_data_nobody_comes_in(client: httpx.AsyncClient) -> None:
    answer = await client.post("/v1/auth/demo", json={"role": "citizen"})
    assert answer.status_code == 404


@pytest.mark.parametrize("body", [{"role": "king"}, {}, {"role": "admin", "person_id": "x"}, []])
async def test_only_the_six_roles_are_known(client: httpx.AsyncClient, body: object) -> None:
    answer = await client.post("/v1/auth/demo", json=body)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid")
