"""Vietnamese text: one normal form, one fold for search, one order for lists."""

import re
import unicodedata

HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Zero-width and direction marks: real in crawled text, never meant by a person."""
LOOKALIKE = str.maketrans({"ð": "đ", "Ð": "Đ", "Ɖ": "Đ", "’": "'", "–": "-", "—": "-"})
TABLE_END = 0x3000
"""Code points below are remembered: all that people write here, and too few for a stranger to fill memory with."""


class Bare(dict[int, int | str | None]):
    """For `str.translate`: a decomposed letter without its marks, what looks like `đ` as `d`."""

    def __missing__(self, code: int) -> int | None:
        """A mark goes, anything else stays."""
        kept = None if unicodedata.combining(chr(code)) else code
        if code < TABLE_END:
            self[code] = kept
        return kept


BARE = Bare(
    {ord(char): kept for char, kept in {"đ": "d", "ð": "d", "ɖ": "d", "’": "'", "–": "-", "—": "-"}.items()}
)
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Dictionary order of tones: ngang, huyền, hỏi, ngã, sắc, nặng."""


def nfc(text: str) -> str:
    """NFC, hidden marks dropped, runs of space made one, ends trimmed."""
    if not text.isascii():
        text = HIDDEN.sub("", unicodedata.normalize("NFC", text))
    return " ".join(text.split())


def fold(text: str) -> str:
    """The form two spellings share: lower case, no marks, `đ` as `d`, single spaces."""
    lowered = nfc(text).lower()
    if lowered.isascii():
        return lowered
    return " ".join(unicodedata.normalize("NFD", lowered).translate(BARE).split())


def sort_key(text: str) -> bytes:
    """Bytes that sort as a Vietnamese dictionary does: letters first, then tones.

    PostgreSQL's builtin locale sorts by code point (`Đà` after `dê` after `z`), so lists
    that people read store this key in a `bytea` column.
    """
    letters, tones = bytearray(), bytearray()
    for char in nfc(text).translate(LOOKALIKE).lower():
        decomposed = unicodedata.normalize("NFD", char)
        tone = next((c for c in decomposed if c in TONES and c), "")
        letter = unicodedata.normalize("NFC", decomposed.replace(tone, "")) if tone else char
        place = LETTERS.find(letter)
        letters.append(64 + place if place >= 0 else min(ord(letter[0]), 63))
        tones.append(TONES[tone])
    return bytes(letters) + b"\x00" + bytes(tones)
