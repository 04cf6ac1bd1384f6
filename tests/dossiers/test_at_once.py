"""Many events, replays and decisions at the same moment, over several connections: each counts once."""

import asyncio
from collections.abc import Callable
from uuid import UUID

import httpx

from api.dossiers.actions.batches import tell_changes
from api.dossiers.actions.keys import Source
from api.dossiers.rules.sharing import TEXT_VERSION
from api.kit.db import Pool
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, given_code, given_key, given_person, tell, told

EVENTS = """
select e.state_code, e.verdict, e.flags, e.replays from dossier_event e
join dossier d on d.id = e.dossier_id where d.code = $1 order by e.recorded_at, e.id
"""


async def test_twenty_replays_at_once_are_one_event(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings
) -> None:
    code, body = given_code(), told("2", 1)
    async with database.acquire() as connection:
        key = await given_key(connection, settings)
        await given_person(connection, phone="+84912345678")
    receipts = await asyncio.gather(*(tell(committing_client, key, code, body) for _ in range(20)))
    results = sorted(receipt["result"] for receipt in receipts)
    assert results == ["applied"] + ["duplicate"] * 19
    assert len({receipt["dossier_id"] for receipt in receipts}) == 1
    async with database.acquire() as connection:
        rows = await connection.fetch(EVENTS, code)
        assert [(row["verdict"], row["replays"]) for row in rows] == [("applied", 19)]
        emitted = await connection.fetchval(
            "select count(*) from outbox_event where kind = 'dossier_state_changed'"
        )
        assert emitted == 1


async def test_events_of_one_dossier_at_once_are_all_taken_once(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings
) -> None:
    code = given_code()
    bodies = [told(state, place) for place, state in enumerate(["1", "2", "4", "5", "4", "9", "10"])]
    async with database.acquire() as connection:
        key = await given_key(connection, settings)
    receipts = await asyncio.gather(*(tell(committing_client, key, code, body) for body in bodies * 3))
    results = [receipt["result"] for receipt in receipts]
    assert results.count("duplicate") == 14
    assert "held" not in results
    async with database.acquire() as connection:
        assert await connection.fetchval("select state_code from dossier where code = $1", code) == "10"
        assert len(await connection.fetch(EVENTS, code)) == 7


async def test_one_event_id_for_two_dossiers_at_once_is_taken_by_one(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings
) -> None:
    body, codes = told("2", 1), [given_code() for _ in range(8)]
    async with database.acquire() as connection:
        key = await given_key(connection, settings)
    answers = await asyncio.gather(
        *(committing_client.put(f"/v1/integration/dossiers/{code}", json=body, auth=key) for code in codes)
    )
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7
    async with database.acquire() as connection:
        kept = await connection.fetchval("select count(*) from dossier where code = any($1::text[])", codes)
        assert kept == 1


async def test_the_applicants_no_holds_against_whoever_follows_at_that_moment(
    committing_client: httpx.AsyncClient,
    database: Pool,
    settings: Settings,
    as_person: Callable[[UUID], dict[str, str]],
) -> None:
    code = given_code()
    async with database.acquire() as connection:
        key = await given_key(connection, settings)
        mine = as_person(await given_person(connection, phone="+84912345678"))
        theirs = as_person(await given_person(connection))
    dossier = (await tell(committing_client, key, code, told("2", 1)))["dossier_id"]
    both, path = {"code": code, "phone_last4": LAST4}, f"/v1/me/dossiers/{dossier}/followers"
    share = both | {
        "relation": "relative", "purpose": "see_progress", "how": "asked", "text_version": TEXT_VERSION,
    }  # fmt: skip

    async def follow() -> None:
        answer = await committing_client.post("/v1/me/dossiers", json=both, headers=theirs)
        assert answer.status_code in (200, 201, 404, 409, 429)

    async def ask() -> None:
        answer = await committing_client.post("/v1/me/dossier-shares", json=share, headers=theirs)
        assert answer.status_code in (200, 201, 404, 429)

    async def end(handle: str) -> None:
        answer = await committing_client.put(f"{path}/{handle}", json={"allowed": False}, headers=mine)
        assert answer.json()["state"] in ("ended", "refused")

    await follow()
    handle = (await committing_client.get(path, headers=mine)).json()["items"][0]["id"]
    await asyncio.gather(*(one for _ in range(4) for one in (follow(), end(handle), ask(), follow())))
    assert (await committing_client.get("/v1/me/dossiers", headers=theirs)).json()["items"] == []
    async with database.acquire() as connection:
        alive = await connection.fetchval("select count(*) from dossier_share where ended_at is null")
        ended = await connection.fetchval("select count(*) from dossier_share where ended_by = 'owner'")
        said = "select count(*) from outbox_event where kind = 'dossier_share_decided'"
        assert (alive, ended, await connection.fetchval(said)) == (0, 1, 1)


async def test_who_follows_while_a_change_is_written_reads_it_and_is_told_of_the_next(
    committing_client: httpx.AsyncClient,
    database: Pool,
    settings: Settings,
    as_person: Callable[[UUID], dict[str, str]],
) -> None:
    code = given_code()
    async with database.acquire() as connection:
        key = await given_key(connection, settings)
        person = await given_person(connection)
    await tell(committing_client, key, code, told("2", 1))
    asked = {"code": code, "phone_last4": LAST4}
    async with database.acquire() as connection:
        batch = connection.transaction()
        await batch.start()
        change = {"code": code, **told("4", 2)}
        await tell_changes(connection, [change], source=Source(system="mot-cua"), settings=settings)
        following = asyncio.create_task(
            committing_client.post("/v1/me/dossiers", json=asked, headers=as_person(person))
        )
        await asyncio.sleep(0.2)
        assert not following.done()
        await batch.commit()
    assert (await following).json()["state_code"] == "4"
    await tell(committing_client, key, code, told("9", 3))
    async with database.acquire() as connection:
        count = "select count(*) from outbox_event where kind = 'dossier_state_changed'"
        assert await connection.fetchval(count) == 1
