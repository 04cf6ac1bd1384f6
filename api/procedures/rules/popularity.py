"""What people open more often is a little likelier meant: never enough to lift what does not fit."""

from collections.abc import Mapping, Sequence
from math import log1p

MOST = 0.08
"""The most a procedure's worth may grow: less than what one fitting word makes."""
PLENTY = 1_000
"""Openings in four weeks that count in full; a province's own habit is soon heard."""


def share(chosen: int) -> float:
    """How much of MOST so many openings are worth, 0 to 1."""
    return min(1.0, log1p(max(chosen, 0)) / log1p(PLENTY))


class Popularity:
    """Openings by procedure, in all provinces and in each."""

    def __init__(self, rows: Sequence[tuple[str, str, int]] = ()) -> None:
        """Rows (province or empty, code, how often opened)."""
        self.nation: dict[str, int] = {}
        self.provinces: dict[str, dict[str, int]] = {}
        for province, code, chosen in rows:
            self.nation[code] = self.nation.get(code, 0) + chosen
            if province:
                self.provinces.setdefault(province, {})[code] = chosen

    def of(self, code: str, province: str | None = None) -> float:
        """What to add to a procedure's worth, at most MOST; a province's own habit counts before the nation's."""
        own: Mapping[str, int] = self.provinces.get(province or "", {})
        return MOST * max(share(own.get(code, 0)), share(self.nation.get(code, 0)) / 2)

    def favourites(self, province: str | None) -> list[str]:
        """Codes opened in a province (or anywhere), most often first."""
        counts = self.provinces.get(province, {}) if province else self.nation
        return sorted(counts, key=lambda code: (-counts[code], code))
