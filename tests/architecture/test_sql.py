"""Every statement is accepted by the migrated database and gives the columns its Struct has."""

import ast
import importlib
import re

import asyncpg
import msgspec

from api.kit.db import Connection, Pool
from tests.architecture.house import nodes, sources

STATEMENT = re.compile(r"^\s*(with|select|insert|update|delete)\b", re.IGNORECASE)
FOREIGN_KEYS_WITHOUT_INDEX = """
select c.conrelid::regclass || '.' || c.conname
from pg_constraint c
where c.contype = 'f'
  and not exists (
    select from pg_index i
    where i.indrelid = c.conrelid
      and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey::int2[]
  )
"""


def statements() -> list[tuple[str, str, str]]:
    """Module, constant and text of every SQL constant."""
    found = []
    for name, _, tree in sources():
        for node in tree.body:
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Constant):
                continue
            target = node.targets[0]
            if isinstance(target, ast.Name) and target.id.isupper():
                text = node.value.value
                if isinstance(text, str) and STATEMENT.match(text):
                    found.append((name, target.id, text))
    return found


def shaped() -> list[tuple[str, str, str]]:
    """Module, constant and Struct expression of every `fetch_one/fetch_all(…, SQL, …, into=Struct)`."""
    found = []
    for name, _, tree in sources():
        for node in nodes(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
                continue
            verb = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            into = next((word.value for word in node.keywords if word.arg == "into"), None)
            if verb in ("fetch_one", "fetch_all") and into is not None and isinstance(node.args[1], ast.Name):
                found.append((name, node.args[1].id, ast.unparse(into)))
    return found


def test_there_is_something_to_check() -> None:
    assert len(statements()) > 400
    assert len(shaped()) > 120


async def test_the_database_accepts_every_statement(pool: Pool) -> None:
    refused = {}
    async with pool.acquire() as connection:
        for module, constant, sql in statements():
            try:
                await connection.prepare(sql)
            except asyncpg.PostgresError as error:
                refused[f"{module}.{constant}"] = str(error)
    assert refused == {}


async def test_the_columns_of_every_statement_are_its_structs_fields(pool: Pool) -> None:
    wrong = {}
    async with pool.acquire() as connection:
        for module, constant, struct in shaped():
            room = importlib.import_module(module)
            kind = getattr(room, struct, None)
            if not isinstance(kind, type) or not issubclass(kind, msgspec.Struct):
                wrong[f"{module}.{constant}"] = f"into={struct} is no Struct"
                continue
            try:
                prepared = await connection.prepare(getattr(room, constant))
            except asyncpg.PostgresError as error:
                wrong[f"{module}.{constant}"] = str(error)
                continue
            columns = {attribute.name for attribute in prepared.get_attributes()}
            fields = msgspec.structs.fields(kind)
            if strange := columns - {field.name for field in fields}:
                wrong[f"{module}.{constant}"] = f"selects {strange}, which {struct} has not"
            if missing := {field.name for field in fields if field.required} - columns:
                wrong[f"{module}.{constant} "] = f"does not select {missing} of {struct}"
    assert wrong == {}


async def test_every_foreign_key_has_an_index(tx: Connection) -> None:
    assert [row[0] for row in await tx.fetch(FOREIGN_KEYS_WITHOUT_INDEX)] == []
