"""Many events of many dossiers at once: locks, history and rows, each in one statement."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import asyncpg
import msgspec

from api.dossiers.contracts import Flag, Verdict
from api.dossiers.rules.facts import Facts
from api.dossiers.rules.flow import Standing, Step
from api.dossiers.rules.taking import Dossier, Kept
from api.kit.db import Connection, fetch_all

HOLD_SYSTEM = """
select case when $2 then pg_advisory_xact_lock(hashtextextended('dossiers of ' || $1, 0))
    else pg_advisory_xact_lock_shared(hashtextextended('dossiers of ' || $1, 0)) end
"""
CLAIM_DOSSIER = """
insert into dossier (id, system, code, code_key, procedure_code, filed_by, sequence, state_code, clock,
    last_known_at, created_at, demo)
values ($1, $2, $3, $4, '', 'self', 0, '', 'not_started', $5, $5, $6)
on conflict (system, code) do nothing
returning id
"""
HOLD_DOSSIERS = """
select id, code, sequence, occurred_at, highest, missing is null, state_name, last_known_at,
    procedure_code, procedure_name, agency_code, agency_name, filed_by, phone_hash, last4_hash, amount, unit,
    after_pause, promised_at, late_reason,
    state_code, clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason
from dossier
where system = $1 and code = any($2::text[])
order by id
for no key update
"""
LIST_DOSSIERS = """
select id, code, sequence, occurred_at, highest, missing is null, state_name, last_known_at,
    procedure_code, procedure_name, agency_code, agency_name, filed_by, phone_hash, last4_hash, amount, unit,
    after_pause, promised_at, late_reason,
    state_code, clock, started_at, due_at, paused_at, stopped_at, first_due_at, extension_reason
from dossier
where system = $1 and code = any($2::text[])
"""
LIST_FOLLOWED = """
select distinct dossier_id from dossier_follow
where dossier_id = any($1::uuid[]) and unfollowed_at is null
"""
LIST_KNOWN = """
select e.id, e.dossier_id, e.event_id, e.digest, e.verdict, e.flags, d.code
from dossier_event e join dossier d on d.id = e.dossier_id
where e.system = $1 and e.event_id = any($2::text[])
"""
LIST_HISTORY = """
select dossier_id, sequence, state_code, occurred_at, correction, extension_due_at, extension_reason,
    verdict, previous_sequence
from dossier_event
where dossier_id = any($1::uuid[])
"""
LIST_TERMS = """
select asked.procedure_code, asked.counter, coalesce(t.amount, w.deadline_amount) as amount,
    coalesce(t.unit, w.deadline_unit) as unit, t.after_pause
from unnest($1::text[], $2::boolean[]) as asked (procedure_code, counter)
left join dossier_term t on t.procedure_code = asked.procedure_code
left join lateral (
    select deadline_amount, deadline_unit
    from procedure_way
    where procedure_code = asked.procedure_code and deadline_amount > 0
        and deadline_unit in ('working_day', 'calendar_day', 'month')
    order by channel = case when asked.counter then 'counter' else 'online' end desc, channel
    limit 1
) w on true
"""
COUNT_REPLAYS = """
update dossier_event e set replays = e.replays + again.times, last_replayed_at = $3
from unnest($1::uuid[], $2::integer[]) as again (id, times)
where e.id = again.id
"""


class KnownEvent(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An event id we had: whose, with which content, and what became of it."""

    id: UUID
    dossier_id: UUID
    event_id: str
    digest: str
    verdict: Verdict
    flags: list[Flag]
    code: str


class TermRow(msgspec.Struct, frozen=True, kw_only=True):
    """The period of a procedure: by our own terms, else by the catalogue."""

    procedure_code: str
    counter: bool
    amount: int | None
    unit: str | None
    after_pause: str | None


async def hold_system(tx: Connection, system: str, *, alone: bool) -> None:
    """Wait for this system's batch under way; `alone`, for its single events as well."""
    await tx.execute(HOLD_SYSTEM, system, alone)


async def claim_dossier(
    tx: Connection, identity: UUID, *, system: str, code: str, code_key: str, at: datetime, demo: bool
) -> bool:
    """A row to lock for a dossier nobody told of; False when there is one."""
    taken = await tx.fetchval(CLAIM_DOSSIER, identity, system, code, code_key, at, demo)
    return taken is not None


async def hold_dossiers(tx: Connection, system: str, codes: Sequence[str]) -> dict[str, Dossier]:
    """The dossiers of these codes, locked in one order until the transaction ends."""
    return {one.code: one for one in map(opened, await tx.fetch(HOLD_DOSSIERS, system, list(codes)))}


async def list_dossiers(tx: Connection, system: str, codes: Sequence[str]) -> dict[str, Dossier]:
    """The dossiers of these codes. Only for who holds the system alone: ten thousand locks are as many writes."""
    return {one.code: one for one in map(opened, await tx.fetch(LIST_DOSSIERS, system, list(codes)))}


def opened(row: asyncpg.Record) -> Dossier:
    """The dossier of a row to take events into; by place, for there may be ten thousand."""
    one = Dossier(row[0], row[1], facts=Facts(*row[8:20]), standing=Standing(row[20], 0, False, *row[21:]))  # noqa: FBT003  positional
    one.sequence, one.occurred_at, one.highest, one.gapless, one.state_name, one.last_known_at = row[2:8]
    return one


async def list_followed(connection: Connection, dossier_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Those of the dossiers that somebody follows."""
    rows = await connection.fetch(LIST_FOLLOWED, list(dossier_ids))
    return frozenset(row["dossier_id"] for row in rows)


async def list_known(tx: Connection, system: str, event_ids: Sequence[str]) -> dict[str, KnownEvent]:
    """Those of the event ids we had, by id."""
    rows = await fetch_all(tx, LIST_KNOWN, system, list(event_ids), into=KnownEvent)
    return {row.event_id: row for row in rows}


async def list_history(tx: Connection, dossier_ids: Sequence[UUID]) -> dict[UUID, list[Kept]]:
    """Every event kept of these dossiers, in no order; built by hand, for there may be very many."""
    found: dict[UUID, list[Kept]] = defaultdict(list)
    for row in await tx.fetch(LIST_HISTORY, list(dossier_ids)):
        identity, sequence, state, occurred_at, correction, due_at, reason, verdict, previous = row
        step = Step(
            sequence=sequence,
            state_code=state,
            occurred_at=occurred_at,
            correction=correction,
            extension_due_at=due_at,
            extension_reason=reason,
        )
        found[identity].append(Kept(step=step, counts=verdict != "held", previous_sequence=previous))
    return found


async def list_terms(tx: Connection, asked: Collection[tuple[str, bool]]) -> dict[tuple[str, bool], TermRow]:
    """The periods of procedures, by code and whether the dossier came in at the counter."""
    codes, counters = [code for code, _ in asked], [counter for _, counter in asked]
    rows = await fetch_all(tx, LIST_TERMS, codes, counters, into=TermRow)
    return {(row.procedure_code, row.counter): row for row in rows}


async def count_replays(tx: Connection, times: Mapping[UUID, int], *, at: datetime) -> None:
    """Keep that the source sent these events again, and how often."""
    if times:
        ordered = sorted(times.items())
        await tx.execute(COUNT_REPLAYS, [one for one, _ in ordered], [count for _, count in ordered], at)
