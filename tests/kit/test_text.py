"""One form for two spellings, and a dictionary's order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.text import fold, nfc, sort_key

DICTIONARY = [
    "a",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "ă",
    "ằ",
    "â",
    "ấ",
    "b",
    "d",
    "đ",
    "e",
    "ê",
    "o",
    "ô",
    "ơ",
    "u",
    "ư",
    "y",
]


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Đăng ký khai sinh", "dang ky khai sinh"),
        ("ĐẮK LẮK ƯỚC", "dak lak uoc"),
        ("hoà  thuỷ\thòa", "hoa thuy hoa"),
        ("ð Ð đ Đ Ɖ", "d d d d d"),
        ("Ea H’Leo", "ea h'leo"),
        ("Chân Mây – Lăng Cô — x", "chan may - lang co - x"),
        ("  a\u200bb\u00adc\ufeff  ", "abc"),
        ("\u202eabc\u2069", "abc"),
        ("", ""),
    ],
)
def test_fold_makes_spellings_meet(typed: str, folded: str) -> None:
    assert fold(typed) == folded
    assert fold(unicodedata.normalize("NFD", typed)) == folded


def test_nfc_keeps_marks_and_case() -> None:
    assert nfc(unicodedata.normalize("NFD", "  Huế\n\u200bvà  Đà Nẵng ")) == "Huế và Đà Nẵng"


def test_a_dictionary_is_sorted_by_letters_then_tones() -> None:
    assert sorted(set(DICTIONARY), key=sort_key) == DICTIONARY
    assert sorted(["đa", "da", "Đà", "dê", "á", "ba", "bà", "a"], key=sort_key) == [
        "a", "á", "ba", "bà", "da", "dê", "đa", "Đà",
    ]  # fmt: skip


def test_letters_weigh_more_than_tones_anywhere_in_the_word() -> None:
    assert sort_key("má") < sort_key("mai") < sort_key("mãi") < sort_key("man")
    assert sort_key("hoa") < sort_key("hòa") < sort_key("hoan")


def test_case_does_not_matter_and_digits_come_before_letters() -> None:
    assert sort_key("HUẾ") == sort_key("huế")
    assert sort_key("Thôn 2") < sort_key("Thôn An")


def test_spaces_separate_words_before_letters_do() -> None:
    assert sort_key("An Bình") < sort_key("Anh")


@given(st.text())
def test_folding_twice_changes_nothing_and_leaves_no_mark(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert not any(unicodedata.combining(c) for c in unicodedata.normalize("NFD", once))


@given(st.text(alphabet="aáàeêđdhuy ", max_size=12), st.text(alphabet="aáàeêđdhuy ", max_size=12))
def test_two_texts_share_a_sort_key_only_when_they_are_the_same_text(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (nfc(one) == nfc(other))
