"""A one-stop system tells: safe again and again, in any order, never a step back in silence."""

from urllib.parse import quote

import asyncpg
import httpx
import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, PHONE, given_code, given_key, given_person, tell, told

EVENTS = """
select e.state_code, e.verdict, e.flags, e.replays from dossier_event e join dossier d on d.id = e.dossier_id
where d.code = $1 order by e.recorded_at, e.id
"""


async def look(client: httpx.AsyncClient, code: str) -> dict[str, object]:
    answer = await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": LAST4})
    assert answer.status_code == 200, answer.text
    body: dict[str, object] = answer.json()
    return body


async def test_the_first_event_makes_the_dossier(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    answer = await client.put(f"/v1/integration/dossiers/{code}", json=told("2", 1), auth=key)
    assert answer.status_code == 201
    assert answer.json()["result"] == "applied"
    # 1.004222 takes 7 working days in the catalogue: from Mon 16/11, over 24/11, to Thu 26/11
    assert answer.json()["due_at"] == "2026-11-26T10:00:00Z"
    again = await client.put(f"/v1/integration/dossiers/{code}", json=told("4", 2), auth=key)
    assert again.status_code == 200


@pytest.mark.parametrize(
    "code", ["03706/2026/07906", "000.00.04.G18-251109-0001", "Hồ sơ số 7/ĐKKS", "H57.12-20261109-0092637"]
)
async def test_codes_are_opaque_text_slashes_and_all(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, code: str
) -> None:
    key = await given_key(tx, settings)
    for escaped in (quote(code), quote(code, safe="")):
        body = told("2", 1, event_id="one")
        answer = await client.put(f"/v1/integration/dossiers/{escaped}", json=body, auth=key)
        assert answer.status_code in (200, 201), answer.text
    assert (await look(client, code))["code"] == code
    assert await tx.fetchval("select count(*) from dossier where code = $1", code) == 1


async def test_decomposed_and_spaced_codes_are_the_same_code(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key = await given_key(tx, settings)
    await tell(client, key, quote("HÔ\u0300 SƠ-1"), told("2", 1, event_id="one"))
    receipt = await tell(client, key, quote(" HỒ SƠ-1 "), told("2", 1, event_id="one"))
    assert receipt["result"] == "duplicate"


async def test_two_systems_may_print_the_same_code(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    one, other = await given_key(tx, settings, "one"), await given_key(tx, settings, "other")
    code = given_code()
    first = await tell(client, one, code, told("2", 1, event_id="e"))
    second = await tell(client, other, code, told("4", 1, event_id="e", applicant_phone="0987 654 321"))
    assert first["dossier_id"] != second["dossier_id"]
    assert (await look(client, code))["id"] == first["dossier_id"]


async def test_the_same_event_again_changes_nothing_and_is_counted(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    await given_person(tx, phone="+84912345678")
    key, code = await given_key(tx, settings), given_code()
    body = told("2", 1)
    first = await tell(client, key, code, body)
    await tell(client, key, code, told("4", 2))
    again = await tell(client, key, code, body)
    assert again == first | {
        "result": "duplicate",
        "state_code": "4",
        "sequence": 2,
    }
    assert [row["replays"] for row in await tx.fetch(EVENTS, code)] == [1, 0]
    assert len(await tx.fetch("select from outbox_event where kind = 'dossier_state_changed'")) == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"state_code": "4"},
        {"sequence": 2},
        {"note": "khác"},
        {"applicant_phone": "0912 345 679"},
        {"occurred_at": "2026-11-16T02:00:01Z"},
    ],
)
async def test_the_same_event_id_with_another_content_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, changes: dict[str, object]
) -> None:
    key, code = await given_key(tx, settings), given_code()
    body = told("2", 1)
    await tell(client, key, code, body)
    answer = await client.put(f"/v1/integration/dossiers/{code}", json=body | changes, auth=key)
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/event-id-reused"
    assert len(await tx.fetch(EVENTS, code)) == 1


async def test_an_event_id_belongs_to_one_dossier_and_one_system(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code, elsewhere = await given_key(tx, settings), given_code(), given_code()
    body = told("2", 1)
    await tell(client, key, code, body)
    answer = await client.put(f"/v1/integration/dossiers/{elsewhere}", json=body, auth=key)
    assert answer.status_code == 409
    assert await tx.fetchval("select count(*) from dossier where code = $1", elsewhere) == 0
    other = await given_key(tx, settings, "other")
    assert (await tell(client, other, code, body))["result"] == "applied"


async def test_a_step_back_is_kept_flagged_and_not_applied(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    await given_person(tx, phone="+84912345678")
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    await tell(client, key, code, told("9", 2))
    receipt = await tell(client, key, code, told("4", 3, applicant_phone="0987 654 321"))
    assert receipt["result"] == "held"
    assert receipt["flags"] == ["backward"]
    assert (receipt["state_code"], receipt["sequence"]) == ("9", 2)
    shown = await look(client, code)
    assert shown["state_code"] == "9"
    assert [entry["state_code"] for entry in shown["timeline"]] == ["2", "9"]  # type: ignore[attr-defined]
    assert [row["verdict"] for row in await tx.fetch(EVENTS, code)] == ["applied", "applied", "held"]
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'dossier_state_changed'") == 2
    onward = await tell(client, key, code, told("10", 4))
    assert onward["result"] == "applied"


async def test_a_declared_correction_is_applied_and_said(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("9", 1))
    receipt = await tell(client, key, code, told("4", 2, correction=True))
    assert receipt["result"] == "applied"
    assert "correction" in receipt["flags"]
    last = (await look(client, code))["timeline"][-1]  # type: ignore[index]
    assert last["correction"] is True
    assert last["told"].startswith("Cơ quan sửa lại")


async def test_events_out_of_order_end_the_same(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, orderly, disorderly = await given_key(tx, settings), given_code(), given_code()
    story = [
        told("1", 1, occurred_at="2026-11-09T02:00:00Z"),
        told("2", 2, occurred_at="2026-11-10T02:00:00Z"),
        told("5", 3, occurred_at="2026-11-11T02:00:00Z"),
        told("4", 4, occurred_at="2026-11-16T02:00:00Z"),
    ]
    for body in story:
        await tell(client, key, orderly, body)
    results = [
        (await tell(client, key, disorderly, story[place] | {"event_id": f"x{place}"}))["result"]
        for place in (3, 0, 2, 1)
    ]
    assert results == ["applied", "late", "late", "late"]
    one, other = await look(client, orderly), await look(client, disorderly)
    same = ("state_code", "clock", "due_at", "timeline", "standing")
    assert {name: one[name] for name in same} == {name: other[name] for name in same}


async def test_an_old_event_never_moves_the_state(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("4", 5))
    emitted = await tx.fetchval("select count(*) from outbox_event")
    assert (await tell(client, key, code, told("2", 3)))["result"] == "late"
    held = await tell(client, key, code, told("10", 4))
    assert (held["result"], held["flags"]) == ("held", ["out_of_order"])
    same = await tell(client, key, code, told("9", 5))
    assert (same["result"], same["flags"]) == ("held", ["same_sequence"])
    assert (await look(client, code))["state_code"] == "4"
    assert await tx.fetchval("select count(*) from outbox_event") == emitted


async def test_an_unknown_state_is_kept_verbatim_and_shown_honestly(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    before = await tell(client, key, code, told("2", 1))
    receipt = await tell(client, key, code, told("CKS-07", 2, state_name="Chờ ký số liên thông"))
    assert receipt["result"] == "applied"
    assert receipt["flags"] == ["unknown_state"]
    assert receipt["due_at"] == before["due_at"]
    shown = await look(client, code)
    assert (shown["state_code"], shown["state_name"]) == ("CKS-07", "Chờ ký số liên thông")
    assert shown["state_known"] is False
    assert "Chờ ký số liên thông" in shown["timeline"][-1]["told"]  # type: ignore[index]
    await tell(client, key, code, told("CKS-08", 3))
    assert (await look(client, code))["state_name"] == "Mã CKS-08"


async def test_what_the_source_leaves_out_stays(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1, deadline={"amount": 3}, promised_at="2026-11-20T10:00:00Z"))
    await tell(client, key, code, told("4", 2, applicant_phone=None, agency_name=None, filed_by="assisted"))
    shown = await look(client, code)
    assert shown["agency_name"] == "Công an phường Vỹ Dạ"
    assert shown["promised_at"] == "2026-11-20T10:00:00Z"
    assert shown["filed_by"] == "assisted"


async def test_our_agencies_and_procedures_lend_their_names(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tx.execute(
        "insert into agency (id, code, name, province_code) values (gen_random_uuid(), 'H57.9', 'Sở Thử', '46')"
    )
    await tell(client, key, code, told("2", 1, agency_code="H57.9", procedure_name="tên của nguồn"))
    shown = await look(client, code)
    assert shown["agency_name"] == "Sở Thử"
    assert shown["procedure_name"] == "Đăng ký thường trú"


async def test_neither_phone_nor_its_digits_are_kept(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    rows = await tx.fetch(
        "select d::text as kept from dossier d union all select e::text from dossier_event e"
    )
    digits = "".join(PHONE.split())
    assert rows
    assert not any(part in row["kept"] for row in rows for part in (digits, digits[1:], PHONE))


@pytest.mark.parametrize(
    "changes",
    [
        {"occurred_at": "2199-01-01T00:00:00Z"},
        {"occurred_at": "1999-12-31T00:00:00Z"},
        {"occurred_at": "2026-11-16T09:00:00"},
        {"applicant_phone": "ba số 7"},
        {"filed_by": "robot"},
        {"sequence": -1},
        {"state_code": " "},
        {"unheard_of": 1},
        {"deadline": {"amount": 2000}},
    ],
)
async def test_what_makes_no_sense_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, changes: dict[str, object]
) -> None:
    key, code = await given_key(tx, settings), given_code()
    answer = await client.put(f"/v1/integration/dossiers/{code}", json=told("2", 1) | changes, auth=key)
    assert answer.status_code == 422, answer.text
    assert await tx.fetchval("select count(*) from dossier where code = $1", code) == 0


@pytest.mark.parametrize("code", ["%20", "%00", "x" * 101, "a%0Ab%07"])
async def test_what_is_no_code_is_refused(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, code: str
) -> None:
    key = await given_key(tx, settings)
    answer = await client.put(f"/v1/integration/dossiers/{code}", json=told("2", 1), auth=key)
    assert answer.status_code in (404, 422), answer.text


async def test_history_cannot_be_rewritten(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    receipt = await tell(client, key, code, told("2", 1))
    for statement in (
        "update dossier_event set state_code = '9'",
        "update dossier_event set verdict = 'held'",
        "delete from dossier_event",
    ):
        with pytest.raises(asyncpg.RaiseError, match="append-only"):
            async with tx.transaction():
                await tx.execute(statement)
    await tx.execute("delete from dossier where id = $1", receipt["dossier_id"])
    assert await tx.fetch(EVENTS, code) == []
