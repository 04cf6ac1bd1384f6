"""Hiding what names a person in text that others will read."""

import re

HIDDEN = "[đã ẩn]"
NUMBERS = re.compile(r"(?<!\w)\+?\d(?:[ .\-]?\d){8,12}(?!\w)")
"""Nine to thirteen digits, spaced as people space them: phone and identity numbers."""
ADDRESSES = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def without_numbers(text: str) -> str:
    """The text with phone and identity numbers and e-mail addresses hidden."""
    return ADDRESSES.sub(HIDDEN, NUMBERS.sub(HIDDEN, text))
