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
        self.near = {word: self.options(word) for word in self.slips.known if len(word) >= SLIP}

    def understand(self, text: str) -> list[Syllable]:
        """The syllables of a query, repaired where they are no words of ours."""
        typed = tokens(text)
        written = [self.spelled.get(token) or self.read(token) for token in typed]
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

    def read(self, token: str) -> Syllable:
        """A word that no name has, out of what keyboards leave of it if that makes it a word of ours."""
        word = syllable(token)
        if word.plain in self.known or word.plain.isdigit():
            return word
        for decoded in (self.typed.get(token), vni(word.plain), None if word.marked else telex(word.plain)):
            if decoded is not None and decoded.plain in self.known:
                return decoded
        return word

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

    def options(self, plain: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Known words that sound like one elsewhere, and others that share all letters but one."""
        said = self.slips.said(plain)
        return tuple(said), tuple(self.slips.close(plain) - said)

    def nearest(
        self, plain: str, before: str, after: str, *, alone: bool, slips: bool = True
    ) -> tuple[str | None, int]:
        """The likeliest known word one slip or sound away that fits its neighbours, or (`alone`) any; how many it fits."""
        if not SLIP <= len(plain) <= self.longest + 1:
            return None, 0
        after_it = self.follows.get(before, NONE)
        said, close = self.near.get(plain) or self.options(plain)
        both = said + close if slips else said
        fitting = [word for word in both if word in after_it or after in self.follows.get(word, NONE)]
        best, least, fits = None, 0.0, 0
        for word in fitting or (both if alone else ()):
            cost = SPOKEN if word in said else slip(plain, word)
            if cost is None:
                continue
            goes = (word in after_it) + (after in self.follows.get(word, NONE))
            total = cost - BEST_FIT * goes - COMMONER * log(1 + self.known[word])
            if best is None or (total, word) < (least, best):
                best, least, fits = word, total, goes
        return best, fits
