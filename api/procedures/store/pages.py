"""SQL of one procedure's page, and of moments of life."""

from datetime import date

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from api.procedures.contracts import EventName, EventStep, Level, Online, Relative

FIND_PROCEDURE = """
select p.code, p.name, p.plain_title, p.official_name, p.level, p.field, p.issuer, p.type, p.decision_no,
    p.subjects, p.agency, p.papers, p.online, p.online_stated, p.essential, p.detailed, p.portal_url,
    p.provenance, p.withdrawn_on, ways.rows as ways, relatives.rows as same_as, events.rows as life_events
from procedure p
cross join lateral (
    select coalesce(json_agg(json_build_object(
        'channel', w.channel, 'deadline_amount', w.deadline_amount, 'deadline_unit', w.deadline_unit,
        'fee_vnd', w.fee_vnd, 'fee_quality', w.fee_quality
    ) order by array_position(array['online', 'counter', 'post'], w.channel)), '[]') as rows
    from procedure_way w where w.procedure_code = p.code
) ways
cross join lateral (
    select coalesce(json_agg(json_build_object(
        'code', o.code, 'name', o.name, 'level', o.level, 'issuer', o.issuer
    ) order by o.prior desc, o.code), '[]') as rows
    from procedure o
    where o.same_key = p.same_key and o.code <> p.code and o.withdrawn_on is null and o.type <> 'internal'
) relatives
cross join lateral (
    select coalesce(json_agg(json_build_object('code', e.code, 'name', e.name) order by e.position), '[]') as rows
    from procedure_event e
    where exists (
        select from procedure_event_step s where s.event_code = e.code and s.procedure_code = p.code
    )
) events
where p.code = $1
"""


class WayRow(msgspec.Struct, frozen=True, kw_only=True):
    """A channel as stored."""

    channel: str
    deadline_amount: int | None
    deadline_unit: str
    fee_vnd: int | None
    fee_quality: str


class ProcedureRow(msgspec.Struct, frozen=True, kw_only=True):
    """A procedure as stored, with what hangs on it."""

    code: str
    name: str
    plain_title: str | None
    official_name: str
    level: Level
    field: str
    issuer: str
    type: str
    decision_no: str
    subjects: list[str]
    agency: str
    papers: int | None
    online: Online
    online_stated: bool
    essential: bool
    detailed: bool
    portal_url: str | None
    provenance: str
    withdrawn_on: date | None
    ways: list[WayRow]
    same_as: list[Relative]
    life_events: list[EventName]


async def find_procedure(db: Connection, code: str) -> ProcedureRow | None:
    """One procedure by its code."""
    return await fetch_one(db, FIND_PROCEDURE, code, into=ProcedureRow)


LIST_EVENTS = """
select e.code, e.name, e.note, steps.rows as steps
from procedure_event e
cross join lateral (
    select coalesce(json_agg(json_build_object(
        'code', p.code, 'name', p.name, 'plain_title', p.plain_title, 'level', p.level, 'online', p.online
    ) order by s.position), '[]') as rows
    from procedure_event_step s join procedure p on p.code = s.procedure_code
    where s.event_code = e.code and p.withdrawn_on is null
) steps
order by e.position
"""


class EventRow(msgspec.Struct, frozen=True, kw_only=True):
    """A life event as stored."""

    code: str
    name: str
    note: str
    steps: list[EventStep]


async def list_events(db: Connection) -> list[EventRow]:
    """Life events in the order they are shown."""
    return await fetch_all(db, LIST_EVENTS, into=EventRow)
