"""Whose account of the province it is: linked from inside, told, taken away; one there is one person here."""

from collections.abc import AsyncIterator

import httpx
import msgspec
import pytest
from litestar import Litestar

from api.identity.store.second_factor import delete_factor
from api.identity.store.trips import find_person_of_province
from api.kit.db import Connection
from api.kit.files import open_files
from api.kit.settings import Settings
from tests.given.identity import bearer, demo_people, signed_in, with_second_factor
from tests.given.province import Provider, come_in, linked, point, trip_end
from tests.given.web import outcome
from tests.given.work import run_outbox

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:authlib")
UNKNOWN = (403, "province-account-unknown")
HELD = """
select mode from pg_locks
where relation = 'province_account'::regclass and pid = pg_backend_pid() and mode <> 'AccessShareLock'
"""


@pytest.fixture
async def client(
    client: httpx.AsyncClient, shared_app: Litestar, settings: Settings, province: Provider
) -> AsyncIterator[httpx.AsyncClient]:
    """The common client, its application pointed at the province's server by settings."""
    pointed = msgspec.structs.replace(
        settings, oidc_issuer=province.address, oidc_client_id="ngo-so", oidc_client_secret="bí mật:1"
    )
    await point(shared_app, pointed)
    yield client
    await point(shared_app, settings)


async def test_a_verified_number_links_only_when_trusted_and_never_past_a_second_factor(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider, shared_app: Litestar
) -> None:
    person = await signed_in(tx, settings)
    said = {"phone_number": "+84912345678", "phone_number_verified": True}
    province.claims = said
    assert outcome(await come_in(client, await trip_end(client, province))) == UNKNOWN
    trusting = msgspec.structs.replace(shared_app.state.settings, oidc_phone_claim="phone_number")
    await point(shared_app, trusting)
    for wrong in ({"phone_number_verified": "true"}, {"phone_number": "+84987654321"}):
        province.claims = {**said, **wrong}
        assert outcome(await come_in(client, await trip_end(client, province))) == UNKNOWN
    province.claims = said
    await with_second_factor(tx, settings, person)
    assert outcome(await come_in(client, await trip_end(client, province))) == UNKNOWN
    await delete_factor(tx, person.me.id)
    session = (await come_in(client, await trip_end(client, province))).json()
    assert session["me"]["id"] == str(person.me.id)
    assert await tx.fetchval("select proven_by from province_account") == "phone"


async def test_one_account_there_is_one_person_here(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    await demo_people(tx)
    me = await linked(client, tx, settings, province)
    other = await signed_in(tx, settings, "0987654321")
    end = await trip_end(client, province)
    answer = await client.post("/v1/me/province", json=end, headers=bearer(other))
    assert outcome(answer) == (409, "merge-refused")
    province.add_user("can-bo-2")
    mine = await signed_in(tx, settings)
    assert str(mine.me.id) == me["id"]
    end = await trip_end(client, province, "can-bo-2")
    answer = await client.post("/v1/me/province", json=end, headers=bearer(mine))
    assert outcome(answer) == (409, "merge-refused")


async def test_they_hear_of_the_link_and_can_take_it_away(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    me = await linked(client, tx, settings, province)
    await run_outbox(tx, open_files(settings), settings)
    there = (await come_in(client, await trip_end(client, province))).json()
    mine = bearer(await signed_in(tx, settings))
    inbox = (await client.get("/v1/me/messages", headers=mine)).json()["items"]
    titles = [each["title"] for each in inbox]
    assert titles.count("Tài khoản của tỉnh vừa được nối với tài khoản của bạn") == 1
    for _ in range(2):
        answer = await client.delete("/v1/me/province", headers=mine)
        assert (answer.status_code, answer.json()["linked"]) == (200, ["phone"])
    gone = await client.post("/v1/auth/refresh", json={"refresh_token": there["refresh_token"]})
    assert outcome(gone) == (401, "session-over")
    assert outcome(await come_in(client, await trip_end(client, province))) == UNKNOWN
    assert await tx.fetchval("select count(*) from person where id = $1::uuid", me["id"]) == 1


async def test_taking_it_away_waits_for_a_sign_in_under_way(tx: Connection) -> None:
    """Else a session that begins in the same moment would outlive the link it came by."""
    await find_person_of_province(tx, "https://sso.example", "can-bo-1")
    held = await tx.fetch(HELD)
    assert [row["mode"] for row in held] == ["RowShareLock"]


async def test_the_last_way_in_stays(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider
) -> None:
    await linked(client, tx, settings, province)
    await tx.execute("update person set phone = null, phone_verified_at = null where phone = '+84912345678'")
    session = (await come_in(client, await trip_end(client, province))).json()
    token = {"Authorization": f"Bearer {session['access_token']}"}
    assert outcome(await client.delete("/v1/me/province", headers=token)) == (409, "last-way-in")
