"""What comes in from phones that know little: hard cases 4, 5, 8, 24, 27 and 28 of the reference."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import httpx
import msgspec
import pytest

from api.kit.db import Connection
from api.kit.errors import Problem
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.reports import rules
from api.reports.actions import handling
from api.reports.actions.intake import Submission, follow_units, submit_all
from tests.given.identity import demo_people
from tests.given.reports import demo_province, handler, new_report, report_body
from tests.given.time import frozen

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
TEXT = "Ngập sâu trước cổng trường, xe máy chết máy"


async def test_hard_case_4_a_position_of_850_m_goes_to_no_commune_unasked(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    await demo_province(tx)
    asked = report_body(accuracy_m=850, commune_confirmed=False)
    answer = await client.post("/v1/reports", json=asked)
    assert answer.status_code == 201
    assert any("850 m" in warning for warning in answer.json()["warnings"])
    row = await tx.fetchrow("select agency_id, accuracy_m, place_doubted from report")
    assert tuple(row or ()) == (None, 850, True)
    said = report_body(accuracy_m=850)
    assert (await client.post("/v1/reports", json=said)).status_code == 201
    row = await tx.fetchrow("select agency_id, place_doubted from report where id = $1", UUID(said["id"]))
    assert row is not None
    assert (row["agency_id"] is not None, row["place_doubted"]) == (True, False)


def test_a_photo_is_elsewhere_only_beyond_the_error_of_the_position() -> None:
    assert rules.is_photo_elsewhere(new_report(photo_far_m=501))
    assert not rules.is_photo_elsewhere(new_report(photo_far_m=500))
    assert not rules.is_photo_elsewhere(new_report(photo_far_m=1_300, accuracy_m=850))
    assert not rules.is_photo_elsewhere(new_report())


async def test_hard_case_5_a_photo_taken_12_km_from_the_pin_is_flagged_and_its_place_kept_nowhere(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    answer = await client.post("/v1/reports", json=report_body(photo_far_m=12_000, pin="hand", photo_count=1))
    assert any("12.0 km" in warning for warning in answer.json()["warnings"])
    row = await tx.fetchrow("select r.photo_elsewhere, r.pin, r::text as whole from report r")
    assert row is not None
    assert (row["photo_elsewhere"], row["pin"]) == (True, "hand")
    assert "12000" not in row["whole"]


async def test_hard_case_8_a_ward_merged_on_1_july_2025_opens_under_its_old_name(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    """Made on 20 June in Phường Tây Lộc (19750), sent when there is none: handled by what it became."""
    body = report_body(commune_code="19750", lat=16.4808, lon=107.5865, happened_at="2025-06-20T02:00:00Z")
    answer = await client.post("/v1/reports", json=body)
    assert answer.status_code == 201, answer.text
    assert any(warning.startswith("Phường Tây Lộc nay thuộc Phường") for warning in answer.json()["warnings"])
    row = await tx.fetchrow(
        """
        select told.code as told, u.code, u.valid_to, u.id in (
            select new_id from admin_change where old_id = told.id
        ) as follows
        from report r join admin_unit u on u.id = r.commune_id join admin_unit told on told.id = r.told_commune_id
        """
    )
    assert row is not None
    assert (row["told"], row["valid_to"], row["follows"]) == ("19750", None, True)


async def office_of(tx: Connection, code: str) -> UUID:
    """The committee of the newest commune of this code, and the route that gives it all of that commune."""
    office: UUID = await tx.fetchval(
        """
        with unit as (
            select id, code, valid_from from admin_unit where code = $1 order by valid_from desc limit 1
        ), office as (
            insert into agency (id, code, name, province_code, commune_id)
            select gen_random_uuid(), 'UB.' || code, 'Uỷ ban ' || code, '46', id from unit returning id, commune_id
        ), route as (
            insert into category_route (province_code, commune_id, agency_id, valid_from, reviewed_at)
            select '46', o.commune_id, o.id, u.valid_from, now() from office o, unit u
        )
        select id from office
        """,
        code,
    )
    return office


def keeper(office: UUID) -> Principal:
    """Somebody who handles the cases of this office."""
    return msgspec.structs.replace(handler(), agency_ids=(office,))


async def queue_of(tx: Connection, office: UUID) -> list[str]:
    """What waits in the inbox of this office."""
    return [
        line.code
        for line in (await handling.inbox(tx, keeper(office), state=None, cursor=None, limit=9)).items
    ]


async def test_hard_case_8_a_case_of_before_the_merger_is_handled_by_the_new_commune_and_found_by_both_codes(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    """Taken in on 20 June 2025 in Phường Tây Lộc (19750), while it was in force; its link works ever after."""
    await demo_people(tx)
    old, new = await office_of(tx, "19750"), await office_of(tx, "19753")
    with frozen(datetime(2025, 6, 20, 3, tzinfo=UTC)):
        [answer] = await submit_all(
            tx,
            [Submission(new=new_report(commune_code="19750", lat=16.4808, lon=107.5665))],
            settings=settings,
        )
    assert not isinstance(answer, Problem)
    await tx.execute("update report set published_at = now(), public_lat = lat, public_lon = lon")
    assert (await queue_of(tx, old), await queue_of(tx, new)) == ([answer[0].code], [])
    with frozen(datetime(2025, 7, 2, 20, tzinfo=UTC)):
        await follow_units(tx)
        await follow_units(tx)
    assert (await queue_of(tx, old), await queue_of(tx, new)) == ([], [answer[0].code])
    with frozen(datetime(2025, 7, 3, 3, tzinfo=UTC)):
        taken = await handling.work(tx, answer[0].id, "accept", keeper(new), settings=settings, version=1)
    assert (taken.state, taken.commune_code, taken.due_at) == ("in_progress", "19753", answer[0].due_at)
    for code in ("19750", "19753"):
        items = (await client.get("/v1/reports", params={"commune": code})).json()["items"]
        assert [item["commune_code"] for item in items] == ["19753"], code
    key = {"X-Tracking-Key": answer[0].tracking_key}
    mine = (await client.get(f"/v1/me/reports/{answer[0].id}", headers=key)).json()
    assert mine["told_commune_name"] == "Phường Tây Lộc"
    notes = [step["note"] for step in mine["timeline"] if step["action"] == "follow_unit"]
    assert notes == [f"Phường Tây Lộc nay thuộc Phường {mine['commune_name']}"]


async def test_hard_case_9_a_commune_split_and_renamed_later_is_found_by_its_old_code_on_every_day(
    tx: Connection, settings: Settings
) -> None:
    (old,) = await tx.fetch("select * from admin_unit where code = '19777' and valid_to is null")
    offices = [await office_of(tx, "19777")]
    day = date(2027, 1, 1)
    await tx.execute("update admin_unit set valid_to = $2 where id = $1", old["id"], day - timedelta(days=1))
    made = []
    for code, name, lon in (("99001", "Vỹ Dạ Tây", 107.60), ("99002", "Vỹ Dạ Đông", 107.65)):
        made.append(
            await tx.fetchval(
                """
                insert into admin_unit (code, type, name, full_name, folded, sort_key, province_code, valid_from,
                    lat, lon, basis)
                values ($1, 'ward', $2, 'Phường ' || $2, '', '', '46', $3, 16.478, $4, 'thử') returning id
                """,
                code, name, day, lon,
            )
        )  # fmt: skip
        await tx.execute(
            "insert into admin_change (old_id, new_id, kind, share, default_target, effective_on, basis)"
            " values ($1, $2, 'split', 'part', $3, $4, 'thử')",
            old["id"], made[-1], code == "99001", day,
        )  # fmt: skip
        offices.append(await office_of(tx, code))
    asked = "select commune_in_force('19777', 16.478, $1, $2)"
    assert await tx.fetchval(asked, 107.61, date(2026, 12, 31)) == old["id"]
    assert await tx.fetchval(asked, 107.61, day) == made[0]
    assert await tx.fetchval(asked, 107.66, day) == made[1]
    codes = []
    for at in (datetime(2026, 12, 30, 3, tzinfo=UTC), datetime(2027, 1, 2, 3, tzinfo=UTC)):
        with frozen(at):
            [answer] = await submit_all(tx, [Submission(new=new_report(lon=107.649))], settings=settings)
        assert not isinstance(answer, Problem)
        codes.append(answer[0].code)
    # The first waits with the office of a commune that is no more, until the night gives it to the next.
    assert [await queue_of(tx, office) for office in offices] == [[codes[0]], [], [codes[1]]]
    with frozen(datetime(2027, 1, 2, 20, tzinfo=UTC)):
        await follow_units(tx)
    waiting = [await queue_of(tx, office) for office in offices]
    assert (waiting[:2], sorted(waiting[2])) == ([[], []], sorted(codes))
    rows = await tx.fetch("select commune_id, told_commune_id from report")
    assert {tuple(row) for row in rows} == {(made[1], old["id"])}


def test_a_clock_two_days_wrong_is_put_right_by_the_moment_of_sending() -> None:
    slow = new_report(happened_at=AT - timedelta(days=5), sent_at=AT - timedelta(days=2))
    assert rules.occurred_at(slow, AT) == AT - timedelta(days=3)
    fast = new_report(happened_at=AT + timedelta(days=1), sent_at=AT + timedelta(days=2))
    assert rules.occurred_at(fast, AT) == AT - timedelta(days=1)
    right = new_report(happened_at=AT - timedelta(days=3), sent_at=AT - timedelta(seconds=40))
    assert rules.occurred_at(right, AT) == AT - timedelta(days=3)
    assert rules.occurred_at(new_report(happened_at=AT + timedelta(days=9)), AT) == AT


async def test_hard_case_24_twenty_five_drafts_of_a_wrong_clock_arrive_once_and_in_order(
    tx: Connection, settings: Settings
) -> None:
    """Three days in airplane mode, the clock two days fast, the app killed while sending: all of it sent again."""
    wrong = timedelta(days=2)
    drafts = [
        new_report(description=f"Điểm ngập số {n}", happened_at=AT - timedelta(hours=72 - n) + wrong, on_behalf=True,
                   behalf_consent=True)
        for n in range(25)
    ]  # fmt: skip
    for attempt in range(2):
        at = AT + timedelta(minutes=attempt)
        shuffled = Random(attempt).sample(drafts, 25)
        sent = [Submission(new=msgspec.structs.replace(one, sent_at=at + wrong)) for one in shuffled]
        with frozen(at):
            answers = await submit_all(tx, sent if attempt else sent[:13], settings=settings)
        assert not any(isinstance(answer, Problem) for answer in answers)
    rows = await tx.fetch("select id, occurred_at, happened_at, on_behalf from report order by occurred_at")
    assert [row["id"] for row in rows] == [one.id for one in drafts]
    assert {row["on_behalf"] for row in rows} == {True}
    for row, draft in zip(rows, drafts, strict=True):
        assert row["happened_at"] == draft.happened_at
        assert row["occurred_at"] == draft.happened_at - wrong


def test_filing_for_another_needs_their_yes() -> None:
    with pytest.raises(rules.ReportUnusable):
        rules.check_new(new_report(on_behalf=True))


def test_the_same_words_are_known_under_any_disguise() -> None:
    for disguise in (
        "NGẬP  SÂU",
        "n.g.ậ.p s-â-u",
        "Ng\u200bậ\u00adp sâu",
        "ｎｇậｐ ｓâｕ",
        "Ngậр sâu",
        "ngap sau",
    ):
        assert rules.skeleton(disguise) == "ngapsau"
    assert rules.text_key("s" * 32, "Ngập sâu") is None
    assert rules.text_key("s" * 32, TEXT) == rules.text_key("s" * 32, TEXT.upper() + " !!!")
    assert rules.text_key("s" * 32, TEXT) != rules.text_key("t" * 32, TEXT)


def test_hard_case_27_two_hundred_same_texts_of_one_account_wait_and_a_resend_never_does() -> None:
    repeats, me, at = rules.Repeats(), uuid7(), AT
    ids = [uuid7() for _ in range(200)]
    waits = [repeats.wait_s(me, one, 7, at) for one in ids]
    assert [wait > 0 for wait in waits] == [False] * 5 + [True] * 195
    assert repeats.wait_s(me, ids[0], 7, at) == 0
    assert repeats.wait_s(me, uuid7(), 8, at) == 0
    assert repeats.wait_s(uuid7(), uuid7(), 7, at) == 0
    assert repeats.wait_s(me, ids[9], 7, at + timedelta(hours=24)) == 0
    busy = uuid7()
    assert [repeats.wait_s(busy, uuid7(), None, at) > 0 for _ in range(121)] == [False] * 120 + [True]


async def test_hard_case_27_the_sixth_same_text_of_an_account_is_asked_to_wait(
    client: httpx.AsyncClient, tx: Connection, as_role: object
) -> None:
    await demo_people(tx)
    headers = as_role(Role.CITIZEN)  # type: ignore[operator]
    bodies = [report_body(description=TEXT + "." * n) for n in range(6)]
    answers = [await client.post("/v1/reports", json=body, headers=headers) for body in [*bodies, bodies[0]]]
    assert [answer.status_code for answer in answers] == [201] * 5 + [429, 200]
    assert int(answers[5].headers["retry-after"]) > 80_000


async def test_hard_case_27_one_text_of_two_hundred_people_is_taken_and_seen_as_one(
    tx: Connection, settings: Settings
) -> None:
    sent = [Submission(new=new_report(description=TEXT + " " * (n % 3) + "!" * (n % 5))) for n in range(200)]
    answers = await submit_all(tx, sent, settings=settings)
    assert not any(isinstance(answer, Problem) for answer in answers)
    assert await tx.fetchval("select count(distinct text_key) from report") == 1


async def test_hard_case_28_a_denunciation_is_sent_to_its_channel_and_a_crime_tip_keeps_nobody(
    client: httpx.AsyncClient, tx: Connection, as_role: object
) -> None:
    await demo_people(tx)
    headers = as_role(Role.CITIZEN)  # type: ignore[operator]
    answer = await client.post(
        "/v1/reports", json=report_body(category_code="khieu-nai-to-cao"), headers=headers
    )
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/report-belongs-elsewhere"
    assert "Ban Tiếp công dân" in answer.json()["detail"]
    tip = report_body(category_code="an-ninh.to-giac", contact_phone="0912345678")
    assert (await client.post("/v1/reports", json=tip, headers=headers)).status_code == 201
    assert await tx.fetchval("select count(*) from report_reporter") == 0
    words = (await client.get("/v1/report-categories")).json()["refusal_reasons"]
    assert "Ban Tiếp công dân" in next(one["channel"] for one in words if one["code"] == "complaint")
