"""What of a search may be counted: its folded words without numbers, once a day and place, no person.

Who asked is told apart only in this process's memory, by a keyed hash whose key is thrown away
every day, so that one person typing the same thing all day counts once.
"""

import re
from datetime import date
from hashlib import blake2b
from secrets import token_bytes

from api.kit.privacy import HIDDEN, without_numbers
from api.kit.text import fold

CUT_OFF = 5
"""Fewer askings than this in a day are shown to nobody."""
LONGEST = 80
KNOWN = 50_000
"""Askings told apart at once; beyond it the memory begins anew."""
DIFFERENT = 20_000
"""Different queries a day and process whose words are kept; a flood of nonsense is only counted."""
REST = ""
NUMBER = re.compile(r"\S*\d{4,}\S*")
NOT_WORDS = re.compile(r"[^a-z0-9 ]+")


def counted(text: str) -> str:
    """The words of a query that may be kept; empty when none is left."""
    # What was hidden becomes a number again, so that the word it hung on goes with it.
    bare = NUMBER.sub(" ", without_numbers(text).replace(HIDDEN, "0000"))
    words = NOT_WORDS.sub(" ", fold(bare)).split()
    kept = ""
    for word in words:
        if len(kept) + len(word) >= LONGEST:
            break
        kept = f"{kept} {word}".strip()
    return kept


class Ears:
    """Tells repeated askings of one day apart without knowing who asks."""

    def __init__(self) -> None:
        self.day = date.min
        self.key = b""
        self.heard: set[bytes] = set()
        self.different: set[bytes] = set()

    def heard_first(self, address: str, province: str, query: str, chosen: str, day: date) -> bool:
        """Whether this asking is new today."""
        if day != self.day:
            self.day, self.key = day, token_bytes(32)
            self.heard.clear()
            self.different.clear()
        if len(self.heard) >= KNOWN:
            self.heard.clear()
        mark = self.mark(address, province, query, chosen)
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
