"""With and without use counts: hit@1 of the evaluation sets when what people open is counted in.

The counts are made up: openings fall off by rank as 1/rank (Zipf) over the best codes of the sets'
own queries in a drawn order, and a fifth of all openings goes to any procedure, as noise.
"""

from collections import Counter
from collections.abc import Callable
from random import Random

import msgspec

from api.procedures.actions.finding import preferred
from api.procedures.load.shipped import read, shelf
from api.procedures.rules.popularity import Popularity
from api.procedures.rules.shelf import Shelf, items_of
from workers.procedures import FILES, measure, positive, read_queries

OPENINGS, NOISE = 50_000, 0.2


def counts(codes: list[str]) -> Popularity:
    """Openings drawn for the whole nation."""
    random = Random(7)
    rows = [row for file in FILES for row in read_queries(file)]
    wanted = [row.get("best_code") or row["acceptable_codes"].split("|")[0] for row in rows]
    best = sorted(set(filter(None, wanted)) & set(codes))
    random.shuffle(best)
    by_rank = random.choices(
        best, [1 / (rank + 1) for rank in range(len(best))], k=int(OPENINGS * (1 - NOISE))
    )
    anything = random.choices(codes, k=int(OPENINGS * NOISE))
    return Popularity([("", code, chosen) for code, chosen in Counter(by_rank + anything).items()])


def hit_at_one(catalogue: Shelf) -> dict[str, float]:
    """The share of each set whose first answer is right."""
    scores = {file.stem: positive(measure(catalogue, read_queries(file))[0]) for file in FILES}
    return {name: round(score.shares()[0], 4) for name, score in scores.items()}


def main(tell: Callable[[str], None]) -> None:
    """One JSON line."""
    plain = shelf()
    items = items_of(*read())
    used = counts([item.code for item in items])
    counted = Shelf("counted", preferred(items, used), plain.index.thesaurus)
    line = {"bench": "search_use", "without_counts": hit_at_one(plain), "with_counts": hit_at_one(counted)}
    tell(msgspec.json.encode(line).decode())
