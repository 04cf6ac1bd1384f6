"""The ranking said plainly: every name against every way to say the query, one by one. Slow, and the truth."""

from collections.abc import Container, Sequence
from itertools import pairwise
from math import log

from api.procedures.rules.postings import LIGHT, PAIR
from api.procedures.rules.ranking import LEAST, PHRASE, TELLING, Called, foreign
from api.procedures.rules.thesaurus import Thesaurus, Variant
from api.procedures.rules.weighing import ENOUGH, FURTHEST, GAP, MARKS, SOME, STORY, WHOLE
from api.procedures.rules.words import Syllable, hear


def terms_of(words: Sequence[Syllable]) -> set[str]:
    """Words and pairs of neighbours, plain."""
    plain = [word.plain for word in words]
    return {*plain, *(f"{a} {b}" for a, b in pairwise(plain))}


def toned_of(words: Sequence[Syllable]) -> dict[str, str]:
    """Words and pairs of neighbours with their marks, and the plain term of each."""
    found = {word.toned: word.plain for word in words}
    for one, other in pairwise(words):
        found[f"{one.toned} {other.toned}"] = f"{one.plain} {other.plain}"
    return found


def share_of(term: str, light: Container[str]) -> float:
    """1 for telling words, LIGHT for words that say little, between for mixed pairs."""
    words = term.split(" ")
    return 1 - (1 - LIGHT) * sum(word in light for word in words) / len(words)


def weights(plain: Sequence[set[str]], targets: Sequence[int], light: Container[str]) -> dict[str, float]:
    """Rarer terms weigh more (idf by target); a pair weighs a share, words that say little less."""
    holders: dict[str, set[int]] = {}
    for terms, target in zip(plain, targets, strict=True):
        for term in terms:
            holders.setdefault(term, set()).add(target)
    count = len(set(targets)) or 1
    return {
        term: log(1 + count / (len(owners) + 0.5)) * (PAIR if " " in term else 1.0) * share_of(term, light)
        for term, owners in holders.items()
    }


class Oracle:
    """What `Index` must answer."""

    def __init__(self, called: Sequence[Called], priors: Sequence[float], thesaurus: Thesaurus) -> None:
        self.called, self.priors, self.thesaurus = called, priors, thesaurus
        heard = [hear(entry.text) for entry in called]
        self.plain = [terms_of(words) for words in heard]
        self.toned = [toned_of(words) for words in heard]
        self.weight_of = weights(self.plain, [entry.target for entry in called], thesaurus.light)
        self.unknown = max(self.weight_of.values(), default=1.0)

    def weight(self, term: str) -> float:
        """What a term of a query weighs."""
        if term in self.weight_of:
            return self.weight_of[term]
        return 0.0 if " " in term else self.unknown * foreign(term)

    def fit(self, at: int, words: Sequence[Syllable]) -> float:
        """How well one name fits one way to say the query."""
        name, toned, slack = self.plain[at], self.toned[at], self.called[at].slack
        asked = {term: spelling for spelling, term in reversed(toned_of(words).items())}
        shared = single = 0.0
        for term, spelling in asked.items():
            if term in name:
                marked = spelling != term and spelling not in toned
                shared += self.weight(term) * (1 - MARKS if marked else 1)
                single += 0.0 if " " in term else self.weight(term)
        near = {
            f"{word.plain} {words[place + step].plain}"
            for place, word in enumerate(words)
            for step in range(2, FURTHEST + 1)
            if place + step < len(words)
        }
        shared += GAP * sum(self.weight(term) for term in near - set(asked) if term in name)
        wanted = sum(map(self.weight, asked))
        lone = sum(self.weight(term) for term in asked if " " not in term)
        total = sum(map(self.weight, name))
        shared = min(shared, wanted)
        fit = shared / (wanted + slack * (total - shared)) if shared and single >= ENOUGH * lone else 0.0
        whole, covered = shared / total, shared / wanted if wanted else 0.0
        if slack >= PHRASE and total >= TELLING and whole >= WHOLE and covered >= SOME:
            fit = max(fit, whole * whole * (STORY + (1 - STORY) * covered))
        return fit

    def best(self, heard: Sequence[Syllable], variants: Sequence[Variant]) -> dict[int, float]:
        """The fit of every target that fits at all."""
        found: dict[int, float] = {}
        for at, entry in enumerate(self.called):
            best = max(self.fit(at, variant.words) * variant.weight for variant in variants)
            fit = best * entry.weight * self.priors[entry.target]
            if fit >= LEAST:
                found[entry.target] = max(found.get(entry.target, 0.0), fit)
        return found if heard else {}
