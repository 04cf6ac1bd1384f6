"""Looking after a team: how far each hamlet is, promises kept, help asked for and given, families that ask for a visit."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from tests.given.leading import given_leader
from tests.given.outreach import Walker, given_walker, seen

Headers = Callable[..., dict[str, str]]
DAY = timedelta(days=1)


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx, hamlets=2)


async def test_a_team_at_one_look(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    phone = walker.phone()
    met, away, refused, fresh = (phone.household(f"Hộ số {number}") for number in range(4))
    phone.household("Hộ bên kia", hamlet_id=walker.hamlet_ids[1])
    merged = phone.household("Nhập nhầm")
    phone.note("household_removed", household_id=merged, reason="Nhập hai lần")
    adult = phone.adult(met)
    phone.visit(met, seen(adult, next_step="Làm lại VNeID mức 2"), at=now() - 9 * DAY)
    midnight = now().replace(hour=17, minute=0, second=0, microsecond=0) - 5 * DAY
    for days, hour in ((0, 9), (0, 19), (1, 9)):
        phone.visit(away, result="nobody_home", at=midnight + days * DAY + timedelta(hours=hour))
    phone.visit(refused, result="refused", at=now() - 8 * DAY)
    await phone.send(tx)
    boss, mine = (
        as_person(await given_leader(tx, walker), staff=True), as_person(walker.person_id, staff=True)
    )  # fmt: skip
    params = {"team_id": str(walker.team_id)}
    await client.post(
        "/v1/outreach/help-calls",
        json={**params, "id": str(uuid4()), "kind": "language", "household_id": str(fresh)},
        headers=mine,
    )
    found = await client.get("/v1/outreach/supervision", params=params, headers=boss)
    assert found.status_code == 200, found.text
    team = found.json()
    figures = {
        key: sum(hamlet[key] for hamlet in team["hamlets"])
        for key in ("households", "visited", "met", "non_contact", "refused")
    }
    assert figures == {"households": 5, "visited": 3, "met": 1, "non_contact": 1, "refused": 1}
    assert len(team["hamlets"]) == 2
    waits = ("follow_ups_open", "follow_ups_overdue", "help_calls_open", "doubts_open", "audits_open")
    assert [team[key] for key in waits] == [1, 1, 1, 0, 0]
    assert (team["members"], team["visits_week"], team["households_met_week"]) == (2, 3, 0)
    assert (await client.get("/v1/outreach/supervision", params=params, headers=mine)).status_code == 403


async def test_what_somebody_needs_next_is_promised_and_kept(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    mine, params = as_person(walker.person_id, staff=True), {"team_id": str(walker.team_id)}
    phone = walker.phone()
    home, promised = phone.household("Hộ số 1"), phone.household("Hộ số 2")
    her, him = phone.adult(home, "Bác gái"), phone.adult(home, "Bác trai")
    visit = phone.visit(
        home, seen(her, next_step="Đổi thẻ BHYT"), seen(him, next_step="Ổ gà trước ngõ"), at=now() - 2 * DAY
    )
    phone.visit(promised, result="revisit", at=now() - 6 * DAY, revisit_at=now() - 3 * DAY)
    await phone.send(tx)

    async def todo() -> list[tuple[str, str | None, bool]]:
        answer = await client.get("/v1/outreach/follow-ups", params=params, headers=mine)
        return [(one["kind"], one["words"], one["overdue"]) for one in answer.json()["items"]]

    steps = [("step", "Đổi thẻ BHYT", False), ("step", "Ổ gà trước ngõ", False)]
    assert await todo() == [("revisit", None, True), *steps]

    async def settle(adult: UUID, status: int, **how: Any) -> None:
        body = {**params, "visit_id": str(visit), "adult_id": str(adult), **how}
        answer = await client.post("/v1/outreach/follow-ups/settle", json=body, headers=mine)
        assert answer.status_code == status, answer.text

    await settle(him, 422, outcome="report")
    await settle(him, 204, outcome="report", consent=True, note="Đã gửi phản ánh giúp")
    await settle(him, 404, outcome="done")
    assert await todo() == [("revisit", None, True), steps[0]]
    phone.visit(promised, result="nobody_home")
    await phone.send(tx)
    assert await todo() == [steps[0]]
    stranger = as_person((await given_walker(tx)).person_id, staff=True)
    assert (await client.get("/v1/outreach/follow-ups", params=params, headers=stranger)).status_code == 403
    phone.note("adult_changed", adult_id=her, consent=False)
    await phone.send(tx)
    assert await todo() == [], "who withdrew is not named here either"


async def test_help_is_asked_for_once_and_answered(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    boss, mine = (
        as_person(await given_leader(tx, walker), staff=True), as_person(walker.person_id, staff=True)
    )  # fmt: skip
    call = {"id": str(uuid4()), "team_id": str(walker.team_id), "kind": "together", "words": "Xóm xa, đi tối"}
    path = "/v1/outreach/help-calls"
    for _ in range(2):
        assert (await client.post(path, json=call, headers=mine)).status_code == 201
    (line,) = (await client.get(path, headers=boss)).json()["items"]
    assert (line["kind"], line["mine"], line["answer"]) == ("together", False, None)
    answer = f"{path}/{call['id']}/answer"
    said = {"answer": "Tối mai anh Nam đi cùng"}
    assert (await client.post(answer, json=said, headers=mine)).status_code == 403
    assert (await client.post(answer, json=said, headers=boss)).json()["answer"] == said["answer"]
    assert (await client.post(answer, json=said, headers=boss)).status_code == 404
    (line,) = (await client.get(path, headers=mine)).json()["items"]
    assert (line["mine"], line["answer"]) == (True, said["answer"])
    stranger = as_person((await given_walker(tx)).person_id, staff=True)
    assert (await client.get(path, headers=stranger)).json()["items"] == []
    assert (await client.post(path, json={**call, "id": str(uuid4())}, headers=stranger)).status_code == 403


async def test_a_family_asks_and_its_door_moves_up(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    family = uuid4()
    await tx.execute("insert into person (id, phone, demo) values ($1, '+84912000111', true)", family)
    citizen, mine = as_person(family), as_person(walker.person_id, staff=True)
    phone = walker.phone()
    home, other = phone.household("Hộ số 1"), phone.household("Hộ số 2", adults_total=3)
    await phone.send(tx)
    choices = await client.get(
        "/v1/outreach/visit-requests/hamlets", params={"commune": walker.commune_code}, headers=citizen
    )
    assert {one["id"] for one in choices.json()["items"]} == set(map(str, walker.hamlet_ids))
    path = "/v1/outreach/visit-requests"
    ask = {
        "hamlet_id": str(walker.hamlet_ids[0]),
        "words": "Nhà ngói đầu ngõ 5, sau trường học",
        "consent": True,
    }
    assert (await client.post(path, json={**ask, "consent": False}, headers=citizen)).status_code == 422
    made = (await client.post(path, json=ask, headers=citizen)).json()
    again = (await client.post(path, json={**ask, "words": "Nhà ngói, cổng xanh"}, headers=citizen)).json()
    assert (again["id"], again["words"], again["state"]) == (made["id"], "Nhà ngói, cổng xanh", "open")
    (line,) = (await client.get(path, headers=mine)).json()["items"]
    assert (line["words"], line["phone"]) == ("Nhà ngói, cổng xanh", None), "no number without a yes to calls"
    tonight = (await client.get("/v1/outreach/tonight", headers=mine)).json()["items"]
    assert [door["household_id"] for door in tonight] == [str(other), str(home)]
    place = f"{path}/{made['id']}/place"
    placed = (await client.post(place, json={"household_id": str(home)}, headers=mine)).json()
    assert placed["household"] == "Hộ số 1"
    first = (await client.get("/v1/outreach/tonight", headers=mine)).json()["items"][0]
    assert first["household_id"] == str(home)
    assert [point["code"] for point in first["points"]] == ["asked", "never_visited"]
    phone.visit(home, result="met", minutes=0)
    await phone.send(tx)
    (mine_now,) = (await client.get(f"{path}/mine", headers=citizen)).json()["items"]
    assert mine_now["state"] == "helped"
    anew = (await client.post(path, json=ask, headers=citizen)).json()
    assert (anew["id"], anew["state"]) == (made["id"], "open")
    gone = (await client.post(f"{path}/{made['id']}/withdraw", headers=citizen)).json()
    assert (gone["state"], gone["words"]) == ("withdrawn", "-")
    stranger = as_person((await given_walker(tx)).person_id, staff=True)
    assert (await client.get(path, headers=stranger)).json()["items"] == []
