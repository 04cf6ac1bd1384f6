"""Consent: each purpose on its own, nothing granted beforehand, every decision provable."""

from datetime import UTC, datetime, timedelta

import asyncpg
import httpx
import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.identity import bearer, signed_in
from tests.given.time import frozen

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


async def test_silence_is_not_consent(client: httpx.AsyncClient, tx: Connection, settings: Settings) -> None:
    mine = bearer(await signed_in(tx, settings))
    items = (await client.get("/v1/me/consents", headers=mine)).json()["items"]
    purposes = ["alert_messages", "location", "team_contact", "rescue_help"]
    assert [item["purpose"] for item in items] == purposes
    assert [(item["granted"], item["decided_at"]) for item in items] == [(False, None)] * 4
    assert all("Tôi đồng ý" in item["text"] and item["text_version"] for item in items)


async def test_every_decision_is_kept_with_its_time_wording_and_session(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    with frozen(AT):
        session = await signed_in(tx, settings)
        path, mine = "/v1/me/consents/location", bearer(session)
        given = await client.put(path, json={"granted": True, "text_version": "2026-11"}, headers=mine)
        assert (given.status_code, given.json()["granted"]) == (200, True)
    with frozen(AT + timedelta(minutes=5)):
        taken = await client.put(path, json={"granted": False}, headers=mine)
        assert (taken.json()["granted"], taken.json()["decided_at"]) == (False, "2026-11-22T03:05:00Z")
        others = (await client.get("/v1/me/consents", headers=mine)).json()["items"]
        assert [item["decided_at"] for item in others] == [None, "2026-11-22T03:05:00Z", None, None]
    rows = await tx.fetch("select granted, text_version, decided_at, session_id from consent order by id")
    assert [tuple(row)[:3] for row in rows] == [
        (True, "2026-11", AT),
        (False, "2026-11", AT + timedelta(minutes=5)),
    ]
    assert len({row["session_id"] for row in rows} - {None}) == 1


async def test_agreeing_to_an_old_wording_is_refused_but_withdrawing_never_is(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine, path = bearer(await signed_in(tx, settings)), "/v1/me/consents/team_contact"
    answer = await client.put(path, json={"granted": True, "text_version": "2020-01"}, headers=mine)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/consent-text-changed")
    assert await tx.fetchval("select count(*) from consent") == 0
    answer = await client.put(path, json={"granted": False, "text_version": "2020-01"}, headers=mine)
    assert answer.status_code == 200


async def test_a_decision_cannot_be_rewritten(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine = bearer(await signed_in(tx, settings))
    await client.put("/v1/me/consents/location", json={"granted": False}, headers=mine)
    with pytest.raises(asyncpg.RaiseError, match="append-only"):
        async with tx.transaction():
            await tx.execute("update consent set granted = true")


async def test_consents_of_two_people_do_not_touch(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine = bearer(await signed_in(tx, settings, "0912345678"))
    theirs = bearer(await signed_in(tx, settings, "0987654321"))
    await client.put("/v1/me/consents/location", json={"granted": True}, headers=mine)
    items = (await client.get("/v1/me/consents", headers=theirs)).json()["items"]
    assert not any(item["granted"] for item in items)


async def test_only_our_purposes_exist(client: httpx.AsyncClient, tx: Connection, settings: Settings) -> None:
    mine = bearer(await signed_in(tx, settings))
    answer = await client.put("/v1/me/consents/marketing", json={"granted": True}, headers=mine)
    assert answer.status_code in (404, 422)
    answer = await client.put("/v1/me/consents/location", json={"granted": "yes"}, headers=mine)
    assert answer.status_code == 422
