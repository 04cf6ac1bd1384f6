"""Consents at their edges: the applicant comes later, a stranger guesses, two accounts become one."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.dossiers.actions.sharing import allow, rows_of
from api.dossiers.contracts.sharing import ShareState
from api.dossiers.rules.sharing import ASKS_A_DAY, TEXT_VERSION, TEXTS_A_DAY, FollowerNotFound
from api.identity.store.merging import absorb
from api.kit.clock import today
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.principal import Principal
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, PHONE, given_code, given_key, given_person, tell, told
from tests.given.identity import signed_in
from tests.given.time import frozen
from tests.given.work import run_outbox

Headers = dict[str, str]
QUESTION = (
    "insert into dossier_question (id, dossier_id, person_id, kind, body, may_call, asked_at, answer_by)"
    " values (gen_random_uuid(), $1, $2, 'reopen', 'Xem lại giúp tôi', false, now(), now())"
)
RATING = (
    "insert into dossier_rating (dossier_id, person_id, stars, reasons, rated_at, changed_at)"
    " values ($1, $2, $3, '{}', now(), now())"
)


def request(code: str, **changes: Any) -> dict[str, Any]:
    """The body of a request in the app."""
    return {
        "code": code, "phone_last4": LAST4, "relation": "neighbour", "purpose": "see_progress", "how": "asked",
        "text_version": TEXT_VERSION,
    } | changes  # fmt: skip


async def test_the_applicant_who_signs_in_later_finds_the_request_once(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[[UUID], Headers],
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    me = as_person(await given_person(tx))
    assert (await client.post("/v1/me/dossier-shares", json=request(code), headers=me)).status_code == 201
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select count(*) from message") == 0
    for _ in range(2):
        owner = (await signed_in(tx, settings)).me.id
        await run_outbox(tx, files, settings)
    titles = await tx.fetch("select title from message where person_id = $1", owner)
    assert [row["title"] for row in titles] == ["Có người xin theo dõi hồ sơ của bạn"]


async def test_the_applicant_who_signs_in_later_hears_who_follows_already(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[[UUID], Headers],
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    stranger, granted, left = [as_person(await given_person(tx)) for _ in range(3)]
    both = {"code": code, "phone_last4": LAST4}
    for me in (stranger, left):
        answer = await client.post("/v1/me/dossiers", json=both, headers=me)
        assert answer.status_code == 201
    path = f"/v1/me/dossiers/{answer.json()['id']}"
    assert (await client.delete(path, headers=left)).status_code == 204
    body = request(code, how="spoken", given_on=str(today()))
    assert (await client.post("/v1/me/dossier-shares", json=body, headers=granted)).status_code == 201
    await run_outbox(tx, files, settings)
    for _ in range(2):
        owner = (await signed_in(tx, settings)).me.id
        await run_outbox(tx, files, settings)
    titles = await tx.fetch("select title from message where person_id = $1 order by title", owner)
    assert [row["title"] for row in titles] == [
        "Có người theo dõi giúp hồ sơ của bạn", "Có người vừa theo dõi hồ sơ của bạn",
    ]  # fmt: skip


async def test_asking_again_and_again_does_not_make_the_applicants_phone_ring(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[[UUID], Headers],
) -> None:
    key, code = await given_key(tx, settings), given_code()
    owner, me = await given_person(tx, phone="+84912345678"), as_person(await given_person(tx))
    await tell(client, key, code, told("2", 1))
    await run_outbox(tx, files, settings)
    spoken = request(code, how="spoken", given_on=str(today()), owner_phone=PHONE)

    async def ask_and_leave(body: dict[str, Any]) -> int:
        answer = await client.post("/v1/me/dossier-shares", json=body, headers=me)
        if answer.status_code == 201:
            path = f"/v1/me/dossier-shares/{answer.json()['id']}"
            assert (await client.delete(path, headers=me)).status_code == 204
        return answer.status_code

    texted = [await ask_and_leave(spoken) for _ in range(TEXTS_A_DAY + 1)]
    assert texted == [201] * TEXTS_A_DAY + [429]
    assert await ask_and_leave(request(code, how="code", owner_phone=PHONE)) == 429
    asked = [await ask_and_leave(request(code)) for _ in range(ASKS_A_DAY - TEXTS_A_DAY + 1)]
    assert asked == [201] * (ASKS_A_DAY - TEXTS_A_DAY) + [429]
    await run_outbox(tx, files, settings)
    # What was taken back before anybody looked is not said either.
    assert await tx.fetch("select from message where person_id = $1 and title like 'Có người%'", owner) == []


async def test_who_followed_by_code_and_now_asks_waits_for_the_yes(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Callable[[UUID], Headers]
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    me = as_person(await given_person(tx))
    both = {"code": code, "phone_last4": LAST4}
    assert (await client.post("/v1/me/dossiers", json=both, headers=me)).status_code == 201
    assert (await client.post("/v1/me/dossier-shares", json=request(code), headers=me)).status_code == 201
    assert (await client.get("/v1/me/dossiers", headers=me)).json()["items"] == []
    again = await client.post("/v1/me/dossiers", json=both, headers=me)
    assert (again.status_code, again.json()["type"]) == (409, "/problems/dossier-share-waiting")


async def test_a_request_taken_back_while_the_applicant_reads_it_cannot_be_granted(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Callable[[UUID], Headers]
) -> None:
    key, code = await given_key(tx, settings), given_code()
    owner, me = await given_person(tx, phone="+84912345678"), as_person(await given_person(tx))
    dossier = UUID((await tell(client, key, code, told("2", 1)))["dossier_id"])
    share = (await client.post("/v1/me/dossier-shares", json=request(code), headers=me)).json()
    reader = Principal(person_id=owner, session_id=uuid7())
    (row,) = (await rows_of(tx, reader, dossier, settings=settings)).values()
    assert (await client.delete(f"/v1/me/dossier-shares/{share['id']}", headers=me)).status_code == 204
    with pytest.raises(FollowerNotFound):
        await allow(tx, dossier, row, ShareState.ASKED)
    assert (await client.get("/v1/me/dossiers", headers=me)).json()["items"] == []


async def test_a_stranger_learns_nothing_by_asking(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Callable[[UUID], Headers]
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    me = as_person(await given_person(tx))
    with frozen(datetime(2026, 11, 18, 2, tzinfo=UTC)):
        answers = [
            await client.post("/v1/me/dossier-shares", json=body, headers=me)
            for body in (
                request(code, phone_last4="0000"),
                request("H57.12-999999-9999", phone_last4="0000"),
                request(code, how="code", owner_phone="0912345679"),
                request("H57.12-999999-9998", how="code", owner_phone="0912345679"),
            )
        ]
    shown = [
        (one.status_code, {k: v for k, v in one.json().items() if k != "request_id"}, set(one.headers))
        for one in answers
    ]
    assert all(one == shown[0] for one in shown)
    assert shown[0][0] == 404
    assert await tx.fetchval("select sum(tries) from dossier_lookup_try") == 4 * 3
    assert await tx.fetchval("select count(*) from outbox_event where kind like 'dossier_share%'") == 0


async def test_whoever_comes_back_through_another_account_is_seen_and_can_be_ended_again(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Callable[[UUID], Headers]
) -> None:
    key, code = await given_key(tx, settings), given_code()
    mine = as_person(await given_person(tx, phone="+84912345678"))
    dossier = UUID((await tell(client, key, code, told("2", 1)))["dossier_id"])
    first, second = await given_person(tx), await given_person(tx)
    both, path = {"code": code, "phone_last4": LAST4}, f"/v1/me/dossiers/{dossier}/followers"

    async def line() -> dict[str, Any]:
        (found,) = (await client.get(path, headers=mine)).json()["items"]
        return dict(found)

    async def end() -> None:
        handle = (await line())["id"]
        body = {"allowed": False}
        assert (await client.put(f"{path}/{handle}", json=body, headers=mine)).json()["state"] == "ended"

    assert (await client.post("/v1/me/dossiers", json=both, headers=as_person(first))).status_code == 201
    await end()
    assert (await client.post("/v1/me/dossiers", json=both, headers=as_person(second))).status_code == 201
    await absorb(tx, first, second)
    assert ((await line())["state"], (await line())["how"]) == ("granted", "by_code")
    await end()
    assert (await client.get(f"/v1/me/dossiers/{dossier}", headers=as_person(second))).status_code == 404


async def test_two_accounts_become_one_with_one_consent_one_rating_and_one_open_question(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Callable[[UUID], Headers]
) -> None:
    key, code = await given_key(tx, settings), given_code()
    dossier = UUID((await tell(client, key, code, told("10", 1)))["dossier_id"])
    old, stays = await given_person(tx), await given_person(tx)
    body = request(code, how="spoken", given_on=str(today()))
    for stars, person in enumerate((old, stays), start=1):
        answer = await client.post("/v1/me/dossier-shares", json=body, headers=as_person(person))
        assert answer.status_code == 201
        await tx.execute(QUESTION, dossier, person)
        await tx.execute(RATING, dossier, person, stars)
    await absorb(tx, old, stays)
    shares = (await client.get("/v1/me/dossier-shares", headers=as_person(stays))).json()["items"]
    assert sorted(one["state"] for one in shares) == ["ended", "granted"]
    shown = (await client.get(f"/v1/me/dossiers/{dossier}", headers=as_person(stays))).json()
    assert shown["rating"]["stars"] == 2
    assert [one["answered_at"] is None for one in shown["questions"]].count(True) == 1
    assert len(shown["questions"]) == 2
