"""The hard cases of time, each under its number: pauses, extensions, reopening, silence, the ladder, the calendar."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.reports.actions import climbing, handling, reporting
from api.reports.contracts import ReportState
from api.reports.contracts.handling import Pile, Reply
from api.reports.rules.problems import ReportNeedsEvidence
from tests.given.desk import Desk, told
from tests.given.reports import accepted, answered, citizen, demo_province, handler, officer, reported
from tests.given.time import frozen
from tests.given.work import run_outbox

S = ReportState


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


async def test_hard_case_12_the_third_reopening_goes_one_level_up_and_the_case_is_one_and_unresolved(
    tx: Connection, settings: Settings
) -> None:
    report = await reported(tx, settings, citizen())
    desk = Desk(tx, settings, report.id)
    for turn in range(3):
        await desk.work("accept")
        if turn == 2:
            with pytest.raises(ReportNeedsEvidence):
                await desk.work("answer", answer="Xong thật rồi")
            await result_photo(tx, report.id)
        await desk.work("answer", answer=f"Xong lần {turn + 1}")
        asked = await reporting.request_reopen(
            tx, report.id, "Vẫn tối", settings=settings, caller=citizen(), key=None
        )
        opened = await desk.work("reopen", None, note="Kiểm tra lại")
        assert (opened.state, opened.due_at) == (S.REOPENED, report.due_at)
    assert "escalate" in [step.action for step in asked.timeline]
    assert (opened.agency_id, opened.reopenings, opened.ladder_level) == (None, 3, 3)
    kept = await tx.fetchrow(
        "select count(*), min(bare_results), max(reopenings) from report where finished_at is null"
    )
    assert tuple(kept or ()) == (1, 2, 3)


async def result_photo(tx: Connection, report_id: UUID) -> None:
    await tx.execute(
        "insert into photo (report_id, taken_for, position, sha256, kind, stripped, width, height, hidden, received_at) "
        "values ($1, 'answer', 0, 'x', 'image/jpeg', true, 1, 1, true, $2)",
        report_id,
        now() + timedelta(seconds=1),
    )


async def test_hard_case_13_one_star_never_reopens_by_itself_and_never_vanishes(
    tx: Connection, settings: Settings, client: httpx.AsyncClient
) -> None:
    report = await reported(tx, settings)
    await answered(tx, settings, report.id)
    path, key = f"/v1/me/reports/{report.id}", {"X-Tracking-Key": report.tracking_key}
    rated = await client.post(f"{path}/rate", headers=key, json={"stars": 1, "comment": "Đèn vẫn tắt"})
    assert (rated.json()["state"], "request_reopen" in rated.json()["actions"]) == ("done", True)
    finished = await tx.fetchval("select finished_at from report")
    assert rated.json()["reopen_until"] == (finished + timedelta(days=5)).isoformat().replace("+00:00", "Z")
    for _ in range(2):
        await client.post(f"{path}/rate", headers=key, json={"stars": 5})
    kept = await tx.fetch("select stars, comment from report_rating order by id")
    assert [tuple(row) for row in kept] == [(1, "Đèn vẫn tắt"), (5, None)]
    with frozen(now() + timedelta(days=6)):
        late = await client.post(f"{path}/request-reopen", headers=key, json={"note": "Vẫn tắt"})
        assert (late.status_code, "phản ánh mới" in late.json()["detail"]) == (409, True)
        again = await reported(tx, settings, follows_id=report.id)
    seen = await handling.open_case(tx, again.id, handler(), settings=settings)
    assert seen.follows_code == report.code


async def test_hard_case_15_on_time_extended_and_late_are_told_apart(
    tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any, files: Files
) -> None:
    report = await reported(tx, settings, citizen())
    case = await accepted(tx, settings, report.id)
    path, staff = f"/v1/agency/reports/{report.id}/extend", as_role(Role.HANDLER)
    body = {"version": case.version, "amount": 2, "note": "Bóng đèn về chậm"}
    longer = await client.post(path, headers=staff, json=body)
    assert longer.status_code == 200, longer.text
    assert longer.json()["due_at"] > longer.json()["first_due_at"]
    assert (longer.json()["extension_reason"], "extend" in longer.json()["actions"]) == (
        "Bóng đèn về chậm",
        False,
    )
    again = await client.post(path, headers=staff, json={**body, "version": case.version + 1})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/report-move-refused")
    logged = await tx.fetchrow("select cause, amount, unit, due_before, due_after from report_due_change")
    assert tuple(logged or ())[:4] == ("extension", 2, "working_day", report.due_at)
    assert any(title.startswith("Xin lỗi") for title in await told(tx, files, settings, Role.CITIZEN))


@pytest.mark.parametrize("late", [False, True])
async def test_hard_case_16_a_pause_is_visible_and_there_is_none_after_a_breach(
    tx: Connection, settings: Settings, client: httpx.AsyncClient, *, late: bool
) -> None:
    report = await reported(tx, settings, photo_count=1)
    await accepted(tx, settings, report.id)
    desk, key = Desk(tx, settings, report.id), {"X-Tracking-Key": report.tracking_key}
    at = report.due_at + timedelta(hours=1) if late else now()
    with frozen(at):
        await desk.work("ask", note="Cột số mấy?")
        mine = (await client.get(f"/v1/me/reports/{report.id}", headers=key)).json()
    assert (mine["question"], mine["state"], mine["paused_at"] is None) == (
        "Cột số mấy?",
        "waiting_reporter",
        late,
    )
    assert mine["actions"] == ["reply"]
    with frozen(report.due_at + timedelta(hours=2)):
        views = [await client.get(f"/v1/{whose}reports/{report.id}", headers=key) for whose in ("", "me/")]
    assert [view.json()["late"] for view in views] == [late, late]
    with frozen(at + timedelta(days=4)):
        reply = {"note": "Cột 12", "photos": 1}
        said = await client.post(f"/v1/me/reports/{report.id}/reply", headers=key, json=reply)
        again = await client.post(f"/v1/me/reports/{report.id}/reply", headers=key, json=reply)
    assert (again.status_code, again.json()["version"]) == (200, said.json()["version"])
    assert (said.json()["state"], said.json()["paused_at"], said.json()["photo_count"]) == (
        "in_progress",
        None,
        2,
    )
    due = await tx.fetchval("select due_at from report")
    assert (due == report.due_at) if late else (due > report.due_at)


@pytest.mark.parametrize(("category", "state"), [("ha-tang.chieu-sang", "in_progress"), ("khac", "refused")])
async def test_a_reporter_who_stays_silent_is_waited_for_so_long_as_the_category_says(
    tx: Connection, settings: Settings, category: str, state: str
) -> None:
    report = await reported(tx, settings, category_code=category)
    await accepted(tx, settings, report.id)
    await Desk(tx, settings, report.id).work("ask", note="Ở đâu?")
    for days in (4.9, 5.1, 5.2):
        with frozen(now() + timedelta(days=days)):
            await climbing.wake(tx)
    row = await tx.fetchrow("select state, paused_at, refusal_reason from report")
    assert tuple(row or ()) == (state, None, "no_evidence" if state == "refused" else None)
    assert await tx.fetchval("select count(*) from report_step where by = 'system'") == 1


async def test_the_ladder_tells_each_rung_once_and_stands_in_nobodys_way(
    tx: Connection, settings: Settings, files: Files
) -> None:
    report = await reported(tx, settings, category_code="ha-tang.chieu-sang")
    await climbing.plan(tx)
    for share in (0.5, 0.97, 0.97, 1.01, 1.02, 4, 5):
        with frozen(report.received_at + (report.due_at - report.received_at) * share):
            await climbing.climb(tx)
            await climbing.plan(tx)
    steps = await tx.fetch("select action, note from report_step where by = 'system' order by id")
    assert [row["action"] for row in steps] == ["remind", "escalate", "escalate"]
    assert tuple(await tx.fetchrow("select ladder_level, version from report") or ()) == (3, 1)
    late = Pile.ESCALATED
    (line,) = (await handling.inbox(tx, officer(), state=None, cursor=None, limit=9, pile=late)).items
    assert line.ladder_level == 3
    assert f"{report.code}: sắp hết hạn" in await told(tx, files, settings, Role.HANDLER)
    mine = await reporting.follow(tx, report.id, settings=settings, caller=None, key=report.tracking_key)
    assert "remind" not in [step.action for step in mine.timeline]


async def test_a_result_nobody_disputes_is_the_end(tx: Connection, settings: Settings) -> None:
    report = await reported(tx, settings)
    await answered(tx, settings, report.id)
    for days, state in ((4.9, "done"), (5.1, "closed")):
        with frozen(now() + timedelta(days=days)):
            await climbing.close_undisputed(tx)
        assert await tx.fetchval("select state from report") == state


async def test_hard_case_14_a_changed_calendar_moves_open_cases_only_and_says_so(
    tx: Connection, settings: Settings, files: Files
) -> None:
    done, still = await reported(tx, settings), await reported(tx, settings)
    await answered(tx, settings, done.id)
    await tx.execute(
        "insert into holiday (scope, on_date, kind, name, certainty, source) "
        "values ('46', $1, 'local_closure', 'Bão', 'high', 'test')",
        still.due_at.date(),
    )
    await tx.execute("delete from outbox_event")
    await tx.execute(
        "insert into outbox_event (kind, payload, urgent) values ('calendar_changed', $1, false)",
        b'{"type":"calendar_changed"}',
    )
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select due_at from report where id = $1", done.id) == done.due_at
    assert await tx.fetchval("select due_at from report where id = $1", still.id) > still.due_at
    logged = await tx.fetch("select report_id, cause, due_before from report_due_change")
    assert [tuple(row) for row in logged] == [(still.id, "calendar", still.due_at)]
    assert await tx.fetchval("select sum(moved) from report_recount") == 1


async def test_the_writers_own_number_in_an_answer_stays_hidden(tx: Connection, settings: Settings) -> None:
    report = await reported(tx, settings, citizen(), contact_phone="0987001122")
    await accepted(tx, settings, report.id)
    await Desk(tx, settings, report.id).work("ask", note="Gần số nhà nào?")
    said = Reply(note="Số 12, gọi tôi 0987 001 122; chủ quán là 0912 345 678")
    await reporting.reply(tx, report.id, said, settings=settings, caller=citizen(), key=None)
    case = await handling.open_case(tx, report.id, handler(), settings=settings)
    assert (case.timeline[-1].note, case.timeline[-1].by) == (
        "Số 12, gọi tôi [đã ẩn]; chủ quán là 0912 345 678",
        "reporter",
    )
