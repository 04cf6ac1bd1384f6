"""Requests about people's data: asked, answered and done inside the legal days, by a desk that sees its clocks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest

from api.kit.calendar import Calendar
from api.kit.clock import VN, now
from api.kit.db import Connection
from api.kit.demo import demo_person
from api.kit.files import Files
from api.kit.holidays import shipped_holidays, shipped_office_hours
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from outreach.rights import actions, rules
from outreach.rights.actions import telling
from outreach.rights.contracts import (
    NewRightsRequest,
    RequestKind,
    RequestLine,
    RightsClock,
    RightsCorrection,
    RightsWay,
)
from tests.given.identity import demo_people
from tests.given.outreach import Walker, given_walker, seen
from tests.given.outreach_sync import totals
from tests.given.time import frozen
from tests.given.web import outcome
from tests.given.work import run_outbox

Headers = dict[str, str]
ROOT = "/v1/outreach"
MINE, DESK = f"{ROOT}/my-rights-requests", f"{ROOT}/rights-requests"
CALENDAR = Calendar(shipped_holidays(), shipped_office_hours())


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    await demo_people(tx)
    return await given_walker(tx)


@pytest.fixture
def officer(as_role: Callable[[Role], Headers]) -> Headers:
    return as_role(Role.OFFICER)


@pytest.fixture
def citizen(as_role: Callable[[Role], Headers]) -> Headers:
    return as_role(Role.CITIZEN)


def day_of(at: datetime) -> str:
    return at.astimezone(VN).date().isoformat()


@pytest.mark.parametrize(
    ("received", "kind", "answer", "done"),
    [
        # A Friday before Tết: offices reopen on Monday 23 February.
        ("2026-02-13T16:00", RequestKind.WITHDRAW, "2026-02-24", "2026-03-02"),
        # Saturday 22 August 2026 is worked; 2 September is a holiday of two days.
        ("2026-08-20T09:00", RequestKind.VIEW, "2026-08-22", "2026-09-03"),
        ("2026-11-02T23:50", RequestKind.DELETE, "2026-11-04", "2026-11-23"),
        ("2026-11-02T08:00", RequestKind.OBJECT, "2026-11-04", "2026-11-17"),
    ],
)
def test_the_legal_days_of_a_request(received: str, kind: RequestKind, answer: str, done: str) -> None:
    due = rules.due_of(CALENDAR, kind, datetime.fromisoformat(received).replace(tzinfo=VN))
    assert (day_of(due.answer_at), day_of(due.done_at)) == (answer, done)


def test_longer_is_fifteen_days_and_counts_from_twenty_when_others_hold_part_of_it() -> None:
    at = datetime(2026, 11, 2, 8, tzinfo=VN)
    due = rules.due_of(CALENDAR, RequestKind.WITHDRAW, at).done_at
    plain = rules.longer(CALENDAR, RequestKind.WITHDRAW, at, due, third_party=False)
    shared = rules.longer(CALENDAR, RequestKind.WITHDRAW, at, due, third_party=True)
    assert (day_of(plain), day_of(shared)) == ("2026-12-02", "2026-12-08")
    viewed = rules.due_of(CALENDAR, RequestKind.VIEW, at).done_at
    assert rules.longer(CALENDAR, RequestKind.VIEW, at, viewed, third_party=True) == rules.longer(
        CALENDAR, RequestKind.VIEW, at, viewed, third_party=False
    )


def test_the_clock_that_runs_is_the_answers_until_there_is_one() -> None:
    at = datetime(2026, 11, 2, 1, tzinfo=UTC)
    due = rules.due_of(CALENDAR, RequestKind.WITHDRAW, at)
    line = RequestLine(
        id=uuid7(), kind=RequestKind.WITHDRAW, way=RightsWay.APP, commune_code="19750", commune_name="", words=None,
        household_id=None, household=None, adult_id=None, adult=None, third_party=False, received_at=at,
        answer_due_at=due.answer_at, answered_at=None, done_due_at=due.done_at, extended_at=None, closed_at=None,
        outcome=None, steps=[],
    )  # fmt: skip
    fresh = rules.on_clock(line, CALENDAR, at)
    assert (fresh.clock, fresh.days_left, fresh.late) == (RightsClock.ANSWER, 2, False)
    late = rules.on_clock(line, CALENDAR, due.answer_at + timedelta(days=1))
    assert (late.days_left, late.late) == (-1, True)
    told = msgspec.structs.replace(line, answered_at=at)
    assert rules.on_clock(told, CALENDAR, at).clock is RightsClock.DO
    over = msgspec.structs.replace(line, closed_at=at)
    assert rules.on_clock(over, CALENDAR, due.done_at + timedelta(days=9)).clock is None


def test_what_is_put_right_of_a_person_is_not_of_their_house() -> None:
    assert rules.fields_of(RightsCorrection(label="Bác", reference="Hộ 5")) == (
        {"label": "Bác"},
        {"reference": "Hộ 5"},
    )
    assert rules.fields_of(None) == ({}, {})


async def asked(client: httpx.AsyncClient, citizen: Headers, walker: Walker, kind: str) -> dict[str, Any]:
    """A request of the demo citizen about a house of that team."""
    new = {"id": str(uuid7()), "kind": kind, "commune_code": walker.commune_code, "words": "Hộ số 4, ngõ 2"}
    made = await client.post(MINE, json=new, headers=citizen)
    assert made.status_code == 201, made.text
    found: dict[str, Any] = made.json()
    again = await client.post(MINE, json=new, headers=citizen)
    assert again.json() == found, "sending again is safe"
    return found


async def test_a_withdrawal_from_asking_to_every_phone(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, officer: Headers, *, citizen: Headers,
    settings: Settings, files: Files,
) -> None:  # fmt: skip
    phone = walker.phone()
    home = phone.household("Hộ số 4, ngõ 2")
    adult = phone.adult(home, "Bác Tư")
    phone.visit(home, seen(adult, S07="alone_observed"))
    await phone.send(tx)
    before = await totals(tx)
    mine = await asked(client, citizen, walker, "withdraw")
    await run_outbox(tx, files, settings)
    title = await tx.fetchval("select title from message where person_id = $1", demo_person(Role.OFFICER))
    assert title == "Yêu cầu mới về dữ liệu cá nhân: rút đồng ý"
    queue = (await client.get(DESK, headers=officer)).json()
    (line,) = queue["items"]
    assert (line["clock"], line["late"], queue["open"]) == ("answer", False, 1)
    assert (line["id"], line["words"]) == (mine["id"], "Hộ số 4, ngõ 2")
    one = f"{DESK}/{mine['id']}"
    said = await client.post(f"{one}/answer", json={"words": "Đã nhận, sẽ xóa trong tuần"}, headers=officer)
    assert said.json()["clock"] == "do"
    early = await client.post(f"{one}/carry-out", json={"words": "Đã xóa"}, headers=officer)
    assert outcome(early) == (422, "rights-request-incomplete")
    found = (await client.get(f"{one}/candidates?q=hộ số 4", headers=officer)).json()["items"]
    assert [(item["id"], [one["label"] for one in item["adults"]]) for item in found] == [
        (str(home), ["Bác Tư"])
    ]
    whose = {"household_id": str(home), "adult_id": str(adult)}
    assert (await client.post(f"{one}/subject", json=whose, headers=officer)).json()["adult"] == "Bác Tư"
    done = await client.post(f"{one}/carry-out", json={"words": "Đã xóa khỏi mọi máy"}, headers=officer)
    assert (done.status_code, done.json()["outcome"]) == (200, "done")
    assert await tx.fetchval("select label from adult") == "Đã rút đồng ý"
    assert await totals(tx) == before
    again = await client.post(f"{one}/carry-out", json={"words": "Đã xóa"}, headers=officer)
    assert outcome(again) == (409, "rights-request-moved-on")
    (own,) = (await client.get(MINE, headers=citizen)).json()["items"]
    assert (own["outcome"], own["words"]) == ("done", None)
    assert [step["what"] for step in own["steps"]] == ["received", "answered", "done"]
    assert own["steps"][1]["words"] == "Đã nhận, sẽ xóa trong tuần"
    await run_outbox(tx, files, settings)
    told = await tx.fetch(
        "select title from message where person_id = $1 order by created_at, id", demo_person(Role.CITIZEN)
    )
    assert [row["title"] for row in told] == [
        "Yêu cầu rút đồng ý của bạn đã được trả lời", "Yêu cầu rút đồng ý của bạn đã được thực hiện",
    ]  # fmt: skip


async def test_a_household_asks_at_the_door_to_see_correct_and_be_left_alone(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, officer: Headers, *, as_person: Callable[..., Headers]
) -> None:  # fmt: skip
    phone = walker.phone()
    home = phone.household("Hộ số 4")
    adult = phone.adult(home, "Bác Tư", birth_year=1950)
    phone.visit(home, seen(adult, S07="with_help"))
    await phone.send(tx)
    volunteer = as_person(walker.person_id, staff=True)

    async def told(kind: str, **more: str) -> str:
        new = {"id": str(uuid7()), "kind": kind, "household_id": str(home)} | more
        made = await client.post(DESK, json=new, headers=volunteer)
        assert (made.status_code, made.json()["way"]) == (201, "at_door")
        return f"{DESK}/{made.json()['id']}"

    view = await told("view", adult_id=str(adult))
    kept = (await client.get(f"{view}/export", headers=officer)).json()
    assert kept["household"]["reference"] == "Hộ số 4"
    assert [one["birth_year"] for one in kept["adults"]] == [1950]
    assert kept["visits"][0]["seen"][0]["skills"] == {"S07": "with_help"}
    assert outcome(await client.get(f"{view}/export", headers=volunteer)) == (404, "rights-request-not-found")
    fix = await told("correct", adult_id=str(adult))
    bare = await client.post(f"{fix}/carry-out", json={"words": "Đã sửa"}, headers=officer)
    assert outcome(bare) == (422, "rights-request-incomplete")
    right = {"words": "Đã sửa", "correction": {"birth_year": 1951, "reference": "Hộ số 4A"}}
    assert (await client.post(f"{fix}/carry-out", json=right, headers=officer)).json()["outcome"] == "done"
    row = await tx.fetchrow("select a.birth_year, d.reference from adult a, household d")
    assert row is not None
    assert tuple(row) == (1951, "Hộ số 4A")
    leave = await told("object")
    assert (
        await client.post(f"{leave}/carry-out", json={"words": "Sẽ không đến nữa"}, headers=officer)
    ).status_code == 200
    assert await tx.fetchval("select no_contact_at is not null from household")
    theirs = (await given_walker(tx)).phone().household()
    far = {"id": str(uuid7()), "kind": "view", "household_id": str(theirs)}
    assert outcome(await client.post(DESK, json=far, headers=volunteer)) == (
        404,
        "rights-household-not-found",
    )


async def test_longer_refused_and_taken_back(
    client: httpx.AsyncClient, walker: Walker, officer: Headers, citizen: Headers
) -> None:
    mine = await asked(client, citizen, walker, "delete")
    one = f"{DESK}/{mine['id']}"
    more = await client.post(f"{one}/extend", json={"reason": "Cần đối chiếu sổ giấy"}, headers=officer)
    assert more.json()["done_due_at"] > mine["done_due_at"]
    twice = await client.post(f"{one}/extend", json={"reason": "Cần thêm nữa"}, headers=officer)
    assert outcome(twice) == (409, "rights-request-moved-on")
    no = await client.post(f"{one}/refuse", json={"words": "Không tìm thấy hộ nào như vậy"}, headers=officer)
    assert no.json()["outcome"] == "refused"
    other = await asked(client, citizen, walker, "view")
    back = await client.post(f"{MINE}/{other['id']}/take-back", headers=citizen)
    assert back.json()["outcome"] == "taken_back"
    called = {
        "id": str(uuid7()),
        "kind": "view",
        "commune_code": walker.commune_code,
        "words": "Gọi điện, hộ số 9",
    }
    noted = await client.post(f"{DESK}/office", json=called, headers=officer)
    assert (noted.status_code, noted.json()["way"], noted.json()["clock"]) == (201, "office", "answer")
    far = called | {"id": str(uuid7()), "commune_code": "00004"}
    assert outcome(await client.post(f"{DESK}/office", json=far, headers=officer)) == (
        404,
        "rights-request-not-found",
    )
    closed = (await client.get(f"{DESK}?closed=true", headers=officer)).json()
    assert (len(closed["items"]), closed["open"], closed["late"]) == (2, 0, 0)
    nowhere = {"id": str(uuid7()), "kind": "view", "commune_code": "99999", "words": "Hộ số 4"}
    assert outcome(await client.post(MINE, json=nowhere, headers=citizen)) == (422, "invalid")


async def test_the_desk_hears_every_morning_what_is_late(tx: Connection, walker: Walker) -> None:
    who = Principal(person_id=demo_person(Role.CITIZEN), session_id=uuid7())
    new = NewRightsRequest(
        id=uuid7(), kind=RequestKind.VIEW, commune_code=walker.commune_code, words="Hộ số 4"
    )
    await actions.ask(tx, who, new)
    with frozen(now() + timedelta(days=5)):
        late = await telling.warn_due(tx)
        desk = Principal(person_id=UUID(int=1), session_id=uuid7(), roles=frozenset({Role.ADMIN}))
        queue = await actions.list_queue(tx, desk, closed=False)
    assert {one.person_id for one in late} >= {demo_person(Role.OFFICER)}
    assert "Quá hạn: 1." in late[0].body
    assert (queue.late, queue.items[0].late) == (1, True)
