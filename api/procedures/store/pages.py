"""SQL of one procedure's page, and of moments of life."""

from datetime import date

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from api.procedures.contracts import (
    Certainty,
    Change,
    EventName,
    EventStep,
    Level,
    Online,
    Paper,
    Relative,
    SharedPaper,
)

FIND_PROCEDURE = """
select p.code, p.name, p.plain_title, p.what_for, p.official_name, p.level, p.field, p.issuer, p.type, p.decision_no,
    p.subjects, p.agency, p.papers, p.online, p.online_stated, p.essential, p.detailed, p.portal_url,
    p.provenance, p.withdrawn_on, ways.rows as ways, relatives.rows as same_as, events.rows as life_events,
    papers.rows as checklist, changes.rows as changes, coalesce(g.basis, '{}') as basis, g.certainty as guide_certainty
from procedure p
left join procedure_guide g on g.procedure_code = p.code
cross join lateral (
    select coalesce(json_agg(json_build_object(
        'no', c.no, 'paper', c.paper, 'form', c.form, 'condition', c.condition, 'copies', c.copies
    ) order by c.no), '[]') as rows
    from procedure_paper c where c.procedure_code = p.code
) papers
cross join lateral (
    select coalesce(json_agg(
        json_build_object('on', t.as_of, 'kind', t.kind, 'fields', t.fields) order by t.id desc
    ), '[]') as rows
    from (
        select e.id, e.as_of, h.kind,
            array(select field from jsonb_object_keys(h.fields) field order by field) as fields
        from procedure_change h join procedure_edition e on e.id = h.edition_id
        where h.procedure_code = p.code
        order by e.id desc limit 10
    ) t
) changes
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
    what_for: str | None
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
    checklist: list[Paper]
    basis: list[str]
    guide_certainty: Certainty | None
    changes: list[Change]


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


FIND_JOURNEY = """
select e.code, e.name, e.intro, e.note, groups.rows as groups, papers.rows as papers
from procedure_event e
cross join lateral (
    select coalesce(json_agg(json_build_object(
        'no', g.no, 'title', g.title, 'together', g.together, 'note', g.note, 'steps', steps.rows
    ) order by g.no), '[]') as rows
    from procedure_event_group g
    cross join lateral (
        select coalesce(json_agg(json_build_object(
            'code', p.code, 'name', p.name, 'plain_title', p.plain_title, 'what_for', p.what_for,
            'level', p.level, 'online', p.online, 'online_stated', p.online_stated,
            'optional', s.optional, 'condition', s.condition,
            'deadline_amount', w.deadline_amount, 'deadline_unit', coalesce(w.deadline_unit, 'unknown'),
            'fee_vnd', w.fee_vnd, 'fee_quality', coalesce(w.fee_quality, 'unknown')
        ) order by s.position), '[]') as rows
        from procedure_event_step s
        join procedure p on p.code = s.procedure_code and p.withdrawn_on is null
        left join lateral (
            select * from procedure_way y where y.procedure_code = p.code
            order by array_position(array['online', 'counter', 'post'], y.channel) limit 1
        ) w on true
        where s.event_code = e.code and s.group_no = g.no
    ) steps
    where g.event_code = e.code
) groups
cross join lateral (
    select coalesce(json_agg(json_build_object('paper', one.paper, 'for_codes', one.codes) order by one.first), '[]') as rows
    from (
        select c.paper, json_agg(c.procedure_code order by s.position) as codes,
            min(s.position * 100 + c.no) as first
        from procedure_event_step s
        join procedure p on p.code = s.procedure_code and p.withdrawn_on is null
        join procedure_paper c on c.procedure_code = s.procedure_code
        where s.event_code = e.code
        group by c.paper
    ) one
) papers
where e.code = $1
"""


class StepRow(WayRow, frozen=True, kw_only=True):
    """A step as stored, with its first channel."""

    channel: str = "online"
    code: str
    name: str
    plain_title: str | None
    what_for: str | None
    level: Level
    online: Online
    online_stated: bool
    optional: bool
    condition: str | None


class GroupRow(msgspec.Struct, frozen=True, kw_only=True):
    """A group as stored."""

    no: int
    title: str
    together: bool
    note: str | None
    steps: list[StepRow]


class JourneyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A life event as stored, in groups."""

    code: str
    name: str
    intro: str
    note: str
    groups: list[GroupRow]
    papers: list[SharedPaper]


async def find_journey(db: Connection, code: str) -> JourneyRow | None:
    """One life event by its code."""
    return await fetch_one(db, FIND_JOURNEY, code, into=JourneyRow)


FIND_PLACE = """
select u.code, u.full_name as name, p.full_name as province, u.province_code
from admin_unit u
join admin_unit p on p.id = u.parent_id
where u.code = $1 and length(u.code) = 5
  and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2)
"""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A commune that exists on a day."""

    code: str
    name: str
    province: str
    province_code: str


async def find_place(db: Connection, code: str, *, on: date) -> Place | None:
    """The commune of a code on a day."""
    return await fetch_one(db, FIND_PLACE, code, on, into=Place)
