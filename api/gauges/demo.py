"""The demo flood: rivers that rise past their alarm levels over a day, rain, orders, and gauges that fail."""

import math
from datetime import datetime, timedelta
from typing import Any

from api.gauges.actions import deciding, intake
from api.gauges.contracts import NewOrder, ReadingBatch
from api.gauges.load import insert_stations, shipped
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.demo import PROVINCE, demo_person, told_at
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role

SYSTEM = "quan-trac-demo"
IS_LOADED = "select exists (select from gauge_camera where demo)"
SET_ZONES = """
update gauge_station set zone = 3, assumed = assumed || '{zone}' where code in ('kim-long', 'phu-oc') and zone is null
"""
INSERT_CAMERA = """
insert into gauge_camera (code, name, place, url, owner, province_code, lat, lon, station_code, position, demo)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true)
"""
OFFICER = Principal(
    person_id=demo_person(Role.OFFICER),
    session_id=demo_person(Role.OFFICER),
    roles=frozenset({Role.OFFICER}),
    province_codes=(PROVINCE,),
    demo=True,
)
ISSUER = "Ban Chỉ huy Phòng thủ dân sự thành phố Huế (minh hoạ)"
ORDERS = (
    ("binh-dien", 950, 1_800, 30),
    ("huong-dien", 1_050, 1_800, 29),
    ("ta-trach", 300, 800, 6),
    ("binh-dien", 200, 800, 5),
    ("huong-dien", 300, 700, 5),
)
"""Reservoir, from and to m³/s, hours ago: the figures of October and November 2025."""
RAIN = {"mua-kim-long": 22.0, "mua-bach-ma": 61.0, "mua-a-luoi": 18.0, "mua-nam-dong": 35.0}
FLOWS = {"ta-trach": (1_450.0, 640.0), "binh-dien": (910.0, 520.0), "huong-dien": (860.0, 560.0)}
HOURS, STEP = 26, 30
"""The story's length, and minutes between two readings."""


def risen(low: float, high: float, hours_ago: float) -> float:
    """A flood wave that nears its peak: an S from low to high over a day, to the centimetre."""
    share = 1 / (1 + math.exp((hours_ago - 9) / 2.6))
    top = 1 / (1 + math.exp(-9 / 2.6))
    return round(low + (high - low) * share / top, 2)


def rained(most: float, hours_ago: float) -> float:
    """An hour of the rain that made it, mm: heaviest half a day ago."""
    return round(most * max(0.05, math.sin((HOURS - hours_ago) / HOURS * math.pi)), 1)


def story(at: datetime) -> list[dict[str, Any]]:
    """Every reading of the demo, oldest first."""
    items: list[dict[str, Any]] = []

    def tell(station: str, quantity: str, minutes_ago: int, value: float, unit: str | None = None) -> None:
        when = at - timedelta(minutes=minutes_ago)
        items.append({"station": station, "quantity": quantity, "at": when, "value": value, "unit": unit})

    for minutes in range(HOURS * 60, 0, -STEP):
        hours = minutes / 60
        tell("kim-long", "level", minutes, risen(0.62, 3.54, hours - 0.5))
        tell("phu-oc", "level", minutes, risen(1.1, 3.86, hours - 0.5))
        if hours > 5:  # noqa: PLR2004  then this gauge falls silent
            tell("thao-long", "level", minutes, round(0.5 + 0.4 * math.sin(hours / 2), 2))
        if minutes % 60 == 0:
            for station, most in RAIN.items():
                tell(station, "rain_1h", minutes, rained(most, hours))
            for station, (inflow, outflow) in FLOWS.items():
                tell(station, "inflow", minutes - 15, round(risen(inflow / 8, inflow, hours - 1)))
                tell(station, "outflow", minutes - 15, round(risen(outflow / 8, outflow, hours - 1)))
    for station, most in RAIN.items():
        tell(station, "rain_24h", 60, round(sum(rained(most, hours) for hours in range(1, 25)), 1))
    # What a control room sees every flood: metres that are centimetres, a dead gauge, a mast under water.
    tell("kim-long", "level", 10, 354, "m")
    tell("phu-oc", "level", 20, 9.99)
    tell("thao-long", "level", 90, -3.2)
    return sorted(items, key=lambda item: item["at"])


async def load_demo(tx: Connection) -> None:
    """Make it, once; the demo officer must be there."""
    if await tx.fetchval(IS_LOADED):
        return
    await insert_stations(tx, "demo.csv", first=100, demo=True)
    await tx.execute(SET_ZONES)
    for position, line in enumerate(shipped("cameras.csv"), 1):
        lat, lon = float(line["lat"] or 0), float(line["lon"] or 0)
        names = ("code", "name", "place", "url", "owner", "province_code")
        await tx.execute(
            INSERT_CAMERA, *(line[name] for name in names), lat, lon, line["station_code"], position
        )
    at = now().replace(second=0, microsecond=0)
    items = story(at)
    for hours_ago in range(HOURS - HOURS % 4, -1, -4):
        until = at - timedelta(hours=hours_ago)
        told = [item for item in items if until - timedelta(hours=4) < item["at"] <= until]
        if told:
            with told_at(until):
                await intake.take_readings(tx, ReadingBatch(items=told), system=SYSTEM)
    for reservoir, low, high, hours_ago in ORDERS:
        order = NewOrder(
            id=uuid7(),
            reservoir=reservoir,
            from_m3s=low,
            to_m3s=high,
            starts_at=at - timedelta(hours=hours_ago),
            issuer=ISSUER,
        )
        with told_at(at - timedelta(hours=hours_ago + 1)):
            await deciding.record_order(tx, order, OFFICER, demo=True)
