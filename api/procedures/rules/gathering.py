"""What all names of a procedure say together: people mix the words of several of its phrases."""

from collections.abc import Sequence

import numpy as np

from api.procedures.rules.postings import Flags, Floats, Lexicon, Rows
from api.procedures.rules.thesaurus import Variant
from api.procedures.rules.words import SOUND

OFFICIAL = 0.7
"""What an official name adds to a word's count, where a phrase adds 1."""
HALF = 1.0
"""A word that so many names of a procedure hold counts half of what it can; ever more, never all."""
UNKNOWN, FOREIGN = 0.5, 0.3
"""What a word nobody uses weighs, of the rarest known one; the second when it is a real syllable."""


class Gathered:
    """For every term the procedures that use it, and how much they do."""

    def __init__(self, lexicon: Lexicon, target: Rows, phrase: Flags, targets: int) -> None:
        """`target` and whether it is a phrase (else an official name), by name."""
        self.lexicon, self.targets = lexicon, targets
        postings = lexicon.postings
        spans = postings.spans[: lexicon.terms]
        lengths = [end - start for start, end in spans]
        rows = postings.rows[: spans[-1][1] if spans else 0]
        keys = np.repeat(np.arange(len(spans), dtype=np.int64), lengths) * targets + target[rows]
        counts = np.where(phrase[rows], 1.0, OFFICIAL)
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        summed = np.add.reduceat(counts, starts) if len(starts) else counts
        self.holders = (keys[starts] % targets).astype(np.int32)
        self.shares = (summed / (summed + HALF)).astype(np.float32)
        places = keys[starts] // targets
        bounds = np.searchsorted(places, np.arange(len(spans) + 1))
        self.bounds: list[int] = bounds.tolist()

    def fits(self, variants: Sequence[Variant]) -> Floats:
        """How well each procedure as a whole fits, by the best way to say the query; 0 to about 2."""
        best = np.zeros(self.targets, dtype=np.float32)
        for variant in variants:
            found = self.fit(variant)
            if found is not None:
                np.maximum(best, found, out=best)
        return best

    def fit(self, variant: Variant) -> Floats | None:
        """The same for one way to say it."""
        words, vocabulary = variant.words, self.lexicon.words
        asked = 0.0
        terms: dict[int, float] = {}
        seen: set[str] = set()
        before = None
        for word in words:
            known = vocabulary.get(word.plain)
            if before is not None and (pair := before.get(word.plain)) is not None:
                terms[pair.at] = pair.weight
            before = known.before if known is not None else None
            if word.plain in seen:
                continue
            seen.add(word.plain)
            if known is not None:
                terms[known.term.at] = known.term.weight
                asked += known.term.weight
            elif not word.plain.isdigit():
                asked += self.lexicon.unknown * (FOREIGN if SOUND.match(word.plain) else UNKNOWN)
        if not terms:
            return None
        bounds, spans = self.bounds, []
        weights = []
        for at, weight in terms.items():
            start, end = bounds[at], bounds[at + 1]
            spans.append(self.holders[start:end])
            weights.append(self.shares[start:end] * np.float32(weight))
        found = np.bincount(np.concatenate(spans), np.concatenate(weights), self.targets)
        return (found * (variant.weight / asked)).astype(np.float32)
