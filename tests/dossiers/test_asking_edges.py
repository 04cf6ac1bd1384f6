"""Questions at their edges: who asks for another, who left meanwhile, what nobody can answer any more."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.dossiers.actions.asking import tell_overdue
from api.dossiers.rules.sharing import TEXT_VERSION
from api.kit.clock import now, today
from api.kit.db import Connection, Pool
from api.kit.demo import HANDLER_AGENCY, demo_person
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, given_code, given_key, given_person, tell, told
from tests.given.identity import demo_people
from tests.given.time import frozen
from tests.given.work import run_outbox

Headers = dict[str, str]
TITLES = "select title, body from message where person_id = $1 order by created_at, id"


class Helped:
    """An applicant, who helps them by their word, and the applicant's dossier at the demo handler's agency."""

    def __init__(self, client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files) -> None:
        self.client, self.tx, self.settings, self.files = client, tx, settings, files
        self.code, self.id = given_code(), ""
        self.mine: Headers = {}
        self.theirs: Headers = {}
        self.staff: Headers = {}
        self.owner, self.helper = UUID(int=0), UUID(int=0)

    async def ask(self, headers: Headers, kind: str = "question", **changes: Any) -> httpx.Response:
        body = {"id": str(uuid7()), "kind": kind, "text": "Bao giờ xong?"} | changes
        return await self.client.post(f"/v1/me/dossiers/{self.id}/questions", json=body, headers=headers)

    async def titles(self, person: UUID) -> list[str]:
        await run_outbox(self.tx, self.files, self.settings)
        return [row["title"] for row in await self.tx.fetch(TITLES, person)]


@pytest.fixture
async def helped(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[..., Headers],
) -> Helped:
    await demo_people(tx)
    helped = Helped(client, tx, settings, files)
    key = await given_key(tx, settings)
    helped.owner = await given_person(tx, phone="+84912345678")
    helped.mine = as_person(helped.owner)
    helped.helper = await given_person(tx, phone="+84987654321")
    helped.theirs = as_person(helped.helper)
    helped.staff = as_person(demo_person(Role.HANDLER), staff=True)
    for number, state in enumerate(("2", "10"), start=1):
        body = told(state, number, agency_code=HANDLER_AGENCY, occurred_at=now().isoformat())
        helped.id = (await tell(client, key, helped.code, body))["dossier_id"]
    share = {
        "code": helped.code, "phone_last4": LAST4, "relation": "helped", "purpose": "add_papers",
        "how": "spoken", "given_on": str(today()), "text_version": TEXT_VERSION,
    }  # fmt: skip
    answer = await client.post("/v1/me/dossier-shares", json=share, headers=helped.theirs)
    assert answer.status_code == 201
    return helped


async def test_who_follows_for_another_does_not_have_the_dossier_reopened(helped: Helped) -> None:
    for headers, may in ((helped.mine, True), (helped.theirs, False)):
        shown = (await helped.client.get(f"/v1/me/dossiers/{helped.id}", headers=headers)).json()
        assert ("reopen" in shown["may_ask"]) is may
        assert "question" in shown["may_ask"]
    refused = await helped.ask(helped.theirs, "reopen")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/dossier-question-refused")
    assert refused.json()["detail"].startswith("Chỉ chủ hồ sơ đề nghị xem lại được")
    assert (await helped.ask(helped.theirs)).status_code == 201
    assert (await helped.ask(helped.mine, "reopen")).status_code == 201


async def test_whom_the_applicant_let_go_reads_no_answer_either(helped: Helped) -> None:
    question = (await helped.ask(helped.theirs, may_call=True)).json()["questions"][-1]["id"]
    desk = "/v1/agency/dossier-questions"
    assert (await helped.client.get(desk, headers=helped.staff)).json()["items"][0]["phone"] == "+84987654321"
    followers = f"/v1/me/dossiers/{helped.id}/followers"
    (line,) = (await helped.client.get(followers, headers=helped.mine)).json()["items"]
    path = f"{followers}/{line['id']}"
    ended = await helped.client.put(path, json={"allowed": False}, headers=helped.mine)
    assert ended.json()["state"] == "ended"
    # Nor is their number there to be called and told.
    assert (await helped.client.get(desk, headers=helped.staff)).json()["items"][0]["phone"] is None
    path = f"{desk}/{question}/answer"
    body = {"answer": "Mời anh Nam đến nhận kết quả."}
    assert (await helped.client.post(path, json=body, headers=helped.staff)).status_code == 200
    assert await helped.titles(helped.helper) == ["Chủ hồ sơ đã dừng cho bạn theo dõi"]


async def test_a_question_nobody_can_answer_any_more_does_not_wait_for_ever(helped: Helped) -> None:
    question = (await helped.ask(helped.mine)).json()["questions"][-1]
    await helped.tx.execute("update dossier set agency_code = 'H57.99' where id = $1", helped.id)
    tell = partial(tell_overdue, helped.tx, settings=helped.settings)
    path = f"/v1/me/dossiers/{helped.id}"
    await tell()
    assert (await helped.client.get(path, headers=helped.mine)).json()["questions"][-1]["answer"] is None
    with frozen(datetime.fromisoformat(question["answer_by"]) + timedelta(minutes=1)):
        await tell()
        await helped.titles(helped.owner)
        await tell()
        titles = await helped.titles(helped.owner)
    assert titles.count("Hồ sơ: cơ quan trả lời bạn") == 1
    (known,) = (await helped.client.get(path, headers=helped.mine)).json()["questions"]
    assert helped.settings.hotline in known["answer"]


async def test_one_question_sent_many_times_at_once_is_one(
    committing_client: httpx.AsyncClient,
    database: Pool,
    settings: Settings,
    as_person: Callable[..., Headers],
) -> None:
    code = given_code()
    async with database.acquire() as connection:
        await demo_people(connection)
        key = await given_key(connection, settings)
        me = as_person(await given_person(connection, phone="+84912345678"))
    body = told("2", 1, agency_code=HANDLER_AGENCY)
    path = f"/v1/me/dossiers/{(await tell(committing_client, key, code, body))['dossier_id']}/questions"
    question = {"id": str(uuid7()), "kind": "question", "text": "Bao giờ xong?"}
    answers = await asyncio.gather(
        *(committing_client.post(path, json=question, headers=me) for _ in range(6))
    )
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
    assert all(len(answer.json()["questions"]) == 1 for answer in answers)
