"""Which door next, and why: an integer score whose every point has a sentence. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from api.kit.clock import vn_date
from outreach.planning.contracts import Door, NextDoor, Point, Weight

COOL_OFF = timedelta(days=90)
"""After a refusal nobody knocks for this long."""
REST = timedelta(hours=20)
"""A house seen last evening is left alone tonight."""
ATTEMPTS, ATTEMPT_DAYS, ATTEMPT_SLOTS = 3, 2, 2
"""Away this often, on so many days and times of day: only then is a house given up for now."""
MONTH = 30
LEASE_HOURS = 5
"""Longer than an evening's walk, shorter than until tomorrow's."""
LEARNT, FLOOR, HALF_LIFE = 0.95, 0.2, 197.84375
"""Of people seen doing it, how many still can: at once, at last, and the days in which half of what is lost goes.

Half of an accuracy measure is gone after about 6.5 months without use (Tatel & Ackerman); ours is to be estimated from
our own recontacts one day.
"""
FADED_BELOW = 0.5
Weights = Mapping[str, Weight]


def is_non_contact(*, times: int, days: int, slots: int) -> bool:
    """Tried often enough, at times different enough, to say that nobody can be met."""
    return times >= ATTEMPTS and days >= ATTEMPT_DAYS and slots >= ATTEMPT_SLOTS


def still_can(days: float, *, start: float = LEARNT, floor: float = FLOOR, half: float = HALF_LIFE) -> float:
    """How likely somebody still can, so many days after being seen doing it (reference F16)."""
    return float(floor + (start - floor) * 2 ** (-days / half))


def lease_until(at: datetime) -> datetime:
    """When a door taken now is free again by itself."""
    return at + timedelta(hours=LEASE_HOURS)


def plan(doors: Iterable[Door], weights: Weights, *, at: datetime, limit: int) -> list[NextDoor]:
    """The best doors for this evening; equal scores stand in the order of the houses."""
    scored = [line for door in doors if (line := score(door, weights, at=at)) is not None]
    scored.sort(key=lambda line: (-line.score, line.hamlet, line.reference, line.household_id))
    return scored[:limit]


def score(door: Door, weights: Weights, *, at: datetime) -> NextDoor | None:
    """Points and reasons of one door, or None when nobody should knock tonight, or somebody else does."""
    due = is_due(door, at=at)
    wanted = due or door.asked_at is not None
    held = door.lease is not None and not door.lease.mine
    if door.do_not_contact or held or (resting(door, at=at) and not wanted):
        return None
    points = points_of(door, weights, at=at, due=due)
    return line_of(door, points) if points else None


def is_due(door: Door, *, at: datetime) -> bool:
    """Whether somebody promised to be back by today."""
    return door.revisit_at is not None and vn_date(door.revisit_at) <= vn_date(at)


def line_of(door: Door, points: list[Point]) -> NextDoor:
    """A door as it stands in a list."""
    return NextDoor(
        household_id=door.household_id,
        reference=door.reference,
        hamlet=door.hamlet,
        reason="; ".join(point.sentence for point in points),
        score=sum(point.points for point in points),
        points=points,
        last_result=door.last_result,
        last_visit_on=door.last_visit_on,
        revisit_at=door.revisit_at,
        adults_total=door.adults_total,
        adults_assessed=door.adults_assessed,
        away_times=door.away_times,
        lease=door.lease,
    )


def points_of(door: Door, weights: Weights, *, at: datetime, due: bool) -> list[Point]:
    """Every reason to knock here, in the order of the table of weights."""
    found = reasons(door, at=at, due=due)
    return [point(weight, found[code]) for code, weight in weights.items() if found.get(code)]


def point(weight: Weight, many: int) -> Point:
    """One reason: what it counts, and its sentence."""
    pieces = 1 if weight.most == 1 else min(many, weight.most)
    shown = pieces if weight.code == "months_away" else many
    return Point(
        code=weight.code, points=pieces * weight.points, sentence=weight.sentence.replace("{n}", str(shown))
    )


def resting(door: Door, *, at: datetime) -> bool:
    """Refused lately, moved away, seen last evening, asked for a later day, or tried often enough."""
    if door.last_visited_at is None:
        return False
    since = at - door.last_visited_at
    tried = is_non_contact(times=door.away_times, days=door.away_days, slots=door.away_slots)
    return (
        since < REST
        or door.last_result == "moved"
        or (door.last_result == "refused" and since < COOL_OFF)
        or (door.revisit_at is not None)
        or (door.last_result == "nobody_home" and tried and since < COOL_OFF)
    )


def reasons(door: Door, *, at: datetime, due: bool) -> dict[str, int]:
    """How many there are of each reason; 0: it does not hold."""
    gone = sum(still_can((at - since) / timedelta(days=1)) < FADED_BELOW for since in door.able_since)
    return {
        **visit_reasons(door, at=at, due=due),
        "asked": int(door.asked_at is not None),
        "unassessed": max(door.adults_total - door.adults_assessed, 0),
        "elders": door.elders_unassessed,
        "hindered": door.hindered,
        "not_able": max(door.adults_assessed - door.adults_able, 0),
        "faded": gone,
    }


def visit_reasons(door: Door, *, at: datetime, due: bool) -> dict[str, int]:
    """The one reason that what happened at the door before gives."""
    if door.last_visited_at is None:
        return {"never_visited": 1}
    if due and door.revisit_at is not None:
        late = (vn_date(at) - vn_date(door.revisit_at)).days
        return {"revisit_late": late} if late else {"revisit_today": 1}
    if door.last_result == "nobody_home":
        return {"nobody_home": door.away_times}
    return {"months_away": (at - door.last_visited_at).days // MONTH}
