"""The reviewed words, papers and moments of life: complete, of one spelling, about procedures that exist."""

import re
from collections import Counter
from functools import cache

from api.kit.text import fold, nfc
from api.procedures.load.shipped import FOLDERS, read, rows_in, shipped, spoken_in, themes_in
from api.procedures.rules.reading import rows_of

FEWEST, MOST = 8, 25
ENOUGH = 500
TITLE, SENTENCE = 80, 160


# Read by the first test that needs them: every worker imports every test.
tables = cache(shipped)


@cache
def codes() -> set[str]:
    return {row.code for row in read()[0] if row.type != "internal"}


@cache
def spoken() -> list[dict[str, str]]:
    return spoken_in(tables())


@cache
def rows_named(folder: str) -> list[dict[str, str]]:
    return rows_in(tables(), folder)


def test_every_word_is_about_a_procedure_that_people_may_find() -> None:
    for rows in (
        spoken(),
        rows_named("papers"),
        rows_named("basis"),
        list(rows_of(tables()["life_event_steps.csv"])),
    ):
        assert {row["code"] for row in rows} <= codes()


def test_a_procedure_has_one_title_and_no_two_share_one() -> None:
    codes = Counter(row["code"] for row in spoken())
    titles = Counter(row["plain_title"].lower() for row in spoken())
    assert [code for code, count in codes.items() if count > 1] == []
    assert [title for title, count in titles.items() if count > 1] == []


def test_more_than_five_hundred_are_said_in_eight_to_twenty_five_ways() -> None:
    ways = Counter(row["code"] for row in spoken() for _ in row["phrases"].split("|"))
    whole = [code for code, count in ways.items() if FEWEST <= count <= MOST]
    assert len(whole) >= 2 * ENOUGH
    assert max(ways.values()) <= MOST
    assert len([code for code, count in ways.items() if count < FEWEST]) <= 0.02 * len(ways)


def test_titles_sentences_and_phrases_are_short_and_written_in_one_form() -> None:
    for row in spoken():
        assert 0 < len(row["plain_title"]) <= TITLE, row["code"]
        assert len(row["what_for"] or "") <= SENTENCE, row["code"]
        phrases = row["phrases"].split("|")
        folded = [" ".join(phrase.lower().split()) for phrase in phrases]
        assert len(set(folded)) == len(folded), row["code"]
        for text in (row["plain_title"], *phrases):
            assert text == nfc(text) == text.strip(), (row["code"], text)
            assert not re.search(r"[|;\t]", text), (row["code"], text)


def test_nearly_every_title_says_what_it_is_for() -> None:
    silent = [row["code"] for row in spoken() if not row.get("what_for")]
    assert len(silent) <= 0.02 * len(spoken()), silent


def test_a_checklist_is_numbered_and_names_its_law() -> None:
    numbers: dict[str, list[int]] = {}
    for row in rows_named("papers"):
        numbers.setdefault(row["code"], []).append(int(row["no"]))
        assert row["paper"], row["code"]
    assert len(numbers) >= 200
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
    assert {row["code"] for row in rows_named("basis")} >= numbers.keys()
    assert {row["certainty"] for row in rows_named("basis")} <= {"high", "medium", "low"}
    assert all(row["basis"] for row in rows_named("basis"))


def test_the_groups_of_a_moment_of_life_stand_together_and_in_order() -> None:
    seen: dict[str, list[int]] = {}
    for row in rows_of(tables()["life_event_steps.csv"]):
        seen.setdefault(row["event_id"], []).append(int(row["group"]))
        assert row["group_title"]
        assert row["optional"] == "no" or row["condition"], row
    assert all(found == sorted(found) and found[0] == 1 for found in seen.values())
    assert seen.keys() == {row["event_id"] for row in rows_of(tables()["life_events.csv"])}


def test_what_no_office_does_is_no_phrase_of_a_procedure() -> None:
    themes = themes_in(tables())
    ours = {fold(text) for row in spoken() for text in (row["plain_title"], *row["phrases"].split("|"))}
    strange = [fold(phrase) for theme in themes for phrase in theme]
    assert len(themes) >= 40
    assert len(set(strange)) == len(strange)
    assert ours.isdisjoint(strange)


def test_the_words_are_kept_a_file_a_field() -> None:
    assert len([name for name in tables() if name.startswith("plain/")]) >= 15
    assert {name.partition("/")[0] for name in tables() if "/" in name} == set(FOLDERS)
