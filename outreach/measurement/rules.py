"""The arithmetic of coverage: intervals, verdicts, bounds, deduplication, suppression. Pure."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import NormalDist
from typing import NamedTuple

from api.kit.errors import Problem
from outreach.measurement.contracts import CommuneCount, Coverage, Target, Verdict

TWO_SIDED_95 = NormalDist().inv_cdf(0.975)
ONE_SIDED_95 = NormalDist().inv_cdf(0.95)
SMALLEST_SHOWN = 5
"""A smaller count of people is never public."""
METHOD = (
    "Đếm từng người một lần theo lần đánh giá gần nhất; đạt khi vừa biết vừa tự làm được trước mắt người "
    "hướng dẫn. Số liệu từ các lượt thăm của tổ, không phải mẫu ngẫu nhiên: tỷ lệ là của người đã được đánh giá."
)


class NotYourProvince(Problem):
    """Coverage of a province this officer does not serve."""

    status = 403
    slug = "not-your-province"
    title = "Bạn chỉ xem được số liệu của tỉnh mình phụ trách"


class Interval(NamedTuple):
    """A lower and an upper end."""

    low: float
    high: float


def wilson(successes: float, trials: float, *, z: float = TWO_SIDED_95) -> Interval:
    """Wilson's score interval (1927); keeps inside 0..1 and works for small numbers."""
    if trials <= 0:
        return Interval(0.0, 1.0)
    share = successes / trials
    spread = z * z / trials
    centre = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / trials + spread / (4 * trials))
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == trials else min(1.0, centre + half)
    return Interval(low, high)


def judge(successes: int, trials: int, *, threshold: float) -> Verdict:
    """Met only when the one-sided lower bound reaches the line; missed only when the upper stays below."""
    if trials <= 0:
        return Verdict.NOT_ENOUGH_DATA
    ends = wilson(successes, trials, z=ONE_SIDED_95)
    if ends.low >= threshold:
        return Verdict.MET
    return Verdict.NOT_MET if ends.high < threshold else Verdict.NOT_ENOUGH_DATA


def unknown_bounds(successes: int, assessed: int, everybody: int) -> Interval:
    """What the share of everybody can be if we assume nothing of those not assessed (Manski)."""
    if everybody <= 0:
        return Interval(0.0, 1.0)
    return Interval(successes / everybody, (successes + max(everybody - assessed, 0)) / everybody)


def reach_of(visits: Iterable[tuple[str, str, str | None]]) -> dict[str, int]:
    """Outputs of (volunteer, household, adult or None) contacts: visits, contacts, people, houses."""
    rows = list(visits)
    return {
        "visits": len(rows),
        "contacts": sum(adult is not None for _, _, adult in rows),
        "adults": len({adult for _, _, adult in rows if adult is not None}),
        "households_attempted": len({house for _, house, _ in rows}),
        "households_met": len({house for _, house, adult in rows if adult is not None}),
    }


def target_of(target: Target, *, on: date) -> Target:
    """The target as it stands on a day: past due or not."""
    return Target(
        indicator=target.indicator,
        population=target.population,
        threshold=target.threshold,
        due_on=target.due_on,
        legal_basis=target.legal_basis,
        version=target.version,
        past_due=target.due_on < on,
    )


def coverage_of(count: CommuneCount, *, code: str | None, threshold: float) -> Coverage:
    """Figures of one place: share and interval of the assessed, bounds for everybody."""
    share = low = high = bound_low = bound_high = None
    if count.adults_assessed:
        share = count.know_and_can / count.adults_assessed
        low, high = wilson(count.know_and_can, count.adults_assessed)
    if count.adults_registered:
        everybody = max(count.adults_population or 0, count.adults_registered)
        bound_low, bound_high = unknown_bounds(count.know_and_can, count.adults_assessed, everybody)
    return Coverage(
        commune_code=code,
        commune_name=count.commune_name,
        adults_registered=count.adults_registered,
        adults_population=count.adults_population,
        population_on=count.population_on,
        population_source=count.population_source,
        adults_reached=count.adults_reached,
        adults_assessed=count.adults_assessed,
        know_and_can=count.know_and_can,
        share=share,
        low=low,
        high=high,
        bound_low=bound_low,
        bound_high=bound_high,
        verdict=judge(count.know_and_can, count.adults_assessed, threshold=threshold),
        visits=count.visits,
    )


def total_of(counts: Sequence[CommuneCount], *, name: str) -> CommuneCount:
    """The sum over communes: exact, for an adult is registered in one of them only.

    The population is known only when it is known of every commune.
    """
    populations = [count.adults_population for count in counts]
    known = [population for population in populations if population is not None]
    days = [count.population_on for count in counts if count.population_on is not None]
    whole = len(known) == len(counts) > 0
    sources = {count.population_source for count in counts if count.population_source}
    return CommuneCount(
        commune_code="",
        commune_name=name,
        adults_registered=sum(count.adults_registered for count in counts),
        adults_reached=sum(count.adults_reached for count in counts),
        adults_assessed=sum(count.adults_assessed for count in counts),
        know_and_can=sum(count.know_and_can for count in counts),
        visits=sum(count.visits for count in counts),
        adults_population=sum(known) if whole else None,
        population_on=min(days, default=None) if whole else None,
        population_source="; ".join(sorted(sources)) if whole else None,
    )


def is_small(count: CommuneCount) -> bool:
    """Whether any group of people in these figures, or its rest, is too small to publish."""
    groups = (
        count.adults_registered,
        count.adults_registered - count.adults_reached,
        count.adults_reached - count.adults_assessed,
        count.adults_assessed - count.know_and_can,
        count.know_and_can,
    )
    return any(0 < group < SMALLEST_SHOWN for group in groups)


def kept_back(counts: Sequence[CommuneCount]) -> set[str]:
    """Communes whose figures stay private.

    The small ones; and when that is one alone, which the total less the others would give away,
    the smallest of the rest with it.
    """
    hidden = {count.commune_code for count in counts if is_small(count)}
    if len(hidden) == 1:
        rest = [c for c in counts if c.commune_code not in hidden and c.adults_registered > 0]
        if rest:
            hidden.add(min(rest, key=lambda c: (c.adults_registered, c.commune_code)).commune_code)
    return hidden


def suppressed(coverage: Coverage) -> Coverage:
    """The same place without its figures."""
    return Coverage(
        commune_code=coverage.commune_code,
        commune_name=coverage.commune_name,
        adults_registered=None,
        adults_population=coverage.adults_population,
        population_on=coverage.population_on,
        population_source=coverage.population_source,
        adults_reached=None,
        adults_assessed=None,
        know_and_can=None,
        share=None,
        low=None,
        high=None,
        bound_low=None,
        bound_high=None,
        verdict=Verdict.NOT_ENOUGH_DATA,
        visits=None,
        suppressed=True,
    )
