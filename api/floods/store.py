"""SQL of the flood map: its own points and cells; warnings, gauges and reports are joined for reading."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.floods.contracts import Cluster, MapAlert, MapGauge, MapRescue, Spot
from api.floods.rules import Window
from api.kit.db import Connection, fetch_all
from api.kit.turns import take_turn

LIST_CLUSTERS = """
select sum(lat_sum) / (1e6::float8 * sum(verified + unverified)) as lat,
    sum(lon_sum) / (1e6::float8 * sum(verified + unverified)) as lon,
    (array_agg(sign order by verified + unverified desc, sign))[1] as sign,
    sum(verified)::integer as verified, sum(unverified)::integer as unverified, max(newest_at) as newest_at
from flood_cell
where level = $1 and cell = any((select $2::bigint[])::bigint[]) and newest_at > $3
group by cell
order by max(newest_at) desc, cell
"""
"""By their numbers, not by spans of them: then no plan ever reads more than these cells (and one plan serves all:
docs/decisions/0071)."""
LIST_SPOTS = """
select case when verified then report_id end as report_id, sign, verified, at, lat, lon
from (
    select * from flood_point where $1::integer = 1 and cell_1 = any((select $2::bigint[])::bigint[])
    union all
    select * from flood_point where $1::integer = 2 and cell_2 = any((select $2::bigint[])::bigint[])
    union all
    select * from flood_point where $1::integer = 3 and cell_3 = any((select $2::bigint[])::bigint[])
    union all
    select * from flood_point where $1::integer = 4 and cell_4 = any((select $2::bigint[])::bigint[])
) p
where at > $3
order by at desc, report_id
limit $4
"""
LIST_ALERTS = """
select id, headline, hazard_name, risk_level, level_name, status, sent_at, expires_at,
    array(
        select u.code from alert_area r join admin_unit u on u.id = r.commune_id where r.alert_id = a.id order by u.code
    ) as commune_codes
from alert_seen a
where province_code = $1 and status in ('actual', 'exercise') and msg_type <> 'cancel'
  and replaced_by is null and expires_at > $2
order by risk_level desc, sent_at desc
limit 50
"""
LIST_GAUGES = """
select g.code, g.name, g.kind, g.lat, g.lon, g.level, g.level_at, f.stage,
    (array[g.alarm_1, g.alarm_2, g.alarm_3])[greatest(f.stage, 1)] as reference_level, g.rain_24h, g.rain_at, g.demo
from gauge_level_now g
cross join lateral (select case when g.level_at > $2 then g.stage end as stage) f
where g.province_code = $1 and g.lat is not null and (g.kind <> 'reservoir' or g.level is not null)
order by f.stage desc nulls last, g.level_at is null, g.code
"""
"""An old level tells no alarm: nobody knows how the river stands now."""
LIST_RESCUES = """
select id, number, rank, state, what, lat, lon, acc_m, opened_at, acknowledged_at is not null as acknowledged
from rescue_incident
where province_code = any($1::text[]) and ended_at is null and lat is not null
order by rank, opened_at
limit 500
"""
COUNT_UNPLACED = """
select count(*) from rescue_incident where province_code = any($1::text[]) and ended_at is null and lat is null
"""
FIND_EXTENT = """
select min(lon) - 0.1 as west, min(lat) - 0.1 as south, max(lon) + 0.1 as east, max(lat) + 0.1 as north
from admin_unit where province_code = $1 and length(code) = 5 and valid_to is null
"""
DROP_POINTS = """
delete from flood_point where report_id = any($1::uuid[])
"""
INSERT_POINTS = """
insert into flood_point (report_id, sign, verified, at, lat, lon)
select r.id, s.sign, r.published_at is not null,
    case when r.published_at is null
        then date_bin('10 minutes', r.received_at, timestamptz '2000-01-01') else date_trunc('minute', r.received_at)
    end,
    coalesce(r.public_lat, round(r.lat::numeric, 3)::float8), coalesce(r.public_lon, round(r.lon::numeric, 3)::float8)
from report r
join category c on c.code = r.category_code
join lateral (
    select sign, shows_unverified from flood_subject f
    where f.category_code in (c.code, c.parent_code) order by f.category_code = c.code desc limit 1
) s on true
where r.id = any($1::uuid[]) and c.public and not c.sealed and not r.place_doubted
  and (r.accuracy_m is null or r.accuracy_m <= 2000)
  and r.state not in ('done', 'closed', 'refused', 'merged')
  and (r.published_at is not null or s.shows_unverified) and r.received_at > $2
"""
LIST_MISSING = """
select r.id from report r
where r.received_at > $1 and r.state not in ('done', 'closed', 'refused', 'merged')
  and not exists (select from flood_point p where p.report_id = r.id)
order by r.received_at desc
limit $2
"""
DROP_OLD = """
delete from flood_point where report_id in (
    select report_id from flood_point where at < $1 order by at limit $2 for update skip locked
)
"""


async def list_clusters(db: Connection, window: Window, *, since: datetime) -> list[Cluster]:
    """The counts of a window's cells; cells whose newest report is too old are left out."""
    return await fetch_all(db, LIST_CLUSTERS, window.level, window.cells, since, into=Cluster)


async def list_spots(db: Connection, window: Window, *, since: datetime, limit: int) -> list[Spot]:
    """The reports of a window, newest first; those nobody checked without an id."""
    return await fetch_all(db, LIST_SPOTS, window.level, window.cells, since, limit, into=Spot)


async def list_alerts(db: Connection, province: str, *, at: datetime) -> list[MapAlert]:
    """Warnings and drills in force."""
    return await fetch_all(db, LIST_ALERTS, province, at, into=MapAlert)


async def list_gauges(db: Connection, province: str, *, fresh: datetime) -> list[MapGauge]:
    """Stations that have a place; the alarm only of levels since `fresh`."""
    return await fetch_all(db, LIST_GAUGES, province, fresh, into=MapGauge)


async def list_rescues(db: Connection, provinces: Sequence[str]) -> list[MapRescue]:
    """Open calls for help that have a place, the gravest and oldest first."""
    return await fetch_all(db, LIST_RESCUES, list(provinces), into=MapRescue)


async def count_unplaced(db: Connection, provinces: Sequence[str]) -> int:
    """Open calls for help nobody knows the place of."""
    found: int = await db.fetchval(COUNT_UNPLACED, list(provinces))
    return found


async def find_extent(db: Connection, province: str) -> tuple[float, float, float, float] | None:
    """West, south, east, north of a province's communes."""
    row = await db.fetchrow(FIND_EXTENT, province)
    if row is None or row["west"] is None:
        return None
    return row["west"], row["south"], row["east"], row["north"]


async def put_points(tx: Connection, report_ids: Sequence[UUID], *, since: datetime) -> None:
    """Put reports on the map as they stand now, or take them off; two jobs of one report take turns."""
    await take_turn(tx)
    ids = list(report_ids)
    await tx.execute(DROP_POINTS, ids)
    await tx.execute(INSERT_POINTS, ids, since)


async def list_missing(db: Connection, *, since: datetime, limit: int) -> list[UUID]:
    """Open reports without a point, hazards or not, the newest first."""
    return [row["id"] for row in await db.fetch(LIST_MISSING, since, limit)]


async def drop_old(tx: Connection, *, before: datetime, limit: int) -> None:
    """Take off what is too old, so many at most."""
    await take_turn(tx)
    await tx.execute(DROP_OLD, before, limit)
