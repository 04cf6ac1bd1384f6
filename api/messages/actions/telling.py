"""Tell people: into the inbox at once, inside the caller's transaction; the rest follows from there."""

from collections.abc import Sequence

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.messages.contracts import Notice
from api.messages.rules import inbox as rules
from api.messages.rules.planning import priority_of
from api.messages.store import inbox as store
from api.messages.store.inbox import NewMessage


async def tell(tx: Connection, notice: Notice) -> bool:
    """Put a notice into a person's inbox; False when they were told this before.

    Called by jobs: telling again after a lost acknowledgement changes nothing. Where it goes outside
    the app is decided afterwards by the planner (workers/carrying.py), from the row alone.
    """
    return await tell_all(tx, [notice]) == 1


async def tell_all(tx: Connection, notices: Sequence[Notice]) -> int:
    """Tell many in one statement; how many had not been told before."""
    if not notices:
        return 0
    # In one order everywhere: two batches that meet wait for each other instead of deadlocking.
    ordered = sorted(notices, key=lambda notice: (notice.person_id.bytes, notice.dedupe_key))
    messages = [
        NewMessage(
            id=uuid7(),
            person_id=notice.person_id,
            kind=notice.kind,
            title=rules.title_of(notice),
            body=rules.body_of(notice),
            link=notice.link,
            dedupe_key=notice.dedupe_key,
            priority=priority_of(notice.kind, urgent=notice.urgent),
            params=notice.params,
        )
        for notice in ordered
    ]
    return len(await store.insert_messages(tx, messages, at=now()))
