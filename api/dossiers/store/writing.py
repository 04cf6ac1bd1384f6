"""The rows a batch leaves, each table in one statement: dossiers, events, followers.

Rows travel as one JSON value: the driver looks at every element of an array, and of forty arrays that
was most of what a batch cost. What is null is left out, and what a source did not say again too.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.dossiers.contracts import EventRow
from api.dossiers.rules.gaps import Range
from api.dossiers.rules.taking import Dossier
from api.kit.db import Connection

INSERT_DOSSIERS = """
insert into dossier (id, code, code_key, procedure_code, procedure_name, agency_code, agency_name, filed_by,
    phone_hash, last4_hash, amount, unit, after_pause, promised_at, late_reason, state_name, last_known_at,
    sequence, state_code, clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason,
    missing, occurred_at, highest, system, created_at, demo)
select id, code, code_key, procedure_code, procedure_name, agency_code, agency_name, filed_by,
    phone_hash, last4_hash, amount, unit, after_pause, promised_at, late_reason, state_name, last_known_at,
    sequence, state_code, clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason,
    missing::int8multirange, occurred_at, highest, $2, $3, $4
from json_to_recordset($1::json) as new (id uuid, code text, code_key text, procedure_code text,
    procedure_name text, agency_code text, agency_name text, filed_by text, phone_hash text, last4_hash text,
    amount integer, unit text, after_pause text, promised_at timestamptz, late_reason text, state_name text,
    last_known_at timestamptz, sequence bigint, state_code text, clock text, started_at timestamptz,
    due_at timestamptz, paused_at timestamptz, stopped_at timestamptz, first_due_at timestamptz,
    extension_reason text, missing text, occurred_at timestamptz, highest bigint)
"""
UPDATE_DOSSIERS = """
update dossier d set state_name = new.state_name, last_known_at = new.last_known_at, sequence = new.sequence,
    state_code = new.state_code, clock = new.clock, started_at = new.started_at, due_at = new.due_at,
    paused_at = new.paused_at, stopped_at = new.stopped_at, first_due_at = new.first_due_at,
    extension_reason = new.extension_reason, missing = new.missing::int8multirange,
    occurred_at = new.occurred_at, highest = new.highest,
    procedure_code = coalesce(new.procedure_code, d.procedure_code),
    procedure_name = coalesce(new.procedure_name, d.procedure_name),
    agency_code = coalesce(new.agency_code, d.agency_code),
    agency_name = coalesce(new.agency_name, d.agency_name), filed_by = coalesce(new.filed_by, d.filed_by),
    phone_hash = case when new.last4_hash is null then d.phone_hash else new.phone_hash end,
    last4_hash = coalesce(new.last4_hash, d.last4_hash), amount = coalesce(new.amount, d.amount),
    unit = coalesce(new.unit, d.unit), after_pause = coalesce(new.after_pause, d.after_pause),
    promised_at = coalesce(new.promised_at, d.promised_at),
    late_reason = coalesce(new.late_reason, d.late_reason)
from json_to_recordset($1::json) as new (id uuid, procedure_code text, procedure_name text, agency_code text,
    agency_name text, filed_by text, phone_hash text, last4_hash text, amount integer, unit text,
    after_pause text, promised_at timestamptz, late_reason text, state_name text, last_known_at timestamptz,
    sequence bigint, state_code text, clock text, started_at timestamptz, due_at timestamptz,
    paused_at timestamptz, stopped_at timestamptz, first_due_at timestamptz, extension_reason text,
    missing text, occurred_at timestamptz, highest bigint)
where d.id = new.id
"""
SET_RECEIVED = """
update dossier d set missing = new.missing::int8multirange, highest = new.highest
from json_to_recordset($1::json) as new (id uuid, missing text, highest bigint)
where d.id = new.id
    and (d.missing, d.highest) is distinct from (new.missing::int8multirange, new.highest)
"""
INSERT_EVENTS = """
insert into dossier_event (id, dossier_id, event_id, sequence, state_code, state_name, note, correction,
    occurred_at, recorded_at, digest, verdict, flags, previous_sequence, extension_due_at, extension_reason,
    system)
select id, dossier_id, event_id, sequence, state_code, state_name, note, correction, occurred_at, recorded_at,
    digest, verdict, flags, previous_sequence, extension_due_at, extension_reason, $2
from json_to_recordset($1::json) as new (id uuid, dossier_id uuid, event_id text, sequence bigint,
    state_code text, state_name text, note text, correction boolean, occurred_at timestamptz,
    recorded_at timestamptz, digest text, verdict text, flags text[], previous_sequence bigint,
    extension_due_at timestamptz, extension_reason text)
on conflict (system, event_id) do nothing
"""
FOLLOW_BY_PHONES = """
insert into dossier_follow (dossier_id, person_id, followed_at)
select new.dossier_id, p.id, $2
from json_to_recordset($1::json) as new (dossier_id uuid, phone text)
join person p on p.phone = new.phone and p.phone_verified_at is not null
order by new.dossier_id, p.id
on conflict (dossier_id, person_id) do nothing
"""


class Stand(msgspec.Struct, omit_defaults=True, gc=False):
    """Where a dossier stands, as written."""

    id: UUID
    sequence: int
    state_code: str
    clock: str
    last_known_at: datetime | None
    occurred_at: datetime | None
    highest: int | None
    state_name: str | None = None
    started_at: datetime | None = None
    due_at: datetime | None = None
    paused_at: datetime | None = None
    stopped_at: datetime | None = None
    first_due_at: datetime | None = None
    extension_reason: str | None = None
    missing: str | None = None


def ranges(gaps: Sequence[Range]) -> str | None:
    """Missing numbers as an int8multirange's text; null when there are none."""
    return "{" + ",".join(f"[{first},{last}]" for first, last in gaps) + "}" if gaps else None


def stand_of(one: Dossier) -> Stand:
    """The columns every event that counts may move."""
    stands = one.standing
    return Stand(
        one.id, one.sequence, stands.state_code, stands.clock, one.last_known_at, one.occurred_at, one.highest,
        one.state_name, stands.started_at, stands.due_at, stands.paused_at, stands.stopped_at,
        stands.first_due_at, stands.extension_reason, ranges(one.gaps),
    )  # fmt: skip


def whole_row(one: Dossier) -> dict[str, object]:
    """The same, and what its source says of it."""
    assert one.facts is not None  # noqa: S101  an event counted
    return msgspec.structs.asdict(stand_of(one)) | msgspec.structs.asdict(one.facts)


async def insert_dossiers(
    tx: Connection, new: Sequence[tuple[Dossier, str]], *, system: str, at: datetime, demo: bool
) -> None:
    """Rows for dossiers nobody told of before, each with its code's key."""
    if new:
        rows = [whole_row(one) | {"code": one.code, "code_key": key} for one, key in new]
        await tx.execute(INSERT_DOSSIERS, rows, system, at, demo)


async def update_dossiers(tx: Connection, moved: Sequence[Dossier]) -> None:
    """What events that count leave of known dossiers. What is said of one is never taken back, so silence stays."""
    if moved:
        rows = [whole_row(one) if one.restated else stand_of(one) for one in moved]
        await tx.execute(UPDATE_DOSSIERS, rows)


async def set_received(tx: Connection, dossiers: Sequence[Dossier]) -> None:
    """The numbers of dossiers that only got an event that does not count."""
    if dossiers:
        rows = [{"id": one.id, "missing": ranges(one.gaps), "highest": one.highest} for one in dossiers]
        await tx.execute(SET_RECEIVED, rows)


async def insert_events(tx: Connection, events: Sequence[EventRow], *, system: str) -> int:
    """Keep the events; how many, which is fewer when another call took an id meanwhile."""
    if not events:
        return 0
    told = await tx.execute(INSERT_EVENTS, events, system)
    return int(told.rpartition(" ")[2])


async def follow_by_phones(tx: Connection, pairs: Sequence[tuple[UUID, str]], *, at: datetime) -> None:
    """Let the people with these verified numbers follow, unless they once said no."""
    if pairs:
        rows = [{"dossier_id": one, "phone": phone} for one, phone in pairs]
        await tx.execute(FOLLOW_BY_PHONES, rows, at)
