"""Cleaning the national catalogue: names, and what is the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.procedures.load.shipped import read
from api.procedures.rules.cleaning import Named, clean_name, group, heads, same_key, without_level


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh"),
        ("THỦ TỤC ĐĂNG KÝ KẾT HÔN", "Đăng ký kết hôn"),
        ("Thủ tục hành chính: cấp bản sao", "Cấp bản sao"),
        ("CÔNG NHẬN QUỸ CỦA UBND VIỆT NAM", "Công nhận quỹ của UBND Việt Nam"),
        ("Cấp thẻ BHYT", "Cấp thẻ BHYT"),
        ("  Tách thửa hoặc  hợp thửa đất. ", "Tách thửa hoặc hợp thửa đất"),
    ],
)
def test_a_name_reads_as_a_sentence(raw: str, clean: str) -> None:
    assert clean_name(raw) == clean


@given(st.text(alphabet="ĂÂĐÊÔƠƯABC abcđếộ.;", max_size=40))
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = clean_name(raw)
    assert clean_name(once) == once


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cấp đổi thẻ căn cước", "Cấp đổi thẻ căn cước (thực hiện tại cấp tỉnh)", True),
        ("Thủ tục thành lập hội (cấp tỉnh).", "Thành lập hội", True),
        ("Tách thửa hoặc hợp thửa đất.", "TÁCH THỬA HOẶC HỢP THỬA ĐẤT", True),
        ("Cấp đổi thẻ căn cước", "Cấp lại thẻ căn cước", False),
        (
            "Trình báo mất hộ chiếu (thực hiện tại cấp xã)",
            "Trình báo mất hộ chiếu (thực hiện tại cấp huyện)",
            True,
        ),
        ("Đăng ký lại khai sinh", "Đăng ký khai sinh", False),
    ],
)
def test_the_same_thing_at_another_level_has_the_same_key(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert (same_key(one) == same_key(other)) is same


def test_short_names_of_different_fields_stay_apart() -> None:
    keys = group(
        [
            Named(code="a", name="Gia hạn giấy phép", field="Báo chí"),
            Named(code="b", name="Gia hạn giấy phép", field="Khoáng sản"),
            Named(code="c", name="Gia hạn giấy phép (cấp tỉnh)", field="Báo chí"),
        ]
    )
    assert keys["a"] == keys["c"] != keys["b"]


def test_a_note_on_the_level_is_left_out_of_a_name() -> None:
    assert without_level("Cấp lại thẻ căn cước (thực hiện tại cấp tỉnh)") == "Cấp lại thẻ căn cước"
    assert (
        without_level("Chứng thực chữ ký (áp dụng cho điểm chỉ)")
        == "Chứng thực chữ ký (áp dụng cho điểm chỉ)"
    )


def test_the_head_of_a_long_name_says_what_it_is_about() -> None:
    assert heads("Đăng ký xe lần đầu trong trường hợp xe sản xuất lắp ráp trong nước") == [
        "Đăng ký xe lần đầu"
    ]
    assert heads("Đăng ký khai sinh") == []


def test_no_name_of_the_catalogue_shouts_or_opens_with_thu_tuc() -> None:
    rows, _ = read()
    assert len(rows) == 5656
    for row in rows:
        assert not row.name.lower().startswith("thủ tục "), row.code
        capitals = sum(char.isupper() for char in row.name)
        assert capitals <= 0.7 * sum(char.isalpha() for char in row.name), row.name
