"""The test databases: a real PostgreSQL a run, migrated and filled once and then copied.

The migrated cluster with the base data is kept under `.cache/testdb/<hash of all that is in it>`, so
that only a change of schema or data costs time. Each run copies it into a folder of its own: runs
side by side do not meet. Runs live in memory where there is room: fifty databases come and go in one, and a
disk is slow to make files anew just after others were deleted. TEST_DATABASE_URL uses a real server instead, in fresh databases of it.
"""

import asyncio
import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg

from api import founding
from api.kit.children import NOBODY, Identity, unprivileged
from api.kit.db import prepare_connection
from api.kit.embedded import THROWAWAY, Postgres, postgres_binaries
from api.kit.migrating import MIGRATIONS, migrate
from tasks.installing import throwaway_folder

ROOT = MIGRATIONS.parent
TEMPLATE = "template_of_tests"
KEPT_TEMPLATES = 4
OPTIONS = (*THROWAWAY, "min_wal_size=2MB")
OFF_LIMITS = ("alter database {} with allow_connections false", "alter database {} with is_template true")


def fingerprint() -> str:
    """A hash of everything that decides what a fresh database holds."""
    content = hashlib.sha256(str(postgres_binaries()).encode())
    content.update(founding.shipped_version().encode())
    for path in [*sorted(MIGRATIONS.glob("0*.sql")), Path(__file__)]:
        content.update(path.read_bytes())
    return content.hexdigest()[:24]


async def fill(url: str) -> None:
    """Migrate a database and load the base data."""
    connection = await asyncpg.connect(url)
    try:
        await prepare_connection(connection)
        await migrate(connection)
        await founding.load_base(connection)
        await connection.execute("analyze")
    finally:
        await connection.close()


async def run_sql(url: str, *statements: str) -> None:
    """Run statements that cannot be in a transaction."""
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@contextmanager
def held(path: Path, how: int) -> Iterator[None]:
    """Hold a file lock; it goes with the process, however that ends."""
    with path.open("a") as file:
        fcntl.flock(file, how)
        yield


def cache_folder() -> Path:
    """Where templates are kept: in the tree, or, when that is not ours to write, with temporary files."""
    folder = ROOT / ".cache" / "testdb"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lock").open("a").close()
        if folder.stat().st_uid == os.geteuid():
            return folder
    except OSError:
        pass
    folder = Path(tempfile.gettempdir()) / f"ngo-so-tests-{os.geteuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def prune(cache: Path, *, keep: Path) -> None:
    """Drop folders of runs that were killed, and templates that nobody has used lately."""
    for run in [*cache.glob("run-*"), *(throwaway_folder() or cache).glob("run-*")]:
        try:
            with held(run / "lock", fcntl.LOCK_EX | fcntl.LOCK_NB):
                shutil.rmtree(run, ignore_errors=True)
        except OSError:
            continue
    templates = sorted(cache.glob("made-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in templates[KEPT_TEMPLATES:]:
        if old != keep:
            shutil.rmtree(old, ignore_errors=True)


def make_template(folder: Path) -> None:
    """A stopped cluster that holds the template database, built aside and moved into place."""
    unfinished = folder.with_name(f"new-{folder.name}")
    shutil.rmtree(unfinished, ignore_errors=True)
    server = Postgres(unfinished, options=OPTIONS)
    server.create(segment_mb=1)  # less to copy
    server.start()
    try:
        asyncio.run(run_sql(server.url("postgres"), f"create database {TEMPLATE}"))
        asyncio.run(fill(server.url(TEMPLATE)))
        asyncio.run(
            run_sql(server.url("postgres"), *(line.format(TEMPLATE) for line in OFF_LIMITS), "checkpoint")
        )
    finally:
        server.stop()
    unfinished.rename(folder)


def ready_template(cache: Path) -> Path:
    """The folder of the template, made first when there is none; others wait for the one who makes it."""
    template = cache / f"made-{fingerprint()}"
    if not template.exists():
        with held(cache / "lock", fcntl.LOCK_EX):
            if not template.exists():
                prune(cache, keep=template)
                make_template(template)
    return template


def copy_template(cache: Path, run: Path) -> None:
    """The template's files in a run's own folder."""
    template = ready_template(cache)
    with held(cache / "lock", fcntl.LOCK_SH):
        os.utime(template)
        shutil.copytree(template / "postgres", run / "postgres", copy_function=shutil.copy)
        (run / "postgres").chmod(0o700)
        if unprivileged() is Identity.SWITCHED:
            for path in [run / "postgres", *(run / "postgres").rglob("*")]:
                os.chown(path, NOBODY, NOBODY)


class Server:
    """Where this run's databases live; `clone` makes one more."""

    def __init__(self, admin_url: str, template: str) -> None:
        self.admin_url, self.template = admin_url, template
        self.made: list[str] = []

    def url(self, database: str) -> str:
        """The address of one of this server's databases."""
        scheme, _, rest = self.admin_url.partition("://")
        authority, _, tail = rest.partition("/")
        _, mark, query = tail.partition("?")
        return f"{scheme}://{authority}/{database}{mark}{query}"

    async def clone(self) -> str:
        """A fresh copy of the template; returns its name. Copied as files: a quarter of the work of its log."""
        name = f"ngoso_test_{uuid4().hex[:12]}"
        self.made.append(name)
        copy = f"create database {name} template {self.template} strategy file_copy"
        await run_sql(self.admin_url, copy)
        return name

    async def drop(self, name: str) -> None:
        """Forget a database."""
        self.made.remove(name)
        await run_sql(self.admin_url, f"drop database if exists {name} with (force)")


@contextmanager
def embedded_server(options: tuple[str, ...] = OPTIONS) -> Iterator[Server]:
    """A PostgreSQL of this run alone."""
    cache = cache_folder()
    run = (throwaway_folder() or cache) / f"run-{uuid4().hex[:12]}"
    run.mkdir(mode=0o700)
    with held(run / "lock", fcntl.LOCK_EX):
        copy_template(cache, run)
        server = Postgres(run, options=options)
        server.start()
        try:
            yield Server(server.url("postgres"), TEMPLATE)
        finally:
            server.stop()
            shutil.rmtree(run, ignore_errors=True)


@contextmanager
def real_server(admin_url: str) -> Iterator[Server]:
    """Fresh databases of a server that somebody else runs; all are dropped at the end.

    TEST_TEMPLATE names a filled database there, for many short runs (`make mutants`).
    """
    ready = os.environ.get("TEST_TEMPLATE", "")
    template = ready or f"ngoso_test_{uuid4().hex[:12]}"
    server = Server(admin_url, template)
    if not ready:
        asyncio.run(run_sql(admin_url, f"create database {template} encoding 'UTF8' template template0"))
    try:
        if not ready:
            asyncio.run(fill(server.url(template)))
        yield server
    finally:
        for name in [*server.made, *([] if ready else [template])]:
            asyncio.run(run_sql(admin_url, f"drop database if exists {name} with (force)"))


@contextmanager
def test_server(options: tuple[str, ...] = OPTIONS) -> Iterator[Server]:  # noqa: PT028  no test, a server for them
    """The server of TEST_DATABASE_URL, or an embedded one with these options."""
    admin_url = os.environ.get("TEST_DATABASE_URL", "")
    with real_server(admin_url) if admin_url else embedded_server(options) as server:
        yield server


if __name__ == "__main__":
    # `make test` has it made while pytest reads the tests.
    ready_template(cache_folder())
