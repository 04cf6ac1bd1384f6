"""The reporter's own view: by account, by tracking key, and by nobody else."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.tracking import tracking_key
from tests.given.reports import answered, citizen, closed, demo_province, reported
from tests.given.time import frozen


@pytest.fixture
async def province(tx: Connection) -> None:
    await demo_province(tx)


def mine(report_id: UUID) -> str:
    return f"/v1/me/reports/{report_id}"


@pytest.mark.usefixtures("province")
async def test_the_account_lists_and_opens_its_own_reports_only(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_role: Any
) -> None:
    first = await reported(tx, settings, citizen())
    second = await reported(tx, settings, citizen())
    stranger = Principal(person_id=citizen().person_id, session_id=uuid7())
    other = await reported(tx, settings)
    hidden = await reported(tx, settings, stranger, anonymous=True)
    me = as_role(Role.CITIZEN)
    page = (await client.get("/v1/me/reports?limit=1", headers=me)).json()
    rest = (await client.get(f"/v1/me/reports?limit=1&cursor={page['next']}", headers=me)).json()
    assert [page["items"][0]["id"], rest["items"][0]["id"]] == [str(second.id), str(first.id)]
    assert rest["next"] is None
    assert (await client.get(mine(first.id), headers=me)).status_code == 200
    for unknown in (other.id, hidden.id, uuid7()):
        assert (await client.get(mine(unknown), headers=me)).status_code == 404
    assert (await client.get(mine(first.id), headers=as_role(Role.HANDLER))).status_code == 404
    assert (await client.get("/v1/me/reports")).status_code == 401


@pytest.mark.usefixtures("province")
async def test_the_key_opens_one_report_and_no_other(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report, other = await reported(tx, settings, anonymous=True), await reported(tx, settings)
    key = {"X-Tracking-Key": report.tracking_key}
    opened = await client.get(mine(report.id), headers=key)
    assert opened.status_code == 200
    assert opened.json()["anonymous"] is True
    assert opened.json()["lat"] == 16.477912345
    assert "no-store" in opened.headers["cache-control"]
    for headers in ({}, {"X-Tracking-Key": ""}, {"X-Tracking-Key": other.tracking_key}):
        assert (await client.get(mine(report.id), headers=headers)).status_code == 404
    assert (await client.get(mine(other.id), headers=key)).status_code == 404


def test_the_key_depends_on_the_secret_and_the_id() -> None:
    one, two = uuid7(), uuid7()
    keys = {tracking_key(secret, report) for secret in ("a", "b") for report in (one, two)}
    assert len(keys) == 4
    assert tracking_key("a", one) == tracking_key("a", one)


async def test_no_table_holds_the_key(client: httpx.AsyncClient, tx: Connection, settings: Settings) -> None:
    report = await reported(tx, settings)
    for table in ("report", "report_step", "outbox_event"):
        rows = await tx.fetch(f"select t::text as row from {table} t")  # noqa: S608  names above
        assert all(report.tracking_key not in row["row"] for row in rows)


@pytest.mark.usefixtures("province")
async def test_rating_waits_for_a_result_and_the_last_one_counts(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings)
    key = {"X-Tracking-Key": report.tracking_key}
    early = await client.post(f"{mine(report.id)}/rate", json={"stars": 5}, headers=key)
    assert early.status_code == 409
    await answered(tx, settings, report.id)
    assert (await client.post(f"{mine(report.id)}/rate", json={"stars": 5})).status_code == 404
    for stars in (0, 6):
        assert (
            await client.post(f"{mine(report.id)}/rate", json={"stars": stars}, headers=key)
        ).status_code == 422
    for stars in (5, 2):
        answer = await client.post(
            f"{mine(report.id)}/rate", json={"stars": stars, "comment": "Chậm"}, headers=key
        )
        assert answer.status_code == 200
    assert (answer.json()["rating"], answer.json()["rating_comment"]) == (2, "Chậm")


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(("days", "status"), [(4.99, 200), (5.01, 409)])
async def test_reopening_has_a_window(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, days: float, status: int
) -> None:
    report = await reported(tx, settings)
    await closed(tx, settings, report.id)
    key = {"X-Tracking-Key": report.tracking_key}
    with frozen(now() + timedelta(days=days)):
        seen = (await client.get(mine(report.id), headers=key)).json()
        assert ("request_reopen" in seen["actions"]) == (status == 200)
        answer = await client.post(f"{mine(report.id)}/request-reopen", json={"note": "x"}, headers=key)
    assert answer.status_code == status


@pytest.mark.usefixtures("province")
async def test_lateness_is_told_by_the_clock_and_stops_with_the_result(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings)
    key = {"X-Tracking-Key": report.tracking_key}
    after = now() + timedelta(days=30)
    assert (await client.get(mine(report.id), headers=key)).json()["late"] is False
    with frozen(after):
        assert (await client.get(mine(report.id), headers=key)).json()["late"] is True
    await answered(tx, settings, report.id)
    with frozen(after):
        assert (await client.get(mine(report.id), headers=key)).json()["late"] is False
