"""A small catalogue, for tests of imports: the shipped files about five hundred procedures."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from api.kit.db import Connection
from api.procedures.load import load, take_in
from api.procedures.load.shipped import shipped

KHAI_SINH = "1.001193"
NEWER = date(2026, 11, 1)
"""When a file that is newer than the shipped ones says what holds."""
Rows = list[dict[str, str]]


def rows_in(text: str) -> Rows:
    """The rows of a CSV text."""
    return list(csv.DictReader(io.StringIO(text)))


def written(rows: Rows, columns: Sequence[str] = ()) -> bytes:
    """Rows as a CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns or list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


@cache
def few_files() -> dict[str, str]:
    """The shipped files about every twentieth procedure, the first fifty, and all that have details.

    All of them take seconds; `test_loading` and the tests that say "whole" take all in.
    """
    files = shipped()
    every = rows_in(files["index.csv"])
    kept = {row["code"] for row in [*every[:50], *every[::20]]}
    kept |= {row["code"] for row in rows_in(files["details.csv"])}
    few = {}
    for name, text in files.items():
        rows = rows_in(text)
        left = [row for row in rows if row.get("code", KHAI_SINH) in kept]
        few[name] = written(left, columns=list(rows[0])).decode() if len(left) < len(rows) else text
    return few


async def shrink(tx: Connection) -> None:
    """Leave the database the few procedures, as if they had been all that was ever shipped."""
    await tx.execute("delete from procedure_event")
    await tx.execute("delete from procedure where code <> all($1)", [row["code"] for row in index()])
    assert await load(tx) == await tx.fetchval("select count(*) from procedure")


def index() -> Rows:
    """The rows of the small index file."""
    return rows_in(few_files()["index.csv"])


async def take(tx: Connection, rows: Rows, as_of: date = NEWER, **more: Any) -> dict[str, list[str]]:
    """What taking these rows in did, codes by kind."""
    taken = await take_in(tx, written(rows), source="moi.csv", as_of=as_of, **more)
    kinds: dict[str, list[str]] = {}
    for change in taken.changes:
        kinds.setdefault(change.kind, []).append(change.code)
    return kinds


async def standing(tx: Connection) -> tuple[Any, ...]:
    """All that an import may change, as one row to compare."""
    row = await tx.fetchrow("""
        select (select md5(string_agg(p::text, '|' order by code)) from procedure p),
            (select md5(string_agg(w::text, '|' order by procedure_code, channel)) from procedure_way w),
            (select version from procedure_catalogue), (select count(*) from procedure_edition)
    """)
    return tuple(row or ())
