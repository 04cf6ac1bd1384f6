"""What counts as one thing, how far an incident may spread, who hears of a border. Pure."""

import math
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from api.kit.errors import Problem
from api.kit.geo import distance_m
from api.nearby.contracts import Fresh, Reach, Seen

CELLS_A_DEGREE = 500
"""A cell is 0.002 degrees: 222 m high, 200 to 220 m wide in Vietnam; `report_cell` in the database counts the same."""
ROW = 180_000
METRES_A_DEGREE = 111_195.0
SPREAD = 2
"""An incident reaches this many radii from its first report: 40 reports along 600 m of a flooded street are one,
a flooded city is not. Each further one must also be within one radius of one already there."""
POOR_M = 100.0
VAGUE_M = 2_000.0
"""A place known no better than this is no pin: it is near nothing and joins nothing."""
BORDER_RATIO = 1.15
"""Centres only: the second nearest is this close to being the nearest."""
NEWS = frozenset({"accept", "answer", "close", "refuse", "reopen"})
"""Steps witnesses hear of: what the public page shows."""


class NothingToWitness(Problem):
    """No such report, or one that is not for everybody."""

    status = 404
    slug = "nothing-to-witness"
    title = "Không có phản ánh này để xác nhận cùng"


class WitnessIdTaken(Problem):
    """The same id was used for another report."""

    status = 409
    slug = "witness-id-taken"
    title = "Mã này đã dùng cho một phản ánh khác"


def cell(lat: float, lon: float) -> int:
    """The cell of a point."""
    return math.floor((lat + 90) * CELLS_A_DEGREE) * ROW + math.floor((lon + 180) * CELLS_A_DEGREE)


def cells_around(lat: float, lon: float, radius_m: float) -> list[int]:
    """Every cell a circle touches."""
    high = radius_m / METRES_A_DEGREE
    wide = high / max(0.01, math.cos(math.radians(min(89.0, abs(lat) + high))))
    south, north = (math.floor((lat + 90 + side) * CELLS_A_DEGREE) for side in (-high, high))
    west, east = (math.floor((lon + 180 + side) * CELLS_A_DEGREE) for side in (-wide, wide))
    return [row * ROW + column for row in range(south, north + 1) for column in range(west, east + 1)]


def reach_m(reach: Reach, accuracy_m: float | None) -> float:
    """How far to look: the subject's radius, and what the position and the public rounding may be off by."""
    rounding = METRES_A_DEGREE / float(10**reach.decimals) * math.sqrt(0.5)
    return reach.radius_m + min(accuracy_m or 0.0, POOR_M) + rounding


def since(reach: Reach) -> timedelta:
    """How long ago a thing may have been reported."""
    return timedelta(hours=reach.hours)


def joins(fresh: Fresh, reach: Reach) -> bool:
    """Whether a new report may belong to an incident: its subject has any, and its place is known."""
    known = not fresh.place_doubted and (fresh.accuracy_m or 0.0) <= VAGUE_M
    return reach.radius_m > 0 and not fresh.grouped and known


def incident_of(lat: float, lon: float, radius_m: float, near: Sequence[Seen]) -> UUID | None:
    """The incident a new report belongs to: near one of its reports, and not too far from its first. None: a new one."""
    fitting = {
        (distance_m(lat, lon, one.first_lat, one.first_lon), one.incident_id)
        for one in near
        if distance_m(lat, lon, one.lat, one.lon) <= radius_m
    }
    inside = sorted(found for found in fitting if found[0] <= SPREAD * radius_m)
    return inside[0][1] if inside else None


def second_units(method: str, candidates: Sequence[tuple[str, int]], accuracy_m: float | None) -> str | None:
    """Why other communes than the first come into question: `accuracy`, `border`, or None: they do not."""
    if len(candidates) < 2:  # noqa: PLR2004  a first and another
        return None
    if (accuracy_m or 0.0) > POOR_M:
        return "accuracy"
    if method == "boundary":
        return "border"
    return "border" if candidates[1][1] <= candidates[0][1] * BORDER_RATIO else None


def within(
    method: str, why: str, candidates: Sequence[tuple[str, int]], accuracy_m: float | None
) -> list[tuple[str, int]]:
    """The communes that come into question, nearest first."""
    if method == "boundary":
        return list(candidates)
    first = candidates[0][1]
    far = first + 2 * (accuracy_m or 0.0) if why == "accuracy" else first * BORDER_RATIO
    return [one for one in candidates if one[1] <= far]
