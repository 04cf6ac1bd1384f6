"""Telling people of a message: the next few hundred of them, each once."""

import msgspec

from api.alerts.contracts import AlertPublished, Recipient
from api.alerts.store import telling as store
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection

TOLD_AT_ONCE = 500


async def next_to_tell(tx: Connection, event: AlertPublished) -> list[Recipient]:
    """The next people to tell, recorded; when there may be more, the event goes on from the last."""
    people = await store.list_recipients(tx, event.alert_id, after=event.after, limit=TOLD_AT_ONCE)
    await store.insert_deliveries(tx, event.alert_id, people, at=now())
    if len(people) == TOLD_AT_ONCE:
        goes_on = msgspec.structs.replace(event, after=people[-1].person_id)
        await outbox.emit(tx, goes_on, urgent=True)
    return people
