"""The quick ranking answers what the plain one does, on a slice of the real catalogue."""

from collections.abc import Sequence
from itertools import islice

import pytest

from api.procedures.load.shipped import read
from api.procedures.rules import ranking
from api.procedures.rules.ranking import LEAST, Called, Index
from api.procedures.rules.shelf import Item, Shelf, items_of, names
from api.procedures.rules.thesaurus import Thesaurus
from tests.procedures.asking import best_of_names
from tests.procedures.oracle import Oracle
from workers.procedures import FILES, read_queries

EVERY = 15


@pytest.fixture(scope="module")
def slice_of_catalogue(shipped: Shelf) -> tuple[Sequence[Called], Sequence[float], Thesaurus]:
    groups: dict[str, list[Item]] = {}
    for item in items_of(*read()):
        groups.setdefault(item.same_key, []).append(item)
    kept = list(islice(groups.values(), 0, None, EVERY))
    called = [name for at, alike in enumerate(kept) for name in names(at, alike)]
    return called, [alike[0].prior for alike in kept], shipped.index.thesaurus


def test_the_quick_and_the_plain_ranking_agree(
    slice_of_catalogue: tuple[Sequence[Called], Sequence[float], Thesaurus],
) -> None:
    called, priors, thesaurus = slice_of_catalogue
    index, oracle = Index(called, priors, thesaurus), Oracle(called, priors, thesaurus)
    queries = [row["query"] for file in FILES for row in read_queries(file)][::24]
    compared = 0
    for query in queries:
        words = thesaurus.bare(index.ear.understand(query))
        if not words:
            continue
        variants = thesaurus.variants(words)
        plain = oracle.best(words, variants)
        for target, fit in enumerate(best_of_names(index, variants)):
            wanted = plain.get(target, 0.0)
            assert fit == pytest.approx(wanted, abs=2e-3) or max(fit, wanted) < LEAST + 0.002, (query, target)
        compared += len(plain)
    assert compared > 100


def test_looking_at_fewer_targets_one_by_one_finds_the_same_first(
    shipped: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = [row["query"] for file in FILES for row in read_queries(file)]
    few = [[line.code for line in shipped.search(query, level=None, limit=1)] for query in queries]
    monkeypatch.setattr(ranking, "SHORTLIST", 10**9)
    every = [[line.code for line in shipped.search(query, level=None, limit=1)] for query in queries]
    assert sum(one == other for one, other in zip(few, every, strict=True)) >= 0.95 * len(queries)
