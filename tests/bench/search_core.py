"""Search alone, without HTTP: in process, in SQL after the same rewriting, and by trigrams, over the national total of rows.

122,371 localised rows (a name in a province) share a few thousand names: search finds names, and the
row of a province is then one look-up, so that the time does not grow with the rows.
"""

import asyncio
import csv
import gc
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import asyncpg
import msgspec

from api.kit.db import Connection
from api.kit.text import fold
from api.procedures.load.shipped import read, shelf
from api.procedures.rules.shelf import Shelf, items_of
from api.procedures.rules.words import hear
from tests.given.cluster import test_server
from tests.procedures.noise import NOISES

ROWS, PROVINCES = 122_371, 34
QUERIES = 1_000
ROUNDS = 3
TRIGRAMS = 40
DATA = Path(__file__).parents[1] / "procedures" / "data"
TABLES = """
create extension if not exists pg_trgm;
create table core_name (id integer primary key, folded text not null, words tsvector not null, size real not null);
create table core_row (
    province integer not null, name_id integer not null, code text not null, primary key (province, name_id)
);
create table core_plain (province integer not null, code text not null, folded text not null)
"""
INDEXES = """
create index core_name_words on core_name using gin (words) with (fastupdate = off);
create index core_plain_folded on core_plain using gin (folded gin_trgm_ops);
analyze core_name, core_row, core_plain
"""
SEARCH = """
select r.code, n.folded
from (
    select id, folded, ts_rank(words, $1::tsquery) / (1 + ln(size)) as rank
    from core_name where words @@ $1::tsquery
    order by rank desc, id limit 10
) n join core_row r on r.province = $2 and r.name_id = n.id
order by n.rank desc
"""
BY_TRIGRAMS = """
select code, folded from core_plain where $1 <% folded
order by word_similarity($1, folded) desc, code limit 10
"""
FEW, RAREST = 3, 3


def queries() -> list[str]:
    """Distinct queries: all committed ones, and each kind of noise over them."""
    random = Random(11)
    asked = [
        row["query"]
        for file in sorted(DATA.glob("queries_*.csv"))
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    ]
    kinds = [noise for name, noise in NOISES.items() if name != "clean"]
    found = dict.fromkeys(asked)
    while len(found) < QUERIES:
        found[random.choice(kinds)(random, random.choice(asked))] = None
    return list(found)[:QUERIES]


def at_share(seconds: Sequence[float], share: float) -> float:
    """A percentile in milliseconds."""
    return round(1000 * sorted(seconds)[int(len(seconds) * share)], 3)


def cpu_of(run: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    """The least CPU of a few runs for each query: what it costs, not who else was busy."""
    found = [float("inf")] * len(asked)
    for _ in range(ROUNDS):
        for at, query in enumerate(asked):
            started = time.process_time_ns()
            run(query)
            found[at] = min(found[at], (time.process_time_ns() - started) / 1e9)
    return found


def localised(catalogue: Shelf) -> tuple[list[str], list[tuple[int, int, str]]]:
    """Names, and rows (province, name, code) up to the national total."""
    names = [alike[0].name for alike in catalogue.groups]
    kept = -(-ROWS // PROVINCES)
    rows = [
        (province, at, f"{catalogue.groups[at][0].code}.H{province:02}")
        for province in range(PROVINCES)
        for at in range(min(kept, len(names)))
    ]
    return [fold(name) for name in names], rows[:ROWS]


def in_process(
    catalogue: Shelf, asked: Sequence[str], rows: Sequence[tuple[int, int, str]]
) -> dict[str, Any]:
    """CPU of the search alone, and of the search with the province's row of each result."""
    local = {(province, catalogue.groups[at][0].code): code for province, at, code in rows}
    alone = cpu_of(lambda query: catalogue.search(query, level=None, limit=10), asked)
    placed = cpu_of(
        lambda query: [
            local.get((21, line.code), line.code) for line in catalogue.search(query, level=None, limit=10)
        ],
        asked,
    )
    return {
        "p50_ms": at_share(alone, 0.5), "p99_ms": at_share(alone, 0.99),
        "with_province_p50_ms": at_share(placed, 0.5), "with_province_p99_ms": at_share(placed, 0.99),
        "names": len(catalogue.index.names.total), "rows": len(rows),
    }  # fmt: skip


def memory_and_build(catalogue: Shelf) -> dict[str, float]:
    """What one index weighs, and how long building takes."""
    items = items_of(*read())
    thesaurus = catalogue.index.thesaurus
    started = time.process_time()
    built = Shelf("bench", items, thesaurus)
    seconds = time.process_time() - started
    del built
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    built = Shelf("bench", items, thesaurus)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del built
    return {"memory_mb": round((after - before) / 1e6, 1), "build_s": round(seconds, 2)}


def rewritten(catalogue: Shelf, query: str) -> list[str]:
    """The query as `tsquery`: every way to say it; then any two of its rarest words."""
    index = catalogue.index
    words = index.thesaurus.bare(index.ear.understand(query))
    known = index.lexicon.words
    ways: dict[str, None] = {}
    for variant in index.thesaurus.variants(words):
        plain = dict.fromkeys(word.plain for word in variant.words if word.plain in known)
        if plain:
            ways["(" + " & ".join(plain) + ")"] = None
    weight = index.lexicon.terms.weight
    rare = sorted({word.plain for word in words if word.plain in known}, key=lambda w: -weight[known[w]])
    rare = rare[:RAREST]
    pairs = [f"({one} & {other})" for at, one in enumerate(rare) for other in rare[at + 1 :]] or rare
    return [" | ".join(ways), " | ".join(pairs)] if ways else []


async def fill(db: Connection, names: Sequence[str], rows: Sequence[tuple[int, int, str]]) -> None:
    """The tables of the SQL versions."""
    await db.execute(TABLES)
    spelled = [" ".join(word.plain for word in hear(name)) for name in names]
    await db.executemany(
        "insert into core_name values ($1, $2, to_tsvector('simple', $2), $3)",
        [(at, name, float(len(name.split()))) for at, name in enumerate(spelled)],
    )
    await db.copy_records_to_table("core_row", records=rows)
    await db.copy_records_to_table(
        "core_plain", records=[(province, code, names[at]) for province, at, code in rows]
    )
    await db.execute(INDEXES)


async def in_sql(
    url: str,
    catalogue: Shelf,
    asked: Sequence[str],
    names: Sequence[str],
    rows: Sequence[tuple[int, int, str]],
) -> dict[str, Any]:
    """Wall time of the rewritten query in PostgreSQL, and of trigrams over all rows."""
    db = await asyncpg.connect(url)
    await fill(db, names, rows)
    search, trigrams = await db.prepare(SEARCH), await db.prepare(BY_TRIGRAMS)
    waited = [float("inf")] * len(asked)
    for _ in range(ROUNDS):
        for at, query in enumerate(asked):
            started = time.perf_counter()
            found: list[Any] = []
            for way in rewritten(catalogue, query):
                if len(found) < FEW:
                    found += await search.fetch(way, 21)
            waited[at] = min(waited[at], time.perf_counter() - started)
    slow = []
    for query in asked[:: len(asked) // TRIGRAMS]:
        started = time.perf_counter()
        await trigrams.fetch(fold(query))
        slow.append(time.perf_counter() - started)
    await db.close()
    return {
        "sql_p50_ms": at_share(waited, 0.5), "sql_p99_ms": at_share(waited, 0.99),
        "trigram_p50_ms": at_share(slow, 0.5), "trigram_p99_ms": at_share(slow, 0.99),
    }  # fmt: skip


def main() -> None:
    """Print one JSON object."""
    catalogue, asked = shelf(), queries()
    names, rows = localised(catalogue)
    found = in_process(catalogue, asked, rows) | memory_and_build(catalogue)
    with test_server() as server:
        url = server.url(asyncio.run(server.clone()))
        found |= asyncio.run(in_sql(url, catalogue, asked, names, rows))
    line = {
        "bench": "search_core", "value": found["p99_ms"], "unit": "ms CPU at the 99th percentile, in process",
        "peer": "pg_trgm word_similarity on the same rows (p50, wall)",
        "ratio": round(found["trigram_p50_ms"] / found["p50_ms"]), "peer_value": found["trigram_p50_ms"],
        "sql_ratio": round(found["trigram_p50_ms"] / found["sql_p50_ms"], 1), **found,
    }  # fmt: skip
    print(msgspec.json.encode(line).decode(), flush=True)
