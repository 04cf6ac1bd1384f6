"""The rows a batch leaves, each table in one statement: dossiers, events, followers.

Rows travel as one JSON value, nulls left out: the driver looks at every element of an array, and for forty
arrays that was much of what a batch cost. They are made ready while the database writes those before.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.dossiers.contracts import EventRow
from api.dossiers.rules.gaps import Range
from api.dossiers.rules.proof import code_key
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
from json_to_recordset($1::text::json) as new (id uuid, code text, code_key text, procedure_code text,
    procedure_name text, agency_code text, agency_name text, filed_by text, phone_hash text, last4_hash text,
    amount integer, unit text, after_pause text, promised_at timestamptz, late_reason text, state_name text,
    last_known_at timestamptz, sequence bigint, state_code text, clock text, started_at timestamptz,
    due_at timestamptz, paused_at timestamptz, stopped_at timestamptz, first_due_at timestamptz,
    extension_reason text, missing text, occurred_at timestamptz, highest bigint)
"""
MOVE_DOSSIERS = """
update dossier d set state_name = new.state_name, last_known_at = new.last_known_at, sequence = new.sequence,
    state_code = new.state_code, clock = new.clock, started_at = new.started_at, due_at = new.due_at,
    paused_at = new.paused_at, stopped_at = new.stopped_at, first_due_at = new.first_due_at,
    extension_reason = new.extension_reason, missing = new.missing::int8multirange,
    occurred_at = new.occurred_at, highest = new.highest
from json_to_recordset($1::text::json) as new (id uuid, state_name text, last_known_at timestamptz, sequence bigint,
    state_code text, clock text, started_at timestamptz, due_at timestamptz, paused_at timestamptz,
    stopped_at timestamptz, first_due_at timestamptz, extension_reason text, missing text,
    occurred_at timestamptz, highest bigint)
where d.id = new.id
"""
RESTATE_DOSSIERS = """
update dossier d set state_name = new.state_name, last_known_at = new.last_known_at, sequence = new.sequence,
    state_code = new.state_code, clock = new.clock, started_at = new.started_at, due_at = new.due_at,
    paused_at = new.paused_at, stopped_at = new.stopped_at, first_due_at = new.first_due_at,
    extension_reason = new.extension_reason, missing = new.missing::int8multirange,
    occurred_at = new.occurred_at, highest = new.highest, procedure_code = new.procedure_code,
    procedure_name = new.procedure_name, agency_code = new.agency_code, agency_name = new.agency_name,
    filed_by = new.filed_by, phone_hash = new.phone_hash, last4_hash = new.last4_hash, amount = new.amount,
    unit = new.unit, after_pause = new.after_pause, promised_at = new.promised_at,
    late_reason = new.late_reason
from json_to_recordset($1::text::json) as new (id uuid, procedure_code text, procedure_name text, agency_code text,
    agency_name text, filed_by text, phone_hash text, last4_hash text, amount integer, unit text,
    after_pause text, promised_at timestamptz, late_reason text, state_name text, last_known_at timestamptz,
    sequence bigint, state_code text, clock text, started_at timestamptz, due_at timestamptz,
    paused_at timestamptz, stopped_at timestamptz, first_due_at timestamptz, extension_reason text,
    missing text, occurred_at timestamptz, highest bigint)
where d.id = new.id
"""
SET_RECEIVED = """
update dossier d set missing = new.missing::int8multirange, highest = new.highest
from json_to_recordset($1::text::json) as new (id uuid, missing text, highest bigint)
where d.id = new.id
    and (d.missing, d.highest) is distinct from (new.missing::int8multirange, new.highest)
"""
INSERT_EVENTS = """
insert into dossier_event (id, dossier_id, event_id, sequence, state_code, state_name, note, correction,
    occurred_at, recorded_at, digest, verdict, flags, previous_sequence, extension_due_at, extension_reason,
    system)
select id, dossier_id, event_id, sequence, state_code, state_name, note, correction, occurred_at, recorded_at,
    digest, verdict, flags, previous_sequence, extension_due_at, extension_reason, $2
from json_to_recordset($1::text::json) as new (id uuid, dossier_id uuid, event_id text, sequence bigint,
    state_code text, state_name text, note text, correction boolean, occurred_at timestamptz,
    recorded_at timestamptz, digest text, verdict text, flags text[], previous_sequence bigint,
    extension_due_at timestamptz, extension_reason text)
on conflict (system, event_id) do nothing
"""
UNFOLLOW_RENUMBERED = """
delete from dossier_follow where dossier_id = any($1::uuid[]) and automatic and unfollowed_at is null
"""
FOLLOW_BY_PHONES = """
insert into dossier_follow (dossier_id, person_id, followed_at, automatic)
select new.dossier_id, p.id, $2, true
from json_to_recordset($1::text::json) as new (dossier_id uuid, phone text)
join person p on p.phone = new.phone and p.phone_verified_at is not null
order by new.dossier_id, p.id
on conflict (dossier_id, person_id) do nothing
"""


EVENT_COLUMNS = (*EventRow.__struct_fields__, "system")
MANY = 50
"""Events from which they are copied: a third less work for the database than inserting them."""


class Stand(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
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


def encoded(rows: Sequence[object]) -> str | None:
    """The rows as one JSON text; None when there are none."""
    return msgspec.json.encode(rows).decode() if rows else None


class Rows(msgspec.Struct, frozen=True, gc=False):
    """What a stretch of dossiers leaves, ready to be written."""

    created: str | None
    moved: str | None
    restated: str | None
    received: str | None
    events: Sequence[EventRow]
    records: Sequence[tuple[object, ...]]
    phones: str | None
    renumbered: Sequence[UUID]


def rows_of(dossiers: Sequence[Dossier], *, system: str) -> Rows:
    """New dossiers whole, of known ones mostly only where they stand; every new event; who may follow by number."""
    known = [one for one in dossiers if one.moved and not one.created]
    events = [event for one in dossiers for event in one.new]
    return Rows(
        encoded(
            [
                whole_row(one) | {"code": one.code, "code_key": code_key(one.code)}
                for one in dossiers
                if one.created
            ]
        ),
        encoded([stand_of(one) for one in known if not one.restated]),
        encoded([whole_row(one) for one in known if one.restated]),
        encoded(
            [
                {"id": one.id, "missing": ranges(one.gaps), "highest": one.highest}
                for one in dossiers
                if not one.moved
            ]
        ),
        events,
        [(*msgspec.structs.astuple(event), system) for event in events] if len(events) >= MANY else (),
        encoded(
            [{"dossier_id": one.id, "phone": phone} for one in dossiers for phone in one.their_mobiles()]
        ),
        [one.id for one in dossiers if one.renumbered],
    )


async def write_dossiers(tx: Connection, rows: Rows, *, system: str, at: datetime, demo: bool) -> None:
    """The rows of the dossiers themselves: new ones, moved ones, and the numbers of those only heard from."""
    if rows.created:
        await tx.execute(INSERT_DOSSIERS, rows.created, system, at, demo)
    if rows.moved:
        await tx.execute(MOVE_DOSSIERS, rows.moved)
    if rows.restated:
        await tx.execute(RESTATE_DOSSIERS, rows.restated)
    if rows.received:
        await tx.execute(SET_RECEIVED, rows.received)


async def insert_events(tx: Connection, rows: Rows, *, system: str) -> bool:
    """Keep the events; False when another call took an id meanwhile.

    Many are copied, which cannot let one go by: who brings many holds the system alone.
    """
    if not rows.events:
        return True
    if rows.records:
        told = await tx.copy_records_to_table("dossier_event", columns=EVENT_COLUMNS, records=rows.records)
    else:
        told = await tx.execute(INSERT_EVENTS, encoded(rows.events), system)
    return int(told.rpartition(" ")[2]) == len(rows.events)


async def follow_by_phones(tx: Connection, rows: Rows, *, at: datetime) -> None:
    """Let the people with the numbers these events gave follow, unless they once said no.

    Whoever only followed by a number that was put right does no longer.
    """
    if rows.renumbered:
        await tx.execute(UNFOLLOW_RENUMBERED, rows.renumbered)
    if rows.phones:
        await tx.execute(FOLLOW_BY_PHONES, rows.phones, at)
