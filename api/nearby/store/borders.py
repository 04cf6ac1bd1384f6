"""SQL of where else a pin may lie, and of what staff see of how a report came in."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.principal import Principal, Role
from api.nearby.contracts import Around, Companion, OtherCommune, Told

DELETE_CANDIDATES = """
delete from report_candidate where report_id = $1
"""
INSERT_CANDIDATES = """
insert into report_candidate (report_id, commune_id, distance_m, agency_id, why)
select $1, u.id, asked.distance_m, o.agency_id, $5
from unnest($2::text[], $3::integer[]) as asked (code, distance_m)
join report r on r.id = $1
join admin_unit u on u.code = asked.code and u.valid_to is null
left join category_route o on o.id = category_route_on(u.province_code, r.category_code, u.id, $4)
where u.id <> r.commune_id
on conflict do nothing
"""
LIST_SECOND_UNITS = """
select
    m.person_id, r.code,
    'Phản ánh ' || r.code || ' nằm sát ranh giới' as title,
    c.name || ', gần ' || u.full_name || '. ' || a.name
        || ' xử lý; đơn vị của bạn được báo để phối hợp, không cần làm gì thêm.' as body
from report_candidate k
join report r on r.id = k.report_id
join category c on c.code = r.category_code
join admin_unit u on u.id = k.commune_id
join agency a on a.id = r.agency_id
join role_grant m on m.agency_id = k.agency_id and m.role = 'handler' and m.revoked_at is null
    and m.valid_from <= $2 and (m.valid_to is null or m.valid_to >= $2)
where k.report_id = $1 and k.why = 'border' and k.agency_id <> r.agency_id
order by m.person_id
"""
FIND_AROUND = """
select
    r.accuracy_m, r.pin, r.photo_elsewhere, r.place_doubted, told.full_name as told_commune_name, r.on_behalf,
    case when not c.sealed then r.happened_at end as happened_at,
    case when not c.sealed then r.occurred_at end as occurred_at,
    case when not c.sealed then extract(epoch from r.sent_at - r.received_at)::integer end as clock_off_s,
    case when r.text_key is null then 0 else (
        select count(*) from (
            select from report o where o.text_key = r.text_key and o.id <> r.id
              and o.received_at > r.received_at - interval '7 days' limit 1000
        ) others
    ) end::integer as same_text,
    coalesce(p.people, 1) as supporters, '[]'::jsonb as candidates, '[]'::jsonb as incident
from report r
join category c on c.code = r.category_code
left join admin_unit told on told.id = r.told_commune_id
left join report_incident i on i.report_id = r.id
left join report_support p on p.report_id = coalesce(r.merged_into, i.incident_id, r.id)
where r.id = $1 and (r.agency_id = any($2::uuid[]) or r.province_code = any($3::text[]))
"""
LIST_CANDIDATES = """
select u.code as commune_code, u.full_name as commune_name, k.distance_m, a.name as agency_name, k.why
from report_candidate k
join admin_unit u on u.id = k.commune_id
left join agency a on a.id = k.agency_id
where k.report_id = $1
order by k.distance_m, u.code
"""
LIST_COMPANIONS = """
with first as (
    select coalesce((select i.incident_id from report_incident i where i.report_id = $1), $1) as id
)
select
    o.id, o.code, o.state, s.name as state_name, o.received_at,
    (111195 * sqrt(power(o.lat - r.lat, 2) + power((o.lon - r.lon) * cos(radians(r.lat)), 2)))::integer as distance_m
from first
join report r on r.id = $1
join report o on o.id = first.id or o.id in (select i.report_id from report_incident i where i.incident_id = first.id)
join report_state s on s.code = o.state
where o.id <> $1
order by o.received_at, o.id
limit 50
"""


async def put_candidates(
    tx: Connection, report_id: UUID, candidates: Sequence[tuple[str, int]], *, why: str, on: date
) -> None:
    """Keep the other communes a pin may lie in, each with the agency it would go to."""
    await tx.execute(DELETE_CANDIDATES, report_id)
    codes, away = [code for code, _ in candidates], [distance for _, distance in candidates]
    await tx.execute(INSERT_CANDIDATES, report_id, codes, away, on, why)


async def list_second_units(db: Connection, report_id: UUID, *, on: date) -> list[Told]:
    """Handlers of the unit across the border, where it is another than the case's."""
    return await fetch_all(db, LIST_SECOND_UNITS, report_id, on, into=Told)


async def find_around(db: Connection, report_id: UUID, *, seen_by: Principal) -> Around | None:
    """How a report came in, for those who handle it."""
    agencies = list(seen_by.agency_ids) if seen_by.has(Role.HANDLER) else []
    provinces = list(seen_by.province_codes) if seen_by.has(Role.OFFICER) else []
    return await fetch_one(db, FIND_AROUND, report_id, agencies, provinces, into=Around)


async def list_candidates(db: Connection, report_id: UUID) -> list[OtherCommune]:
    """The other communes its pin may lie in."""
    return await fetch_all(db, LIST_CANDIDATES, report_id, into=OtherCommune)


async def list_companions(db: Connection, report_id: UUID) -> list[Companion]:
    """The other reports of its incident, oldest first."""
    return await fetch_all(db, LIST_COMPANIONS, report_id, into=Companion)
