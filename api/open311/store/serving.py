"""SQL of what Open311 shows: public subjects and published cases, and nothing else of them."""

from collections.abc import Sequence
from datetime import date, datetime

from api.kit.db import Connection, fetch_all, fetch_one
from api.open311.contracts import Definition, Line, Service, Update
from api.open311.rules.filtering import Wanted
from api.open311.rules.placing import ROUGH_M

LIST_SERVICES = """
select
    c.code as service_code, c.name as service_name, c.hint as description,
    exists (select from open311_attribute a where a.category_code = c.code) as metadata,
    'batch' as type,
    replace(c.code, '.', ',') as keywords, coalesce(p.name, c.name) as "group"
from category c
left join category p on p.code = c.parent_code
where c.public and (c.retired_on is null or c.retired_on > $1)
order by c.position
"""
FIND_DEFINITION = """
select c.code as service_code, (
    select coalesce(jsonb_agg(jsonb_build_object(
        'variable', true, 'code', a.code, 'datatype', a.datatype, 'required', a.required,
        'datatype_description', a.datatype_description, 'order', a.position, 'description', a.description,
        'values', a.choices
    ) order by a.position), '[]')
    from open311_attribute a where a.category_code = c.code
) as attributes
from category c
where c.code = $1 and c.public and (c.retired_on is null or c.retired_on > $2)
"""
HAS_PROVINCE = """
select exists (select from admin_unit where code = $1 and parent_id is null and valid_to is null)
"""
LIST_REQUESTS = """
with wanted as (
    select id from report where $1::bigint[] is not null and number = any($1)
    union all (
        select n.id from report n
        join category k on k.code = n.category_code
        where $1::bigint[] is null and n.published_at is not null and k.public
          and n.received_at between $3 and $4
          and ($2::text[] is null or n.category_code = any($2))
          and ($5::text is null or (n.state in ('done', 'closed', 'refused', 'merged')) = ($5 = 'closed'))
          and ($6::float8[] is null or
               point(n.public_lon, n.public_lat) <@ box(point($6[1], $6[2]), point($6[3], $6[4]))
               and coalesce(n.accuracy_m, 0) <= $11)
          and ($7::text is null or n.province_code = $7)
        order by n.received_at desc, n.number desc
        limit $8 offset $9
    )
)
select
    r.code as service_request_id,
    case when r.state in ('done', 'closed', 'refused', 'merged') then 'closed' else 'open' end as status,
    r.answer as status_notes, c.name as service_name, c.code as service_code, left(r.public_text, 4000) as description,
    a.name as agency_responsible, s.name as service_notice,
    date_trunc('minute', r.received_at) as requested_datetime,
    date_trunc('minute', case
        when r.state in ('done', 'closed') then coalesce(r.finished_at, r.closed_at)
        else (select max(t.occurred_at) from report_step t where t.report_id = r.id)
    end) as updated_datetime,
    r.due_at as expected_datetime, u.full_name as address, u.code as address_id, null::text as zipcode,
    case when coalesce(r.accuracy_m, 0) <= $11 then r.public_lat end as lat,
    case when coalesce(r.accuracy_m, 0) <= $11 then r.public_lon end as long,
    (
        select '/v1/photos/' || p.id || '/large' from photo p
        where p.report_id = r.id and p.state = 'ready' and not p.hidden and p.made_version = p.areas_version
        order by p.taken_for desc, p.position limit 1
    ) as media_url,
    r.number, r.state,
    case when $10 then (
        select jsonb_agg(jsonb_build_object(
            'datetime', date_trunc('minute', t.occurred_at), 'description', n.name, 'type', t.state
        ) order by t.id)
        from report_step t join report_state n on n.code = t.state where t.report_id = r.id
    ) else '[]' end as notes
from wanted w
join report r on r.id = w.id
join category c on c.code = r.category_code
join report_state s on s.code = r.state
join admin_unit u on u.id = r.commune_id
left join agency a on a.id = r.agency_id
where r.published_at is not null and c.public and ($7::text is null or r.province_code = $7)
order by r.received_at desc, r.number desc
"""
LIST_UPDATES = """
select
    t.id::text as update_id, r.code as service_request_id,
    case when t.state in ('done', 'closed', 'refused', 'merged') then 'closed' else 'open' end as status,
    date_trunc('minute', t.occurred_at) as updated_datetime, s.name as description
from report_step t
join report r on r.id = t.report_id
join category c on c.code = r.category_code
join report_state s on s.code = t.state
where t.occurred_at between $1 and $2 and r.published_at is not null and c.public
  and ($3::text is null or r.province_code = $3)
order by t.occurred_at, t.id
limit $4 offset $5
"""


async def list_services(db: Connection, *, on: date) -> list[Service]:
    """Subjects everybody may see reports of."""
    return await fetch_all(db, LIST_SERVICES, on, into=Service)


async def find_definition(db: Connection, code: str, *, on: date) -> Definition | None:
    """What a service asks for; None when there is no such public service."""
    return await fetch_one(db, FIND_DEFINITION, code, on, into=Definition)


async def has_province(db: Connection, code: str) -> bool:
    """Whether this is the code of a province of today."""
    found: bool = await db.fetchval(HAS_PROVINCE, code)
    return found


async def list_requests(db: Connection, asked: Wanted, *, province: str | None) -> list[Line]:
    """Published cases, newest first."""
    return await fetch_all(
        db, LIST_REQUESTS, asked.ids, asked.services, asked.since, asked.until, asked.status, asked.box, province,
        asked.page_size, (asked.page - 1) * asked.page_size, asked.extensions, float(ROUGH_M), into=Line,
    )  # fmt: skip


async def list_updates(
    db: Connection, *, since: datetime, until: datetime, province: str | None, page: Sequence[int]
) -> list[Update]:
    """Steps of published cases, oldest first; `page` is limit and offset."""
    return await fetch_all(db, LIST_UPDATES, since, until, province, *page, into=Update)
