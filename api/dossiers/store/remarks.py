"""What was remarkable about a system's events: missing numbers, events that do not count."""

from datetime import datetime
from uuid import UUID

from api.dossiers.contracts.integration import Gap, HeldEvent
from api.kit.db import Connection, fetch_all

LIST_GAPS = """
select d.id as dossier_id, d.code, lower(gap) as first, upper(gap) - 1 as last
from dossier d cross join lateral unnest(d.missing) as gap
where d.system = $1 and d.missing is not null
  and ($2::uuid is null or d.id >= $2)
  and ($2::uuid is null or (d.id, lower(gap)) > ($2, $3::bigint))
order by d.id, lower(gap)
limit $4
"""
LIST_HELD = """
select d.code, e.event_id, e.sequence, e.state_code, e.occurred_at, e.recorded_at, e.flags
from dossier_event e join dossier d on d.id = e.dossier_id
where e.system = $1 and e.verdict = 'held'
  and ($2::timestamptz is null or (e.recorded_at, e.event_id) < ($2, $3::text))
order by e.recorded_at desc, e.event_id desc
limit $4
"""


async def list_gaps(
    connection: Connection, system: str, *, after: tuple[UUID, int] | None, limit: int
) -> list[Gap]:
    """Missing numbers, by dossier."""
    identity, first = after or (None, None)
    return await fetch_all(connection, LIST_GAPS, system, identity, first, limit, into=Gap)


async def list_held(
    connection: Connection, system: str, *, before: tuple[datetime, str] | None, limit: int
) -> list[HeldEvent]:
    """Held events, the newest first."""
    at, event_id = before or (None, None)
    return await fetch_all(connection, LIST_HELD, system, at, event_id, limit, into=HeldEvent)
