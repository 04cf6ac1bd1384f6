"""Telling people of a message: a stretch of all people at a time, each once."""

import msgspec

from api.alerts.contracts import AlertPublished, Recipient
from api.alerts.store import telling as store
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection

LOOKED_AT_ONCE = 10_000
"""People a turn looks through in the order of their ids: each is looked at once, however many there are."""


async def next_to_tell(tx: Connection, event: AlertPublished) -> list[Recipient]:
    """The next people to tell, recorded; when there are more people, the event goes on behind the last."""
    at = now()
    if not await store.is_told(tx, event.alert_id, at=at):
        return []
    last = await store.find_horizon(tx, event.after, size=LOOKED_AT_ONCE)
    people = await store.list_recipients(tx, event.alert_id, after=event.after, until=last)
    await store.insert_deliveries(tx, event.alert_id, people, at=at)
    if last is not None:
        await outbox.emit(tx, msgspec.structs.replace(event, after=last), urgent=True)
    return people
