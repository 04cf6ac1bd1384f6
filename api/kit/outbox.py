"""The outbox: the only way to cause later work, written in the transaction that causes it.

`emit` adds a row; `workers/relay.py` hands rows to the queue. The outbox is the truth: losing
the whole queue loses nothing (design §3).
"""

from collections.abc import Sequence

import msgspec

from api.kit.db import Connection

INSERT_EVENT = """
insert into outbox_event (kind, payload, urgent) values ($1, $2, $3) returning id
"""

INSERT_EVENTS = """
insert into outbox_event (kind, payload, urgent) select * from unnest($1::text[], $2::bytea[], $3::boolean[])
"""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, named in the past tense. Subclasses give `tag="report_submitted"`."""


def kind_of(event: type[Event]) -> str:
    """The event's stable name in the outbox."""
    tag = event.__struct_config__.tag
    if not isinstance(tag, str):
        message = f"{event.__name__} needs tag='past_tense_name'"
        raise TypeError(message)
    return tag


def emitting(event: type[Event], made: str, **columns: str) -> str:
    """The insert as part of a statement that makes the rows `made` the event tells of: one round trip less.

    `columns` names the column each field of the event is read from. Not urgent.
    """
    if set(columns) != set(event.__struct_fields__):
        message = f"{event.__name__} has the fields {event.__struct_fields__}"
        raise TypeError(message)
    named = "".join(f", '{field}', {column}" for field, column in columns.items())
    sql = """
    insert into outbox_event (kind, payload, urgent)
    select '{kind}', convert_to(json_build_object('type', '{kind}'{named})::text, 'UTF8'), false from {made}
    """
    return sql.replace("{kind}", kind_of(event)).replace("{named}", named).replace("{made}", made)


async def emit(tx: Connection, event: Event, *, urgent: bool = False) -> int:
    """Write the event; returns its outbox id. Urgent events overtake all others."""
    payload = msgspec.json.encode(event)
    identity: int = await tx.fetchval(INSERT_EVENT, kind_of(type(event)), payload, urgent)
    return identity


async def emit_all(tx: Connection, events: Sequence[tuple[Event, bool]]) -> None:
    """Write many events, each with whether it is urgent."""
    if events:
        kinds, payloads, urgent = zip(
            *((kind_of(type(event)), msgspec.json.encode(event), hurry) for event, hurry in events),
            strict=True,
        )
        await tx.execute(INSERT_EVENTS, kinds, payloads, urgent)
