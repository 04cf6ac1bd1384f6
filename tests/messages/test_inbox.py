"""The inbox: told once, newest first, and mine alone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import httpx
import pytest

from api.kit.db import Connection, Pool
from api.kit.settings import Settings
from api.messages.actions import tell, tell_all
from api.messages.contracts import Kind, Notice
from tests.given.identity import bearer, signed_in
from tests.given.time import frozen

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
AsPerson = Callable[..., dict[str, str]]


def notice(person_id: UUID, key: str = "dossier:1:done", **other: Any) -> Notice:
    """Something to tell a person."""
    fields = {
        "kind": Kind.DOSSIER,
        "title": "Hồ sơ đã có kết quả",
        "body": "Mời bạn đến nhận kết quả tại bộ phận một cửa.",
        "link": "#/hs/1",
        **other,
    }
    return Notice(person_id=person_id, dedupe_key=key, **fields)


async def inbox(client: httpx.AsyncClient, headers: dict[str, str], **query: Any) -> dict[str, Any]:
    """My messages."""
    answer = await client.get("/v1/me/messages", params=query, headers=headers)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_who_is_gone_is_told_nothing_and_holds_up_nobody(tx: Connection, settings: Settings) -> None:
    """Somebody may be forgotten, or become one with another account, before the job that tells them runs."""
    here = (await signed_in(tx, settings)).me.id
    assert await tell_all(tx, [notice(uuid4()), notice(here)]) == 1
    assert not await tell(tx, notice(uuid4()))


async def test_what_was_told_is_in_the_inbox_once(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    person = await signed_in(tx, settings)
    with frozen(AT):
        assert await tell(tx, notice(person.me.id))
        assert not await tell(tx, notice(person.me.id, title="Một lần nữa"))
    page = await inbox(client, bearer(person))
    assert (page["unread"], page["next"]) == (1, None)
    (item,) = page["items"]
    assert UUID(item.pop("id")).version == 7
    assert item == {
        "kind": "dossier",
        "title": "Hồ sơ đã có kết quả",
        "body": "Mời bạn đến nhận kết quả tại bộ phận một cửa.",
        "link": "#/hs/1",
        "created_at": "2026-11-22T03:00:00Z",
        "read_at": None,
    }


async def test_newest_first_in_pages_even_within_one_moment(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    person = await signed_in(tx, settings)
    for number in range(7):
        with frozen(AT + timedelta(minutes=number // 3)):
            await tell(tx, notice(person.me.id, f"key {number}", title=f"Tin {number}"))
    seen: list[str] = []
    cursor = None
    for _ in range(3):
        page = await inbox(client, bearer(person), limit=3, **({"cursor": cursor} if cursor else {}))
        seen += [item["title"] for item in page["items"]]
        cursor = page["next"]
        assert page["unread"] == 7
    assert cursor is None
    assert seen == [f"Tin {number}" for number in reversed(range(7))]


async def test_reading_counts_once_and_keeps_its_moment(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    person = await signed_in(tx, settings)
    mine = bearer(person)
    await tell(tx, notice(person.me.id, "a"))
    await tell(tx, notice(person.me.id, "b"))
    first = (await inbox(client, mine))["items"][0]["id"]
    moments = []
    for _ in range(2):
        answer = await client.post(f"/v1/me/messages/{first}/read", headers=mine)
        assert (answer.status_code, answer.content) == (204, b"")
        page = await inbox(client, mine)
        assert page["unread"] == 1
        moments.append(next(item["read_at"] for item in page["items"] if item["id"] == first))
    assert moments[0] is not None
    assert moments[0] == moments[1]
    assert (await client.post("/v1/me/messages/read-all", headers=mine)).status_code == 204
    page = await inbox(client, mine)
    assert page["unread"] == 0
    assert next(item["read_at"] for item in page["items"] if item["id"] == first) == moments[0]


async def test_another_persons_inbox_is_closed(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    owner, other = await signed_in(tx, settings), await signed_in(tx, settings, "0987654321")
    await tell(tx, notice(owner.me.id))
    (item,) = (await inbox(client, bearer(owner)))["items"]
    assert (await inbox(client, bearer(other))) == {"items": [], "next": None, "unread": 0}
    answer = await client.post(f"/v1/me/messages/{item['id']}/read", headers=bearer(other))
    unknown = await client.post(f"/v1/me/messages/{uuid4()}/read", headers=bearer(other))
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/message-not-found")
    assert unknown.json()["type"] == answer.json()["type"]
    await client.post("/v1/me/messages/read-all", headers=bearer(other))
    assert (await inbox(client, bearer(owner)))["unread"] == 1


async def test_the_same_key_may_be_told_to_two_people(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    one, other = await signed_in(tx, settings), await signed_in(tx, settings, "0987654321")
    assert await tell(tx, notice(one.me.id))
    assert await tell(tx, notice(other.me.id))


async def test_long_texts_are_shortened_and_lines_stay(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    person = await signed_in(tx, settings)
    await tell(tx, notice(person.me.id, title="Cảnh báo " * 40, body="Một.\nHai.\n" + "rất dài " * 400))
    (item,) = (await inbox(client, bearer(person)))["items"]
    assert (len(item["title"]) <= 200, item["title"].endswith("báo…")) == (True, True)
    assert (len(item["body"]) <= 2000, item["body"].endswith(("rất…", "dài…"))) == (True, True)
    assert item["body"].startswith("Một.\nHai.\nrất dài")


async def test_links_lead_into_the_app_only(tx: Connection, settings: Settings) -> None:
    person = await signed_in(tx, settings)
    with pytest.raises(asyncpg.CheckViolationError):
        async with tx.transaction():
            await tell(tx, notice(person.me.id, link="https://example.com/"))


@pytest.mark.parametrize(
    "query", [{"cursor": "không phải"}, {"limit": 0}, {"limit": 101}, {"cursor": "WyJhIl0"}]
)
async def test_bad_paging_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, query: dict[str, Any]
) -> None:
    mine = bearer(await signed_in(tx, settings))
    answer = await client.get("/v1/me/messages", params=query, headers=mine)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid")


async def test_nobody_reads_without_signing_in(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/me/messages")).status_code == 401
    assert (await client.post(f"/v1/me/messages/{uuid4()}/read")).status_code == 401
    assert (await client.post("/v1/me/messages/read-all")).status_code == 401


async def test_two_jobs_that_tell_the_same_at_once_tell_it_once(database: Pool, settings: Settings) -> None:
    async with database.acquire() as one, database.acquire() as other:
        async with one.transaction():
            person = await signed_in(one, settings)
        transaction = one.transaction()
        await transaction.start()
        assert await tell(one, notice(person.me.id))
        async with other.transaction():
            await other.execute("set local lock_timeout = '300ms'")
            with pytest.raises(asyncpg.LockNotAvailableError):
                await tell(other, notice(person.me.id))
        await transaction.commit()
        assert not await tell(other, notice(person.me.id))
        assert await other.fetchval("select count(*) from message") == 1
