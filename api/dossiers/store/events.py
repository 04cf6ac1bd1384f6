"""What sources said of a dossier, and the standing it leaves."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.dossiers.contracts import DossierChange, EventRow, State
from api.dossiers.rules.flow import Standing
from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.ids import uuid7

LIST_STATES = """
select code, name, stage, clock, bucket, ends, next_codes, told, holder, next_step
from dossier_state order by length(code), code
"""
INSERT_DOSSIER = """
insert into dossier (id, system, code, code_key, procedure_code, filed_by, sequence, state_code, clock,
    last_known_at, created_at, demo)
values ($1, $2, $3, $4, $5, $6, $7, $8, 'not_started', $9, $9, $10)
on conflict (system, code) do nothing
returning id
"""
HOLD_DOSSIER = """
select id from dossier where system = $1 and code = $2 for update
"""
FIND_EVENT = """
select id, dossier_id, event_id, sequence, state_code, state_name, note, correction, occurred_at,
    recorded_at, digest, verdict, flags
from dossier_event where system = $1 and event_id = $2
"""
INSERT_EVENT = """
insert into dossier_event (id, dossier_id, system, event_id, sequence, state_code, state_name, note,
    correction, occurred_at, recorded_at, digest, verdict, flags)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
on conflict (system, event_id) do nothing
returning id
"""
COUNT_REPLAY = """
update dossier_event set replays = replays + 1, last_replayed_at = $2 where id = $1
"""
LIST_EVENTS = """
select id, dossier_id, event_id, sequence, state_code, state_name, note, correction, occurred_at,
    recorded_at, digest, verdict, flags
from dossier_event
where dossier_id = any($1::uuid[]) and verdict <> 'held'
order by dossier_id, sequence
"""
SET_FACTS = """
update dossier set
    procedure_code = $2,
    procedure_name = coalesce($3, procedure_name),
    agency_code = coalesce($4, agency_code),
    agency_name = coalesce($5, agency_name),
    filed_by = $6,
    phone_hash = case when $8::text is null then phone_hash else $7 end,
    last4_hash = coalesce($8, last4_hash),
    amount = coalesce($9, amount),
    unit = coalesce($10, unit),
    after_pause = coalesce($11, after_pause),
    promised_at = coalesce($12, promised_at),
    late_reason = coalesce($13, late_reason),
    state_name = $14,
    last_known_at = $15
where id = $1
"""
FILL_FACTS = """
update dossier set
    procedure_name = coalesce(procedure_name, $2),
    agency_code = coalesce(agency_code, $3),
    agency_name = coalesce(agency_name, $4),
    phone_hash = case when last4_hash is null then $5 else phone_hash end,
    last4_hash = coalesce(last4_hash, $6),
    amount = coalesce(amount, $7),
    unit = coalesce(unit, $8),
    after_pause = coalesce(after_pause, $9),
    promised_at = coalesce(promised_at, $10),
    late_reason = coalesce(late_reason, $11)
where id = $1
"""
SET_STANDING = """
update dossier set sequence = $2, state_code = $3, clock = $4, started_at = $5, due_at = $6,
    paused_at = $7, stopped_at = $8
where id = $1
"""
FIND_TERM = """
select coalesce(d.amount, t.amount, w.deadline_amount) as amount,
    coalesce(d.unit, t.unit, w.deadline_unit) as unit,
    coalesce(d.after_pause, t.after_pause, 'restart') as after_pause, d.agency_code
from dossier d
left join dossier_term t on t.procedure_code = d.procedure_code
left join lateral (
    select deadline_amount, deadline_unit
    from procedure_way
    where procedure_code = d.procedure_code and deadline_amount > 0
        and deadline_unit in ('working_day', 'calendar_day', 'month')
    order by channel = case d.filed_by when 'counter_digitised' then 'counter' else 'online' end desc, channel
    limit 1
) w on true
where d.id = $1
"""


class TermRow(msgspec.Struct, frozen=True, kw_only=True):
    """The period of a dossier: as its source says, else by our own terms, else by the catalogue."""

    amount: int | None
    unit: str | None
    after_pause: str
    agency_code: str | None


class PhoneHashes(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a phone number."""

    phone: str | None = None
    last4: str | None = None


async def list_states(connection: Connection) -> dict[str, State]:
    """The states we have words for, by code."""
    return {state.code: state for state in await fetch_all(connection, LIST_STATES, into=State)}


async def hold_dossier(
    tx: Connection, *, system: str, code: str, code_key: str, change: DossierChange, at: datetime, demo: bool
) -> tuple[UUID, bool]:
    """The dossier, locked until the transaction ends, and whether it is new."""
    identity: UUID | None = await tx.fetchval(
        INSERT_DOSSIER,
        uuid7(),
        system,
        code,
        code_key,
        change.procedure_code,
        change.filed_by.value,
        change.sequence,
        change.state_code,
        at,
        demo,
    )
    if identity is not None:
        return identity, True
    held: UUID = await tx.fetchval(HOLD_DOSSIER, system, code)
    return held, False


async def find_event(connection: Connection, *, system: str, event_id: str) -> EventRow | None:
    """The event with this id of this system."""
    return await fetch_one(connection, FIND_EVENT, system, event_id, into=EventRow)


async def insert_event(tx: Connection, event: EventRow, *, system: str) -> bool:
    """Keep the event; False when its id is taken."""
    taken = await tx.fetchval(
        INSERT_EVENT,
        event.id,
        event.dossier_id,
        system,
        event.event_id,
        event.sequence,
        event.state_code,
        event.state_name,
        event.note,
        event.correction,
        event.occurred_at,
        event.recorded_at,
        event.digest,
        event.verdict.value,
        [flag.value for flag in event.flags],
    )
    return taken is not None


async def count_replay(tx: Connection, event_id: UUID, *, at: datetime) -> None:
    """Keep that the source sent the same event again."""
    await tx.execute(COUNT_REPLAY, event_id, at)


async def list_events(connection: Connection, dossier_ids: Sequence[UUID]) -> list[EventRow]:
    """The events that count, by dossier and sequence."""
    return await fetch_all(connection, LIST_EVENTS, list(dossier_ids), into=EventRow)


async def set_facts(
    tx: Connection, dossier_id: UUID, change: DossierChange, phone: PhoneHashes, *, at: datetime
) -> None:
    """Take over what the newest event says; what it leaves out stays."""
    term = change.deadline
    await tx.execute(
        SET_FACTS,
        dossier_id,
        change.procedure_code,
        change.procedure_name,
        change.agency_code,
        change.agency_name,
        change.filed_by.value,
        phone.phone,
        phone.last4,
        term.amount if term else None,
        term.unit.value if term else None,
        term.after_pause.value if term and term.after_pause else None,
        change.promised_at,
        change.late_reason,
        change.state_name,
        at,
    )


async def fill_facts(tx: Connection, dossier_id: UUID, change: DossierChange, phone: PhoneHashes) -> None:
    """Take over from an older event only what nothing newer has said."""
    term = change.deadline
    await tx.execute(
        FILL_FACTS,
        dossier_id,
        change.procedure_name,
        change.agency_code,
        change.agency_name,
        phone.phone,
        phone.last4,
        term.amount if term else None,
        term.unit.value if term else None,
        term.after_pause.value if term and term.after_pause else None,
        change.promised_at,
        change.late_reason,
    )


async def find_term(connection: Connection, dossier_id: UUID) -> TermRow:
    """The period of a dossier."""
    term = await fetch_one(connection, FIND_TERM, dossier_id, into=TermRow)
    assert term is not None  # noqa: S101  the caller holds the row
    return term


async def set_standing(tx: Connection, dossier_id: UUID, standing: Standing, *, sequence: int) -> None:
    """Where the events leave the dossier."""
    await tx.execute(
        SET_STANDING,
        dossier_id,
        sequence,
        standing.state_code,
        standing.clock.value,
        standing.started_at,
        standing.due_at,
        standing.paused_at,
        standing.stopped_at,
    )
