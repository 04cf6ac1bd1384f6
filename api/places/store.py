"""SQL of places: units on a day, what became of them, and what lies near a point."""

from datetime import date, datetime

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from api.places.contracts import Change, Commune, CommuneLine, Province, Site

LIST_PROVINCES = """
select p.code, p.name, p.full_name, p.type, p.lat, p.lon, p.valid_from,
    (select count(*) from admin_unit c
      where c.parent_id = p.id and c.valid_to is null) as communes
from admin_unit p
where p.parent_id is null and p.valid_to is null
order by p.sort_key, p.code
"""


async def list_provinces(db: Connection) -> list[Province]:
    """Provinces in force, in dictionary order."""
    return await fetch_all(db, LIST_PROVINCES, into=Province)


LIST_COMMUNES = """
with found as (
    select u.id, u.sort_key, u.code,
        case
            when $3::text is null then 0
            when u.folded = $3 or lower(u.code) = $3 then 0
            when u.folded like '% ' || $3 then 1
            when strpos(' ' || u.folded, ' ' || $3) > 0 then 2
            when strpos(u.folded, $3) > 0 then 3
        end as rank
    from admin_unit u
    where length(u.code) = 5
      and $2::date between u.valid_from and coalesce(u.valid_to, 'infinity')
      and ($1::text is null or u.province_code = $1)
)
select u.code, u.name, u.full_name, u.type, u.province_code, u.part_of, u.lat, u.lon,
    f.rank, encode(f.sort_key, 'base64') as place
from found f join admin_unit u using (id)
where f.rank is not null
  and ($4::int is null or (f.rank, f.sort_key, f.code) > ($4, decode($5::text, 'base64'), $6::text))
order by f.rank, f.sort_key, f.code
limit $7
"""


class Listed(CommuneLine, frozen=True, kw_only=True):
    """A list row with what the cursor needs."""

    rank: int
    place: str


async def list_communes(
    db: Connection,
    *,
    on: date,
    province: str | None,
    q: str | None,
    after: tuple[int, str, str] | None,
    limit: int,
) -> list[Listed]:
    """Communes in force on a day, best match first; `q` is folded already."""
    rank, place, code = after or (None, None, None)
    return await fetch_all(db, LIST_COMMUNES, province, on, q, rank, place, code, limit, into=Listed)


FIND_COMMUNE = """
select code, name, full_name, type, province_code, part_of, lat, lon, area_km2, valid_from, valid_to, basis
from admin_unit
where code = $1 and length(code) = 5
  and $2::date between valid_from and coalesce(valid_to, 'infinity')
"""


async def find_commune(db: Connection, code: str, *, on: date) -> Commune | None:
    """A commune as it was on a day."""
    return await fetch_one(db, FIND_COMMUNE, code, on, into=Commune)


LIST_CHANGES = """
select
    json_build_object('code', o.code, 'full_name', o.full_name, 'type', o.type, 'part_of', o.part_of) as old,
    json_build_object('code', n.code, 'full_name', n.full_name, 'type', n.type, 'part_of', n.part_of) as new,
    c.kind, c.share, c.default_target, c.effective_on, c.basis
from admin_change c
join admin_unit o on o.id = c.old_id
join admin_unit n on n.id = c.new_id
where ($1::text is null or o.code = $1 or n.code = $1)
  and ($2::text is null or o.folded = $2 or o.folded like '% ' || $2)
order by c.effective_on, o.code, c.default_target desc, n.code
limit $3
"""


async def list_changes(db: Connection, *, code: str | None, name: str | None, limit: int) -> list[Change]:
    """Changes a code took part in on either side, or of a unit with that former name (folded)."""
    return await fetch_all(db, LIST_CHANGES, code, name, limit, into=Change)


LIST_ALL_SITES = """
select u.code, u.name, u.full_name, u.part_of, u.province_code, u.lat, u.lon, u.area_km2, b.shape
from admin_unit u
left join admin_boundary b on b.unit_id = u.id
where length(u.code) = 5 and u.lat is not null
  and $1::date between u.valid_from and coalesce(u.valid_to, 'infinity')
order by u.code
"""


async def list_all_sites(db: Connection, *, on: date) -> list[Site]:
    """All communes of a day with their boundaries, if any."""
    return await fetch_all(db, LIST_ALL_SITES, on, into=Site)


FIND_ATLAS_EDITION = """
select (select max(id) from admin_unit) as newest, count(*) as boundaries, max(imported_at) as imported_at
from admin_boundary
"""


class AtlasEdition(msgspec.Struct, frozen=True):
    """What the atlas was made from; another edition means another atlas."""

    newest: int | None
    boundaries: int
    imported_at: datetime | None


async def find_atlas_edition(db: Connection) -> AtlasEdition:
    """The edition of the country's communes and boundaries."""
    return await fetch_one(db, FIND_ATLAS_EDITION, into=AtlasEdition) or AtlasEdition(None, 0, None)


LIST_SITES = """
select u.code, u.name, u.full_name, u.part_of, u.province_code, u.lat, u.lon, u.area_km2, b.shape
from admin_unit u
left join admin_boundary b on b.unit_id = u.id
where u.province_code = $1 and u.valid_to is null and length(u.code) = 5 and u.lat is not null
order by u.code
"""


async def list_sites(db: Connection, province_code: str) -> list[Site]:
    """All communes of a province with their boundaries, if any."""
    return await fetch_all(db, LIST_SITES, province_code, into=Site)


FIND_MAP_EDITION = """
select count(*) as communes, max(u.id) as newest, count(b.unit_id) as boundaries, max(b.imported_at) as imported_at
from admin_unit u
left join admin_boundary b on b.unit_id = u.id
where u.province_code = $1 and u.valid_to is null and length(u.code) = 5
"""


class MapEdition(msgspec.Struct, frozen=True):
    """What a finished map was made from; another edition means another map."""

    communes: int
    newest: int | None
    boundaries: int
    imported_at: datetime | None


async def find_map_edition(db: Connection, province_code: str) -> MapEdition:
    """The edition of a province's map; no communes means no such province."""
    return await fetch_one(db, FIND_MAP_EDITION, province_code, into=MapEdition) or MapEdition(
        0, None, 0, None
    )


INSERT_BOUNDARIES = """
insert into admin_boundary (unit_id, shape, bounds, source, imported_at)
select u.id, b.shape, box(point(b.west, b.south), point(b.east, b.north)), $7, clock_timestamp()
from unnest(
    $1::text[], $2::bytea[], $3::float8[], $4::float8[], $5::float8[], $6::float8[]
) as b(code, shape, west, south, east, north)
join admin_unit u on u.code = b.code and u.valid_to is null
on conflict (unit_id) do update set
    shape = excluded.shape, bounds = excluded.bounds, source = excluded.source, imported_at = excluded.imported_at
"""


async def insert_boundaries(
    tx: Connection, shapes: dict[str, tuple[bytes, tuple[float, float, float, float]]], *, source: str
) -> None:
    """Keep boundaries by commune code: WKB and (west, south, east, north)."""
    boxes = [box for _, box in shapes.values()]
    await tx.execute(
        INSERT_BOUNDARIES,
        list(shapes),
        [wkb for wkb, _ in shapes.values()],
        *([box[side] for box in boxes] for side in range(4)),
        source,
    )
