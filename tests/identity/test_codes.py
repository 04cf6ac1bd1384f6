"""Signing in with a phone number and six digits."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from api.identity.rules import sign_in_code
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.time import frozen
from tests.given.web import outcome

PHONE = "0912 345 678"
AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
REFUSED = (422, "code-refused")


async def ask(client: httpx.AsyncClient, phone: str = PHONE) -> dict[str, Any]:
    """Ask for a code; the answer's body."""
    answer = await client.post("/v1/auth/otp", json={"phone": phone})
    assert answer.status_code == 202, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def give(client: httpx.AsyncClient, challenge_id: str, code: str) -> httpx.Response:
    """Answer a challenge."""
    return await client.post("/v1/auth/otp/verify", json={"challenge_id": challenge_id, "code": code})


def wrong(code: str) -> str:
    """Six other digits."""
    return f"{(int(code) + 1) % 1_000_000:06}"


async def test_the_code_signs_in_and_the_same_person_comes_back(client: httpx.AsyncClient) -> None:
    first = await ask(client)
    assert (first["expires_in"], first["demo"]) == (180, True)
    session = (await give(client, first["challenge_id"], first["demo_code"])).json()
    assert session["me"]["roles"] == ["citizen"]
    assert session["me"]["phone_masked"] == "0•• ••• •678"
    assert "912345" not in str(session["me"])
    again = await ask(client, "+84912345678")
    other = (await give(client, again["challenge_id"], again["demo_code"])).json()
    assert other["me"]["id"] == session["me"]["id"]
    stranger = await ask(client, "0912345679")
    third = (await give(client, stranger["challenge_id"], stranger["demo_code"])).json()
    assert third["me"]["id"] != session["me"]["id"]


async def test_a_code_works_once(client: httpx.AsyncClient) -> None:
    challenge = await ask(client)
    assert (await give(client, challenge["challenge_id"], challenge["demo_code"])).status_code == 200
    assert outcome(await give(client, challenge["challenge_id"], challenge["demo_code"])) == REFUSED


async def test_after_five_wrong_tries_even_the_right_code_is_refused(client: httpx.AsyncClient) -> None:
    challenge = await ask(client)
    for _ in range(5):
        assert (
            outcome(await give(client, challenge["challenge_id"], wrong(challenge["demo_code"]))) == REFUSED
        )
    assert outcome(await give(client, challenge["challenge_id"], challenge["demo_code"])) == REFUSED


async def test_the_fifth_try_may_be_right(client: httpx.AsyncClient) -> None:
    challenge = await ask(client)
    for _ in range(4):
        await give(client, challenge["challenge_id"], wrong(challenge["demo_code"]))
    assert (await give(client, challenge["challenge_id"], challenge["demo_code"])).status_code == 200


async def test_a_code_lives_three_minutes(client: httpx.AsyncClient) -> None:
    with frozen(AT):
        late, in_time = await ask(client), await ask(client)
    with frozen(AT + timedelta(minutes=3) - timedelta(seconds=1)):
        assert (await give(client, in_time["challenge_id"], in_time["demo_code"])).status_code == 200
    with frozen(AT + timedelta(minutes=3)):
        assert outcome(await give(client, late["challenge_id"], late["demo_code"])) == REFUSED


async def test_a_code_of_another_challenge_is_wrong(client: httpx.AsyncClient) -> None:
    mine, theirs = await ask(client), await ask(client, "0987654321")
    assert mine["demo_code"] != theirs["demo_code"] or pytest.skip("one in a million")
    assert outcome(await give(client, theirs["challenge_id"], mine["demo_code"])) == REFUSED


async def test_nobody_learns_whether_a_number_is_known_here(client: httpx.AsyncClient) -> None:
    known = await ask(client)
    await give(client, known["challenge_id"], known["demo_code"])
    asked = [await client.post("/v1/auth/otp", json={"phone": phone}) for phone in (PHONE, "0356789012")]
    shapes = [(a.status_code, sorted(a.json()), a.json()["expires_in"]) for a in asked]
    assert shapes[0] == shapes[1]
    ids = [asked[0].json()["challenge_id"], asked[1].json()["challenge_id"], str(uuid4())]
    codes = [wrong(asked[0].json()["demo_code"]), wrong(asked[1].json()["demo_code"]), "000000"]
    refusals = []
    for challenge_id, code in zip(ids, codes, strict=True):
        body = (await give(client, challenge_id, code)).json()
        body.pop("request_id")
        refusals.append(body)
    assert refusals[0] == refusals[1] == refusals[2]


async def test_a_number_may_ask_five_times_an_hour_and_ten_a_day(client: httpx.AsyncClient) -> None:
    with frozen(AT):
        for _ in range(5):
            await ask(client)
        answer = await client.post("/v1/auth/otp", json={"phone": "+84 912-345-678"})
        assert outcome(answer) == (429, "too-many-requests")
        assert answer.headers["retry-after"] == "3600"
        await ask(client, "0912345679")
    with frozen(AT + timedelta(minutes=59)):
        answer = await client.post("/v1/auth/otp", json={"phone": PHONE})
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")
    with frozen(AT + timedelta(minutes=61)):
        for _ in range(5):
            await ask(client)
    with frozen(AT + timedelta(hours=3)):
        answer = await client.post("/v1/auth/otp", json={"phone": PHONE})
        assert (answer.status_code, answer.headers["retry-after"]) == (429, str(21 * 3600))
    with frozen(AT + timedelta(hours=24, minutes=1)):
        await ask(client)


async def test_an_address_may_ask_sixty_times_an_hour(client: httpx.AsyncClient, tx: Connection) -> None:
    with frozen(AT):
        for number in range(60):
            await ask(client, f"09123400{number:02}")
        answer = await client.post("/v1/auth/otp", json={"phone": "0987654321"})
        assert outcome(answer) == (429, "too-many-requests")
    with frozen(AT + timedelta(hours=1, seconds=1)):
        await ask(client, "0987654321")
    kept = await tx.fetchval("select string_agg(address, ' ') from sign_in_code")
    assert "127.0.0.1" not in kept


@pytest.mark.parametrize(
    "phone",
    ["0212345678", "091234567", "09123456789", "+1 555 0100 200", "0612345678", "0512345678",
     "0952345678", "9123456789", "0912345678\n1", "٠٩١٢٣٤٥٦٧٨", "x" * 20],
)  # fmt: skip
async def test_only_vietnamese_mobile_numbers_get_a_code(client: httpx.AsyncClient, phone: str) -> None:
    answer = await client.post("/v1/auth/otp", json={"phone": phone})
    assert outcome(answer) == (422, "invalid")
    assert [error["field"] for error in answer.json()["errors"]] == ["phone"]


@pytest.mark.parametrize("code", ["12345", "1234567", "12345a", "١٢٣٤٥٦", "", "123456\n"])
async def test_only_six_digits_are_a_code(client: httpx.AsyncClient, code: str) -> None:
    answer = await give(client, str(uuid4()), code)
    assert outcome(answer) == (422, "invalid")


async def test_numbers_are_forgotten_when_they_are_no_longer_counted(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    with frozen(AT):
        await ask(client, "0987654321")
    with frozen(AT + timedelta(days=1, seconds=1)):
        await ask(client)
    kept = await tx.fetch("select phone from sign_in_code")
    assert [row["phone"] for row in kept] == ["+84912345678"]


async def test_where_people_are_real_the_code_is_not_in_the_answer_nor_in_any_table(
    real_client: httpx.AsyncClient, settings: Settings, tx: Connection
) -> None:
    challenge = await ask(real_client)
    assert (challenge["demo_code"], challenge["demo"]) == (None, False)
    code = sign_in_code(settings.secret_key, UUID(challenge["challenge_id"]))
    rows = [
        *await tx.fetch("select * from sign_in_code"),
        *await tx.fetch("select payload from outbox_event"),
    ]
    assert rows
    assert not any(code in str(tuple(row)) for row in rows)
    assert not any("912345678" in str(row["payload"]) for row in rows if "payload" in dict(row))
    session = (await give(real_client, challenge["challenge_id"], code)).json()
    assert session["demo"] is False
    renewed = await real_client.post("/v1/auth/refresh", json={"refresh_token": session["refresh_token"]})
    assert renewed.status_code == 200


async def test_who_came_in_by_a_code_shown_to_anybody_is_out_when_people_become_real(
    client: httpx.AsyncClient, real_client: httpx.AsyncClient
) -> None:
    """In a demo anybody may claim any number; its owner must not find them in later."""
    challenge = await ask(client)
    session = (await give(client, challenge["challenge_id"], challenge["demo_code"])).json()
    assert session["demo"] is True
    headers = {"Authorization": f"Bearer {session['access_token']}"}
    assert (await client.get("/v1/me", headers=headers)).status_code == 200
    assert (await real_client.get("/v1/me", headers=headers)).status_code == 401
    body = {"refresh_token": session["refresh_token"]}
    assert (await real_client.post("/v1/auth/refresh", json=body)).status_code == 401
