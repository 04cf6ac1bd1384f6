"""Hears what was meant: knows the closed vocabulary of the catalogue and repairs what is not in it."""

from collections.abc import Collection, Mapping, Sequence
from math import log

from api.procedures.rules.runs import Runs
from api.procedures.rules.slips import SPOKEN, Slips, slip
from api.procedures.rules.words import SOUND, Syllable, as_typed, syllable, telex, tokens, vni

SLIP = 3
"""A shorter unknown word could be anything once one letter of it may change."""
BEST_FIT = 1.5
"""A neighbour that fits outweighs this much of a slip."""
COMMONER = 0.1
NONE: frozenset[str] = frozenset()


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
        self.spelled = spelled or {}
        self.toned = {word.toned for word in self.spelled.values()}
        self.typed = {
            typed: word for word in self.spelled.values() if word.plain in known for typed in as_typed(word)
        }
        self.runs = Runs(known, self.follows, self.spelled, self.typed)
        self.slips = Slips(word for word in known if not word.isdigit())
        self.longest = max(map(len, known), default=0)

    def understand(self, text: str) -> list[Syllable]:
        """The syllables of a query, repaired where they are no words of ours."""
        typed = tokens(text)
        written = [self.spelled.get(token) or syllable(token) for token in typed]
        strange = [self.is_strange(word) for word in written]
        if not any(strange):
            return written
        heard: list[Syllable] = []
        at = 0
        while at < len(typed):
            before = heard[-1].plain if heard else ""
            after = written[at + 1].plain if at + 1 < len(typed) else ""
            word = written[at]
            known = word.plain in self.known or word.plain.isdigit()
            repaired = [word] if known else self.repair(typed[at], word, before, after)
            if after and (strange[at] or strange[at + 1]) and not self.fits(repaired, before, after):
                joined = self.runs.rejoin(typed[at], typed[at + 1], before)
                if joined and not any(map(self.is_strange, joined)):
                    heard.extend(joined)
                    at += 2
                    continue
            heard.extend(repaired)
            at += 1
        return heard

    def fits(self, words: Sequence[Syllable], before: str, after: str) -> bool:
        """Whether words go with a neighbour."""
        first, last = words[0].plain, words[-1].plain
        return first in self.follows.get(before, NONE) or after in self.follows.get(last, NONE)

    def is_strange(self, word: Syllable) -> bool:
        """Whether no name has the word, or none with these marks."""
        if word.plain not in self.known:
            return not word.plain.isdigit()
        return word.toned != word.plain and bool(self.toned) and word.toned not in self.toned

    def repair(self, token: str, written: Syllable, before: str, after: str) -> list[Syllable]:
        """What an unknown word was meant to be; itself when there is no good guess."""
        plain = written.plain
        for decoded in (self.typed.get(token), vni(plain), telex(plain) if not written.marked else None):
            if decoded is not None and decoded.plain in self.known:
                return [decoded]
        guess, fits = self.nearest(plain, before, after, alone=not SOUND.match(plain))
        if fits and guess:
            return [Syllable(guess, guess)]
        parts = self.runs.split(token, before)
        if parts and not (guess and any(len(part.plain) == 1 for part in parts)):
            return parts
        return [Syllable(guess, guess)] if guess else [written]

    def rethink(self, heard: Sequence[Syllable]) -> list[Syllable]:
        """A second hearing of words that are known but strange beside both neighbours."""
        again = list(heard)
        for at, word in enumerate(heard):
            before = again[at - 1].plain if at else ""
            after = heard[at + 1].plain if at + 1 < len(heard) else ""
            if self.fits([word], before, after):
                continue
            # Marks that were typed say what was meant; only a sound may be another.
            guess, _ = self.nearest(word.plain, before, after, alone=False, slips=not word.marked)
            if guess:
                again[at] = Syllable(guess, guess)
        return again

    def nearest(
        self, plain: str, before: str, after: str, *, alone: bool, slips: bool = True
    ) -> tuple[str | None, int]:
        """The likeliest known word one slip or sound away that fits its neighbours, or (`alone`) any; how many it fits."""
        if not SLIP <= len(plain) <= self.longest + 1:
            return None, 0
        said = self.slips.said(plain)
        both = said | self.slips.close(plain) if slips else said
        after_it = self.follows.get(before, NONE)
        before_it = {word for word in both if after in self.follows.get(word, NONE)}
        options = (both & after_it) | before_it or (both if alone else NONE)
        best, least, fits = None, 0.0, 0
        for word in options:
            cost = SPOKEN if word in said else slip(plain, word)
            if cost is None:
                continue
            fitting = (word in after_it) + (word in before_it)
            total = cost - BEST_FIT * fitting - COMMONER * log(1 + self.known[word])
            if best is None or (total, word) < (least, best):
                best, least, fits = word, total, fitting
        return best, fits
