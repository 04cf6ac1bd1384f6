"""What all names of a procedure say together, and what no office does."""

from itertools import pairwise

import numpy as np
import pytest

from api.procedures.rules.gathering import HALF, OFFICIAL
from api.procedures.rules.ranking import STRANGE, Called, Index
from api.procedures.rules.shelf import Shelf
from api.procedures.rules.thesaurus import Thesaurus
from api.procedures.rules.words import hear
from tests.procedures.asking import all_names_together, terms_of_name

PLAIN = Thesaurus([], [])


def index(*names: tuple[int, str, float], strangers: int = 0) -> Index:
    called = [Called(target=target, text=text, slack=slack) for target, text, slack in names]
    targets = max(target for target, _, _ in names) + 1
    return Index(called, [1.0] * targets, PLAIN, strangers=strangers)


def together(found: Index, text: str) -> list[float]:
    return all_names_together(found, PLAIN.variants(hear(text)))


def test_words_of_several_phrases_add_up() -> None:
    mixed = index(
        (0, "trâu chết", 0.5), (0, "tiền hỗ trợ", 0.5), (1, "trâu khoẻ", 0.5), (2, "tiền điện", 0.5)
    )
    found = together(mixed, "trâu chết xin tiền")
    assert found[0] > found[1]
    assert found[0] > found[2]


def test_a_word_said_more_often_counts_more_and_never_all() -> None:
    often = index(*((n, f"lúa {'mì' * (k + 1)}", 0.5) for n in range(4) for k in range(n)), (4, "ngô", 0.5))
    found = together(often, "lúa")
    assert all(less < more for less, more in pairwise(found[1:4]))
    assert max(found) < 1
    assert found[1] == pytest.approx(1 / (1 + HALF), abs=1e-6)


def test_an_official_name_says_less_than_a_phrase() -> None:
    found = together(index((0, "lúa", 0.1), (1, "lúa", 0.5), (2, "ngô", 0.5)), "lúa")
    assert found[0] == pytest.approx(OFFICIAL / (OFFICIAL + HALF), abs=1e-6)
    assert found[1] == pytest.approx(1 / (1 + HALF), abs=1e-6)


def test_unknown_words_thin_the_fit_and_nothing_known_is_nothing() -> None:
    small = index((0, "lúa", 0.5), (1, "ngô", 0.5))
    assert 0 < together(small, "lúa xyzt")[0] < together(small, "lúa")[0]
    assert together(small, "xyzt") == [0.0, 0.0]
    assert together(small, "lúa 12345") == together(small, "lúa")


def test_what_is_nearer_to_no_office_finds_nothing() -> None:
    both = index((0, "bán nhà đất", 0.5), (1, "bán nhà trả góp giá rẻ", 0.5), strangers=1)
    assert [hit.target for hit in both.search("bán nhà đất", limit=5)] == [0]
    assert both.search("bán nhà trả góp", limit=5) == []
    worth = both.weigh(hear("bán nhà trả góp"))
    assert worth[0] < worth[1] * STRANGE


def test_a_stranger_is_never_an_answer(shipped: Shelf) -> None:
    queries = ["giá vàng hôm nay", "cách nấu phở bò", "kết quả bóng đá", "áo dài cưới", "khai sinh", "sổ đỏ"]
    for query in queries:
        assert all(hit.target < shipped.index.ours for hit in shipped.index.search(query, limit=50))


def test_every_theme_phrase_finds_nothing(shipped: Shelf) -> None:
    """What was written as nobody's business is answered with the hotline, but for a few near ones."""
    themes = [phrase for theme in shipped.index.thesaurus.themes for phrase in theme]
    answered = [phrase for phrase in themes if shipped.search(phrase, level=None, limit=1)]
    assert len(themes) > 1_000
    assert len(answered) <= 0.02 * len(themes), answered


def test_every_plain_title_still_finds_its_own(shipped: Shelf) -> None:
    lines = [alike[0] for alike in shipped.groups if alike[0].plain_title]
    missed = [
        line.plain_title
        for line in lines
        if line.code
        not in {
            code
            for found in shipped.search(str(line.plain_title), level=None, limit=3)
            for code in (found.code, *found.same_as)
        }
    ]
    assert len(lines) > 500
    assert len(missed) <= 0.01 * len(lines), missed


def test_the_sum_is_the_plain_one(shipped: Shelf) -> None:
    """The flat arrays say what counting every name one by one says."""
    index = shipped.index
    held, names = index.held, index.names
    owners = np.repeat(np.arange(len(names.priors)), np.diff(names.starts)).tolist()
    for word in ("khai", "trau", "thue"):
        at = index.lexicon.words[word]
        start, end = held.bounds[at], held.bounds[at + 1]
        counts: dict[int, float] = {}
        for name, target in enumerate(owners):
            if at in terms_of_name(index, name):
                counts[target] = counts.get(target, 0.0) + (1.0 if names.slack[name] >= 0.3 else OFFICIAL)
        assert held.targets[start:end].tolist() == sorted(counts)
        wanted = [counts[target] / (counts[target] + HALF) for target in sorted(counts)]
        assert np.allclose(held.shares[start:end], wanted, atol=1e-6)
