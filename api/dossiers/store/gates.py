"""Counters of failed look-ups, and the keys of outside systems."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_one

KEPT = timedelta(days=2)
"""How long a window of failed look-ups is kept."""

COUNT_TRIES = """
insert into dossier_lookup_try as t (subject, window_at, tries)
select subject, window_at, 1
from unnest($1::text[], $2::timestamptz[]) as asked (subject, window_at)
order by subject, window_at
on conflict (subject, window_at) do update set tries = t.tries + 1
returning subject, tries
"""
GIVE_BACK_TRIES = """
update dossier_lookup_try t set tries = t.tries - 1
from unnest($1::text[], $2::timestamptz[]) as asked (subject, window_at)
where t.subject = asked.subject and t.window_at = asked.window_at and t.tries > 0
"""
DROP_OLD_TRIES = """
delete from dossier_lookup_try where ctid = any(array(
    select ctid from dossier_lookup_try where window_at < $1 limit 100 for update skip locked))
"""
FIND_KEY = """
select system, scopes, demo from integration_key
where key_hash = $1 and (revoked_at is null or revoked_at > $2)
"""
PUT_KEY = """
insert into integration_key (id, system, name, key_hash, scopes, demo, created_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (key_hash) do nothing
"""
REVOKE_KEY = """
update integration_key set revoked_at = $2 where key_hash = $1 and (revoked_at is null or revoked_at > $2)
"""


class KeyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A valid key's system and what it may do."""

    system: str
    scopes: list[str]
    demo: bool


async def count_tries(
    tx: Connection, subjects: Sequence[str], windows: Sequence[datetime], *, at: datetime
) -> dict[str, int]:
    """Count one try on each subject; the rows stay locked, so that tries cannot overlap."""
    await tx.execute(DROP_OLD_TRIES, at - KEPT)
    rows = await tx.fetch(COUNT_TRIES, list(subjects), list(windows))
    return {row["subject"]: row["tries"] for row in rows}


async def give_back_tries(tx: Connection, subjects: Sequence[str], windows: Sequence[datetime]) -> None:
    """Uncount: it was no failed guess."""
    await tx.execute(GIVE_BACK_TRIES, list(subjects), list(windows))


async def find_key(connection: Connection, key_hash: str, *, at: datetime) -> KeyRow | None:
    """The key, while it is valid."""
    return await fetch_one(connection, FIND_KEY, key_hash, at, into=KeyRow)


async def put_key(
    tx: Connection,
    identity: UUID,
    *,
    system: str,
    name: str,
    key_hash: str,
    scopes: Sequence[str],
    demo: bool,
    at: datetime,
) -> None:
    """Keep a key by its hash."""
    await tx.execute(PUT_KEY, identity, system, name, key_hash, list(scopes), demo, at)


async def revoke_key(tx: Connection, key_hash: str, *, at: datetime) -> None:
    """Stop a key at once."""
    await tx.execute(REVOKE_KEY, key_hash, at)
