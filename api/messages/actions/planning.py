"""Decide where what was told goes outside the app: once a message, in the transaction that marks it."""

from datetime import datetime

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.messages.contracts import Way
from api.messages.rules.planning import DANGER, Reach, first_ways, not_before, ways_of
from api.messages.store import planning as store
from api.messages.store.planning import NewDelivery, Unplanned

AT_ONCE = 500


async def plan_next(tx: Connection, *, open_ways: frozenset[Way], limit: int = AT_ONCE) -> int:
    """Plan the next messages, danger first; how many there were."""
    at = now()
    found = await store.list_unplanned(tx, limit=limit, at=at)
    if not found:
        return 0
    planned = [delivery for message in found for delivery in deliveries(message, open_ways, at)]
    if planned:
        await store.insert_deliveries(tx, planned, at=at)
    await store.set_planned(tx, [message.message_id for message in found], at=at)
    return len(found)


def deliveries(message: Unplanned, open_ways: frozenset[Way], at: datetime) -> list[NewDelivery]:
    """What is sent first for one message, each with what is tried after it."""
    reach = Reach(
        person_id=message.person_id,
        chosen=message.chosen,
        refused=message.refused,
        push=message.push,
        email=message.email,
        zalo_uid=message.zalo_uid,
        phone=message.phone,
        stopped=message.stopped,
    )
    urgent = message.priority == DANGER
    made = []
    for way, after in first_ways(ways_of(reach, message.kind, open_ways=open_ways), urgent=urgent):
        identity = uuid7()
        made.append(
            NewDelivery(
                id=identity,
                message_id=message.message_id,
                person_id=message.person_id,
                way=way,
                fallback=",".join(after),
                priority=message.priority,
                next_try_at=not_before(at, identity, urgent=urgent),
            )
        )
    return made
