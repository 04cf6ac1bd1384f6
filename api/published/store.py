"""SQL of published cases: only rows and columns that are public, searched by their public place."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all
from api.published.contracts import PublicReport

LIST_PUBLIC = """
select
    id, code, category_code, category_name, state, state_name, public_text as description,
    public_lat as lat, public_lon as lon, commune_code, commune_name, agency_name,
    date_trunc('minute', received_at) as received_at, due_at,
    due_at < coalesce(finished_at, $8) as late, answer, finished_at, rating, public_photos as photos, number
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
    return await fetch_all(
        db, LIST_PUBLIC, commune, category, state, box, before, report_id, limit, at,
        into=PublicReport,
    )  # fmt: skip
