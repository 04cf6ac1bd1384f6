"""SQL of stations, their cameras, the orders of reservoirs, and what stands now."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from api.gauges.contracts import Camera, Crossing, Kind, NewOrder, Order, Quantity
from api.kit.db import Connection, fetch_all, fetch_one

LIST_STATIONS = """
select code, name, kind, river, place, province_code, lat, lon, zone, alarm_1, alarm_2, alarm_3, assumed, source, demo
from gauge_station
where province_code = $1 and retired_on is null and ($2::text is null or code = $2)
order by position, code
"""
FIND_PROVINCE = """
select province_code from gauge_station where code = $1 and retired_on is null
"""
LIST_NOW = """
select s.code as station_code, q.name as quantity, n.value, n.at, b.value as before, b.at as before_at, d.at as doubted_at
from gauge_station s
cross join (values ('level'), ('rain_1h'), ('rain_24h'), ('inflow'), ('outflow')) as q (name)
left join lateral (
    select value, at from gauge_reading
    where station_code = s.code and quantity = q.name and good order by at desc limit 1
) n on true
left join lateral (
    select value, at from gauge_reading
    where station_code = s.code and quantity = q.name and good
      and at <= n.at - interval '50 minutes' and at >= n.at - interval '3 hours'
    order by at desc limit 1
) b on true
left join lateral (
    select at from gauge_reading
    where station_code = s.code and quantity = q.name and at > coalesce(n.at, '-infinity') and not good
      and at <= $2
    order by at desc limit 1
) d on true
where s.code = any($1::text[]) and (n.at is not null or d.at is not null)
order by s.position, s.code, array_position(array['level', 'rain_1h', 'rain_24h', 'inflow', 'outflow'], q.name)
"""
LIST_CAMERAS = """
select code, name, place, url, owner, lat, lon, station_code, demo
from gauge_camera where province_code = $1 order by position, code
"""
LIST_ORDERS = """
select o.id, o.station_code as reservoir, s.name as reservoir_name, o.from_m3s, o.to_m3s, o.starts_at,
    o.issuer, o.document, o.note, o.recorded_at, o.demo
from reservoir_order o
join gauge_station s on s.code = o.station_code
where o.station_code = any($1::text[])
order by o.starts_at desc, o.recorded_at desc, o.id
limit $2
"""
LIST_ORDERS_IN_FORCE = """
select distinct on (o.station_code) o.id, o.station_code as reservoir, s.name as reservoir_name, o.from_m3s,
    o.to_m3s, o.starts_at, o.issuer, o.document, o.note, o.recorded_at, o.demo
from reservoir_order o
join gauge_station s on s.code = o.station_code
where o.station_code = any($1::text[])
order by o.station_code, o.starts_at desc, o.recorded_at desc, o.id
"""
FIND_ORDER = """
select o.id, o.station_code as reservoir, s.name as reservoir_name, o.from_m3s, o.to_m3s, o.starts_at,
    o.issuer, o.document, o.note, o.recorded_at, o.demo
from reservoir_order o
join gauge_station s on s.code = o.station_code
where o.id = $1
"""
INSERT_ORDER = """
insert into reservoir_order (id, station_code, from_m3s, to_m3s, starts_at, issuer, document, note, recorded_by, recorded_at, demo)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (id) do nothing
returning id
"""
LIST_CROSSINGS = """
select c.id, c.station_code, s.name as station_name, s.river, c.at, c.value, c.stage_before, c.stage,
    c.reference_level, c.zone, c.risk_low, c.risk_high, c.risk_open
from gauge_crossing c
join gauge_station s on s.code = c.station_code
where s.province_code = any($1::text[]) and ($2::text is null or c.station_code = $2)
order by c.at desc, c.id
limit $3
"""
FIND_KIND = """
select kind from gauge_station where code = $1 and province_code = any($2::text[]) and retired_on is null
"""


class StationRow(msgspec.Struct, frozen=True, kw_only=True):
    """A station as kept."""

    code: str
    name: str
    kind: Kind
    river: str | None
    place: str
    province_code: str
    lat: float | None
    lon: float | None
    zone: int | None
    alarm_1: float | None
    alarm_2: float | None
    alarm_3: float | None
    assumed: list[str]
    source: str
    demo: bool

    @property
    def alarms(self) -> list[float]:
        """Its alarm levels, or none."""
        return [level for level in (self.alarm_1, self.alarm_2, self.alarm_3) if level is not None]


class Now(msgspec.Struct, frozen=True, kw_only=True):
    """The last good value of a quantity, one of an hour or more before, and when something doubted came later."""

    station_code: str
    quantity: Quantity
    value: float | None
    at: datetime | None
    before: float | None
    before_at: datetime | None
    doubted_at: datetime | None


async def list_stations(db: Connection, province: str, *, code: str | None = None) -> list[StationRow]:
    """The stations of a province, in the order people read them."""
    return await fetch_all(db, LIST_STATIONS, province, code, into=StationRow)


async def find_province(db: Connection, code: str) -> str | None:
    """The province of a station in service."""
    found: str | None = await db.fetchval(FIND_PROVINCE, code)
    return found


async def list_now(db: Connection, codes: Sequence[str], *, at: datetime, ahead: timedelta) -> list[Now]:
    """What stands at each of these stations."""
    return await fetch_all(db, LIST_NOW, list(codes), at + ahead, into=Now)


async def list_cameras(db: Connection, province: str) -> list[Camera]:
    """The cameras of a province."""
    return await fetch_all(db, LIST_CAMERAS, province, into=Camera)


async def list_orders(db: Connection, codes: Sequence[str], *, limit: int) -> list[Order]:
    """Orders to these reservoirs, the latest start first."""
    return await fetch_all(db, LIST_ORDERS, list(codes), limit, into=Order)


async def list_orders_in_force(db: Connection, codes: Sequence[str]) -> list[Order]:
    """The last order to each of these reservoirs; it may start later."""
    return await fetch_all(db, LIST_ORDERS_IN_FORCE, list(codes), into=Order)


async def find_order(db: Connection, order_id: UUID) -> Order | None:
    """One order."""
    return await fetch_one(db, FIND_ORDER, order_id, into=Order)


async def insert_order(
    tx: Connection, new: NewOrder, *, recorded_by: UUID | None, at: datetime, demo: bool
) -> bool:
    """Keep an order; False when its id is taken."""
    found = await tx.fetchval(
        INSERT_ORDER, new.id, new.reservoir, new.from_m3s, new.to_m3s, new.starts_at, new.issuer,
        new.document, new.note, recorded_by, at, demo,
    )  # fmt: skip
    return found is not None


async def list_crossings(
    db: Connection, provinces: Sequence[str], *, code: str | None = None, limit: int
) -> list[Crossing]:
    """When rivers passed their alarm levels, newest first."""
    return await fetch_all(db, LIST_CROSSINGS, list(provinces), code, limit, into=Crossing)


async def find_kind(db: Connection, code: str, *, provinces: Sequence[str]) -> Kind | None:
    """What a station of these provinces looks at."""
    found = await db.fetchval(FIND_KIND, code, list(provinces))
    return Kind(found) if found else None
