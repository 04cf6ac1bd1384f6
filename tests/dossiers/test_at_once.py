"""Many events and replays at the same moment, over several connections: each counts once."""

import asyncio

import httpx

from api.kit.db import Pool
from api.kit.settings import Settings
from tests.given.dossiers import given_code, given_key, given_person, tell, told

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
