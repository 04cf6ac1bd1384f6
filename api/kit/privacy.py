"""Hiding what names a person in text that others will read."""

import re

HIDDEN = "[đã ẩn]"
NUMBERS = re.compile(r"(?<!\d)\+?\d(?:[ .\-]?\d){8,12}(?!\d)")
"""Nine to thirteen digits, spaced as people space them: phone and identity numbers."""
DATE = r"(?!\d{1,2}[./\-]\d{1,2}[./\-]\d{4}(?!\d))"
GAP = r"(?:[^\w\n,;:]|_){0,3}"
PHONES = re.compile(rf"(?<!\d){DATE}(?:\+?84{GAP}0?|0){GAP}[235789](?:{GAP}\d){{8,9}}(?!\d)")
"""A telephone number however it is broken up: `(091) 234-5678`, `0912_345_678`, `0912 - 345 - 678`."""
ADDRESSES = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def without_numbers(text: str) -> str:
    """The text with phone and identity numbers and e-mail addresses hidden.

    Letters do not protect a number (`sđt0912345678`): only other digits do.
    """
    return ADDRESSES.sub(HIDDEN, NUMBERS.sub(HIDDEN, PHONES.sub(HIDDEN, text)))
