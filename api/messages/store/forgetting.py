"""SQL of forgetting: deliveries that are over, and the words of old messages."""

from datetime import datetime

from api.kit.db import Connection

DELETE_DELIVERIES = """
delete from delivery where id in (
    select id from delivery
    where created_at < $1 and state in ('sent', 'delivered', 'unreachable', 'unwanted', 'dead')
    order by created_at
    limit $2
)
"""


async def delete_deliveries(tx: Connection, *, before: datetime, limit: int) -> int:
    """Forget deliveries that are over. What still waits or is unsure stays; `message.planned_at` stays, so none is planned again."""
    return int((await tx.execute(DELETE_DELIVERIES, before, limit)).removeprefix("DELETE "))


ERASE_MESSAGES = """
update message
set title = '-', body = '', link = null, params = null, read_at = coalesce(read_at, $3), erased_at = $3
where id in (
    select m.id from message m
    where m.created_at < $1 and m.erased_at is null and m.planned_at is not null
      and not exists (
        select from delivery d where d.message_id = m.id and d.state in ('waiting', 'sending', 'unsure')
    )
    order by m.created_at
    limit $2
)
"""


async def erase_messages(tx: Connection, *, before: datetime, limit: int, at: datetime) -> int:
    """Erase the words of old messages; person and key stay, and what has yet to leave the app is left whole."""
    return int((await tx.execute(ERASE_MESSAGES, before, limit, at)).removeprefix("UPDATE "))
