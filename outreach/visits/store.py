"""SQL of the event log and of visits: whole batches at a time, never a row in a loop."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all
from outreach.visits.contracts import Known

TOUCH_INSTALL = """
insert into visit_install as i (install_id, person_id, first_seen_at, last_sync_at, clock_offset)
values ($1, $2, $3, $3, $4)
on conflict (install_id) do update
set person_id = excluded.person_id,
    last_sync_at = greatest(i.last_sync_at, excluded.last_sync_at),
    clock_offset = excluded.clock_offset
"""
SETTLE = """
update visit_install
set received = received
    + coalesce((select range_agg(int8range(s, s + 1)) from unnest($2::bigint[]) s), '{}'::int8multirange)
where install_id = $1
returning (select coalesce(max(upper(r) - 1), 0) from unnest(received) r where lower(r) = 1)
"""
FIND_FACTS = """
select 'member' as kind, person_id as one, team_id as two, since, until
from team_member where person_id = any($1::uuid[])
union all
select 'area', team_id, hamlet_id, since, until from team_area where team_id = any($2::uuid[])
union all
select 'household', id, hamlet_id, null, null from household where id = any($3::uuid[])
union all
select 'adult', id, household_id, null, null from adult where id = any($4::uuid[])
union all
select 'household', h.id, h.hamlet_id, null, null
from adult a join household h on h.id = a.household_id where a.id = any($4::uuid[])
"""
LET_CREATE = """
select pg_advisory_xact_lock_shared(hashtextextended('outreach:creations', 0))
"""
STOP_CREATIONS = """
select pg_advisory_xact_lock(hashtextextended('outreach:creations', 0))
"""
FIND_KNOWN = """
select e.event_id, e.body_sha256 as sha256, r.reason_code,
    exists (select from visit_hold h where h.event_id = e.event_id) as held
from visit_event e left join visit_refusal r on r.event_id = e.event_id
where e.event_id = any($1::uuid[])
"""
INSERT_EVENTS = """
insert into visit_event (event_id, install_id, seq, type, schema_version, subject_id, team_id, body,
    body_sha256, device_time, corrected_at, earliest_at, time_quality, received_at, actor)
select event_id, $2, seq, type, schema_version, subject_id, team_id, body::jsonb,
    sha256, device_time, corrected_at, earliest_at, time_quality, $3, $4
from unnest($1::uuid[], $5::bigint[], $6::text[], $7::int[], $8::uuid[], $9::uuid[], $10::text[],
    $11::bytea[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::text[])
    as e(event_id, seq, type, schema_version, subject_id, team_id, body,
        sha256, device_time, corrected_at, earliest_at, time_quality)
order by event_id
on conflict do nothing
returning event_id
"""
FIND_TAKEN_SEQS = """
select seq from visit_event where install_id = $1 and seq = any($2::bigint[])
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
    (event_id, install_id, seq, actor, reason_code, sha256, payload, received_at)
select event_id, $2, seq, $3, reason_code, sha256, payload, $4
from unnest($1::text[], $5::bigint[], $6::text[], $7::bytea[], $8::bytea[])
    as q(event_id, seq, reason_code, sha256, payload)
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
    e.device_time, e.corrected_at, e.earliest_at, e.time_quality, e.actor
from freed join visit_event e on e.event_id = freed.event_id
where not exists (
    select from visit_hold h where h.event_id = e.event_id and h.waits_for <> all($1::uuid[])
)
"""
FOLD_VISITS = """
insert into visit (id, event_id, household_id, team_id, volunteer_id, commune_id, visited_at, ended_at,
    visited_on, result, revisit_at, consent)
select e.subject_id, e.event_id, d.id, e.team_id, e.actor, h.commune_id, t.at,
    t.at + ((e.body ->> 'ended_at')::timestamptz - (e.body ->> 'started_at')::timestamptz),
    (t.at at time zone 'Asia/Ho_Chi_Minh')::date, e.body ->> 'result',
    (e.body ->> 'revisit_at')::timestamptz + (e.corrected_at - e.device_time),
    case e.body ->> 'consent'
        when 'true' then 'given_verbal' when 'false' then 'declined' else e.body ->> 'consent'
    end
from visit_event e
join household d on d.id = (e.body ->> 'household_id')::uuid
join hamlet h on h.id = d.hamlet_id
cross join lateral (
    select e.corrected_at
        - greatest(e.device_time - (e.body ->> 'started_at')::timestamptz, interval '0') as at
) t
where e.event_id = any($1::uuid[]) and e.type = 'visit_logged'
order by e.subject_id
"""
FOLD_VISIT_ADULTS = """
insert into visit_adult
    (visit_id, adult_id, visited_at, met, knows, skills, assistance, barriers, next_step)
select v.id, (a.value ->> 'adult_id')::uuid, v.visited_at, (a.value ->> 'met')::boolean,
    (a.value ->> 'knows')::boolean,
    coalesce((
        select jsonb_object_agg(s.value ->> 'code', s.value ->> 'level')
        from jsonb_array_elements(a.value -> 'skills') s
    ), '{}'),
    a.value ->> 'assistance',
    array(select jsonb_array_elements_text(a.value -> 'barriers')), a.value ->> 'next_step'
from visit_event e
join visit v on v.id = e.subject_id
cross join lateral jsonb_array_elements(e.body -> 'adults') a
where e.event_id = any($1::uuid[]) and e.type = 'visit_logged'
order by 1, 2
"""


class Fact(msgspec.Struct, frozen=True):
    """One thing known: who walks for whom, which hamlet is whose, who lives where."""

    kind: str
    one: UUID
    two: UUID
    since: datetime | None
    until: datetime | None


class Freed(msgspec.Struct, frozen=True):
    """An event whose last missing subject has come."""

    event_id: UUID
    seq: int
    type: str
    schema_version: int
    body: dict[str, Any]
    sha256: bytes
    device_time: datetime
    corrected_at: datetime
    earliest_at: datetime
    time_quality: str
    actor: UUID


async def touch_install(
    tx: Connection, install_id: UUID, *, person_id: UUID, at: datetime, offset: timedelta
) -> None:
    """Note the phone's contact; its row lock lets one upload of a phone in at a time."""
    await tx.execute(TOUCH_INSTALL, install_id, person_id, at, offset)


async def settle(tx: Connection, install_id: UUID, *, seqs: Sequence[int]) -> int:
    """Take charge of these numbers; the highest one below which nothing is missing."""
    reached: int = await tx.fetchval(SETTLE, install_id, seqs)
    return reached


async def find_facts(
    tx: Connection,
    *,
    people: Sequence[UUID],
    teams: Sequence[UUID],
    households: Sequence[UUID],
    adults: Sequence[UUID],
) -> list[Fact]:
    """Everything judging needs, in one round trip."""
    return await fetch_all(tx, FIND_FACTS, people, teams, households, adults, into=Fact)


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
    tx: Connection, *, install_id: UUID, received_at: datetime, actor: UUID, columns: Sequence[Sequence[Any]]
) -> set[UUID]:
    """Add events to the log; those whose id, number or subject is taken are left out."""
    ids, *rest = columns
    rows = await tx.fetch(INSERT_EVENTS, ids, install_id, received_at, actor, *rest)
    return {row["event_id"] for row in rows}


async def find_taken_seqs(tx: Connection, install_id: UUID, *, seqs: Sequence[int]) -> set[int]:
    """Which of these numbers of an installation the log holds."""
    return {row["seq"] for row in await tx.fetch(FIND_TAKEN_SEQS, install_id, seqs)}


async def insert_holds(tx: Connection, pairs: Sequence[tuple[UUID, UUID]]) -> None:
    """(missing subject, event) pairs."""
    await tx.execute(INSERT_HOLDS, [pair[0] for pair in pairs], [pair[1] for pair in pairs])


async def insert_refusals(tx: Connection, pairs: Sequence[tuple[UUID, str]], *, at: datetime) -> None:
    """(event, reason code) pairs of events in the log that will never count."""
    await tx.execute(INSERT_REFUSALS, [pair[0] for pair in pairs], [pair[1] for pair in pairs], at)


async def insert_quarantine(
    tx: Connection, *, install_id: UUID, actor: UUID, at: datetime, columns: Sequence[Sequence[Any]]
) -> None:
    """Keep what was not taken; the same content again adds nothing."""
    ids, *rest = columns
    await tx.execute(INSERT_QUARANTINE, ids, install_id, actor, at, *rest)


async def release(tx: Connection, subjects: Sequence[UUID]) -> list[Freed]:
    """The events that waited for nothing but these."""
    if not await tx.fetch(LOCK_WAITING, subjects):
        return []
    return await fetch_all(tx, RELEASE, subjects, into=Freed)


async def fold_visits(tx: Connection, event_ids: Sequence[UUID]) -> None:
    """Visits and what was seen of each adult, from the log."""
    await tx.execute(FOLD_VISITS, event_ids)
    await tx.execute(FOLD_VISIT_ADULTS, event_ids)
