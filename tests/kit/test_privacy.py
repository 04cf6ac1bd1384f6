"""What is hidden in a text before anybody else reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.privacy import without_numbers


@given(st.text(alphabet="abc 0912.-+@", max_size=60))
def test_no_telephone_number_survives(text: str) -> None:
    shown = without_numbers(f"{text} 0912 345 678, +84912345678; a.b@c.vn {text}")
    for secret in ("0912 345 678", "84912345678", "a.b@c.vn"):
        assert secret not in shown


@pytest.mark.parametrize(
    "number",
    [
        "sđt0912345678", "zalo:0912345678nhé", "0912_345_678", "0912/345/678", "091 2345 - 678",
        "(0912) 345-678", "+84 (0) 912345678", "84 912 345 678", "０９１２３４５６７８", "0912•345•678",
        "0234 3822 131", "cccd046199001234",
    ],
)  # fmt: skip
def test_a_number_is_hidden_however_it_is_written(number: str) -> None:
    shown = without_numbers(f"gọi {number} gấp")
    assert "[đã ẩn]" in shown
    assert sum(char.isdigit() for char in shown) == 0


@pytest.mark.parametrize(
    "kept",
    [
        "08/11/2026 10 giờ 15",
        "ngày 09.11.2026 - 12 hộ",
        "từ 05-10-2026 đến 12-11-2026",
        "09:45, 12 hộ, 300 người",
    ],
)
def test_days_are_no_telephone_numbers(kept: str) -> None:
    assert without_numbers(kept) == kept


@pytest.mark.parametrize("kept", ["số nhà 12", "lúc 18:30 ngày 20/11", "QL49 km 12", "114", "2.000.000 đồng"])
def test_other_numbers_stay(kept: str) -> None:
    assert without_numbers(kept) == kept
