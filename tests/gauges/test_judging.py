"""What is believed of a reading: hard case 30, part by part, on the rules alone."""

from datetime import UTC, datetime, timedelta
from typing import Any

from api.gauges.contracts import Flag, Quantity
from api.gauges.rules.judging import Bounds, Earlier, Judged, judge
from api.gauges.rules.units import in_own_unit

AT = datetime(2025, 11, 3, 6, tzinfo=UTC)
KIM_LONG = Bounds(lowest=0.0, highest=8.0, fastest=1.0, still_hours=3, alarm_1=1.0)


def told(*values: tuple[float, float], flags: list[Flag] | None = None) -> list[Earlier]:
    """Earlier readings as (minutes before, value), newest first."""
    return [
        Earlier(id=n, at=AT - timedelta(minutes=m), value=v, flags=flags or [], good=not flags)
        for n, (m, v) in enumerate(values)
    ]


def judged(value: float, earlier: list[Earlier] | None = None, **changes: Any) -> Judged:
    facts: dict[str, Any] = {"received_at": AT, "bounds": KIM_LONG, "rained": False, **changes}
    quantity = facts.pop("quantity", Quantity.LEVEL)
    return judge(quantity, value, facts.pop("at", AT), earlier=earlier or [], **facts)


def flags(value: float, earlier: list[Earlier] | None = None, **changes: Any) -> list[Flag]:
    return judged(value, earlier, **changes).flags


def test_a_quiet_reading_is_believed() -> None:
    assert flags(3.54, told((10, 3.5), (20, 3.47))) == []
    assert flags(0.35, told(*((10 * n, 0.35) for n in range(1, 40)))) == [], "a dry river stands still"


def test_hard_case_30_a_gauge_stuck_at_9_99_is_never_believed() -> None:
    assert flags(9.99, told((10, 3.5))) == [Flag.OUT_OF_RANGE]
    stuck = told(*((10 * n, 9.99) for n in range(1, 30)), flags=[Flag.OUT_OF_RANGE])
    assert flags(9.99, stuck) == [Flag.OUT_OF_RANGE, Flag.STUCK]


def test_hard_case_30_a_gauge_stuck_at_a_likely_value_is_found_out_and_what_it_said_meanwhile() -> None:
    run = told(*((30 * n, 3.54) for n in range(1, 7)), (210, 3.5))
    found = judged(3.54, run)
    assert found.flags == [Flag.STUCK]
    assert found.stuck_since == [AT - timedelta(minutes=30 * n) for n in range(1, 6)], "the first may be true"
    assert flags(3.54, run[:5]) == [], "two and a half hours are not three"
    low = told(*((30 * n, 0.5) for n in range(1, 7)))
    assert flags(0.5, low) == []
    assert flags(0.5, low, rained=True) == [Flag.STUCK], "no river stands still in the rain"


def test_hard_case_30_a_negative_level_is_flagged_where_the_river_cannot_fall_so_low() -> None:
    assert flags(-0.4, told((10, 0.3))) == [Flag.NEGATIVE]
    tidal = Bounds(lowest=-1.0, highest=8.0, fastest=1.0, still_hours=3, alarm_1=1.0)
    assert flags(-0.2, told((10, -0.1)), bounds=tidal) == []
    assert flags(-3.0, bounds=tidal) == [Flag.OUT_OF_RANGE]
    assert flags(-1.0, quantity=Quantity.RAIN_1H) == [Flag.NEGATIVE]


def test_hard_case_30_six_hours_late_is_flagged_and_five_is_not() -> None:
    assert flags(3.54, received_at=AT + timedelta(hours=6)) == [Flag.LATE]
    assert flags(3.54, received_at=AT + timedelta(hours=5, minutes=59)) == []
    assert flags(3.54, at=AT + timedelta(minutes=6)) == [Flag.FUTURE]


def test_hard_case_30_the_same_in_another_unit_is_flagged() -> None:
    assert in_own_unit(Quantity.LEVEL, 354, "cm") == 3.54
    assert in_own_unit(Quantity.RAIN_1H, 3, "m3/s") is None
    assert flags(354, told((10, 3.5))) == [Flag.OTHER_UNIT], "centimetres said to be metres"
    assert flags(780, told((10, 0.2))) == [Flag.OUT_OF_RANGE], "not that either"
    assert flags(354, told((0, 3.54))) == [Flag.OUT_OF_RANGE, Flag.OTHER_UNIT], (
        "a duplicate of the same minute"
    )
    assert flags(3.54, told((0, 3.54))) == [Flag.OTHER_UNIT], "told again, in centimetres this time"
    assert flags(3.2, told((0, 3.54))) == [Flag.CONTRADICTS]


def test_a_jump_is_flagged_until_there_was_time_for_it() -> None:
    assert flags(3.5, told((10, 1.2))) == [Flag.JUMP]
    assert flags(1.45, told((10, 1.2))) == []
    assert flags(3.1, told((120, 1.2))) == [], "1.9 m in two hours, at a metre an hour"
    assert flags(3.5, told((60 * 25, 1.2))) == [], "nothing is known of a day ago"
    dead = [*told((10, 3.1), flags=[Flag.JUMP]), *told((120, 1.2))]
    assert flags(3.1, dead) == [Flag.JUMP], "a dead gauge does not become true by waiting"
    assert flags(3.12, dead) == [], "a living one does"


def test_rain_that_never_varies_is_a_stuck_gauge_and_no_rain_is_not() -> None:
    steady = told(*((60 * n, 12.4) for n in range(1, 5)))
    assert flags(12.4, steady, quantity=Quantity.RAIN_1H) == [Flag.STUCK]
    dry = told(*((60 * n, 0.0) for n in range(1, 5)))
    assert flags(0.0, dry, quantity=Quantity.RAIN_1H) == []
    assert flags(900.0, quantity=Quantity.OUTFLOW) == []
