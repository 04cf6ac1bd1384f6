"""What a code, a phone and a source's time must look like, and how often one may guess."""

from datetime import UTC, datetime, timedelta

import pytest

from api.dossiers.rules.proof import (
    TRY_LIMITS,
    TryLimit,
    check_moment,
    clean_code,
    code_key,
    hash_last4,
    hash_phone,
    mobile_e164,
    over_limit,
    phone_digits,
)
from api.kit.errors import Invalid

LAST4_HASH = "7e522b2941ef790aea621b9953b86dd77ca07740e86b30ff3369bba8391e24ef"
PHONE_HASH = "332fc176b4a29685d5c2bbc4ffed3dec92ccd22a3962b52f0c6723f2af8d6e61"
NOW = datetime(2026, 11, 18, 2, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "e164"),
    [
        ("0912345678", "+84912345678"),
        ("+84 912 345 678", "+84912345678"),
        ("84.912.345.678", "+84912345678"),
        ("(091) 234-5678", "+84912345678"),
        ("02343821234", None),
        ("0112345678", None),
        ("091234567", None),
    ],
)
def test_mobile_numbers_have_one_form(raw: str, e164: str | None) -> None:
    assert mobile_e164(raw) == e164


def test_codes_have_one_form() -> None:
    assert clean_code(" A  b ") == "A b"
    assert code_key("h57.12 – 01") == code_key("H57.12-01") == "H57.12-01"
    assert clean_code("x" * 100)
    for bad in ("", " ", "x" * 101, "a\x00b"):
        with pytest.raises(Invalid):
            clean_code(bad)


def test_the_limits_make_guessing_slow() -> None:
    daily = min(limit.most * timedelta(days=1) / limit.window for limit in TRY_LIMITS if limit.of == "code")
    assert daily <= 20
    assert {limit.of for limit in TRY_LIMITS} == {"code", "address"}


@pytest.mark.parametrize(("raw", "digits"), [("0234-3821", "02343821"), ("1 2 3 4", "1234")])
def test_digits_of_any_number(raw: str, digits: str) -> None:
    assert phone_digits(raw) == digits


@pytest.mark.parametrize("raw", ["123", "không có số", ""])
def test_fewer_than_four_digits_are_refused_by_field(raw: str) -> None:
    with pytest.raises(Invalid) as refused:
        phone_digits(raw)
    assert [(error.field, error.message) for error in refused.value.errors] == [
        ("applicant_phone", "Số điện thoại cần ít nhất 4 chữ số")
    ]


def test_a_bad_code_is_refused_by_field() -> None:
    with pytest.raises(Invalid) as refused:
        clean_code("")
    assert [(error.field, error.message) for error in refused.value.errors] == [
        ("code", "Mã hồ sơ phải có từ 1 đến 100 ký tự")
    ]


def test_a_sources_clock_may_run_a_day_ahead() -> None:
    check_moment(NOW + timedelta(days=1), NOW)
    check_moment(datetime(2000, 1, 1, tzinfo=UTC), NOW)
    for at in (NOW + timedelta(days=1, seconds=1), datetime(1999, 12, 31, tzinfo=UTC)):
        with pytest.raises(Invalid) as refused:
            check_moment(at, NOW)
        assert [(error.field, error.message) for error in refused.value.errors] == [
            ("occurred_at", "Thời điểm xảy ra không thể ở tương lai hoặc trước năm 2000")
        ]


def test_hashes_depend_on_every_part() -> None:
    hashes = {
        hash_last4("secret", system="s", code="c", last4="1234"),
        hash_last4("other", system="s", code="c", last4="1234"),
        hash_last4("secret", system="t", code="c", last4="1234"),
        hash_last4("secret", system="s", code="d", last4="1234"),
        hash_last4("secret", system="s", code="c", last4="1235"),
        hash_phone("secret", "1234"),
        hash_phone("other", "1234"),
        hash_phone("secret", "1235"),
    }
    assert len(hashes) == 8
    # kept in databases: a change of the recipe would lose every dossier's second factor
    assert hash_last4("secret", system="s", code="c", last4="1234") == LAST4_HASH
    assert hash_phone("secret", "1234") == PHONE_HASH


def test_windows_begin_on_the_clock_and_end_after_it() -> None:
    limit = TryLimit(of="code", most=1, window=timedelta(minutes=15))
    assert limit.window_at(NOW) == datetime(2026, 11, 18, 2, 0, tzinfo=UTC)
    assert limit.retry_after(NOW) == 7 * 60 + 30 + 1
    assert limit.window_at(limit.window_at(NOW)) == limit.window_at(NOW)


def test_the_longest_wait_of_what_is_over_is_told() -> None:
    at_limit = [limit.most for limit in TRY_LIMITS]
    assert over_limit(at_limit, NOW) is None
    for place, limit in enumerate(TRY_LIMITS):
        tries = [count + (where == place) for where, count in enumerate(at_limit)]
        assert over_limit(tries, NOW) == limit.retry_after(NOW)
    assert over_limit([count + 1 for count in at_limit], NOW) == max(
        limit.retry_after(NOW) for limit in TRY_LIMITS
    )
