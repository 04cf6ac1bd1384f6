"""What is printed about money and time, and how far it may be believed."""

import pytest

from api.procedures.contracts import DeadlineUnit, FeeQuality, Online
from api.procedures.load.shipped import read
from api.procedures.rules.reading import (
    deadline,
    deadline_of,
    fee,
    fee_of,
    how_far_online,
    portal_url,
    subjects_of,
)


@pytest.mark.parametrize(
    ("vnd", "quality", "known", "text"),
    [
        ("10000", "ok", 10_000, "10.000 đ"),
        ("0", "ok", 0, "Không mất phí"),
        ("0", "set_by_local_rule_or_unstated", None, "Theo mức của tỉnh, thành phố"),
        ("80", "suspect_unit", None, "Nguồn ghi chưa rõ, hãy hỏi nơi nhận hồ sơ"),
        ("20", "ok", None, "Nguồn ghi chưa rõ, hãy hỏi nơi nhận hồ sơ"),
        ("999", "ok", None, "Nguồn ghi chưa rõ, hãy hỏi nơi nhận hồ sơ"),
        ("1000", "ok", 1000, "1.000 đ"),
        ("100000001", "ok", None, "Nguồn ghi chưa rõ, hãy hỏi nơi nhận hồ sơ"),
        ("", "ok", None, "Chưa có thông tin phí"),
        ("", "text", None, "Theo biểu phí của Nhà nước"),
        ("", "by_decision", None, "Theo biểu phí của Nhà nước"),
        ("", "no_info", None, "Chưa có thông tin phí"),
        ("", "", None, "Chưa có thông tin phí"),
    ],
)
def test_only_a_stated_amount_is_an_amount_and_zero_is_not_always_free(
    vnd: str, quality: str, known: int | None, text: str
) -> None:
    amount, kind = fee_of(vnd, quality)
    assert amount == known
    assert fee(amount, kind).text == text
    assert (kind is FeeQuality.STATED) == (amount is not None)


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        ("7", "working_day", "7 ngày làm việc"),
        ("30", "calendar_day", "30 ngày"),
        ("8", "hour", "8 giờ"),
        ("3", "month", "3 tháng"),
        ("1", "unstated", "Chưa rõ thời hạn"),
        ("", "working_day", "Chưa rõ thời hạn"),
        ("0", "working_day", "Chưa rõ thời hạn"),
        ("theo quy định", "text", "Chưa rõ thời hạn"),
    ],
)
def test_a_number_of_days_needs_its_unit(amount: str, unit: str, text: str) -> None:
    assert deadline(*deadline_of(amount, unit)).text == text


def test_an_unknown_deadline_carries_no_number() -> None:
    assert deadline_of("1", "unstated") == (None, DeadlineUnit.UNKNOWN)


@pytest.mark.parametrize(
    ("name", "channels", "essential", "how_far", "stated"),
    [
        ("Đăng ký xe trực tuyến toàn trình", "ONLINE", False, Online.FULL, True),
        ("Đổi biển số bằng dịch vụ công một phần", "DIRECT+ONLINE", False, Online.PARTIAL, True),
        ("Cấp giấy phép", "DIRECT+ONLINE+POSTAL", False, Online.PARTIAL, False),
        ("Cấp giấy phép", "DIRECT+POSTAL", False, Online.NONE, True),
        ("Cấp giấy phép", "", False, Online.UNKNOWN, False),
        ("Đăng ký khai sinh", "DIRECT", True, Online.FULL, True),
    ],
)
def test_how_far_it_goes_online(
    name: str,
    channels: str,
    essential: bool,  # noqa: FBT001  a column of the table above
    how_far: Online,
    stated: bool,  # noqa: FBT001  the same
) -> None:
    assert how_far_online(name, channels, essential=essential) == (how_far, stated)


def test_subjects_are_divided_at_commas_outside_brackets() -> None:
    text = "Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX), Không có thông tin"
    assert subjects_of(text) == ["Công dân Việt Nam", "Tổ chức (không bao gồm doanh nghiệp, HTX)"]


def test_the_portal_is_opened_at_the_procedure_when_it_has_a_national_code() -> None:
    assert portal_url("1.004222").endswith("ma_thu_tuc=1.004222")
    assert portal_url("ILL.CONDAU-NHO") == "https://dichvucong.gov.vn/"
    assert "bocongan" in portal_url("C08_XPHCDB")


def test_the_25_essential_services_are_marked() -> None:
    rows, _ = read()
    essential = {row.code for row in rows if row.essential}
    assert {"1.001193", "1.004222", "1.014748", "1.115231", "ILL.LT-KHAITU"} <= essential
    assert len(essential) == 30
    assert all(row.online is Online.FULL for row in rows if row.essential)


def test_a_stale_level_and_far_provinces_come_after_what_is_near() -> None:
    rows, _ = read()
    prior = {row.code: row.prior for row in rows}
    assert prior["1.010386"] > 1.5 * prior["1.010385"], "nobody goes to a district any more"
    assert prior["1.012784"] > prior["1.115268"], "another province's own procedure"
    assert prior["1.001193"] > prior["1.003583"]


def test_every_phrase_belongs_to_a_procedure_of_the_catalogue() -> None:
    rows, spoken = read()
    codes = {row.code for row in rows}
    assert [row["code"] for row in spoken if row["code"] not in codes] == []
    assert len({row["code"] for row in spoken}) == len(spoken) > 200
    assert all(len(set(row["phrases"].split("|"))) == len(row["phrases"].split("|")) for row in spoken)
