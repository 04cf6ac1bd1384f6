"""What a word may have been meant to be: slips of the finger on the keyboard, and how people say it."""

from collections.abc import Iterable

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
"""A phone's keyboard; a finger lands beside the key it meant."""
DOUBLED, SWAPPED, SPOKEN, BESIDE, MISSED, ADDED, OTHER = 0.4, 0.5, 0.5, 0.6, 0.8, 0.8, 1.0
"""What slips cost: a letter doubled, two swapped, a sound, the key beside, one left out, one more, any other."""
BEGINNINGS = (
    ("l", "n"), ("ch", "tr"), ("s", "x"), ("d", "gi"), ("d", "r"), ("r", "gi"), ("v", "d"), ("v", "gi"), ("h", "qu"),
    ("g", "gh"), ("ng", "ngh"), ("c", "k"), ("ph", "f"), ("f", "ph"), ("qu", "w"), ("gi", "j"), ("gi", "z"), ("d", "z"),
    ("c", "q"), ("s", "th"),
)  # fmt: skip
"""First sounds that neighbours at home confuse, or write as foreigners do."""
ENDINGS = (("n", "ng"), ("c", "t"), ("n", "nh"), ("ch", "t"), ("i", "y"), ("ng", "nh"))
NUCLEI = (
    ("uo", "ie"), ("ie", "i"), ("uo", "u"), ("uu", "uou"), ("iu", "ieu"), ("ieu", "uou"), ("oi", "uoi"), ("ui", "uoi"),
    ("ai", "ay"), ("au", "ao"), ("im", "iem"), ("em", "iem"), ("ip", "iep"), ("op", "up"), ("e", "ie"), ("uy", "i"),
    ("a", "oa"), ("an", "oan"), ("en", "in"),
)  # fmt: skip
"""Middles that are one sound in some places (hưu: hươu, rượu: riệu)."""


def beside(keys: Iterable[str] = KEYS) -> dict[str, str]:
    """The keys around each key."""
    places = {letter: (x + y / 2, y) for y, row in enumerate(keys) for x, letter in enumerate(row)}
    return {
        letter: "".join(
            other
            for other, (ox, oy) in places.items()
            if other != letter and abs(ox - x) <= 1 and abs(oy - y) <= 1
        )
        for letter, (x, y) in places.items()
    }


AROUND = beside()


def both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """What each sound may have been meant to be."""
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


FIRST, LAST, MIDDLE = both_ways(BEGINNINGS), both_ways(ENDINGS), both_ways(NUCLEI)


def spoken(plain: str) -> set[str]:
    """A word as it is said elsewhere: `nam` is `lam`, `xinh` is `sinh`, `hun` is `hung`."""
    found: set[str] = set()
    for size in (1, 2, 3):
        begin, end = plain[:size], plain[-size:]
        found.update(other + plain[size:] for other in FIRST.get(begin, ()))
        found.update(plain[:-size] + other for other in LAST.get(end, ()))
        for at in range(len(plain) - size + 1):
            for other in MIDDLE.get(plain[at : at + size], ()):
                found.add(plain[:at] + other + plain[at + size :])
    return found


def lacking(word: str) -> set[str]:
    """The word with any one letter left out."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def slip(typed: str, meant: str) -> float | None:
    """What one slip from `meant` to `typed` costs; None when it was more than one."""
    at = 0
    shorter = min(len(typed), len(meant))
    while at < shorter and typed[at] == meant[at]:
        at += 1
    if len(typed) == len(meant):
        if typed[at + 1 :] == meant[at + 1 :]:
            return BESIDE if meant[at : at + 1] and typed[at] in AROUND.get(meant[at], "") else OTHER
        swapped = (
            typed[at + 2 :] == meant[at + 2 :]
            and typed[at : at + 2] == meant[at + 1 : at + 2] + meant[at : at + 1]
        )
        return SWAPPED if swapped else None
    if len(typed) == len(meant) + 1 and typed[at + 1 :] == meant[at:]:
        near = meant[max(0, at - 1) : at + 1]
        if typed[at] in near:
            return DOUBLED
        return BESIDE if any(typed[at] in AROUND.get(key, "") for key in near) else ADDED
    if len(typed) + 1 == len(meant) and typed[at:] == meant[at + 1 :]:
        return MISSED
    return None


class Slips:
    """A closed vocabulary, found from words one slip away (by the letters left when one is left out)."""

    def __init__(self, words: Iterable[str]) -> None:
        found: dict[str, list[str]] = {}
        self.known = {word: word for word in sorted(words)}
        for word in self.known:
            for rest in (word, *lacking(word)):
                found.setdefault(rest, []).append(word)
        self.words = {rest: tuple(words) for rest, words in found.items()}

    def close(self, typed: str) -> set[str]:
        """Known words that share all letters but one: few more than are one slip away."""
        found: set[str] = set()
        for rest in (typed, *lacking(typed)):
            found.update(self.words.get(rest, ()))
        found.discard(typed)
        return found

    def said(self, typed: str) -> set[str]:
        """Known words that are the same elsewhere in the country."""
        return {self.known[word] for word in spoken(typed) if word in self.known} - {typed}
