"""Which door next, and why: an integer score whose every point has a sentence. Pure."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from api.kit.clock import vn_date
from api.kit.errors import Problem
from outreach.registry.contracts import Door, NextDoor

REVISIT_DUE = 100
NEVER_VISITED = 60
NOBODY_HOME = 40
PER_UNASSESSED = 8
PER_ELDER = 4
PER_NOT_ABLE = 5
PER_MONTH_AWAY = 2
MOST_COUNTED = 5
"""People beyond the fifth add nothing: a big house must not always come first."""
MOST_MONTHS = 12
COOL_OFF = timedelta(days=90)
"""After a refusal nobody knocks for this long."""
REST = timedelta(hours=20)
"""A house seen last evening is left alone tonight."""
ATTEMPTS, ATTEMPT_DAYS, ATTEMPT_SLOTS = 3, 2, 2
"""Away this often, on so many days and times of day: only then is a house given up for now."""
MONTH = 30


class NoTeam(Problem):
    """A volunteer without a team, or asking for another team's area."""

    status = 403
    slug = "no-team"
    title = "Bạn chưa thuộc tổ nào, hoặc không thuộc tổ này"


def plan(doors: Iterable[Door], *, at: datetime, limit: int) -> list[NextDoor]:
    """The best doors for this evening; equal scores stand in the order of the houses."""
    scored = [line for door in doors if (line := score(door, at=at)) is not None]
    scored.sort(key=lambda line: (-line.score, line.hamlet, line.reference, line.household_id))
    return scored[:limit]


def score(door: Door, *, at: datetime) -> NextDoor | None:
    """Points and reasons of one door, or None when nobody should knock tonight."""
    due = door.revisit_at is not None and vn_date(door.revisit_at) <= vn_date(at)
    if door.do_not_contact or (resting(door, at=at) and not due):
        return None
    parts = [*visit_points(door, at=at, due=due), *people_points(door)]
    if not parts:
        return None
    return NextDoor(
        household_id=door.household_id,
        reference=door.reference,
        hamlet=door.hamlet,
        reason="; ".join(reason for _, reason in parts),
        score=sum(points for points, _ in parts),
        last_result=door.last_result,
        last_visit_on=door.last_visit_on,
        revisit_at=door.revisit_at,
        adults_total=door.adults_total,
        adults_assessed=door.adults_assessed,
    )


def resting(door: Door, *, at: datetime) -> bool:
    """Refused lately, moved away, seen last evening, asked for a later day, or tried often enough."""
    if door.last_visited_at is None:
        return False
    since = at - door.last_visited_at
    return (
        since < REST
        or door.last_result == "moved"
        or (door.last_result == "refused" and since < COOL_OFF)
        or (door.revisit_at is not None)
        or (
            door.last_result == "nobody_home"
            and door.away_times >= ATTEMPTS
            and door.away_days >= ATTEMPT_DAYS
            and door.away_slots >= ATTEMPT_SLOTS
            and since < COOL_OFF
        )
    )


def visit_points(door: Door, *, at: datetime, due: bool) -> list[tuple[int, str]]:
    """Points of what happened at the door before."""
    if door.last_visited_at is None:
        return [(NEVER_VISITED, "Chưa ai đến thăm")]
    if due and door.revisit_at is not None:
        late = (vn_date(at) - vn_date(door.revisit_at)).days
        return [(REVISIT_DUE, f"Đã quá hẹn {late} ngày" if late else "Hẹn quay lại hôm nay")]
    if door.last_result == "nobody_home":
        return [(NOBODY_HOME, f"Vắng nhà {door.away_times} lần, thử giờ khác")]
    months = min((at - door.last_visited_at).days // MONTH, MOST_MONTHS)
    return [(months * PER_MONTH_AWAY, f"{months} tháng chưa trở lại")] if months else []


def people_points(door: Door) -> list[tuple[int, str]]:
    """Points of who lives there and has not been helped yet."""
    parts: list[tuple[int, str]] = []
    unassessed = max(door.adults_total - door.adults_assessed, 0)
    if unassessed:
        counted = min(unassessed, MOST_COUNTED)
        parts.append((counted * PER_UNASSESSED, f"Còn {unassessed} người lớn chưa đánh giá"))
    if door.elders_unassessed:
        counted = min(door.elders_unassessed, MOST_COUNTED)
        parts.append((counted * PER_ELDER, f"Có {door.elders_unassessed} người từ 60 tuổi cần ưu tiên"))
    not_able = max(door.adults_assessed - door.adults_able, 0)
    if not_able:
        counted = min(not_able, MOST_COUNTED)
        parts.append((counted * PER_NOT_ABLE, f"{not_able} người chưa tự làm được"))
    return parts


def area_digest(hamlets: Sequence[UUID]) -> str:
    """Names an area: when a team is given another one, its phones start over."""
    return hashlib.sha256(b"".join(sorted(hamlet.bytes for hamlet in hamlets))).hexdigest()[:16]
