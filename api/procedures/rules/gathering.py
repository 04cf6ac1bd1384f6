"""What all names of a procedure say together: people mix the words of several of its phrases."""

import numpy as np

from api.procedures.rules.arrays import Flags, Held, Rows, Terms

OFFICIAL = 0.7
"""What an official name adds to a word's count, where a phrase adds 1."""
HALF = 1.0
"""A word that so many names of a procedure hold counts half of what it can; ever more, never all."""


def gathered(terms: Terms, target: Rows, phrase: Flags, targets: int) -> Held:
    """Which targets use each term, and how much; `target` and whether it is a phrase (else an official name), by name."""
    count = len(terms.weight) + len(terms.exact_ways)
    name = np.repeat(np.arange(len(target)), np.diff(terms.starts))
    keys = terms.places.astype(np.int64) * targets + target[name]
    counts = np.where(phrase[name], 1.0, OFFICIAL)
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    summed = np.add.reduceat(counts, starts) if len(starts) else counts
    return Held(
        bounds=np.searchsorted(keys[starts] // targets, np.arange(count + 1)),
        targets=(keys[starts] % targets).astype(np.int32),
        shares=(summed / (summed + HALF)).astype(np.float32),
    )
