"""Commands of procedures: `python -m workers.procedures eval [FILE…]`, `python -m workers.procedures import FILE`.

`eval` measures the search. `import` takes in a newer edition of the national catalogue: all of it, or
nothing and the bad lines named.
"""

import argparse
import asyncio
import csv
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import asyncpg
import msgspec

from api.kit.clock import today
from api.kit.db import prepare_connection
from api.kit.embedded import running_url
from api.procedures.load import BrokenCatalogueError, Taken, take_in
from api.procedures.load.shipped import shelf
from api.procedures.rules.shelf import Shelf

QUERIES = Path("tests/procedures/data")
FILES = tuple(QUERIES / f"queries_{name}.csv" for name in ("dev", "own", "second", "third"))
BLIND = tuple(QUERIES / f"queries_{name}.csv" for name in ("blind1", "blind2", "blind3", "none"))
"""Written by people who had not read the phrases: what they score counts."""
DEPTHS = (1, 3, 10)
KINDS = {"added": "thêm mới", "changed": "thay đổi", "returned": "có lại", "withdrawn": "bãi bỏ"}


class Score(msgspec.Struct, frozen=True):
    """Counts of one category: queries, and how many were answered within each depth."""

    asked: int = 0
    hits: tuple[int, ...] = (0,) * len(DEPTHS)

    def with_answer(self, place: int | None) -> "Score":
        """Count a query whose answer stood at `place` (0 is first), or nowhere."""
        within = (place is not None and place < depth for depth in DEPTHS)
        return Score(self.asked + 1, tuple(hit + more for hit, more in zip(self.hits, within, strict=True)))

    def shares(self) -> list[float]:
        """Hits as shares."""
        return [hit / self.asked if self.asked else 0.0 for hit in self.hits]


def measure(catalogue: Shelf, rows: Sequence[dict[str, str]]) -> tuple[dict[str, Score], list[float]]:
    """Scores by category and seconds by query. Codes of the same thing count as one another."""
    scores: dict[str, Score] = {}
    seconds = []
    for row in rows:
        wanted = set(filter(None, row["acceptable_codes"].split("|")))
        started = time.perf_counter()
        lines = catalogue.search(row["query"], level=None, limit=DEPTHS[-1])
        seconds.append(time.perf_counter() - started)
        if wanted:
            found = [at for at, line in enumerate(lines) if wanted & {line.code, *line.same_as}]
            place = found[0] if found else None
        else:
            place = None if lines else 0
        category = row["category"]
        scores[category] = scores.get(category, Score()).with_answer(place)
    return scores, seconds


def positive(scores: dict[str, Score]) -> Score:
    """All categories but the negative ones, together."""
    parts = [score for category, score in scores.items() if category != "negative"]
    asked = sum(part.asked for part in parts)
    return Score(asked, tuple(sum(part.hits[at] for part in parts) for at in range(len(DEPTHS))))


def read_queries(file: Path) -> list[dict[str, str]]:
    """The rows of a query file."""
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def report(name: str, scores: dict[str, Score], seconds: Sequence[float]) -> str:
    """The table of one file."""
    lines = [f"{name}\n{'category':<12}{'n':>4}" + "".join(f"{f'hit@{depth}':>8}" for depth in DEPTHS)]
    wanted = positive(scores)
    for category, score in [*sorted(scores.items()), *([("all wanted", wanted)] if wanted.asked else [])]:
        lines.append(
            f"{category:<12}{score.asked:>4}" + "".join(f"{share:>8.2f}" for share in score.shares())
        )
    ordered = sorted(seconds)
    p50, p99 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    lines.append(f"{1000 * p50:.2f} ms half the time, {1000 * p99:.2f} ms at the 99th percentile\n")
    return "\n".join(lines) + "\n"


def tell(taken: Taken) -> str:
    """What an import did, code by code."""
    lines = []
    for kind, word in KINDS.items():
        found = [change for change in taken.changes if change.kind == kind]
        lines.append(f"{word}: {len(found)}")
        for change in found:
            fields = f" ({', '.join(change.fields)})" if change.fields else ""
            lines.append(f"  {change.code}{fields}")
    return "\n".join([*lines, f"cả danh mục: {taken.procedures}"]) + "\n"


async def import_file(
    url: str, content: bytes, *, source: str, as_of: date, allow_shrink: bool, dry_run: bool
) -> Taken:
    """Take a file in, in one transaction that a dry run takes back."""
    connection = await asyncpg.connect(url)
    try:
        await prepare_connection(connection)
        transaction = connection.transaction()
        await transaction.start()
        try:
            taken = await take_in(connection, content, source=source, as_of=as_of, allow_shrink=allow_shrink)
        except BaseException:
            await transaction.rollback()
            raise
        await (transaction.rollback() if dry_run else transaction.commit())
        return taken
    finally:
        await connection.close()


def run_import(given: argparse.Namespace) -> int:
    """The import command; 1 when the file was refused."""
    folder = Path(os.environ.get("DATA_DIR") or ".data")
    url = os.environ.get("DATABASE_URL") or running_url(folder)
    try:
        taken = asyncio.run(
            import_file(
                url,
                given.file.read_bytes(),
                source=given.file.name,
                as_of=given.as_of,
                allow_shrink=given.allow_shrink,
                dry_run=given.dry_run,
            )
        )
    except BrokenCatalogueError as error:
        sys.stderr.write(f"Không nhận tệp {given.file.name}, danh mục giữ nguyên:\n")
        sys.stderr.writelines(f"  {fault}\n" for fault in error.faults)
        return 1
    sys.stdout.write(tell(taken) + ("(chạy thử, chưa ghi gì)\n" if given.dry_run else ""))
    return 0


def run_eval(given: argparse.Namespace) -> int:
    """The measuring command."""
    catalogue = shelf()
    for file in given.files:
        sys.stdout.write(report(file.name, *measure(catalogue, read_queries(file))))
    return 0


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m workers.procedures")
    commands = parser.add_subparsers(required=True)
    evaluate = commands.add_parser("eval", help="đo chất lượng tìm kiếm trên các tệp câu hỏi")
    evaluate.add_argument("files", nargs="*", type=Path, default=[*FILES, *BLIND])
    evaluate.set_defaults(run=run_eval)
    importing = commands.add_parser("import", help="nhận một bản danh mục mới hơn (CSV hoặc JSON)")
    importing.add_argument("file", type=Path)
    importing.add_argument("--as-of", type=date.fromisoformat, default=today(), help="ngày của bản này")
    importing.add_argument("--allow-shrink", action="store_true", help="chấp nhận mất hơn 20 % số mã")
    importing.add_argument("--dry-run", action="store_true", help="chỉ báo sẽ thay đổi gì")
    importing.set_defaults(run=run_import)
    given = parser.parse_args()
    outcome: int = given.run(given)
    return outcome


if __name__ == "__main__":
    raise SystemExit(main())
