"""`user.revoke.consent`: what Zalo gave us goes, once and for good; civic records stay and name nobody."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.identity import bearer, signed_in
from tests.given.reports import demo_province, report_body
from tests.given.work import run_outbox
from tests.zalo.conftest import MINI_APP
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.webhooks import Emitter

USER = "4047671499938107249"
Settle = Callable[[], Awaitable[None]]


@pytest.fixture
def settle(tx: Connection, files: Files, settings: Settings) -> Settle:
    """Run what waits in the outbox."""

    async def run() -> None:
        await run_outbox(tx, files, settings)

    return run


async def come_in(client: httpx.AsyncClient, token: str) -> dict[str, Any]:
    """Sign in through Zalo."""
    session: dict[str, Any] = (await client.post("/v1/auth/zalo", json={"zalo_access_token": token})).json()
    return session


def headers(session: dict[str, Any]) -> dict[str, str]:
    """Of somebody signed in."""
    return {"Authorization": f"Bearer {session['access_token']}"}


async def share_phone(client: httpx.AsyncClient, session: dict[str, Any], token: str, code: str) -> None:
    """Share a number from Zalo."""
    body = {"zalo_access_token": token, "zalo_phone_token": code}
    answer = await client.post("/v1/me/phone/zalo", json=body, headers=headers(session))
    assert answer.status_code == 200


async def test_who_came_by_zalo_alone_is_forgotten(
    client: httpx.AsyncClient, tx: Connection, fake: FakeZalo, emitter: Emitter, settle: Settle
) -> None:
    token = fake.add_user(USER)
    session = await come_in(client, token)
    await share_phone(client, session, token, fake.share_phone("84912345678"))
    await client.patch("/v1/me", json={"display_name": "Nguyễn Văn Thử"}, headers=headers(session))
    await client.put("/v1/me/consents/location", json={"granted": True}, headers=headers(session))
    await demo_province(tx)
    report = report_body()
    assert (await client.post("/v1/reports", json=report, headers=headers(session))).status_code == 201
    assert await tx.fetchval("select count(*) from report_reporter") == 1
    assert await emitter.revoke(USER) == 200
    await settle()
    assert (
        await tx.fetchval("select count(*) from person where phone is not null or zalo_id is not null") == 0
    )
    assert await tx.fetchval("select count(*) from person where display_name = 'Nguyễn Văn Thử'") == 0
    assert await tx.fetchval("select count(*) from report_reporter") == 0
    assert await tx.fetchval("select count(*) from report where id = $1", UUID(report["id"])) == 1
    assert (await client.get("/v1/me", headers=headers(session))).status_code == 401
    again = await client.post("/v1/auth/refresh", json={"refresh_token": session["refresh_token"]})
    assert again.status_code == 401
    kept = await tx.fetchrow("select raw, zalo_id from zalo_event where channel = 'mini_app'")
    assert kept is not None
    assert tuple(kept) == (None, None)


async def test_somebody_who_comes_back_is_new_and_cannot_be_removed_by_the_old_event(
    client: httpx.AsyncClient, fake: FakeZalo, emitter: Emitter, settle: Settle
) -> None:
    token = fake.add_user(USER)
    first = await come_in(client, token)
    event = {
        "event": "user.revoke.consent",
        "appId": fake.mini_app_id,
        "userId": USER,
        "timestamp": 1670553442564,
    }
    assert await emitter.tell_mini_app(event) == 200
    await settle()
    second = await come_in(client, token)
    assert second["me"]["id"] != first["me"]["id"]
    assert await emitter.tell_mini_app(event) == 200
    await settle()
    assert (await client.get("/v1/me", headers=headers(second))).status_code == 200


async def test_the_published_vector_revokes(
    client: httpx.AsyncClient, fake: FakeZalo, tx: Connection, settle: Settle
) -> None:
    await come_in(client, fake.add_user(USER))
    body = (
        '{"event":"user.revoke.consent","appId":"2646373759294038927","userId":"4047671499938107249",'
        '"timestamp":1670553442564}'
    )
    signature = "d180c7f74a26df6c4ed7ea95f4c97e57baf6eb68b396813591b3922fd9abfc92"
    answer = await client.post(MINI_APP, content=body, headers={"X-ZEvent-Signature": signature})
    assert (answer.status_code, answer.json()) == (200, {})
    await settle()
    assert await tx.fetchval("select count(*) from person where zalo_id = $1", USER) == 0


async def test_who_proved_a_number_too_keeps_the_account_without_zalo(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, *, fake: FakeZalo, emitter: Emitter, settle: Settle
) -> None:  # fmt: skip
    token = fake.add_user(USER)
    session = await come_in(client, token)
    person_id = UUID(session["me"]["id"])
    await share_phone(client, session, token, fake.share_phone("84912345678"))
    by_code = await signed_in(tx, settings, "0912345678")
    assert by_code.me.id == person_id
    await client.put("/v1/me/consents/location", json={"granted": True}, headers=headers(session))
    assert await emitter.revoke(USER) == 200
    await settle()
    row = await tx.fetchrow("select zalo_id, phone from person where id = $1", person_id)
    assert row is not None
    assert tuple(row) == (None, "+84912345678")
    ways = await tx.fetch("select way, closed_why from session where person_id = $1 order by way", person_id)
    assert [tuple(row) for row in ways] == [("otp", None), ("zalo", "revoked")]
    said = await tx.fetch("select granted from consent where person_id = $1 order by id", person_id)
    assert [row["granted"] for row in said] == [True, False], "the yes stays in the record, and ended"
    no = "select count(*) from message_choice_now where person_id = $1 and channel = 'zalo' and not granted"
    assert await tx.fetchval(no, person_id) > 0
    assert (await client.get("/v1/me", headers=bearer(by_code))).status_code == 200


async def test_who_serves_keeps_the_role_but_not_the_number_zalo_gave(
    client: httpx.AsyncClient, tx: Connection, fake: FakeZalo, emitter: Emitter, settle: Settle
) -> None:
    token = fake.add_user(USER)
    session = await come_in(client, token)
    await share_phone(client, session, token, fake.share_phone("84912345678"))
    person_id = UUID(session["me"]["id"])
    await tx.execute(
        "insert into role_grant (id, person_id, role, province_code, valid_from) "
        "values (gen_random_uuid(), $1, 'officer', '46', '2020-01-01')",
        person_id,
    )
    await emitter.revoke(USER)
    await settle()
    row = await tx.fetchrow("select zalo_id, phone, phone_verified_at from person where id = $1", person_id)
    assert row is not None
    assert tuple(row) == (None, None, None)


async def test_the_oas_own_withdrawal_does_the_same(
    client: httpx.AsyncClient, tx: Connection, fake: FakeZalo, emitter: Emitter, settle: Settle
) -> None:
    await come_in(client, fake.add_user(USER))
    await come_in(client, fake.add_user("1002"))
    await tx.execute("update person set zalo_id_by_oa = '77' where zalo_id = '1002'")
    at = "1670553442564"  # long ago: a wish to be forgotten never grows too old
    await emitter.tell_oa(
        {
            "event_name": "user_withdraw",
            "user_id": "1",
            "user_id_by_app": USER,
            "app_id": fake.app_id,
            "timestamp": at,
        }
    )
    await emitter.tell_oa(
        {"event_name": "user_withdraw", "user_id": "77", "app_id": fake.app_id, "timestamp": at}
    )
    await settle()
    assert await tx.fetchval("select count(*) from person where zalo_id is not null") == 0


async def test_a_stranger_or_a_forged_event_removes_nobody(
    client: httpx.AsyncClient, tx: Connection, fake: FakeZalo, emitter: Emitter, settle: Settle
) -> None:
    await come_in(client, fake.add_user(USER))
    await emitter.revoke("1")
    emitter.wrong_secret = True
    assert await emitter.revoke(USER) == 401
    await settle()
    assert await tx.fetchval("select count(*) from person where zalo_id = $1", USER) == 1
