"""SQL of published cases: only rows and columns that are public, searched by their public place."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from api.published.contracts import PublicReport
from api.published.rules import tiles_of

LIST_PUBLIC = """
select
    id, code, category_code, category_name, state, state_name, public_text as description,
    public_lat as lat, public_lon as lon, commune_code, commune_name, agency_name,
    date_trunc('minute', received_at) as received_at, due_at,
    due_at < coalesce(finished_at, $8) as late, answer, finished_at, rating, public_photos as photos, number,
    coalesce((select p.people from report_support p where p.report_id = report_seen.id), 1) as supporters
from report_seen
where published
  and ($1::text is null
       or commune_id in (select u.id from admin_unit u where u.code = $1)
       or id in (select t.id from report t join admin_unit o on o.id = t.told_commune_id where o.code = $1))
  and ($2::text is null or category_code in (select c.code from category c where $2 in (c.code, c.parent_code)))
  and ($3::text is null or state = $3)
  and ($4::float8[] is null
       or point(public_lon, public_lat) <@ box(point($4[1], $4[2]), point($4[3], $4[4])))
  and ($5::bigint is null or number < $5)
  and ($6::uuid is null or id = $6)
order by number desc
limit $7
"""

LIST_IN_TILES = """
with newest as materialized (
    select asked.tile, t.* from unnest($7::bigint[]) as asked (tile)
    cross join lateral (
        select k.id, k.number, k.public_lat, k.public_lon, k.category_code, k.state, k.commune_id, k.told_commune_id
        from report k
        where k.published_at is not null and report_cell(k.public_lat / 10, k.public_lon / 10) = asked.tile
          and k.number < coalesce($4::bigint, 9223372036854775807)
        order by k.number desc
        limit 40
    ) t
), found as (
    select n.id, n.number from newest n
    where n.public_lon between ($3::float8[])[1] and ($3::float8[])[3]
      and n.public_lat between ($3::float8[])[2] and ($3::float8[])[4]
      and ($1::text is null or n.category_code in (select c.code from category c where $1 in (c.code, c.parent_code)))
      and ($2::text is null or n.state = $2)
      and ($6::text is null
           or n.commune_id in (select u.id from admin_unit u where u.code = $6)
           or n.told_commune_id in (select u.id from admin_unit u where u.code = $6))
    order by n.number desc
    limit $5
)
select
    (select array_agg(f.id) from found f) as ids,
    not exists (
        select from newest n group by n.tile
        having count(*) = 40
           and min(n.number) > coalesce((select min(f.number) from found f having count(*) = $5), 0)
    ) as sure
"""
LIST_BY_ID = """
select
    id, code, category_code, category_name, state, state_name, public_text as description,
    public_lat as lat, public_lon as lon, commune_code, commune_name, agency_name,
    date_trunc('minute', received_at) as received_at, due_at,
    due_at < coalesce(finished_at, $2) as late, answer, finished_at, rating, public_photos as photos, number,
    coalesce((select p.people from report_support p where p.report_id = report_seen.id), 1) as supporters
from report_seen
where id = any($1::uuid[]) and published
order by number desc
"""


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """The newest cases of a window of the map; not `sure`: a dense tile may hold others as new."""

    ids: list[UUID] | None
    sure: bool


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
    """Published cases, newest first; a small window of the map by its tiles, so that a dense one costs no more."""
    if box is not None and report_id is None and (tiles := tiles_of(box)):
        args = (category, state, list(box), before, limit, commune, tiles)
        window = await fetch_one(db, LIST_IN_TILES, *args, into=Window)
        if window is not None and window.sure:
            return await fetch_all(db, LIST_BY_ID, window.ids or [], at, into=PublicReport)
    return await fetch_all(
        db, LIST_PUBLIC, commune, category, state, box, before, report_id, limit, at,
        into=PublicReport,
    )  # fmt: skip
