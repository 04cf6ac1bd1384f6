"""Guesses at look-ups and their counters, and the keys of outside systems."""

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter
from uuid import UUID

import msgspec

from api.dossiers.contracts.integration import IntegrationKey
from api.dossiers.rules.proof import Guess
from api.kit.db import Connection, fetch_all, fetch_one

TAKE_GUESS = """
with counted as (
    insert into dossier_lookup_try as t (subject, window_at, tries)
    select subject, window_at, 1
    from unnest($1::text[], $2::timestamptz[]) as asked (subject, window_at)
    order by subject, window_at
    on conflict (subject, window_at) do update set tries = t.tries + 1
    returning subject, tries
), near as (
    (select code_key, id, system, code, last4_hash from dossier
        where code_key >= $3 and last4_hash is not null order by code_key, id limit 4)
    union all
    (select code_key, id, system, code, last4_hash from dossier
        where code_key < $3 and last4_hash is not null order by code_key desc, id desc limit 4)
    limit 4
), eased as (
    select set_config('synchronous_commit', 'off', true) where $4::boolean
)
select subject, tries, null as code_key, null as id, null as system, null as code, null as last4_hash
from counted left join eased on true
union all
select null, null, code_key, id, system, code, last4_hash from near
"""
# The rows are there; as an insert they are found by their key, however full the table was when this was planned.
GIVE_BACK_TRIES = """
insert into dossier_lookup_try as t (subject, window_at, tries)
select subject, window_at, 0 from unnest($1::text[], $2::timestamptz[]) as asked (subject, window_at)
on conflict (subject, window_at) do update set tries = greatest(t.tries - 1, 0)
"""
OPEN_KEY = """
with key as (
    select id, system, scopes, must_sign, demo, last_used_at from integration_key
    where key_hash = $1 and (revoked_at is null or revoked_at > $3)
), noted as (
    insert into integration_nonce (key_id, nonce, seen_at)
    select id, $2, $3 from key where $2::text is not null
    on conflict (key_id, nonce) do nothing
    returning key_id
), used as (
    update integration_key k set last_used_at = $3
    from key where k.id = key.id and (k.last_used_at is null or k.last_used_at < $3 - interval '1 minute')
)
select system, scopes, must_sign, demo, exists (select from noted) as fresh from key
"""
DROP_TRIES = """
delete from dossier_lookup_try where ctid = any(array(
    select ctid from dossier_lookup_try where window_at < $1 limit $2))
"""
DROP_NONCES = """
delete from integration_nonce where seen_at < $1
"""
PUT_KEY = """
insert into integration_key (id, system, name, key_hash, scopes, demo, must_sign, created_at)
values ($1, $2, $3, $4, $5, $6, not ($6 or $5 = '{reports:write}'::text[]), $7)
on conflict (key_hash) do nothing
"""
HOLD_KEY = """
select id, system, name, scopes, must_sign, demo, created_at, last_used_at, revoked_at
from integration_key where id = $1 for update
"""
LIST_KEYS = """
select id, system, name, scopes, must_sign, demo, created_at, last_used_at, revoked_at
from integration_key order by created_at desc, id desc limit 1000
"""
REVOKE_KEY = """
update integration_key set revoked_at = $2 where id = $1 and (revoked_at is null or revoked_at > $2)
"""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A dossier of the code that was typed or one near it, before either factor is compared."""

    code_key: str
    id: UUID
    system: str
    code: str
    last4_hash: str


class KeyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A valid key's system and what it may do; whether the nonce that came with it is new."""

    system: str
    scopes: list[str]
    must_sign: bool
    demo: bool
    fresh: bool


async def take_guess(tx: Connection, guess: Guess, *, hurry: bool) -> tuple[dict[str, int], list[Candidate]]:
    """Count one try on each subject; the tries of each, and four dossiers (CANDIDATES): first those of this code, then others.

    The rows of the tries stay locked, so that guesses cannot overlap. One statement for both, and strangers'
    dossiers in the place of missing ones: as much is read whether the code exists, and takes as long. In a
    `hurry` the commit does not wait for the disk: for a transaction that keeps nothing but these counts. A
    database that falls over forgets those of its last half second.
    """
    rows = await tx.fetch(TAKE_GUESS, guess.subjects, guess.windows, guess.code_key, hurry)
    tries: dict[str, int] = {}
    found: list[Candidate] = []
    for subject, count, key, identity, system, code, last4_hash in rows:
        if identity is None:
            tries[subject] = count
        else:
            found.append(
                Candidate(code_key=key, id=identity, system=system, code=code, last4_hash=last4_hash)
            )
    return tries, sorted(found, key=attrgetter("id"))


async def give_back_tries(tx: Connection, guess: Guess) -> None:
    """Uncount: it was no failed guess."""
    await tx.execute(GIVE_BACK_TRIES, guess.subjects, guess.windows)


async def open_key(tx: Connection, key_hash: str, *, nonce: str | None, at: datetime) -> KeyRow | None:
    """The key, while it is valid; its use is noted once a minute, a nonce once and for all."""
    return await fetch_one(tx, OPEN_KEY, key_hash, nonce, at, into=KeyRow)


async def drop_tries(tx: Connection, *, before: datetime, limit: int) -> int:
    """Forget windows of look-ups that began before, no more than `limit`; how many it were."""
    done = await tx.execute(DROP_TRIES, before, limit)
    return int(done.removeprefix("DELETE "))


async def drop_nonces(tx: Connection, *, before: datetime) -> None:
    """Forget what a request's time alone refuses by now."""
    await tx.execute(DROP_NONCES, before)


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


async def hold_key(tx: Connection, key_id: UUID) -> IntegrationKey | None:
    """The key, locked until the transaction ends."""
    return await fetch_one(tx, HOLD_KEY, key_id, into=IntegrationKey)


async def list_keys(connection: Connection) -> list[IntegrationKey]:
    """All keys, newest first."""
    return await fetch_all(connection, LIST_KEYS, into=IntegrationKey)


async def revoke_key(tx: Connection, key_id: UUID, *, at: datetime) -> None:
    """Let a key end at this moment, never later than already said."""
    await tx.execute(REVOKE_KEY, key_id, at)
