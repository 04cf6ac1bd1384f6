"""What all names of a procedure say together: people mix the words of several of its phrases."""

from array import array
from collections.abc import Sequence

import numpy as np

from api.procedures.rules.postings import Flags, Floats, Lexicon, Rows

OFFICIAL = 0.7
"""What an official name adds to a word's count, where a phrase adds 1."""
COMMON = 300
"""A term that more procedures use has a line for all of them: quicker to add than its list."""
TINY = 1e-6
HALF = 1.0
"""A word that so many names of a procedure hold counts half of what it can; ever more, never all."""


class Gathered:
    """For every term the procedures that use it, and how much they do."""

    def __init__(self, lexicon: Lexicon, target: Rows, phrase: Flags, targets: int) -> None:
        """`target` and whether it is a phrase (else an official name), by name."""
        self.targets = targets
        postings = lexicon.postings
        name = np.repeat(np.arange(len(target)), np.diff(postings.starts))
        keys = postings.places.astype(np.int64) * targets + target[name]
        counts = np.where(phrase[name], 1.0, OFFICIAL)
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        summed = np.add.reduceat(counts, starts) if len(starts) else counts
        self.holders: Rows = (keys[starts] % targets).astype(np.int32)
        self.shares: Floats = (summed / (summed + HALF)).astype(np.float32)
        bounds = np.searchsorted(keys[starts] // targets, np.arange(postings.terms + 1))
        self.bounds = array("q", bounds.tobytes())
        common = np.flatnonzero(np.diff(bounds) > COMMON).tolist()
        self.lines = {at: line for line, at in enumerate(common)}
        self.table = np.zeros((len(common), targets), dtype=np.float32)
        for line, at in enumerate(common):
            start, end = self.bounds[at], self.bounds[at + 1]
            self.table[line, self.holders[start:end]] = self.shares[start:end]

    def fits(self, places: Sequence[int], weights: Floats, asked: Floats) -> Floats:
        """How well each procedure as a whole fits, 0 to about 2, by the best line.

        `weights`: a line for each way to say the query, a column for each term of `places`;
        `asked`: what the words of each line weigh.
        """
        if not places:
            return np.zeros(self.targets, dtype=np.float32)
        weights = (weights / np.maximum(asked, TINY)[:, None]).astype(np.float32)
        lines = [self.lines.get(at, -1) for at in places]
        often = [column for column, line in enumerate(lines) if line >= 0]
        found = weights[:, often] @ self.table.take([lines[column] for column in often], 0)
        rare = [column for column, line in enumerate(lines) if line < 0]
        if rare:
            spans = [(self.bounds[places[column]], self.bounds[places[column] + 1]) for column in rare]
            holders = np.concatenate([self.holders[start:end] for start, end in spans])
            shares = np.concatenate([self.shares[start:end] for start, end in spans])
            lengths = [end - start for start, end in spans]
            for line, weight in enumerate(weights.take(rare, 1)):
                found[line] += np.bincount(holders, shares * weight.repeat(lengths), self.targets)
        best: Floats = found.max(axis=0)
        return best
