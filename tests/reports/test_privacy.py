"""Planted marks of a reporter are in no byte that leaves the server: no door, export, log, event or message of others."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
from litestar import Litestar

from api.kit.db import Connection
from api.kit.demo import demo_agency, demo_second
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.log import set_up_logging
from api.kit.principal import Role
from api.kit.settings import Settings
from api.published import store as published
from tests.given import photos
from tests.given.identity import granted, signed_in
from tests.given.moderation import looked_at
from tests.given.reports import LAT, LON, accepted, answered, demo_province, report_body
from tests.given.time import frozen
from tests.given.walking import leaks, walk
from tests.given.work import run_outbox

PHONE, CONTACT, NAME = "0987001122", "0912999888", "Dấu Vết Người Gửi"
DEVICE, ADDRESS = "MayDienThoaiDauVet/7.7", "203.0.113.77"
SENT_AT = datetime(2026, 11, 20, 13, 47, 31, 987654, tzinfo=UTC)
HAPPENED = "2026-11-20T12:34:56.789Z"
OWN = ("code_asked", "phone_proven")
"""Events of signing in: they go to the person themselves."""
WORDS = f"Loa to quá, gọi tôi {PHONE} hoặc 0912.999.888"


class Planted(msgspec.Struct, frozen=True, kw_only=True):
    """A report full of marks: what was sent, what came back, and what must never be seen."""

    id: UUID
    code: str
    photo_id: str
    marks: list[Any]


@pytest.fixture
def loud(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """The logs of everything, as nobody would set them where people's data are."""
    set_up_logging("debug")
    yield capsys
    set_up_logging("warning")


async def planted(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, **changes: Any
) -> Planted:
    """A signed-in reporter with a name, numbers, a device and an address sends a photo that says all of it."""
    session = await signed_in(tx, settings, PHONE)
    await tx.execute("update person set display_name = $2 where id = $1", session.me.id, NAME)
    values = {"category_code": "moi-truong.tieng-on", "happened_at": HAPPENED, "contact_phone": CONTACT}
    body = report_body(**{**values, "description": WORDS, "photo_count": 1, **changes})
    told = {"User-Agent": DEVICE, "X-Forwarded-For": ADDRESS}
    bearer = {"Authorization": f"Bearer {session.access_token}", **told}
    with frozen(SENT_AT):
        receipt = (await client.post("/v1/reports", json=body, headers=bearer)).json()
        key = {"X-Tracking-Key": receipt["tracking_key"], **told}
        path = f"/v1/reports/{body['id']}/photos/0"
        uploaded = await client.put(path, content=photos.jpeg(200, 150), headers=key)
    assert uploaded.status_code == 201, uploaded.text
    await run_outbox(tx, files, settings)
    marks = [
        session.me.id, NAME, PHONE, PHONE[1:], CONTACT, CONTACT[1:], "912.999.888", receipt["tracking_key"],
        session.refresh_token, DEVICE, ADDRESS, *photos.MARKERS,
    ]  # fmt: skip
    return Planted(id=UUID(receipt["id"]), code=receipt["code"], photo_id=uploaded.json()["id"], marks=marks)


async def everybody(
    tx: Connection, settings: Settings, as_person: Any, as_role: Any
) -> dict[str, dict[str, str]]:
    """Nobody, another citizen, each kind of staff, and one person who is all of them."""
    all_of_it = (await signed_in(tx, settings, "0900111222")).me.id
    await granted(tx, all_of_it, Role.HANDLER, agency_id=demo_agency("46-do-thi"))
    await granted(tx, all_of_it, Role.OFFICER, province_code="46")
    await granted(tx, all_of_it, Role.ADMIN)
    return {
        "nobody": {},
        "citizen": as_role(Role.CITIZEN),
        "handler": as_role(Role.HANDLER),
        "everything": as_person(all_of_it, staff=True),
        "second officer": as_person(demo_second(Role.OFFICER), staff=True),
    }


async def test_planted_markers_are_found_in_no_byte_that_leaves_the_server(  # noqa: PLR0917  fixtures
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    shared_app: Litestar,
    as_person: Any,
    as_role: Any,
    loud: pytest.CaptureFixture[str],
) -> None:
    """A public case and a tip about a crime, before and after they are handled, as everybody but their reporter."""
    await demo_province(tx)
    people = await everybody(tx, settings, as_person, as_role)
    before = await tx.fetchval("select coalesce(max(id), 0) from outbox_event")
    shown = await planted(client, tx, settings, files)
    tip = await planted(client, tx, settings, files, category_code="an-ninh.to-giac")
    await answered(tx, settings, shown.id)
    await looked_at(tx, shown.id)
    officer = people["second officer"]
    await client.post(f"/v1/agency/reports/{tip.id}/assign", headers=officer, json={
        "version": 1, "agency_id": str(demo_agency("46-do-thi")),
    })  # fmt: skip
    wanted = {"id": str(uuid7()), "reason": "Cần hỏi thêm nhân chứng"}
    asked = await client.post(f"/v1/sealed/{tip.id}/ask", headers=officer, json=wanted)
    assert asked.status_code == 200
    await run_outbox(tx, files, settings)

    values = {
        "report_id": [str(shown.id), str(tip.id)],
        "photo_id": [shown.photo_id, tip.photo_id],
        "size": ["large", "small"],
        "name": ["requests.json", f"{shown.code}.json", f"{tip.code}.json", f"{shown.code}.xml"],
        "code": ["19777", shown.code],
    }
    marks = [*shown.marks, *tip.marks]
    exact = [str(LAT)[:9], str(LON)[:10], "12:34:56", "13:47:31", "47:31"]
    for name in ("nobody", "citizen", "handler", "everything"):
        who = people[name]
        seen = await walk(client, shared_app, who, values)
        assert len(seen) > 120
        assert leaks(seen, marks) == [], name
        of_tip = {
            address: said for address, said in seen.items() if str(tip.id) in address or tip.code in address
        }
        assert leaks(of_tip, exact) == [], name
        if name in ("nobody", "citizen"):
            assert leaks(seen, exact) == [], name
    mine = f"/v1/agency/reports/{tip.id}"
    assert (await client.get(mine, headers=people["handler"])).json()["code"] == tip.code

    events = await tx.fetch("select kind, payload from outbox_event where id > $1", before)
    told = {f"event {row['kind']}": bytes(row["payload"]) for row in events if row["kind"] not in OWN}
    others = await tx.fetch(
        "select id, title || body || coalesce(link, '') as said from message where person_id <> all($1::uuid[])",
        [mark for mark in marks if isinstance(mark, UUID)],
    )
    told |= {f"message {row['id']}": row["said"].encode() for row in others}
    told["logs"] = "".join(loud.readouterr()).encode()
    assert b"job_done" in told["logs"]
    assert told.keys() > {"logs", "event report_submitted"}
    assert leaks(told, [*marks, *exact]) == []


async def test_a_leak_that_is_planted_is_found(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The test above can fail: here the public list says how to reach the reporter."""
    await demo_province(tx)
    shown = await planted(client, tx, settings, files)
    await accepted(tx, settings, shown.id)
    leaky = published.LIST_PUBLIC.replace(
        "public_text as description",
        "(select w.contact_phone from report_reporter w where w.report_id = report_seen.id) as description",
    )
    monkeypatch.setattr(published, "LIST_PUBLIC", leaky)
    answer = await client.get("/v1/reports")
    assert leaks({"/v1/reports": answer.content}, shown.marks) != []


async def test_a_handler_of_another_agency_and_a_citizen_get_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Any, as_role: Any
) -> None:
    await demo_province(tx)
    other = await signed_in(tx, settings, "0912000333")
    await granted(tx, other.me.id, Role.HANDLER, agency_id=demo_agency("46-dien-luc"))
    body = report_body()
    await client.post("/v1/reports", json=body)
    case = f"/v1/agency/reports/{body['id']}"
    stranger = as_person(other.me.id, staff=True)
    assert (await client.get(case, headers=stranger)).status_code == 404
    assert (await client.get("/v1/agency/reports", headers=stranger)).json()["items"] == []
    assert (await client.get(case, headers=as_role(Role.CITIZEN))).status_code == 403
    assert (await client.get(case)).status_code == 401


async def test_handlers_read_what_was_written_and_the_public_no_number_of_it(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, as_role: Any
) -> None:
    """A number that is the matter itself stays for the handler; the writer's own does not."""
    await demo_province(tx)
    shown = await planted(client, tx, settings, files, description=f"{WORDS}. Tờ rơi ghi 0909123456")
    case = (await client.get(f"/v1/agency/reports/{shown.id}", headers=as_role(Role.HANDLER))).json()
    assert case["description"] == "Loa to quá, gọi tôi [đã ẩn] hoặc [đã ẩn]. Tờ rơi ghi 0909123456"
    await accepted(tx, settings, shown.id)
    public = (await client.get(f"/v1/reports/{shown.id}")).json()
    assert public["description"] == "Loa to quá, gọi tôi [đã ẩn] hoặc [đã ẩn]. Tờ rơi ghi [đã ẩn]"
    assert (public["lat"], public["lon"]) == (16.478, 107.611)


async def test_hard_case_18_a_reporter_is_erased_while_the_case_is_open(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files, as_role: Any
) -> None:
    """Identity removed, in the open or in the box; the case is handled on; a tombstone remains."""
    await demo_province(tx)
    for category in "moi-truong.tieng-on", "an-ninh.to-giac":
        sent = await planted(client, tx, settings, files, category_code=category)
        key = {"X-Tracking-Key": next(mark for mark in sent.marks if len(str(mark)) == 64)}
        path = f"/v1/me/reports/{sent.id}"
        assert (await client.post(f"{path}/forget-me")).status_code == 404
        for _ in range(2):
            assert (await client.post(f"{path}/forget-me", headers=key)).status_code == 204
        left = await tx.fetchval(
            "select (select count(*) from report_reporter where report_id = $1)"
            " + (select count(*) from report_box where report_id = $1)",
            sent.id,
        )
        assert left == 0
        assert await tx.fetchval("select by from report_erasure where report_id = $1", sent.id) == "key"
        mine = (await client.get(path, headers=key)).json()
        assert (mine["state"], mine["anonymous"]) == ("received", True)
        assert [step["action"] for step in mine["timeline"]] == ["submit", "erase"]
    noise = await tx.fetchval("select id from report where category_code = 'moi-truong.tieng-on'")
    case = await answered(tx, settings, noise)
    assert case.state == "done"
    await run_outbox(tx, files, settings)
    told = await tx.fetchval("select count(*) from message where title like $1", f"%{case.code}%kết quả%")
    assert told == 0


async def test_the_log_of_a_report_names_nobody(
    client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    body = report_body(contact_phone=PHONE)
    receipt = (await client.post("/v1/reports", json=body)).json()
    await client.get(f"/v1/me/reports/{body['id']}", headers={"X-Tracking-Key": receipt["tracking_key"]})
    said = "".join(capsys.readouterr())
    for secret in (PHONE, receipt["tracking_key"], body["id"]):
        assert secret not in said
