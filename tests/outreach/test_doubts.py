"""What about visits a person should look at: each reason by itself, what is no doubt, and that nothing follows from one."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.geo import distance_m
from outreach.supervision.contracts import Knock, PlaceCheck
from outreach.supervision.rules import kappa
from outreach.supervision.rules.doubting import chance_of, chi_square_tail, doubts
from tests.given.leading import given_leader, given_officer
from tests.given.outreach import Walker, given_walker, seen
from tests.given.outreach_sync import totals

Headers = Callable[..., dict[str, str]]
START = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
"""9:00 in Vietnam."""
MINUTE = timedelta(minutes=1)
WHO = UUID(int=7)


def knock(number: int, begin: float, minutes: float = 10, **changes: Any) -> Knock:
    """A visit so many minutes after nine, in a house of its own."""
    plain = Knock(
        visit_id=UUID(int=1000 + number),
        person_id=WHO,
        household_id=UUID(int=number),
        started_at=START + begin * MINUTE,
        ended_at=START + (begin + minutes) * MINUTE,
        result="met",
        timed=True,
        lat=None,
        lon=None,
        answers=str(number),
        answered=4,
    )
    return msgspec.structs.replace(plain, **changes)


def codes(*knocks: Knock) -> list[tuple[str, str]]:
    """Kinds of doubt and their sentences."""
    return [(doubt.code, doubt.reason) for doubt in doubts(knocks)]


def fixes(many: int, **check: Any) -> list[Knock]:
    """Visits fifteen minutes apart with what the phone said of its place."""
    place = PlaceCheck(**{"away_m": 20, "accuracy_m": 15, **check})
    return [knock(number, 15 * number, place_check=place) for number in range(many)]


def test_hard_case_33_reasons_with_rank() -> None:
    """Forty in an hour, 12 km away, forty times one fix, a place set by hand, overlap, one photo, equal answers."""
    forty = [knock(number, 1.4 * number, 1) for number in range(40)]
    assert codes(*forty) == [("speed", "40 lượt thăm trong một giờ")]
    assert codes(*fixes(1, away_m=12_400, accuracy_m=30)) == [
        ("far", "1 lượt ghi khi điện thoại cách nhà xa nhất 12 km")
    ]
    assert codes(*fixes(40, spot="00aa00aa00aa00aa")) == [
        ("same_spot", "40 lượt ở 40 nhà có vị trí trùng khít nhau")
    ]
    assert codes(*fixes(2, mock=True)) == [("mock", "2 lượt ghi khi điện thoại bật vị trí giả")]
    both = [knock(1, 0, 10), knock(2, 6, 10)]
    assert codes(*both) == [("overlap", "Hai lượt thăm ở hai nhà chồng giờ nhau 4 phút")]
    photo = [knock(1, 0, photos=["ab" * 32]), knock(2, 20, photos=["ab" * 32], person_id=UUID(int=8))]
    assert [doubt.person_id for doubt in doubts(photo) if doubt.code == "photo"] == [WHO, UUID(int=8)]
    equal = [knock(number, 15 * number, answers="true|{}", answered=3) for number in range(12)]
    assert codes(*equal) == [("same_answers", "12 trên 12 lượt có câu trả lời giống hệt nhau")]
    jump = [knock(1, 0, lat=16.46, lon=107.59), knock(2, 12, lat=16.57, lon=107.59)]
    assert codes(*jump) == [("jump", "Đi 12,2 km giữa hai nhà trong 2 phút")]
    everything = doubts([*equal, *(msgspec.structs.replace(one, person_id=UUID(int=9)) for one in both)])
    assert [(doubt.rank, doubt.code) for doubt in everything] == [(1, "overlap"), (2, "same_answers")]


def test_hard_case_33_what_is_no_doubt() -> None:
    """No place, a place known to 2 km indoors, paper, a clock only bounded, one house twice, a good evening."""
    assert codes(*(knock(number, 15 * number) for number in range(8))) == []
    assert codes(*fixes(30, away_m=1900, accuracy_m=2000)) == []
    assert codes(*fixes(30, away_m=30_000, accuracy_m=2000)) == []
    assert codes(*(knock(number, 1.4 * number, 1, timed=False) for number in range(40))) == []
    again = knock(2, 5, household_id=UUID(int=1))
    assert codes(knock(1, 0), again) == []
    near = [knock(1, 0, lat=16.4601, lon=107.59), knock(2, 10.1, lat=16.4605, lon=107.59)]
    assert codes(*near) == []
    assert codes(*(knock(number, 15 * number, answers="true", answered=1) for number in range(12))) == []
    varied = [knock(number, 15 * number, answers=str(number % 5)) for number in range(12)]
    assert codes(*varied) == []


def test_talks_far_shorter_than_the_teams() -> None:
    team = [knock(100 + number, 15 * number, 12, person_id=UUID(int=8)) for number in range(40)]
    mine = [knock(number, 15 * number, 0.5) for number in range(10)]
    assert codes(*team, *mine) == [("short", "10 trên 10 lượt gặp ngắn hơn 120 giây, tổ thường mất 12 phút")]
    assert codes(*team, *mine[:9]) == []


def test_nobody_home_far_more_often_than_for_the_team() -> None:
    team = [knock(100 + number, 15 * number, person_id=UUID(int=8)) for number in range(20)]
    mine = [knock(number, 15 * number, 1, result="nobody_home", answered=0) for number in range(20)]
    assert codes(*team, *mine) == [("away_share", "20 trên 20 lượt không gặp ai, cả tổ 0 %")]


def test_the_last_figures_of_minutes_as_in_the_reference() -> None:
    """TV24."""
    counts = [31, 4, 6, 5, 7, 24, 3, 6, 8, 6]
    assert chance_of(counts) == pytest.approx(1.12e-13, rel=5e-3)
    assert chi_square_tail(16.918977604620448, 9) == pytest.approx(0.05, abs=1e-9)
    assert chi_square_tail(5.991464547107979, 2) == pytest.approx(0.05, abs=1e-9)
    assert chi_square_tail(0, 9) == 1
    assert distance_m(16.4637, 107.5909, 16.4737, 107.5909) == pytest.approx(1111.9508, abs=1e-3)
    tens = [knock(number, 30 * number, 5) for number in range(60)]
    assert codes(*tens) == [("digits", "60 trên 60 giờ bắt đầu có phút tận cùng là 0")]
    assert codes(*(knock(number, 31 * number, 5) for number in range(60))) == []


def test_agreement_beyond_chance() -> None:
    yes_no = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    assert kappa(yes_no) == pytest.approx(0.4)
    assert kappa([]) is None
    assert kappa([(True, True)]) is None


@pytest.fixture
async def walker(tx: Connection) -> Walker:
    return await given_walker(tx)


async def test_hard_case_33_a_leader_looks_and_nothing_is_taken_away(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    phone = walker.phone()
    homes = [phone.household(f"Hộ số {number}") for number in range(22)]
    evening = (now() - timedelta(days=1)).replace(hour=12)  # one day in Vietnam, whenever this runs
    for number, home in enumerate(homes):
        phone.visit(home, result="nobody_home", at=evening + number * MINUTE, minutes=0)
    await phone.send(tx)
    before = await totals(tx)
    boss = as_person(await given_leader(tx, walker), staff=True)
    mine = as_person(walker.person_id, staff=True)
    params = {"team_id": str(walker.team_id)}
    found = (await client.get("/v1/outreach/doubts", params=params, headers=boss)).json()
    (doubt,) = found["items"]
    assert (doubt["rank"], doubt["code"], doubt["reason"]) == (1, "speed", "22 lượt thăm trong một giờ")
    assert doubt["review"] is None
    assert "không tự trừ" in found["note"]
    own = (await client.get("/v1/outreach/doubts/mine", params=params, headers=mine)).json()
    assert [one["code"] for one in own["items"]] == ["speed"], "nobody is looked at behind their back"
    assert (await client.get("/v1/outreach/doubts", params=params, headers=mine)).status_code == 403
    said = {
        **params,
        **{key: doubt[key] for key in ("person_id", "code", "subject")},
        "verdict": "explained",
        "note": "Dãy trọ khóa cửa, gõ từng phòng",
    }
    path = "/v1/outreach/doubts/review"
    assert (await client.post(path, json=said, headers=mine)).status_code == 403
    assert (await client.post(path, json=said, headers=boss)).status_code == 204
    assert (await client.post(path, json={**said, "code": "mock"}, headers=boss)).status_code == 404
    (again,) = (await client.get("/v1/outreach/doubts", params=params, headers=boss)).json()["items"]
    assert (again["review"]["verdict"], again["review"]["note"]) == ("explained", said["note"])
    assert await totals(tx) == before
    assert await tx.fetchval("select count(*) from visit where marks <> '{}'") == 0
    stranger = as_person(await given_leader(tx, await given_walker(tx, commune=1)), staff=True)
    assert (await client.get("/v1/outreach/doubts", params=params, headers=stranger)).status_code == 403


async def test_hard_case_34_done_for_is_a_contact_and_no_skill(tx: Connection, walker: Walker) -> None:
    """So is self-report: says yes, seen not to; only what was done alone before somebody's eyes counts."""
    phone = walker.phone()
    home = phone.household()
    helped, says, shown = (phone.adult(home, label) for label in ("Bác gái", "Bác trai", "Chị cả"))
    phone.visit(
        home,
        seen(helped, S07="done_for", assistance="done_for"),
        seen(says, S07="says_can", S08="with_help"),
        seen(shown, S07="alone_observed", assistance="unaided"),
    )
    await phone.send(tx)
    assert await totals(tx) == [3, 3, 3, 1, 1]
    rows = {row["adult_id"]: row["can"] for row in await tx.fetch("select adult_id, can from adult_state")}
    assert rows == {helped: False, says: False, shown: True}
    phone.visit(home, seen(shown, S07="alone_observed", assistance="hands_on"))
    await phone.send(tx)
    assert await totals(tx) == [3, 3, 3, 0, 2], "with a hand on it, it is not done alone"


async def test_an_officer_looks_after_the_teams_of_the_province(
    client: httpx.AsyncClient, tx: Connection, walker: Walker, as_person: Headers
) -> None:
    boss = as_person(await given_officer(tx), staff=True)
    params = {"team_id": str(walker.team_id)}
    found = await client.get("/v1/outreach/supervision", params=params, headers=boss)
    assert found.status_code == 200, found.text
    assert found.json()["members"] == 1
