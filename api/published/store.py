"""SQL of published cases: only rows and columns that are public, searched by their public place."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all
from api.published import rules
from api.published.contracts import PublicReport

LIST_PUBLIC = """
select
    id, code, category_code, category_name, state, state_name, public_text as description,
    case when accuracy_m is null or accuracy_m <= 2000 then public_lat end as lat,
    case when accuracy_m is null or accuracy_m <= 2000 then public_lon end as lon, commune_code, commune_name, agency_name,
    date_trunc('minute', received_at) as received_at, due_at,
    due_at < coalesce(finished_at, (select r.paused_at from report r where r.id = report_seen.id), $8) as late, answer, finished_at, rating, public_photos as photos, number,
    coalesce((select p.people from report_support p where p.report_id = report_seen.id), 1) as supporters
from report_seen
where published
  and ($1::text is null
       or commune_id in (select u.id from admin_unit u where u.code = $1)
       or id in (select t.id from report t join admin_unit o on o.id = t.told_commune_id where o.code = $1))
  and ($2::text is null or category_code in (select c.code from category c where $2 in (c.code, c.parent_code)))
  and ($3::text is null or state = $3)
  and ($4::float8[] is null
       or point(public_lon, public_lat) <@ box(point($4[1], $4[2]), point($4[3], $4[4]))
           and (accuracy_m is null or accuracy_m <= 2000))
  and ($5::bigint is null or number < $5)
  and ($6::uuid is null or id = $6)
order by number desc
limit $7
"""

LIST_NEWEST_INSIDE = """
select n.number
from (
    select r.number, r.public_lat, r.public_lon, r.accuracy_m from report r
    where r.published_at is not null and r.number < coalesce($2::bigint, 9223372036854775807)
    order by r.number desc
    limit 1000
) n
where n.public_lon between ($1::float8[])[1] and ($1::float8[])[3]
  and n.public_lat between ($1::float8[])[2] and ($1::float8[])[4] and (n.accuracy_m is null or n.accuracy_m <= 2000)
order by n.number desc
limit $3
"""
LIST_IN_TILES = """
-- The newest of a window, from the index alone: first a few of each tile, which tell how new all that is asked for
-- must at least be; then what is as new, of those tiles that have any. One plan serves every window.
with asked as materialized (
    select ($1::float8[])[1] as west, ($1::float8[])[2] as south, ($1::float8[])[3] as east, ($1::float8[])[4] as north,
        coalesce($2::bigint, 9223372036854775807) as before, $3::bigint as most, $4::bigint as each, $5::bigint[] as tiles
), heads as materialized (
    select tile, h.number, h.public_lon between a.west and a.east and h.public_lat between a.south and a.north as inside
    from asked a
    cross join unnest((select tiles from asked)) tile
    cross join lateral (
        select k.number, k.public_lat, k.public_lon from report k
        where k.published_at is not null and (k.accuracy_m is null or k.accuracy_m <= 2000)
          and report_cell(k.public_lat / 5, k.public_lon / 5) = tile and k.number < (select before from asked)
        order by k.number desc
        limit (select each from asked)
    ) h
), least (number) as materialized (
    select case when count(*) = (select most from asked) then min(n.number) else 0 end
    from (select number from heads where inside order by number desc limit (select most from asked)) n
)
select t.number
from (select distinct tile from heads where number >= (select number from least)) h
cross join lateral (
    select k.number from report k
    where k.published_at is not null and (k.accuracy_m is null or k.accuracy_m <= 2000)
      and report_cell(k.public_lat / 5, k.public_lon / 5) = h.tile
      and k.number < (select before from asked) and k.number >= (select number from least)
      and k.public_lon between (select west from asked) and (select east from asked)
      and k.public_lat between (select south from asked) and (select north from asked)
    order by k.number desc
    limit (select most from asked)
) t
order by t.number desc
limit (select most from asked)
"""
LIST_BY_NUMBER = """
select
    id, code, category_code, category_name, state, state_name, public_text as description,
    case when accuracy_m is null or accuracy_m <= 2000 then public_lat end as lat,
    case when accuracy_m is null or accuracy_m <= 2000 then public_lon end as lon, commune_code, commune_name, agency_name,
    date_trunc('minute', received_at) as received_at, due_at,
    due_at < coalesce(finished_at, (select r.paused_at from report r where r.id = report_seen.id), $2) as late, answer, finished_at, rating, public_photos as photos, number,
    coalesce((select p.people from report_support p where p.report_id = report_seen.id), 1) as supporters
from report_seen
where number = any((select $1::bigint[])::bigint[]) and published
order by number desc
"""


async def list_published(
    db: Connection,
    *,
    commune: str | None = None,
    category: str | None = None,
    state: str | None = None,
    box: tuple[float, float, float, float] | None = None,
    before: int | None = None,
    report_id: UUID | None = None,
    limit: int,
    at: datetime,
) -> list[PublicReport]:
    """Published cases, newest first."""
    numbers = None
    if box is not None and commune is None and category is None and state is None:
        numbers = await find_inside(db, box, before=before, limit=limit)
    if numbers is not None:
        return await fetch_all(db, LIST_BY_NUMBER, numbers, at, into=PublicReport)
    return await fetch_all(
        db, LIST_PUBLIC, commune, category, state, box, before, report_id, limit, at,
        into=PublicReport,
    )  # fmt: skip


async def find_inside(
    db: Connection, box: tuple[float, float, float, float], *, before: int | None, limit: int
) -> list[int] | None:
    """The newest of a window: a wide one has enough of the newest of all, else by its tiles; None: too wide for that."""
    tiles = rules.tiles_of(box)
    if not 0 < len(tiles) <= rules.TILES_OF_A_SCREEN:
        rows = await db.fetch(LIST_NEWEST_INSIDE, box, before, limit)
        if len(rows) == limit:
            return [row["number"] for row in rows]
    if not tiles:
        return None
    each = rules.heads_of(limit, len(tiles))
    return [row["number"] for row in await db.fetch(LIST_IN_TILES, box, before, limit, each, tiles)]
