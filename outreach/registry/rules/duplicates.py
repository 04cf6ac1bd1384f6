"""Which entries may be one household: a score and its reasons, for a person to look at. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from uuid import UUID

from api.kit.text import fold
from outreach.registry.contracts.reshaping import Duplicate, ListedAdult, ListedHome, Pair

SAME_WORDS, SAME_NUMBERS, SAME_TOTAL, PERSON, PERSONS = 50, 35, 10, 20, 40
LEAST = 45
"""Less than this is not worth a person's time: house numbers alone repeat from alley to alley."""
NOT_WORDS = re.compile(r"\b(ho|nha|so|gia dinh|can)\b|[^\w]+")
NUMBERS = re.compile(r"\d+[a-z]?")


def suggested(
    homes: Iterable[ListedHome], *, settled: AbstractSet[tuple[UUID, UUID]], limit: int
) -> list[Duplicate]:
    """Pairs of one hamlet that may be one house, likeliest first; those somebody has settled are left out."""
    found = [
        duplicate
        for group in blocks(homes)
        for one, two in combinations(group, 2)
        if ordered(one.id, two.id) not in settled and (duplicate := compared(one, two)).score >= LEAST
    ]
    return sorted(found, key=lambda pair: (-pair.score, pair.winner.id))[:limit]


def blocks(homes: Iterable[ListedHome]) -> list[list[ListedHome]]:
    """Households of one hamlet with the same numbers in their words, or the same words: only these are compared."""
    groups: dict[tuple[UUID, str], list[ListedHome]] = defaultdict(list)
    for home in homes:
        groups[home.hamlet_id, numbers(home.reference) or plain(home.reference)].append(home)
    return [group for group in groups.values() if len(group) > 1]


def compared(one: ListedHome, two: ListedHome) -> Duplicate:
    """How alike, and why; the entry with more visits would stay."""
    winner, loser = sorted((one, two), key=lambda home: (-home.visits, home.id))
    same = same_people(winner.adults, loser.adults)
    score, reasons = 0, []
    if plain(one.reference) == plain(two.reference):
        score += SAME_WORDS
        reasons.append(f"Cùng cách gọi “{winner.reference}”, cùng {winner.hamlet}")
    elif numbers(one.reference):
        score += SAME_NUMBERS
        reasons.append(f"Cùng số nhà, ngõ trong “{winner.reference}” và “{loser.reference}”")
    if one.adults_total is not None and one.adults_total == two.adults_total:
        score += SAME_TOTAL
        reasons.append(f"Cùng có {one.adults_total} người lớn theo lời gia đình")
    if same:
        score += min(PERSON * len(same), PERSONS)
        names = ", ".join(f"“{pair.label}”" for pair in same)
        reasons.append(f"Có {len(same)} người lớn giống nhau ở hai mục: {names}")
    return Duplicate(score=score, reasons=reasons, winner=winner, loser=loser, same=same)


def same_people(ours: Sequence[ListedAdult], theirs: Sequence[ListedAdult]) -> list[Pair]:
    """Who may be whom between two entries, where nobody else could be meant: twins are told apart by people."""
    pairs = [(keep, drop) for keep in ours for drop in theirs if alike(keep, drop)]
    keeps, drops = [keep.id for keep, _ in pairs], [drop.id for _, drop in pairs]
    return [
        Pair(keep=keep.id, drop=drop.id, label=keep.label)
        for keep, drop in pairs
        if keeps.count(keep.id) == drops.count(drop.id) == 1
    ]


def alike(one: ListedAdult, two: ListedAdult) -> bool:
    """Called alike, and nothing known of both that differs."""
    known = ((one.birth_year, two.birth_year), (one.sex, two.sex))
    return fold(one.label) == fold(two.label) and all(a is None or b is None or a == b for a, b in known)


def plain(reference: str) -> str:
    """Its words without what every house is called."""
    return " ".join(NOT_WORDS.sub(" ", fold(reference)).split())


def numbers(reference: str) -> str:
    """Its numbers in order: "Nhà 12/5" and "Hộ số 12, ngõ 5" are alike."""
    return " ".join(NUMBERS.findall(fold(reference)))


def ordered(one: UUID, two: UUID) -> tuple[UUID, UUID]:
    """A pair has one name."""
    return (one, two) if one < two else (two, one)
