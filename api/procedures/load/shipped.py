"""The data files of this slice, read."""

from collections.abc import Mapping
from datetime import date
from importlib import resources

from api.procedures.rules import reading
from api.procedures.rules.shelf import Shelf, items_of
from api.procedures.rules.thesaurus import Thesaurus

Rows = list[dict[str, str]]


SHIPPED_AS_OF = date(2026, 7, 31)
"""When the shipped files were printed by the national portal."""
FOLDERS = ("plain", "papers", "basis")


def shipped() -> dict[str, str]:
    """The data files of this slice by path."""
    root = resources.files("api.procedures").joinpath("data")
    places = {"": root, **{f"{folder}/": root.joinpath(folder) for folder in FOLDERS}}
    return {
        prefix + entry.name: entry.read_text("utf-8")
        for prefix, place in places.items()
        if place.is_dir()
        for entry in place.iterdir()
        if entry.name.endswith(".csv")
    }


def read() -> tuple[list[reading.ProcedureRow], Rows]:
    """The shipped procedures, and what people call them."""
    tables = shipped()
    rows = reading.procedures(tables["index.csv"], tables["details.csv"], tables["essential.csv"])
    return rows, spoken_in(tables)


def spoken_in(tables: Mapping[str, str]) -> Rows:
    """The rows of all tables of everyday words."""
    return rows_in(tables, "plain")


def rows_in(tables: Mapping[str, str], folder: str) -> Rows:
    """The rows of all tables of a folder."""
    return [
        row
        for name, text in sorted(tables.items())
        if name.startswith(f"{folder}/")
        for row in reading.rows_of(text)
    ]


def themes_in(tables: Mapping[str, str]) -> list[list[str]]:
    """What no office does, a list of phrases a theme."""
    themes: dict[str, list[str]] = {}
    for row in reading.rows_of(tables["elsewhere_themes.csv"]):
        themes.setdefault(row["theme"], []).append(row["phrase"])
    return [themes[name] for name in sorted(themes)]


def shelf() -> Shelf:
    """The shipped catalogue in memory, without a database: for measuring the search."""
    tables = shipped()
    rows, spoken = read()
    thesaurus = Thesaurus(
        [(row["term"], row["expands_to"], row["kind"]) for row in reading.rows_of(tables["synonyms.csv"])],
        [row["phrase"] for row in reading.rows_of(tables["fillers.csv"])],
        [row["word"] for row in reading.rows_of(tables["light.csv"])],
        [row["phrase"] for row in reading.rows_of(tables["elsewhere.csv"])],
        themes_in(tables),
    )
    return Shelf("shipped", items_of(rows, spoken), thesaurus)
