"""Ranks procedures for a query: an inverted index over everything a procedure may be called.

The words of all ways to say a query become numbers here; what they are worth is worked out by a
compiled loop (`weighing`), for all procedures roughly and for the foremost name by name.
"""

from array import array
from collections import Counter
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from api.procedures.rules.arrays import Floats, Names, Query
from api.procedures.rules.ear import Ear
from api.procedures.rules.gathering import gathered
from api.procedures.rules.postings import UNHEARD, Lexicon
from api.procedures.rules.thesaurus import Thesaurus, Variant
from api.procedures.rules.weighing import weigh
from api.procedures.rules.words import SOUND, Syllable, Table, hear

TELLING = 6.0
"""A phrase lighter than this is too plain to answer a story."""
SECOND = 0.9
"""What a second hearing is worth."""
FOREIGN = 0.6
"""A real syllable that no name has counts this much of a word that is none."""
GOOD = 0.5
"""Below this the query is heard a second time."""
SURE = 1.2
"""A query with words of shops, news and games must fit this well."""
LEAST, BRIEF, FEW = 0.2, 0.7, (10, 12)
"""Fit below this is a random hit, for a story and for a query of few words: show nothing, and the hotline."""
STRANGE = 0.8
"""A query that fits a procedure less than this share of what it fits nobody's business finds nothing."""
CLOSE = 0.2
"""What fits less than this share of the best is no choice beside it."""
PHRASE = 0.3
"""Slack from which a name is a phrase people say, not an official sentence."""
LONGEST = 48
"""Words of a query that are looked at; what follows is a tale."""
SHORTLIST = 20
"""Targets whose names are looked at one by one: those that fit best by all their names together."""


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """Something a procedure may be called."""

    target: int
    text: str
    slack: float
    """What extra words in the text cost: little in a long official name, much in a short phrase."""
    weight: float = 1.0


class Hit(msgspec.Struct, frozen=True):
    """A found target with its fit."""

    target: int
    fit: float


class Index:
    """Built once for an edition of the catalogue, then only read."""

    def __init__(
        self,
        called: Sequence[Called],
        priors: Sequence[float],
        thesaurus: Thesaurus,
        *,
        strangers: int = 0,
    ) -> None:
        """`strangers`: so many of the last targets are no procedures; a query nearest to one finds nothing."""
        self.thesaurus = thesaurus
        table = Table()
        heard = [table.hear(entry.text) for entry in called]
        self.lexicon = Lexicon(heard, [entry.target for entry in called], thesaurus.light)
        slack = np.array([entry.slack for entry in called] or [0.0], dtype=np.float32)
        target = np.array([entry.target for entry in called] or [0], dtype=np.int32)
        worth = np.array([entry.weight for entry in called] or [0.0], dtype=np.float32)
        known = np.array(priors or [0.0], dtype=np.float32)
        self.ours = len(known) - strangers
        total = self.lexicon.total
        telling = (slack >= PHRASE) & (total >= TELLING)
        self.names = Names(
            total=total,
            told=np.where(telling, total, np.float32(np.inf)),
            slack=slack,
            worth=worth * known[target],
            starts=np.searchsorted(target, np.arange(len(known) + 1)).astype(np.int32),
            priors=known,
        )
        self.held = gathered(self.lexicon.terms, target, slack >= PHRASE, len(known))
        # What the compiled loop notes in while it runs; it holds the interpreter, so nobody else does then.
        self.column = np.full(len(self.held.bounds) - 1, -1, dtype=np.int16)
        spoken = Counter(word.plain for words in heard for word in words)
        said = dict.fromkeys(thesaurus.words(), 1)
        follows: dict[str, set[str]] = {}
        for one, other in self.lexicon.neighbours():
            if one not in thesaurus.light and other not in thesaurus.light:
                follows.setdefault(one, set()).add(other)
        self.ear = Ear(spoken | Counter(said), follows, table.known)
        self.weigh(hear("mot hai"))  # loads what was compiled, or compiles it, before anybody waits for it

    def search(self, text: str, *, limit: int) -> list[Hit]:
        """The best targets for a query, best first; none when nothing fits well enough."""
        heard = self.ear.understand(text)[:LONGEST]
        words = self.thesaurus.bare(heard)
        found = self.weigh(words)
        if found.max() < GOOD and (again := self.ear.rethink(heard)) != heard:
            found = np.maximum(found, self.weigh(self.thesaurus.bare(again)) * np.float32(SECOND))
        ours, strange = found[: self.ours], float(found[self.ours :].max(initial=0))
        best = float(ours.max(initial=0))
        if best < max(least(len(words)), strange * STRANGE):
            return []
        if best < SURE and self.thesaurus.is_elsewhere(heard):
            return []
        kept = np.flatnonzero(ours >= max(LEAST, best * CLOSE))
        order = kept[np.lexsort((kept, -ours[kept]))][:limit]
        return [Hit(*pair) for pair in zip(order.tolist(), ours[order].tolist(), strict=True)]

    def weigh(self, words: Sequence[Syllable]) -> Floats:
        """What every target is worth: by the best of its names, and by all of them together."""
        if not words:
            return np.zeros(len(self.names.priors), dtype=np.float32)
        query = asked(self.lexicon, self.thesaurus.variants(words))
        worth: Floats = weigh(query, self.lexicon.terms, self.held, self.names, self.column, SHORTLIST)
        return worth


def least(words: int) -> float:
    """What a query of so many words must fit: a few words are all about one thing, a story is not."""
    few, many = FEW
    share = min(1.0, max(0.0, (words - few) / (many - few)))
    return BRIEF + (LEAST - BRIEF) * share


def asked(lexicon: Lexicon, variants: Sequence[Variant]) -> Query:
    """All ways to say a query in numbers."""
    words: list[int] = []
    toned: list[int] = []
    marked: list[int] = []
    strange: dict[str, int] = {}
    ends: list[int] = []
    places, spellings = lexicon.words, lexicon.toned
    for variant in variants:
        for word in variant.words:
            plain, spelling = word.plain, word.toned
            place = places.get(plain)
            words.append(strange.setdefault(plain, ~len(strange)) if place is None else place)
            toned.append(spellings.get(spelling, UNHEARD))
            marked.append(plain != spelling)
        ends.append(len(words))
    return Query(
        words=numbers(words),
        toned=numbers(toned),
        marked=numbers(marked),
        foreign=np.array([lexicon.unknown * foreign(plain) for plain in strange], dtype=np.float64),
        ends=numbers(ends),
        lines=np.array([variant.weight for variant in variants], dtype=np.float32),
    )


def numbers(found: Sequence[int]) -> NDArray[np.int32]:
    """A list as an array, quicker than numpy reads one."""
    return np.frombuffer(array("i", found), dtype=np.int32)


def foreign(plain: str) -> float:
    """A number nobody uses weighs nothing; a syllable less than what is no syllable."""
    return 0.0 if plain.isdigit() else FOREIGN if SOUND.match(plain) else 1.0
