"""The decisions of identity by themselves: limits, codes, links of the chain."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.identity.rules import (
    CODE_LIFETIME,
    CODE_TRIES,
    CODES_PER_ADDRESS,
    CODES_PER_PHONE,
    LOST_ANSWER,
    REFRESH_LIFETIME,
    SESSION_LIFETIME,
    Link,
    Verdict,
    code_matches,
    judge,
    next_refresh_token,
    sign_in_code,
    wait_before_code,
)

SECRET = "root-secret-for-the-tests-of-rules"
CHALLENGE = UUID("018f0000-0000-7000-8000-000000000001")
AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
LINK = Link(
    session_id=UUID(int=1),
    person_id=UUID(int=2),
    demo=False,
    expires_at=AT + timedelta(days=1),
    used_at=None,
    closed_at=None,
    session_expires_at=AT + timedelta(days=2),
    successor_used=False,
)
SECOND = timedelta(seconds=1)


def test_the_limits_are_what_the_documents_say() -> None:
    assert (timedelta(minutes=3), 5) == (CODE_LIFETIME, CODE_TRIES)
    assert ((timedelta(hours=1), 5), (timedelta(days=1), 10)) == CODES_PER_PHONE
    assert ((timedelta(hours=1), 60),) == CODES_PER_ADDRESS
    assert (timedelta(days=30), timedelta(days=180)) == (REFRESH_LIFETIME, SESSION_LIFETIME)
    assert timedelta(seconds=10) == LOST_ANSWER


def test_a_code_is_six_digits_fixed_by_secret_and_challenge() -> None:
    assert sign_in_code(SECRET, CHALLENGE) == "685403"
    codes = {sign_in_code(SECRET, uuid4()) for _ in range(300)}
    assert all(len(code) == 6 and code.isascii() and code.isdigit() for code in codes)
    assert len(codes) > 290
    assert any(code.startswith("0") for code in codes)
    assert sign_in_code(SECRET, CHALLENGE) == sign_in_code(SECRET, CHALLENGE)
    assert sign_in_code(SECRET + "x", CHALLENGE) != sign_in_code(SECRET, CHALLENGE)


@given(st.integers(0, 999_999))
def test_exactly_one_code_matches(number: int) -> None:
    code = f"{number:06}"
    assert code_matches(SECRET, CHALLENGE, code) is (code == sign_in_code(SECRET, CHALLENGE))


@pytest.mark.parametrize("code", ["", "1", "đ", "685403 ", "४"])
def test_what_is_no_code_never_matches(code: str) -> None:
    assert not code_matches(SECRET, CHALLENGE, code)


LIMIT = ((timedelta(minutes=10), 2),)


@pytest.mark.parametrize(
    ("ago", "wait"),
    [
        ([], 0),
        ([0], 0),
        ([0, 0], 600),
        ([1, 599], 1),
        ([1, 600], 0),
        ([300, 100], 300),
        ([100, 200, 300], 400),
        ([0.5, 0.5], 600),
    ],
)
def test_waiting_lasts_until_the_oldest_that_counts_is_out_of_the_window(ago: list[float], wait: int) -> None:
    asked = [AT - timedelta(seconds=seconds) for seconds in ago]
    assert wait_before_code(asked, LIMIT, AT) == wait


def test_the_longest_wait_of_several_windows_counts() -> None:
    asked = [AT - timedelta(minutes=5)] * 3
    limits = ((timedelta(minutes=6), 3), (timedelta(minutes=30), 3))
    assert wait_before_code(asked, limits, AT) == 25 * 60
    assert wait_before_code(asked, limits[::-1], AT) == 25 * 60


def test_a_successor_is_fixed_by_secret_and_token() -> None:
    one = next_refresh_token(SECRET, "token")
    assert one == "M6J_K5Xm0JhHre3GwPoWvD-zujZwqtY4YVFMsNu2HCo"
    assert one == next_refresh_token(SECRET, "token")
    assert len({one, "token", next_refresh_token(SECRET, "tokens"), next_refresh_token("x", "token")}) == 4
    assert len(one) == 43
    assert "=" not in one


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [
        ({}, Verdict.ROTATE),
        ({"expires_at": AT + SECOND}, Verdict.ROTATE),
        ({"expires_at": AT}, Verdict.OVER),
        ({"session_expires_at": AT + SECOND}, Verdict.ROTATE),
        ({"session_expires_at": AT}, Verdict.OVER),
        ({"closed_at": AT - SECOND}, Verdict.OVER),
        ({"used_at": AT}, Verdict.ANSWER_AGAIN),
        ({"used_at": AT - LOST_ANSWER}, Verdict.ANSWER_AGAIN),
        ({"used_at": AT - LOST_ANSWER - SECOND}, Verdict.REUSED),
        ({"used_at": AT, "successor_used": True}, Verdict.REUSED),
        ({"used_at": AT - SECOND, "closed_at": AT}, Verdict.OVER),
        ({"used_at": AT - timedelta(days=3), "expires_at": AT - timedelta(days=1)}, Verdict.REUSED),
    ],
)
def test_each_link_gets_its_verdict(changed: dict[str, object], verdict: Verdict) -> None:
    assert judge(msgspec.structs.replace(LINK, **changed), AT) is verdict
