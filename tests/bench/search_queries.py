"""What the benches of search ask: thousands of different queries, so that no kept answer flatters a figure."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from urllib.parse import quote

from tests.bench.loadgen import Call
from tests.procedures.noise import NOISES

DATA = Path(__file__).parents[1] / "procedures" / "data"
PHRASES = Path(__file__).parents[2] / "api" / "procedures" / "data" / "plain"


def rows_of(folder: Path, pattern: str) -> list[dict[str, str]]:
    """The rows of all tables of a folder."""
    files = sorted(folder.glob(pattern))
    return [row for file in files for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())]


def asked() -> list[str]:
    """The queries of the evaluation sets."""
    return [row["query"] for row in rows_of(DATA, "queries_*.csv")]


def said() -> list[str]:
    """Everyday phrases of the plain tables."""
    return [text for row in rows_of(PHRASES, "*.csv") for text in row["phrases"].split("|")]


def varied(random: Random, text: str) -> str:
    """As somebody else would type it: begun, with a word dropped, or with one kind of noise."""
    words = text.split()
    kind = random.randrange(4)
    if kind == 0 and len(text) > 4:
        return text[: random.randrange(4, len(text))].strip()
    if kind == 1 and len(words) > 2:
        words.pop(random.randrange(len(words)))
        return " ".join(words)
    return NOISES[random.choice(list(NOISES))](random, text)


def distinct(count: int) -> list[str]:
    """So many different queries, half of them after the evaluation sets, half after everyday phrases."""
    random, sources = Random(3), (asked(), said())
    found = dict.fromkeys(sources[0][:count])
    while len(found) < count:
        query = varied(random, random.choice(sources[len(found) % 2]))[:300]
        if query.strip():
            found[query] = None
    together = list(found)
    random.shuffle(together)
    return together


def distinct_loads(count: int, rounds: int) -> Iterator[list[Call]]:
    """A load for each round, no query twice in any of them."""
    queries = iter(distinct(count * rounds))
    while batch := list(islice(queries, count)):
        yield [Call(path=f"/v1/procedures?q={quote(query)}&limit=20") for query in batch]
