"""Ranks procedures for a query: an inverted index over everything a procedure may be called."""

from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise
from math import log
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from api.procedures.rules.thesaurus import Thesaurus, Variant
from api.procedures.rules.words import SOUND, Ear, Syllable, hear

PAIR = 0.8
"""A pair of neighbours counts this much of its two words: Vietnamese words are mostly pairs."""
MARKS = 0.4
"""How much of a word typed with marks hangs on the marks (má, mã)."""
LIGHT = 0.3
"""Words that say little (my, for, house) weigh this much of what their rarity says."""
ENOUGH = 0.55
"""Share of the query's weight that a result must contain,"""
SOME = 0.2
"""unless the query contains the whole of a phrase: then this share is enough, for people tell stories."""
WHOLE = 0.85
TELLING = 6.0
"""A phrase lighter than this is too plain to answer a story."""
STORY = 0.35
"""What a whole phrase inside a long story is worth before the share of the story it covers."""
SECOND = 0.9
"""What a second hearing is worth."""
GAP = 0.6
"""What a pair is worth with a word or two between (con *em* mới sinh); it can only help."""
SKIPPED = (2, 3)
FOREIGN = 0.6
"""A real syllable that no name has counts this much of a word that is none."""
GOOD = 0.5
"""Below this the query is heard a second time."""
SURE = 0.75
"""A query with words of shops, news and games must fit this well."""
LEAST = 0.22
"""Fit below this is a random hit: show nothing, and the hotline."""


PHRASE = 0.3
"""Slack from which a name is a phrase people say, not an official sentence."""


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """Something a procedure may be called."""

    target: int
    text: str
    slack: float
    """What extra words in the text cost: little in a long official name, much in a short phrase."""
    weight: float = 1.0


Floats: TypeAlias = NDArray[np.float32]
Rows: TypeAlias = NDArray[np.int32]


class Hit(msgspec.Struct, frozen=True):
    """A found target with its fit."""

    target: int
    fit: float


def terms_of(words: Sequence[Syllable]) -> set[str]:
    """Words and pairs of neighbours, plain."""
    plain = [word.plain for word in words]
    return {*plain, *(f"{a} {b}" for a, b in pairwise(plain))}


def toned_of(words: Sequence[Syllable]) -> set[str]:
    """Words and pairs of neighbours with their marks."""
    toned = [word.toned for word in words]
    return {*toned, *(f"{a} {b}" for a, b in pairwise(toned))}


class Index:
    """Built once for an edition of the catalogue, then only read."""

    def __init__(self, called: Sequence[Called], priors: Sequence[float], thesaurus: Thesaurus) -> None:
        self.thesaurus = thesaurus
        heard = [hear(entry.text) for entry in called]
        plain = [terms_of(words) for words in heard]
        self.weight_of = weights(plain, [entry.target for entry in called], thesaurus.light)
        self.unknown = max(self.weight_of.values(), default=1.0)
        self.plain = postings(plain)
        self.toned = postings([toned_of(words) for words in heard])
        self.total = np.array(
            [sum(self.weight_of[t] for t in terms) for terms in plain] or [0.0], dtype=np.float32
        )
        self.slack = np.array([entry.slack for entry in called] or [0.0], dtype=np.float32)
        self.telling = (self.slack >= PHRASE) & (self.total >= TELLING)
        self.worth = np.array([entry.weight for entry in called] or [0.0], dtype=np.float32)
        self.target = np.array([entry.target for entry in called] or [0], dtype=np.int32)
        self.priors = np.array(priors or [0.0], dtype=np.float32)
        spoken = Counter(word.plain for words in heard for word in words)
        others = dict.fromkeys(thesaurus.words(), 1)
        telling = {term for term in self.plain if " " in term and share_of(term, thesaurus.light) == 1}
        self.ear = Ear(spoken | Counter(others), telling)

    def search(self, text: str, *, limit: int) -> list[Hit]:
        """The best targets for a query, best first; none when nothing fits well enough."""
        heard = self.ear.understand(text)
        found = self.score(heard)
        if found.max(initial=0) < GOOD and (again := self.ear.rethink(heard)) != heard:
            found = np.maximum(found, self.score(again) * np.float32(SECOND))
        least = SURE if self.thesaurus.is_elsewhere(heard) else LEAST
        order = np.argsort(-found, kind="stable")[:limit]
        return [Hit(int(at), float(found[at])) for at in order if found[at] >= least]

    def score(self, heard: Sequence[Syllable]) -> Floats:
        """How well each target fits, by the best of its names and the best way to say the query."""
        found = np.zeros(len(self.priors), dtype=np.float32)
        words = self.thesaurus.bare(heard)
        if not words:
            return found
        best = np.zeros(len(self.target), dtype=np.float32)
        for variant in self.thesaurus.variants(words):
            np.maximum(best, self.fit(variant), out=best)
        np.maximum.at(found, self.target, best * self.worth)
        return found * self.priors

    def fit(self, variant: Variant) -> Floats:
        """How well each name fits a variant, 0 to 1: shared weight against what either has alone."""
        shared = np.zeros(len(self.target), dtype=np.float32)
        single = np.zeros(len(self.target), dtype=np.float32)
        asked = asked_single = 0.0
        words = variant.words
        seen: set[str] = set()
        for at, word in enumerate(words):
            for term, toned, marked in self.around(words, at, word):
                if term in seen:
                    continue
                seen.add(term)
                lone = " " not in term
                weight = self.weight_of.get(term) or self.weight_of_unknown(term)
                asked += weight
                asked_single += weight if lone else 0.0
                rows = self.plain.get(term)
                if rows is None:
                    continue
                part = weight * (1 - MARKS) if marked else weight
                shared[rows] += part
                if lone:
                    single[rows] += weight
                if marked and (exact := self.toned.get(toned)) is not None:
                    shared[exact] += weight * MARKS
        for term in self.gapped(words) - seen:
            rows = self.plain.get(term)
            if rows is not None:
                shared[rows] += self.weight_of[term] * GAP
        np.minimum(shared, asked, out=shared)
        covered = shared / np.float32(asked or 1)
        whole = shared / np.maximum(self.total, np.float32(1e-6))
        fit = shared / (asked + self.slack * (self.total - shared) + 1e-6)
        fit[single < ENOUGH * asked_single] = 0
        story = (whole >= WHOLE) & self.telling & (covered >= SOME)
        fit = np.where(story, np.maximum(fit, whole * whole * (STORY + (1 - STORY) * covered)), fit)
        return (fit * variant.weight).astype(np.float32)

    def weight_of_unknown(self, term: str) -> float:
        """A number or a pair nobody uses weighs nothing; a syllable less than what is no syllable."""
        if " " in term or term.isdigit():
            return 0.0
        return self.unknown * (FOREIGN if SOUND.match(term) else 1.0)

    @staticmethod
    def gapped(words: Sequence[Syllable]) -> set[str]:
        """Pairs of words that are near, not neighbours."""
        return {
            f"{word.plain} {words[at + step].plain}"
            for at, word in enumerate(words)
            for step in SKIPPED
            if at + step < len(words)
        }

    @staticmethod
    def around(words: Sequence[Syllable], at: int, word: Syllable) -> list[tuple[str, str, bool]]:
        """A word, and the pair it makes with the next: plain, toned, whether marks count."""
        found = [(word.plain, word.toned, word.marked)]
        if at + 1 < len(words):
            after = words[at + 1]
            pair = (f"{word.plain} {after.plain}", f"{word.toned} {after.toned}", word.marked or after.marked)
            found.append(pair)
        return found


def weights(plain: Sequence[set[str]], targets: Sequence[int], light: Container[str]) -> dict[str, float]:
    """Rarer terms weigh more (idf by target); a pair weighs a share, words that say little less."""
    holders: dict[str, set[int]] = {}
    for terms, target in zip(plain, targets, strict=True):
        for term in terms:
            holders.setdefault(term, set()).add(target)
    count = len(set(targets)) or 1
    return {
        term: log(1 + count / (len(owners) + 0.5)) * (PAIR if " " in term else 1.0) * share_of(term, light)
        for term, owners in holders.items()
    }


def share_of(term: str, light: Container[str]) -> float:
    """1 for telling words, LIGHT for words that say little, between for mixed pairs."""
    words = term.split(" ")
    return 1 - (1 - LIGHT) * sum(word in light for word in words) / len(words)


def postings(sets: Sequence[set[str]]) -> dict[str, Rows]:
    """Which entries hold a term."""
    found: dict[str, list[int]] = {}
    for at, terms in enumerate(sets):
        for term in terms:
            found.setdefault(term, []).append(at)
    return {term: np.array(rows, dtype=np.int32) for term, rows in found.items()}
