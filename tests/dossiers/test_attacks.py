"""What a hostile or broken system may send: no other item is lost, no other dossier is touched, nothing breaks."""

import asyncio
import gzip
import unicodedata
from collections.abc import AsyncIterator
from typing import Any

import httpx
import msgspec
import pytest

from api.dossiers import gateway
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.dossiers import SystemKey, given_code, given_key, tell, told

PATH = "/v1/integration/dossiers"
JSON = {"Content-Type": "application/json"}
MOST = 2**63 - 1


def item(code: str, state: str, sequence: int, **changes: Any) -> dict[str, Any]:
    return {"code": code, **told(state, sequence, **changes)}


async def send(client: httpx.AsyncClient, key: SystemKey, *items: Any) -> list[dict[str, Any]]:
    answer = await client.post(PATH, json={"items": items}, auth=key)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def results(answer: list[dict[str, Any]]) -> list[str]:
    return [one["result"] for one in answer]


async def test_one_code_spelt_in_many_ways_is_one_dossier_of_a_batch(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), f"HỒ-SƠ {given_code()}"
    spelt = [
        code,
        unicodedata.normalize("NFD", code),
        f"  {code} ",
        f"\u00a0{unicodedata.normalize('NFD', code)}",
    ]
    answer = await send(client, key, *[item(one, "4", place) for place, one in enumerate(spelt)])
    assert len({one["dossier_id"] for one in answer}) == 1
    assert results(answer) == ["applied"] * 4
    rows = await tx.fetch("select code, sequence from dossier")
    assert [tuple(row) for row in rows] == [(code, 3)]


@pytest.mark.parametrize(
    "changes",
    [
        {"sequence": MOST},
        {"sequence": MOST, "previous_sequence": MOST - 1},
        {"sequence": 1, "previous_sequence": MOST},
        {"sequence": 0, "previous_sequence": 0},
        {"sequence": MOST + 1},
        {"sequence": -1},
        {"sequence": "5"},
        {"sequence": 1e300},
        {"occurred_at": "2000-01-01T00:00:00+14:00"},
        {"occurred_at": "0001-01-01T00:00:00+14:00"},
        {"occurred_at": "9999-12-31T23:59:59-14:00"},
        {"deadline": {"amount": 100_000_000_000}},
        {"deadline": {"amount": 10_000, "unit": "month"}},
        {"deadline": {"amount": 100_000, "unit": "working_hour"}},
        {"deadline": {"amount": -1}},
        {"promised_at": "2099-12-31T23:59:59-14:00"},
        {"extension": {"due_at": "2099-12-31T23:59:59-14:00", "reason": " "}},
        {"state_code": "\u202e9"},
        {"state_code": "9" * 10_000},
        {"note": "x" * 100_000},
        {"event_id": "é" * 200},
        {"event_id": ""},
        {"applicant_phone": "٠٩١٢٣٤٥٦٧٨"},
        {"applicant_phone": "0" * 100_000},
        {"agency_code": "../../etc/passwd"},
        {"agency_code": "' or 1=1 --"},
        {"procedure_code": "{}"},
        {"procedure_code": "\\"},
        {"state_name": "\n\t\u200b"},
        {"filed_by": ["self"]},
        {"correction": 1},
    ],
    ids=lambda changes: str(changes)[:40],
)
async def test_no_value_of_an_item_can_hurt_another(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, changes: dict[str, Any]
) -> None:
    key, code, other = await given_key(tx, settings), given_code(), given_code()
    answer = await send(client, key, item(other, "2", 1), item(code, "4", 5) | changes, item(other, "4", 2))
    assert [one["result"] for one in (answer[0], answer[2])] == ["applied", "applied"]
    # Whatever became of it, its dossier goes on, and the two ways in are of one mind.
    again = item(given_code(), "4", 5) | changes
    alone = await client.put(
        f"{PATH}/{again.pop('code')}", json=again, auth=await given_key(tx, settings, "alone")
    )
    assert alone.status_code == (422 if answer[1]["result"] == "refused" else 201), alone.text
    follows = await send(client, key, item(code, "4", 7), item(code, "9", 8))
    assert "refused" not in results(follows)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"items": [{"code": "\\ud800", "event_id": "a"}]}',
        b'{"items": [{"code": "A", "event_id": "a", "note": "\\udfff\\ud800"}]}',
        b'{"items": [{"code": "A", "code": "B", "event_id": "a"}]}',
        b'{"items": [' + b"[" * 900 + b"]" * 900 + b"]}",
        b'{"items": [' + b'{"a":' * 3000 + b"1" + b"}" * 3000 + b"]}",
        b'{"items": [1e999]}',
        b'{"items": [' + b"9" * 5000 + b"]}",
        b'{"items": [{"code": "A", "event_id": "\xff"}]}',
        b'\xef\xbb\xbf{"items": [1]}',
    ],
    ids=range(9),
)
async def test_raw_bytes_are_refused_or_answered_never_an_error_of_ours(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, raw: bytes
) -> None:
    key = await given_key(tx, settings)
    answer = await client.post(PATH, content=raw, headers=JSON, auth=key)
    assert answer.status_code in (200, 400, 422)
    if answer.status_code == 200:
        assert results(answer.json()["items"]) == ["refused"]
    assert await tx.fetchval("select count(*) from dossier") == 0


async def test_a_packed_bomb_is_stopped_at_the_limit(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key = await given_key(tx, settings)
    for raw, headers in (
        (b'{"items": ["' + b" " * 16_000_000 + b'"]}', JSON),
        (gzip.compress(b'{"items": ["' + b" " * 64_000_000 + b'"]}'), JSON | {"Content-Encoding": "gzip"}),
    ):
        answer = await client.post(PATH, content=raw, headers=headers, auth=key)
        assert answer.status_code == 413, answer.status_code


async def test_another_systems_ids_and_codes_are_its_own(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    mine, thief, code = (
        await given_key(tx, settings, "mine"),
        await given_key(tx, settings, "thief"),
        given_code(),
    )
    first = item(code, "2", 1)
    own = (await send(client, mine, first))[0]
    taken = (await send(client, thief, first | {"state_code": "9", "sequence": 99}))[0]
    assert taken["result"] == "applied"
    assert taken["dossier_id"] != own["dossier_id"]
    assert results(await send(client, mine, first)) == ["duplicate"]
    assert await tx.fetchval("select state_code from dossier where system = 'mine'") == "2"


async def test_one_dossiers_long_history_in_one_batch_backwards(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    body = {"items": [item(code, "4", number) for number in reversed(range(0, 4000, 2))]}
    answer = await client.post(PATH, content=msgspec.json.encode(body), headers=JSON, auth=key)
    assert answer.json()["counts"]["applied"] == 2000
    late = await send(client, key, *[item(code, "4", number) for number in range(1, 401, 2)])
    assert set(results(late)) == {"late"}
    gaps = (await client.get("/v1/integration/gaps?limit=1", auth=key)).json()["items"]
    assert [(gap["first"], gap["last"]) for gap in gaps] == [(401, 401)]
    assert (await tell(client, key, code, told("9", 3999)))["result"] == "applied"


async def test_a_source_that_drips_is_left_after_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    async def drip() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.01)

    monkeypatch.setattr(gateway, "PATIENCE", 0.1)
    dripping = httpx.MockTransport(lambda _: httpx.Response(200, content=drip()))
    async with httpx.AsyncClient(transport=dripping) as http:
        with pytest.raises(gateway.SourceFailedError, match="slower than"):
            await gateway.HttpSource(http).ask("https://example.test/", secret="x", after=None, limit=1)
