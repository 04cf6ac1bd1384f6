"""Vietnamese mobile numbers: one stored form, one shown form."""

import pytest

from api.kit.errors import Invalid
from api.kit.phones import e164, masked


@pytest.mark.parametrize(
    "written",
    ["0912345678", "84912345678", "+84912345678", "0912 345 678", "091-234.5678", "(+84) 912 345 678",
     "0912\u00a0345\u00a0678"],
)  # fmt: skip
def test_every_way_to_write_a_number_is_the_same_number(written: str) -> None:
    assert e164(written) == "+84912345678"


@pytest.mark.parametrize(
    "start", ["032", "039", "052", "055", "056", "058", "059", "070", "076", "079", "081", "089", "090", "094", "096", "099"]
)  # fmt: skip
def test_numbers_of_every_carrier_are_known(start: str) -> None:
    assert e164(f"{start}1234567") == f"+84{start[1:]}1234567"


@pytest.mark.parametrize(
    "written",
    ["", "0", "091234567", "09123456789", "912345678", "0312345678x", "0302345678", "0512345678", "0532345678",
     "0542345678", "0572345678", "0712345678", "0752345678", "0802345678", "0952345678", "0612345678", "0212345678",
     "+1912345678", "++84912345678", "840912345678", "0912345678\n0", "٠912345678"],
)  # fmt: skip
def test_what_is_no_vietnamese_mobile_number_is_refused(written: str) -> None:
    with pytest.raises(Invalid) as refusal:
        e164(written)
    assert [error.field for error in refusal.value.errors] == ["phone"]
    assert "0912 345 678" in refusal.value.errors[0].message


def test_only_the_last_three_digits_are_shown() -> None:
    assert masked("+84912345678") == "0•• ••• •678"
