"""SQL of what waits for a person: put aside, decided about."""

from collections.abc import Sequence
from uuid import UUID

from api.kit.db import Connection

FIND_REFUSED = """
select distinct event_id::uuid as event_id from visit_quarantine
where event_id = any($1::text[]) and decision = 'refused'
"""


async def find_refused(tx: Connection, events: Sequence[UUID]) -> frozenset[UUID]:
    """Which of these a leader has refused."""
    rows = await tx.fetch(FIND_REFUSED, [str(event) for event in events])
    return frozenset(row["event_id"] for row in rows)
