"""SQL of what waits for a person: put aside, held, met; and of the phones of a team."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.visits.contracts.reviewing import ConflictLine, HoldLine, InstallLine, VisitVersion, WaitingLine

FIND_REFUSED = """
select distinct event_id::uuid as event_id from visit_quarantine
where event_id = any($1::text[]) and decision = 'refused'
"""
LIST_INSTALLS = """
select i.install_id, i.person_id, p.display_name as person_name, i.state, i.state_at, i.state_reason as reason,
    i.first_seen_at, i.last_sync_at, (extract(epoch from $3 - i.last_sync_at) / 3600)::int as silent_hours, i.pending,
    i.chain_seq as reached,
    coalesce((
        select jsonb_agg(jsonb_build_array(lower(gap), upper(gap) - 1) order by gap)
        from unnest(int8multirange(int8range(1, i.told_seq + 1)) - i.received) gap
    ), '[]') as missing,
    extract(epoch from i.clock_offset)::int as clock_off_s,
    case when i.wiped_at is not null then 'done' when i.wipe_asked_at is not null then 'asked' else 'none' end as wipe,
    i.app_version
from visit_install i join person p on p.id = i.person_id
where ($1::uuid is null or i.person_id = $1)
  and ($2::uuid[] is null or i.person_id in (select person_id from team_member where team_id = any($2)))
  and ($4::uuid is null or i.install_id = $4)
order by i.last_sync_at desc
limit $5
"""
REVOKE_INSTALL = """
update visit_install
set state = 'revoked', state_at = $2, state_by = $3, state_reason = $4,
    wipe_asked_at = case when $5 then coalesce(wipe_asked_at, $2) else wipe_asked_at end
where install_id = $1 and state <> 'revoked'
"""
LIST_WAITING = """
select q.event_id, q.install_id, p.display_name as person_name, said.type, said.device_time, q.received_at, q.until,
    d.reference as household, said.result
from visit_quarantine q
join person p on p.id = q.actor
cross join lateral (select convert_from(q.payload, 'UTF8')::jsonb as event) raw
cross join lateral (
    select raw.event ->> 'type' as type, (raw.event ->> 'device_time')::timestamptz as device_time,
        raw.event #>> '{body,household_id}' as home, raw.event #>> '{body,result}' as result,
        (raw.event #>> '{body,team_id}')::uuid as team_id
) said
left join household d on d.id::text = said.home
where q.decision is null and q.reason_code = 'awaits_approval' and said.team_id = $1
order by q.install_id, q.seq, q.id
limit $2
"""
TAKE_WAITING = """
update visit_quarantine q
set decision = $3, decided_at = $4, decided_by = $5, decided_why = $6
where q.install_id = $1 and q.decision is null and q.reason_code = 'awaits_approval'
  and (convert_from(q.payload, 'UTF8')::jsonb #>> '{body,team_id}')::uuid = $2
returning q.event_id, q.payload, q.actor, q.received_at, q.clock_offset
"""
LIST_HOLDS = """
select e.event_id, e.type, p.display_name as person_name, e.received_at, e.received_at + $2::interval as until,
    array_agg(h.waits_for order by h.waits_for) as waits_for
from visit_hold h join visit_event e on e.event_id = h.event_id join person p on p.id = e.actor
where e.team_id = $1
group by e.event_id, p.display_name
order by e.received_at, e.event_id
limit $3
"""
LIST_CONFLICTS = """
select c.id, c.subject_id, d.reference as household, c.field, c.kind, c.first_value, p.display_name as first_by,
    a.corrected_at as first_at, c.second_value, q.display_name as second_by, b.corrected_at as second_at, c.opened_at,
    c.resolution
from registry_conflict c
join visit_event a on a.event_id = c.first_event join person p on p.id = a.actor
join visit_event b on b.event_id = c.second_event join person q on q.id = b.actor
left join adult on adult.id = c.subject_id
left join household d on d.id = coalesce(adult.household_id, c.subject_id)
where c.team_id = any($1::uuid[]) and (not $2 or c.resolved_at is null) and ($3::bigint is null or c.id = $3)
order by c.id desc
limit $4
"""
FIND_CONFLICT = """
select c.subject_id, c.field, c.first_value, c.second_value, c.team_id,
    exists (select from household where id = c.subject_id) as of_household
from registry_conflict c
where c.id = $1 and c.team_id = any($2::uuid[]) and c.resolved_at is null for update
"""
SETTLE_CONFLICT = """
update registry_conflict set resolved_at = $2, resolved_by = $3, resolution = $4 where id = $1
"""
LIST_VERSIONS = """
select (row_number() over (order by e.type = 'visit_corrected', e.corrected_at, e.event_id))::int as version, e.event_id,
    e.corrected_at as said_at, p.display_name as by_name, e.body ->> 'reason' as reason,
    coalesce(e.body -> 'visit', e.body) as body
from visit_event_folded e join person p on p.id = e.actor
where e.subject_id = $1 and e.type in ('visit_logged', 'visit_corrected') and e.team_id = any($2::uuid[])
order by 1
"""


class Waiting(msgspec.Struct, frozen=True):
    """An event put aside, as it came and when."""

    event_id: str
    payload: bytes
    actor: UUID
    received_at: datetime
    clock_offset: timedelta | None


class Clash(msgspec.Struct, frozen=True):
    """Two values of one field, open."""

    subject_id: UUID
    field: str
    first_value: Any
    second_value: Any
    team_id: UUID
    of_household: bool


async def find_refused(tx: Connection, events: Sequence[UUID]) -> frozenset[UUID]:
    """Which of these a leader has refused."""
    rows = await tx.fetch(FIND_REFUSED, [str(event) for event in events])
    return frozenset(row["event_id"] for row in rows)


async def list_installs(
    db: Connection,
    *,
    at: datetime,
    limit: int,
    person_id: UUID | None = None,
    teams: Sequence[UUID] | None = None,
    install_id: UUID | None = None,
) -> list[InstallLine]:
    """The phones of a person, or of everybody who walks or walked for a team."""
    return await fetch_all(db, LIST_INSTALLS, person_id, teams, at, install_id, limit, into=InstallLine)


async def revoke_install(
    tx: Connection, install_id: UUID, *, by: UUID, reason: str, wipe: bool, at: datetime
) -> None:
    """From now on nothing of this phone counts by itself."""
    await tx.execute(REVOKE_INSTALL, install_id, at, by, reason, wipe)


async def list_waiting(db: Connection, team_id: UUID, *, limit: int) -> list[WaitingLine]:
    """What waits for the leader of a team."""
    return await fetch_all(db, LIST_WAITING, team_id, limit, into=WaitingLine)


async def take_waiting(
    tx: Connection, install_id: UUID, team_id: UUID, *, decision: str, by: UUID, reason: str, at: datetime
) -> list[Waiting]:
    """Decide about everything of a phone that waits; answers what it was."""
    return await fetch_all(tx, TAKE_WAITING, install_id, team_id, decision, at, by, reason, into=Waiting)


async def list_holds(db: Connection, team_id: UUID, *, longest: timedelta, limit: int) -> list[HoldLine]:
    """What waits for a household, an adult or a visit nobody has told yet."""
    return await fetch_all(db, LIST_HOLDS, team_id, longest, limit, into=HoldLine)


async def list_conflicts(
    db: Connection, teams: Sequence[UUID], *, open_only: bool, limit: int, conflict_id: int | None = None
) -> list[ConflictLine]:
    """Edits of these teams that met, newest first."""
    return await fetch_all(db, LIST_CONFLICTS, teams, open_only, conflict_id, limit, into=ConflictLine)


async def find_conflict(tx: Connection, conflict_id: int, teams: Sequence[UUID]) -> Clash | None:
    """An open conflict of these teams, held until the end."""
    return await fetch_one(tx, FIND_CONFLICT, conflict_id, teams, into=Clash)


async def settle_conflict(
    tx: Connection, conflict_id: int, *, by: UUID, resolution: str, at: datetime
) -> None:
    """Write which value stands, and who said so."""
    await tx.execute(SETTLE_CONFLICT, conflict_id, at, by, resolution)


async def list_versions(db: Connection, visit_id: UUID, teams: Sequence[UUID]) -> list[VisitVersion]:
    """Everything a visit of these teams ever said."""
    return await fetch_all(db, LIST_VERSIONS, visit_id, teams, into=VisitVersion)
