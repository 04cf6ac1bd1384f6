"""Hiding what names a person in text that others will read."""

import re
from collections.abc import Iterable

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


SUBSCRIBER = 9
"""The last digits of a Vietnamese number: the same with 0, 84 or +84 before them."""


def without_own_number(text: str, phones: Iterable[str | None]) -> str:
    """The text without the writer's own telephone number; other numbers may be the matter itself and stay."""
    own = {
        digits[-SUBSCRIBER:]
        for phone in phones
        if len(digits := re.sub(r"\D", "", phone or "")) >= SUBSCRIBER
    }

    def hidden(found: re.Match[str]) -> str:
        said = found.group()
        return HIDDEN if re.sub(r"\D", "", said)[-SUBSCRIBER:] in own else said

    return NUMBERS.sub(hidden, PHONES.sub(hidden, text)) if own else text
