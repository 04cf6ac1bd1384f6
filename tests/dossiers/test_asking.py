"""Citizens ask about their dossiers: eight working hours, one desk, and nobody else reads it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.dossiers.actions.asking import tell_overdue
from api.kit.db import Connection
from api.kit.demo import HANDLER_AGENCY, demo_agency, demo_person
from api.kit.files import Files
from api.kit.ids import uuid7
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, SystemKey, given_code, given_key, given_person, tell, told
from tests.given.identity import demo_people, granted
from tests.given.time import frozen
from tests.given.work import run_outbox

Headers = dict[str, str]
MONDAY = datetime(2026, 11, 16, 3, tzinfo=UTC)  # 10:00 in Vietnam: 24/11 is a holiday, none before
TUESDAY = MONDAY + timedelta(days=1)
TITLES = "select title, body, link from message where person_id = $1 order by created_at, id"


class World:
    """One dossier of the demo handler's agency and somebody who follows it."""

    def __init__(self, client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files) -> None:
        self.client, self.tx, self.settings, self.files = client, tx, settings, files
        self.code, self.id = given_code(), ""
        self.key: SystemKey
        self.person = UUID(int=0)
        self.as_person: Callable[..., Headers]

    @property
    def me(self) -> Headers:
        return self.as_person(self.person)

    def staff(self, role: Role) -> Headers:
        return self.as_person(demo_person(role), staff=True)

    async def step(self, state: str, sequence: int, **changes: Any) -> None:
        body = told(state, sequence, agency_code=HANDLER_AGENCY, deadline={"amount": 3}, **changes)
        self.id = (await tell(self.client, self.key, self.code, body))["dossier_id"]

    async def ask(
        self, kind: str = "question", text: str = "Bao giờ xong?", **changes: Any
    ) -> httpx.Response:
        body = {"id": str(uuid7()), "kind": kind, "text": text} | changes
        path = f"/v1/me/dossiers/{self.id}/questions"
        return await self.client.post(path, json=body, headers=self.me)

    async def asked(self, *args: Any, **changes: Any) -> dict[str, Any]:
        answer = await self.ask(*args, **changes)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()["questions"][-1]
        return found

    async def answer(self, question: str, role: Role = Role.HANDLER, **body: Any) -> httpx.Response:
        path = f"/v1/agency/dossier-questions/{question}/answer"
        return await self.client.post(path, json={"answer": "Thứ Năm."} | body, headers=self.staff(role))

    async def desk(self, **params: Any) -> dict[str, Any]:
        answer = await self.client.get(
            "/v1/agency/dossier-questions", params=params, headers=self.staff(Role.HANDLER)
        )
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def read(self) -> dict[str, Any]:
        found: dict[str, Any] = (await self.client.get(f"/v1/me/dossiers/{self.id}", headers=self.me)).json()
        return found

    async def titles(self, person: UUID) -> list[str]:
        await run_outbox(self.tx, self.files, self.settings)
        return [row["title"] for row in await self.tx.fetch(TITLES, person)]


@pytest.fixture
async def world(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[..., Headers],
) -> World:
    await demo_people(tx)
    world = World(client, tx, settings, files)
    world.key, world.as_person = await given_key(tx, settings), as_person
    world.person = await given_person(tx, phone="+84987654321")
    with frozen(MONDAY):
        await world.step("2", 1)
        body = {"code": world.code, "phone_last4": LAST4}
        assert (await client.post("/v1/me/dossiers", json=body, headers=world.me)).status_code == 201
    return world


async def test_the_answer_is_due_after_eight_working_hours_and_comes_to_timeline_and_inbox(
    world: World,
) -> None:
    with frozen(MONDAY):
        question = await world.asked(text="  Hồ sơ   của tôi\u200b sao rồi?  ")
        # 10:00: two hours till noon, four in the afternoon, two on Tuesday morning.
        hours = await world.tx.fetch(
            "select opens, closes from office_hours where scope = 'VN' order by opens"
        )
        assert [(f"{row['opens']:%H:%M}", f"{row['closes']:%H:%M}") for row in hours] == [
            ("07:30", "11:30"), ("13:00", "17:00"),
        ]  # fmt: skip
        assert question["answer_by"] == "2026-11-17T03:00:00Z"
        assert (question["text"], question["overdue"]) == ("Hồ sơ của tôi sao rồi?", False)
        (line,) = (await world.desk())["items"]
        assert (line["dossier_code"], line["text"], line["phone"]) == (world.code, question["text"], None)
        assert not {"person_id", "name", "display_name"} & set(line)
        assert "Người dân hỏi về hồ sơ" in await world.titles(demo_person(Role.HANDLER))
        done = await world.answer(question["id"])
        assert (done.status_code, done.json()["answer"], done.json()["overdue"]) == (200, "Thứ Năm.", False)
        assert (await world.answer(question["id"])).json()["type"] == "/problems/dossier-question-answered"
        assert await world.titles(world.person) == ["Hồ sơ: cơ quan trả lời bạn"]
        kinds = [(one["kind"], one["told"]) for one in (await world.read())["timeline"]]
        assert kinds[1:] == [("question", "Hồ sơ của tôi sao rồi?"), ("answer", "Thứ Năm.")]
        assert (await world.desk())["items"] == []
        assert [one["answer"] for one in (await world.desk(answered=True))["items"]] == ["Thứ Năm."]


async def test_nobody_else_reads_it(world: World) -> None:
    question = await world.asked()
    other = await given_person(world.tx)
    body = {"code": world.code, "phone_last4": LAST4}
    theirs = await world.client.post("/v1/me/dossiers", json=body, headers=world.as_person(other))
    assert theirs.json()["questions"] == []
    assert [one["kind"] for one in theirs.json()["timeline"]] == ["state"]
    anonymous = await world.client.post("/v1/dossiers/lookup", json=body)
    assert (anonymous.json()["questions"], anonymous.json()["may_ask"]) == ([], [])
    for role in (Role.OFFICER, Role.ADMIN, Role.VOLUNTEER):
        path = "/v1/agency/dossier-questions"
        assert (await world.client.get(path, headers=world.staff(role))).status_code == 403
        assert (await world.answer(question["id"], role)).status_code == 403
    # A handler of another agency: nothing is there.
    await granted(world.tx, other, Role.HANDLER, agency_id=demo_agency("46-hcc"))
    stranger = world.as_person(other, staff=True)
    listed = await world.client.get("/v1/agency/dossier-questions", headers=stranger)
    assert (listed.json()["items"], listed.json()["open"]) == ([], 0)
    path = f"/v1/agency/dossier-questions/{question['id']}/answer"
    refused = await world.client.post(path, json={"answer": "x"}, headers=stranger)
    assert (refused.status_code, refused.json()["type"]) == (404, "/problems/dossier-question-not-found")
    counts = await world.client.get("/v1/agency/dossier-question-counts", headers=world.staff(Role.OFFICER))
    assert question["text"] not in counts.text


async def test_one_question_waits_at_a_time_and_its_id_makes_it_safe_to_repeat(world: World) -> None:
    identity = str(uuid7())
    first, again = await world.ask(id=identity), await world.ask(id=identity)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["questions"] == again.json()["questions"]
    assert (await world.ask(id=identity, text="Khác")).status_code == 422
    second = await world.ask()
    assert (second.status_code, second.json()["type"]) == (409, "/problems/dossier-question-open")
    assert (await world.ask(text="\u200b")).status_code == 422
    stranger = world.as_person(await given_person(world.tx))
    body = {"id": str(uuid7()), "kind": "question", "text": "?"}
    path = f"/v1/me/dossiers/{world.id}/questions"
    assert (await world.client.post(path, json=body, headers=stranger)).status_code == 404


async def test_a_day_has_five_questions(world: World) -> None:
    for _ in range(5):
        assert (await world.answer((await world.asked())["id"])).status_code == 200
    assert (await world.ask()).status_code == 429


async def test_my_number_is_shown_only_when_i_say_so_and_until_the_answer(world: World) -> None:
    question = await world.asked(may_call=True)
    assert (await world.desk())["items"][0]["phone"] == "+84987654321"
    assert (await world.answer(question["id"])).json()["phone"] is None


async def test_calling_back_is_for_late_or_finished_dossiers_and_reopening_for_finished_ones(
    world: World,
) -> None:
    with frozen(MONDAY):
        assert (await world.read())["may_ask"] == ["question"]
        early = await world.ask("contact")
        assert (early.status_code, early.json()["type"]) == (409, "/problems/dossier-question-refused")
    late = MONDAY + timedelta(days=4)
    with frozen(late):
        assert (await world.read())["may_ask"] == ["question", "contact"]
        await world.answer((await world.asked("contact"))["id"])
        await world.step("10", 2, occurred_at=late.isoformat())
        assert (await world.read())["may_ask"] == ["question", "contact", "reopen"]
        question = await world.asked("reopen", text="Sai tên đệm")
        undecided = await world.answer(question["id"])
        assert (undecided.status_code, undecided.json()["errors"][0]["field"]) == (422, "agreed")
        done = await world.answer(question["id"], agreed=True)
        assert (done.status_code, done.json()["agreed"]) == (200, True)
        shown = await world.read()
        assert [one["state_name"] for one in shown["timeline"]][-2:] == [
            "Bạn đề nghị xem lại hồ sơ", "Cơ quan đồng ý xem lại hồ sơ",
        ]  # fmt: skip
        assert (await world.answer((await world.asked())["id"], agreed=True)).status_code == 422
    with frozen(late + timedelta(days=31)):
        assert (await world.read())["may_ask"] == ["question", "contact"]


async def test_an_agency_without_a_desk_cannot_be_asked(world: World) -> None:
    await world.step("4", 2)
    await tell(world.client, world.key, world.code, told("4", 3, agency_code="H57.99"))
    assert (await world.read())["may_ask"] == []
    refused = await world.ask()
    assert refused.status_code == 409
    assert world.settings.hotline in refused.json()["detail"]


async def test_what_waits_too_long_is_counted_and_told_of_once(world: World) -> None:
    with frozen(MONDAY):
        await world.asked()
        await tell_overdue(world.tx, settings=world.settings)
        assert await world.titles(demo_person(Role.OFFICER)) == []
    with frozen(TUESDAY + timedelta(hours=2)):
        desk = await world.desk()
        assert (desk["open"], desk["overdue"], desk["items"][0]["overdue"]) == (1, 1, True)
        for role in (Role.OFFICER, Role.HANDLER):
            path = "/v1/agency/dossier-question-counts"
            (line,) = (await world.client.get(path, headers=world.staff(role))).json()["items"]
            assert (line["open"], line["overdue"], line["oldest_due_at"]) == (1, 1, "2026-11-17T03:00:00Z")
        for _ in range(2):
            await tell_overdue(world.tx, settings=world.settings)
        for role in (Role.OFFICER, Role.HANDLER):
            told_of = [title for title in await world.titles(demo_person(role)) if "quá 8 giờ" in title]
            assert told_of == ["1 câu hỏi của người dân quá 8 giờ làm việc chưa trả lời"]
        assert (await world.answer((await world.desk())["items"][0]["id"])).json()["overdue"] is True
        path = "/v1/agency/dossier-question-counts"
        (line,) = (await world.client.get(path, headers=world.staff(Role.OFFICER))).json()["items"]
        assert (line["overdue"], line["answered_in_time"], line["answered_late"]) == (0, 0, 1)


async def test_a_closed_office_does_not_make_an_answer_late(world: World) -> None:
    with frozen(MONDAY):
        await world.asked()
        path = f"/v1/admin/calendar/{HANDLER_AGENCY}/2026-11-17"
        flood = {"kind": "local_closure", "name": "Nghỉ do lũ", "source": "Công văn 12/UBND"}
        closed = await world.client.put(path, json=flood, headers=world.staff(Role.ADMIN))
        assert closed.status_code == 204
        await run_outbox(world.tx, world.files, world.settings)
        assert (await world.desk())["items"][0]["answer_by"] == "2026-11-18T03:00:00Z"
    with frozen(TUESDAY + timedelta(hours=2)):
        assert (await world.desk())["overdue"] == 0


async def test_the_desk_has_pages_the_most_pressing_first(world: World) -> None:
    people = [world.person, await given_person(world.tx), await given_person(world.tx)]
    for number, person in enumerate(people):
        world.person = person
        with frozen(MONDAY + timedelta(hours=number)):
            body = {"code": world.code, "phone_last4": LAST4}
            await world.client.post("/v1/me/dossiers", json=body, headers=world.me)
            await world.asked(text=str(number))
    with frozen(TUESDAY):
        for answered in (False, True):
            seen, cursor = [], None
            while True:
                page = await world.desk(limit=2, answered=answered, **({"cursor": cursor} if cursor else {}))
                seen += [line["text"] for line in page["items"]]
                if not (cursor := page["next"]):
                    break
            assert seen == (["2", "1", "0"] if answered else ["0", "1", "2"])
            if not answered:
                for line in (await world.desk())["items"]:
                    assert (await world.answer(line["id"])).status_code == 200
