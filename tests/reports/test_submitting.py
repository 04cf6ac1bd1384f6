"""Sending a report: with or without an account, again and again, and in twenty requests at once."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from api.kit.clock import VN
from api.kit.db import Connection, Pool
from api.kit.demo import demo_agency, demo_person
from api.kit.principal import Role
from tests.given.identity import demo_people
from tests.given.reports import demo_province, report_body
from tests.given.time import frozen

COUNT = "select count(*) from report"


async def test_anybody_may_report_without_an_account(client: httpx.AsyncClient, tx: Connection) -> None:
    body = report_body()
    answer = await client.post("/v1/reports", json=body)
    assert answer.status_code == 201, answer.text
    receipt = answer.json()
    assert receipt["id"] == body["id"]
    assert receipt["code"].startswith("PA-")
    assert receipt["state"] == "received"
    assert len(receipt["tracking_key"]) == 64
    assert receipt["warnings"] == []
    assert await tx.fetchval("select count(*) from report_reporter") == 0


async def test_sending_again_gets_the_first_answer_and_one_row(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    body = report_body(contact_phone="0912345678")
    first = await client.post("/v1/reports", json=body)
    again = await client.post("/v1/reports", json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    assert await tx.fetchval(COUNT) == 1
    assert await tx.fetchval("select count(*) from report_step") == 1


@pytest.mark.parametrize(
    "change",
    [
        {"description": "khác"},
        {"lat": 16.4779},
        {"happened_at": "2026-11-20T12:00:00.124Z"},
        {"urgent": True},
        {"photo_count": 1},
        {"contact_phone": "0912345679"},
        {"category_code": "ha-tang"},
        {"anonymous": True},
        {"seal": "0123456789abcdef"},
    ],
)
async def test_the_same_id_with_other_content_is_refused_and_changes_nothing(
    client: httpx.AsyncClient, tx: Connection, change: dict[str, Any]
) -> None:
    body = report_body(contact_phone="0912345678")
    await client.post("/v1/reports", json=body)
    before = await tx.fetchrow("select * from report")
    answer = await client.post("/v1/reports", json={**body, **change})
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/report-id-taken"
    assert "tracking_key" not in answer.text
    assert await tx.fetchrow("select * from report") == before


async def test_the_same_moment_written_in_another_zone_is_the_same_report(client: httpx.AsyncClient) -> None:
    body = report_body(happened_at="2026-11-20T12:00:00Z")
    first = await client.post("/v1/reports", json=body)
    again = await client.post("/v1/reports", json={**body, "happened_at": "2026-11-20T19:00:00+07:00"})
    assert (first.status_code, again.status_code) == (201, 200)


async def test_twenty_copies_at_once_make_one_row(
    committing_client: httpx.AsyncClient, database: Pool
) -> None:
    body = report_body()
    answers = await asyncio.gather(*(committing_client.post("/v1/reports", json=body) for _ in range(20)))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200] * 19 + [201]
    assert len({answer.text for answer in answers}) == 1
    counts = "select (select count(*) from report), (select count(*) from report_step), (select count(*) from outbox_event)"
    assert tuple(await database.fetchrow(counts) or ()) == (1, 1, 1)


async def test_an_account_is_kept_apart_from_the_case(
    client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> None:
    await demo_people(tx)
    body = report_body(contact_phone="0912345678")
    assert (await client.post("/v1/reports", json=body, headers=as_role(Role.CITIZEN))).status_code == 201
    row = await tx.fetchrow("select person_id, contact_phone from report_reporter")
    assert row is not None
    assert tuple(row) == (demo_person(Role.CITIZEN), "0912345678")


async def test_an_anonymous_report_keeps_nobody(
    client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> None:
    await demo_people(tx)
    body = report_body(anonymous=True, contact_phone="0912345678")
    answer = await client.post("/v1/reports", json=body, headers=as_role(Role.CITIZEN))
    assert answer.status_code == 201
    assert await tx.fetchval("select count(*) from report_reporter") == 0
    row = await tx.fetchrow(
        "select r::text as r, s::text as s from report r join report_step s on s.report_id = r.id"
    )
    assert row is not None
    for text in row.values():
        assert "0912345678" not in text
        assert str(demo_person(Role.CITIZEN)) not in text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"category_code": "khong-co"}, "category_code"),
        ({"commune_code": "99999"}, "commune_code"),
        ({"id": str(uuid4())}, "id"),
        ({"happened_at": "0001-01-01T00:00:00+14:00"}, "happened_at"),
        ({"happened_at": "9999-12-31T23:59:59-14:00"}, "happened_at"),
    ],
)
async def test_what_does_not_exist_is_named(
    client: httpx.AsyncClient, change: dict[str, Any], field: str
) -> None:
    answer = await client.post("/v1/reports", json=report_body(**change))
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize(
    "change",
    [
        {"lat": 91},
        {"lon": -181},
        {"accuracy_m": -1},
        {"photo_count": 5},
        {"happened_at": "2026-11-20T12:00:00"},
        {"contact_phone": "abc"},
        {"description": "x" * 4001},
        {"state": "done"},
        {"commune_code": "1"},
    ],
)
async def test_what_breaks_a_limit_is_refused(
    client: httpx.AsyncClient, tx: Connection, change: dict[str, Any]
) -> None:
    answer = await client.post("/v1/reports", json=report_body(**change))
    assert answer.status_code == 422
    assert await tx.fetchval(COUNT) == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"accuracy_m": 850}, "850 m"),
        ({"lat": 16.8, "lon": 107.2}, "km"),
        ({"commune_confirmed": False}, "chưa xác nhận"),
        ({"description": "Tôi muốn tố cáo việc này"}, "kênh riêng"),
    ],
)
async def test_a_doubtful_place_is_warned_of_and_taken(
    client: httpx.AsyncClient, tx: Connection, change: dict[str, Any], said: str
) -> None:
    answer = await client.post("/v1/reports", json=report_body(**change))
    assert answer.status_code == 201
    (warning,) = answer.json()["warnings"]
    assert said in warning
    kept = await tx.fetchrow("select lat, lon, accuracy_m, commune_confirmed, commune_distance_m from report")
    assert kept is not None
    assert kept["lat"] == change.get("lat", report_body()["lat"])
    assert kept["accuracy_m"] == change.get("accuracy_m", 12.5)
    assert (kept["commune_distance_m"] > 40_000) == ("lat" in change)


@pytest.mark.parametrize(
    ("category", "commune", "agency"),
    [
        ("ha-tang.chieu-sang", "19777", "46-do-thi"),
        ("ha-tang.dien", "19777", "46-dien-luc"),
        ("an-ninh.tin-dung-den", "19777", "46-cong-an"),
        ("chay-no.rung", "19777", "46-nong-nghiep"),
        ("trat-tu.lan-chiem", "19777", "46-do-thi"),
        ("trat-tu.lan-chiem", "19753", "46-19753"),
    ],
)
async def test_the_more_exact_route_wins(
    client: httpx.AsyncClient, tx: Connection, category: str, commune: str, agency: str
) -> None:
    await demo_province(tx)
    body = report_body(category_code=category, commune_code=commune)
    assert (await client.post("/v1/reports", json=body)).status_code == 201
    assert await tx.fetchval("select agency_id from report") == demo_agency(agency)


async def test_without_a_route_the_case_waits_for_an_officer(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    await client.post("/v1/reports", json=report_body())
    assert await tx.fetchval("select agency_id from report") is None


async def test_working_deadlines_leave_out_weekends_and_holidays(client: httpx.AsyncClient) -> None:
    """Three working days from Friday 20 November: Monday, not the 24th (a holiday), Wednesday, Thursday."""
    with frozen(datetime(2026, 11, 20, 16, 59, tzinfo=VN)):
        receipt = (await client.post("/v1/reports", json=report_body())).json()
    due = datetime.fromisoformat(receipt["due_at"]).astimezone(VN)
    assert (due.date().isoformat(), due.hour >= 16) == ("2026-11-26", True)


async def test_urgent_deadlines_run_through_the_night(client: httpx.AsyncClient) -> None:
    at = datetime(2026, 11, 20, 16, 59, tzinfo=UTC)
    with frozen(at):
        receipt = (await client.post("/v1/reports", json=report_body(category_code="ha-tang.dien"))).json()
    assert datetime.fromisoformat(receipt["due_at"]) == at + timedelta(hours=24)


async def test_the_tree_of_subjects_is_served_with_its_words(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/report-categories")
    assert answer.status_code == 200
    assert "public" in answer.headers["cache-control"]
    items = answer.json()["items"]
    codes = [item["code"] for item in items]
    assert len(codes) == len(set(codes)) > 25
    for item in items:
        if item["parent_code"]:
            assert codes.index(item["parent_code"]) < codes.index(item["code"])
    assert {word["code"] for word in answer.json()["refusal_reasons"]} >= {"duplicate", "complaint"}


async def test_the_day_something_happened_is_vietnams(client: httpx.AsyncClient, tx: Connection) -> None:
    """A code that went on with another commune on 1 July 2025: half past eleven at night is before, half past midnight after."""
    [(code, lat, lon)] = await tx.fetch(
        """
        select u.code, u.lat, u.lon from admin_unit u join admin_unit o on o.code = u.code and o.valid_to = '2025-06-30'
        where u.valid_from = '2025-07-01' and u.valid_to is null and length(u.code) = 5 and u.province_code = '46'
        order by u.code limit 1
        """
    )
    told = []
    for at in ("2025-06-30T16:30:00Z", "2025-06-30T17:30:00Z"):
        body = report_body(commune_code=code, lat=lat, lon=lon, happened_at=at)
        assert (await client.post("/v1/reports", json=body)).status_code == 201
        told.append(await tx.fetchval("select told_commune_id from report where id = $1", UUID(body["id"])))
    assert [one is None for one in told] == [False, True]
