"""SQL of messages: the inbox of one person at a time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from msgspec import Struct
from msgspec.structs import astuple

from api.kit.db import Connection, fetch_all
from api.messages.contracts import Kind, Message, Params

INSERT_MESSAGES = """
insert into message (id, person_id, kind, title, body, link, dedupe_key, priority, params, created_at)
select t.*, $10::timestamptz
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::smallint[], $9::jsonb[])
    as t (id, person_id, kind, title, body, link, dedupe_key, priority, params)
where (select p.id from person p where p.id = t.person_id) is not null
on conflict on constraint message_is_told_once do nothing
returning id
"""


class NewMessage(Struct, frozen=True, kw_only=True):
    """A message as kept; the fields are the columns, in their order."""

    id: UUID
    person_id: UUID
    kind: Kind
    title: str
    body: str
    link: str | None
    dedupe_key: str
    priority: int
    params: Params | None


async def insert_messages(tx: Connection, messages: Sequence[NewMessage], *, at: datetime) -> set[UUID]:
    """Put messages into inboxes; the ids of those that were not told before. Who is gone is told nothing.

    Their order is kept (a join would not): two batches that meet wait for each other.
    """
    columns = zip(*(astuple(message) for message in messages), strict=True)
    rows = await tx.fetch(INSERT_MESSAGES, *map(list, columns), at)
    return {row["id"] for row in rows}


LIST_MESSAGES = """
select id, kind, title, body, link, created_at, read_at
from message
where person_id = $1 and erased_at is null and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
order by created_at desc, id desc
limit $4
"""


async def list_messages(
    db: Connection, *, seen_by: UUID, after: tuple[datetime, UUID] | None, limit: int
) -> list[Message]:
    """Messages of this person, newest first."""
    at, last = after or (None, None)
    return await fetch_all(db, LIST_MESSAGES, seen_by, at, last, limit, into=Message)


COUNT_UNREAD = """
select count(*) from message where person_id = $1 and read_at is null
"""


async def count_unread(db: Connection, *, seen_by: UUID) -> int:
    """How many messages this person has not read."""
    unread: int = await db.fetchval(COUNT_UNREAD, seen_by)
    return unread


SET_READ = """
update message set read_at = coalesce(read_at, $3) where id = $1 and person_id = $2
"""


async def set_read(tx: Connection, message_id: UUID, *, seen_by: UUID, at: datetime) -> bool:
    """Mark as read, the first time counts; False when this person has no such message."""
    return await tx.execute(SET_READ, message_id, seen_by, at) == "UPDATE 1"


SET_ALL_READ = """
update message set read_at = $2 where person_id = $1 and read_at is null
"""


async def set_all_read(tx: Connection, *, seen_by: UUID, at: datetime) -> None:
    """Mark everything in this person's inbox as read."""
    await tx.execute(SET_ALL_READ, seen_by, at)
