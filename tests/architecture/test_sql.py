"""Every statement is accepted by the migrated database and gives the columns its Struct has."""

import ast
import importlib
import re

import asyncpg
import msgspec
import pytest

from api.kit.db import Connection
from tests.architecture.house import sources

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
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
                continue
            verb = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            into = next((word.value for word in node.keywords if word.arg == "into"), None)
            if verb in ("fetch_one", "fetch_all") and into is not None and isinstance(node.args[1], ast.Name):
                found.append((name, node.args[1].id, ast.unparse(into)))
    return found


def test_there_is_something_to_check() -> None:
    assert len(statements()) > 50
    assert len(shaped()) > 20


@pytest.mark.parametrize(("module", "constant", "sql"), statements(), ids=lambda value: str(value)[:60])
async def test_the_database_accepts_it(tx: Connection, module: str, constant: str, sql: str) -> None:
    try:
        await tx.prepare(sql)
    except asyncpg.PostgresError as error:
        pytest.fail(f"{module}.{constant}: {error}")


@pytest.mark.parametrize(("module", "constant", "struct"), shaped())
async def test_its_columns_are_the_structs_fields(
    tx: Connection, module: str, constant: str, struct: str
) -> None:
    room = importlib.import_module(module)
    kind = getattr(room, struct, None)
    if kind is None or not isinstance(kind, type) or not issubclass(kind, msgspec.Struct):
        pytest.fail(f"{module}: into={struct} is no Struct")
    prepared = await tx.prepare(getattr(room, constant))
    columns = {attribute.name for attribute in prepared.get_attributes()}
    fields = msgspec.structs.fields(kind)
    assert columns <= {field.name for field in fields}, f"{module}.{constant} selects what {struct} has not"
    missing = {field.name for field in fields if field.required} - columns
    assert not missing, f"{module}.{constant} does not select {missing}"


async def test_every_foreign_key_has_an_index(tx: Connection) -> None:
    assert [row[0] for row in await tx.fetch(FOREIGN_KEYS_WITHOUT_INDEX)] == []
