"""The keys of outside systems: made, found, rotated, revoked. Only keyed hashes are kept.

A key has two texts: the key itself names the system, the secret signs and never travels. The secret
is derived from the key and SECRET_KEY, so nothing that could sign is in the database.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import msgspec

from api.dossiers.contracts.integration import IntegrationKey, KeyScope, NewIntegrationKey
from api.dossiers.rules.proof import KeyNotFound, KeyOver
from api.dossiers.store import gates
from api.kit import signing
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid
from api.kit.ids import uuid7
from api.kit.settings import Settings
from api.kit.tokens import keyed_hash, random_token

ALL_SCOPES = (KeyScope.WRITE, KeyScope.READ)
OVERLAP = timedelta(days=7)
"""How long the old key still opens after a rotation, unless it is said."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The system that speaks."""

    system: str
    demo: bool = False


class SignedCall(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to know who speaks."""

    key: str
    headers: dict[str, str]
    method: str
    target: str
    body: bytes


def hash_key(settings: Settings, key: str) -> str:
    """What we keep of an API key."""
    return keyed_hash(settings.secret_key, "integration_key", key)


def secret_of(settings: Settings, key: str) -> str:
    """What a key signs with."""
    return signing.secret_of(settings.secret_key, "integration_key", key)


async def find_source(
    tx: Connection, call: SignedCall, *, settings: Settings
) -> tuple[Source, frozenset[str]] | None:
    """The system of a call and its scopes; demo keys open nothing outside the demo.

    The signature is checked before the database is asked, and with a secret that every text has:
    who cannot sign learns nothing about which keys exist. A nonce is written down only for a
    signature that fits, in the caller's transaction.
    """
    at = now()
    nonce = None
    if "x-signature" in call.headers:
        nonce = signing.check(
            call.headers,
            secret_of(settings, call.key),
            method=call.method,
            target=call.target,
            body=call.body,
            at=at,
        )
    row = await gates.open_key(tx, hash_key(settings, call.key), nonce=nonce, at=at)
    if row is None or (row.demo and not settings.demo):
        return None
    if nonce is None and row.must_sign:
        raise signing.SignatureRefused(detail="Khoá này chỉ nhận yêu cầu có chữ ký (X-Signature)")
    if nonce is not None and not row.fresh:
        raise signing.SignatureRefused(detail="X-Nonce này đã được dùng")
    return Source(system=row.system, demo=row.demo), frozenset(row.scopes)


async def create_key(
    tx: Connection,
    *,
    system: str,
    name: str,
    settings: Settings,
    key: str | None = None,
    scopes: Sequence[KeyScope] = ALL_SCOPES,
    demo: bool = False,
) -> NewIntegrationKey:
    """A new key of this system; key and secret are shown this once. Only demo and Open311 keys may speak unsigned."""
    if KeyScope.REPORTS in scopes and len(scopes) > 1:
        message = "Khoá Open311 không ký được nên chỉ mang một quyền"
        raise Invalid(errors=[FieldError(field="scopes", message=message)])
    key, identity, at = key or random_token(), uuid7(), now()
    await gates.put_key(
        tx,
        identity,
        system=system,
        name=name,
        key_hash=hash_key(settings, key),
        scopes=[scope.value for scope in scopes],
        demo=demo,
        at=at,
    )
    return NewIntegrationKey(
        id=identity,
        system=system,
        name=name,
        scopes=list(scopes),
        key=key,
        secret=secret_of(settings, key),
        created_at=at,
    )


async def rotate_key(
    tx: Connection, key_id: UUID, *, overlap: timedelta = OVERLAP, settings: Settings
) -> NewIntegrationKey:
    """A second key like this one; the old one stops after the overlap. A key is rotated once."""
    old = await gates.hold_key(tx, key_id)
    if old is None:
        raise KeyNotFound
    if old.revoked_at is not None:
        raise KeyOver
    await gates.revoke_key(tx, key_id, at=now() + overlap)
    return await create_key(
        tx, system=old.system, name=old.name, scopes=old.scopes, settings=settings, demo=old.demo
    )


async def revoke_key(tx: Connection, key_id: UUID) -> None:
    """Stop a key at once, also one whose end was already set."""
    if await gates.hold_key(tx, key_id) is None:
        raise KeyNotFound
    await gates.revoke_key(tx, key_id, at=now())


async def list_keys(db: Connection) -> list[IntegrationKey]:
    """Every key ever made, newest first: whose, for what, last used when, over when."""
    return await gates.list_keys(db)


async def forget_nonces(tx: Connection) -> None:
    """Drop nonces so old that their time alone refuses them."""
    await gates.drop_nonces(tx, before=now() - timedelta(seconds=3 * signing.TIME_WINDOW))
