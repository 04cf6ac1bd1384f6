"""Alarm levels and risk levels, each by its own decision."""

import pytest

from api.gauges.contracts import Trend
from api.gauges.rules.alarms import alarm_of, next_stage, risk_of, stage_of, trend_of

KIM_LONG = [1.0, 2.0, 3.5]


@pytest.mark.parametrize(
    ("value", "stage", "words"),
    [
        (0.42, 0, "Dưới BĐ1 0,58 m"),
        (1.0, 1, "Bằng BĐ1"),
        (2.56, 2, "BĐ2 + 0,56 m"),
        (3.54, 3, "BĐ3 + 0,04 m"),
        (4.62, 3, "BĐ3 + 1,12 m"),
    ],
)
def test_a_level_is_told_by_the_alarm_it_reached_and_how_far_above(
    value: float, stage: int, words: str
) -> None:
    alarm = alarm_of(value, KIM_LONG)
    assert alarm is not None
    assert (alarm.stage, alarm.words) == (stage, words)
    assert alarm_of(value, []) is None


@pytest.mark.parametrize(
    ("zone", "value", "low", "high", "is_open"),
    [
        (1, 1.5, 1, 1, False), (3, 1.5, 1, 1, False), (4, 1.5, 2, 2, False),
        (1, 2.5, 1, 1, False), (2, 2.5, 2, 2, False), (3, 2.5, 2, 2, False), (4, 2.5, 3, 3, False),
        (1, 3.54, 2, 2, False), (2, 4.49, 2, 2, False), (2, 4.5, 3, 3, True), (3, 3.54, 3, 3, True),
        (4, 3.54, 3, 3, False), (4, 3.79, 3, 3, False), (4, 3.8, 3, 3, True),
        (None, 3.54, 2, 3, True), (None, 1.5, 1, 2, False),
    ],
)  # fmt: skip
def test_hard_case_30_the_risk_level_stands_beside_the_alarm_by_the_rule_of_the_zone(
    zone: int | None, value: float, low: int, high: int, *, is_open: bool
) -> None:
    alarm, risk = alarm_of(value, KIM_LONG), risk_of(value, KIM_LONG, zone)
    assert alarm is not None
    assert risk is not None
    assert (risk.low, risk.high, risk.open) == (low, high, is_open)
    assert ("chưa có trong nguồn" in risk.words) == is_open
    assert ("chưa rõ khu vực" in risk.words) == (zone is None)
    assert "BĐ" not in risk.words
    assert "cấp" not in alarm.words


def test_below_the_first_alarm_there_is_no_risk_level() -> None:
    risk = risk_of(0.9, KIM_LONG, 4)
    assert risk is not None
    assert (risk.low, risk.high) == (None, None)
    assert risk_of(3.0, [], 4) is None


def test_a_wave_does_not_cross_a_level_twice() -> None:
    assert stage_of(1.99, KIM_LONG) == 1
    assert next_stage(1, 2.0, KIM_LONG) == 2
    assert next_stage(2, 1.95, KIM_LONG) == 2, "five centimetres below are a wave"
    assert next_stage(2, 1.9, KIM_LONG) == 1
    assert next_stage(3, 0.5, KIM_LONG) == 0
    assert next_stage(3, 3.45, KIM_LONG) == 3
    assert next_stage(0, 3.6, KIM_LONG) == 3


def test_a_trend_has_a_name() -> None:
    assert [trend_of(x) for x in (None, 0.01, 0.3, -0.3)] == [None, Trend.STEADY, Trend.RISING, Trend.FALLING]
