"""SQL of what Zalo tells us: events once each, the keys that proved right, followers of an Official Account."""

from datetime import datetime

from msgspec import Struct

from api.kit.db import Connection, fetch_one
from api.zalo.contracts import Told

QUARANTINE_MAX = 50
"""Rows put aside at most, a channel: enough for whoever sets up the keys, too few to fill a disk."""

INSERT_EVENT = """
insert into zalo_event (channel, dedupe_key, event_name, happened_at, received_at, state, zalo_id, uid, raw)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict on constraint zalo_event_is_taken_once do nothing
returning id
"""


async def insert_event(
    tx: Connection, told: Told, *, at: datetime, state: str, zalo_id: str, uid: str, raw: str
) -> int | None:
    """Keep an event; None when it came before."""
    found: int | None = await tx.fetchval(
        INSERT_EVENT,
        told.channel,
        told.dedupe_key,
        told.name,
        told.happened_at,
        at,
        state,
        zalo_id or None,
        uid or None,
        raw,
    )
    return found


FIND_WHO = """
select zalo_id, uid, happened_at from zalo_event where id = $1
"""


class Who(Struct, frozen=True, kw_only=True):
    """Whom an event was about."""

    zalo_id: str | None
    uid: str | None
    happened_at: datetime | None


async def find_who(db: Connection, event_id: int) -> Who | None:
    """Whom an event was about; None when there is no such event."""
    return await fetch_one(db, FIND_WHO, event_id, into=Who)


FORGET_WORDS_OF = """
update zalo_event set raw = null, uid = null, zalo_id = null
where zalo_id = $1 or uid = $2
"""


async def forget_words_of(tx: Connection, zalo_id: str | None, uid: str | None) -> None:
    """Forget whom events were about and what they said; that they came is still known."""
    await tx.execute(FORGET_WORDS_OF, zalo_id, uid)


FORGET_FOLLOWER = """
delete from zalo_follower where zalo_id = $1 or uid = $2
"""


async def forget_follower(tx: Connection, zalo_id: str | None, uid: str | None) -> None:
    """Forget that somebody follows."""
    await tx.execute(FORGET_FOLLOWER, zalo_id, uid)


FORGET_RAW = """
update zalo_event set raw = null, zalo_id = null, uid = null where received_at < $1 and raw is not null
"""
DELETE_OA_EVENTS = """
delete from zalo_event where channel = 'oa' and received_at < $1
"""
DELETE_QUARANTINE = """
delete from zalo_quarantine where received_at < $1
"""


async def forget_old(tx: Connection, *, words: datetime, keys: datetime) -> None:
    """Forget what events said before `words`, and the OA's keys from before `keys`; the Mini App's stay."""
    await tx.execute(FORGET_RAW, words)
    await tx.execute(DELETE_OA_EVENTS, keys)
    await tx.execute(DELETE_QUARANTINE, words)


KEY_IS_KNOWN = """
select exists (select from zalo_webhook_key where channel = $1 and key_digest = $2)
"""


async def key_is_known(db: Connection, channel: str, digest: str) -> bool:
    """Whether this key has signed a right event."""
    known: bool = await db.fetchval(KEY_IS_KNOWN, channel, digest)
    return known


INSERT_KEY = """
insert into zalo_webhook_key (channel, key_digest, first_matched_at) values ($1, $2, $3) on conflict do nothing
"""


async def insert_key(tx: Connection, channel: str, digest: str, *, at: datetime) -> None:
    """A key has signed a right event."""
    await tx.execute(INSERT_KEY, channel, digest, at)


INSERT_QUARANTINE = """
insert into zalo_quarantine (channel, received_at, raw, signature)
select $1, $2, $3, $4 where (select count(*) from zalo_quarantine where channel = $1) < $5
"""


async def insert_quarantine(tx: Connection, channel: str, *, at: datetime, raw: str, signature: str) -> None:
    """Put a body aside, while there is room."""
    await tx.execute(INSERT_QUARANTINE, channel, at, raw, signature, QUARANTINE_MAX)


SET_FOLLOWER = """
insert into zalo_follower as known (oa_id, uid, zalo_id, following, changed_at, wrote_at)
values ($1, $2, $3, coalesce($4, false), $5, $6)
on conflict (oa_id, uid) do update set
    zalo_id = coalesce(excluded.zalo_id, known.zalo_id),
    following = case when $4::boolean is null or known.changed_at > excluded.changed_at
        then known.following else excluded.following end,
    changed_at = case when $4::boolean is null then known.changed_at
        else greatest(known.changed_at, excluded.changed_at) end,
    wrote_at = greatest(known.wrote_at, excluded.wrote_at)
"""


async def set_follower(
    tx: Connection,
    oa_id: str,
    uid: str,
    *,
    zalo_id: str | None,
    following: bool | None,
    at: datetime,
    wrote_at: datetime | None,
) -> None:
    """What the newest event says of a follower; `following` None: they only wrote."""
    await tx.execute(SET_FOLLOWER, oa_id, uid, zalo_id, following, at, wrote_at)
