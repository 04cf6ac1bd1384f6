"""Whether a reading can be believed: pure, one reading against what its station told before.

A reading with any flag is kept and never shown as the truth. An officer may decide otherwise.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

import msgspec

from api.gauges.contracts import Flag, Quantity
from api.gauges.rules.units import MEASURES

LATE = timedelta(hours=6)
AHEAD = timedelta(minutes=5)
"""How far a station's clock may be before ours."""
YEARS = range(1970, 2200)
"""A clock that was never set says year 1: no time to reckon with."""
REMEMBERED = timedelta(hours=24)
"""A last good value older than this says nothing about a jump."""
SMALLEST_JUMP = 0.3
"""Metres that need no time: waves, and readings minutes apart."""
SAME = 1e-6
STILL_AT_LEAST = 3
"""Equal readings before a gauge can be called stuck."""
RAINED_MM = 10.0
"""Rain of an hour in the province while a level may not stand still."""
UNIT_FACTORS = (100.0, 1000.0, 10.0, 0.01, 0.001, 0.1)


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """What a station's level can be: metres, metres an hour, hours of standing still, and its first alarm."""

    lowest: float
    highest: float
    fastest: float
    still_hours: int
    alarm_1: float | None


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """A reading that was there before; `id` is None while it is of the same batch."""

    id: int | None
    at: datetime
    value: float
    flags: list[Flag]
    good: bool


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """The flags of a reading, and earlier good ones that are now seen to be of a stuck gauge (their times)."""

    flags: list[Flag]
    stuck_since: list[datetime] = []


def judge(
    quantity: Quantity,
    value: float,
    at: datetime,
    *,
    received_at: datetime,
    bounds: Bounds,
    earlier: Sequence[Earlier],
    rained: bool,
) -> Judged:
    """What is wrong with a reading. `earlier`: the same station and quantity, newest first, any time."""
    flags = [*of_time(at, received_at)]
    before = [one for one in earlier if one.at < at]
    same_time = [one for one in earlier if one.at == at]
    last = next((one for one in before if one.good), None)
    if out := of_range(quantity, value, bounds, last):
        flags.append(out)
    if same_time:
        flags.append(of_second(value, [one.value for one in same_time]))
    if quantity is Quantity.LEVEL and not flags and jumped(value, at, bounds, last, before):
        flags.append(Flag.JUMP)
    run = list(takewhile(lambda one: abs(one.value - value) < SAME, before))
    stuck = is_stuck(quantity, value, at, bounds, run, rained=rained)
    if stuck:
        flags.append(Flag.STUCK)
    # The first of the run may have been true when it came; those after it were the same dead gauge.
    since = [one.at for one in run[:-1] if one.good] if stuck else []
    return Judged(flags=list(dict.fromkeys(flags)), stuck_since=since)


def of_time(at: datetime, received_at: datetime) -> list[Flag]:
    """A reading of the future, or of too long ago."""
    if at > received_at + AHEAD:
        return [Flag.FUTURE]
    return [Flag.LATE] if received_at - at >= LATE else []


def of_range(quantity: Quantity, value: float, bounds: Bounds, last: Earlier | None) -> Flag | None:
    """Below nothing, above everything, or right if only it were in another unit."""
    measure = MEASURES[quantity]
    lowest, highest = (
        (bounds.lowest, bounds.highest) if quantity is Quantity.LEVEL else (measure.lowest, measure.highest)
    )
    if lowest <= value <= highest:
        return None
    if value < 0 <= lowest:
        return Flag.NEGATIVE
    for factor in (100.0, 1000.0):
        other = value / factor
        near = last is not None and abs(other - last.value) <= SMALLEST_JUMP
        if quantity is Quantity.LEVEL and lowest <= other <= highest and near:
            return Flag.OTHER_UNIT
    return Flag.OUT_OF_RANGE


def of_second(value: float, known: Sequence[float]) -> Flag:
    """A second reading of one time: the first in another unit, or something else altogether."""
    for one in known:
        equal = abs(value - one) < SAME
        if equal or any(abs(value - one * factor) < SAME * max(1.0, factor) for factor in UNIT_FACTORS):
            return Flag.OTHER_UNIT
    return Flag.CONTRADICTS


def may_change(bounds: Bounds, passed: timedelta) -> float:
    """Metres a level may change in this time."""
    return max(SMALLEST_JUMP, bounds.fastest * passed.total_seconds() / 3600)


def jumped(
    value: float, at: datetime, bounds: Bounds, last: Earlier | None, before: Sequence[Earlier]
) -> bool:
    """Too far from the last good value for the time between; a dead gauge does not wait until it may be true."""
    if last is None or at - last.at > REMEMBERED:
        return False
    if abs(value - last.value) > may_change(bounds, at - last.at):
        return True
    newest = before[0]
    return not newest.good and Flag.JUMP in newest.flags and abs(newest.value - value) < SAME


def is_stuck(
    quantity: Quantity, value: float, at: datetime, bounds: Bounds, run: Sequence[Earlier], *, rained: bool
) -> bool:
    """The same to the last digit for hours, while it cannot be: a river in alarm or in rain, rain that never varies."""
    if len(run) + 1 < STILL_AT_LEAST or at - run[-1].at < timedelta(hours=bounds.still_hours):
        return False
    if quantity is Quantity.LEVEL:
        return rained or (bounds.alarm_1 is not None and value >= bounds.alarm_1)
    return quantity is Quantity.RAIN_1H and value > 0
