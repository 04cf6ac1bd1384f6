"""SQL of what is reported around a point, and of incidents."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.kit.turns import take_turn
from api.nearby.contracts import Fresh, Near, Reach, Seen

FIND_REACH = """
select duplicate_radius_m as radius_m, duplicate_hours as hours, public_decimals::integer as decimals
from category where code = $1 and public and not sealed and handed_to is null
"""
LIST_NEAR = """
-- Of all cells some hundred, the newest of each, and of those the 24 nearest: in a flood a cell holds hundreds of
-- the same few incidents.
-- Limits are numbers and parameters stand in sub-selects: one plan serves every question, and planning costs more
-- than answering.
with seen as (
    select
        r.id,
        111195 * sqrt(
            power(round(r.lat * $7::float8) / $7 - $2::float8, 2)
            + power((round(r.lon * $7) / $7 - $3::float8) * cos(radians($2)), 2)
        ) as away
    from unnest((select $4::bigint[])) as asked (cell)
    cross join lateral (
        select k.id, k.lat, k.lon from report k
        where k.category_code = (select $1::text) and report_cell(k.lat, k.lon) = asked.cell
          and k.state not in ('refused', 'merged') and k.received_at > (select $6::timestamptz)
          and (k.accuracy_m is null or k.accuracy_m <= 2000)
        order by k.received_at desc
        limit (select greatest(8, 96 / cardinality($4)))
    ) r
    order by away
    limit 24
)
select
    case h.state when 'merged' then h.merged_into when 'refused' then s.id else h.id end as id,
    min(s.away)::integer as away
from seen s
left join report_incident i on i.report_id = s.id
join report h on h.id = coalesce(i.incident_id, s.id)
where s.away <= $5
group by 1
order by 2, 1
limit 5
"""
LIST_SHOWN = """
select
    v.id, v.code, v.state, v.state_name, v.is_open, v.published as verified, v.public_text as description,
    case when v.published then v.public_photos -> 0 ->> 'small' end as photo,
    date_trunc('minute', v.received_at) as received_at, asked.away as distance_m,
    coalesce(p.people, 1) as supporters
from unnest((select $1::uuid[]), (select $2::integer[])) as asked (id, away)
join report_seen v on v.id = asked.id
left join report_support p on p.report_id = v.id
order by asked.away, v.id
"""
LIST_NEAREST = """
select
    v.id, v.code, v.state, v.state_name, v.is_open, true as verified, v.public_text as description,
    v.public_photos -> 0 ->> 'small' as photo, date_trunc('minute', v.received_at) as received_at,
    (111195 * sqrt(
        power(v.public_lat - $1::float8, 2) + power((v.public_lon - $2::float8) * cos(radians($1)), 2)
    ))::integer as distance_m,
    coalesce(p.people, 1) as supporters
from (
    select k.id, k.public_lat, k.public_lon from (
        select r.id, r.public_lat, r.public_lon from report r
        where r.published_at is not null and (r.accuracy_m is null or r.accuracy_m <= 2000)
        order by point(r.public_lon, r.public_lat) <-> point($2, $1)
        limit 40
    ) k
    order by power(k.public_lat - $1, 2) + power((k.public_lon - $2) * cos(radians($1)), 2)
    limit 20
) close
join report_seen v on v.id = close.id
left join report_support p on p.report_id = v.id
order by distance_m, v.id
"""
FIND_FRESH = """
select
    r.id, r.code, r.category_code, c.name as category_name, r.lat, r.lon, r.accuracy_m, r.province_code, r.commune_id,
    u.code as commune_code, r.agency_id, r.received_at, r.place_doubted,
    exists (select from report_incident i where r.id in (i.report_id, i.incident_id)) as grouped
from report r
join category c on c.code = r.category_code
join admin_unit u on u.id = r.commune_id
where r.id = $1 and not c.sealed
"""
LIST_SEEN = """
select s.id, h.id as incident_id, s.lat, s.lon, h.lat as first_lat, h.lon as first_lon
from unnest($2::bigint[]) as asked (cell)
cross join lateral (
    select k.id, k.lat, k.lon from report k
    where k.category_code = $1 and report_cell(k.lat, k.lon) = asked.cell
      and k.state not in ('refused', 'merged') and k.open and k.received_at > $3
      and (k.received_at, k.id) < ($4::timestamptz, $5::uuid) and k.parent_id is null
      and (k.accuracy_m is null or k.accuracy_m <= 2000)
    order by k.received_at desc
    limit 20
) s
left join report_incident i on i.report_id = s.id
join report h on h.id = coalesce(i.incident_id, s.id)
where h.open and h.state not in ('refused', 'merged')
"""
INSERT_MEMBER = """
insert into report_incident (report_id, incident_id, joined_at) values ($1, $2, $3) on conflict do nothing
"""


async def find_reach(db: Connection, category: str) -> Reach | None:
    """How far two reports of a subject are of one thing; None: the subject is not for everybody."""
    return await fetch_one(db, FIND_REACH, category, into=Reach)


async def list_near(
    db: Connection, category: str, lat: float, lon: float, *, cells: Sequence[int], within_m: float,
    since: datetime, decimals: int,
) -> list[Near]:  # fmt: skip
    """Things of a subject reported around a point, each once, nearest first."""
    args = (cells, within_m, since, float(10**decimals))
    found = await db.fetch(LIST_NEAR, category, lat, lon, *args)
    ids, away = [row["id"] for row in found], [row["away"] for row in found]
    return await fetch_all(db, LIST_SHOWN, ids, away, into=Near) if ids else []


async def list_nearest(db: Connection, lat: float, lon: float) -> list[Near]:
    """Verified cases nearest to a point; flat degrees order them a little wrong, so twice as many are looked at."""
    return await fetch_all(db, LIST_NEAREST, lat, lon, into=Near)


async def find_fresh(db: Connection, report_id: UUID) -> Fresh | None:
    """A report as placing it needs; None for sealed subjects, which are put beside nothing."""
    return await fetch_one(db, FIND_FRESH, report_id, into=Fresh)


async def list_seen(
    tx: Connection, category: str, *, cells: Sequence[int], since: datetime, before: tuple[datetime, UUID]
) -> list[Seen]:
    """Open reports of a subject in these cells that came before; until the transaction ends nobody else groups any."""
    await take_turn(tx)
    return await fetch_all(tx, LIST_SEEN, category, cells, since, *before, into=Seen)


async def insert_member(tx: Connection, report_id: UUID, incident_id: UUID, *, at: datetime) -> None:
    """A report belongs to an incident."""
    await tx.execute(INSERT_MEMBER, report_id, incident_id, at)
