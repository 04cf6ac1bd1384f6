"""Which words and pairs of neighbours the names hold: counted once, packed into flat arrays, then only read."""

from array import array
from collections.abc import Container, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from api.procedures.rules.words import Syllable

PAIR = 0.8
"""A pair of neighbours counts this much of its two words: Vietnamese words are mostly pairs."""
LIGHT = 0.3
"""Words that say little (my, for, house) weigh this much of what their rarity says."""
DIFFER, UNHEARD = -1, 0
"""No single spelling, for names differ in the marks of a term; and marks that no name has."""

Rows: TypeAlias = NDArray[np.int32] | NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Flags: TypeAlias = NDArray[np.bool_]


class Postings:
    """The terms each name holds, by their places, in one array."""

    def __init__(self, places: Rows, starts: Rows, terms: int) -> None:
        """`places`: those of the first name, then of the second; `starts`: where each begins, and the end."""
        self.places = places.astype(np.int32)
        self.starts = starts.astype(np.int32)
        self.terms = terms

    def holds(self, places: Sequence[int], names: Rows) -> Floats:
        """For each place a line: 1 where a name holds it. Names that stand together are read together."""
        column = np.full(self.terms, -1, dtype=np.int16)
        asked = np.array(places, dtype=np.int32)
        column[asked] = np.arange(len(places), dtype=np.int16)
        begins, ends = self.starts.take(names), self.starts.take(names + 1)
        breaks = np.flatnonzero(begins[1:] != ends[:-1])
        firsts = [int(begins[0]), *begins.take(breaks + 1).tolist()]
        lasts = [*ends.take(breaks).tolist(), int(ends[-1])]
        held = np.concatenate([self.places[one:end] for one, end in zip(firsts, lasts, strict=True)])
        line = column.take(held)
        met = np.flatnonzero(line >= 0)
        owner = np.repeat(np.arange(len(names), dtype=np.int32), ends - begins)
        found = np.zeros((len(places), len(names)), dtype=np.float32)
        found[line[met], owner[met]] = 1
        # A place that is asked twice was noted by its last line only.
        return found if len(set(places)) == len(places) else found.take(column.take(asked), 0)


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
        apart, exact = self.spell(place, spelling, count)
        terms = count + len(self.exact)
        held = np.unique(np.concatenate([holder, holder[apart]]) * terms + np.concatenate([place, exact]))
        owners, places = held // (terms or 1), held % (terms or 1)
        self.postings = Postings(places, np.searchsorted(owners, np.arange((len(names) or 1) + 1)), terms)
        words = np.array([word in light for word in self.words], dtype=np.float64)
        said_little = np.concatenate(
            [words, (words[pairs // (width or 1)] + words[pairs % (width or 1)]) / 2]
        )
        owners, places = owners[places < count], places[places < count]
        weight = weights(np.array(targets, dtype=np.int64), owners, places, count)
        weight *= np.where(np.arange(count) < width, 1.0, PAIR) * (1 - (1 - LIGHT) * said_little)
        self.total: Floats = np.bincount(owners, weight[places], len(names) or 1).astype(np.float32)
        self.weight = array("d", weight.tobytes())
        self.unknown = max(self.weight, default=1.0)
        self.before: dict[str, dict[str, int]] = {word: {} for word in self.words}
        known = list(self.words)
        for at, key in enumerate(pairs.tolist(), width):
            self.before[known[key // width]][known[key % width]] = at

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

    def spell(
        self, place: NDArray[np.int64], spelling: NDArray[np.int64], count: int
    ) -> tuple[Flags, NDArray[np.int64]]:
        """Note how each term is spelled; which of those said are spelled in several ways, and those ways' places."""
        most = self.base * self.base
        both, at = np.unique(place * most + spelling, return_inverse=True)
        terms, ways = both // most, both % most
        many = np.bincount(terms, minlength=count)[terms] > 1
        spelled = np.full(count, DIFFER, dtype=np.int64)
        spelled[terms[~many]] = ways[~many]
        self.spelled = array("q", spelled.tobytes())
        self.exact = {way: count + behind for behind, way in enumerate(ways[many].tolist())}
        behind = count + np.cumsum(many) - 1
        apart = many[at]
        return apart, behind[at[apart]]

    def way(self, toned: str, other: str | None = None) -> int:
        """The number of a word or pair with its marks."""
        number = self.toned.get(toned, UNHEARD)
        if other is None or not number:
            return number
        second = self.toned.get(other, UNHEARD)
        return number * self.base + second if second else UNHEARD


def weights(
    targets: NDArray[np.int64], names: NDArray[np.int64], places: NDArray[np.int64], terms: int
) -> NDArray[np.float64]:
    """Rarer terms weigh more: idf by the targets whose names hold them."""
    most = int(targets.max(initial=0)) + 1
    holders = np.bincount(np.unique(places * most + targets[names]) // most, minlength=terms)
    found: NDArray[np.float64] = np.log(1 + len(np.unique(targets)) / (holders + 0.5))
    return found
