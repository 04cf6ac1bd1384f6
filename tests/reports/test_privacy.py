"""Who may read of a report what: handlers, other agencies, the public, the logs; and a reporter who is erased."""

from typing import Any

import httpx
import pytest

from api.kit.db import Connection
from api.kit.demo import demo_agency
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.identity import granted, signed_in
from tests.given.planted import PHONE, WORDS, planted
from tests.given.reports import accepted, answered, demo_province, report_body
from tests.given.work import run_outbox


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
