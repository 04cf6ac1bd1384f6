"""What an upload leaves behind, written bare: unnest into tables of the same shape, nothing judged, nothing folded."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from api.kit.db import Pool

TABLES = ("visit_event", "visit", "visit_adult", "adult_skill", "adult_state", "household", "coverage_total")
COLUMNS = """
select attname as name, format_type(atttypid, atttypmod) as kind from pg_attribute
where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' order by attnum
"""
OF_EVENTS = {
    "visit_event": "select * from visit_event where event_id = any($1::uuid[]) order by event_id",
    "visit": "select * from visit where event_id = any($1::uuid[]) order by event_id",
    "visit_adult": "select * from visit_adult where visit_id = any($1::uuid[]) order by visit_id",
    "adult_skill": "select * from adult_skill where adult_id in (select adult_id from visit_adult where visit_id = any($1::uuid[]))",
    "adult_state": "select * from adult_state where adult_id in (select adult_id from visit_adult where visit_id = any($1::uuid[]))",
    "household": "select * from household where id in (select household_id from visit where id = any($1::uuid[]))",
    "coverage_total": "select * from coverage_total where commune_id in (select commune_id from visit where id = any($1::uuid[]))",
}
KEYS = {
    "visit_event": "event_id", "visit": "id", "visit_adult": "visit_id, adult_id", "adult_skill": "adult_id, code",
    "adult_state": "adult_id", "household": "id", "coverage_total": "commune_id",
}  # fmt: skip
UPSERTED = {
    "adult_skill": "seen_at",
    "adult_state": "last_met_at",
    "household": "position",
    "coverage_total": "visits",
}
"""Tables whose rows are there already: the column that moves stands for all, as one update writes the row anew."""
Part = dict[str, list[tuple[Any, ...]]]


class Bare:
    """The bare tables, and the statements that write them."""

    def __init__(self) -> None:
        self.columns: dict[str, list[tuple[str, str]]] = {}
        self.statements: dict[str, str] = {}

    @classmethod
    async def ready(cls, pool: Pool) -> "Bare":
        """Tables with the same keys and indexes; those that are updated hold the same rows."""
        bare = cls()
        async with pool.acquire() as connection:
            await connection.execute("create schema bare")
            for table in TABLES:
                await connection.execute(f"create table bare.{table} (like {table} including all)")
                bare.columns[table] = [
                    (row["name"], row["kind"]) for row in await connection.fetch(COLUMNS, table)
                ]
                if table in UPSERTED:
                    names = ", ".join(name for name, _ in bare.columns[table])
                    await connection.execute(
                        f"insert into bare.{table} ({names}) select {names} from {table}"  # noqa: S608  names of ours
                    )
                bare.statements[table] = bare.statement(table)
            await connection.execute("analyze")
        return bare

    def statement(self, table: str) -> str:
        """One unnest."""
        names = ", ".join(name for name, _ in self.columns[table])
        # Arrays do not unnest into rows of arrays: such a column goes as its text.
        kinds = [(place, kind) for place, (_, kind) in enumerate(self.columns[table], 1)]
        given = ", ".join(f"${place}::{'text' if kind.endswith('[]') else kind}[]" for place, kind in kinds)
        told = ", ".join(
            f"{name}::{kind}" if kind.endswith("[]") else name for name, kind in self.columns[table]
        )
        moved = UPSERTED.get(table)
        on_conflict = f"update set {moved} = excluded.{moved}" if moved else "nothing"
        return (
            f"insert into bare.{table} ({names}) select {told} from unnest({given}) as t({names}) "  # noqa: S608  names of ours
            f"on conflict ({KEYS[table]}) do {on_conflict}"
        )

    async def rows_of(self, pool: Pool, events: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
        """What the uploads of these visits left behind."""
        ids = [UUID(event["event_id"]) for event in events]
        async with pool.acquire() as connection:
            return {
                table: [dict(row) for row in await connection.fetch(sql, ids)]
                for table, sql in OF_EVENTS.items()
            }

    def parts(self, rows: dict[str, list[dict[str, Any]]], size: int) -> list[Part]:
        """The same rows by uploads: each with its own share of the log, and one visit in ten again."""
        visits = rows["visit"]
        by_event = {row["event_id"]: row for row in rows["visit_event"]}
        looks = group(rows["visit_adult"], "visit_id")
        skills, states = group(rows["adult_skill"], "adult_id"), group(rows["adult_state"], "adult_id")
        houses = {row["id"]: row for row in rows["household"]}
        found = []
        for begin in range(0, len(visits), size):
            mine = [
                *visits[begin : begin + size],
                *visits[max(0, begin - size) : begin][: max(1, size // 10)],
            ]
            people = [row for visit in mine for row in looks.get(visit["id"], ())]
            who = list({row["adult_id"] for row in people})
            found.append(
                {
                    "visit_event": self.tuples(
                        "visit_event", [by_event[visit["event_id"]] for visit in mine]
                    ),
                    "visit": self.tuples("visit", mine),
                    "visit_adult": self.tuples("visit_adult", people),
                    "adult_skill": self.tuples(
                        "adult_skill", [row for one in who for row in skills.get(one, ())]
                    ),
                    "adult_state": self.tuples(
                        "adult_state", [row for one in who for row in states.get(one, ())]
                    ),
                    "household": self.tuples(
                        "household",
                        list(
                            {
                                id(houses[visit["household_id"]]): houses[visit["household_id"]]
                                for visit in mine
                            }.values()
                        ),
                    ),
                    "coverage_total": self.tuples("coverage_total", rows["coverage_total"]),
                }
            )
        return found

    def tuples(self, table: str, rows: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
        """Columns of these rows, in the order of the statement."""
        columns = self.columns[table]
        plain = [
            [array_text(row[name]) if kind.endswith("[]") else row[name] for row in rows]
            for name, kind in columns
        ]
        return [tuple(column) for column in plain]

    async def write(self, pool: Pool, part: Part) -> None:
        """One upload, bare."""
        async with pool.acquire() as connection, connection.transaction():
            for table in TABLES:
                await connection.execute(self.statements[table], *part[table])


def group(rows: Sequence[dict[str, Any]], key: str) -> dict[Any, list[dict[str, Any]]]:
    """Rows by one of their columns."""
    found: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def array_text(value: Sequence[str] | None) -> str | None:
    """An array as PostgreSQL writes it."""
    return None if value is None else "{" + ",".join(value) + "}"
