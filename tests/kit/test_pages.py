"""Cursors come back as they went, and nobody else's are taken."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page, decode_cursor, encode_cursor

AT = datetime(2026, 11, 22, 3, 4, 5, 678901, tzinfo=UTC)
ID = UUID("01a2045c-5e37-7003-841e-8d7f4893168c")


def test_a_cursor_comes_back_exactly() -> None:
    cursor = encode_cursor(AT, ID, 7, "Đà")
    assert decode_cursor(cursor, tuple[datetime, UUID, int, str]) == (AT, ID, 7, "Đà")
    assert not set(cursor) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize("count", range(1, 8))
def test_every_length_of_key_survives_the_missing_padding(count: int) -> None:
    keys = ("x" * count,)
    assert decode_cursor(encode_cursor(*keys), tuple[str]) == keys


@pytest.mark.parametrize(
    "cursor", ["", "!!!!", "zzzz", encode_cursor("not a time"), encode_cursor(1, 2), "ÿ"]
)
def test_a_foreign_cursor_is_refused_by_name(cursor: str) -> None:
    with pytest.raises(Invalid) as refusal:
        decode_cursor(cursor, tuple[datetime])
    assert [error.field for error in refusal.value.errors] == ["cursor"]
    assert refusal.value.errors[0].message == "Dấu trang không hợp lệ, hãy mở lại danh sách từ đầu"


def test_a_page_says_when_it_is_the_last() -> None:
    assert Page([1, 2]).next is None
    assert (LIMIT_DEFAULT, LIMIT_MAX) == (20, 100)
