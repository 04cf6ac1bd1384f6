"""SQL of published cases: only rows and columns that are public, searched by their public place."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all
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
with found as (
    select r.id from unnest($8::bigint[]) as asked (tile)
    cross join lateral (
        select k.id, k.number from report k
        where k.published_at is not null and report_cell(k.public_lat / 10, k.public_lon / 10) = asked.tile
          and k.public_lon between ($3::float8[])[1] and ($3::float8[])[3]
          and k.public_lat between ($3::float8[])[2] and ($3::float8[])[4]
          and ($1::text is null or k.category_code in (select c.code from category c where $1 in (c.code, c.parent_code)))
          and ($2::text is null or k.state = $2)
          and ($4::bigint is null or k.number < $4)
          and ($7::text is null
               or k.commune_id in (select u.id from admin_unit u where u.code = $7)
               or k.told_commune_id in (select u.id from admin_unit u where u.code = $7))
        order by k.number desc
        limit $5
    ) r
    order by r.number desc
    limit $5
)
select
    v.id, v.code, v.category_code, v.category_name, v.state, v.state_name, v.public_text as description,
    v.public_lat as lat, v.public_lon as lon, v.commune_code, v.commune_name, v.agency_name,
    date_trunc('minute', v.received_at) as received_at, v.due_at,
    v.due_at < coalesce(v.finished_at, $6) as late, v.answer, v.finished_at, v.rating, v.public_photos as photos,
    v.number, coalesce((select p.people from report_support p where p.report_id = v.id), 1) as supporters
from found join report_seen v on v.id = found.id
order by v.number desc
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
    """Published cases, newest first; a small window of the map by its tiles, so that a dense one costs no more."""
    if box is not None and report_id is None and (tiles := tiles_of(box)):
        return await fetch_all(
            db,
            LIST_IN_TILES,
            category,
            state,
            list(box),
            before,
            limit,
            at,
            commune,
            tiles,
            into=PublicReport,
        )
    return await fetch_all(
        db, LIST_PUBLIC, commune, category, state, box, before, report_id, limit, at,
        into=PublicReport,
    )  # fmt: skip
