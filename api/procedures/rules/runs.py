"""Takes run-ons apart: `khaisinhchocon`, `đăngký`, `ddawngkys`, and words with the space in the wrong place."""

from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import TypeAlias

from api.procedures.rules.words import SOUND, VOWELS, Syllable, syllable, with_i

RUN_ON = 5
"""A shorter unknown word is no run of syllables."""
LONGEST_RUN = 60
"""A longer run of letters is no sentence."""
LONGEST_PART = 9
PART, FITS, RARE = 10.0, 4.0, 1.0
"""Splitting a run-on: what each part costs, what a known pair saves, what rarity costs."""
LETTER, LETTERS, KEYED = 9.0, 4.0, 3.0
"""What a lone letter, an abbreviation and a part with Telex or VNI in it cost more."""
SHORTEST_NAME = 3
NONE: frozenset[str] = frozenset()
Way: TypeAlias = tuple[float, tuple[Syllable, ...]]


class Runs:
    """The closed vocabulary with what each word costs as a part of a run-on."""

    def __init__(
        self,
        known: Mapping[str, int],
        follows: Mapping[str, Collection[str]],
        spelled: Mapping[str, Syllable],
        typed: Mapping[str, Syllable],
    ) -> None:
        """`typed`: syllables by what keyboards leave of them."""
        self.follows, self.spelled, self.typed = follows, spelled, typed
        most = 1 + max(known.values(), default=1)
        self.cost_of: dict[str, float] = {}
        for word, count in known.items():
            cost = PART + RARE * log(most / (1 + count))
            if word.isdigit() or len(word) == 1:
                cost += LETTER
            elif not SOUND.match(word):
                cost += LETTERS
            if SOUND.match(word) or word.isdigit() or len(word) >= SHORTEST_NAME or word in VOWELS:
                self.cost_of[word] = cost
        parts = [*self.cost_of, *typed, *(word[:-1] + "y" for word in self.cost_of if word.endswith("i"))]
        self.beginnings = {part[:size] for part in parts for size in range(1, len(part) + 1)}

    def parts_from(self, token: str, plain: str, start: int) -> list[tuple[int, Syllable, float]]:
        """The parts that may begin at a letter: where they end, and what they cost. `plain`: the token without marks."""
        found = []
        for end in range(start + 1, min(len(token), start + LONGEST_PART) + 1):
            letters = plain[start:end]
            if letters not in self.beginnings:
                break
            piece = token[start:end]
            part = self.spelled.get(piece)
            if part is None and end - start >= SHORTEST_NAME and (part := self.typed.get(piece)) is not None:
                found.append((end, part, self.cost_of.get(part.plain, PART) + KEYED))
                continue
            bare = with_i(letters) if part is None else part.plain
            cost = self.cost_of.get(bare)
            if cost is not None:
                part = part or (Syllable(bare, bare) if piece == letters else syllable(piece))
                found.append((end, part, cost))
        return found

    def split(self, token: str, before: str = "") -> list[Syllable]:
        """A run-on in the fewest, commonest syllables that go together; empty when it is none."""
        if not RUN_ON <= len(token) <= LONGEST_RUN:
            return []
        plain = "".join(map(bare_letter, token))
        # For each letter: the cheapest way there by its last part.
        ways: list[dict[str, Way]] = [{} for _ in range(len(token) + 1)]
        ways[0][before] = (0.0, ())
        for start, here in enumerate(ways[:-1]):
            if not here:
                continue
            # What costs more than a pair can save will never be the cheapest.
            most = min(spent for spent, _ in here.values()) + FITS
            open_ways = [(self.follows.get(last, NONE), way) for last, way in here.items() if way[0] <= most]
            for end, part, cost in self.parts_from(token, plain, start):
                word, there = part.plain, ways[end]
                for follows, (spent, parts) in open_ways:
                    total = spent + cost - (FITS if word in follows else 0.0)
                    if word not in there or total < there[word][0]:
                        there[word] = (total, (*parts, part))
        best: Way = min(ways[-1].values(), key=lambda way: way[0], default=(0.0, ()))
        return list(best[1]) if len(best[1]) > 1 else []

    def rejoin(self, one: str, other: str, before: str) -> list[Syllable]:
        """Two words whose space is in the wrong place; empty when they are none."""
        parts = self.split(one + other, before)
        fitting = any(
            second.plain in self.follows.get(first.plain, NONE) for first, second in pairwise(parts)
        )
        return parts if fitting and all(len(part.plain) > 1 for part in parts) else []


@lru_cache(maxsize=500)
def bare_letter(letter: str) -> str:
    """One letter without its marks."""
    return syllable(letter).plain[:1] or letter
