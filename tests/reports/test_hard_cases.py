"""The hard cases of handling, each under its number: bounces, parts, reopening, pauses, conflicts, who may look."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import demo_agency
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.reports.actions import climbing, handling, reporting
from api.reports.contracts import Rating, ReportState
from api.reports.contracts.handling import Reply
from api.reports.rules.problems import ReportMoveRefused, ReportNeedsEvidence
from tests.given import photos
from tests.given.identity import granted, signed_in
from tests.given.reports import accepted, answered, citizen, demo_province, handler, officer, reported
from tests.given.time import frozen
from tests.given.work import run_outbox

S = ReportState
A, B = "46-do-thi", "46-dien-luc"


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


class Desk:
    """One case in the hands of agencies, each step on the newest version."""

    def __init__(self, tx: Connection, settings: Settings, report_id: UUID) -> None:
        self.tx, self.settings, self.id = tx, settings, report_id

    async def work(self, action: str, agency: str | None = A, **said: Any) -> Any:
        me = officer() if agency is None else handler(agency)
        version = await self.tx.fetchval("select version from report where id = $1", self.id)
        return await handling.work(
            self.tx, self.id, action, me, settings=self.settings, version=version, **said
        )

    async def bounce(self, agency: str, to: str) -> Any:
        return await self.work("bounce", agency, agency_id=demo_agency(to), note="Không thuộc lĩnh vực")


async def told(tx: Connection, files: Files, settings: Settings, role: Role) -> list[str]:
    """The titles in the inbox of a demo person, oldest first."""
    await run_outbox(tx, files, settings)
    person = {Role.CITIZEN: citizen(), Role.HANDLER: handler(), Role.OFFICER: officer()}[role].person_id
    rows = await tx.fetch("select title from message where person_id = $1 order by created_at, id", person)
    return [row["title"] for row in rows]


async def test_hard_case_10_the_third_bounce_goes_to_the_coordinator_and_the_clock_never_resets(
    tx: Connection, settings: Settings, files: Files
) -> None:
    report = await reported(tx, settings, citizen())
    desk = Desk(tx, settings, report.id)
    there = await desk.bounce(A, B)
    assert (there.state, there.agency_id, there.bounces) == (S.ASSIGNED, demo_agency(B), 1)
    # A handler who "assigns" to somebody else hands it on just the same.
    back = await desk.work("assign", B, agency_id=demo_agency(A), note="Trả lại")
    assert (back.agency_id, back.bounces) == (demo_agency(A), 2)
    up = await desk.bounce(A, B)
    assert (up.state, up.agency_id, up.bounces, up.due_at) == (S.VERIFYING, None, 3, report.due_at)
    pile = await handling.inbox(
        tx, officer(), state=None, cursor=None, limit=20, pile=handling.Pile.COORDINATOR
    )
    assert [line.id for line in pile.items] == [report.id]
    assert (await told(tx, files, settings, Role.OFFICER))[-1].endswith("cần bạn quyết định đơn vị xử lý")
    given = await desk.work("assign", None, agency_id=demo_agency(B))
    assert (given.agency_id, given.due_at, given.decided) == (demo_agency(B), report.due_at, True)
    assert "bounce" not in (await handling.open_case(tx, report.id, handler(B), settings=settings)).actions
    with pytest.raises(ReportMoveRefused):
        await desk.bounce(B, A)
    reasons = await tx.fetch("select note from report_step where action like 'bounce%' order by id")
    assert [row["note"] for row in reasons] == ["Không thuộc lĩnh vực", "Trả lại", "Không thuộc lĩnh vực"]


async def test_hard_case_11_a_case_of_several_agencies_ends_when_all_have_and_has_one_timeline(
    tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any, files: Files
) -> None:
    report = await reported(tx, settings, citizen())
    case = await accepted(tx, settings, report.id)
    path, staff = f"/v1/agency/reports/{report.id}", as_role(Role.HANDLER)
    body = {"version": case.version, "agency_ids": [str(demo_agency(B))] * 2, "note": "Cắt điện, dựng cột"}
    split = await client.post(f"{path}/split", headers=staff, json=body)
    assert (split.status_code, split.json()["state"]) == (200, "waiting_agency"), split.text
    (part,) = split.json()["parts"]
    assert (part["state"], part["agency_name"]) == ("assigned", (await agency_name(tx, B)))
    desk = Desk(tx, settings, report.id)
    await desk.work("resume")
    refused = await client.post(
        f"{path}/answer", headers=staff, json={"version": case.version + 2, "answer": "Xong phần chúng tôi"}
    )
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/report-parts-open")
    assert refused.json()["extra"] == {"parts": [part["code"]]}
    await desk.work("consult", note="Chờ điện lực")
    piece = Desk(tx, settings, await tx.fetchval("select id from report where parent_id = $1", report.id))
    await piece.work("accept", B)
    assert not {"split", "merge"} & set((await piece.work("answer", B, answer="Đã cắt điện")).actions)
    whole = await handling.open_case(tx, report.id, handler(), settings=settings)
    assert (whole.state, whole.parts[0].state) == (S.IN_PROGRESS, S.DONE)
    await desk.work("answer", answer="Đã dựng lại cột")
    mine = await reporting.follow(tx, report.id, settings=settings, caller=citizen(), key=None)
    assert [step.note for step in mine.timeline if step.part and step.note] == [
        "Cắt điện, dựng cột",
        "Đã cắt điện",
    ]
    assert [line.id for line in (await reporting.mine(tx, citizen(), cursor=None, limit=9)).items] == [
        report.id
    ]
    assert (await client.get(f"/v1/reports/{piece.id}")).status_code == 404
    heard = await told(tx, files, settings, Role.CITIZEN)
    assert any("một phần việc đã xong" in title for title in heard)
    assert sum(title.startswith("Đã có kết quả") for title in heard) == 1


async def agency_name(tx: Connection, code: str) -> str:
    name: str = await tx.fetchval("select name from agency where code = $1", code)
    return name


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
    assert tuple(kept) == (1, 2, 3)


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
    assert tuple(logged)[:4] == ("extension", 2, "working_day", report.due_at)
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
    with frozen(at + timedelta(days=4)):
        reply = {"note": "Cột 12", "photos": 1}
        said = await client.post(f"/v1/me/reports/{report.id}/reply", headers=key, json=reply)
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
    assert tuple(row) == (state, None, "no_evidence" if state == "refused" else None)
    assert await tx.fetchval("select count(*) from report_step where by = 'system'") == 1


async def test_hard_case_19_staff_who_look_for_the_reporter_are_refused_and_told_of(
    tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any, files: Files
) -> None:
    report = await reported(tx, settings, citizen())
    staff = as_role(Role.HANDLER)
    door = await client.post(f"/v1/agency/reports/{report.id}/reporter", headers=staff)
    assert (door.status_code, door.json()["type"]) == (403, "/problems/reporter-hidden")
    assert (await client.get(f"/v1/me/reports/{report.id}", headers=staff)).status_code == 404
    assert (
        await client.get(f"/v1/me/reports/{report.id}", headers=as_role(Role.VOLUNTEER))
    ).status_code == 404
    alarms = (await client.get("/v1/agency/alarms", headers=as_role(Role.OFFICER))).json()["items"]
    assert [(alarm["kind"], alarm["code"]) for alarm in alarms] == [("reporter_sought", report.code)]
    assert (await client.get("/v1/agency/alarms", headers=staff)).status_code == 403
    assert [t for t in await told(tx, files, settings, Role.OFFICER) if "xem người gửi" in t] == [
        f"{report.code}: có người tìm cách xem người gửi"
    ]
    assert not [t for t in await told(tx, files, settings, Role.HANDLER) if "xem người gửi" in t]


async def test_hard_case_19_a_handler_does_not_handle_what_they_reported_and_is_not_named(
    tx: Connection, settings: Settings, client: httpx.AsyncClient, as_person: Any, as_role: Any
) -> None:
    session = await signed_in(tx, settings, "0912000777")
    await granted(tx, session.me.id, Role.HANDLER, agency_id=demo_agency(A))
    own = as_person(session.me.id, staff=True)
    bearer = {"Authorization": f"Bearer {session.access_token}"}
    report = await reported(tx, settings)
    await tx.execute(
        "insert into report_reporter (report_id, person_id) values ($1, $2)", report.id, session.me.id
    )
    assert (await client.get(f"/v1/me/reports/{report.id}", headers=bearer)).status_code == 200
    mine = await client.post(f"/v1/agency/reports/{report.id}/accept", headers=own, json={"version": 1})
    assert (mine.status_code, mine.json()["type"]) == (403, "/problems/report-own-case")
    (alarm,) = (await client.get("/v1/agency/alarms", headers=as_role(Role.OFFICER))).json()["items"]
    assert (alarm["kind"], alarm["staff_name"]) == ("own_case", None)
    assert await tx.fetchval("select staff_id from report_alarm") is None
    other = await client.post(
        f"/v1/agency/reports/{report.id}/accept", headers=as_role(Role.HANDLER), json={"version": 1}
    )
    assert other.status_code == 200


async def test_hard_case_25_of_two_officers_the_slower_sees_what_the_faster_did(
    tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any
) -> None:
    report = await reported(tx, settings)
    path, headers = f"/v1/agency/reports/{report.id}", as_role(Role.OFFICER)
    body = {"version": 1, "agency_id": str(demo_agency(B)), "note": "Điện lực xem giúp"}
    assert (await client.post(f"{path}/assign", headers=headers, json=body)).status_code == 200
    slower = await client.post(f"{path}/refuse", headers=headers, json={"version": 1, "reason": "duplicate"})
    assert (slower.status_code, slower.json()["type"]) == (409, "/problems/report-changed")
    now_is = slower.json()["extra"]
    assert (now_is["state"], now_is["by"], now_is["note"]) == ("assigned", "officer", "Điện lực xem giúp")
    assert await tx.fetchval("select state from report") == "assigned"


async def test_hard_case_1_what_is_merged_is_told_on_and_counted(
    tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any, files: Files
) -> None:
    first = await reported(tx, settings)
    twin = await reported(tx, settings, citizen())
    staff, path = as_role(Role.HANDLER), f"/v1/agency/reports/{twin.id}/merge"
    for wrong in (twin.code, "PA-9999999"):
        assert (await client.post(path, headers=staff, json={"version": 1, "into": wrong})).status_code == 422
    merged = await client.post(path, headers=staff, json={"version": 1, "into": first.code})
    assert (merged.json()["state"], merged.json()["merged_code"]) == ("merged", first.code), merged.text
    await answered(tx, settings, first.id, version=2)
    assert (await handling.open_case(tx, first.id, handler(), settings=settings)).supporters == 2
    mine = await reporting.follow(tx, twin.id, settings=settings, caller=citizen(), key=None)
    assert [step.action for step in mine.timeline] == ["submit", "merge", "accept", "answer"]
    heard = await told(tx, files, settings, Role.CITIZEN)
    assert heard[-1] == f"Đã có kết quả phản ánh {twin.code}"


async def test_a_subject_that_needs_evidence_is_answered_with_a_photo_only(
    tx: Connection, settings: Settings, client: httpx.AsyncClient, as_role: Any
) -> None:
    report = await reported(tx, settings, category_code="ha-tang.cay-xanh")
    case = await accepted(tx, settings, report.id)
    assert case.evidence_required
    path, staff = f"/v1/agency/reports/{report.id}", as_role(Role.HANDLER)
    body = {"version": case.version, "answer": "Đã cắt cành"}
    bare = await client.post(f"{path}/answer", headers=staff, json=body)
    assert (bare.status_code, bare.json()["type"]) == (409, "/problems/report-needs-evidence")
    picture = photos.jpeg(200, 150)
    for status in (201, 200):
        sent = await client.put(f"{path}/photos/0", headers=staff, content=picture)
        assert sent.status_code == status, sent.text
    citizens = await client.put(f"{path}/photos/1", headers=as_role(Role.CITIZEN), content=picture)
    assert citizens.status_code == 403
    assert (await client.post(f"{path}/answer", headers=staff, json=body)).status_code == 200


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
    assert tuple(await tx.fetchrow("select ladder_level, version from report")) == (3, 1)
    late = handling.Pile.ESCALATED
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


async def test_a_rating_and_a_reply_reach_only_their_own_case(tx: Connection, settings: Settings) -> None:
    report = await reported(tx, settings, citizen())
    await answered(tx, settings, report.id)
    with pytest.raises(ReportMoveRefused):
        await reporting.reply(tx, report.id, Reply(note="x"), settings=settings, caller=citizen(), key=None)
    with pytest.raises(Exception, match="report-not-found"):
        await reporting.rate(tx, report.id, Rating(stars=1), settings=settings, caller=handler(), key=None)
