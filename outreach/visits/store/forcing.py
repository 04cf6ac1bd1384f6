"""SQL of what waited too long."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all
from outreach.visits.store import Freed

LIST_WAITING = """
select e.event_id, e.seq, e.type, e.schema_version, e.body, e.body_sha256 as sha256, e.device_time, e.corrected_at,
    e.earliest_at, e.latest_at, e.time_quality, e.actor, e.received_at
from visit_event e
where e.event_id in (select event_id from visit_hold)
order by e.received_at, e.event_id
limit $1
"""
INSERT_HOMES = """
insert into household (id, hamlet_id, reference, assumed)
select id, hamlet_id, 'Hộ chờ bổ sung', true from unnest($1::uuid[], $2::uuid[]) as h(id, hamlet_id) order by id
on conflict do nothing
"""
INSERT_ADULTS = """
insert into adult (id, household_id, label, consent, assumed)
select id, household_id, 'Người chờ bổ sung', false, true from unnest($1::uuid[], $2::uuid[]) as a(id, household_id)
order by id
on conflict do nothing
"""
DELETE_HOLDS = """
delete from visit_hold where event_id = any($1::uuid[])
"""
INSERT_FORCED = """
insert into visit_forced (event_id, forced_at, assumed)
select f.event_id, $2, coalesce(array_agg(f.subject) filter (where f.subject is not null), '{}')
from unnest($1::uuid[], $3::uuid[]) as f(event_id, subject) group by f.event_id
on conflict do nothing
"""
MARK_VISITS = """
update visit set marks = array_append(marks, 'forced') where event_id = any($1::uuid[]) and not 'forced' = any(marks)
"""


class Old(Freed, frozen=True):
    """A held event, and since when it has been here."""

    received_at: datetime


class Assumed(msgspec.Struct, frozen=True):
    """A household (no home of its own to name), or an adult of one, made up for an event."""

    id: UUID
    household_id: UUID | None
    hamlet_id: UUID


async def list_waiting(tx: Connection, *, limit: int) -> list[Old]:
    """What waits, longest first."""
    return await fetch_all(tx, LIST_WAITING, limit, into=Old)


async def insert_assumed(tx: Connection, rows: Sequence[Assumed]) -> None:
    """Make up households and adults; their own creation fills them in when it comes."""
    homes = [row for row in rows if row.household_id is None]
    adults = [row for row in rows if row.household_id is not None]
    if homes:
        await tx.execute(INSERT_HOMES, [row.id for row in homes], [row.hamlet_id for row in homes])
    if adults:
        await tx.execute(INSERT_ADULTS, [row.id for row in adults], [row.household_id for row in adults])


async def delete_holds(tx: Connection, events: Sequence[UUID]) -> None:
    """These wait no longer."""
    await tx.execute(DELETE_HOLDS, events)


async def insert_forced(tx: Connection, made_up: Mapping[UUID, Sequence[UUID]], *, at: datetime) -> None:
    """Mark what was taken without what it waited for."""
    pairs = [(event, one) for event, found in made_up.items() for one in (*found, None)]
    if pairs:
        await tx.execute(INSERT_FORCED, [event for event, _ in pairs], at, [one for _, one in pairs])
        await tx.execute(MARK_VISITS, list(made_up))
