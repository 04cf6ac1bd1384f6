"""The agency's inbox: who sees which case, what each step does, and two people at once."""

import asyncio
from typing import Any

import httpx
import pytest

from api.kit.db import Connection, Pool
from api.kit.demo import demo_agency
from api.kit.errors import NotAllowed
from api.kit.principal import Role
from api.kit.settings import Settings
from api.reports.actions import handling
from api.reports.contracts import ReportState
from api.reports.rules import ReportMoveRefused, ReportNotFound
from tests.given.reports import (
    accepted,
    answered,
    citizen,
    closed,
    demo_province,
    handler,
    officer,
    report_body,
    reported,
)

S = ReportState


@pytest.fixture
async def province(tx: Connection) -> None:
    await demo_province(tx)


@pytest.mark.usefixtures("province")
async def test_a_case_from_sending_to_closing(client: httpx.AsyncClient, as_role: Any) -> None:
    """Sent, seen in the inbox, accepted, answered, closed; each step is in the timeline."""
    body = report_body()
    key = (await client.post("/v1/reports", json=body)).json()["tracking_key"]
    staff = as_role(Role.HANDLER)
    (line,) = (await client.get("/v1/agency/reports", headers=staff)).json()["items"]
    assert (line["id"], line["version"], line["state"]) == (body["id"], 1, "received")
    path = f"/v1/agency/reports/{body['id']}"
    for action, extra, state in (
        ("assign", {}, "assigned"),
        ("accept", {}, "in_progress"),
        ("answer", {"answer": "Đã thay bóng mới"}, "done"),
        ("close", {}, "closed"),
    ):
        case = (await client.get(path, headers=staff)).json()
        assert action in case["actions"]
        answer = await client.post(
            f"{path}/{action}", headers=staff, json={"version": case["version"], **extra}
        )
        assert answer.status_code == 200, answer.text
        assert answer.json()["state"] == state
        assert answer.json()["version"] == case["version"] + 1
    mine = (await client.get(f"/v1/me/reports/{body['id']}", headers={"X-Tracking-Key": key})).json()
    assert [step["action"] for step in mine["timeline"]] == ["submit", "assign", "accept", "answer", "close"]
    assert [step["by"] for step in mine["timeline"]] == ["reporter"] + ["handler"] * 4
    assert mine["answer"] == "Đã thay bóng mới"
    assert mine["actions"] == ["request_reopen", "rate"]
    assert (await client.get("/v1/agency/reports", headers=staff)).json()["items"] == []
    ended = (await client.get("/v1/agency/reports?state=closed", headers=staff)).json()["items"]
    assert [line["id"] for line in ended] == [body["id"]]


@pytest.mark.usefixtures("province")
async def test_a_handler_sees_only_the_cases_of_its_agencies(tx: Connection, settings: Settings) -> None:
    mine = await reported(tx, settings)
    other = await reported(tx, settings, category_code="an-ninh")
    seen = await handling.inbox(tx, handler(), state=None, cursor=None, limit=20)
    assert [line.id for line in seen.items] == [mine.id]
    for call in (
        handling.open_case(tx, other.id, handler(), settings=settings),
        handling.work(tx, other.id, "accept", handler(), settings=settings, version=1),
        handling.work(tx, other.id, "refuse", handler(), settings=settings, version=1),
        handling.open_case(tx, mine.id, handler("46-cong-an"), settings=settings),
        handling.open_case(tx, mine.id, officer("48"), settings=settings),
        handling.open_case(tx, mine.id, citizen(), settings=settings),
    ):
        with pytest.raises(ReportNotFound):
            await call
    assert await tx.fetchval("select array_agg(distinct version) from report") == [1]


@pytest.mark.usefixtures("province")
async def test_an_officer_sees_the_whole_province_and_only_it(tx: Connection, settings: Settings) -> None:
    mine = await reported(tx, settings)
    other = await reported(tx, settings, category_code="an-ninh")
    away = await reported(tx, settings, commune_code="20194", lat=16.07, lon=108.2)
    seen = await handling.inbox(tx, officer(), state=None, cursor=None, limit=20)
    assert {line.id for line in seen.items} == {mine.id, other.id}
    with pytest.raises(ReportNotFound):
        await handling.open_case(tx, away.id, officer(), settings=settings)


@pytest.mark.usefixtures("province")
async def test_urgent_cases_come_first_then_by_deadline_and_pages_lose_none(
    tx: Connection, settings: Settings
) -> None:
    calm = await reported(tx, settings, category_code="trat-tu")
    soon = await reported(tx, settings, category_code="ha-tang.cay-xanh")
    pressing = await reported(tx, settings, category_code="trat-tu", urgent=True)
    expected = [pressing.id, soon.id, calm.id]
    found, cursor = [], None
    for _ in range(3):
        page = await handling.inbox(tx, handler(), state=None, cursor=cursor, limit=1)
        found += [line.id for line in page.items]
        cursor = page.next
    assert (found, cursor) == (expected, None)


@pytest.mark.usefixtures("province")
async def test_passing_a_case_on_takes_it_out_of_sight(tx: Connection, settings: Settings) -> None:
    report = await reported(tx, settings)
    there = demo_agency("46-dien-luc")
    case = await handling.work(
        tx, report.id, "assign", handler(), settings=settings, version=1, agency_id=there, note="Điện lực"
    )
    assert (case.agency_id, case.state, case.actions) == (there, S.ASSIGNED, [])
    with pytest.raises(ReportNotFound):
        await handling.open_case(tx, report.id, handler(), settings=settings)
    seen = await handling.inbox(tx, handler("46-dien-luc"), state=None, cursor=None, limit=20)
    assert [line.id for line in seen.items] == [report.id]


@pytest.mark.usefixtures("province")
async def test_an_officer_gives_an_unrouted_case_an_agency(tx: Connection, settings: Settings) -> None:
    await tx.execute("delete from category_route")
    report = await reported(tx, settings)
    with pytest.raises(NotAllowed):
        await handling.work(tx, report.id, "accept", officer(), settings=settings, version=1)
    for nowhere in (None, report.id):
        with pytest.raises(Exception, match="report-unusable"):
            await handling.work(
                tx, report.id, "assign", officer(), settings=settings, version=1, agency_id=nowhere
            )
    given = await handling.work(
        tx, report.id, "assign", officer(), settings=settings, version=1, agency_id=demo_agency("46-do-thi")
    )
    assert given.agency_name is not None
    assert (await accepted(tx, settings, report.id, given.version)).state is S.IN_PROGRESS


@pytest.mark.usefixtures("province")
async def test_a_step_on_an_old_version_is_refused_visibly(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any
) -> None:
    report = await reported(tx, settings)
    await accepted(tx, settings, report.id)
    path = f"/v1/agency/reports/{report.id}/refuse"
    late = {"version": 1, "reason": "duplicate"}
    answer = await client.post(path, headers=as_role(Role.HANDLER), json=late)
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/report-changed"
    now = answer.json()["extra"]
    assert (now["version"], now["state"], now["state_name"]) == (2, "in_progress", "Đang xử lý")
    assert (now["by"], now["agency_name"]) == (
        "handler",
        "Công ty Cổ phần Môi trường và Công trình Đô thị Huế",
    )
    assert await tx.fetchval("select state from report") == "in_progress"


async def test_of_two_handlers_at_once_one_wins(
    committing_client: httpx.AsyncClient, database: Pool, settings: Settings, as_role: Any
) -> None:
    async with database.acquire() as connection, connection.transaction():
        await demo_province(connection)
        report = await reported(connection, settings)
    path = f"/v1/agency/reports/{report.id}"
    answers = await asyncio.gather(
        *(
            committing_client.post(
                f"{path}/{action}", headers=as_role(Role.HANDLER), json={"version": 1, **extra}
            )
            for action, extra in (("accept", {}), ("refuse", {"reason": "test"})) * 5
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 9
    assert await database.fetchval("select version from report") == 2
    assert await database.fetchval("select count(*) from report_step") == 2


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize("action", ["close", "answer"])
async def test_a_step_out_of_order_says_what_is_possible(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any, action: str
) -> None:
    report = await reported(tx, settings)
    body = {"version": 1, **({"answer": "x"} if action == "answer" else {})}
    answer = await client.post(
        f"/v1/agency/reports/{report.id}/{action}", headers=as_role(Role.HANDLER), json=body
    )
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/report-move-refused"
    assert answer.json()["extra"] == {
        "state": "received",
        "actions": ["verify", "assign", "bounce", "accept", "extend", "refuse", "merge"],
    }


@pytest.mark.usefixtures("province")
async def test_refusing_needs_a_reason_of_the_list_and_hides_the_case_again(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any
) -> None:
    report = await reported(tx, settings)
    case = await accepted(tx, settings, report.id)
    assert (await client.get(f"/v1/reports/{report.id}")).status_code == 200
    path, staff = f"/v1/agency/reports/{report.id}/refuse", as_role(Role.HANDLER)
    bad = await client.post(path, headers=staff, json={"version": case.version, "reason": "vi toi muon"})
    assert bad.status_code == 422
    good = await client.post(path, headers=staff, json={"version": case.version, "reason": "complaint"})
    assert good.json()["refusal_reason"].startswith("Là khiếu nại, tố cáo")
    assert (await client.get(f"/v1/reports/{report.id}")).status_code == 404


@pytest.mark.usefixtures("province")
async def test_reopening_is_asked_by_the_reporter_and_decided_by_an_officer(
    tx: Connection, settings: Settings, client: httpx.AsyncClient
) -> None:
    report = await reported(tx, settings)
    case = await closed(tx, settings, report.id)
    path, key = f"/v1/me/reports/{report.id}", {"X-Tracking-Key": report.tracking_key}
    assert (await client.post(f"{path}/request-reopen", json={"note": "Vẫn tối"})).status_code == 404
    asked = await client.post(f"{path}/request-reopen", json={"note": "Vẫn tối"}, headers=key)
    assert (asked.status_code, asked.json()["state"]) == (200, "reopen_requested")
    twice = await client.post(f"{path}/request-reopen", json={"note": "Vẫn tối"}, headers=key)
    assert (twice.status_code, twice.json()["version"]) == (200, case.version + 1)
    with pytest.raises(NotAllowed):
        await handling.work(tx, report.id, "reopen", handler(), settings=settings, version=case.version + 1)
    opened = await handling.work(
        tx,
        report.id,
        "reopen",
        officer(),
        settings=settings,
        version=case.version + 1,
        note="Đúng là còn tối",
    )
    assert (opened.state, opened.finished_at, opened.due_at) == (S.REOPENED, None, report.due_at)
    assert (await answered(tx, settings, report.id, opened.version)).state is S.DONE


@pytest.mark.usefixtures("province")
async def test_a_declined_reopening_closes_again(
    tx: Connection, settings: Settings, client: httpx.AsyncClient
) -> None:
    report = await reported(tx, settings)
    case = await answered(tx, settings, report.id)
    key = {"X-Tracking-Key": report.tracking_key}
    await client.post(f"/v1/me/reports/{report.id}/request-reopen", json={"note": "Vẫn tối"}, headers=key)
    done = await handling.work(
        tx,
        report.id,
        "decline_reopen",
        officer(),
        settings=settings,
        version=case.version + 1,
        note="Đã kiểm tra",
    )
    assert done.state is S.CLOSED
    with pytest.raises(ReportMoveRefused):
        await handling.work(tx, report.id, "close", officer(), settings=settings, version=done.version)
