"""The rows a batch leaves, each table in one statement: dossiers, events, followers, letters."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from api.dossiers.contracts import EventRow
from api.dossiers.rules.gaps import Range
from api.dossiers.rules.taking import Dossier
from api.kit.db import Connection

INSERT_DOSSIERS = """
insert into dossier (id, code, code_key, procedure_code, procedure_name, agency_code, agency_name, filed_by,
    phone_hash, last4_hash, amount, unit, after_pause, promised_at, late_reason, state_name, last_known_at,
    sequence, state_code, clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason,
    missing, system, created_at, demo)
select id, code, code_key, procedure_code, procedure_name, agency_code, agency_name, filed_by,
    phone_hash, last4_hash, amount, unit, after_pause, promised_at, late_reason, state_name, last_known_at,
    sequence, state_code, clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason,
    missing::int8multirange, $28, $29, $30
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::integer[], $12::text[], $13::text[], $14::timestamptz[], $15::text[],
    $16::text[], $17::timestamptz[], $18::bigint[], $19::text[], $20::text[], $21::timestamptz[],
    $22::timestamptz[], $23::timestamptz[], $24::timestamptz[], $25::timestamptz[], $26::text[],
    $27::text[])
    as new (id, code, code_key, procedure_code, procedure_name, agency_code, agency_name, filed_by,
    phone_hash, last4_hash, amount, unit, after_pause, promised_at, late_reason, state_name, last_known_at,
    sequence, state_code, clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason, missing)
"""
UPDATE_DOSSIERS = """
update dossier d set procedure_code = new.procedure_code, procedure_name = new.procedure_name,
    agency_code = new.agency_code, agency_name = new.agency_name, filed_by = new.filed_by,
    phone_hash = new.phone_hash, last4_hash = new.last4_hash, amount = new.amount, unit = new.unit,
    after_pause = new.after_pause, promised_at = new.promised_at, late_reason = new.late_reason,
    state_name = new.state_name, last_known_at = new.last_known_at, sequence = new.sequence,
    state_code = new.state_code, clock = new.clock, started_at = new.started_at, due_at = new.due_at,
    paused_at = new.paused_at, stopped_at = new.stopped_at, first_due_at = new.first_due_at,
    extension_reason = new.extension_reason, missing = new.missing::int8multirange
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::integer[], $10::text[], $11::text[], $12::timestamptz[], $13::text[], $14::text[],
    $15::timestamptz[], $16::bigint[], $17::text[], $18::text[], $19::timestamptz[], $20::timestamptz[],
    $21::timestamptz[], $22::timestamptz[], $23::timestamptz[], $24::text[], $25::text[])
    as new (id, procedure_code, procedure_name, agency_code, agency_name, filed_by, phone_hash, last4_hash,
        amount, unit, after_pause, promised_at, late_reason, state_name, last_known_at, sequence, state_code,
        clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason, missing)
where d.id = new.id
"""
SET_MISSING = """
update dossier d set missing = new.missing::int8multirange
from unnest($1::uuid[], $2::text[]) as new (id, missing)
where d.id = new.id and d.missing is distinct from new.missing::int8multirange
"""
INSERT_EVENTS = """
insert into dossier_event (id, dossier_id, event_id, sequence, state_code, state_name, note, correction,
    occurred_at, recorded_at, digest, verdict, flags, previous_sequence, extension_due_at, extension_reason,
    system)
select id, dossier_id, event_id, sequence, state_code, state_name, note, correction, occurred_at, recorded_at,
    digest, verdict, string_to_array(flags, ','), previous_sequence, extension_due_at, extension_reason, $17
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[],
    $8::boolean[], $9::timestamptz[], $10::timestamptz[], $11::text[], $12::text[], $13::text[],
    $14::bigint[], $15::timestamptz[], $16::text[])
    as new (id, dossier_id, event_id, sequence, state_code, state_name, note, correction, occurred_at,
        recorded_at, digest, verdict, flags, previous_sequence, extension_due_at, extension_reason)
on conflict (system, event_id) do nothing
"""
FOLLOW_BY_PHONES = """
insert into dossier_follow (dossier_id, person_id, followed_at)
select new.dossier_id, p.id, $3
from unnest($1::uuid[], $2::text[]) as new (dossier_id, phone)
join person p on p.phone = new.phone and p.phone_verified_at is not null
order by new.dossier_id, p.id
on conflict (dossier_id, person_id) do nothing
"""


def ranges(gaps: Sequence[Range]) -> str | None:
    """Missing numbers as an int8multirange's text; null when there are none."""
    return "{" + ",".join(f"[{first},{last}]" for first, last in gaps) + "}" if gaps else None


def columns_of(rows: Iterable[Sequence[Any]], count: int) -> list[list[Any]]:
    """Rows as columns, also when there are no rows. A column of nulls is sent empty: `unnest` pads it.

    Half the columns of most batches are nulls, and the driver looks at every element of an array.
    """
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(count)]
    nothing = [None]
    return [
        [] if column[:1] == nothing and column.count(None) == len(column) else column for column in columns
    ]


def facts_of(one: Dossier) -> tuple[Any, ...]:
    """The columns insert and update have in common, in the order of both."""
    facts, stands = one.facts, one.standing
    assert facts is not None  # noqa: S101  an event counted
    return (
        facts.procedure_code, facts.procedure_name, facts.agency_code, facts.agency_name,
        facts.filed_by.value, facts.phone_hash, facts.last4_hash, facts.amount, facts.unit,
        facts.after_pause, facts.promised_at, facts.late_reason, facts.state_name, facts.last_known_at,
        one.sequence, stands.state_code, stands.clock.value, stands.started_at, stands.due_at,
        stands.paused_at, stands.stopped_at, stands.first_due_at, stands.extension_reason, ranges(one.gaps),
    )  # fmt: skip


async def insert_dossiers(
    tx: Connection, new: Sequence[tuple[Dossier, str]], *, system: str, at: datetime, demo: bool
) -> None:
    """Rows for dossiers nobody told of before, each with its code's key."""
    if new:
        columns = columns_of(((one.id, one.code, key, *facts_of(one)) for one, key in new), 27)
        await tx.execute(INSERT_DOSSIERS, *columns, system, at, demo)


async def update_dossiers(tx: Connection, changed: Sequence[Dossier]) -> None:
    """What events that count leave of known dossiers."""
    if changed:
        await tx.execute(UPDATE_DOSSIERS, *columns_of(((one.id, *facts_of(one)) for one in changed), 25))


async def set_missing(tx: Connection, dossiers: Sequence[Dossier]) -> None:
    """Numbers missing of dossiers that only got an event that does not count."""
    if dossiers:
        await tx.execute(SET_MISSING, [one.id for one in dossiers], [ranges(one.gaps) for one in dossiers])


async def insert_events(tx: Connection, events: Sequence[EventRow], *, system: str) -> int:
    """Keep the events; how many, which is fewer when another call took an id meanwhile."""
    if not events:
        return 0
    rows = (
        (
            one.id, one.dossier_id, one.event_id, one.sequence, one.state_code, one.state_name, one.note,
            one.correction, one.occurred_at, one.recorded_at, one.digest, one.verdict.value,
            ",".join(one.flags), one.previous_sequence, one.extension_due_at, one.extension_reason,
        )
        for one in events
    )  # fmt: skip
    told = await tx.execute(INSERT_EVENTS, *columns_of(rows, 16), system)
    return int(told.rpartition(" ")[2])


async def follow_by_phones(tx: Connection, pairs: Sequence[tuple[UUID, str]], *, at: datetime) -> None:
    """Let the people with these verified numbers follow, unless they once said no."""
    if pairs:
        await tx.execute(FOLLOW_BY_PHONES, [one for one, _ in pairs], [phone for _, phone in pairs], at)
