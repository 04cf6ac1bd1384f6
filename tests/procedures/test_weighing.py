"""The arithmetic of the ranking, by hand on two names."""

from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.procedures.rules.ear import Ear
from api.procedures.rules.postings import DIFFER, LIGHT, PAIR, Lexicon
from api.procedures.rules.ranking import FOREIGN, Called, Index, foreign
from api.procedures.rules.thesaurus import SWAP_COST, VARIANTS, Thesaurus, Variant
from api.procedures.rules.weighing import ENOUGH, GAP, MARKS, STORY, pair_of
from api.procedures.rules.words import hear
from tests.procedures.asking import best_of_names, fits_of_names
from tests.procedures.oracle import Oracle, share_of, terms_of, toned_of, weights

PLAIN = Thesaurus([], [], ["con"])
STORY_TOLD = "xanh cao to dep cap lai giay mat"


def idf(holders: int, targets: int) -> float:
    return log(1 + targets / (holders + 0.5))


def test_terms_are_words_and_neighbours() -> None:
    assert terms_of(hear("Khai sinh ký")) == {"khai", "sinh", "ki", "khai sinh", "sinh ki"}
    assert toned_of(hear("mã số")) == {"ma3": "ma", "sô2": "so", "ma3 sô2": "ma so"}


def test_rarity_is_counted_by_target_and_pairs_and_light_words_weigh_a_share() -> None:
    plain = [{"a", "b", "a b"}, {"a"}, {"a", "x y"}, {"z"}]
    found = weights(plain, [0, 1, 1, 2], {"b"})
    assert found["a"] == pytest.approx(idf(2, 3))
    assert found["z"] == pytest.approx(idf(1, 3))
    assert found["b"] == pytest.approx(idf(1, 3) * LIGHT)
    assert found["x y"] == pytest.approx(idf(1, 3) * PAIR)
    assert found["a b"] == pytest.approx(idf(1, 3) * PAIR * (1 - (1 - LIGHT) / 2))
    assert weights([], [], set()) == {}


def test_light_words_share() -> None:
    assert share_of("khai", {"con"}) == 1
    assert share_of("con", {"con"}) == pytest.approx(LIGHT)
    assert share_of("con khai", {"con"}) == pytest.approx((1 + LIGHT) / 2)
    assert share_of("con con", {"con"}) == pytest.approx(LIGHT)


@given(
    st.lists(st.lists(st.sampled_from("má ma mà số so thuế con cón".split()), max_size=6), min_size=1),  # noqa: SIM905
    st.data(),
)
def test_the_flat_arrays_say_what_the_plain_sets_do(names: list[list[str]], data: st.DataObject) -> None:
    heard = [hear(" ".join(words)) for words in names]
    targets = sorted(data.draw(st.lists(st.integers(0, 4), min_size=len(names), max_size=len(names))))
    plain, toned = [terms_of(words) for words in heard], [toned_of(words) for words in heard]
    found = Lexicon(heard, targets, {"con"})
    terms = found.terms
    pairs = list(found.neighbours())
    place_of = found.words | {
        f"{one} {other}": pair_of(terms, found.words[one], found.words[other]) for one, other in pairs
    }
    wanted = weights(plain, targets, {"con"})
    assert {term: terms.weight[at] for term, at in place_of.items()} == pytest.approx(wanted)
    assert found.total.tolist() == pytest.approx([sum(wanted[t] for t in terms) for terms in plain], rel=1e-5)
    held = [set(terms.places[one:end].tolist()) for one, end in pairwise(terms.starts.tolist())]
    for term, at in place_of.items():
        assert [at in places for places in held] == [term in said for said in plain]
    for spelling, term in {s: t for said in toned for s, t in said.items()}.items():
        numbers = [found.toned[word] for word in spelling.split(" ")]
        way = numbers[0] if len(numbers) == 1 else numbers[0] * terms.base + numbers[1]
        at = place_of[term]
        if terms.spelled[at] == way:
            assert {s for said in toned for s, t in said.items() if t == term} == {spelling}
            continue
        assert terms.spelled[at] == DIFFER
        ways = terms.exact_ways[terms.exact_starts[at] : terms.exact_starts[at + 1]].tolist()
        exact = len(terms.weight) + int(terms.exact_starts[at]) + ways.index(way)
        assert [exact in places for places in held] == [spelling in said for said in toned]


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5))))
def test_a_pair_is_found_where_it_stands_and_no_other(said: set[tuple[int, int]]) -> None:
    words = [f"w{number}" for number in range(6)]
    names = [hear(" ".join(words)), *(hear(f"{words[one]} {words[other]}") for one, other in said)]
    found = Lexicon(names, [0] * len(names), ())
    neighbours = {(one, one + 1) for one in range(5)} | said
    for one in range(-1, 6):
        for other in range(-1, 6):
            assert (pair_of(found.terms, one, other) >= 0) == ((one, other) in neighbours)
    places = [pair_of(found.terms, *pair) for pair in sorted(neighbours)]
    assert places == list(range(6, 6 + len(neighbours)))


def small(slack: float = 0.5) -> Index:
    names = [
        Called(target=0, text="mã thuế", slack=slack),
        Called(target=1, text="đất rừng", slack=0.1, weight=0.5),
        Called(target=1, text="rừng", slack=slack),
    ]
    return Index(names, [1.0, 0.8], PLAIN)


def fits(index: Index, text: str, weight: float = 1.0) -> list[float]:
    """The fit of each name for one way to say a query, with its worth."""
    return fits_of_names(index, Variant(tuple(hear(text)), weight))


def test_a_name_fits_by_what_is_shared_against_what_either_has_alone() -> None:
    index = small()
    word, pair = idf(1, 2), idf(1, 2) * PAIR
    whole = 2 * word + pair
    assert index.names.total.tolist() == pytest.approx([whole, whole, word])
    fit = fits(index, "ma thue dat")
    asked = 3 * word + pair
    assert fit == pytest.approx([whole / asked, 0, 0], abs=1e-5)
    half = fits(index, "ma")
    assert half[0] == pytest.approx(word / (word + 0.5 * (whole - word)), abs=1e-5)
    assert fits(index, "ma", 0.5)[0] == pytest.approx(half[0] / 2)


def test_marks_take_their_share() -> None:
    index = small()
    right = fits(index, "mã thuế")[0]
    wrong = fits(index, "má thuê")[0]
    assert right == pytest.approx(1, abs=1e-5)
    kept = 1 - MARKS
    assert wrong == pytest.approx(kept / (1 + 0.5 * (1 - kept)), abs=1e-5)


def test_less_than_enough_of_the_query_is_nothing() -> None:
    index = small()
    assert 1 / 3 < ENOUGH <= 1 / 2
    assert fits(index, "ma dat")[0] > 0
    assert fits(index, "ma dat rung")[0] == 0
    assert fits(index, "ma thue dat")[0] > 0


def test_a_word_repeated_is_asked_once() -> None:
    index = small()
    once, twice = (fits(index, text) for text in ("rung", "rung rung"))
    assert once == pytest.approx(twice)


def test_words_nobody_has_weigh_by_what_they_are() -> None:
    index = small()
    assert index.lexicon.unknown == pytest.approx(idf(1, 2))
    assert (foreign("qwrtz"), foreign("nghieng"), foreign("2024")) == (1.0, FOREIGN, 0.0)


def test_a_pair_with_a_word_between_counts_a_part_and_never_more_than_asked() -> None:
    index = small()
    word, pair = idf(1, 2), idf(1, 2) * PAIR
    near = fits(index, "ma 7 thue")[0]
    shared = min(2 * word + GAP * pair, 2 * word)
    assert near == pytest.approx(shared / (2 * word + 0.5 * (2 * word + pair - shared)), abs=1e-5)


def test_targets_take_their_best_name_times_its_worth_and_prior() -> None:
    index = small()
    assert worths(index, "đất rừng")[1] == pytest.approx(max(1.0 * 0.5, 0) * 0.8, abs=1e-5)
    assert worths(index, "rừng")[1] == pytest.approx(0.8, abs=1e-5)


def worths(index: Index, text: str) -> list[float]:
    return best_of_names(index, PLAIN.variants(hear(text)))


def test_a_story_counts_only_for_phrases_that_tell_enough() -> None:
    words = "nghe xanh cao to dep hoa la canh song nui".split()  # noqa: SIM905  reads as the story it is
    names = [Called(target=0, text="cấp lại giấy mất", slack=0.5)]
    names += [Called(target=at + 1, text=word, slack=0.5) for at, word in enumerate(words)]
    index = Index(names, [1.0] * len(names), PLAIN)
    story = Variant(tuple(hear(STORY_TOLD)), 1.0)
    oracle = Oracle(names, [1.0] * len(names), PLAIN)
    covered = float(index.names.total[0]) / sum(map(oracle.weight, terms_of(story.words)))
    assert fits(index, STORY_TOLD)[0] == pytest.approx(STORY + (1 - STORY) * covered, abs=1e-4)
    plain = Index(
        [Called(target=0, text="cấp lại giấy mất", slack=0.1), *names[1:]], [1.0] * len(names), PLAIN
    )
    assert fits(plain, STORY_TOLD)[0] < fits(index, STORY_TOLD)[0]


def test_each_swap_costs_and_variants_are_bounded() -> None:
    table = [(f"t{at}", f"a{at}|b{at}", "colloquial") for at in range(4)]
    found = Thesaurus(table, []).variants(hear("t0 t1 t2 t3"))
    assert len(found) == VARIANTS
    assert found[0].weight == 1
    assert found[1].weight == pytest.approx(SWAP_COST)
    twice = Thesaurus(table[:2], []).variants(hear("t0 t1"))
    assert len(twice) == min(9, VARIANTS)
    assert min(variant.weight for variant in twice) == pytest.approx(SWAP_COST**2)


def test_the_longest_phrase_is_dropped_first() -> None:
    fillers = Thesaurus([], ["xin", "xin hỏi", "xin hỏi anh"])
    assert [word.plain for word in fillers.bare(hear("xin hỏi anh khai sinh"))] == ["khai", "sinh"]
    assert fillers.words() == {"xin", "hoi", "anh"}


def test_hearing_again_looks_at_both_neighbours() -> None:
    ear = Ear(
        {"khai": 5, "sinh": 5, "xinh": 1, "dep": 1, "ki": 2, "kia": 9},
        {"khai": {"sinh"}, "sinh": {"ki"}, "xinh": {"dep"}},
    )

    def again(text: str) -> list[str]:
        return [word.plain for word in ear.rethink(hear(text))]

    assert again("khai xinh") == ["khai", "sinh"]
    assert again("xinh ky") == ["sinh", "ki"]
    assert again("xinh dep") == ["xinh", "dep"]
    assert again("khai xinh dep") == ["khai", "xinh", "dep"]
    assert again("khai xịnh") == ["khai", "sinh"], "a sound may be another, whatever its marks"
    assert again("xinh") == ["xinh"]
