"""Puts everyday words beside official ones: drops words that say nothing, swaps terms by the tables."""

from collections.abc import Iterator, Sequence

import msgspec

from api.procedures.rules.words import Syllable, hear

SHORT = 3
"""A lone syllable this short (má, ba, bố) is swapped only when typed exactly, marks and all."""
VARIANTS, FEWEST = 6, 2
BUDGET = 30
"""Words of all ways to say a query together: a long query is said in fewer ways."""
AGE = "tuoi"
SWAP_COST = 0.94
"""A query in swapped words fits a little less than in the person's own."""


class Term(msgspec.Struct, frozen=True):
    """An entry of the synonym table."""

    words: tuple[Syllable, ...]
    meanings: tuple[tuple[Syllable, ...], ...]
    abbreviation: bool


class Variant(msgspec.Struct, frozen=True):
    """One way to say the query, and how much it counts."""

    words: tuple[Syllable, ...]
    weight: float


def same(written: Sequence[Syllable], term: Sequence[Syllable], *, exact: bool) -> bool:
    """Whether typed words are a term; marks count where they were typed."""
    for typed, meant in zip(written, term, strict=True):
        if typed.plain != meant.plain:
            return False
        if typed.toned != meant.toned and (exact or typed.toned != typed.plain):
            return False
    return True


class Phrasebook:
    """Phrases by their first plain word, the longest first."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self.by_first: dict[str, list[tuple[Syllable, ...]]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            words = tuple(hear(phrase))
            self.by_first.setdefault(words[0].plain, []).append(words)

    def length_at(self, words: Sequence[Syllable], at: int) -> int:
        """How many words the phrase that begins here has; 0 when none does. A lone short word must be exact."""
        for phrase in self.by_first.get(words[at].plain, ()):
            size = len(phrase)
            if size == 1:
                if same((words[at],), phrase, exact=len(phrase[0].plain) <= SHORT):
                    return 1
            elif (
                at + size <= len(words)
                and phrase[1].plain == words[at + 1].plain
                and same(words[at : at + size], phrase, exact=False)
            ):
                return size
        return 0

    def words(self) -> set[str]:
        """Every plain word of the phrases."""
        return {word.plain for phrases in self.by_first.values() for phrase in phrases for word in phrase}


class Thesaurus:
    """Synonyms and filler phrases, found by their first syllable."""

    def __init__(
        self,
        synonyms: Sequence[tuple[str, str, str]],
        fillers: Sequence[str],
        light: Sequence[str] = (),
        elsewhere: Sequence[str] = (),
        themes: Sequence[Sequence[str]] = (),
    ) -> None:
        """Rows (term, meanings separated by |, kind), phrases to drop, words that say little, and others' words.

        `themes`: phrases of what no office does (recipes, football), each list about one thing.
        """
        self.themes = themes
        self.light = {word.plain for text in light for word in hear(text)}
        self.terms: dict[str, list[Term]] = {}
        self.ages: list[tuple[range, Term]] = []
        for term, meanings, kind in synonyms:
            words = tuple(hear(term))
            entry = Term(words, tuple(tuple(hear(m)) for m in meanings.split("|")), kind == "abbr")
            if kind == "age":
                # "0-13 tuổi": any age between is this term.
                self.ages.append((range(int(words[0].plain), int(words[1].plain) + 1), entry))
            else:
                self.terms.setdefault(entry.words[0].plain, []).append(entry)
        for entries in self.terms.values():
            entries.sort(key=lambda entry: -len(entry.words))
        self.fillers = Phrasebook(fillers)
        self.elsewhere = Phrasebook(elsewhere)

    def words(self) -> set[str]:
        """Every plain word of the tables, so that the ear does not take one for a slip."""
        terms = {word.plain for entries in self.terms.values() for entry in entries for word in entry.words}
        return self.light | terms | self.fillers.words() | self.elsewhere.words()

    def bare(self, words: Sequence[Syllable]) -> tuple[Syllable, ...]:
        """The words that say something; none when none does."""
        kept: list[Syllable] = []
        at = 0
        while at < len(words):
            skip = self.fillers.length_at(words, at)
            if not skip:
                kept.append(words[at])
            at += skip or 1
        return tuple(kept)

    def is_elsewhere(self, words: Sequence[Syllable]) -> bool:
        """Whether a query speaks of shops, news or games: no office does that."""
        return any(self.elsewhere.length_at(words, at) for at in range(len(words)))

    def variants(self, words: Sequence[Syllable]) -> list[Variant]:
        """The query as typed, then with each term swapped, then with several swapped.

        A meaning that holds a term ("nước ngoài" in its own meaning) is not swapped again.
        """
        found = [Variant(tuple(words), 1.0)]
        swapped_to = [0]
        done = {found[0].words}
        most = max(FEWEST, min(VARIANTS, BUDGET // max(1, len(words))))
        for variant, begin in zip(found, swapped_to, strict=False):
            for at in range(begin, len(variant.words)):
                for size, term in self.terms_at(variant.words, at):
                    for meaning in term.meanings:
                        swapped = (*variant.words[:at], *meaning, *variant.words[at + size :])
                        if swapped not in done and len(found) < most:
                            done.add(swapped)
                            cost = 1.0 if term.abbreviation else SWAP_COST
                            found.append(Variant(swapped, variant.weight * cost))
                            swapped_to.append(at + len(meaning))
        return found

    def terms_at(self, words: Sequence[Syllable], at: int) -> Iterator[tuple[int, Term]]:
        """The terms that begin at a word, with their size; a number before `tuổi` is an age."""
        first = words[at]
        if first.plain.isdigit() and at + 1 < len(words) and words[at + 1].plain == AGE:
            yield from ((2, term) for years, term in self.ages if int(first.plain) in years)
        for term in self.terms.get(first.plain, ()):
            size = len(term.words)
            if size == 1:
                exact = len(first.plain) <= SHORT and not term.abbreviation
                if same((first,), term.words, exact=exact):
                    yield 1, term
            elif (
                at + size <= len(words)
                and term.words[1].plain == words[at + 1].plain
                and same(words[at : at + size], term.words, exact=False)
            ):
                yield size, term
