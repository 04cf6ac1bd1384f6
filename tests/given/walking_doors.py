"""Doors to plan with, and what each reason is worth."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from outreach.planning.contracts import Door, Weight

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""19:00 in Vietnam."""
DAY = timedelta(days=1)
WEIGHTS = {
    code: Weight(code=code, points=points, most=most, sentence=sentence)
    for code, points, most, sentence in (
        ("revisit_today", 100, 1, "Hẹn quay lại hôm nay"),
        ("revisit_late", 100, 1, "Đã quá hẹn {n} ngày"),
        ("asked", 90, 1, "Gia đình nhờ tổ đến giúp"),
        ("never_visited", 60, 1, "Chưa ai đến thăm"),
        ("nobody_home", 40, 1, "Vắng nhà {n} lần, thử giờ khác"),
        ("months_away", 2, 12, "{n} tháng chưa trở lại"),
        ("unassessed", 8, 5, "Còn {n} người lớn chưa đánh giá"),
        ("elders", 4, 5, "Có {n} người từ 60 tuổi cần ưu tiên"),
        ("hindered", 4, 5, "Có {n} người thiếu điện thoại, kém mắt hoặc khó về tiếng"),
        ("not_able", 5, 5, "{n} người chưa tự làm được"),
        ("faded", 6, 5, "{n} người lâu không làm lại, có thể đã quên"),
    )
}
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
    """A house nobody has been to."""
    return msgspec.structs.replace(NEW, **changes)


def visited(days: float, result: str = "met", **changes: Any) -> Door:
    """A house somebody was at so many days ago."""
    return door(visits=1, last_result=result, last_visited_at=AT - days * DAY, **changes)
