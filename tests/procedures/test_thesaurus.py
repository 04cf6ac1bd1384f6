"""Every row of the synonym table does something: without it people would find other things, or nothing."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from api.procedures.rules.shelf import Shelf
from api.procedures.rules.thesaurus import Term, Thesaurus
from api.procedures.rules.words import Syllable, hear

CARRIERS = ("{}", "cấp lại {}", "giấy {} bị mất", "{} cho người nước ngoài", "đổi {} ở xã khác")
"""A row may matter only beside other words."""
DATA = Path("api/procedures/data")
KINDS = {"abbr", "age", "colloquial", "dialect", "foreign", "form_code", "life_event", "old_term", "simple"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


SYNONYMS = rows("synonyms")


def test_terms_are_unique_in_nfc_and_of_a_known_kind() -> None:
    terms = [row["term"] for row in SYNONYMS]
    assert len(terms) == len(set(terms))
    assert {row["kind"] for row in SYNONYMS} <= KINDS
    for row in SYNONYMS:
        assert row["term"] not in row["expands_to"].split("|"), row


def test_every_meaning_is_said_by_some_name(shipped: Shelf) -> None:
    known = shipped.index.lexicon.words
    strange = [
        (row["term"], meaning)
        for row in SYNONYMS
        for meaning in row["expands_to"].split("|")
        if any(word.plain not in known for word in hear(meaning))
    ]
    assert strange == []


def found(catalogue: Shelf, text: str) -> list[tuple[int, float]]:
    fits = catalogue.index.weigh(hear(text))
    return [(at, round(float(fits[at]), 3)) for at in fits.argsort(kind="stable")[::-1][:10].tolist()]


def test_every_row_changes_what_is_found(shipped: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    thesaurus = shipped.index.thesaurus
    all_terms = thesaurus.terms_at
    dead = []
    for row in SYNONYMS:
        said = f"{row['term'].split('-')[0]} tuổi" if row["kind"] == "age" else row["term"]
        gone = tuple(hear(row["term"]))

        def others(
            words: Sequence[Syllable], at: int, gone: tuple[Syllable, ...] = gone
        ) -> Iterator[tuple[int, Term]]:
            return (pair for pair in all_terms(words, at) if pair[1].words != gone)

        for carrier in CARRIERS:  # the first that tells is enough
            with_it = found(shipped, carrier.format(said))
            with monkeypatch.context() as patch:
                patch.setattr(thesaurus, "terms_at", others)
                without = found(shipped, carrier.format(said))
            if with_it != without:
                break
        else:
            dead.append(row["term"])
    assert dead == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("con 5 tuổi", "con dưới 14 tuổi"), ("bà 80 tuoi", "bà hưu trí xã hội"), ("13 tuổi", "dưới 14 tuổi"), ("14 tuổi", "từ đủ 14 tuổi")],
)  # fmt: skip
def test_an_age_is_the_group_it_falls_in(shipped: Shelf, typed: str, meant: str) -> None:
    variants = shipped.index.thesaurus.variants(hear(typed))
    assert [word.plain for word in hear(meant)] in [
        [word.plain for word in variant.words] for variant in variants
    ]


def test_an_age_nobody_has_is_a_number() -> None:
    ages = Thesaurus([("0-13 tuổi", "trẻ em", "age")], [])
    assert len(ages.variants(hear("14 tuổi"))) == 1
    assert len(ages.variants(hear("5 ngày"))) == 1
    assert len(ages.variants(hear("5"))) == 1


@pytest.mark.parametrize("name", ["fillers", "elsewhere"])
def test_no_phrase_to_drop_or_refuse_is_the_title_of_a_service(name: str, shipped: Shelf) -> None:
    titles = {
        tuple(word.plain for word in hear(entry.plain_title))
        for alike in shipped.groups
        for entry in alike
        if entry.plain_title
    }
    phrases = {tuple(word.plain for word in hear(row["phrase"])) for row in rows(name)}
    assert not titles & phrases
