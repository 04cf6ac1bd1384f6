"""Ranking on a catalogue of a few names: what makes one fit better than another."""

from functools import cache

import pytest

from api.procedures.rules.ranking import BRIEF, LEAST, Called, Hit, Index, least
from api.procedures.rules.thesaurus import Thesaurus
from api.procedures.rules.words import hear
from tests.procedures.asking import best_of_names

NAMES = [
    (0, "Đăng ký khai sinh", 0.12),
    (0, "con mới sinh", 0.5),
    (1, "Đăng ký khai tử", 0.12),
    (2, "Cấp lại giấy phép lái xe", 0.12),
    (2, "mất bằng lái xe", 0.5),
    (3, "Đổi giấy phép lái xe", 0.12),
    (4, "Đăng ký mã số thuế", 0.12),
    (5, "Trợ cấp mẹ già", 0.12),
    (6, "Cấp giấy phép khai thác khoáng sản làm vật liệu xây dựng thông thường ở đáy hồ", 0.12),
    (7, "Cấp giấy phép khai thác nước", 0.12),
    (8, "Cấp giấy phép khai thác nước", 0.12),
    *((10 + at, f"Thủ tục {word} {word} chuyên ngành", 0.12) for at, word in enumerate(["alpha", "beta", "gamma", "delta"])),
]  # fmt: skip
THESAURUS = Thesaurus(
    [("gplx", "giấy phép lái xe", "abbr"), ("má", "mẹ", "dialect")],
    ["xin hỏi", "thì", "ở đâu"],
    ["cho", "của", "con", "mới", "em", "được"],
    ["giá rẻ"],
)
PRIORS = [1.0] * 8 + [0.9] + [1.0] * 6


@cache
def index_of_names() -> Index:
    """Made when first searched: its compiled loop takes half a second to read."""
    return Index([Called(target=t, text=text, slack=slack) for t, text, slack in NAMES], PRIORS, THESAURUS)


def first(text: str) -> int | None:
    hits = index_of_names().search(text, limit=5)
    return hits[0].target if hits else None


def fit(text: str, target: int) -> float:
    return next((hit.fit for hit in index_of_names().search(text, limit=20) if hit.target == target), 0.0)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("dang ky khai sinh", 0),
        ("khai tu", 1),
        ("doi gplx", 3),
        ("mất bằng lái", 2),
        ("mã số thuế", 4),
        ("khai thac nuoc", 7),
        ("xin hỏi đăng ký khai sinh thì ở đâu", 0),
        ("lai xe cap lai", 2),
    ],
)
def test_the_best_name_wins(text: str, target: int) -> None:
    assert first(text) == target


@pytest.mark.parametrize("text", ["", "   ", "xyzzy", "hoa hồng", "ở đâu", "!!!"])
def test_nothing_is_found_by_nothing(text: str) -> None:
    assert index_of_names().search(text, limit=5) == []


def test_the_whole_name_fits_perfectly_and_never_more_than_its_prior() -> None:
    assert alone("đăng ký khai sinh")[0] == pytest.approx(1.0, abs=1e-3)
    assert alone("cấp giấy phép khai thác nước")[8] == pytest.approx(0.9, abs=1e-3)
    assert max(alone("đăng ký khai sinh khai sinh")) <= 1.0001


def test_what_all_names_say_together_helps_and_never_alone_beats_a_whole_name() -> None:
    whole = index_of_names().weigh(hear("đăng ký khai sinh"))
    assert whole[0] > alone("đăng ký khai sinh")[0]
    assert int(whole.argmax()) == 0


def alone(text: str) -> list[float]:
    """What targets are worth by the best of their names."""
    return best_of_names(index_of_names(), index_of_names().thesaurus.variants(hear(text)))


def test_equal_names_come_by_prior() -> None:
    order = [hit.target for hit in index_of_names().search("giấy phép khai thác nước", limit=2)]
    assert order == [7, 8]


def test_only_as_many_as_asked_best_first() -> None:
    hits = index_of_names().search("giấy phép", limit=3)
    assert len(hits) == 3
    assert [hit.fit for hit in hits] == sorted((hit.fit for hit in hits), reverse=True)
    assert all(isinstance(hit, Hit) for hit in hits)


def test_wrong_marks_fit_less_than_none_and_none_as_well_as_the_right_ones() -> None:
    right, none, wrong = fit("mã số thuế", 4), fit("ma so thue", 4), fit("má sổ thuê", 4)
    assert right == pytest.approx(none, abs=1e-3)
    assert wrong < 0.8 * right


def test_neighbours_in_order_fit_better_than_scattered_words() -> None:
    assert fit("giấy phép lái xe", 3) > fit("xe phép lái giấy", 3) + 0.1


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert fit("khoáng sản", 6) > fit("cấp giấy", 6)


def test_a_long_official_name_is_not_punished_for_its_length() -> None:
    assert fit("khai thác khoáng sản", 6) > 0.5


def test_words_of_shops_raise_the_bar() -> None:
    assert fit("giấy phép lái xe", 3) > 0.6
    assert fit("giấy phép lái xe máy giá rẻ", 3) == 0


def test_a_story_is_answered_by_the_phrase_inside_it() -> None:
    assert first("hôm qua tôi đi chợ bị mất bằng lái xe chưa biết làm gì") == 2


def test_numbers_nobody_uses_cost_nothing_but_gibberish_does() -> None:
    assert fit("khai sinh 2024", 0) == pytest.approx(fit("khai sinh", 0), abs=1e-3)
    assert fit("khai sinh qwrtz", 0) < fit("khai sinh", 0)


def test_a_strange_neighbour_is_heard_again() -> None:
    """Every word of `khai sin` exists, but never side by side."""
    assert first("dang ky khai xinh") == 0


def test_an_empty_catalogue_finds_nothing() -> None:
    assert Index([], [], THESAURUS).search("khai sinh", limit=5) == []


@pytest.mark.parametrize(
    ("words", "wanted"), [(1, BRIEF), (10, BRIEF), (11, (BRIEF + LEAST) / 2), (12, LEAST), (40, LEAST)]
)
def test_a_story_may_fit_less_than_a_few_words(words: int, wanted: float) -> None:
    assert least(words) == pytest.approx(wanted)


def test_a_few_words_that_share_one_with_a_name_find_nothing_and_a_story_with_it_does() -> None:
    names = [Called(target=0, text="giấy phép khai thác cát sỏi lòng sông", slack=0.5)]
    names += [Called(target=at, text=f"việc số {at}", slack=0.5) for at in range(1, 9)]
    index = Index(names, [1.0] * 9, THESAURUS)
    few = "khai thác nội tâm nhân vật"
    assert LEAST < index.weigh(hear(few))[0] < BRIEF
    assert index.search(few, limit=5) == []
    story = "khai thác cát lượm lặt bâng quơ mà hôm nào trời nắng ráo quá"
    assert LEAST < index.weigh(hear(story))[0] < BRIEF
    assert [hit.target for hit in index.search(story, limit=5)] == [0]
