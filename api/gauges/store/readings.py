"""SQL of readings: what came, what was there before, what an officer decides."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.gauges.contracts import Doubted, Flag, GaugePoint, Kind, Quantity
from api.kit.db import Connection, fetch_all, fetch_one

HOLD_STATIONS = """
select code, name, kind, river, province_code, lat, lon, zone, alarm_1, alarm_2, alarm_3, lowest, highest,
    fastest, still_hours, system, assumed, commune_codes
from gauge_station
where code = any($1::text[]) and retired_on is null
order by code
for no key update
"""
LIST_EARLIER = """
select r.id, r.station_code, r.quantity, r.at, r.value, r.sent_value, r.sent_unit, r.flags, r.good
from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[]) as w (station_code, quantity, since, until)
join gauge_reading r using (station_code, quantity)
where r.at between w.since and w.until
order by r.at desc, r.id desc
"""
LIST_RAINED = """
select distinct on (s.province_code) s.province_code, r.at
from gauge_reading r
join gauge_station s on s.code = r.station_code
where r.quantity = 'rain_1h' and r.good and r.value >= $2 and r.at between $3 and $4
  and s.province_code = any($1::text[])
order by s.province_code, r.at desc
"""
INSERT_READINGS = """
insert into gauge_reading (station_code, quantity, at, value, sent_value, sent_unit, flags, system, received_at)
select t.station_code, t.quantity, t.at, t.value, t.sent_value, t.sent_unit,
    case when t.flags = '' then '{}' else string_to_array(t.flags, ',') end, $8, $9
from unnest($1::text[], $2::text[], $3::timestamptz[], $4::float8[], $5::float8[], $6::text[], $7::text[])
    as t (station_code, quantity, at, value, sent_value, sent_unit, flags)
"""
SET_STUCK = """
update gauge_reading r set flags = r.flags || '{stuck}'
from unnest($1::text[], $2::text[], $3::timestamptz[]) as t (station_code, quantity, at)
where r.station_code = t.station_code and r.quantity = t.quantity and r.at = t.at and r.good and r.verdict is null
"""
LIST_STAGES = """
select distinct on (station_code) station_code, stage, at
from gauge_crossing where station_code = any($1::text[])
order by station_code, at desc, id desc
"""
LIST_GOOD_LEVELS = """
select id, station_code, at, value from gauge_reading
where good and quantity = 'level' and station_code = any($1::text[]) and at >= $2
order by at
"""
INSERT_CROSSING = """
insert into gauge_crossing (
    id, station_code, reading_id, at, value, stage_before, stage, reference_level, zone, risk_low, risk_high,
    risk_open, recorded_at
) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
"""
LIST_SERIES = """
select quantity, at, value from gauge_reading
where station_code = $1 and good and at between $2 and $3
order by quantity, at
"""
LIST_DOUBTED = """
select r.id, r.station_code, s.name as station_name, r.quantity, r.at, r.value, r.sent_value, r.sent_unit,
    r.flags, r.system, r.received_at, g.value as last_good, g.at as last_good_at
from gauge_reading r
join gauge_station s on s.code = r.station_code
left join lateral (
    select value, at from gauge_reading
    where station_code = r.station_code and quantity = r.quantity and good order by at desc limit 1
) g on true
where not r.good and r.verdict is null and s.province_code = any($1::text[])
  and ($2::timestamptz is null or (r.received_at, r.id) < ($2, $3::bigint))
order by r.received_at desc, r.id desc
limit $4
"""
HOLD_READING = """
select r.id, r.station_code, r.quantity, r.at, r.value, r.good
from gauge_reading r
join gauge_station s on s.code = r.station_code
where r.id = $1 and s.province_code = any($2::text[])
for no key update of s
"""
SET_OTHERS_DOUBTED = """
update gauge_reading set verdict = 'doubted', judged_by = $4, judged_at = $5, judged_note = $6
where station_code = $1 and quantity = $2 and at = $3 and good
"""
SET_VERDICT = """
update gauge_reading set verdict = $2, judged_by = $3, judged_at = $4, judged_note = $5 where id = $1
"""


class HeldStation(msgspec.Struct, frozen=True, kw_only=True):
    """A station, held until the transaction ends: readings of one station are judged one after the other."""

    code: str
    name: str
    kind: Kind
    river: str | None
    province_code: str
    lat: float | None
    lon: float | None
    zone: int | None
    alarm_1: float | None
    alarm_2: float | None
    alarm_3: float | None
    lowest: float
    highest: float
    fastest: float
    still_hours: int
    system: str | None
    assumed: list[str]
    commune_codes: list[str]

    @property
    def alarms(self) -> list[float]:
        """Its alarm levels, or none."""
        return [level for level in (self.alarm_1, self.alarm_2, self.alarm_3) if level is not None]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A reading that is there."""

    id: int
    station_code: str
    quantity: Quantity
    at: datetime
    value: float
    sent_value: float
    sent_unit: str
    flags: list[Flag]
    good: bool


class NewReading(msgspec.Struct, frozen=True, kw_only=True):
    """A judged reading to keep."""

    station_code: str
    quantity: Quantity
    at: datetime
    value: float
    sent_value: float
    sent_unit: str
    flags: list[Flag]


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """A good level."""

    id: int
    station_code: str
    at: datetime
    value: float


class HeldReading(msgspec.Struct, frozen=True, kw_only=True):
    """A reading to judge."""

    id: int
    station_code: str
    quantity: Quantity
    at: datetime
    value: float
    good: bool


async def hold_stations(tx: Connection, codes: Sequence[str]) -> dict[str, HeldStation]:
    """These stations, in one order everywhere, held."""
    rows = await fetch_all(tx, HOLD_STATIONS, sorted(set(codes)), into=HeldStation)
    return {row.code: row for row in rows}


async def list_earlier(
    db: Connection, wanted: Sequence[tuple[str, Quantity, datetime, datetime]]
) -> list[Kept]:
    """Readings of these stations and quantities in these spans, newest first."""
    if not wanted:
        return []
    return await fetch_all(
        db, LIST_EARLIER, *(list(column) for column in zip(*wanted, strict=True)), into=Kept
    )


async def list_rained(
    db: Connection, provinces: Sequence[str], *, mm: float, since: datetime, until: datetime
) -> dict[str, datetime]:
    """Provinces where so much rain fell within an hour, and when last."""
    rows = await db.fetch(LIST_RAINED, list(provinces), mm, since, until)
    return {row["province_code"]: row["at"] for row in rows}


async def insert_readings(
    tx: Connection, new: Sequence[NewReading], *, system: str, received_at: datetime
) -> None:
    """Keep judged readings, all in one statement."""
    await tx.execute(
        INSERT_READINGS,
        [one.station_code for one in new],
        [one.quantity for one in new],
        [one.at for one in new],
        [one.value for one in new],
        [one.sent_value for one in new],
        [one.sent_unit for one in new],
        [",".join(one.flags) for one in new],
        system,
        received_at,
    )


async def set_stuck(tx: Connection, readings: Sequence[tuple[str, Quantity, datetime]]) -> None:
    """Good readings that are now seen to be of a stuck gauge."""
    if readings:
        await tx.execute(SET_STUCK, *(list(column) for column in zip(*readings, strict=True)))


async def list_stages(db: Connection, codes: Sequence[str]) -> dict[str, tuple[int, datetime]]:
    """The stage each river was last seen to reach, and when."""
    rows = await db.fetch(LIST_STAGES, list(codes))
    return {row["station_code"]: (row["stage"], row["at"]) for row in rows}


async def list_good_levels(db: Connection, codes: Sequence[str], *, since: datetime) -> list[Level]:
    """Good levels, oldest first."""
    return await fetch_all(db, LIST_GOOD_LEVELS, list(codes), since, into=Level)


async def insert_crossing(
    tx: Connection,
    crossing_id: UUID,
    level: Level,
    *,
    before: int,
    stage: int,
    reference: float,
    zone: int | None,
    risk: tuple[int | None, int | None, bool],
    at: datetime,
) -> None:
    """A river passed an alarm level."""
    await tx.execute(
        INSERT_CROSSING, crossing_id, level.station_code, level.id, level.at, level.value, before, stage,
        reference, zone, *risk, at,
    )  # fmt: skip


async def list_series(
    db: Connection, code: str, *, since: datetime, until: datetime
) -> dict[Quantity, list[GaugePoint]]:
    """Good values of a station by quantity, oldest first."""
    found: dict[Quantity, list[GaugePoint]] = {}
    for row in await db.fetch(LIST_SERIES, code, since, until):
        found.setdefault(Quantity(row["quantity"]), []).append(GaugePoint(at=row["at"], value=row["value"]))
    return found


async def list_doubted(
    db: Connection, provinces: Sequence[str], *, before: tuple[datetime, int] | None, limit: int
) -> list[Doubted]:
    """Readings nobody has judged, the last that came first."""
    received_at, last = before or (None, None)
    return await fetch_all(db, LIST_DOUBTED, list(provinces), received_at, last, limit, into=Doubted)


async def hold_reading(tx: Connection, reading_id: int, *, provinces: Sequence[str]) -> HeldReading | None:
    """A reading of a station of these provinces; the station is held."""
    return await fetch_one(tx, HOLD_READING, reading_id, list(provinces), into=HeldReading)


async def set_verdict(
    tx: Connection, one: HeldReading, verdict: str, *, judged_by: UUID, at: datetime, note: str
) -> None:
    """An officer's word; of one time only one reading can be believed."""
    if verdict == "believed":
        await tx.execute(SET_OTHERS_DOUBTED, one.station_code, one.quantity, one.at, judged_by, at, note)
    await tx.execute(SET_VERDICT, one.id, verdict, judged_by, at, note)
