"""Intervals, verdicts, bounds and deduplication against the reference's test vectors."""

import pytest

from outreach.measurement.contracts import Verdict
from outreach.measurement.rules import (
    ONE_SIDED_95,
    TWO_SIDED_95,
    coverage_of,
    judge,
    kept_back,
    reach_of,
    suppressed,
    total_of,
    unknown_bounds,
    wilson,
)
from tests.given.outreach import count


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (140, 200, 0.6332093163, 0.7592525532),
        (266, 380, 0.6521108136, 0.7438860140),
        (13, 19, 0.4601040768, 0.8463562091),
        (0, 19, 0, 0.1681792241),
        (19, 19, 0.8318207759, 1),
        (1, 3, 0.0614919447, 0.7923403992),
    ],
)
def test_tv1_wilson(x: int, n: int, low: float, high: float) -> None:
    assert wilson(x, n) == pytest.approx((low, high), abs=1e-9)


@pytest.mark.parametrize(("n", "smallest"), [(50, 41), (100, 78), (200, 151), (400, 296), (1000, 724)])
def test_tv3_the_smallest_count_that_may_claim_seventy_per_cent(n: int, smallest: int) -> None:
    assert judge(smallest, n, threshold=0.7) is Verdict.MET
    assert judge(smallest - 1, n, threshold=0.7) is Verdict.NOT_ENOUGH_DATA
    assert min(x for x in range(n + 1) if wilson(x, n, z=ONE_SIDED_95).low >= 0.7) == smallest


def test_missed_only_when_the_upper_bound_stays_below() -> None:
    worst = max(x for x in range(201) if wilson(x, 200, z=ONE_SIDED_95).high < 0.7)
    assert judge(worst, 200, threshold=0.7) is Verdict.NOT_MET
    assert judge(worst + 1, 200, threshold=0.7) is Verdict.NOT_ENOUGH_DATA
    assert judge(0, 0, threshold=0.7) is Verdict.NOT_ENOUGH_DATA
    assert judge(0, 1, threshold=0.7) is Verdict.NOT_ENOUGH_DATA


def test_nothing_known_is_the_whole_range() -> None:
    assert wilson(0, 0) == (0, 1)
    assert unknown_bounds(0, 0, 0) == (0, 1)
    assert pytest.approx((1.959963984540054, 1.6448536269514722)) == (TWO_SIDED_95, ONE_SIDED_95)


def test_tv4_wilson_of_an_effective_number() -> None:
    assert wilson(0.7 * 116.27906977, 116.27906977) == pytest.approx((0.6114047443, 0.7758032413), abs=1e-8)


def test_tv13_a_share_of_the_assessed_proves_little_of_everybody() -> None:
    found = unknown_bounds(round(0.81 * 6200), 6200, 10_000)
    assert found == pytest.approx((0.5022, 0.8822), abs=1e-9)
    assert unknown_bounds(5, 5, 3) == (5 / 3, 5 / 3), "more assessed than counted adds nothing unknown"


def test_tv22_visits_are_not_people() -> None:
    visits = [
        ("A", "h1", "p1"),
        ("A", "h1", "p2"),
        ("B", "h1", "p1"),
        ("B", "h2", "p3"),
        ("B", "h2", "p1"),
        ("C", "h3", None),
        ("C", "h1", "p2"),
    ]
    assert reach_of(visits) == {
        "visits": 7,
        "contacts": 6,
        "adults": 3,
        "households_attempted": 3,
        "households_met": 2,
    }


def test_figures_of_a_commune() -> None:
    line = coverage_of(count("a", 300, 250, 200, 151, 260), code="a", threshold=0.7)
    assert (line.share, line.verdict) == (0.755, Verdict.MET)
    assert (line.low, line.high) == tuple(wilson(151, 200))
    assert (line.bound_low, line.bound_high) == pytest.approx((151 / 300, 251 / 300))
    bigger = coverage_of(count("a", 300, 250, 200, 151, 260, population=1000), code="a", threshold=0.7)
    assert (bigger.bound_low, bigger.bound_high) == pytest.approx((0.151, 0.951))
    smaller = coverage_of(count("a", 300, 250, 200, 151, 260, population=100), code="a", threshold=0.7)
    assert smaller.bound_low == line.bound_low, "a stale population never makes a share of over everybody"
    nobody = coverage_of(count("a", 0, 0, 0, 0, 0), code="a", threshold=0.7)
    assert (nobody.share, nobody.bound_low, nobody.verdict) == (None, None, Verdict.NOT_ENOUGH_DATA)


def test_the_total_knows_the_population_only_when_every_part_does() -> None:
    known = total_of(
        [count("a", 9, 8, 7, 6, 5, population=10), count("b", 1, 1, 1, 1, 1, population=20)], name="T"
    )
    assert (known.adults_registered, known.adults_reached, known.adults_assessed) == (10, 9, 8)
    assert (known.know_and_can, known.visits, known.adults_population) == (7, 6, 30)
    part = total_of([count("a", 9, 8, 7, 6, 5, population=10), count("b", 1, 1, 1, 1, 1)], name="T")
    assert (part.adults_population, part.population_source) == (None, None)
    assert total_of([], name="T").adults_population is None


@pytest.mark.parametrize(
    ("figures", "small"),
    [
        ((0, 0, 0, 0, 0), False),
        ((4, 4, 4, 4, 1), True),
        ((5, 5, 5, 5, 1), False),
        ((20, 16, 16, 16, 1), True),
        ((20, 15, 11, 11, 1), True),
        ((20, 15, 10, 6, 1), True),
        ((20, 15, 10, 4, 1), True),
        ((20, 15, 10, 5, 1), False),
        ((20, 15, 10, 0, 1), False),
    ],
)
def test_small_groups_and_their_rests_are_kept_back(figures: tuple[int, ...], *, small: bool) -> None:
    others = [count("x", 1, 0, 0, 0, 1), count("y", 2, 0, 0, 0, 1)]
    assert ("a" in kept_back([count("a", *figures), *others])) is small


def test_one_hidden_commune_takes_the_smallest_other_with_it() -> None:
    big, middle, small = (count(c, n, n, n, n, n) for c, n in (("big", 90), ("middle", 50), ("small", 3)))
    empty = count("empty", 0, 0, 0, 0, 0)
    assert kept_back([big, middle, small, empty]) == {"small", "middle"}
    assert kept_back([big, middle, empty]) == set()
    assert kept_back([small, empty]) == {"small"}


def test_a_suppressed_line_says_nothing_of_people() -> None:
    line = suppressed(coverage_of(count("a", 4, 4, 4, 4, 4), code="a", threshold=0.7))
    assert line.suppressed
    assert (line.commune_code, line.commune_name) == ("a", "a")
    assert {line.adults_registered, line.adults_reached, line.know_and_can, line.share, line.visits} == {None}
