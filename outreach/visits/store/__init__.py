"""SQL of the event log and of visits: whole batches at a time, never a row in a loop."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all
from outreach.visits.contracts import Known, Met

FIND_FACTS = """
select 'member' as kind, person_id as one, team_id as two, null::uuid as three, since, until
from team_member where person_id = any($1::uuid[])
union all
select 'area', team_id, hamlet_id, null, since, until from team_area where team_id = any($2::uuid[])
union all
select 'household', id, hamlet_id, root_id, null, null from household where id = any($3::uuid[])
union all
select 'place', household_id, hamlet_id, null, null, null
from household_place where household_id = any($3::uuid[])
union all
select 'adult', a.id, a.household_id, m.household_id, a.redacted_at, null
from adult a
left join household_member m on m.adult_id = a.id and m.household_id <> a.household_id
where a.id = any($4::uuid[])
"""
FIND_HOMES = """
select 'household' as kind, id as one, hamlet_id as two, root_id as three, null as since, null as until
from household where id = any($1::uuid[])
"""
FIND_EARLIER = """
select 'earlier' as kind, id as one, household_id as two, volunteer_id as three, visited_at as since, null as until
from visit where id = any($1::uuid[])
union all
select 'earlier', merge_id, merge_id, null, null, null from registry_merge where merge_id = any($1::uuid[])
"""
FIND_HAMLETS = """
select id from hamlet where id = any($1::uuid[])
"""
FIND_DRAWS = """
select id, team_id, household_id from audit_draw where id = any($1::uuid[])
"""
LET_CREATE = """
select pg_advisory_xact_lock_shared(hashtextextended('outreach:creations', 0))
"""
STOP_CREATIONS = """
select pg_advisory_xact_lock(hashtextextended('outreach:creations', 0))
"""
FIND_KNOWN = """
select e.event_id, e.body_sha256 as sha256, r.reason_code,
    exists (select from visit_hold h where h.event_id = e.event_id) as held, e.received_at
from visit_event e left join visit_refusal r on r.event_id = e.event_id
where e.event_id = any($1::uuid[])
"""
INSERT_EVENTS = """
with logged as (
    insert into visit_event (event_id, install_id, seq, type, schema_version, subject_id, team_id, body,
        body_sha256, device_time, corrected_at, earliest_at, time_quality, latest_at, session_id, device_mono,
        base_version, received_at, actor)
    select event_id, $2, seq, type, schema_version, subject_id, team_id, body::jsonb,
        sha256, device_time, corrected_at, earliest_at, time_quality, latest_at, session_id, device_mono,
        base_version, $3, $4
    from unnest($1::uuid[], $5::bigint[], $6::text[], $7::int[], $8::uuid[], $9::uuid[], $10::text[],
        $11::bytea[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::text[], $16::timestamptz[],
        $17::uuid[], $18::bigint[], $19::int[])
        as e(event_id, seq, type, schema_version, subject_id, team_id, body,
            sha256, device_time, corrected_at, earliest_at, time_quality, latest_at, session_id, device_mono,
            base_version)
    order by event_id
    on conflict do nothing
    returning event_id
)
select case when count(*) < cardinality($1::uuid[]) then coalesce(array_agg(event_id), '{}') end from logged
"""
FIND_TAKEN_SEQS = """
select seq from visit_event where install_id = $1 and seq = any($2::bigint[])
"""
LIST_CONFLICTS_OF = """
select second_event as event_id, field, kind, first_event as other, first_value as theirs, second_value as yours
from registry_conflict where second_event = any($1::uuid[]) order by second_event, id
"""
INSERT_HOLDS = """
insert into visit_hold (waits_for, event_id)
select * from unnest($1::uuid[], $2::uuid[]) as h(waits_for, event_id) order by 1, 2
on conflict do nothing
"""
INSERT_REFUSALS = """
insert into visit_refusal (event_id, reason_code, refused_at)
select event_id, reason_code, $3 from unnest($1::uuid[], $2::text[]) as r(event_id, reason_code)
order by event_id
on conflict do nothing
"""
INSERT_QUARANTINE = """
insert into visit_quarantine
    (event_id, install_id, seq, actor, reason_code, sha256, payload, received_at, clock_offset, until)
select event_id, $2, seq, $3, reason_code, sha256, payload, $4, $5, until
from unnest($1::text[], $6::bigint[], $7::text[], $8::bytea[], $9::bytea[], $10::timestamptz[])
    as q(event_id, seq, reason_code, sha256, payload, until)
order by event_id, sha256
on conflict do nothing
"""
LOCK_WAITING = """
select event_id from visit_event
where event_id in (select event_id from visit_hold where waits_for = any($1::uuid[]))
order by event_id for update
"""
RELEASE = """
with freed as (delete from visit_hold where waits_for = any($1::uuid[]) returning event_id)
select distinct e.event_id, e.seq, e.type, e.schema_version, e.body, e.body_sha256 as sha256,
    e.device_time, e.corrected_at, e.earliest_at, e.latest_at, e.time_quality, e.actor
from freed join visit_event e on e.event_id = freed.event_id
where not exists (
    select from visit_hold h where h.event_id = e.event_id and h.waits_for <> all($1::uuid[])
)
"""


Fact: TypeAlias = tuple[str, UUID, UUID, UUID | None, datetime | None, datetime | None]
"""Kind, and up to three ids: who walks for whom, which hamlet is whose, who lives where, from when to when."""


class Freed(msgspec.Struct, frozen=True):
    """An event whose last missing subject has come."""

    event_id: UUID
    seq: int | None
    type: str
    schema_version: int
    body: dict[str, Any]
    sha256: bytes
    device_time: datetime
    corrected_at: datetime
    earliest_at: datetime
    latest_at: datetime | None
    time_quality: str
    actor: UUID


async def find_facts(
    tx: Connection,
    *,
    people: Sequence[UUID],
    teams: Sequence[UUID],
    households: Sequence[UUID],
    adults: Sequence[UUID],
) -> Sequence[Fact]:
    """What judging a visit needs, in one round trip; plain rows, of which there are several a visit."""
    rows: Sequence[Any] = await tx.fetch(FIND_FACTS, people, teams, households, adults)
    return rows


async def find_homes(tx: Connection, households: Sequence[UUID]) -> Sequence[Fact]:
    """Households of adults that no event names."""
    rows: Sequence[Any] = await tx.fetch(FIND_HOMES, households)
    return rows


async def find_earlier(tx: Connection, earlier: Sequence[UUID]) -> Sequence[Fact]:
    """Visits that are put right, with who made them and when, and merges that are undone."""
    rows: Sequence[Any] = await tx.fetch(FIND_EARLIER, earlier)
    return rows


async def find_draws(tx: Connection, draws: Sequence[UUID]) -> dict[UUID, tuple[UUID, UUID]]:
    """Which team goes to which household for these draws of an audit."""
    return {row["id"]: (row["team_id"], row["household_id"]) for row in await tx.fetch(FIND_DRAWS, draws)}


async def find_hamlets(tx: Connection, hamlets: Sequence[UUID]) -> set[UUID]:
    """Which of these hamlets there are."""
    return {row["id"] for row in await tx.fetch(FIND_HAMLETS, hamlets)}


async def let_create(tx: Connection) -> None:
    """Create beside others that create, but not while somebody decides to wait for a creation."""
    await tx.execute(LET_CREATE)


async def stop_creations(tx: Connection) -> None:
    """Let creations under way end, and new ones wait, until this transaction has said what it waits for.

    So a creation and what waits for it never miss each other in two transactions. One lock each
    way, however large the batch; waiting is rare, creating is not, and creators share it.
    """
    await tx.execute(STOP_CREATIONS)


async def find_known(tx: Connection, ids: Sequence[UUID]) -> dict[UUID, Known]:
    """Which of these events the log holds."""
    rows = await fetch_all(tx, FIND_KNOWN, ids, into=Known)
    return {row.event_id: row for row in rows}


async def insert_events(
    tx: Connection,
    *,
    install_id: UUID | None,
    received_at: datetime,
    actor: UUID,
    columns: Sequence[Sequence[Any]],
) -> set[UUID]:
    """Add events to the log; those whose id, number or subject is taken are left out."""
    ids, *rest = columns
    fewer = await tx.fetchval(INSERT_EVENTS, ids, install_id, received_at, actor, *rest)
    return set(ids if fewer is None else fewer)


async def find_taken_seqs(tx: Connection, install_id: UUID, *, seqs: Sequence[int]) -> set[int]:
    """Which of these numbers of an installation the log holds."""
    return {row["seq"] for row in await tx.fetch(FIND_TAKEN_SEQS, install_id, seqs)}


async def list_conflicts_of(tx: Connection, events: Sequence[UUID]) -> list[Met]:
    """What these edits met."""
    return await fetch_all(tx, LIST_CONFLICTS_OF, events, into=Met)


async def insert_holds(tx: Connection, pairs: Sequence[tuple[UUID, UUID]]) -> None:
    """(missing subject, event) pairs."""
    await tx.execute(INSERT_HOLDS, [pair[0] for pair in pairs], [pair[1] for pair in pairs])


async def insert_refusals(tx: Connection, pairs: Sequence[tuple[UUID, str]], *, at: datetime) -> None:
    """(event, reason code) pairs of events in the log that will never count."""
    await tx.execute(INSERT_REFUSALS, [pair[0] for pair in pairs], [pair[1] for pair in pairs], at)


async def insert_quarantine(
    tx: Connection,
    *,
    install_id: UUID,
    actor: UUID,
    at: datetime,
    offset: timedelta,
    columns: Sequence[Sequence[Any]],
) -> None:
    """Keep what was not taken; the same content again adds nothing."""
    ids, *rest = columns
    await tx.execute(INSERT_QUARANTINE, ids, install_id, actor, at, offset, *rest)


async def release(tx: Connection, subjects: Sequence[UUID]) -> list[Freed]:
    """The events that waited for nothing but these."""
    if not await tx.fetch(LOCK_WAITING, subjects):
        return []
    return await fetch_all(tx, RELEASE, subjects, into=Freed)
