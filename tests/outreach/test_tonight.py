"""The next doors: every point has a sentence, and nobody knocks where they should not."""

import math
import random
import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from api.kit.clock import now, today
from api.kit.db import Connection
from outreach.planning.actions import tonight
from outreach.planning.contracts import Door, Lease
from outreach.planning.rules import plan, score, still_can
from outreach.planning.rules.walking import in_order, nearest_next, shortest
from outreach.planning.store import list_weights
from tests.given.outreach import given_walker, seen
from tests.given.walking_doors import AT, DAY, WEIGHTS, door, visited


def points(one: Door) -> tuple[int, str] | None:
    found = score(one, WEIGHTS, at=AT)
    return None if found is None else (found.score, found.reason)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (door(), (60, "Chưa ai đến thăm")),
        (door(adults_total=2), (76, "Chưa ai đến thăm; Còn 2 người lớn chưa đánh giá")),
        (door(adults_total=9), (100, "Chưa ai đến thăm; Còn 9 người lớn chưa đánh giá")),
        (door(do_not_contact=True), None),
        (visited(5), None),
        (visited(29.9), None),
        (visited(30), (2, "1 tháng chưa trở lại")),
        (visited(800), (24, "12 tháng chưa trở lại")),
        (visited(5, adults_total=3, adults_assessed=2, adults_able=2), (8, "Còn 1 người lớn chưa đánh giá")),
        (visited(5, adults_total=2, adults_assessed=2, adults_able=1), (5, "1 người chưa tự làm được")),
        (
            visited(5, adults_total=1, elders_unassessed=1),
            (12, "Còn 1 người lớn chưa đánh giá; Có 1 người từ 60 tuổi cần ưu tiên"),
        ),
        (visited(0.5, adults_total=3), None),
        (visited(20 / 24, adults_total=1), (8, "Còn 1 người lớn chưa đánh giá")),
        (visited(5, "moved", adults_total=3), None),
        (visited(89, "refused", adults_total=3), None),
        (visited(90, "refused", adults_total=1), (14, "3 tháng chưa trở lại; Còn 1 người lớn chưa đánh giá")),
        (visited(2, "nobody_home", away_times=1, away_days=1, away_slots=1), (40, "Vắng nhà 1 lần, thử giờ khác")),
        (visited(2, "nobody_home", away_times=3, away_days=1, away_slots=2), (40, "Vắng nhà 3 lần, thử giờ khác")),
        (visited(2, "nobody_home", away_times=3, away_days=2, away_slots=1), (40, "Vắng nhà 3 lần, thử giờ khác")),
        (visited(2, "nobody_home", away_times=2, away_days=2, away_slots=2), (40, "Vắng nhà 2 lần, thử giờ khác")),
        (visited(2, "nobody_home", away_times=3, away_days=2, away_slots=2), None),
        (visited(2, "revisit", revisit_at=AT), (100, "Hẹn quay lại hôm nay")),
        (visited(0.2, "revisit", revisit_at=AT + timedelta(hours=2)), (100, "Hẹn quay lại hôm nay")),
        (visited(5, "revisit", revisit_at=AT - 3 * DAY), (100, "Đã quá hẹn 3 ngày")),
        (visited(5, "revisit", revisit_at=AT + DAY, adults_total=4), None),
        (visited(5, "revisit", revisit_at=AT, do_not_contact=True), None),
        (visited(5, asked_at=AT - DAY), (90, "Gia đình nhờ tổ đến giúp")),
        (visited(0.1, "refused", asked_at=AT), (90, "Gia đình nhờ tổ đến giúp")),
        (visited(5, asked_at=AT - DAY, do_not_contact=True), None),
        (visited(5, adults_assessed=1, hindered=1), (9, "Có 1 người thiếu điện thoại, kém mắt hoặc khó về tiếng; 1 người chưa tự làm được")),
        (visited(5, able_since=[AT - 262 * DAY, AT - 261 * DAY]), (6, "1 người lâu không làm lại, có thể đã quên")),
        (door(lease=Lease(mine=False, by_name="Chị Hoa", until=AT + DAY)), None),
        (door(lease=Lease(mine=True, by_name="Tôi", until=AT + DAY)), (60, "Chưa ai đến thăm")),
    ],
)  # fmt: skip
def test_points_and_reasons(one: Door, expected: tuple[int, str] | None) -> None:
    assert points(one) == expected


def test_a_promise_made_for_this_evening_counts_by_the_vietnamese_day() -> None:
    late = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
    """00:30 of the 23rd in Vietnam: not tonight."""
    assert points(visited(5, "revisit", revisit_at=late)) is None


def test_best_first_and_no_more_than_asked() -> None:
    doors = [
        door(household_id=UUID(int=number), reference=f"Hộ số {number}", adults_total=number % 3)
        for number in range(1, 10)
    ]
    lines = plan(doors, WEIGHTS, at=AT, limit=4)
    assert [line.reference for line in lines] == ["Hộ số 2", "Hộ số 5", "Hộ số 8", "Hộ số 1"]
    assert [line.score for line in lines] == [76, 76, 76, 68]
    assert plan(doors[::-1], WEIGHTS, at=AT, limit=4) == lines


def test_a_skill_fades_as_in_the_reference() -> None:
    """TV19."""
    assert still_can(180, start=0.8) == pytest.approx(0.5193533587, abs=1e-9)
    assert still_can(52.0397132, start=0.8) == pytest.approx(0.7, abs=1e-9)


async def test_the_points_are_the_tables(tx: Connection) -> None:
    assert await list_weights(tx) == WEIGHTS
    assert list(await list_weights(tx)) == list(WEIGHTS)


def test_the_walk_goes_hamlet_by_hamlet_and_by_reference_where_no_place_is_known() -> None:
    doors = [
        door(household_id=UUID(int=number), reference=f"Hộ số {number}", hamlet=hamlet, lat=lat, lon=107.59)
        for number, hamlet, lat in ((10, "Tổ 2", None), (9, "Tổ 2", None), (3, "Tổ 10", 16.462), (2, "Tổ 10", 16.464), (1, "Tổ 10", 16.461))
    ]  # fmt: skip
    walk, metres = in_order(doors)
    assert [one.reference for one in walk] == ["Hộ số 9", "Hộ số 10", "Hộ số 1", "Hộ số 3", "Hộ số 2"]
    assert metres == 334
    assert in_order([]) == ([], 0)


def test_sixty_houses_are_ordered_at_once_and_better_than_by_the_nearest() -> None:
    dice = random.Random(7)
    towns = [[(dice.random() * 900, dice.random() * 900) for _ in range(60)] for _ in range(8)]
    ratio, spent = [], []
    for spots in towns:
        begun = time.process_time()
        order, length = shortest(spots)
        spent.append(time.process_time() - begun)
        assert sorted(order) == list(range(60))
        assert order[0] == 0
        far = [[math.dist(one, two) for two in spots] for one in spots]
        ratio.append(sum(far[one][two] for one, two in pairwise(nearest_next(far))) / length)
    assert min(spent) < 0.02
    assert sum(ratio) / len(ratio) > 1.08, "what 2-opt takes out of nearest neighbour"


async def test_tonight_of_a_team(tx: Connection) -> None:
    walker = await given_walker(tx)
    phone = walker.phone()
    promised, fresh, barred, shut, done = (phone.household(f"Hộ số {number}") for number in range(1, 6))
    phone.household("Hộ đã đóng")
    phone.note("household_changed", household_id=UUID(phone.kept[-1]["body"]["household_id"]), closed=True)
    phone.adult(fresh, birth_year=today().year - 70)
    done_adult = phone.adult(done)
    phone.visit(promised, result="revisit", at=now() - 3 * DAY, revisit_at=now() - DAY)
    phone.visit(barred, result="do_not_contact", at=now() - 200 * DAY / 2)
    phone.visit(barred, result="nobody_home", at=now() - 2 * DAY)
    for days in (2, 3, 4):
        phone.visit(shut, result="nobody_home", at=now() - days * DAY)
    phone.visit(done, seen(done_adult, S07="alone_observed"), at=now() - 3 * DAY)
    answer = await phone.send(tx)
    assert {result.status for result in answer.results} == {"accepted"}
    found = await tonight(tx, me=walker.principal, team_id=None, limit=10)
    lines = {line.household_id: line for line in found.items}
    assert [line.household_id for line in found.items][:2] == [promised, fresh]
    assert lines[promised].reason == "Đã quá hẹn 1 ngày"
    assert lines[fresh].score == 60 + 8 + 4
    assert (lines[fresh].adults_total, lines[fresh].adults_assessed) == (1, 0)
    assert barred not in lines
    assert done not in lines
    assert lines[shut].reason == "Vắng nhà 3 lần, thử giờ khác", "three days, but always at one time of day"
    assert isinstance(lines[shut].last_visit_on, date)
    assert found.next is None
    stranger = await given_walker(tx)
    assert (await tonight(tx, me=stranger.principal, team_id=None, limit=10)).items == []
