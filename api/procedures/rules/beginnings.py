"""Which texts hold a word, or a word beginning so: two flat arrays, the words of one beginning side by side."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from api.procedures.rules.arrays import Flags

LAST = "\uffff"
"""Comes after every letter."""


class Beginnings:
    """Built once from the words of each text, then only read."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self.vocabulary = sorted({word for words in texts for word in words})
        place = {word: at for at, word in enumerate(self.vocabulary)}
        words = np.array([place[word] for words in texts for word in words], dtype=np.int64)
        rows = np.repeat(np.arange(len(texts)), [len(words) for words in texts])
        order = np.argsort(words, kind="stable")
        self.texts = len(texts)
        self.rows = rows[order].astype(np.int32)
        self.ends = np.searchsorted(words[order], np.arange(len(place) + 1)).astype(np.int32)

    def first(self, words: Sequence[str], starts: Sequence[str], most: int) -> list[int]:
        """The first texts that hold all of `words`, and a word that begins with any of `starts`."""
        found = self.between([(start, start + LAST) for start in starts])
        for word in words:
            found &= self.between([(word, word + "\0")])
        held: list[int] = np.flatnonzero(found)[:most].tolist()
        return held

    def between(self, spans: Sequence[tuple[str, str]]) -> Flags:
        """Whether each text holds a word from one, and before another."""
        found = np.zeros(self.texts, dtype=np.bool_)
        for one, other in spans:
            at, end = bisect_left(self.vocabulary, one), bisect_left(self.vocabulary, other)
            found[self.rows[self.ends[at] : self.ends[end]]] = True
        return found
