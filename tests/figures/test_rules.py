"""What divides what, and what is too small to be shown."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.figures import rules
from api.figures.contracts import Sum
from api.kit.errors import Invalid

NONE = {each.code: 0 for each in rules.COUNTED}


def summed(key: str = "2026-10", /, **counts: int) -> Sum:
    return Sum(key=key, name=key, **{**NONE, **counts})


def shares(found: Sum) -> dict[str, tuple[int | None, int | None, float | None]]:
    return {each.code: (each.part, each.whole, each.percent) for each in rules.line(found).shares}


def test_handled_cannot_be_told_without_on_time() -> None:
    """Huế 2022: 97.5 % handled, of which 51.1 % on time; both stand in every line, each with its denominator."""
    hue = summed(received=60_000, refused=500, handled=58_000, open=1_500, on_time=29_638, extended=28_362)
    told = shares(hue)
    assert told["handled_share"] == (58_000, 59_500, 97.5)
    assert told["on_time_share"] == (29_638, 58_000, 51.1)
    assert told["extended_share"] == (28_362, 58_000, 48.9)
    assert [each.code for each in rules.line(hue).shares] == [each.code for each in rules.SHARES]
    assert all(each.meaning and each.name for each in rules.DEFINITIONS)


def test_what_is_never_finished_counts_against_on_time() -> None:
    told = shares(summed(received=100, handled=40, open=60, on_time=40, overdue=55))
    assert told["on_time_share"] == (40, 95, 42.1)
    assert told["late_share"] == (55, 95, 57.9)


def test_hard_case_12_reopened_twice_counts_once_and_as_not_resolved() -> None:
    told = shares(summed(received=20, handled=19, unresolved=1, on_time=19, reopened=1, unrated=20))
    assert told["handled_share"] == (19, 20, 95.0)
    assert told["late_share"] == (1, 20, 5.0)
    assert told["reopened_share"] == (1, 20, 5.0)


def test_hard_case_15_on_time_extended_and_late_are_three_numbers() -> None:
    told = shares(summed(received=30, handled=30, on_time=10, extended=10, late=10))
    assert [told[name][0] for name in ("on_time_share", "extended_share", "late_share")] == [10, 10, 10]


def test_percent_never_rounds_a_failure_away() -> None:
    assert [rules.percent(*pair) for pair in ((9_999, 10_000), (1, 10_000), (0, 5), (5, 5), (1, 0))] == [
        99.9, 0.1, 0.0, 100.0, None,
    ]  # fmt: skip


def test_small_lines_are_hidden_and_none_is_told_by_the_total() -> None:
    lines = rules.lines([summed("a", received=100), summed("b", received=7), summed("c", received=2)])
    assert [(each.key, each.hidden) for each in lines] == [("a", False), ("b", True), ("c", True)]
    assert lines[2].counts is None
    assert lines[2].shares == []
    several = rules.lines([summed("a", received=100), summed("b", received=4), summed("c", received=3)])
    assert [each.hidden for each in several] == [False, True, True]


def test_two_lines_of_one_case_are_not_told_by_their_sum() -> None:
    lines = rules.lines([summed("a", received=100), summed("b", received=1), summed("c", received=1)])
    assert [each.hidden for each in lines] == [True, True, True]
    told = rules.reasons([("test", "Gửi thử", 9), ("spam", "Quảng cáo", 2), ("none", "Khác", 0)])
    assert [each.refused for each in told] == [None, None, 0]
    assert [one.refused for one in rules.reasons([("a", "A", 4), ("b", "B", 1), ("c", "C", 6)])] == [
        None,
        None,
        6,
    ]


COUNT = st.integers(0, 9)


@settings(max_examples=60)
@given(st.lists(st.tuples(COUNT, COUNT, COUNT, COUNT), max_size=6))
def test_what_is_hidden_cannot_be_told_by_what_is_shown(drawn: list[tuple[int, int, int, int]]) -> None:
    """The total less every line that shows a number is none, or too many to tell of a person."""
    sums = [
        summed(str(place), received=good + rest + unrated, rated=good + rest, satisfied=good, unhappy=min(bad, rest), unrated=unrated)
        for place, (good, rest, bad, unrated) in enumerate(drawn)
    ]  # fmt: skip
    lines = dict(zip((each.key for each in sums), rules.lines(sums), strict=True))
    whole = rules.total(sums)
    if 0 < whole.received < rules.SMALL:
        assert all(each.hidden for each in lines.values() if sums[int(each.key)].received)
        return
    hidden = rules.total(each for each in sums if lines[each.key].hidden)
    assert hidden.received == 0 or hidden.received >= rules.SMALL
    starless = [each for each in sums if (counts := lines[each.key].counts) is None or counts.rated is None]
    shown = rules.line(whole).counts
    assert shown is not None
    assert shown.rated is None or not rules.few_ratings(rules.total(starless))


@pytest.mark.parametrize(
    "stars", [{"rated": 3, "satisfied": 1}, {"rated": 9, "satisfied": 8}, {"rated": 9, "unhappy": 1}]
)
def test_few_stars_are_not_told(stars: dict[str, int]) -> None:
    line = rules.line(summed(received=50, handled=50, on_time=50, unrated=41, **stars))
    assert line.counts is not None
    assert (line.counts.rated, line.counts.satisfied, line.counts.unhappy, line.counts.unrated) == (None,) * 4
    hidden = {each.code: each for each in line.shares}
    assert hidden["satisfied_share"].percent is None
    assert hidden["reopened_share"].whole is None
    assert (line.counts.handled, hidden["on_time_share"].percent) == (50, 100.0)


def test_months_are_read_strictly() -> None:
    assert rules.stretch(None, None, date(2026, 11, 23)) == (date(2025, 12, 1), date(2026, 11, 1))
    assert rules.stretch("2025-06", "2025-07", date(2026, 1, 1)) == (date(2025, 6, 1), date(2025, 7, 1))
    for since, until in (("2026-02", "2026-01"), ("2000-01", "2026-01"), ("2026-13", None)):
        with pytest.raises(Invalid):
            rules.stretch(since, until, date(2026, 11, 23))


def test_no_cell_is_a_formula_and_numbers_stay_numbers() -> None:
    assert rules.csv_line(
        ["=1+1", "+84", "-2", "@x", "\t=1", " =1", -2.5, None, True, 'a "b", c', "Vỹ Dạ"]
    ) == ("'=1+1,'+84,'-2,'@x,'\t=1,' =1,-2.5,,1,\"a \"\"b\"\", c\",Vỹ Dạ\r\n")
