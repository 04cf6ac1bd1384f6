"""Brings the shipped units and changes into the database, in bulk."""

from collections.abc import Sequence
from importlib import resources

from api.kit.db import Connection
from api.places.rules import units
from api.places.rules.units import ChangeRow, UnitRow

INSERT_UNITS = """
insert into admin_unit (
    code, type, name, full_name, part_of, folded, sort_key, parent_id, province_code,
    valid_from, valid_to, lat, lon, area_km2, basis
)
select u.code, u.type, u.name, u.full_name, u.part_of, u.folded, u.sort_key, p.id, u.province_code,
    u.valid_from, u.valid_to, u.lat, u.lon, u.area_km2, u.basis
from unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[],
    $9::text[], $10::date[], $11::date[], $12::float8[], $13::float8[], $14::float8[], $15::text[]
) as u(code, type, name, full_name, part_of, folded, sort_key, parent_code, province_code,
    valid_from, valid_to, lat, lon, area_km2, basis)
left join admin_unit p on p.code = u.parent_code
    and coalesce(u.valid_to, 'infinity') between p.valid_from and coalesce(p.valid_to, 'infinity')
order by u.code, u.valid_from
on conflict (code, valid_from) do update set
    type = excluded.type, name = excluded.name, full_name = excluded.full_name, part_of = excluded.part_of,
    folded = excluded.folded, sort_key = excluded.sort_key, parent_id = excluded.parent_id,
    province_code = excluded.province_code, valid_to = excluded.valid_to, lat = excluded.lat,
    lon = excluded.lon, area_km2 = excluded.area_km2, basis = excluded.basis
where (
    admin_unit.type, admin_unit.full_name, admin_unit.part_of, admin_unit.folded, admin_unit.parent_id,
    admin_unit.province_code, admin_unit.valid_to, admin_unit.lat, admin_unit.lon, admin_unit.area_km2,
    admin_unit.basis
) is distinct from (
    excluded.type, excluded.full_name, excluded.part_of, excluded.folded, excluded.parent_id,
    excluded.province_code, excluded.valid_to, excluded.lat, excluded.lon, excluded.area_km2, excluded.basis
)
"""


async def insert_units(tx: Connection, units: Sequence[UnitRow]) -> int:
    """Add or correct units whose parents are there; returns how many rows moved."""
    status = await tx.execute(
        INSERT_UNITS,
        [u.code for u in units],
        [u.type for u in units],
        [u.name for u in units],
        [u.full_name for u in units],
        [u.part_of for u in units],
        [u.folded() for u in units],
        [u.sort_key() for u in units],
        [u.parent_code for u in units],
        [u.province_code for u in units],
        [u.valid_from for u in units],
        [u.valid_to for u in units],
        [u.lat for u in units],
        [u.lon for u in units],
        [u.area_km2 for u in units],
        [u.basis for u in units],
    )
    return int(status.split()[-1])


INSERT_CHANGES = """
insert into admin_change (old_id, new_id, kind, share, default_target, effective_on, basis)
select o.id, n.id, c.kind, c.share, c.default_target, c.effective_on, c.basis
from unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::date[], $7::text[]
) as c(old_code, new_code, kind, share, default_target, effective_on, basis)
join admin_unit o on o.code = c.old_code and o.valid_to = c.effective_on - 1
join admin_unit n on n.code = c.new_code and n.valid_from = c.effective_on
on conflict (old_id, new_id) do nothing
"""


async def insert_changes(tx: Connection, changes: Sequence[ChangeRow]) -> int:
    """Add changes between units that are there; returns how many were new."""
    status = await tx.execute(
        INSERT_CHANGES,
        [c.old_code for c in changes],
        [c.new_code for c in changes],
        [c.kind for c in changes],
        [c.share for c in changes],
        [c.default_target for c in changes],
        [c.effective_on for c in changes],
        [c.basis for c in changes],
    )
    return int(status.split()[-1])


def shipped(name: str) -> str:
    """A data file of this slice."""
    return resources.files("api.places").joinpath("data", name).read_text("utf-8")


async def load(tx: Connection) -> int:
    """Bring the shipped units and changes into the database; again changes nothing. Rows moved."""
    current = units.current_units(shipped("units.csv"))
    areas = units.former_areas(shipped("areas_2025.csv"))
    merge = shipped("merge_2025.csv")
    wards = units.former_wards(merge, areas)
    levels = [
        [unit for unit in (*areas, *current) if not unit.parent_code],
        [unit for unit in areas if unit.parent_code],
        [*wards, *(unit for unit in current if unit.parent_code)],
    ]
    moved = 0
    async with tx.transaction():
        for level in levels:
            moved += await insert_units(tx, level)
        changes = [*units.reform_changes(merge, current), *units.later_changes(current)]
        moved += await insert_changes(tx, changes)
    return moved
