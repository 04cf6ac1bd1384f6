"""The migration runner: numbered SQL files, forward only, each in one transaction, under one lock.

`python -m api.kit.migrating` migrates DATABASE_URL. A file that has been applied may never change:
its checksum is kept, and a difference stops the start (docs/decisions/0001).
"""

import asyncio
import hashlib
import os
import re
import sys
from pathlib import Path

import asyncpg
import msgspec

from api.kit.db import Connection

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
LOCK = 0x6E676F736F  # "ngoso"
FILE_NAME = re.compile(r"^(\d{4})_([a-z0-9_]+)\.sql$")
LOCK_TIMEOUT = "5s"
"""How long a migration may wait for a table that others use: waiting longer would stop everybody."""
STATEMENT_TIMEOUT = "15min"

TAKE_LOCK = "select pg_advisory_lock($1)"
GIVE_LOCK = "select pg_advisory_unlock($1)"
CREATE_LEDGER = """
create table if not exists schema_migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
)
"""
LIST_APPLIED = "select number, name, checksum from schema_migration order by number"
INSERT_APPLIED = "insert into schema_migration (number, name, checksum) values ($1, $2, $3)"


class MigrationError(RuntimeError):
    """The files and the database contradict each other, or a file failed."""


class Migration(msgspec.Struct, frozen=True, kw_only=True):
    """One numbered file."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """What the file was when it was applied."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def read_migrations(folder: Path = MIGRATIONS) -> list[Migration]:
    """The files in order; `schema.sql` is the result, not a step."""
    found: list[Migration] = []
    for path in sorted(folder.glob("*.sql")):
        if path.name == "schema.sql":
            continue
        match = FILE_NAME.match(path.name)
        if match is None:
            message = f"{path.name}: a migration is named NNNN_subject.sql"
            raise MigrationError(message)
        found.append(Migration(number=int(match[1]), name=match[2], sql=path.read_text(encoding="utf-8")))
    numbers = [migration.number for migration in found]
    if len(set(numbers)) != len(numbers):
        message = f"two migrations share a number: {numbers}"
        raise MigrationError(message)
    return found


def plan(migrations: list[Migration], applied: dict[int, str]) -> list[Migration]:
    """What is still to do; MigrationError when an applied file changed, vanished or was overtaken."""
    known = {migration.number for migration in migrations}
    if missing := sorted(set(applied) - known):
        message = f"the database has migrations this version does not know: {missing}"
        raise MigrationError(message)
    for migration in migrations:
        if migration.number in applied and applied[migration.number] != migration.checksum:
            message = f"{migration.number:04}_{migration.name}.sql was changed after it was applied"
            raise MigrationError(message)
    todo = [migration for migration in migrations if migration.number not in applied]
    last = max(applied, default=0)
    if late := [migration.number for migration in todo if migration.number < last]:
        message = f"migrations {late} come before {last}, which is already applied"
        raise MigrationError(message)
    return todo


async def migrate(connection: Connection, folder: Path = MIGRATIONS) -> list[str]:
    """Bring the database to the newest schema; returns the names applied. Safe side by side."""
    migrations = read_migrations(folder)
    await connection.execute(TAKE_LOCK, LOCK)
    try:
        await connection.execute(CREATE_LEDGER)
        applied = {row["number"]: row["checksum"] for row in await connection.fetch(LIST_APPLIED)}
        todo = plan(migrations, applied)
        for migration in todo:
            await apply(connection, migration)
    finally:
        await connection.execute(GIVE_LOCK, LOCK)
    return [f"{migration.number:04}_{migration.name}" for migration in todo]


async def apply(connection: Connection, migration: Migration) -> None:
    """One file and its ledger row in one transaction, with timeouts of its own."""
    try:
        async with connection.transaction():
            await connection.execute(f"set local lock_timeout = '{LOCK_TIMEOUT}'")
            await connection.execute(f"set local statement_timeout = '{STATEMENT_TIMEOUT}'")
            await connection.execute(migration.sql)
            await connection.execute(INSERT_APPLIED, migration.number, migration.name, migration.checksum)
    except asyncpg.PostgresError as error:
        place = f" at character {error.position}" if getattr(error, "position", None) else ""
        message = f"{migration.number:04}_{migration.name}.sql{place}: {error}"
        raise MigrationError(message) from error


async def migrate_url(url: str) -> list[str]:
    """Migrate the database of an address."""
    connection = await asyncpg.connect(url)
    try:
        return await migrate(connection)
    finally:
        await connection.close()


def main() -> None:
    """Migrate DATABASE_URL and say what was done."""
    names = asyncio.run(migrate_url(os.environ["DATABASE_URL"]))
    sys.stdout.write("\n".join(names or ["nothing to migrate"]) + "\n")


if __name__ == "__main__":
    main()
