"""Migrations: forward only, once, under a lock, each whole or not at all; schema.sql says what they make."""

import asyncio
from pathlib import Path

import pytest

from api.kit.db import Pool
from api.kit.migrating import MigrationError, migrate, plan, read_migrations
from tests.given.cluster import Server
from tests.given.schema import HEAD, SCHEMA, dump, settled

ONE = "create table one (id integer primary key)"
TWO = "create table two (id integer references one)"


def write(folder: Path, **files: str) -> Path:
    for name, sql in files.items():
        (folder / f"{name.removeprefix('m')}.sql").write_text(sql, encoding="utf-8")
    return folder


async def test_schema_sql_is_what_the_migrations_make(server: Server, database_url: str) -> None:
    shown = SCHEMA.read_text(encoding="utf-8")
    made = await settled(server, HEAD + dump(database_url))
    assert await settled(server, shown) == made, "run `make schema`"


def test_numbers_have_no_gaps() -> None:
    assert [migration.number for migration in read_migrations()] == list(range(1, len(read_migrations()) + 1))


async def test_each_file_runs_once(database: Pool, tmp_path: Path) -> None:
    folder = write(tmp_path, m0001_one=ONE)
    async with database.acquire() as connection:
        await connection.execute("drop table schema_migration")
        assert await migrate(connection, folder) == ["0001_one"]
        assert await migrate(connection, folder) == []
        write(folder, m0002_two=TWO)
        assert await migrate(connection, folder) == ["0002_two"]


async def test_a_file_that_fails_leaves_nothing(database: Pool, tmp_path: Path) -> None:
    folder = write(tmp_path, m0001_one=ONE, m0002_bad="create table half (id integer); select 1 / 0")
    async with database.acquire() as connection:
        await connection.execute("drop table schema_migration")
        with pytest.raises(MigrationError, match=r"0002_bad\.sql: division by zero"):
            await migrate(connection, folder)
        assert await connection.fetchval("select to_regclass('one') is not null")
        assert await connection.fetchval("select to_regclass('half') is null")
        assert await connection.fetchval("select array_agg(number) from schema_migration") == [1]


async def test_a_file_changed_after_it_was_applied_stops_the_start(database: Pool, tmp_path: Path) -> None:
    folder = write(tmp_path, m0001_one=ONE)
    async with database.acquire() as connection:
        await connection.execute("drop table schema_migration")
        await migrate(connection, folder)
        write(folder, m0001_one=f"{ONE} -- changed")
        with pytest.raises(MigrationError, match=r"0001_one\.sql was changed after it was applied"):
            await migrate(connection, folder)


async def test_two_starts_at_once_migrate_once(database: Pool, tmp_path: Path) -> None:
    folder = write(tmp_path, m0001_one=f"{ONE}; select pg_sleep(0.2)", m0002_two=TWO)
    await database.execute("drop table schema_migration")
    async with database.acquire() as left, database.acquire() as right:
        done = await asyncio.gather(migrate(left, folder), migrate(right, folder))
    assert sorted(done, key=len) == [[], ["0001_one", "0002_two"]]


async def test_a_migration_does_not_wait_long_for_a_busy_table(database: Pool, tmp_path: Path) -> None:
    folder = write(
        tmp_path, m0001_one=ONE, m0002_busy="set local lock_timeout = '100ms'; alter table one add n integer"
    )
    async with database.acquire() as holder, database.acquire() as connection:
        await connection.execute("drop table schema_migration")
        await connection.execute(ONE)
        write(tmp_path, m0001_one="select 1")
        async with holder.transaction():
            await holder.execute("lock table one")
            with pytest.raises(MigrationError, match="lock timeout"):
                await migrate(connection, folder)


async def test_the_runner_sets_its_own_timeouts(database: Pool, tmp_path: Path) -> None:
    keep = "create table seen as select current_setting('lock_timeout') l, current_setting('statement_timeout') s"
    async with database.acquire() as connection:
        await connection.execute("drop table schema_migration")
        await migrate(connection, write(tmp_path, m0001_seen=keep))
        row = await connection.fetchrow("select * from seen")
    assert row is not None
    assert tuple(row) == ("5s", "15min")


def test_a_file_that_is_not_numbered_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MigrationError, match="NNNN_subject"):
        read_migrations(write(tmp_path, mextra=ONE))


def test_two_files_of_one_number_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MigrationError, match="share a number"):
        read_migrations(write(tmp_path, m0001_one=ONE, m0001_two=TWO))


def test_an_older_program_does_not_touch_a_newer_database(tmp_path: Path) -> None:
    migrations = read_migrations(write(tmp_path, m0001_one=ONE))
    with pytest.raises(MigrationError, match=r"does not know: \[2\]"):
        plan(migrations, {1: migrations[0].checksum, 2: "later"})


def test_a_number_that_comes_too_late_is_refused(tmp_path: Path) -> None:
    migrations = read_migrations(write(tmp_path, m0001_one=ONE, m0002_two=TWO))
    with pytest.raises(MigrationError, match=r"\[1\] come before 2"):
        plan(migrations, {2: migrations[1].checksum})
