"""What Zalo tells us: believed by its signature over the raw bytes, taken once, answered at once."""

import json
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.time import frozen
from tests.given.work import run_outbox
from tests.zalo.conftest import MINI_APP, OA
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.state import millis
from tests.zalo_fake.webhooks import Emitter

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
UID = "246845883529197922"
EVENTS = "select event_name, state, zalo_id, uid from zalo_event order by id"


def text_event(
    fake: FakeZalo, text: str = "Xin chào, tôi ở Huế", msg_id: str = "96d3cdf3af150460909"
) -> dict[str, Any]:
    """A user writes to the Official Account."""
    return {
        "app_id": fake.app_id,
        "sender": {"id": UID},
        "user_id_by_app": "552177279717587730",
        "recipient": {"id": fake.oa_id},
        "event_name": "user_send_text",
        "message": {"text": text, "msg_id": msg_id},
        "timestamp": millis(),
    }


def follow_event(fake: FakeZalo, name: str = "follow") -> dict[str, Any]:
    """A user follows the Official Account, or leaves it."""
    return {
        "oa_id": fake.oa_id,
        "follower": {"id": UID},
        "user_id_by_app": "552177279717587730",
        "event_name": name,
        "source": "oa_profile",
        "app_id": fake.app_id,
        "timestamp": millis(),
    }


async def events(tx: Connection) -> list[tuple[Any, ...]]:
    """What was kept."""
    return [tuple(row) for row in await tx.fetch(EVENTS)]


COUNTS = {
    "zalo_event": "select count(*) from zalo_event",
    "zalo_quarantine": "select count(*) from zalo_quarantine",
}


async def count(tx: Connection, table: str) -> int:
    """Rows of a table of ours."""
    found: int = await tx.fetchval(COUNTS[table])
    return found


@pytest.mark.parametrize("url", [OA, MINI_APP])
async def test_the_consoles_probe_is_answered_and_does_nothing(
    client: httpx.AsyncClient, emitter: Emitter, tx: Connection, url: str
) -> None:
    assert await emitter.probe(url) == 200
    for body in (b"", b"[]", b"not json", b'{"hello":"x"}'):
        assert (await client.post(url, content=body)).json() == {}
    for body in (b"", b"{}"):
        assert (
            await client.post(url, content=body, headers={"X-ZEvent-Signature": "mac=0"})
        ).status_code == 200
    assert (await client.get(url)).status_code == 200
    assert await count(tx, "zalo_event") == await count(tx, "zalo_quarantine") == 0


async def test_an_event_is_believed_by_its_exact_bytes(
    tx: Connection, fake: FakeZalo, emitter: Emitter
) -> None:
    with frozen(AT):
        assert await emitter.tell_oa(text_event(fake)) == 200
    assert await events(tx) == [("user_send_text", "taken", "552177279717587730", UID)]
    raw = await tx.fetchval("select raw from zalo_event")
    assert '"text":  "Xin chào, tôi ở Huế"' in raw


async def test_the_published_vector_is_taken(
    client: httpx.AsyncClient, tx: Connection, fake: FakeZalo
) -> None:
    body = (
        '{"app_id":"360846524840903967","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730",'
        '"recipient":{"id":"388613280878808645"},"event_name":"user_send_text","message":{"text":"Xin chào",'
        '"msg_id":"96d3cdf3af150460909"},"timestamp":"1787209817225"}'
    )
    mac = "785acd10f0d02a574179cec82dcd699a44c5198be06e168859c94c842d3712cd"
    with frozen(datetime.fromtimestamp(1787209817, tz=UTC)):
        for signature in (f"mac={mac}", mac):
            answer = await client.post(OA, content=body.encode(), headers={"X-ZEvent-Signature": signature})
            assert (answer.status_code, answer.json()) == (200, {})
    assert await count(tx, "zalo_event") == 1


async def test_a_delivery_that_comes_again_is_taken_once(
    tx: Connection, fake: FakeZalo, emitter: Emitter
) -> None:
    with frozen(AT):
        event = text_event(fake)
        for odd in (True, False, True):
            assert await emitter.tell_oa(event, odd=odd) == 200
        await emitter.tell_oa(text_event(fake, msg_id="another"))
        for _ in range(2):
            await emitter.tell_oa(follow_event(fake))
    assert [row[0] for row in await events(tx)] == ["user_send_text", "user_send_text", "follow"]


async def test_a_wrong_signature_is_put_aside_until_a_right_one_was_seen(
    tx: Connection, fake: FakeZalo, emitter: Emitter
) -> None:
    emitter.wrong_secret = True
    with frozen(AT):
        assert await emitter.tell_oa(text_event(fake)) == 200
        assert (await count(tx, "zalo_event"), await count(tx, "zalo_quarantine")) == (0, 1)
        emitter.wrong_secret = False
        assert await emitter.tell_oa(text_event(fake)) == 200
        emitter.wrong_secret, emitter.tried = True, []
        assert await emitter.tell_oa(text_event(fake, "Giả mạo", "fake")) == 401
        assert emitter.tried == [0, 1, 2], "Zalo tries again"
        assert await emitter.revoke("4047671499938107249") == 200, "the other webhook's key was not seen yet"
    assert (await count(tx, "zalo_event"), await count(tx, "zalo_quarantine")) == (1, 2)
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'zalo_consent_revoked'") == 0


@pytest.mark.parametrize(("strict", "status", "kept"), [("always", 401, 0), ("never", 200, 1)])
async def test_how_strict_is_a_setting(
    shared_app: Litestar, settings: Settings, tx: Connection, fake: FakeZalo, emitter: Emitter, *, strict: Any, status: int, kept: int
) -> None:  # fmt: skip
    shared_app.state.settings = msgspec.structs.replace(settings, zalo_webhook_strict=strict)
    with frozen(AT):
        await emitter.tell_oa(text_event(fake))
        emitter.wrong_secret = True
        assert await emitter.tell_oa(text_event(fake, msg_id="2")) == status
    assert await count(tx, "zalo_quarantine") == kept


async def test_few_bodies_are_put_aside(tx: Connection, client: httpx.AsyncClient) -> None:
    for number in range(53):
        await client.post(
            OA, content=f'{{"event_name":"x{number}"}}\u0000'.encode(), headers={"X-ZEvent-Signature": "0"}
        )
    assert await count(tx, "zalo_quarantine") == 50


async def test_another_apps_event_is_not_ours(tx: Connection, fake: FakeZalo, emitter: Emitter) -> None:
    with frozen(AT):
        await emitter.tell_oa({**text_event(fake), "app_id": "999"})
        await emitter.tell_mini_app(
            {"event": "user.revoke.consent", "appId": "999", "userId": "1", "timestamp": 1}
        )
    assert await count(tx, "zalo_event") == 0


async def test_the_other_readings_of_the_formula_are_settings(
    shared_app: Litestar, settings: Settings, tx: Connection, fake: FakeZalo, emitter: Emitter
) -> None:
    with frozen(AT):
        emitter.oa_id_first = True
        await emitter.tell_oa(text_event(fake))
        assert await count(tx, "zalo_event") == 0
        shared_app.state.settings = msgspec.structs.replace(settings, zalo_webhook_prefix="oa_id")
        await emitter.tell_oa(text_event(fake))
        assert await count(tx, "zalo_event") == 1
        emitter.oa_id_first, fake.oa_secret_key = False, fake.app_secret
        shared_app.state.settings = msgspec.structs.replace(settings, zalo_oa_secret_key="")
        await emitter.tell_oa(text_event(fake, msg_id="2"))
    assert await count(tx, "zalo_event") == 2


async def test_an_old_event_is_kept_without_effect(tx: Connection, fake: FakeZalo, emitter: Emitter) -> None:
    with frozen(AT):
        old, late = follow_event(fake), follow_event(fake, "unfollow")
    with frozen(AT + timedelta(hours=2)):
        await emitter.tell_oa(late)
    with frozen(AT + timedelta(hours=2, seconds=1)):
        assert await emitter.tell_oa(old) == 200
    assert [row[:2] for row in await events(tx)] == [("unfollow", "taken"), ("follow", "stale")]
    assert await tx.fetchval("select following from zalo_follower") is False


async def test_receipts_come_once_however_often_and_in_any_order(
    tx: Connection, fake: FakeZalo, emitter: Emitter
) -> None:
    with frozen(AT):
        for number in range(4):
            fake.outgoing.append(fake.received(f"m{number}", "84987654321", f"{number:032x}", millis()))
        assert set(await emitter.drain(doubles=2, shuffle=random.Random(5))) == {200}
    rows = await tx.fetch("select payload from outbox_event where kind = 'zalo_message_delivered'")
    told = sorted((msgspec.json.decode(row["payload"]) for row in rows), key=lambda each: each["message_id"])
    assert [(each["message_id"], each["tracking_id"]) for each in told] == [
        (f"m{number}", f"{number:032x}") for number in range(4)
    ]
    assert told[0]["delivered_at"] == "2026-11-23T03:00:00Z"


async def test_followers_are_kept_as_their_newest_event_says(
    tx: Connection, fake: FakeZalo, emitter: Emitter
) -> None:
    async def follower() -> tuple[Any, ...]:
        row = await tx.fetchrow("select following, wrote_at, zalo_id from zalo_follower where uid = $1", UID)
        assert row is not None
        return tuple(row)

    with frozen(AT):
        followed = follow_event(fake)
        await emitter.tell_oa(followed)
        assert await follower() == (True, None, "552177279717587730")
    with frozen(AT + timedelta(minutes=2)):
        await emitter.tell_oa(text_event(fake))
        await emitter.tell_oa(follow_event(fake, "unfollow"))
        with frozen(AT + timedelta(minutes=1)):
            between = follow_event(fake)
        await emitter.tell_oa(between)
        assert await follower() == (False, AT + timedelta(minutes=2), "552177279717587730")


async def test_an_event_pairs_the_two_ids_of_a_person(
    client: httpx.AsyncClient, tx: Connection, files: Files, settings: Settings, *, fake: FakeZalo, emitter: Emitter
) -> None:  # fmt: skip
    token = fake.add_user("552177279717587730")
    await client.post("/v1/auth/zalo", json={"zalo_access_token": token})
    with frozen(AT):
        await emitter.tell_oa(text_event(fake))
        await run_outbox(tx, files, settings)
    assert await tx.fetchval("select zalo_id_by_oa from person where zalo_id = '552177279717587730'") == UID


async def test_strange_bodies_break_nothing(client: httpx.AsyncClient, tx: Connection) -> None:
    bodies: list[dict[str, Any]] = [
        {"event_name": 5}, {"event_name": "x", "message": [1], "sender": "no"}, {"event": None, "timestamp": {}},
        {"event_name": "x", "timestamp": "9" * 400}, {"event": "user.revoke.consent", "userId": ["1"]},
    ]  # fmt: skip
    for body in bodies:
        for url in (OA, MINI_APP):
            answer = await client.post(
                url, content=json.dumps(body), headers=[(b"x-zevent-signature", "mac=đ".encode())]
            )
            assert answer.status_code == 200
    assert await count(tx, "zalo_event") == 0
