"""The next doors: every point has a sentence, and nobody knocks where they should not."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from api.kit.clock import now, today
from api.kit.db import Connection
from outreach.registry.actions import tonight
from outreach.registry.contracts import Door
from outreach.registry.rules import plan, score
from tests.given.outreach import given_walker, seen

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""19:00 in Vietnam."""
DAY = timedelta(days=1)
NEW = Door(
    household_id=UUID(int=1),
    reference="Hộ số 1",
    hamlet="Tổ 1",
    adults_total=0,
    adults_registered=0,
    adults_assessed=0,
    adults_able=0,
    elders_unassessed=0,
    visits=0,
    last_result=None,
    last_visited_at=None,
    last_visit_on=None,
    revisit_at=None,
    away_times=0,
    away_days=0,
    away_slots=0,
    do_not_contact=False,
)


def door(**changes: Any) -> Door:
    return msgspec.structs.replace(NEW, **changes)


def visited(days: float, result: str = "met", **changes: Any) -> Door:
    return door(visits=1, last_result=result, last_visited_at=AT - days * DAY, **changes)


def points(one: Door) -> tuple[int, str] | None:
    found = score(one, at=AT)
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
    lines = plan(doors, at=AT, limit=4)
    assert [line.reference for line in lines] == ["Hộ số 2", "Hộ số 5", "Hộ số 8", "Hộ số 1"]
    assert [line.score for line in lines] == [76, 76, 76, 68]
    assert plan(doors[::-1], at=AT, limit=4) == lines


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
