"""My inbox: what I was told, read or not."""

from datetime import datetime
from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.messages.contracts import Inbox
from api.messages.rules import inbox as rules
from api.messages.store import inbox as store


async def read_inbox(db: Connection, me: Principal, *, cursor: str | None, limit: int) -> Inbox:
    """One page of my messages, newest first, and how many are unread in all."""
    after = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    found = await store.list_messages(db, seen_by=me.person_id, after=after, limit=limit + 1)
    items = found[:limit]
    return Inbox(
        items=items,
        next=encode_cursor(items[-1].created_at, items[-1].id) if len(found) > limit else None,
        unread=await store.count_unread(db, seen_by=me.person_id),
    )


async def mark_read(tx: Connection, me: Principal, message_id: UUID) -> None:
    """I have read this one."""
    if not await store.set_read(tx, message_id, seen_by=me.person_id, at=now()):
        raise rules.MessageNotFound


async def mark_all_read(tx: Connection, me: Principal) -> None:
    """I have read all of them."""
    await store.set_all_read(tx, seen_by=me.person_id, at=now())
