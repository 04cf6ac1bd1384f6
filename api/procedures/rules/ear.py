"""Hears what was meant: knows the closed vocabulary of the catalogue and repairs what is not in it."""

from collections.abc import Collection, Mapping, Sequence
from math import log

from api.procedures.rules.slips import SPOKEN, Slips, slip
from api.procedures.rules.words import SOUND, VOWELS, Syllable, syllable, telex, tokens, vni

RUN_ON = 5
"""A shorter unknown word is no run of syllables."""
SLIP = 3
"""A shorter unknown word could be anything once one letter of it may change."""
LONGEST_WORD = 40
"""A longer run of letters is no sentence."""
PART, FITS, RARE = 10.0, 4.0, 1.0
"""Splitting a run-on: what each part costs, what a known pair saves, what rarity costs."""
NONE: frozenset[str] = frozenset()
BEST_FIT = 1.5
"""A neighbour that fits outweighs this much of a slip."""


class Ear:
    """Repairs unknown words by their letters and their neighbours."""

    def __init__(
        self,
        known: Mapping[str, int],
        follows: Mapping[str, Collection[str]],
        spelled: Mapping[str, Syllable] | None = None,
    ) -> None:
        """`known`: plain syllables with how often they occur; `follows`: what stands after each."""
        self.known = known
        self.follows = {one: frozenset(others) for one, others in follows.items() if others}
        leads: dict[str, set[str]] = {}
        for one, others in follows.items():
            for other in others:
                leads.setdefault(other, set()).add(one)
        self.leads = {other: frozenset(ones) for other, ones in leads.items()}
        self.spelled = spelled or {}
        self.cost_of = {
            word: PART + RARE * log((1 + max(known.values())) / (1 + count))
            for word, count in known.items()
            if (len(word) > 1 or word in VOWELS) and not word.isdigit() and SOUND.match(word)
        }
        self.slips = Slips(word for word in known if not word.isdigit())
        self.longest = max(map(len, known), default=0)

    def understand(self, text: str) -> list[Syllable]:
        """The syllables of a query, repaired where they are no words of ours."""
        typed = tokens(text)
        written = [self.spelled.get(token) or syllable(token) for token in typed]
        if all(word.plain in self.known for word in written):
            return written
        heard: list[Syllable] = []
        for at, word in enumerate(written):
            if word.plain in self.known or word.plain.isdigit():
                heard.append(word)
                continue
            before = heard[-1].plain if heard else ""
            after = written[at + 1].plain if at + 1 < len(written) else ""
            heard.extend(self.repair(typed[at], word, before, after))
        return heard

    def repair(self, token: str, written: Syllable, before: str, after: str) -> list[Syllable]:
        """What an unknown word was meant to be; itself when there is no good guess."""
        plain = written.plain
        for decoded in (vni(plain), telex(plain) if not written.marked else None):
            if decoded is not None and decoded.plain in self.known:
                return [decoded]
        if parts := self.split(token, before):
            return parts
        if guess := self.nearest(plain, before, after, alone=not SOUND.match(plain)):
            return [Syllable(guess, guess)]
        return [written]

    def rethink(self, heard: Sequence[Syllable]) -> list[Syllable]:
        """A second hearing of words that are known but strange beside both neighbours."""
        again = list(heard)
        for at, word in enumerate(heard):
            before = again[at - 1].plain if at else ""
            after = heard[at + 1].plain if at + 1 < len(heard) else ""
            if before in self.leads.get(word.plain, NONE) or after in self.follows.get(word.plain, NONE):
                continue
            if not word.marked and (guess := self.nearest(word.plain, before, after, alone=False)):
                again[at] = Syllable(guess, guess)
        return again

    def split(self, token: str, before: str = "") -> list[Syllable]:
        """A run-on (`khaisinh`) in the fewest, commonest syllables that go together; empty when it is none."""
        if not RUN_ON <= len(token) <= LONGEST_WORD:
            return []
        # For each end: the cheapest way there by its last part.
        ways: list[dict[str, tuple[float, list[Syllable]]]] = [{before: (0.0, [])}]
        for end in range(1, len(token) + 1):
            here: dict[str, tuple[float, list[Syllable]]] = {}
            for start in range(max(0, end - 7), end):
                if not ways[start]:
                    continue
                part = self.spelled.get(token[start:end]) or syllable(token[start:end])
                cost = self.cost_of.get(part.plain)
                if cost is None:
                    continue
                for last, (spent, parts) in ways[start].items():
                    total = spent + cost - (FITS if part.plain in self.follows.get(last, NONE) else 0.0)
                    if part.plain not in here or total < here[part.plain][0]:
                        here[part.plain] = (total, [*parts, part])
            ways.append(here)
        best = min(ways[-1].values(), key=lambda way: way[0], default=(0.0, []))[1]
        return best if len(best) > 1 else []

    def nearest(self, plain: str, before: str, after: str, *, alone: bool) -> str | None:
        """The likeliest known word one slip away that fits its neighbours, or (`alone`) any."""
        if not SLIP <= len(plain) <= self.longest + 1:
            return None
        close, said = self.slips.close(plain), self.slips.said(plain)
        after_it, before_it = self.follows.get(before, NONE), self.leads.get(after, NONE)
        both = close | said
        options = (both & after_it) | (both & before_it) or (both if alone else NONE)
        best, least = None, 0.0
        for word in options:
            cost = SPOKEN if word in said else slip(plain, word)
            if cost is None:
                continue
            fitting = (word in after_it) + (word in before_it)
            total = cost - BEST_FIT * fitting - 0.1 * log(1 + self.known[word])
            if best is None or (total, word) < (least, best):
                best, least = word, total
        return best
