"""SQL of Official Accounts' tokens, and the seal they are kept under."""

import contextlib
import hashlib
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from api.kit.clock import now
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.settings import Settings
from api.kit.tokens import derive_key
from api.kit.zalo_signing import base64url


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """An Official Account's tokens as they are sealed: together, with whose they are and their number."""

    oa_id: str
    version: int
    access: str
    refresh: str
    expires_at: datetime
    lifetime_s: int


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A row: the sealed pair and what may be read without opening it."""

    oa_id: str
    sealed: str
    access_expires_at: datetime
    lifetime_s: int
    version: int
    stopped_at: datetime | None
    stopped_code: str | None


EARLY = timedelta(hours=5)
EARLY_SHARE = 5
"""Renew when less than five hours are left, or a fifth of the token's life if that is less."""
LIFETIME = 3600
"""Seconds, when Zalo's answer has no readable `expires_in`: the shortest ever documented."""


def due(kept: Kept) -> bool:
    """Whether it is time for a new pair."""
    early = min(EARLY, timedelta(seconds=kept.lifetime_s) / EARLY_SHARE)
    return now() >= kept.access_expires_at - early


def read_pair(answer: dict[str, Any], oa_id: str, version: int) -> Pair | None:
    """The pair of an answer; success is an access token that is there, not a number."""
    access, refresh = answer.get("access_token"), answer.get("refresh_token")
    if not (isinstance(access, str) and access and isinstance(refresh, str) and refresh):
        return None
    try:
        lifetime = int(answer.get("expires_in", LIFETIME))
    except (TypeError, ValueError):
        lifetime = LIFETIME
    lifetime = lifetime if lifetime > 0 else LIFETIME
    return Pair(
        oa_id=oa_id,
        version=version,
        access=access,
        refresh=refresh,
        expires_at=now() + timedelta(seconds=lifetime),
        lifetime_s=lifetime,
    )


class SealBrokenError(Exception):
    """What is kept cannot be opened with the keys of the settings: the key was changed or lost."""


class Seal:
    """Seals pairs at rest (Fernet: AES-128-CBC and HMAC-SHA256); several keys allow a change of key."""

    def __init__(self, settings: Settings) -> None:
        words = [word.strip() for word in settings.zalo_token_key.split(",") if word.strip()]
        keys = [derive_key(word, "zalo-oa-token") for word in [*words, settings.secret_key]]
        self.box = MultiFernet([Fernet(base64url(key) + "=") for key in keys])

    def close(self, pair: Pair) -> str:
        """The pair as text that says nothing."""
        return self.box.encrypt(msgspec.json.encode(pair)).decode()

    def open(self, sealed: str, oa_id: str) -> Pair:
        """The pair again; SealBrokenError with other keys, or when it is another account's."""
        try:
            pair = msgspec.json.decode(self.box.decrypt(sealed.encode()), type=Pair)
        except (InvalidToken, msgspec.MsgspecError) as error:
            raise SealBrokenError from error
        if pair.oa_id != oa_id:
            raise SealBrokenError
        return pair


class Spare:
    """A sealed pair in the data folder: only when the database could not be reached to commit it."""

    def __init__(self, settings: Settings, seal: Seal) -> None:
        self.folder, self.seal = Path(settings.data_dir), seal

    def path(self, oa_id: str) -> Path:
        """One file an account."""
        return self.folder / f"zalo-pair-{hashlib.sha256(oa_id.encode()).hexdigest()[:16]}"

    def write(self, pair: Pair) -> None:
        """On the disk before this returns, readable by its owner only."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.path(pair.oa_id)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(self.seal.close(pair))
            file.flush()
            os.fsync(file.fileno())

    def read(self, old: Pair) -> Pair | None:
        """The successor of a pair, if it was put aside here."""
        try:
            pair = self.seal.open(self.path(old.oa_id).read_text(), old.oa_id)
        except (OSError, SealBrokenError):
            return None
        return pair if pair.version == old.version + 1 else None

    def drop(self, oa_id: str) -> None:
        """The database has it."""
        with contextlib.suppress(OSError):
            self.path(oa_id).unlink()


LOCK_OA = """
select pg_advisory_xact_lock(hashtextextended('zalo-oa:' || $1, 0))
"""


async def lock_oa(tx: Connection, oa_id: str) -> None:
    """One renewal at a time for an account, in all processes."""
    await tx.execute(LOCK_OA, oa_id)


FIND_KEPT = """
select oa_id, sealed, access_expires_at, lifetime_s, version, stopped_at, stopped_code
from zalo_oa_token where oa_id = $1
"""


async def find_kept(db: Connection, oa_id: str) -> Kept | None:
    """The row of an account."""
    return await fetch_one(db, FIND_KEPT, oa_id, into=Kept)


LIST_KEPT = """
select oa_id, sealed, access_expires_at, lifetime_s, version, stopped_at, stopped_code
from zalo_oa_token order by oa_id
"""


async def list_kept(db: Connection) -> list[Kept]:
    """Every account there is."""
    return await fetch_all(db, LIST_KEPT, into=Kept)


SET_PAIR = """
insert into zalo_oa_token as kept (oa_id, sealed, access_expires_at, lifetime_s, version, rotated_at)
values ($1, $2, $3, $4, $5, $6)
on conflict (oa_id) do update set sealed = excluded.sealed, access_expires_at = excluded.access_expires_at,
    lifetime_s = excluded.lifetime_s, version = excluded.version, rotated_at = excluded.rotated_at,
    stopped_at = null, stopped_code = null
where kept.version < excluded.version
"""


async def set_pair(tx: Connection, pair: Pair, sealed: str, *, at: datetime) -> bool:
    """Keep a pair, never over a newer one; False when there is a newer one."""
    done = await tx.execute(SET_PAIR, pair.oa_id, sealed, pair.expires_at, pair.lifetime_s, pair.version, at)
    return done == "INSERT 0 1"


SET_STOPPED = """
update zalo_oa_token set stopped_at = $3, stopped_code = $4 where oa_id = $1 and version = $2
"""


async def set_stopped(tx: Connection, oa_id: str, version: int, *, at: datetime, code: str) -> None:
    """Nobody tries this refresh token any more."""
    await tx.execute(SET_STOPPED, oa_id, version, at, code)


INSERT_ROTATION = """
insert into zalo_oa_rotation (oa_id, from_version, started_at) values ($1, $2, $3) returning id
"""


async def insert_rotation(tx: Connection, oa_id: str, version: int, *, at: datetime) -> int:
    """Say that a refresh token is about to be used."""
    identity: int = await tx.fetchval(INSERT_ROTATION, oa_id, version, at)
    return identity


FINISH_ROTATION = """
update zalo_oa_rotation set finished_at = $2, outcome = $3, code = $4 where id = $1
"""


async def finish_rotation(
    tx: Connection, rotation_id: int, *, at: datetime, outcome: str, code: str | None = None
) -> None:
    """Say what came of it."""
    await tx.execute(FINISH_ROTATION, rotation_id, at, outcome, code)
