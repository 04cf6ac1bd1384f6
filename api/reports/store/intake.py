"""SQL of taking reports in, many at once: what the rules must know first, then all of their rows."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all
from api.reports.contracts import Intake, Kept, NewReport
from api.reports.rules.taking import day_of

LIST_INTAKES = """
select
    c.code as category, c.urgent as category_urgent, c.anonymous_allowed,
    c.acknowledge_within, c.acknowledge_unit, c.finish_within, c.finish_unit,
    c.sealed, c.handed_to,
    u.id as commune_id, u.province_code, u.lat, u.lon, u.area_km2, u.full_name as commune_name,
    told.id as told_commune_id, told.full_name as told_name,
    (
        select r.agency_id from category_route r
        where r.province_code = u.province_code and r.reviewed_at is not null
          and (r.category_code is null or r.category_code in (c.code, c.parent_code))
          and (r.commune_id is null or r.commune_id = u.id)
          and r.valid_from <= $4 and (r.valid_to is null or r.valid_to >= $4)
        order by (r.category_code = c.code) desc nulls last, r.category_code is null,
            r.commune_id is null, r.valid_from desc
        limit 1
    ) as agency_id,
    (
        select n.adults from coverage_population n
        where c.sealed and n.commune_id = u.id order by n.counted_on desc limit 1
    ) as adults,
    (select p.phone from person p where p.id = asked.person_id) as own_phone,
    (
        select jsonb_build_object(
            'code', k.code, 'content_hash', k.content_hash, 'state', k.state,
            'received_at', k.received_at, 'due_at', k.due_at
        )
        from report k where k.id in (asked.id, asked.sealed_id)
    ) as kept
from unnest($1::uuid[], $2::text[], $3::text[], $5::float8[], $6::float8[], $7::date[], $8::uuid[], $9::uuid[])
    with ordinality as asked(id, category, commune, lat, lon, happened_on, sealed_id, person_id, place)
left join category c on c.code = asked.category and (c.retired_on is null or c.retired_on > $4)
left join admin_unit d
    on d.code = asked.commune and length(d.code) = 5
    and d.valid_from <= $4 and (d.valid_to is null or d.valid_to >= $4)
left join admin_unit u on u.id = case
    when d.id is not null then d.id else commune_in_force(asked.commune, asked.lat, asked.lon, $4)
end
left join lateral (
    select o.id, o.full_name from admin_unit o
    where u.id is not null and (d.id is null or asked.happened_on < d.valid_from)
      and o.code = asked.commune and length(o.code) = 5 and o.valid_to < $4 and o.id <> u.id
    order by (asked.happened_on between o.valid_from and o.valid_to) desc, o.valid_to desc
    limit 1
) told on true
order by asked.place
"""
LIST_KEPT = """
select id, code, content_hash, state, received_at, due_at from report where id = any($1::uuid[])
"""
INSERT_REPORTS = """
with given as (
    select * from unnest(
        $1::uuid[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::float8[], $7::real[], $8::text[],
        $9::bigint[], $10::boolean[], $11::integer[], $12::timestamptz[], $13::timestamptz[], $14::boolean[],
        $15::boolean[], $16::smallint[], $17::smallint[], $18::uuid[], $19::timestamptz[], $20::timestamptz[],
        $21::boolean[], $22::uuid[], $23::text[], $24::smallint[], $25::text[], $26::uuid[],
        $27::bigint[], $28::timestamptz[], $29::timestamptz[], $30::text[], $31::boolean[], $32::boolean[],
        $33::boolean[], $34::bigint[], $35::bigint[]
    ) as g(
        id, content_hash, category_code, description, lat, lon, accuracy_m, province_code,
        commune_id, commune_confirmed, commune_distance_m, happened_at, received_at, anonymous,
        urgent, priority, photo_count, agency_id, acknowledge_by, due_at,
        demo, person_id, contact_phone, term, term_unit, follows_id,
        told_commune_id, sent_at, occurred_at, pin, photo_elsewhere, place_doubted, on_behalf, text_key, number
    )
), kept as (
    insert into report (
        id, number, content_hash, category_code, description, lat, lon, accuracy_m, province_code, commune_id,
        commune_confirmed, commune_distance_m, happened_at, received_at, anonymous, urgent, priority,
        photo_count, state, agency_id, acknowledge_by, due_at, demo, term, term_unit, follows_id,
        told_commune_id, sent_at, occurred_at, pin, photo_elsewhere, place_doubted, on_behalf, text_key
    )
    overriding system value
    select
        id, coalesce(number, nextval('report_number_seq')), content_hash, category_code, description, lat, lon, accuracy_m, province_code, commune_id,
        commune_confirmed, commune_distance_m, happened_at, received_at, anonymous, urgent, priority,
        photo_count, 'received', agency_id, acknowledge_by, due_at, demo, term, term_unit,
        case when follows_id is not null then (select f.id from report f where f.id = given.follows_id) end,
        told_commune_id, sent_at, occurred_at, pin, photo_elsewhere, place_doubted, on_behalf, text_key
    from given
    on conflict (id) do nothing
    returning id, code, content_hash, state, agency_id, received_at, due_at
), reporters as (
    insert into report_reporter (report_id, person_id, contact_phone)
    select id, g.person_id, g.contact_phone from kept join given g using (id)
    where g.person_id is not null or g.contact_phone is not null
), first_step as (
    insert into report_step (report_id, action, state, by, agency_id, occurred_at)
    select id, 'submit', state, 'reporter', agency_id, received_at from kept
    returning report_id, id
)
select k.id, k.code, k.content_hash, k.state, k.received_at, k.due_at, s.id as step_id
from kept k join first_step s on s.report_id = k.id
"""

FOLLOW_UNITS = """
with ended as (
    select r.id, r.commune_id as old_id, next.id as new_id
    from admin_unit u
    join report r on r.commune_id = u.id
    cross join lateral (select commune_in_force(u.code, r.lat, r.lon, $1::date) as id) next
    where u.valid_to < $1::date and next.id is not null
    limit 5000
), moved as (
    update report r set
        told_commune_id = coalesce(r.told_commune_id, r.commune_id), commune_id = n.id, province_code = n.province_code,
        agency_id = case
            when not r.open or r.agency_id is null
                or not exists (
                    select from agency a join admin_unit o on o.id = a.commune_id
                    where a.id = r.agency_id and o.valid_to < $1::date
                )
            then r.agency_id
            else (
                select w.agency_id from category_route w
                where w.id = category_route_on(n.province_code, r.category_code, n.id, $1::date)
            )
        end
    from ended e
    join admin_unit n on n.id = e.new_id
    where r.id = e.id
    returning r.id, r.open, r.state, r.agency_id, e.old_id, n.full_name as name
), told as (
    insert into report_step (report_id, action, state, note, by, agency_id, occurred_at)
    select m.id, 'follow_unit', m.state, o.full_name || ' nay thuộc ' || m.name, 'system', m.agency_id, $2
    from moved m join admin_unit o on o.id = m.old_id
    where m.open
)
select count(*) from moved
"""


INSERT_BOXES = """
insert into report_box (report_id, box) select * from unnest($1::uuid[], $2::text[]) on conflict do nothing
"""


class Admission(msgspec.Struct, frozen=True, kw_only=True):
    """A report with all that was found out about it, ready to keep."""

    new: NewReport
    place: Intake
    content_hash: str
    distance_m: int | None
    received_at: datetime
    priority: int
    acknowledge_by: datetime
    due_at: datetime
    demo: bool
    person_id: UUID | None
    agency_id: UUID | None
    occurred_at: datetime
    photo_elsewhere: bool
    place_doubted: bool
    text_key: int | None
    box: str | None = None
    number: int | None = None
    """A tip's own, drawn: the next of all would say between which two reports, to the second, it came in."""


class KeptRow(Kept, frozen=True, kw_only=True):
    """A report that is there; `step_id` when it came in just now."""

    id: UUID
    step_id: int | None = None


async def list_intakes(
    db: Connection,
    wanted: Sequence[NewReport],
    sealed_ids: Sequence[UUID],
    people: Sequence[UUID | None],
    *,
    on: date,
) -> list[Intake]:
    """All that the rules must know of each report, in the same order: a flood pays for each question.

    A report may lie under its own id, or, of a sealed subject, under the one that tells no time.
    """
    return await fetch_all(
        db, LIST_INTAKES, [new.id for new in wanted], [new.category_code for new in wanted],
        [new.commune_code for new in wanted], on, [new.lat for new in wanted], [new.lon for new in wanted],
        [day_of(new) for new in wanted], sealed_ids, people,
        into=Intake,
    )  # fmt: skip


async def list_kept(db: Connection, ids: Sequence[UUID]) -> list[KeptRow]:
    """The reports of these ids, as their senders may be answered."""
    return await fetch_all(db, LIST_KEPT, ids, into=KeptRow)


async def insert_reports(tx: Connection, admitted: Sequence[Admission]) -> list[KeptRow]:
    """Keep the reports, their senders apart, and the first step of each; those whose id was there are left out.

    In the order of their ids: two batches with the same ones must not lock each other out.
    """
    rows = [
        (
            a.new.id, a.content_hash, a.new.category_code, a.new.description, a.new.lat, a.new.lon,
            a.new.accuracy_m, a.place.province_code, a.place.commune_id, a.new.commune_confirmed, a.distance_m,
            a.new.happened_at, a.received_at, a.new.anonymous, a.new.urgent, a.priority, a.new.photo_count,
            a.agency_id, a.acknowledge_by, a.due_at, a.demo, a.person_id, a.new.contact_phone,
            a.place.finish_within, a.place.finish_unit, a.new.follows_id,
            a.place.told_commune_id, a.new.sent_at, a.occurred_at, a.new.pin, a.photo_elsewhere, a.place_doubted,
            a.new.on_behalf, a.text_key, a.number,
        )
        for a in sorted(admitted, key=lambda one: one.new.id)
    ]  # fmt: skip
    return await fetch_all(tx, INSERT_REPORTS, *map(list, zip(*rows, strict=True)), into=KeptRow)


async def follow_units(tx: Connection, *, on: date, at: datetime) -> int:
    """Give the reports of communes that ended to what those became; how many moved, at most 5,000 at a time."""
    moved: int = await tx.fetchval(FOLLOW_UNITS, on, at)
    return moved


async def insert_boxes(tx: Connection, boxes: Sequence[tuple[UUID, str]]) -> None:
    """Keep who sent sealed reports, each in its box."""
    if boxes:
        await tx.execute(INSERT_BOXES, *map(list, zip(*boxes, strict=True)))
