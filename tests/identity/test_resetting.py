"""A second factor is taken away from who lost app and paper: by another, written down, told, and signed out."""

from collections.abc import Callable
from uuid import uuid4

import httpx
import pytest

from api.identity.actions.resetting import forget_second_factor
from api.identity.contracts import Session
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.files import open_files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.identity import bearer, demo_people, granted, signed_in, with_second_factor
from tests.given.web import outcome
from tests.given.work import run_outbox

AsRole = Callable[[Role], dict[str, str]]
DOOR = "/v1/admin/grants"
LOG = "/v1/admin/second-factor-resets"
WHY = {"reason": "Mất điện thoại, đã gặp mặt và xem thẻ công chức"}


@pytest.fixture
async def officer(tx: Connection, settings: Settings) -> Session:
    """An administrator with a second factor."""
    await demo_people(tx)
    person = await signed_in(tx, settings)
    await granted(tx, person.me.id, Role.ADMIN)
    await with_second_factor(tx, settings, person)
    return await signed_in(tx, settings)


def place(person_id: object) -> str:
    """Where somebody's second factor is taken away."""
    return f"/v1/admin/people/{person_id}/second-factor/reset"


async def test_another_administrator_takes_it_away_and_everybody_can_see_who(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, officer: Session, as_role: AsRole
) -> None:
    admin = as_role(Role.ADMIN)
    answer = await client.post(place(officer.me.id), json=WHY, headers=admin)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["person_id"], made["reset_by"]) == (str(officer.me.id), str(demo_person(Role.ADMIN)))
    assert (made["reason"], made["reset_by_name"]) == (WHY["reason"], "Quản trị viên Demo")
    assert (await client.get(LOG, headers=admin)).json() == {"items": [made], "next": None}
    # Signed out everywhere: what was held is worth nothing, and the next sign-in enrols anew.
    gone = await client.post("/v1/auth/refresh", json={"refresh_token": officer.refresh_token})
    assert outcome(gone) == (401, "session-over")
    again = await signed_in(tx, settings)
    assert (again.me.second_factor, again.me.waiting_roles) == ("to_enrol", [Role.ADMIN])
    # And they hear of it, once, with the reason.
    await run_outbox(tx, open_files(settings), settings)
    inbox = (await client.get("/v1/me/messages", headers=bearer(again))).json()["items"]
    told = [each for each in inbox if each["title"] == "Xác thực lớp hai của bạn đã được đặt lại"]
    assert len(told) == 1
    assert WHY["reason"] in told[0]["body"]
    assert "Quản trị viên Demo" in told[0]["body"]


async def test_nobody_resets_their_own_nor_one_that_is_not_there_nor_without_a_reason(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, officer: Session, as_role: AsRole
) -> None:
    admin = as_role(Role.ADMIN)
    own = await client.post(place(demo_person(Role.ADMIN)), json=WHY, headers=admin)
    assert outcome(own) == (409, "own-second-factor")
    for stranger in (uuid4(), (await signed_in(tx, settings, "0987654321")).me.id):
        assert outcome(await client.post(place(stranger), json=WHY, headers=admin)) == (
            404,
            "no-second-factor",
        )
    blank = await client.post(place(officer.me.id), json={"reason": " \u200b "}, headers=admin)
    assert (outcome(blank), blank.json()["errors"][0]["field"]) == ((422, "invalid"), "reason")
    for role in (Role.CITIZEN, Role.VOLUNTEER, Role.HANDLER, Role.OFFICER):
        refused = await client.post(place(officer.me.id), json=WHY, headers=as_role(role))
        assert refused.status_code == 403
    assert (await signed_in(tx, settings)).me.second_factor == "to_prove"


async def test_an_app_that_was_only_begun_is_none_and_its_owner_stays_signed_in(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: AsRole
) -> None:
    await demo_people(tx)
    beginner = await signed_in(tx, settings, "0987654321")
    assert (await client.post("/v1/me/second-factor", headers=bearer(beginner))).status_code == 201
    answer = await client.post(place(beginner.me.id), json=WHY, headers=as_role(Role.ADMIN))
    assert outcome(answer) == (404, "no-second-factor")
    again = await client.post("/v1/auth/refresh", json={"refresh_token": beginner.refresh_token})
    assert again.status_code == 200


async def test_at_the_machine_it_is_written_down_too(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, officer: Session, as_role: AsRole
) -> None:
    assert await forget_second_factor(tx, "0912 345 678")
    gone = await client.post("/v1/auth/refresh", json={"refresh_token": officer.refresh_token})
    assert gone.status_code == 401
    assert await tx.fetchval("select count(*) from recovery_code where person_id = $1", officer.me.id) == 0
    made = (await client.get(LOG, headers=as_role(Role.ADMIN))).json()["items"]
    assert [(each["person_id"], each["reset_by"]) for each in made] == [(str(officer.me.id), None)]
    assert not await forget_second_factor(tx, "0912 345 678")
