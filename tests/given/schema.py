"""The schema as SQL text, as pg_dump tells it: `make schema` writes migrations/schema.sql with it."""

import asyncio
import re
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

from api.kit.embedded import postgres_binaries
from api.kit.migrating import MIGRATIONS
from tests.given.cluster import Server, run_sql, test_server

SCHEMA = MIGRATIONS / "schema.sql"
HEAD = "-- The schema after all migrations, for reading; written by `make schema`, proven equal by the tests.\nset check_function_bodies = false;\n"
NOISE = re.compile(
    r"^(--.*|SET .*|SELECT pg_catalog\.set_config.*|\\.*|CREATE SCHEMA public;|COMMENT ON EXTENSION .*)$"
)


def dump(url: str) -> str:
    """The schema of a database, without what differs from server to server."""
    command: list[str | Path] = [
        postgres_binaries() / "pg_dump",
        "--schema-only",
        "--no-owner",
        "--no-privileges",
    ]
    command += ["--exclude-table=schema_migration", f"--dbname={url}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line for line in said.splitlines() if not NOISE.match(line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


async def settled(server: Server, text: str) -> str:
    """The dump of a database made of a dump: writing it again changes nothing more (brackets settle)."""
    name = f"ngoso_test_{uuid4().hex[:12]}"
    await run_sql(server.admin_url, f"create database {name} template template0 encoding 'UTF8'")
    try:
        await run_sql(server.url(name), text)
        return dump(server.url(name))
    finally:
        await run_sql(server.admin_url, f"drop database {name}")


def main() -> None:
    """Write the file."""
    with test_server() as server:
        made = dump(server.url(asyncio.run(server.clone())))
        SCHEMA.write_text(HEAD + "\n" + asyncio.run(settled(server, HEAD + made)), encoding="utf-8")
    sys.stdout.write(f"wrote {SCHEMA.name}\n")


if __name__ == "__main__":
    main()
