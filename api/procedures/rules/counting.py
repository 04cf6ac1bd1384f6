"""What of a search may be counted: its folded words without numbers, once a day and place, no person.

Who asked is told apart only in this process's memory, by a keyed hash whose key is thrown away
every day, so that one address asking the same thing all day counts once a process. It is a help,
no proof: the cut-off is of addresses, not of people.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import blake2b
from itertools import groupby
from secrets import token_bytes

from api.kit.privacy import ADDRESSES
from api.kit.text import fold, nfc

CUT_OFF = 5
"""Fewer askings than this in a day are shown to nobody."""
LONGEST = 80
KNOWN = 50_000
"""Askings told apart at once; beyond it the memory begins anew."""
DIFFERENT = 20_000
"""Different queries a day and process whose words are kept; a flood of nonsense is only counted."""
REST = ""
HIDDEN_MARKS = dict.fromkeys(
    [0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF]
)
"""Signs nobody sees, which may stand between the digits of a number."""
NUMBERED = re.compile(r"\d{4,}")
DIGITS = 6
"""So many digits in neighbouring words are a number that names somebody, however it was broken up."""
NOT_WORDS = re.compile(r"[^a-z0-9]+")


def counted(text: str) -> str:
    """The words of a query that may be kept: folded first, so that no mark or sign hides a number."""
    bare = ADDRESSES.sub(" ", nfc(text).translate(HIDDEN_MARKS))
    words = NOT_WORDS.sub(" ", fold(bare)).split()
    numbers = [NUMBERED.search(word) is not None for word in words]
    for start, end in runs_of_digits(words):
        if sum(char.isdigit() for word in words[start:end] for char in word) >= DIGITS:
            numbers[start:end] = [True] * (end - start)
    kept = ""
    for word, number in zip(words, numbers, strict=True):
        if number:
            continue
        if len(kept) + len(word) >= LONGEST:
            break
        kept = f"{kept} {word}".strip()
    return kept


def runs_of_digits(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words with digits stand side by side."""
    start = 0
    for has, group in groupby(words, key=lambda word: any(char.isdigit() for char in word)):
        end = start + len(list(group))
        if has:
            yield start, end
        start = end


class Ears:
    """Tells repeated askings of one day apart without knowing who asks."""

    def __init__(self) -> None:
        self.day = date.min
        self.key = b""
        self.heard: set[bytes] = set()
        self.different: set[bytes] = set()

    def heard_first(self, day: date, *parts: str) -> bool:
        """Whether this (address, province, query and perhaps what was opened) is new today."""
        if day != self.day:
            self.day, self.key = day, token_bytes(32)
            self.heard.clear()
            self.different.clear()
        if len(self.heard) >= KNOWN:
            self.heard.clear()
        mark = self.mark(*parts)
        if mark in self.heard:
            return False
        self.heard.add(mark)
        return True

    def kept(self, province: str, query: str) -> str:
        """The query while there is room for different ones today, else only a count of the rest."""
        mark = self.mark(province, query)
        if mark not in self.different:
            if len(self.different) >= DIFFERENT:
                return REST
            self.different.add(mark)
        return query

    def mark(self, *parts: str) -> bytes:
        """Eight bytes that stand for these parts today and for nothing tomorrow."""
        return blake2b("\0".join(parts).encode(), key=self.key, digest_size=8).digest()
