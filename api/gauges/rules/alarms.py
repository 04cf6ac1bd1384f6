"""River alarms and flood risk: two scales of two decisions, side by side, never one for the other.

Alarm levels (báo động 1 to 3, no fourth) are each station's own, Decision 05/2020/QĐ-TTg. The risk level
(1 to 5) is of Decision 18/2021/QĐ-TTg article 45; what is held here is the part of it that our reference
quotes, and where it ends the answer says so.
"""

from collections.abc import Sequence

import msgspec

from api.gauges.contracts import Alarm, Risk, Trend

CALM = 0.1
"""Metres a river must fall below an alarm level before it has left it: no two crossings for a wave."""
STEADY = 0.02
"""Metres an hour that are no trend."""
ZONES = (1, 2, 3, 4)
BELOW, FIRST, SECOND, THIRD = range(4)


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """Risk levels a stage may mean; `open`: the text we hold ends here."""

    low: int
    high: int
    open: bool


def stage_of(value: float, alarms: Sequence[float]) -> int:
    """How many alarm levels are reached."""
    return sum(value >= level for level in alarms)


def next_stage(before: int, value: float, alarms: Sequence[float]) -> int:
    """The stage with a memory: up at the level itself, down only when clearly below."""
    reached = stage_of(value, alarms)
    if reached >= before:
        return reached
    return max(reached, sum(value > level - CALM for level in alarms[:before]))


def metres(value: float) -> str:
    """0,04 m as people write it."""
    return f"{value:.2f}".replace(".", ",") + " m"


def alarm_of(value: float, alarms: Sequence[float]) -> Alarm | None:
    """The highest level reached and how far above; below the first, how far below it. None without levels."""
    if not alarms:
        return None
    stage = stage_of(value, alarms)
    level = alarms[max(stage, 1) - 1]
    delta = round(value - level, 2)
    name = f"BĐ{max(stage, 1)}"
    if stage == BELOW:
        words = f"Dưới {name} {metres(-delta)}"
    else:
        words = f"{name} + {metres(delta)}" if delta else f"Bằng {name}"
    return Alarm(stage=stage, words=words, reference=name, reference_level=level, delta=delta)


def risk_in(zone: int, value: float, alarms: Sequence[float]) -> Range | None:
    """The risk level of one zone, article 45 as far as we hold it; None below the first alarm level."""
    stage, third = stage_of(value, alarms), alarms[2]
    over = round(value - third, 6)
    if stage == BELOW:
        return None
    if stage == FIRST:
        return fixed({1: 1, 2: 1, 3: 1, 4: 2}[zone])
    if stage == SECOND:
        return fixed({1: 1, 2: 2, 3: 2, 4: 3}[zone])
    if zone in (1, 2) and over < 1.0:
        return fixed(2)
    if zone == ZONES[-1] and over < 0.3:  # noqa: PLR2004  metres, from the article
        return fixed(3)
    # "… ≥ BĐ3 in the other zones": level 3 at the least, the rest of the article is not in our source.
    return Range(low=3, high=3, open=True)


def fixed(level: int) -> Range:
    """One level, nothing open."""
    return Range(low=level, high=level, open=False)


def risk_of(value: float, alarms: Sequence[float], zone: int | None) -> Risk | None:
    """The risk level to show beside an alarm: a range over all zones when the station's is not known."""
    if not alarms:
        return None
    ranges = [risk_in(one, value, alarms) for one in ([zone] if zone else ZONES)]
    known = [one for one in ranges if one]
    if not known:
        return Risk(low=None, high=None, open=False, words="Chưa tới mức xét cấp rủi ro do lũ")
    low, high = min(one.low for one in known), max(one.high for one in known)
    is_open = any(one.open for one in known)
    level = f"cấp {low}" if low == high else f"từ cấp {low} đến cấp {high}"
    words = f"Gợi ý rủi ro lũ {level}" + (" trở lên" if is_open else "")
    if zone is None:
        words += ", tuỳ khu vực của trạm (chưa rõ khu vực 1–4)"
    if is_open:
        words += "; phần sau của Điều 45 chưa có trong nguồn của hệ thống"
    return Risk(low=low, high=high, open=is_open, words=words)


def trend_of(per_hour: float | None) -> Trend | None:
    """Rising, falling or steady."""
    if per_hour is None:
        return None
    if abs(per_hour) < STEADY:
        return Trend.STEADY
    return Trend.RISING if per_hour > 0 else Trend.FALLING
