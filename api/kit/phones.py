"""Vietnamese mobile numbers: one stored form, one shown form."""

import re

from api.kit.errors import FieldError, Invalid

MOBILE = re.compile(r"(?:\+?84|0)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7})")
"""Vietnamese mobile numbers (vietnam.md §5)."""
SEPARATORS = str.maketrans("", "", " .-()\u00a0")


def e164(phone: str) -> str:
    """A mobile number as +84…; Invalid when it is none."""
    found = MOBILE.fullmatch(phone.translate(SEPARATORS))
    if found is None:
        message = "Cần số di động Việt Nam, ví dụ 0912 345 678"
        raise Invalid(errors=[FieldError(field="phone", message=message)])
    return "+84" + found[1]


def masked(phone: str) -> str:
    """A number its owner recognises and nobody else can call: `0•• ••• •678`."""
    return f"0•• ••• •{phone[-3:]}"
