"""Words as they come out of a telephone in a hurry, put right. Pure.

Keys of an input method that was off, letters that stuck, short forms. Only for understanding: what is shown to
people is what was typed.
"""

import re

VNI = re.compile(r"(?<=[aeiouyd])\d+(?=[a-z]|\b)|(?<=[cmnptgh])\d+\b")
"""`nu7o7c1`: a digit after a vowel or at the end is a mark."""
TELEX_HORN = re.compile(r"(?<=[aou])w")
TELEX_TONE = re.compile(r"(?<=[aeiouy])[sfrxj]|(?<=[aeiouy][cmnpt])[sfrxj]\b|(?<=[aeiouy][cn][gh])[sfrxj]\b")
"""`nuowcs`, `nhaf`: no Vietnamese syllable has these letters after its vowel."""
STUCK = re.compile(r"([a-tv-z])\1+|(u)u\2+")
"""`nhanhh`; two u may stand: cuu, huu."""
SHORT = {
    "cug": "cung", "dc": "duoc", "dk": "duoc", "hok": "khong", "hong": "khong", "k": "khong", "kg": "khong",
    "kh": "khong", "khog": "khong", "ko": "khong", "kuu": "cuu", "nc": "nuoc", "nuc": "nuoc", "nuok": "nuoc",
    "r": "roi", "vs": "voi",
}  # fmt: skip
NUMBERS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
COUNTED = re.compile(rf"\b({'|'.join(NUMBERS)})\s+(?=(?:nguoi|ng|nhan khau|khau|em be|tre|dua)\b)")
WORD = re.compile(r"[a-z0-9]+")


def mended(folded: str) -> str:
    """Folded words without the traces of a keyboard."""
    text = TELEX_TONE.sub("", TELEX_HORN.sub("", VNI.sub("", folded)))
    text = STUCK.sub(r"\1\2", text)
    return WORD.sub(lambda found: SHORT.get(found[0], found[0]), text)


def in_digits(folded: str) -> str:
    """`ba nguoi` as `3 nguoi`."""
    return COUNTED.sub(lambda found: f"{NUMBERS.index(found[1]) + 1} ", folded)
