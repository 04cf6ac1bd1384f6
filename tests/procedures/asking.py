"""The steps of the ranking one by one, as the tests look at them."""

from collections.abc import Sequence

import numpy as np

from api.procedures.rules import arrays, weighing
from api.procedures.rules.ranking import Index, asked
from api.procedures.rules.thesaurus import Variant


def what_is_asked(index: Index, variants: Sequence[Variant]) -> tuple[arrays.Query, arrays.Asked]:
    """The query in numbers, and what it asks of the names."""
    query = asked(index.lexicon, variants)
    return query, weighing.ask(query, index.lexicon.terms, np.full_like(index.column, -1))


def best_of_names(index: Index, variants: Sequence[Variant]) -> list[float]:
    """What every target is worth by the best of its names."""
    query, wanted = what_is_asked(index, variants)
    every = np.arange(len(index.names.priors), dtype=np.int32)
    worth = weighing.alone(wanted, index.lexicon.terms, index.names, query.lines, every)
    return [float(one) for one in worth]


def all_names_together(index: Index, variants: Sequence[Variant]) -> list[float]:
    """What every target is worth by all its names together, with its prior."""
    query, wanted = what_is_asked(index, variants)
    return [float(one) for one in weighing.gather(wanted, index.held, query.lines, index.names.priors)]


def terms_of_name(index: Index, name: int) -> list[int]:
    """The places of the terms a name holds."""
    terms = index.lexicon.terms
    return [int(at) for at in terms.places[terms.starts[name] : terms.starts[name + 1]]]


def fits_of_names(index: Index, variant: Variant) -> list[float]:
    """The fit of each name for one way to say a query, with its worth."""
    query, wanted = what_is_asked(index, [variant])
    found = []
    for name in range(len(index.names.total)):
        lines = [int(wanted.column[at]) for at in terms_of_name(index, name) if wanted.column[at] >= 0]
        single = sum(float(wanted.single[line, 0]) for line in lines)
        shared = sum(float(wanted.shared[line, 0]) for line in lines)
        fit = weighing.fit(wanted, index.names, name, 0, single, shared)
        found.append(fit * float(query.lines[0]) * float(index.names.worth[name]))
    return found
