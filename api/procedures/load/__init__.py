"""Brings the catalogue into the database: the shipped files, or a newer edition that was imported."""

import hashlib
from datetime import date

from api.kit.clock import today
from api.kit.db import Connection
from api.procedures.load import editions, rows, spoken
from api.procedures.load.editions import Edition, Taken
from api.procedures.load.shipped import SHIPPED_AS_OF, shipped
from api.procedures.rules import changes, reading
from api.procedures.rules.checking import BrokenCatalogueError, Fault, as_csv, read_file, refuse_shrinking

PUT_VERSION = """
insert into procedure_catalogue (version, procedures) values ($1, $2)
on conflict (singleton) do update set
    version = excluded.version, procedures = excluded.procedures, loaded_at = now()
"""
SHIPPED = "kèm theo bản phần mềm"
__all__ = ["BrokenCatalogueError", "Taken", "load", "take_in"]


async def load(tx: Connection) -> int:
    """Bring the shipped catalogue in, unless a newer edition was imported; the same again changes nothing.

    Returns how many procedures the catalogue has.
    """
    tables = shipped()
    async with tx.transaction():
        await editions.alone(tx)
        for kind in ("index", "details"):
            newest = await editions.find_newest(tx, kind)
            if newest is None or newest.as_of <= SHIPPED_AS_OF:
                text = as_csv(kind, read_file(tables[f"{kind}.csv"].encode())[1])
                await editions.put(tx, edition(kind, SHIPPED_AS_OF, SHIPPED, text))
        return (await bring_in(tx)).procedures


async def take_in(
    tx: Connection, content: bytes, *, source: str, as_of: date, allow_shrink: bool = False
) -> Taken:
    """Take in a newer file of the catalogue; BrokenCatalogueError names its bad lines and nothing has changed."""
    kind, found = read_file(content)
    if as_of > today():
        raise BrokenCatalogueError([Fault(0, "", f"ngày {as_of} còn ở tương lai")])
    async with tx.transaction():
        await editions.alone(tx)
        newest = await editions.find_newest(tx, kind)
        if newest is not None and newest.as_of > as_of:
            raise BrokenCatalogueError([Fault(0, "", f"đang dùng bản mới hơn, của ngày {newest.as_of}")])
        if not allow_shrink and newest is not None:
            known = {row["code"] for row in reading.rows_of(newest.text)}
            refuse_shrinking(len(known), len(known & {row["code"] for row in found}))
        await editions.put(tx, edition(kind, as_of, source, as_csv(kind, found)))
        return await bring_in(tx)


def edition(kind: str, as_of: date, source: str, text: str) -> Edition:
    """A checked file as it is kept."""
    return Edition(
        kind=kind, as_of=as_of, source=source, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text
    )


async def bring_in(tx: Connection) -> Taken:
    """Make the rows what the newest editions and the shipped words say, and keep what that changed."""
    tables = shipped()
    index, details = [await editions.get_newest(tx, kind) for kind in ("index", "details")]
    wanted = reading.procedures(
        index.text, details.text, tables["essential.csv"], crawl=f"{index.as_of:%Y-%m}"
    )
    before = await editions.list_standing(tx)
    found = changes.between(before, wanted)
    newest = max((index, details), key=lambda one: one.id)
    await rows.put_procedures(tx, wanted)
    await rows.put_ways(tx, wanted)
    await spoken.put(tx, tables)
    # The first edition adds everything: its count says so, a history line for each would say nothing.
    await editions.put_changes(
        tx, newest.id, found if before else [], added_at_first=0 if before else len(wanted)
    )
    digest = hashlib.sha256(repr((wanted, sorted(tables.items()))).encode()).hexdigest()
    await tx.execute(PUT_VERSION, digest[:16], len(wanted))
    return Taken(procedures=len(wanted), changes=found if before else [])
