"""Staff come in with a second factor: without it their session is a citizen's."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from pyotp import TOTP

from api.identity.actions import where_it_stands
from api.identity.contracts import Session
from api.identity.store.second_factor import Standing
from api.kit.db import Connection
from api.kit.principal import Role
from api.kit.sealing import unseal
from api.kit.settings import Settings
from tests.given.identity import bearer, demo_people, granted, signed_in, with_second_factor
from tests.given.time import frozen
from tests.given.web import outcome

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
DOOR = "/v1/admin/grants"
REFUSED = (422, "second-factor-refused")


@pytest.fixture
async def officer(tx: Connection, settings: Settings) -> Session:
    """An administrator, signed in by a code to their phone only."""
    await demo_people(tx)
    with frozen(AT - timedelta(minutes=10)):
        person = await signed_in(tx, settings)
    await granted(tx, person.me.id, Role.ADMIN, valid_from=AT.date())
    with frozen(AT):
        return await signed_in(tx, settings)


async def prove(
    client: httpx.AsyncClient, session: Session, code: str, verb: str = "prove"
) -> httpx.Response:
    """Give a code of the second factor."""
    return await client.post(f"/v1/me/second-factor/{verb}", json={"code": code}, headers=bearer(session))


def token(answer: Any) -> dict[str, str]:
    """Headers of a token in an answer."""
    return {"Authorization": f"Bearer {answer['access_token']}"}


@pytest.mark.parametrize(
    ("role", "standing", "said"),
    [
        (Role.VOLUNTEER, Standing(enrolled=False, given=False, proven=False), "not_needed"),
        (Role.OFFICER, Standing(enrolled=False, given=False, proven=False), "to_enrol"),
        (Role.VOLUNTEER, Standing(enrolled=True, given=False, proven=False), "to_prove"),
        (Role.OFFICER, Standing(enrolled=True, given=True, proven=True), "proven"),
        (Role.OFFICER, Standing(enrolled=False, given=True, proven=True), "proven"),
        (Role.OFFICER, Standing(enrolled=False, given=False, proven=True), "not_needed"),
    ],
    ids=["a volunteer", "before enrolling", "before proving", "here", "at the province", "a demo"],
)
def test_where_somebody_stands_is_told_as_it_is(role: Role, standing: Standing, said: str) -> None:
    assert where_it_stands([role], standing) == said


async def test_without_it_there_are_no_staff_rights_with_it_there_are_for_a_day(
    client: httpx.AsyncClient, tx: Connection, officer: Session, settings: Settings
) -> None:
    assert (officer.me.roles, officer.me.waiting_roles) == ([Role.CITIZEN], [Role.ADMIN])
    assert officer.me.second_factor == "to_enrol"
    with frozen(AT):
        assert (await client.get(DOOR, headers=bearer(officer))).status_code == 403
        begun = await client.post("/v1/me/second-factor", headers=bearer(officer))
        assert begun.status_code == 201
        secret = begun.json()["secret"]
        assert begun.json()["uri"].startswith("otpauth://totp/")
        assert (await client.get(DOOR, headers=bearer(officer))).status_code == 403
        answer = await prove(client, officer, TOTP(secret).at(AT), "confirm")
        assert answer.status_code == 200, answer.text
        assert (answer.json()["me"]["roles"], len(answer.json()["recovery_codes"])) == (
            ["citizen", "admin"],
            10,
        )
        assert (await client.get(DOOR, headers=token(answer.json()))).status_code == 200
        stored = await tx.fetchval("select sealed from second_factor")
        assert secret not in stored
        assert unseal(settings, "totp", str(officer.me.id), stored) == secret
        assert unseal(settings, "totp", "somebody else", stored) is None
    body = {"refresh_token": officer.refresh_token}
    with frozen(AT + timedelta(hours=23)):
        renewed = (await client.post("/v1/auth/refresh", json=body)).json()
        assert (await client.get(DOOR, headers=token(renewed))).status_code == 200
    with frozen(AT + timedelta(hours=24)):
        body = {"refresh_token": renewed["refresh_token"]}
        renewed = (await client.post("/v1/auth/refresh", json=body)).json()
        assert (renewed["me"]["roles"], renewed["me"]["second_factor"]) == (["citizen"], "to_prove")
        assert (await client.get(DOOR, headers=token(renewed))).status_code == 403


async def test_a_token_that_calls_itself_staff_opens_nothing_before_the_factor(
    client: httpx.AsyncClient, tx: Connection, officer: Session, settings: Settings
) -> None:
    """The right is read from the session at each request, not from the token."""
    with frozen(AT):
        proven, _ = await with_second_factor(tx, settings, officer)
        await tx.execute("update session set second_factor_at = null")
        answer = await client.get(DOOR, headers={"Authorization": f"Bearer {proven.access_token}"})
    assert answer.status_code == 403


async def test_each_code_works_once_and_not_after_a_newer_one(
    client: httpx.AsyncClient, tx: Connection, officer: Session, settings: Settings
) -> None:
    with frozen(AT):
        _, secret = await with_second_factor(tx, settings, officer)
        assert outcome(await prove(client, officer, TOTP(secret).at(AT))) == REFUSED
        assert (await prove(client, officer, TOTP(secret).at(AT + timedelta(seconds=30)))).status_code == 200
        assert outcome(await prove(client, officer, TOTP(secret).at(AT - timedelta(seconds=30)))) == REFUSED
    with frozen(AT + timedelta(minutes=5)):
        far = AT + timedelta(minutes=6)
        assert outcome(await prove(client, officer, TOTP(secret).at(far))) == REFUSED


async def test_five_wrong_ones_close_the_door_for_a_quarter_of_an_hour(
    client: httpx.AsyncClient, tx: Connection, officer: Session, settings: Settings
) -> None:
    with frozen(AT):
        _, secret = await with_second_factor(tx, settings, officer)
    later = AT + timedelta(minutes=1)
    with frozen(later):
        right = TOTP(secret).at(later)
        for _ in range(5):
            assert outcome(await prove(client, officer, "x" * 8)) == REFUSED
        answer = await prove(client, officer, right)
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "901")
    later += timedelta(minutes=15, seconds=1)
    with frozen(later):
        session = await signed_in(tx, settings)
        assert (await prove(client, session, TOTP(secret).at(later))).status_code == 200


async def test_a_recovery_code_works_once_in_any_spelling_and_is_kept_as_a_hash(
    client: httpx.AsyncClient, tx: Connection, officer: Session, settings: Settings
) -> None:
    with frozen(AT):
        proven, _ = await with_second_factor(tx, settings, officer)
        first = proven.recovery_codes[0]
        kept = str([tuple(row) for row in await tx.fetch("select * from recovery_code")])
        assert first not in kept
        assert first.replace("-", "") not in kept
        assert (await prove(client, officer, first.lower().replace("-", " "))).status_code == 200
        assert outcome(await prove(client, officer, first)) == REFUSED


async def test_a_stolen_phone_number_cannot_put_another_app_in_the_place(
    client: httpx.AsyncClient, tx: Connection, officer: Session, settings: Settings
) -> None:
    with frozen(AT):
        _, secret = await with_second_factor(tx, settings, officer)
        thief = await signed_in(tx, settings)
        assert thief.me.second_factor == "to_prove"
        answer = await client.post("/v1/me/second-factor", headers=bearer(thief))
        assert outcome(answer) == (409, "second-factor-there")
        mine = (await client.post("/v1/me/second-factor", headers=bearer(officer))).json()["secret"]
        answer = await prove(client, thief, TOTP(mine).at(AT), "confirm")
        assert outcome(answer) == (409, "second-factor-there")
        # Until the new app has answered, the old one is the one.
        step = AT + timedelta(seconds=30)
        assert (await prove(client, officer, TOTP(secret).at(step))).status_code == 200


async def test_the_next_app_may_answer_in_the_step_in_which_the_old_one_did(
    client: httpx.AsyncClient, tx: Connection, officer: Session, settings: Settings
) -> None:
    with frozen(AT):
        await with_second_factor(tx, settings, officer)
        secret = (await client.post("/v1/me/second-factor", headers=bearer(officer))).json()["secret"]
        answer = await prove(client, officer, TOTP(secret).at(AT), "confirm")
        assert answer.status_code == 200, answer.text
        assert outcome(await prove(client, officer, TOTP(secret).at(AT))) == REFUSED
