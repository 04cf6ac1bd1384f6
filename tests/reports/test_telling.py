"""Every step of a case reaches its reporter's inbox, exactly once."""

import pytest

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from api.reports.actions import handling
from api.reports.contracts import RefusalReason
from tests.given.reports import citizen, closed, demo_province, handler, reported
from tests.given.work import run_outbox


@pytest.fixture
async def province(tx: Connection) -> None:
    await demo_province(tx)


@pytest.mark.usefixtures("province")
async def test_every_step_is_told_to_the_reporter_exactly_once(
    tx: Connection, settings: Settings, files: Files
) -> None:
    report = await reported(tx, settings, citizen())
    await closed(tx, settings, report.id)
    await run_outbox(tx, files, settings)
    await tx.execute("update outbox_event set done_at = null")
    await tx.execute("delete from outbox_job")
    await run_outbox(tx, files, settings)
    rows = await tx.fetch("select kind, title, body, link, person_id from message order by created_at, id")
    assert [row["title"].split(" phản ánh")[0] for row in rows] == [
        "Đã tiếp nhận",
        "Đang xử lý",
        "Đã có kết quả",
        "Đã kết thúc",
    ]
    assert "Đã thay bóng mới" in rows[2]["body"]
    for row in rows:
        assert row["kind"] == "report"
        assert row["link"] == f"#/p/{report.id}"
        assert row["person_id"] == citizen().person_id
        assert "{" not in row["body"] + row["title"]


@pytest.mark.usefixtures("province")
async def test_a_refusal_is_told_with_its_reason(tx: Connection, settings: Settings, files: Files) -> None:
    report = await reported(tx, settings, citizen())
    await handling.work(
        tx,
        report.id,
        "refuse",
        handler(),
        settings=settings,
        version=1,
        reason=RefusalReason.DUPLICATE,
        note="Xem PA-0000001",
    )
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select body from message order by id desc limit 1") == (
        "Trùng với phản ánh đã có. Xem PA-0000001."
    )


@pytest.mark.usefixtures("province")
async def test_an_anonymous_report_tells_nobody(tx: Connection, settings: Settings, files: Files) -> None:
    report = await reported(tx, settings, citizen(), anonymous=True)
    await closed(tx, settings, report.id)
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select count(*) from message") == 0
