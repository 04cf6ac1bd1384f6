"""Which names hold a word or a pair of neighbours: counted once, packed into flat arrays, then only read."""

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from math import log
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from api.procedures.rules.words import Syllable

PAIR = 0.8
"""A pair of neighbours counts this much of its two words: Vietnamese words are mostly pairs."""
LIGHT = 0.3
"""Words that say little (my, for, house) weigh this much of what their rarity says."""
COMMON = 12
"""A term that more names hold than this has a line of bits of its own: cheaper to ask than its list."""

ALONE = 200_000
"""Products at once: from a little more on, numpy's library would wake threads of its own for it."""

Rows: TypeAlias = NDArray[np.int32] | NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Flags: TypeAlias = NDArray[np.bool_]


class Term(msgspec.Struct, kw_only=True, gc=False):
    """A word or a pair as the index knows it."""

    at: int
    """Where its names stand."""
    weight: float
    toned: str
    """How every name spells it; empty when names differ."""


class Word(msgspec.Struct, kw_only=True):
    """A word, and the pairs it begins by the word that follows."""

    term: Term
    before: dict[str, Term]


def terms_of(words: Sequence[Syllable]) -> set[str]:
    """Words and pairs of neighbours, plain."""
    plain = [word.plain for word in words]
    return {*plain, *(f"{a} {b}" for a, b in pairwise(plain))}


def toned_of(words: Sequence[Syllable]) -> dict[str, str]:
    """Words and pairs of neighbours with their marks, and the plain term of each."""
    found = {word.toned: word.plain for word in words}
    for one, other in pairwise(words):
        found[f"{one.toned} {other.toned}"] = f"{one.plain} {other.plain}"
    return found


def share_of(term: str, light: Container[str]) -> float:
    """1 for telling words, LIGHT for words that say little, between for mixed pairs."""
    words = term.split(" ")
    return 1 - (1 - LIGHT) * sum(word in light for word in words) / len(words)


def weights(plain: Sequence[set[str]], targets: Sequence[int], light: Container[str]) -> dict[str, float]:
    """Rarer terms weigh more (idf by target); a pair weighs a share, words that say little less."""
    holders: dict[str, int] = {}
    last: dict[str, int] = {}
    # Names of one target stand together, so a target counts once when it is not the last one seen.
    for at in sorted(range(len(targets)), key=targets.__getitem__):
        target = targets[at]
        for term in plain[at]:
            if last.get(term) != target:
                last[term] = target
                holders[term] = holders.get(term, 0) + 1
    count = len(set(targets)) or 1
    return {
        term: log(1 + count / (owners + 0.5)) * (PAIR if " " in term else 1.0) * share_of(term, light)
        for term, owners in holders.items()
    }


class Postings:
    """Lists of names in one array; the longer ones, and all of words, also as lines of bits."""

    def __init__(self, lists: Sequence[Sequence[int]], names: int, words: int) -> None:
        """`lists`: for each place, the names that hold it, in order; the first so many are words."""
        self.names = names or 1
        self.rows: Rows = np.fromiter((row for rows in lists for row in rows), dtype=np.int32)
        ends = np.cumsum([0, *map(len, lists)]).tolist()
        self.spans: list[tuple[int, int]] = list(pairwise(ends))
        long = [at for at, rows in enumerate(lists) if at < words or len(rows) > COMMON]
        width = names // 8 + 1
        self.lines = np.zeros((len(long), width), dtype=np.uint8)
        for line, at in enumerate(long):
            rows = self.rows_at(at)
            np.bitwise_or.at(self.lines[line], rows >> 3, np.left_shift(1, rows & 7).astype(np.uint8))
        self.bits = self.lines.ravel()
        self.line_at: dict[int, int] = {at: line * width for line, at in enumerate(long)}

    def rows_at(self, at: int) -> Rows:
        """The names that hold the term at a place."""
        start, end = self.spans[at]
        return self.rows[start:end]

    def weigh(self, cells: Floats, words: Sequence[int]) -> Floats:
        """For each line of weights of words, what every name holds of them."""
        held = np.unpackbits(self.lines.take(words, 0), axis=1, count=self.names, bitorder="little")
        found = np.empty((len(cells), self.names), dtype=np.float32)
        block = ALONE // cells.size
        for at in range(0, self.names, block):
            np.matmul(cells, held[:, at : at + block].astype(np.float32), out=found[:, at : at + block])
        return found

    def holds(self, places: Sequence[int], names: Rows) -> Floats:
        """For each place a line: 1 where a name holds it."""
        starts = [self.line_at.get(at, -1) for at in places]
        lines = np.array(starts, dtype=np.int64)[:, None]
        bits = self.bits.take(lines + (names >> 3), mode="clip") >> (names & 7).astype(np.uint8)
        found = (bits & 1).astype(np.float32)
        if -1 in starts:
            short = [line for line, start in enumerate(starts) if start < 0]
            found[short] = 0
            lists = [self.rows_at(places[line]) for line in short]
            rows = np.concatenate(lists)
            at = names.searchsorted(rows)
            held = names.take(at, mode="clip") == rows
            if held.any():
                owner = np.repeat(short, [len(rows) for rows in lists])
                found[owner[held], at[held]] = 1
        return found


def inverted(sets: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Which names hold a term."""
    found: dict[str, list[int]] = {}
    for at, terms in enumerate(sets):
        for term in terms:
            rows = found.get(term)
            if rows is None:
                found[term] = [at]
            else:
                rows.append(at)
    return found


class Lexicon:
    """Every term of the names, with its weight and its place in the postings; words come before pairs."""

    def __init__(
        self, names: Sequence[Sequence[Syllable]], targets: Sequence[int], light: Container[str]
    ) -> None:
        plain = [terms_of(words) for words in names]
        toned = [toned_of(words) for words in names]
        weight_of = weights(plain, targets, light)
        lists = inverted(plain)
        spelled: dict[str, set[str]] = {}
        for spellings in toned:
            for spelling, term in spellings.items():
                spelled.setdefault(term, set()).add(spelling)
        places = {term: at for at, term in enumerate(sorted(lists, key=lambda term: " " in term))}
        self.words: dict[str, Word] = {}
        for term, at in places.items():
            one, _, other = term.partition(" ")
            spelling = next(iter(spelled[term])) if len(spelled[term]) == 1 else ""
            known = Term(at=at, weight=weight_of[term], toned=spelling)
            if other:
                self.words[one].before[other] = known
            else:
                self.words[one] = Word(term=known, before={})
        # Only where names differ in the marks of a term do the marks need lists of their own.
        apart = inverted([s for s, term in said.items() if len(spelled[term]) > 1] for said in toned)
        self.exact = {spelling: len(places) + at for at, spelling in enumerate(apart)}
        self.postings = Postings(
            [*(lists[term] for term in places), *apart.values()], len(names), len(self.words)
        )
        self.total = summed(plain, weight_of)
        self.of_words = summed(([t for t in terms if " " not in t] for terms in plain), weight_of)
        self.unknown = max(weight_of.values(), default=1.0)


def summed(sets: Iterable[Iterable[str]], weight_of: dict[str, float]) -> Floats:
    """What the terms of each name weigh together."""
    return np.array([sum(map(weight_of.__getitem__, terms)) for terms in sets] or [0.0], dtype=np.float32)
