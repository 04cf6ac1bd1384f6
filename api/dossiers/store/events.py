"""What is read of states and events."""

from collections.abc import Sequence
from uuid import UUID

from api.dossiers.contracts import EventRow, State
from api.kit.db import Connection, fetch_all

LIST_STATES = """
select code, name, stage, clock, bucket, ends, next_codes, told, holder, next_step
from dossier_state order by length(code), code
"""
LIST_EVENTS_OF_ONE = """
select id, dossier_id, event_id, sequence, state_code, state_name, note, correction, occurred_at,
    recorded_at, digest, verdict, flags, previous_sequence, extension_due_at, extension_reason
from dossier_event
where dossier_id = $1 and verdict <> 'held'
order by sequence
"""
LIST_EVENTS = """
select id, dossier_id, event_id, sequence, state_code, state_name, note, correction, occurred_at,
    recorded_at, digest, verdict, flags, previous_sequence, extension_due_at, extension_reason
from dossier_event
where dossier_id = any($1::uuid[]) and verdict <> 'held'
order by dossier_id, sequence
"""


async def list_states(connection: Connection) -> dict[str, State]:
    """The states we have words for, by code."""
    return {state.code: state for state in await fetch_all(connection, LIST_STATES, into=State)}


async def list_events(connection: Connection, dossier_ids: Sequence[UUID]) -> list[EventRow]:
    """The events that count, by dossier and sequence."""
    if len(dossier_ids) == 1:
        # One is looked up, opened and told of most of all. Its plan is kept; that of a list is made every time.
        return await fetch_all(connection, LIST_EVENTS_OF_ONE, dossier_ids[0], into=EventRow)
    return await fetch_all(connection, LIST_EVENTS, list(dossier_ids), into=EventRow)
