"""The inner loop of the ranking, compiled by numba: from the words of a query to what each procedure is worth.

Only loops over flat arrays are here (docs/decisions/0052). `tests/procedures/oracle.py` says the same plainly.
"""

from collections.abc import Callable
from typing import TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

from api.procedures.rules.arrays import Asked, Floats, Held, Names, Query, Terms

MARKS = 0.4
"""How much of a word typed with marks hangs on the marks (má, mã)."""
GAP = 0.6
"""What a pair is worth with a word or two between (con *em* mới sinh); it can only help."""
FURTHEST = 3
ENOUGH = 0.38
"""Share of the query's weight that a result must contain,"""
SOME = 0.2
"""unless the query contains the whole of a phrase: then this share is enough, for people tell stories."""
WHOLE = 0.85
STORY = 0.1
"""What a whole phrase inside a long story is worth before the share of the story it covers."""
EXACT, WORD_FOR_WORD = 0.4, 0.97
"""What is said word for word is meant: it counts this much more than what only holds it."""
TOGETHER = 0.7
"""What all names of a procedure together are worth beside the best of them."""
HALF_KNOWN = 0.5
"""A word nobody uses weighs this much less when all names are weighed together."""
TINY = 1e-6
CELLS = 8
"""Terms that one word of a query can ask for at most: itself, three pairs, and each with its marks."""
Function = TypeVar("Function", bound=Callable[..., object])


def compiled(function: Function) -> Function:
    """Compile a loop at its first call; what was compiled is kept beside the source."""
    return cast("Function", njit(cache=True)(function))


@compiled
def among(found: NDArray[np.int32], first: int, end: int, value: int) -> bool:
    """Whether a part of a list has a value."""
    for at in range(first, end):
        if found[at] == value:
            return True
    return False


@compiled
def pair_of(terms: Terms, one: int, other: int) -> int:
    """The place of a pair of neighbours, -1 when no name has it."""
    if one < 0 or other < 0:
        return -1
    low, end = terms.pair_starts[one], terms.pair_starts[one + 1]
    high = end
    while low < high:
        middle = (low + high) // 2
        if terms.pair_seconds[middle] < other:
            low = middle + 1
        else:
            high = middle
    return len(terms.pair_starts) - 1 + low if low < end and terms.pair_seconds[low] == other else -1


@compiled
def put(asked: Asked, way: int, at: int, weight: float) -> int:
    """Ask for a term in one way; its line."""
    line = int(asked.column[at])
    if line < 0:
        line = int(asked.used[0])
        asked.used[0] += 1
        asked.column[at] = line
        asked.places[line] = at
    asked.shared[line, way] += weight
    return line


@compiled
def mark(asked: Asked, terms: Terms, way: int, at: int, spelling: int, share: float) -> None:
    """Ask for a term typed with other marks than most names have: a share, and the rest where they agree."""
    put(asked, way, at, terms.weight[at] * share)
    for exact in range(terms.exact_starts[at], terms.exact_starts[at + 1]):
        if terms.exact_ways[exact] == spelling:
            put(asked, way, len(terms.weight) + exact, terms.weight[at] * MARKS)


@compiled
def ask_pairs(asked: Asked, terms: Terms, query: Query, way: int, first: int, end: int) -> None:
    """Weigh the pairs of neighbours of one way, then the pairs with a word or two between."""
    seen = np.empty(FURTHEST * (end - first) + 1, dtype=np.int32)
    count = 0
    for step in range(1, FURTHEST + 1):
        for at in range(first, end - step):
            pair = pair_of(terms, query.words[at], query.words[at + step])
            if pair < 0 or among(seen, 0, count, pair):
                continue
            seen[count] = pair
            count += 1
            weight = terms.weight[pair]
            if step > 1:
                put(asked, way, pair, weight * GAP)
                continue
            asked.all[way] += weight
            one, other = query.toned[at], query.toned[at + 1]
            spelling = one * terms.base + other if one and other else 0
            if not (query.marked[at] or query.marked[at + 1]) or spelling == terms.spelled[pair]:
                put(asked, way, pair, weight)
            else:
                mark(asked, terms, way, pair, spelling, 1 - MARKS)


@compiled
def ask(query: Query, terms: Terms, column: NDArray[np.int16]) -> Asked:
    """Weigh the words and pairs of all ways to say a query. `column`: -1 for every term."""
    ways, most = len(query.ends), CELLS * len(query.words) + 1
    asked = Asked(
        column,
        np.zeros(most, dtype=np.int32),
        np.zeros(1, dtype=np.int64),
        np.zeros((most, ways), dtype=np.float32),
        np.zeros((most, ways), dtype=np.float32),
        np.zeros(ways),
        np.zeros(ways),
        np.zeros(ways),
    )
    first = 0
    for way in range(ways):
        end = query.ends[way]
        for at in range(first, end):
            word = query.words[at]
            if among(query.words, first, at, word):
                continue
            if word < 0:
                asked.unknown[way] += query.foreign[-1 - word]
                asked.words[way] += query.foreign[-1 - word]
                continue
            weight = terms.weight[word]
            asked.words[way] += weight
            asked.single[put(asked, way, word, weight), way] += weight
            if query.marked[at] and query.toned[at] != terms.spelled[word]:
                mark(asked, terms, way, word, query.toned[at], -MARKS)
        asked.all[way] += asked.words[way]
        ask_pairs(asked, terms, query, way, first, end)
        first = end
    return asked


@compiled
def gather(asked: Asked, held: Held, lines: Floats, priors: Floats) -> Floats:
    """What each target as a whole is worth, by the best way to say the query."""
    plain = np.zeros(len(priors), dtype=np.float32)
    best = np.zeros(len(priors), dtype=np.float32)
    for way in range(len(lines)):
        # The other ways differ from the first in few terms.
        found = plain if way == 0 else plain.copy()
        for line in range(asked.used[0]):
            weight = asked.shared[line, way] - (asked.shared[line, 0] if way else 0)
            if weight != 0:
                at = asked.places[line]
                for place in range(held.bounds[at], held.bounds[at + 1]):
                    found[held.targets[place]] += held.shares[place] * weight
        told = max(asked.words[way] - HALF_KNOWN * asked.unknown[way], TINY)
        scale = np.float32(lines[way] / told)
        for target in range(len(priors)):
            best[target] = max(best[target], found[target] * scale)
    for target in range(len(priors)):
        best[target] *= priors[target]
    return best


@compiled
def fit(asked: Asked, names: Names, name: int, way: int, single: float, shared: float) -> float:
    """How well one name fits one way to say the query, by what both say."""
    wanted, total = asked.all[way], names.total[name]
    shared = min(shared, wanted)
    found = 0.0
    if single >= asked.words[way] * ENOUGH:
        found = shared / (wanted + names.slack[name] * (total - shared) + TINY)
    whole = shared / names.told[name]
    if whole >= WHOLE:
        covered = shared / wanted
        if covered >= SOME:
            found = max(found, whole * whole * (STORY + (1 - STORY) * covered))
    return found


@compiled
def alone(asked: Asked, terms: Terms, names: Names, lines: Floats, targets: NDArray[np.int32]) -> Floats:
    """What each of some targets is worth by the best of its names and the best way to say the query."""
    ways = len(lines)
    single, shared = np.zeros(ways, dtype=np.float32), np.zeros(ways, dtype=np.float32)
    best = np.zeros(len(targets), dtype=np.float32)
    for at, target in enumerate(targets):
        for name in range(names.starts[target], names.starts[target + 1]):
            met = False
            for place in range(terms.starts[name], terms.starts[name + 1]):
                line = asked.column[terms.places[place]]
                if line >= 0:
                    met = True
                    for way in range(ways):
                        single[way] += asked.single[line, way]
                        shared[way] += asked.shared[line, way]
            if met:
                for way in range(ways):
                    worth = fit(asked, names, name, way, single[way], shared[way]) * lines[way]
                    best[at] = max(best[at], worth * names.worth[name])
                    single[way] = shared[way] = 0
    return best


@compiled
def foremost(worth: Floats, most: int) -> NDArray[np.int32]:
    """The targets that are worth most, so many at most, in any order; none that is worth nothing."""
    most = min(most, len(worth))
    found = np.zeros(most, dtype=np.int32)
    count, least, last = 0, np.float32(0), 0
    for target in range(len(worth)):
        if worth[target] <= least:
            continue
        if count < most:
            found[count] = target
            count += 1
        else:
            found[last] = target
        if count == most:
            last = 0
            for at in range(most):
                if worth[found[at]] < worth[found[last]]:
                    last = at
            least = worth[found[last]]
    return found[:count]


@compiled
def weigh(
    query: Query, terms: Terms, held: Held, names: Names, column: NDArray[np.int16], shortlist: int
) -> Floats:
    """What every target is worth: by all its names together, and the foremost by the best of them too.

    `column`: -1 for every term, before and after.
    """
    asked = ask(query, terms, column)
    found = gather(asked, held, query.lines, names.priors)
    chosen = foremost(found, shortlist)
    for target in range(len(found)):
        found[target] *= np.float32(TOGETHER)
    for at, worth in enumerate(alone(asked, terms, names, query.lines, chosen)):
        prior = names.priors[chosen[at]]
        found[chosen[at]] += worth + (EXACT * prior if worth >= WORD_FOR_WORD * prior else 0.0)
    for line in range(asked.used[0]):
        column[asked.places[line]] = -1
    return found
