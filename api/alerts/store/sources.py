"""SQL of feeds of others: whom to ask, how they fare, every message and what became of it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.alerts.contracts.sources import (
    AlertFeed,
    AlertFeedMessage,
    AlertFeedSettings,
    FeedClaim,
    FeedOutcome,
    Seen,
)
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.patience import Health

PUT_FEED = """
insert into alert_source as s (name, province_code, url, mode, senders, every_seconds, active, next_at, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
on conflict (name) do update set province_code = excluded.province_code, url = excluded.url, mode = excluded.mode,
    senders = excluded.senders, every_seconds = excluded.every_seconds, active = excluded.active,
    next_at = excluded.next_at, failures = 0, open_until = null, last_error = null, etag = null, last_modified = null
"""
DELETE_FEED = """
delete from alert_source where name = $1 returning name
"""
LIST_FEEDS = """
select name, url, province_code, senders, mode, every_seconds, active,
    case when open_until is null then 'closed' when open_until > $2 then 'open' else 'half_open' end as circuit,
    failures, next_at, last_ok_at, last_error
from alert_source
where $1::text[] is null or province_code = any($1)
order by name
"""
LIST_MESSAGES = """
select m.source, m.sender, m.identifier, m.sent_at, m.outcome, m.detail, m.message_id, m.received_at
from alert_upstream m join alert_source s on s.name = m.source
where $1::text[] is null or s.province_code = any($1)
order by m.id desc
limit $2
"""
CLAIM_DUE = """
update alert_source set next_at = $2
where name in (
    select name from alert_source where active and next_at <= $1
    order by next_at limit $3 for update skip locked)
returning name, url, province_code, senders, mode, every_seconds, etag, last_modified, failures, open_until, demo
"""
HOLD_FEED = """
select name, url, province_code, senders, mode, every_seconds, etag, last_modified, failures, open_until, demo
from alert_source where name = $1 and active for update
"""
NOTE_SUCCESS = """
update alert_source set etag = $2, last_modified = $3, last_ok_at = $4, next_at = $5, failures = 0,
    open_until = null, last_error = null
where name = $1
"""
NOTE_FAILURE = """
update alert_source set failures = $2, open_until = $3, next_at = $4, last_error = $5 where name = $1
"""
LIST_KNOWN = """
select entry from alert_upstream where source = $1 and entry = any($2::text[])
"""
LIST_SEEN = """
select content_hash, outcome, message_id from alert_upstream
where sender = $1 and identifier = any($2::text[]) and content_hash <> ''
order by id desc
"""
INSERT_MESSAGE = """
insert into alert_upstream (source, entry, sender, identifier, sent_at, content_hash, outcome, detail, message_id, received_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict do nothing
"""
FORGET_MESSAGES = """
delete from alert_upstream where received_at < $1 and message_id is null
"""
LIST_HAZARD_CODES = """
select code from alert_hazard
"""


async def put_feed(tx: Connection, name: str, given: AlertFeedSettings, *, at: datetime) -> None:
    """Write where to ask; what was wrong is forgotten."""
    await tx.execute(
        PUT_FEED, name, given.province_code, given.url, given.mode, given.senders, given.every_seconds,
        given.active, at,
    )  # fmt: skip


async def delete_feed(tx: Connection, name: str) -> bool:
    """Ask it no more; False when it was not asked."""
    return await tx.fetchval(DELETE_FEED, name) is not None


async def list_feeds(db: Connection, *, provinces: Sequence[str] | None, at: datetime) -> list[AlertFeed]:
    """Feeds of these provinces; None: all."""
    return await fetch_all(db, LIST_FEEDS, provinces and list(provinces), at, into=AlertFeed)


async def list_messages(
    db: Connection, *, provinces: Sequence[str] | None, limit: int
) -> list[AlertFeedMessage]:
    """The newest messages of those feeds."""
    return await fetch_all(db, LIST_MESSAGES, provinces and list(provinces), limit, into=AlertFeedMessage)


async def claim_due(tx: Connection, *, at: datetime, until: datetime, limit: int) -> list[FeedClaim]:
    """The feeds to ask now, ours until then even if we die."""
    return await fetch_all(tx, CLAIM_DUE, at, until, limit, into=FeedClaim)


async def hold_feed(tx: Connection, name: str) -> FeedClaim | None:
    """The feed as it is now, held; None when it was taken away meanwhile."""
    return await fetch_one(tx, HOLD_FEED, name, into=FeedClaim)


async def note_success(
    tx: Connection, name: str, *, etag: str | None, last_modified: str | None, at: datetime, next_at: datetime
) -> None:
    """What was wrong is over."""
    await tx.execute(NOTE_SUCCESS, name, etag, last_modified, at, next_at)


async def note_failure(tx: Connection, name: str, health: Health, *, next_at: datetime, error: str) -> None:
    """Why, how often in a row, and when to ask again."""
    await tx.execute(NOTE_FAILURE, name, health.failures, health.open_until, next_at, error)


async def list_known(db: Connection, name: str, entries: Sequence[str]) -> set[str]:
    """Which of these entries were taken before."""
    return {row[0] for row in await db.fetch(LIST_KNOWN, name, list(entries))}


async def list_seen(db: Connection, sender: str, identifiers: Sequence[str]) -> list[Seen]:
    """Earlier messages of a sender with these identifiers, the newest first."""
    return await fetch_all(db, LIST_SEEN, sender, list(identifiers), into=Seen)


async def insert_message(
    tx: Connection,
    name: str,
    entry: str,
    *,
    sender: str,
    identifier: str,
    sent_at: datetime | None,
    content_hash: str,
    outcome: FeedOutcome,
    detail: str,
    message_id: UUID | None,
    at: datetime,
) -> None:
    """Keep a message and what became of it."""
    await tx.execute(
        INSERT_MESSAGE, name, entry, sender, identifier, sent_at, content_hash, outcome, detail, message_id, at
    )  # fmt: skip


async def forget_messages(tx: Connection, *, before: datetime) -> None:
    """Drop what nothing came of."""
    await tx.execute(FORGET_MESSAGES, before)


async def list_hazard_codes(db: Connection) -> set[str]:
    """The hazards we know."""
    return {row[0] for row in await db.fetch(LIST_HAZARD_CODES)}
