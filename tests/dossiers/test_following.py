"""Following: mine are mine only, a change is told to each follower once, and my own phone needs no code."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import httpx

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


async def test_a_number_put_right_takes_its_holder_off_and_its_owner_on(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    as_person: Callable[[UUID], dict[str, str]],
) -> None:
    key, code = await given_key(tx, settings), given_code()
    wrong = as_person(await given_person(tx, phone="+84912000001"))
    right = as_person(await given_person(tx, phone="+84912000002"))

    async def seen(person: dict[str, str]) -> list[bool]:
        items = (await client.get("/v1/me/dossiers", headers=person)).json()["items"]
        return [item["followed"] for item in items]

    await tell(client, key, code, told("2", 1, applicant_phone="0912000001"))
    assert (await seen(wrong), await seen(right)) == ([True], [])
    await tell(client, key, code, told("4", 3, applicant_phone="0912000002"))
    assert (await seen(wrong), await seen(right)) == ([], [True])
    # What comes late says an old number, which is not the one that holds.
    await tell(client, key, code, told("2", 2, applicant_phone="0912000001"))
    assert (await seen(wrong), await seen(right)) == ([], [True])
    await tell(client, key, code, told("9", 4, applicant_phone="0912000001"))
    assert (await seen(wrong), await seen(right)) == ([True], [])


async def test_who_proved_both_factors_stays_when_a_number_is_put_right(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    as_person: Callable[[UUID], dict[str, str]],
) -> None:
    key, code, me = await given_key(tx, settings), given_code(), as_person(await given_person(tx))
    await tell(client, key, code, told("2", 1, applicant_phone="0912000001"))
    followed = await client.post("/v1/me/dossiers", json={"code": code, "phone_last4": "0001"}, headers=me)
    assert followed.status_code == 201
    await tell(client, key, code, told("4", 2, applicant_phone="0912000002"))
    assert len((await client.get("/v1/me/dossiers", headers=me)).json()["items"]) == 1
