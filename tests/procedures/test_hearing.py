"""Hearing what was typed: tones wherever they sit, Telex and VNI leftovers, run-ons, slips."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.procedures.rules.ear import Ear
from api.procedures.rules.slips import BESIDE, DOUBLED, MISSED, OTHER, SWAPPED, Slips, slip, spoken
from api.procedures.rules.thesaurus import Thesaurus, Variant
from api.procedures.rules.words import SOUND, Syllable, hear, telex, vni

KNOWN = {"dang": 50, "ki": 50, "khai": 30, "sinh": 30, "ket": 9, "hon": 9, "can": 8, "cuoc": 8, "giay": 40, "so": 5,
         "do": 5, "truong": 9, "tru": 9, "thuong": 9, "lam": 9, "lai": 9, "cap": 20, "ho": 20, "khau": 9}  # fmt: skip
FOLLOWS = {
    "dang": {"ki"}, "khai": {"sinh"}, "ket": {"hon"}, "can": {"cuoc"}, "giay": {"khai"}, "so": {"do"},
    "thuong": {"tru"}, "cap": {"lai"}, "ho": {"khau"},
}  # fmt: skip
ear = Ear(KNOWN, FOLLOWS)


def plain(text: str) -> list[str]:
    return [word.plain for word in ear.understand(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("thuỷ", "thủy"), ("ký", "kí"), ("quý", "quí"), ("Đỏ", "đỏ"), ("ðỏ", "đỏ")],
)
def test_spellings_of_one_syllable_are_one(one: str, other: str) -> None:
    assert hear(one) == hear(other)


@pytest.mark.parametrize(("one", "other"), [("má", "mã"), ("thúy", "thủy"), ("tay", "tai"), ("ơ", "o")])
def test_marks_and_sounds_are_kept_apart(one: str, other: str) -> None:
    assert hear(one)[0] != hear(other)[0]


@given(st.text(alphabet="ăâđêôơưáàảãạ bcdghklmnpqrstvxyaeiou", max_size=30))
def test_nfc_and_nfd_are_heard_alike(text: str) -> None:
    assert hear(unicodedata.normalize("NFD", text)) == hear(unicodedata.normalize("NFC", text))


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_ear(text: str) -> None:
    for word in ear.understand(text):
        assert word.plain
        assert not any(unicodedata.combining(char) for char in word.plain)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "đăng"),
        ("kys", "ký"),
        ("keets", "kết"),
        ("hoon", "hôn"),
        ("dduwowcj", "được"),
        ("ddor", "đỏ"),
        ("cuowcs", "cước"),
    ],
)
def test_telex_leftovers_are_read_with_their_marks(typed: str, meant: str) -> None:
    assert telex(typed) == hear(meant)[0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ca8n", "căn"), ("cu7o71c", "cước"), ("d9a8ng", "đăng"), ("ky1", "ký"), ("ma61t", "mất")],
)
def test_vni_leftovers_are_read_with_their_marks(typed: str, meant: str) -> None:
    assert vni(typed) == hear(meant)[0]


def test_what_is_no_leftover_is_left_alone() -> None:
    assert telex("can") is None
    assert vni("75") is None
    assert vni("can") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng kys khai sinh", ["dang", "ki", "khai", "sinh"]),
        ("hokhau", ["ho", "khau"]),
        ("khaisinh", ["khai", "sinh"]),
        ("giayy khai sihn", ["giay", "khai", "sinh"]),
        ("dnag ky", ["dang", "ki"]),
        ("can cuoc 75", ["can", "cuoc", "75"]),
        ("zzzz", ["zzzz"]),
    ],
)
def test_unknown_words_are_repaired(typed: str, meant: list[str]) -> None:
    assert plain(typed) == meant


def test_a_real_syllable_is_changed_only_when_the_neighbour_asks_for_it() -> None:
    """`hom` is a word of its own; beside `ket` it was meant to be `hon`."""
    assert plain("ket hom") == ["ket", "hon"]
    assert plain("hom nay") == ["hom", "nay"]


def test_words_strange_beside_their_neighbours_are_heard_again_without_marks_only() -> None:
    heard = ear.understand("can lai")
    assert [word.plain for word in ear.rethink(heard)] in (["cap", "lai"], ["can", "cuoc"])
    marked = ear.understand("cạn lại")
    assert ear.rethink(marked) == marked
    assert ear.rethink(ear.understand("so do")) == ear.understand("so do")


@pytest.mark.parametrize(
    "word", ["nguyen", "nghieng", "truong", "khuya", "quynh", "gi", "oan", "yeu", "a", "hom", "nua"]
)
def test_vietnamese_syllables_are_known_as_such(word: str) -> None:
    assert SOUND.match(word)


@pytest.mark.parametrize("word", ["sihn", "xyz", "giayy", "strong", "bcd", "asdf"])
def test_others_are_not(word: str) -> None:
    assert not SOUND.match(word)


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("khaii", "khai", DOUBLED), ("kahi", "khai", SWAPPED), ("khao", "khai", BESIDE), ("khab", "khai", OTHER),
        ("kha", "khai", MISSED), ("hai", "khai", MISSED), ("khaoi", "khai", BESIDE), ("khai", "khau", BESIDE),
        ("khai", "sinh", None), ("khai", "kia", None), ("kh", "khai", None), ("khaixx", "khai", None),
    ],
)  # fmt: skip
def test_a_slip_costs_by_how_easily_it_is_made(typed: str, meant: str, cost: float | None) -> None:
    assert slip(typed, meant) == cost


@given(st.sampled_from(sorted(KNOWN)), st.data())
def test_every_word_one_slip_away_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdeghiklmnopqrstuvxy"))
    slips = Slips(KNOWN)
    for typed in (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
    ):
        assert typed == word or (word in slips.close(typed) and slip(typed, word) is not None)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("nam", "lam"), ("xinh", "sinh"), ("cha", "tra"), ("dang", "dan"), ("giay", "day"), ("hieu", "hiu"), ("riu", "rieu")],
)  # fmt: skip
def test_sounds_that_regions_confuse_are_near(said: str, meant: str) -> None:
    assert meant in spoken(said)


thesaurus = Thesaurus(
    [("cccd", "căn cước", "abbr"), ("má", "mẹ", "dialect"), ("sang tên", "đăng ký biến động|thay đổi chủ", "colloquial"),
     ("hộ khẩu", "thường trú", "old_term")],
    ["xin hỏi", "thì", "bao nhiêu tiền", "ở đâu"],
)  # fmt: skip


def test_words_of_shops_and_news_are_known() -> None:
    other = Thesaurus([], [], [], ["xổ số", "phim"])
    assert other.is_elsewhere(hear("ket qua xo so"))
    assert other.is_elsewhere(hear("xem phim hay"))
    assert not other.is_elsewhere(hear("số xổ"))
    assert not other.is_elsewhere(hear("đăng ký khai sinh"))


def said(variants: list[Variant]) -> list[str]:
    return [" ".join(word.plain for word in variant.words) for variant in variants]


def test_each_meaning_of_a_term_is_tried_beside_the_persons_own_words() -> None:
    assert said(thesaurus.variants(hear("sang tên xe"))) == [
        "sang ten xe",
        "dang ki bien dong xe",
        "thay doi chu xe",
    ]
    assert said(thesaurus.variants(hear("CCCD hộ khẩu"))) == [
        "cccd ho khau", "can cuoc ho khau", "cccd thuong tru", "can cuoc thuong tru",
    ]  # fmt: skip


def test_a_meaning_that_holds_its_own_term_is_not_swapped_again() -> None:
    loop = Thesaurus([("nước ngoài", "có yếu tố nước ngoài", "colloquial")], [])
    assert said(loop.variants(hear("nước ngoài"))) == ["nuoc ngoai", "co yeu to nuoc ngoai"]


def test_an_abbreviation_costs_nothing_and_a_swap_costs_a_little() -> None:
    weights = [variant.weight for variant in thesaurus.variants(hear("cccd hộ khẩu"))]
    assert weights[0] == weights[1] == 1.0
    assert weights[2] == weights[3] < 1.0


def test_a_short_word_is_swapped_only_with_its_marks() -> None:
    assert said(thesaurus.variants(hear("má"))) == ["ma", "me"]
    assert said(thesaurus.variants(hear("ma"))) == ["ma"]
    assert said(thesaurus.variants(hear("mã"))) == ["ma"]


def test_marks_that_were_typed_must_agree() -> None:
    assert said(thesaurus.variants(hear("hộ khẩu"))) == ["ho khau", "thuong tru"]
    assert said(thesaurus.variants(hear("ho khau"))) == ["ho khau", "thuong tru"]
    assert said(thesaurus.variants(hear("hổ khau"))) == ["ho khau"]


def test_words_that_say_nothing_are_dropped() -> None:
    assert [word.plain for word in thesaurus.bare(hear("xin hỏi làm khai sinh bao nhieu tien"))] == [
        "lam",
        "khai",
        "sinh",
    ]
    assert thesaurus.bare(hear("ở đâu")) == ()
    assert Syllable("thi", "thi") in thesaurus.bare(hear("thi bằng lái")), "an exam is not the filler thì"
