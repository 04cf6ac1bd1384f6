"""What fits the inbox, by itself."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.messages.contracts import Kind, Notice
from api.messages.rules.inbox import BODY_LIMIT, TITLE_LIMIT, body_of, shortened, title_of


def notice(title: str = "t", body: str = "b") -> Notice:
    """A notice with this text."""
    return Notice(person_id=UUID(int=1), kind=Kind.SYSTEM, title=title, body=body, dedupe_key="k")


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("một hai ba", 10, "một hai ba"),
        ("một hai ba", 9, "một hai…"),
        ("một hai, ba", 10, "một hai…"),
        ("một; hai", 6, "một…"),
        ("mộthaiba", 5, "mộth…"),
        ("", 5, ""),
    ],
)
def test_long_texts_end_at_a_word(text: str, limit: int, kept: str) -> None:
    assert shortened(text, limit) == kept


@given(st.text(max_size=50), st.integers(2, 40))
def test_nothing_is_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= limit


def test_titles_are_one_line_and_bodies_keep_their_lines() -> None:
    loose = notice(title="  Cảnh\n báo ", body="\n một \n\n hai  ba\n")
    assert title_of(loose) == "Cảnh báo"
    assert body_of(loose) == "một\n\nhai ba"
    assert (TITLE_LIMIT, BODY_LIMIT) == (200, 2000)
    assert len(title_of(notice(title="a" * 300))) == 200
    assert len(body_of(notice(body="a" * 3000))) == 2000
