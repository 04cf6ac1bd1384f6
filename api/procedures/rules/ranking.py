"""Ranks procedures for a query: an inverted index over everything a procedure may be called.

Only names that could fit are looked at: those that hold one of the query's rarest words, or the
heaviest term of a whole phrase. Each term is looked up once for all ways to say the query.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from api.procedures.rules.ear import Ear
from api.procedures.rules.gathering import Gathered
from api.procedures.rules.postings import Floats, Lexicon, Rows
from api.procedures.rules.thesaurus import Thesaurus, Variant
from api.procedures.rules.words import SOUND, Syllable, Table

MARKS = 0.4
"""How much of a word typed with marks hangs on the marks (má, mã)."""
ENOUGH = 0.38
"""Share of the query's weight that a result must contain,"""
SOME = 0.2
"""unless the query contains the whole of a phrase: then this share is enough, for people tell stories."""
WHOLE = 0.85
TELLING = 6.0
"""A phrase lighter than this is too plain to answer a story."""
STORY = 0.1
"""What a whole phrase inside a long story is worth before the share of the story it covers."""
EXACT, WORD_FOR_WORD = 0.4, 0.97
"""What is said word for word is meant: it counts this much more than what only holds it."""
SECOND = 0.9
"""What a second hearing is worth."""
GAP = 0.6
"""What a pair is worth with a word or two between (con *em* mới sinh); it can only help."""
SKIPPED = (2, 3)
FOREIGN = 0.6
"""A real syllable that no name has counts this much of a word that is none."""
GOOD = 0.5
"""Below this the query is heard a second time."""
SURE = 1.2
"""A query with words of shops, news and games must fit this well."""
LEAST = 0.2
"""Fit below this is a random hit: show nothing, and the hotline."""
TOGETHER = 0.7
"""What all names of a procedure together are worth beside the best of them."""
STRANGE = 0.8
"""A query that fits a procedure less than this share of what it fits nobody's business finds nothing."""
CLOSE = 0.2
"""What fits less than this share of the best is no choice beside it."""
PHRASE = 0.3
"""Slack from which a name is a phrase people say, not an official sentence."""
TINY = 1e-6
LONGEST = 48
"""Words of a query that are looked at; what follows is a tale."""
SHORTLIST = 20
"""Targets whose names are looked at one by one: those that fit best by all their names together."""
HALF_KNOWN = 0.5
"""A word nobody uses weighs this much less when all names are weighed together."""
NOTHING: dict[str, int] = {}
NO_FLOATS: Floats = np.zeros(0, dtype=np.float32)


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


class Asked:
    """What all ways to say a query ask of a name: a line of weights a variant, a column a term."""

    def __init__(self, lexicon: Lexicon, variants: Sequence[Variant]) -> None:
        self.lexicon = lexicon
        self.words: dict[int, int] = {}
        self.others: dict[int, int] = {}
        self.word_cells: list[tuple[int, int, float]] = []
        self.other_cells: list[tuple[int, int, float]] = []
        self.asked: list[float] = []
        self.asked_words: list[float] = []
        self.unknown: list[float] = []
        self.lines: Floats = np.array([variant.weight for variant in variants], dtype=np.float32)
        for line, variant in enumerate(variants):
            self.read(line, variant.words)

    def read(self, line: int, words: Sequence[Syllable]) -> None:
        """Weigh the words, the pairs of neighbours and the pairs with a gap of one variant."""
        vocabulary, before, weight = self.lexicon.words, self.lexicon.before, self.lexicon.weight
        unknown = known_words = 0.0
        seen: set[str] = set()
        found: list[dict[str, int]] = []
        for word in words:
            plain = word.plain
            at = vocabulary.get(plain)
            found.append(before.get(plain, NOTHING))
            if plain in seen:
                continue
            seen.add(plain)
            if at is None:
                unknown += self.lexicon.unknown * foreign(plain)
                continue
            known_words += weight[at]
            self.word_cells.append((line, self.words.setdefault(at, len(self.words)), weight[at]))
            if word.marked and (way := self.lexicon.way(word.toned)) != self.lexicon.spelled[at]:
                self.mark(line, at, way, -MARKS)
        self.unknown.append(unknown)
        self.asked_words.append(unknown + known_words)
        self.asked.append(unknown + known_words + self.read_pairs(line, words, found))

    def read_pairs(self, line: int, words: Sequence[Syllable], found: Sequence[Mapping[str, int]]) -> float:
        """Weigh the pairs of a variant; what the neighbours among them weigh."""
        asked = 0.0
        weight = self.lexicon.weight
        seen: set[int] = set()
        for one, other, pairs in zip(words, words[1:], found, strict=False):
            pair = pairs.get(other.plain)
            if pair is None or pair in seen:
                continue
            seen.add(pair)
            asked += weight[pair]
            if not (one.marked or other.marked) or (
                (way := self.lexicon.way(one.toned, other.toned)) == self.lexicon.spelled[pair]
            ):
                self.put(line, pair, weight[pair])
            else:
                self.mark(line, pair, way, 1 - MARKS)
        for step in SKIPPED:
            for other, pairs in zip(words[step:], found, strict=False):
                pair = pairs.get(other.plain)
                if pair is not None and pair not in seen:
                    seen.add(pair)
                    self.put(line, pair, weight[pair] * GAP)
        return asked

    def put(self, line: int, at: int, weight: float) -> None:
        """Add weight for holding a term."""
        self.other_cells.append((line, self.others.setdefault(at, len(self.others)), weight))

    def mark(self, line: int, at: int, way: int, share: float) -> None:
        """Weigh a term typed with other marks than most names have: a share, and the rest where they agree."""
        weight = self.lexicon.weight[at]
        self.put(line, at, weight * share)
        if (exact := self.lexicon.exact.get(way)) is not None:
            self.put(line, exact, weight * MARKS)

    def told(self) -> Floats:
        """What the words of each variant weigh where all names are weighed together."""
        unknown = np.array(self.unknown, dtype=np.float32)
        told: Floats = np.array(self.asked_words, dtype=np.float32) - HALF_KNOWN * unknown
        return told

    def matrix(self) -> Floats:
        """Weights by variant and term: first the words, then the pairs."""
        words = len(self.words)
        found = np.zeros((len(self.asked), words + len(self.others)), dtype=np.float32)
        for cells, first in ((self.word_cells, 0), (self.other_cells, words)):
            if cells:
                lines, places, parts = zip(*cells, strict=True)
                found[lines, np.array(places) + first] = parts
        return found


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
        self.slack = np.array([entry.slack for entry in called] or [0.0], dtype=np.float32)
        self.lexicon = Lexicon(heard, [entry.target for entry in called], thesaurus.light)
        self.total = self.lexicon.total
        self.telling = (self.slack >= PHRASE) & (self.total >= TELLING)
        self.target = np.array([entry.target for entry in called] or [0], dtype=np.int32)
        worth = np.array([entry.weight for entry in called] or [0.0], dtype=np.float32)
        self.priors = np.array(priors or [0.0], dtype=np.float32)
        self.ours = len(self.priors) - strangers
        # Names of one target stand together.
        self.starts = np.searchsorted(self.target, np.arange(len(self.priors) + 1)).astype(np.int32)
        worth *= self.priors[self.target]
        # Only a telling phrase may be told whole; the others can never be.
        told = np.where(self.telling, self.total, np.float32(np.inf))
        self.gathered = Gathered(self.lexicon, self.target, self.slack >= PHRASE, len(self.priors))
        self.facts = np.stack([self.total, told, self.slack, worth])
        spoken = Counter(word.plain for words in heard for word in words)
        said = dict.fromkeys(thesaurus.words(), 1)
        follows = {
            one: {other for other in others if other not in thesaurus.light}
            for one, others in self.lexicon.before.items()
            if one not in thesaurus.light
        }
        self.ear = Ear(spoken | Counter(said), follows, table.known)

    def search(self, text: str, *, limit: int) -> list[Hit]:
        """The best targets for a query, best first; none when nothing fits well enough."""
        heard = self.ear.understand(text)[:LONGEST]
        found = self.weigh(heard)
        if found.max() < GOOD and (again := self.ear.rethink(heard)) != heard:
            found = np.maximum(found, self.weigh(again) * np.float32(SECOND))
        ours, strange = found[: self.ours], float(found[self.ours :].max(initial=0))
        best = float(ours.max(initial=0))
        least = SURE if self.thesaurus.is_elsewhere(heard) else LEAST
        if best < max(least, strange * STRANGE):
            return []
        kept = np.flatnonzero(ours >= max(LEAST, best * CLOSE))
        order = kept[np.lexsort((kept, -ours[kept]))][:limit]
        return [Hit(*pair) for pair in zip(order.tolist(), ours[order].tolist(), strict=True)]

    def weigh(self, heard: Sequence[Syllable]) -> Floats:
        """What every target is worth: by the best of its names, and by all of them together."""
        words = self.thesaurus.bare(heard)
        if not words:
            return np.zeros(len(self.priors), dtype=np.float32)
        asked = Asked(self.lexicon, self.thesaurus.variants(words))
        places = [*asked.words, *asked.others]
        cells = asked.matrix()
        together = self.gathered.fits(places, cells * asked.lines[:, None], asked.told()) * self.priors
        found = together * np.float32(TOGETHER)
        first = np.flatnonzero(together)
        if len(first) > SHORTLIST:
            first = np.sort(first[np.argpartition(-together[first], SHORTLIST)[:SHORTLIST]])
        if len(first):
            alone, priors = self.one_by_one(asked, cells, first), self.priors[first]
            found[first] += alone + np.float32(EXACT) * priors * (alone >= WORD_FOR_WORD * priors)
        return found

    def one_by_one(self, asked: Asked, cells: Floats, targets: Rows) -> Floats:
        """What each of some targets is worth by the best of its names and the best way to say the query."""
        lengths = self.starts[targets + 1] - self.starts[targets]
        ends = np.cumsum(lengths)
        names = np.arange(ends[-1]) + np.repeat(self.starts[targets] - (ends - lengths), lengths)
        worth = np.zeros(len(targets), dtype=np.float32)
        named = lengths > 0
        worth[named] = np.maximum.reduceat(self.fits(asked, cells, names), (ends - lengths)[named])
        return worth

    def fits(self, asked: Asked, cells: Floats, names: Rows) -> Floats:
        """How well some names fit, by the best way to say the query, with their worth."""
        words = len(asked.words)
        holds = self.lexicon.postings.holds([*asked.words, *asked.others], names)
        single = cells[:, :words] @ holds[:words]
        shared = single + cells[:, words:] @ holds[words:]
        wanted = np.array(asked.asked, dtype=np.float32)[:, None]
        np.minimum(shared, wanted, out=shared)
        total, told, slack, worth = self.facts.take(names, 1)
        fit = shared / (wanted + slack * (total - shared) + np.float32(TINY))
        fit[single < np.array(asked.asked_words, dtype=np.float32)[:, None] * np.float32(ENOUGH)] = 0
        whole = shared / told
        if (stories := whole >= WHOLE).any():
            covered = shared / wanted
            story = whole * whole * (np.float32(STORY) + np.float32(1 - STORY) * covered)
            fit = np.maximum(fit, np.where(stories & (covered >= SOME), story, 0))
        fit *= asked.lines[:, None]
        best: Floats = fit.max(axis=0)
        best *= worth
        return best


def foreign(plain: str) -> float:
    """A number nobody uses weighs nothing; a syllable less than what is no syllable."""
    return 0.0 if plain.isdigit() else FOREIGN if SOUND.match(plain) else 1.0
