"""Many events in one call: each answered for itself, none lost through another, all safe to repeat."""

import asyncio
import unicodedata
from typing import Any

import httpx
import msgspec
import pytest

from api.dossiers.contracts.integration import BATCH_MAX
from api.dossiers.store import writing
from api.dossiers.store.intake import LIST_HISTORY
from api.kit.db import Connection, Pool
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, PHONE, SystemKey, given_code, given_key, given_person, tell, told

PATH = "/v1/integration/dossiers"
KEPT = "select d.code, d.state_code, d.sequence, d.clock, d.due_at, d.procedure_code, d.last4_hash from dossier d order by d.code"

KEPT_EVENTS = """
select event_id, sequence, state_code, state_name, note, correction, occurred_at, digest, verdict, flags,
    previous_sequence, extension_due_at, extension_reason
from dossier_event where system = $1 order by event_id
"""


def item(code: str, state: str, sequence: int, **changes: Any) -> dict[str, Any]:
    return {"code": code, **told(state, sequence, **changes)}


async def send(client: httpx.AsyncClient, key: SystemKey, *items: Any) -> dict[str, Any]:
    answer = await client.post(PATH, json={"items": items}, auth=key)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def results(answer: dict[str, Any]) -> list[str]:
    return [one["result"] for one in answer["items"]]


@pytest.mark.parametrize("many", [1, writing.MANY], ids=["copied", "inserted"])
async def test_a_batch_does_what_its_events_would_do_one_by_one(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(writing, "MANY", many)
    await given_person(tx, phone="+84912345678")
    one, other = await given_key(tx, settings, "one"), await given_key(tx, settings, "other")
    first, second, third = given_code(), given_code(), given_code()
    items = [
        item(first, "1", 1, occurred_at="2026-11-13T02:00:00Z"),
        item(second, "2", 1, deadline={"amount": 2}, filed_by="counter_digitised"),
        item(first, "2", 2, note="Đủ giấy tờ"),
        item(second, "9", 2, occurred_at="2026-11-17T02:00:00Z"),
        item(second, "4", 3),
        item(third, "CKS", 1, state_name="Chờ ký số", applicant_phone=None),
        item(first, "4", 4, procedure_code="1.001193"),
        item(second, "9", 4, previous_sequence=None, note="Tab\t, \\N và “ngoặc”"),
    ]
    together = await send(client, one, *items)
    alone = [
        await tell(client, other, one["code"], {name: value for name, value in one.items() if name != "code"})
        for one in items
    ]
    assert results(together) == [receipt["result"] for receipt in alone]
    assert [one["flags"] for one in together["items"]] == [receipt["flags"] for receipt in alone]
    # In the batch the state that holds is the one after all of it.
    assert [one["state_code"] for one in together["items"]] == ["4", "9", "4", "9", "9", "CKS", "4", "9"]
    assert together["counts"] == {"applied": 7, "late": 0, "held": 1, "duplicate": 0, "refused": 0}
    sql = KEPT.replace("order by", "where d.system = $1 order by").replace(", d.last4_hash", "")
    assert await tx.fetch(sql, "one") == await tx.fetch(sql, "other")
    assert await tx.fetch(KEPT_EVENTS, "one") == await tx.fetch(KEPT_EVENTS, "other")
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'dossier_state_changed'") == 10


async def test_the_events_of_a_dossier_are_taken_by_sequence_not_by_place(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    answer = await send(client, key, item(code, "9", 3), item(code, "1", 1), item(code, "2", 2))
    assert results(answer) == ["applied"] * 3
    assert {one["state_code"] for one in answer["items"]} == {"9"}
    assert [one["flags"] for one in answer["items"]] == [[], [], []]


@pytest.mark.parametrize(
    ("bad", "detail"),
    [
        ({"sequence": "three"}, "sequence"),
        ({"occurred_at": "2999-01-01T00:00:00Z"}, "tương lai"),
        ({"occurred_at": "2026-11-16T02:00:00"}, "occurred_at"),
        ({"promised_at": "0001-01-01T00:00:00+07:00"}, "Ngày hẹn"),
        ({"extension": {"due_at": "9999-12-31T23:59:59-07:00", "reason": "x"}}, "Ngày hẹn"),
        ({"note": "a\0b"}, "NUL"),
        ({"event_id": "a\0b"}, "NUL"),
        ({"code": "x" * 101}, "Mã hồ sơ"),
        ({"filed_by": "robot"}, "filed_by"),
        ({"surprise": 1}, "chưa"),
        ({"applicant_phone": "call me"}, "Số điện thoại"),
    ],
)
async def test_a_bad_item_loses_no_other(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, bad: dict[str, Any], detail: str
) -> None:
    key, good, other = await given_key(tx, settings), given_code(), given_code()
    answer = await send(
        client, key, item(good, "2", 1), item("BAD", "2", 1, event_id="bad-one") | bad, item(other, "2", 1)
    )
    assert results(answer) == ["applied", "refused", "applied"]
    assert answer["items"][1]["problem"] == "invalid"
    assert detail in answer["items"][1]["detail"]
    assert [row["code"] for row in await tx.fetch(KEPT)] == sorted([good, other])


async def test_items_that_are_no_events_at_all(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    answer = await send(client, key, 7, None, [], "x", {"code": 5}, item(code, "2", 1), {"event_id": "e"})
    assert results(answer) == ["refused"] * 5 + ["applied", "refused"]
    assert answer["items"][6]["event_id"] == "e"
    bodies: list[Any] = [{"items": []}, {"items": {}}, {}, [], {"items": [1], "more": 1}]
    for body in bodies:
        assert (await client.post(PATH, json=body, auth=key)).status_code == 422


async def test_a_repeated_batch_changes_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, codes = await given_key(tx, settings), [given_code() for _ in range(3)]
    items = [item(code, state, place) for place, state in enumerate(("1", "4", "2")) for code in codes]
    first = await send(client, key, *items)
    kept = await tx.fetch(KEPT), await tx.fetchval("select count(*) from outbox_event")
    again = await send(client, key, *items)
    assert results(again) == ["duplicate"] * 9
    assert [one["first_result"] for one in again["items"]] == results(first)
    for name in ("flags", "state_code", "sequence", "due_at", "dossier_id", "code", "event_id"):
        assert [one[name] for one in again["items"]] == [one[name] for one in first["items"]]
    assert (await tx.fetch(KEPT), await tx.fetchval("select count(*) from outbox_event")) == kept
    assert {row["replays"] for row in await tx.fetch("select replays from dossier_event")} == {1}


async def test_an_event_twice_in_one_batch_counts_once(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code, other = await given_key(tx, settings), given_code(), given_code()
    one = item(code, "2", 1)
    answer = await send(
        client, key, one, one, one | {"note": "khác"}, one | {"code": other}, item(other, "2", 1)
    )
    assert results(answer) == ["applied", "duplicate", "refused", "refused", "applied"]
    assert [entry["problem"] for entry in answer["items"]] == [None, None, *["event-id-reused"] * 2, None]
    assert await tx.fetchval("select replays from dossier_event where event_id = $1", one["event_id"]) == 1


async def test_put_and_batch_know_each_others_events(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    one, two = told("2", 1), told("4", 2)
    await tell(client, key, code, one)
    accented = f"Hồ sơ {code}"
    answer = await send(
        client,
        key,
        {"code": f" {code} ", **one},
        {"code": code, **two},
        item(unicodedata.normalize("NFD", accented), "1", 1),
        item(accented, "2", 2),
    )
    assert results(answer) == ["duplicate", "applied", "applied", "applied"]
    assert answer["items"][2]["dossier_id"] == answer["items"][3]["dossier_id"]
    assert (await tell(client, key, code, two))["result"] == "duplicate"


async def test_the_applicant_follows_and_finds_what_a_batch_told(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    person = await given_person(tx, phone="+84912345678")
    key, codes = await given_key(tx, settings), [given_code() for _ in range(2)]
    await send(client, key, *[item(code, "2", 1) for code in codes])
    assert await tx.fetchval("select count(*) from dossier_follow where person_id = $1", person) == 2
    found = await client.post("/v1/dossiers/lookup", json={"code": codes[0], "phone_last4": LAST4})
    assert found.json()["filed_by"] == "self"
    assert PHONE[-3:] not in str(await tx.fetch("select d::text from dossier d"))


async def test_more_than_ten_thousand_items_are_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    body = msgspec.json.encode({"items": [0] * (BATCH_MAX + 1)})
    key = await given_key(tx, settings)
    answer = await client.post(PATH, content=body, headers={"Content-Type": "application/json"}, auth=key)
    assert answer.status_code == 422


async def test_missing_numbers_are_listed_until_they_come(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code, sparse = await given_key(tx, settings), given_code(), given_code()
    assert (await tell(client, key, code, told("1", 3)))["flags"] == []
    assert (await tell(client, key, code, told("4", 9)))["flags"] == ["unlisted_step", "gap"]
    await tell(client, key, sparse, told("1", 100, previous_sequence=None))
    assert (await tell(client, key, sparse, told("2", 250, previous_sequence=100)))["flags"] == []
    assert (await tell(client, key, sparse, told("4", 400, previous_sequence=300)))["flags"] == ["gap"]

    async def gaps() -> list[tuple[str, int, int]]:
        answer = (await client.get("/v1/integration/gaps", auth=key)).json()
        return [(gap["code"], gap["first"], gap["last"]) for gap in answer["items"]]

    assert await gaps() == [(code, 4, 8), (sparse, 300, 300)]
    # A number that came and was held has come.
    assert (await tell(client, key, code, told("9", 6)))["result"] == "held"
    assert await gaps() == [(code, 4, 5), (code, 7, 8), (sparse, 300, 300)]
    page = (await client.get("/v1/integration/gaps?limit=1", auth=key)).json()
    rest = (await client.get(f"/v1/integration/gaps?limit=9&cursor={page['next']}", auth=key)).json()
    assert [gap["first"] for gap in page["items"] + rest["items"]] == [4, 7, 300]
    await send(client, key, *[item(code, "2", number) for number in (4, 5, 7, 8)])
    await send(client, key, item(sparse, "2", 300, previous_sequence=250))
    assert await gaps() == []
    other = await given_key(tx, settings, "other")
    assert (await client.get("/v1/integration/gaps", auth=other)).json()["items"] == []


async def test_a_system_reads_what_was_held_of_its_own(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    held = item(code, "4", 2)
    await send(client, key, item(code, "9", 1), held)
    shown = (await client.get("/v1/integration/held", auth=key)).json()["items"]
    assert [(one["code"], one["event_id"], one["flags"]) for one in shown] == [
        (code, held["event_id"], ["backward"])
    ]
    other = await given_key(tx, settings, "other")
    assert (await client.get("/v1/integration/held", auth=other)).json()["items"] == []


async def test_batches_and_single_events_at_once_are_all_taken_once(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings
) -> None:
    async with database.acquire() as connection:
        key = await given_key(connection, settings)
    codes = [given_code() for _ in range(6)]
    items = [item(code, state, place) for place, state in enumerate(("1", "2", "4", "9")) for code in codes]
    bodies = [(one["code"], {name: value for name, value in one.items() if name != "code"}) for one in items]
    await asyncio.gather(
        send(committing_client, key, *items),
        send(committing_client, key, *reversed(items)),
        *(tell(committing_client, key, code, body) for code, body in bodies),
    )
    async with database.acquire() as connection:
        rows = await connection.fetch(KEPT)
        assert {(row["state_code"], row["sequence"]) for row in rows} == {("9", 3)}
        events = await connection.fetch("select verdict, replays from dossier_event")
        assert len(events) == 24
        assert sum(row["replays"] for row in events) == 48


async def test_the_history_is_read_only_for_what_reaches_back(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("1", 1))

    async def reads_history(one: dict[str, Any]) -> bool:
        seen: list[str] = []
        with tx.query_logger(lambda record: seen.append(record.query)):
            assert results(await send(client, key, one)) in (["applied"], ["late"])
        return LIST_HISTORY in seen

    assert not await reads_history(item(code, "2", 2))
    # A row written before it knew its highest number: read once, then known.
    await tx.execute("update dossier set highest = null, occurred_at = null")
    assert await reads_history(item(code, "4", 3))
    assert not await reads_history(item(code, "5", 4))
    assert not await reads_history(item(code, "4", 5))
    assert await reads_history(item(code, "4", 9))
    assert await reads_history(item(code, "4", 7))
    assert await tx.fetchval("select (highest, missing::text)::text from dossier") == '(9,"{[6,7),[8,9)}")'
