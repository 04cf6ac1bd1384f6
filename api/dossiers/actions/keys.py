"""The keys of outside systems: made, found, revoked. Only keyed hashes are kept."""

import msgspec

from api.dossiers.store import gates
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.settings import Settings
from api.kit.tokens import keyed_hash, random_token

SCOPE = "dossiers:write"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The system that speaks."""

    system: str
    demo: bool = False


def hash_key(settings: Settings, key: str) -> str:
    """What we keep of an API key."""
    return keyed_hash(settings.secret_key, "integration_key", key)


async def find_source(
    db: Connection, key: str, *, settings: Settings
) -> tuple[Source, frozenset[str]] | None:
    """The system of an API key and its scopes; demo keys open nothing outside the demo."""
    row = await gates.find_key(db, hash_key(settings, key), at=now())
    if row is None or (row.demo and not settings.demo):
        return None
    return Source(system=row.system, demo=row.demo), frozenset(row.scopes)


async def create_key(
    tx: Connection, *, system: str, name: str, settings: Settings, key: str | None = None, demo: bool = False
) -> str:
    """A new key that may write dossiers of this system; it is shown this once."""
    key = key or random_token()
    await gates.put_key(
        tx,
        uuid7(),
        system=system,
        name=name,
        key_hash=hash_key(settings, key),
        scopes=[SCOPE],
        demo=demo,
        at=now(),
    )
    return key


async def revoke_key(tx: Connection, key: str, *, settings: Settings) -> None:
    """Stop a key at once."""
    await gates.revoke_key(tx, hash_key(settings, key), at=now())
