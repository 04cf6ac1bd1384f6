"""Which words and pairs of neighbours the names hold: counted once, packed into flat arrays, then only read."""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from api.procedures.rules.arrays import Flags, Floats, Terms
from api.procedures.rules.words import Syllable

PAIR = 0.8
"""A pair of neighbours counts this much of its two words: Vietnamese words are mostly pairs."""
LIGHT = 0.3
"""Words that say little (my, for, house) weigh this much of what their rarity says."""
DIFFER, UNHEARD = -1, 0
"""No single spelling, for names differ in the marks of a term; and marks that no name has."""


class Lexicon:
    """Every word and pair of the names by its place, with its weight; words come before pairs.

    Behind both come the spellings of terms in whose marks the names differ: only they need places.
    """

    def __init__(
        self, names: Sequence[Sequence[Syllable]], targets: Sequence[int], light: Container[str]
    ) -> None:
        self.words: dict[str, int] = {}
        self.toned: dict[str, int] = {}
        plain, toned = self.numbered(names)
        name = np.repeat(np.arange(len(names)), [len(words) for words in names])
        self.base = len(self.toned) + 1
        # A pair stands where the next word is of the same name.
        first = np.flatnonzero(name[1:] == name[:-1])
        width = len(self.words)
        pairs, pair = np.unique(plain[first] * width + plain[first + 1], return_inverse=True)
        place = np.concatenate([plain, width + pair])
        holder = np.concatenate([name, name[first]])
        spelling = np.concatenate([toned, toned[first] * self.base + toned[first + 1]])
        count = width + len(pairs)
        spelled, starts, ways, apart, exact = spellings(place, spelling, count, self.base)
        terms = count + len(ways)
        held = distinct(np.concatenate([holder, holder[apart]]) * terms + np.concatenate([place, exact]))
        owners, places = held // (terms or 1), held % (terms or 1)
        begins = np.searchsorted(owners, np.arange((len(names) or 1) + 1)).astype(np.int32)
        words = np.array([word in light for word in self.words], dtype=np.float64)
        seconds = pairs % (width or 1)
        said_little = np.concatenate([words, (words[pairs // (width or 1)] + words[seconds]) / 2])
        plain_ones = places < count
        weight = weights(np.array(targets, dtype=np.int64), owners[plain_ones], places[plain_ones], count)
        weight *= np.where(np.arange(count) < width, 1.0, PAIR) * (1 - (1 - LIGHT) * said_little)
        said = np.bincount(owners[plain_ones], weight[places[plain_ones]], len(names) or 1)
        self.total: Floats = said.astype(np.float32)
        self.unknown = float(weight.max(initial=0)) or 1.0
        self.terms = Terms(
            weight=weight,
            spelled=spelled,
            exact_starts=starts,
            exact_ways=ways,
            base=self.base,
            pair_starts=np.searchsorted(pairs, np.arange(width + 1) * width).astype(np.int32),
            pair_seconds=seconds.astype(np.int32),
            starts=begins,
            places=places.astype(np.int32),
        )

    def neighbours(self) -> Iterator[tuple[str, str]]:
        """Every pair of words that stand side by side in a name, by their places."""
        known = list(self.words)
        starts = self.terms.pair_starts.tolist()
        seconds = self.terms.pair_seconds.tolist()
        for one, (start, end) in zip(known, pairwise(starts), strict=True):
            yield from ((one, known[other]) for other in seconds[start:end])

    def numbered(self, names: Sequence[Sequence[Syllable]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The words of all names one after the other: as plain ones, and with their marks."""
        # `a1` may be à too, so that the marks do not tell the plain word.
        for words in names:
            for word in words:
                self.words.setdefault(word.plain, len(self.words))
                self.toned.setdefault(word.toned, len(self.toned) + 1)
        plain = np.array([self.words[word.plain] for words in names for word in words], dtype=np.int64)
        toned = np.array([self.toned[word.toned] for words in names for word in words], dtype=np.int64)
        return plain, toned


def spellings(
    place: NDArray[np.int64], spelling: NDArray[np.int64], count: int, base: int
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int64], Flags, NDArray[np.int64]]:
    """How each term is spelled, or DIFFER; of those that differ where each begins, and the spellings.

    Then which of those said are spelled in several ways, and the places of those ways, behind the terms.
    """
    most = base * base
    both, at = np.unique(place * most + spelling, return_inverse=True)
    terms, ways = both // most, both % most
    many = np.bincount(terms, minlength=count)[terms] > 1
    spelled = np.full(count, DIFFER, dtype=np.int64)
    spelled[terms[~many]] = ways[~many]
    starts = np.searchsorted(terms[many], np.arange(count + 1)).astype(np.int32)
    behind = count + np.cumsum(many) - 1
    apart = many[at]
    return spelled, starts, ways[many], apart, behind[at[apart]]


def distinct(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The different values in order. By sorting: numpy's own looks them up one by one, four times as long."""
    ordered = np.sort(values)
    found: NDArray[np.int64] = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return found


def weights(
    targets: NDArray[np.int64], names: NDArray[np.int64], places: NDArray[np.int64], terms: int
) -> NDArray[np.float64]:
    """Rarer terms weigh more: idf by the targets whose names hold them."""
    most = int(targets.max(initial=0)) + 1
    holders = np.bincount(distinct(places * most + targets[names]) // most, minlength=terms)
    found: NDArray[np.float64] = np.log(1 + len(distinct(targets)) / (holders + 0.5))
    return found
