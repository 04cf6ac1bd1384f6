"""Staying signed in: refresh tokens are one chain, and a copied one ends the session."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from api.identity import actions
from api.kit.db import Connection, Pool
from api.kit.settings import Settings
from tests.given.identity import bearer, signed_in
from tests.given.time import frozen
from tests.given.web import outcome

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
OVER = (401, "session-over")


async def renew(client: httpx.AsyncClient, token: str) -> httpx.Response:
    """Present a refresh token."""
    return await client.post("/v1/auth/refresh", json={"refresh_token": token})


async def test_a_refresh_gives_a_new_pair_for_the_same_person(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    session = await signed_in(tx, settings)
    answer = (await renew(client, session.refresh_token)).json()
    assert answer["refresh_token"] != session.refresh_token
    assert answer["me"]["id"] == str(session.me.id)
    me = await client.get("/v1/me", headers={"Authorization": f"Bearer {answer['access_token']}"})
    assert me.status_code == 200


async def test_an_answer_that_was_lost_is_given_again(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        session = await signed_in(tx, settings)
        first = (await renew(client, session.refresh_token)).json()
    with frozen(AT + timedelta(seconds=10)):
        second = (await renew(client, session.refresh_token)).json()
    assert second["refresh_token"] == first["refresh_token"]
    assert await tx.fetchval("select count(*) from refresh_token") == 2


async def test_a_token_that_comes_back_late_ends_the_session_for_both_holders(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        session = await signed_in(tx, settings)
        mine = (await renew(client, session.refresh_token)).json()
    with frozen(AT + timedelta(seconds=11)):
        assert outcome(await renew(client, session.refresh_token)) == OVER
        assert outcome(await renew(client, mine["refresh_token"])) == OVER
    assert await tx.fetchval("select closed_why from session") == "reused"


async def test_a_copy_used_after_its_owner_moved_on_ends_the_session_even_at_once(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        session = await signed_in(tx, settings)
        second = (await renew(client, session.refresh_token)).json()
        third = (await renew(client, second["refresh_token"])).json()
        assert outcome(await renew(client, session.refresh_token)) == OVER
        assert outcome(await renew(client, third["refresh_token"])) == OVER


async def test_other_sessions_of_the_person_go_on(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        stolen, other = await signed_in(tx, settings), await signed_in(tx, settings)
        await renew(client, stolen.refresh_token)
    with frozen(AT + timedelta(minutes=1)):
        assert outcome(await renew(client, stolen.refresh_token)) == OVER
        assert (await renew(client, other.refresh_token)).status_code == 200


async def test_thirty_days_without_use_end_a_session(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        one, other = await signed_in(tx, settings), await signed_in(tx, settings)
    with frozen(AT + timedelta(days=30) - timedelta(seconds=1)):
        assert (await renew(client, one.refresh_token)).status_code == 200
    with frozen(AT + timedelta(days=30)):
        assert outcome(await renew(client, other.refresh_token)) == OVER


async def test_half_a_year_ends_every_session(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        token = (await signed_in(tx, settings)).refresh_token
    for days in range(20, 180, 20):
        with frozen(AT + timedelta(days=days)):
            token = (await renew(client, token)).json()["refresh_token"]
    with frozen(AT + timedelta(days=180)):
        assert outcome(await renew(client, token)) == OVER


async def test_signing_out_ends_the_session_and_says_nothing_about_unknown_tokens(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    session = await signed_in(tx, settings)
    renewed = (await renew(client, session.refresh_token)).json()
    for token in (session.refresh_token, "never-seen"):
        answer = await client.post("/v1/auth/sign-out", json={"refresh_token": token})
        assert (answer.status_code, answer.content) == (204, b"")
    assert outcome(await renew(client, renewed["refresh_token"])) == OVER
    assert await tx.fetchval("select closed_why from session") == "signed_out"


@pytest.mark.parametrize("token", ["never-seen", "x" * 200, "đường"])
async def test_what_is_no_token_of_ours_renews_nothing(client: httpx.AsyncClient, token: str) -> None:
    assert outcome(await renew(client, token)) == OVER


async def test_an_access_token_is_no_refresh_token(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    session = await signed_in(tx, settings)
    answer = await renew(client, session.access_token)
    assert answer.status_code in (401, 422)
    assert (await client.get("/v1/me", headers=bearer(session))).status_code == 200


async def test_no_table_holds_a_token_that_could_be_presented(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    session = await signed_in(tx, settings)
    renewed = (await renew(client, session.refresh_token)).json()
    rows = str([tuple(row) for row in await tx.fetch("select * from refresh_token")])
    assert session.refresh_token not in rows
    assert renewed["refresh_token"] not in rows


async def test_two_tabs_that_refresh_at_once_both_stay_signed_in(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings
) -> None:
    async with database.acquire() as connection, connection.transaction():
        session = await signed_in(connection, settings)
    answers = await asyncio.gather(*(renew(committing_client, session.refresh_token) for _ in range(6)))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert len({answer.json()["refresh_token"] for answer in answers}) == 1
    assert await database.fetchval("select count(*) from refresh_token") == 2


async def test_a_refusal_commits_what_it_found_out(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings
) -> None:
    """The closed session and the counted try must survive the refusal that reports them."""
    with frozen(AT):
        async with database.acquire() as connection, connection.transaction():
            session = await signed_in(connection, settings)
            challenge = await actions.ask_code(connection, settings, "0987654321", address="a")
        await renew(committing_client, session.refresh_token)
        body = {"challenge_id": str(challenge.challenge_id), "code": "000000"}
        if challenge.demo_code != "000000":
            assert (await committing_client.post("/v1/auth/otp/verify", json=body)).status_code == 422
            assert await database.fetchval("select max(tries) from sign_in_code where used_at is null") == 1
    with frozen(AT + timedelta(minutes=1)):
        assert outcome(await renew(committing_client, session.refresh_token)) == OVER
    assert await database.fetchval("select closed_why from session") == "reused"


async def test_a_code_guessed_in_parallel_has_five_tries_in_all(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings
) -> None:
    async with database.acquire() as connection, connection.transaction():
        challenge = await actions.ask_code(connection, settings, "0987654321", address="a")
    code = int(challenge.demo_code or 0)
    guesses = [f"{(code + step) % 1_000_000:06}" for step in range(1, 13)]

    async def guess(digits: str) -> int:
        body = {"challenge_id": str(challenge.challenge_id), "code": digits}
        return (await committing_client.post("/v1/auth/otp/verify", json=body)).status_code

    assert set(await asyncio.gather(*map(guess, guesses))) == {422}
    assert await database.fetchval("select tries from sign_in_code") == 5
    assert await guess(str(challenge.demo_code)) == 422
