"""The flat arrays that the compiled loop of the ranking reads (`weighing`), each a tuple with names."""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Rows: TypeAlias = NDArray[np.int32] | NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Flags: TypeAlias = NDArray[np.bool_]


class Terms(NamedTuple):
    """The lexicon as the compiled loop reads it. Places: words, then pairs, then spellings."""

    weight: NDArray[np.float64]
    """Of words and pairs."""
    spelled: NDArray[np.int64]
    """How all names spell them, or DIFFER."""
    exact_starts: NDArray[np.int32]
    """Where the spellings of each begin among `exact_ways`; they have places behind the pairs."""
    exact_ways: NDArray[np.int64]
    base: int
    """The spelling of a pair is `one * base + other`."""
    pair_starts: NDArray[np.int32]
    """Where the pairs of each word begin among `pair_seconds`; the place of a pair follows the words."""
    pair_seconds: NDArray[np.int32]
    starts: NDArray[np.int32]
    """Where each name begins in `places`, and the end."""
    places: NDArray[np.int32]
    """The terms each name holds, in order."""


class Held(NamedTuple):
    """For every place the targets that use the term, and how much they do."""

    bounds: NDArray[np.int64]
    targets: NDArray[np.int32]
    shares: Floats


class Query(NamedTuple):
    """All ways to say a query, one after the other, each word by its numbers."""

    words: NDArray[np.int32]
    """Its place; the words that no name has are numbered -1, -2 and so on."""
    toned: NDArray[np.int32]
    """The number of its spelling with marks."""
    marked: NDArray[np.int32]
    """1 where marks were typed."""
    foreign: NDArray[np.float64]
    """What those that no name has weigh, by their numbers."""
    ends: NDArray[np.int32]
    """Where each way ends."""
    lines: NDArray[np.float32]
    """What each way counts."""


class Names(NamedTuple):
    """What the names are, each by its number; those of one target stand together."""

    total: Floats
    told: Floats
    """What a phrase weighs that may be told whole in a story; of others infinite."""
    slack: Floats
    worth: Floats
    """With the prior of its target."""
    starts: NDArray[np.int32]
    """The first name of each target, and the end."""
    priors: Floats


class Asked(NamedTuple):
    """What all ways to say a query ask for: a line of weights a term, a column a way."""

    column: NDArray[np.int16]
    """The line of each term, -1 when nobody asks for it."""
    places: NDArray[np.int32]
    used: NDArray[np.int64]
    """How many terms are asked for."""
    single: Floats
    """By words alone."""
    shared: Floats
    """With pairs and marks."""
    words: NDArray[np.float64]
    """What the words of each way weigh, those that nobody knows with them;"""
    unknown: NDArray[np.float64]
    """of which nobody knows;"""
    all: NDArray[np.float64]
    """with the pairs of neighbours."""
