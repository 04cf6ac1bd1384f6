"""Following: mine are mine only, a change is told to each follower once, and my own phone needs no code."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest

from api.dossiers.contracts import DossierStateChanged
from api.kit import outbox
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, given_code, given_key, given_person, tell, told
from tests.given.time import frozen
from tests.given.work import run_outbox

Headers = Callable[[UUID], dict[str, str]]
INBOX = "select person_id, kind, title, body, link from message order by created_at, id"


async def follow(client: httpx.AsyncClient, headers: dict[str, str], code: str) -> httpx.Response:
    return await client.post("/v1/me/dossiers", json={"code": code, "phone_last4": LAST4}, headers=headers)


async def codes_of(client: httpx.AsyncClient, headers: dict[str, str]) -> list[str]:
    answer = await client.get("/v1/me/dossiers", headers=headers)
    assert answer.status_code == 200
    return [item["code"] for item in answer.json()["items"]]


async def test_following_takes_both_factors_once(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers
) -> None:
    key, code, me = await given_key(tx, settings), given_code(), as_person(await given_person(tx))
    await tell(client, key, code, told("2", 1))
    wrong = await client.post("/v1/me/dossiers", json={"code": code, "phone_last4": "0000"}, headers=me)
    assert wrong.status_code == 404
    assert await codes_of(client, me) == []
    first, again = await follow(client, me, code), await follow(client, me, code)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["followed"] is True
    assert await codes_of(client, me) == [code]
    one = await client.get(f"/v1/me/dossiers/{first.json()['id']}", headers=me)
    assert one.json()["timeline"] == first.json()["timeline"]


async def test_guessing_by_following_is_counted_like_looking_up(
    client: httpx.AsyncClient, tx: Connection, as_person: Headers
) -> None:
    me = as_person(await given_person(tx))
    body = {"code": "GUESS", "phone_last4": "0000"}
    with frozen(datetime(2026, 11, 18, 2, tzinfo=UTC)):
        for way, headers in (("/v1/me/dossiers", me), ("/v1/dossiers/lookup", {})):
            for _ in range(3):
                last = await client.post(way, json=body, headers=headers)
        assert last.status_code == 429


async def test_another_persons_dossier_is_not_there(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    mine, theirs = as_person(await given_person(tx)), as_person(await given_person(tx))
    identity = (await follow(client, mine, code)).json()["id"]
    for method in ("GET", "DELETE"):
        stranger = await client.request(method, f"/v1/me/dossiers/{identity}", headers=theirs)
        nowhere = await client.request(method, f"/v1/me/dossiers/{uuid7()}", headers=theirs)
        assert stranger.status_code == nowhere.status_code == 404
        assert stranger.json()["type"] == nowhere.json()["type"] == "/problems/dossier-not-found"
        assert (await client.request(method, f"/v1/me/dossiers/{identity}")).status_code == 401
    assert await codes_of(client, theirs) == []
    assert await codes_of(client, mine) == [code]


async def test_leaving_is_final_until_followed_again(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers, files: Files
) -> None:
    key, code, me = await given_key(tx, settings), given_code(), as_person(await given_person(tx))
    await tell(client, key, code, told("2", 1))
    identity = (await follow(client, me, code)).json()["id"]
    assert (await client.delete(f"/v1/me/dossiers/{identity}", headers=me)).status_code == 204
    assert (await client.delete(f"/v1/me/dossiers/{identity}", headers=me)).status_code == 404
    assert await codes_of(client, me) == []
    await tell(client, key, code, told("4", 2))
    await run_outbox(tx, files, settings)
    assert await tx.fetch(INBOX) == []
    assert (await follow(client, me, code)).status_code == 201
    assert await codes_of(client, me) == [code]


async def test_my_verified_phone_needs_no_code(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers
) -> None:
    key, code, other = await given_key(tx, settings), given_code(), given_code()
    await tell(client, key, code, told("2", 1))
    await tell(client, key, other, told("2", 1, applicant_phone="0987654321"))
    me = as_person(await given_person(tx, phone="+84912345678"))
    assert await codes_of(client, me) == [code]
    listed = (await client.get("/v1/me/dossiers", headers=me)).json()["items"][0]
    assert listed["followed"] is False
    assert (await client.get(f"/v1/me/dossiers/{listed['id']}", headers=me)).status_code == 200
    assert (await client.delete(f"/v1/me/dossiers/{listed['id']}", headers=me)).status_code == 204
    assert await codes_of(client, me) == []
    assert (await client.get(f"/v1/me/dossiers/{listed['id']}", headers=me)).status_code == 404


async def test_an_unverified_phone_opens_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers
) -> None:
    key, code = await given_key(tx, settings), given_code()
    person = await given_person(tx, phone="+84912345678", verified=False)
    await tell(client, key, code, told("2", 1))
    assert await codes_of(client, as_person(person)) == []


async def test_the_applicant_is_told_without_following(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers, files: Files
) -> None:
    key, code = await given_key(tx, settings), given_code()
    person = await given_person(tx, phone="+84912345678")
    receipt = await tell(client, key, code, told("2", 1))
    await run_outbox(tx, files, settings)
    assert [row["person_id"] for row in await tx.fetch(INBOX)] == [person]
    assert await codes_of(client, as_person(person)) == [code]
    path = f"/v1/me/dossiers/{receipt['dossier_id']}"
    assert (await client.delete(path, headers=as_person(person))).status_code == 204
    await tell(client, key, code, told("4", 2))
    await run_outbox(tx, files, settings)
    assert len(await tx.fetch(INBOX)) == 1


async def test_every_follower_is_told_once_although_the_job_runs_twice(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers, files: Files
) -> None:
    key, code = await given_key(tx, settings), given_code()
    people = [await given_person(tx), await given_person(tx)]
    await given_person(tx)
    await tell(client, key, code, told("2", 1))
    for person in people:
        assert (await follow(client, as_person(person), code)).status_code == 201
    body = told("5", 2, note="Bổ sung bản sao giấy chứng sinh")
    receipt = await tell(client, key, code, body)
    assert "dossiers.tell_followers" in await run_outbox(tx, files, settings)
    await tell(client, key, code, body)
    await run_outbox(tx, files, settings)
    # the very same event once more, as after a lost acknowledgement
    event = await tx.fetchval("select id from dossier_event where event_id = $1", body["event_id"])
    await outbox.emit(tx, DossierStateChanged(dossier_id=UUID(receipt["dossier_id"]), dossier_event_id=event))
    await run_outbox(tx, files, settings)
    rows = await tx.fetch(INBOX)
    assert sorted(row["person_id"] for row in rows) == sorted(people)
    message = rows[0]
    assert (message["kind"], message["title"]) == ("dossier", "Hồ sơ: Yêu cầu bổ sung giấy tờ")
    assert message["link"] == f"#/hs/{receipt['dossier_id']}"
    assert "Ghi chú của cơ quan: Bổ sung bản sao giấy chứng sinh" in message["body"]
    assert "Việc của bạn: Bổ sung giấy tờ" in message["body"]
    assert code in message["body"]


async def test_each_change_is_told_and_only_changes(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers, files: Files
) -> None:
    key, code, me = await given_key(tx, settings), given_code(), as_person(await given_person(tx))
    await tell(client, key, code, told("2", 1))
    await follow(client, me, code)
    for body in (
        told("4", 3),
        told("4", 4, note="vẫn đang xử lý"),
        told("1", 2, state_code="2"),
        told("1", 5),
        told("CKS", 6, state_name="Chờ ký số"),
        told("9", 7),
    ):
        await tell(client, key, code, body)
        await run_outbox(tx, files, settings)
    titles = [row["title"] for row in await tx.fetch(INBOX)]
    assert titles == ["Hồ sơ: Đang xử lý", "Hồ sơ: Chờ ký số", "Hồ sơ: Đã xử lý xong"]


async def test_who_follows_later_is_not_told_old_news(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers, files: Files
) -> None:
    key, code, me = await given_key(tx, settings), given_code(), as_person(await given_person(tx))
    await tell(client, key, code, told("2", 1))
    await follow(client, me, code)
    await run_outbox(tx, files, settings)
    assert await tx.fetch(INBOX) == []


async def test_journey_the_message_is_in_the_inbox(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers, files: Files
) -> None:
    key, code, me = await given_key(tx, settings), given_code(), as_person(await given_person(tx))
    await tell(client, key, code, told("2", 1))
    await follow(client, me, code)
    await tell(client, key, code, told("9", 2))
    await run_outbox(tx, files, settings)
    inbox = (await client.get("/v1/me/messages", headers=me)).json()
    assert inbox["unread"] == 1
    assert inbox["items"][0]["title"] == "Hồ sơ: Đã xử lý xong"


async def test_the_list_has_pages_newest_first(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Headers
) -> None:
    key, codes = await given_key(tx, settings), [given_code() for _ in range(5)]
    me = as_person(await given_person(tx, phone="+84912345678"))
    for code in codes:
        await tell(client, key, code, told("2", 1))
    seen: list[str] = []
    cursor: str | None = None
    while True:
        params = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = (await client.get("/v1/me/dossiers", params=params, headers=me)).json()
        seen += [item["code"] for item in page["items"]]
        assert len(page["items"]) <= 2
        if not (cursor := page["next"]):
            break
    assert seen == codes[::-1]
    bad = await client.get("/v1/me/dossiers", params={"cursor": "nonsense"}, headers=me)
    assert bad.status_code == 422


@pytest.mark.parametrize(
    ("steps", "at", "standing", "days_left", "late"),
    [
        ([("1", "16T09")], "18T09", "Thời hạn chưa bắt đầu tính.", None, False),
        ([("2", "16T09")], "18T09", "Hẹn trả 19/11/2026, còn 1 ngày làm việc.", 1, False),
        ([("2", "16T09")], "19T16", "Hẹn trả hôm nay, 19/11/2026.", 0, False),
        ([("2", "16T09")], "19T18", "Đã quá giờ hẹn hôm nay, 19/11/2026.", 0, True),
        ([("2", "16T09")], "23T09", "Trễ hẹn 2 ngày làm việc (hạn 19/11/2026).", -2, True),
        ([("2", "16T09"), ("6", "17T09")], "23T09", "Tạm dừng tính thời hạn từ 17/11/2026.", None, False),
        (
            [("2", "16T09"), ("5", "20T09")],
            "23T09",
            "Tạm dừng tính thời hạn từ 20/11/2026. Lúc tạm dừng, hồ sơ đã quá hạn.",
            None,
            True,
        ),
        ([("2", "16T09"), ("9", "19T16")], "23T09", "Xong đúng hạn.", None, False),
        ([("2", "16T09"), ("9", "20T09")], "23T09", "Xong sau hạn 19/11/2026.", None, True),
    ],
)
async def test_how_it_stands_in_plain_words(  # noqa: PLR0917  the columns of the table
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    steps: list[tuple[str, str]],
    at: str,
    standing: str,
    days_left: int | None,
    late: bool,  # noqa: FBT001  a column of the table
) -> None:
    key, code = await given_key(tx, settings), given_code()
    with frozen(datetime.fromisoformat(f"2026-11-{at}:00:00+07:00")):
        for place, (state, when) in enumerate(steps):
            body = told(state, place, occurred_at=f"2026-11-{when}:00:00+07:00", deadline={"amount": 3})
            await tell(client, key, code, body)
        shown = (await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": LAST4})).json()
    assert (shown["standing"], shown["days_left"], shown["late"]) == (standing, days_left, late)
    assert (shown["due_at"] is None) == (days_left is None)
    assert shown["late_reason"] == ("Cơ quan chưa nêu lý do." if late else None)


async def test_why_it_is_late_and_the_new_promise_are_the_agencys_words(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    body = told(
        "4",
        1,
        deadline={"amount": 1},
        late_reason="Chờ xác minh của công an xã",
        promised_at="2026-11-30T10:00:00Z",
    )
    with frozen(datetime(2026, 11, 23, 2, tzinfo=UTC)):
        await tell(client, key, code, body)
        shown = (await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": LAST4})).json()
    assert shown["late"] is True
    assert shown["late_reason"] == "Chờ xác minh của công an xã"
    assert shown["promised_at"] == "2026-11-30T10:00:00Z"


async def test_without_a_period_the_agencys_promise_is_the_due_date(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    body = told("2", 1, procedure_code="9.999999", promised_at="2026-11-20T10:00:00Z")
    with frozen(datetime(2026, 11, 18, 2, tzinfo=UTC)):
        await tell(client, key, code, body)
        shown = (await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": LAST4})).json()
    assert shown["due_at"] == "2026-11-20T10:00:00Z"
    assert shown["days_left"] == 2
    assert shown["procedure_name"] == "9.999999"


async def test_a_local_closure_moves_the_due_date_of_that_agency_only(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, here, elsewhere = await given_key(tx, settings), given_code(), given_code()
    await tx.execute(
        "insert into holiday (scope, on_date, kind, name, certainty, source)"
        " values ('H57.12', '2026-11-17', 'local_closure', 'Lũ', 'high', 'test')"
    )
    with frozen(datetime(2026, 11, 16, 3, tzinfo=UTC)):
        closed = await tell(client, key, here, told("2", 1, agency_code="H57.12", deadline={"amount": 2}))
        open_ = await tell(client, key, elsewhere, told("2", 1, agency_code="H57.13", deadline={"amount": 2}))
    assert closed["due_at"] == "2026-11-19T10:00:00Z"
    assert open_["due_at"] == "2026-11-18T10:00:00Z"


async def test_the_terms_of_a_procedure_serve_when_the_source_is_silent(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, birth, local = await given_key(tx, settings), given_code(), given_code()
    await tx.execute(
        "insert into dossier_term (procedure_code, amount, unit, after_pause, source)"
        " values ('9.000001', 3, 'working_day', 'resume', 'test')"
    )
    receipt = await tell(
        client, key, birth, told("2", 1, procedure_code="1.001193", occurred_at="2026-11-16T08:00:01Z")
    )
    assert receipt["due_at"] == "2026-11-17T10:00:00Z"
    for place, (state, when) in enumerate([("2", "09"), ("5", "10"), ("4", "16")]):
        receipt = await tell(
            client,
            key,
            local,
            told(state, place, procedure_code="9.000001", occurred_at=f"2026-11-{when}T02:00:00Z"),
        )
    assert receipt["due_at"] == "2026-11-18T10:00:00Z"


async def test_what_the_source_says_of_the_period_goes_first(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    period = {"amount": 4, "unit": "working_hour", "after_pause": "resume"}
    receipt = await tell(client, key, code, told("2", 1, procedure_code="1.001193", deadline=period))
    assert receipt["due_at"] == "2026-11-16T07:30:00Z"
