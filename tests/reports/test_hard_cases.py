"""The hard cases of handling, each under its number: bounces, parts, merging, conflicts, evidence, who may look."""

from typing import Any

import httpx
import pytest

from api.kit.db import Connection
from api.kit.demo import demo_agency
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from api.reports.actions import handling, reporting
from api.reports.contracts import Rating, ReportState
from api.reports.contracts.handling import Pile, Reply
from api.reports.rules.problems import ReportMoveRefused
from tests.given import photos
from tests.given.desk import A, B, Desk, told
from tests.given.identity import granted, signed_in
from tests.given.reports import accepted, answered, citizen, demo_province, handler, officer, reported

S = ReportState


@pytest.fixture(autouse=True)
async def province(tx: Connection) -> None:
    await demo_province(tx)


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
    pile = await handling.inbox(tx, officer(), state=None, cursor=None, limit=20, pile=Pile.COORDINATOR)
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
    await granted(tx, session.me.id, Role.OFFICER, province_code="46")
    as_officer = await client.post(
        f"/v1/agency/reports/{report.id}/refuse", headers=own, json={"version": 1, "reason": "duplicate"}
    )
    assert (as_officer.status_code, as_officer.json()["type"]) == (403, "/problems/report-own-case")
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
    mine = await reporting.follow(tx, twin.id, settings=settings, caller=citizen(), key=None)
    assert [step.action for step in mine.timeline] == ["submit", "merge", "accept", "answer"]
    heard = await told(tx, files, settings, Role.CITIZEN)
    assert heard[-1] == f"Đã có kết quả phản ánh {twin.code}"
    whole = await handling.open_case(tx, first.id, handler(), settings=settings)
    mine = await reporting.follow(tx, twin.id, settings=settings, caller=citizen(), key=None)
    assert (whole.supporters, mine.supporters) == (2, 2)


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


async def test_a_rating_and_a_reply_reach_only_their_own_case(tx: Connection, settings: Settings) -> None:
    report = await reported(tx, settings, citizen())
    await answered(tx, settings, report.id)
    with pytest.raises(ReportMoveRefused):
        await reporting.reply(tx, report.id, Reply(note="x"), settings=settings, caller=citizen(), key=None)
    with pytest.raises(Exception, match="report-not-found"):
        await reporting.rate(tx, report.id, Rating(stars=1), settings=settings, caller=handler(), key=None)
