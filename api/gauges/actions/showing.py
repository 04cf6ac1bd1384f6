"""What everybody reads: the last good value of each station with its age, alarm and risk beside each other."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from api.gauges.contracts import GaugeBoard, GaugeSeries, Measured, Order, Quantity, Station, StationDetail
from api.gauges.rules import alarms, judging
from api.gauges.rules.problems import StationNotFound
from api.gauges.rules.units import MEASURES
from api.gauges.store import readings
from api.gauges.store import stations as store
from api.gauges.store.stations import Now, StationRow
from api.kit.clock import now
from api.kit.db import Connection

STALE = timedelta(hours=3)
"""An older value is shown as old: no alarm stage is told by it."""
DAY = timedelta(hours=24)
CROSSINGS = 20
ORDERS = 50


async def board(db: Connection, province: str) -> GaugeBoard:
    """Every station of a province and its cameras."""
    at = now()
    rows = await store.list_stations(db, province)
    return GaugeBoard(
        as_of=at, items=await seen(db, rows, at), cameras=await store.list_cameras(db, province)
    )


async def show(db: Connection, code: str) -> StationDetail:
    """One station with its last day."""
    at = now()
    province = await store.find_province(db, code)
    if province is None:
        raise StationNotFound
    station = (await seen(db, await store.list_stations(db, province, code=code), at))[0]
    series = await readings.list_series(db, code, since=at - DAY, until=at + judging.AHEAD)
    return StationDetail(
        as_of=at,
        station=station,
        series=[
            GaugeSeries(quantity=one, unit=MEASURES[one].unit, points=series[one])
            for one in Quantity
            if one in series
        ],
        crossings=await store.list_crossings(db, [province], code=code, limit=CROSSINGS),
        orders=await store.list_orders(db, [code], limit=ORDERS),
    )


async def seen(db: Connection, rows: Sequence[StationRow], at: datetime) -> list[Station]:
    """Stations with what stands there now."""
    codes = [row.code for row in rows]
    current: dict[str, list[Now]] = defaultdict(list)
    for one in await store.list_now(db, codes, at=at, ahead=judging.AHEAD):
        current[one.station_code].append(one)
    orders = {order.reservoir: order for order in await store.list_orders_in_force(db, codes)}
    return [station_of(row, current[row.code], orders.get(row.code), at) for row in rows]


def station_of(row: StationRow, current: Sequence[Now], order: Order | None, at: datetime) -> Station:
    """One station in words. A stale level tells no alarm: nobody knows how the river stands."""
    measured = [one for each in current if (one := measured_of(each, at))]
    level = next((one for one in measured if one.quantity is Quantity.LEVEL and not one.stale), None)
    doubted = [each.doubted_at for each in current if each.doubted_at is not None]
    return Station(
        code=row.code,
        name=row.name,
        kind=row.kind,
        river=row.river,
        place=row.place,
        province_code=row.province_code,
        lat=row.lat,
        lon=row.lon,
        zone=row.zone,
        alarms=row.alarms,
        assumed=row.assumed,
        source=row.source,
        demo=row.demo,
        measured=measured,
        doubted_at=max(doubted, default=None),
        alarm=alarms.alarm_of(level.value, row.alarms) if level else None,
        risk=alarms.risk_of(level.value, row.alarms, row.zone) if level else None,
        order=order,
    )


def measured_of(each: Now, at: datetime) -> Measured | None:
    """The last good value with its trend; None when there never was one."""
    if each.value is None or each.at is None:
        return None
    per_hour = None
    if each.before is not None and each.before_at is not None:
        hours = (each.at - each.before_at).total_seconds() / 3600
        per_hour = round((each.value - each.before) / hours, 3)
    return Measured(
        quantity=each.quantity,
        unit=MEASURES[each.quantity].unit,
        value=each.value,
        at=each.at,
        stale=at - each.at > STALE,
        trend=alarms.trend_of(per_hour) if each.quantity is Quantity.LEVEL else None,
        per_hour=per_hour,
    )
