"""SQL of the sender's own view."""

from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from api.reports.contracts import Line, MyReport

LIST_MINE = """
select
    id, code, category_code, category_name, state, state_name, description, commune_code,
    commune_name, agency_name, urgent, received_at, due_at,
    due_at < coalesce(finished_at, $4) as late, photos_received, version
from report_seen
where id in (select p.report_id from report_reporter p where p.person_id = $1)
  and ($2::uuid is null or id < $2)
order by id desc
limit $3
"""
FIND_MINE = """
select
    id, code, category_code, category_name, state, state_name, description, lat, lon, accuracy_m,
    commune_code, commune_name, anonymous, urgent, happened_at, received_at, due_at,
    due_at < coalesce(finished_at, $4) as late, published, agency_name, answer, refusal_reason,
    finished_at, rating, rating_comment, version, photo_count, photos_received, photos
from report_seen
where id = $1
  and ($2 or exists (select from report_reporter p where p.report_id = $1 and p.person_id = $3))
"""


async def list_mine(
    db: Connection, person_id: UUID, *, before: UUID | None, limit: int, at: datetime
) -> list[Line]:
    """This person's reports, newest first."""
    return await fetch_all(db, LIST_MINE, person_id, before, limit, at, into=Line)


async def find_mine(
    db: Connection, report_id: UUID, *, by_key: bool, person_id: UUID | None, at: datetime
) -> MyReport | None:
    """A report for its reporter: proven by the tracking key, or by being the person."""
    return await fetch_one(db, FIND_MINE, report_id, by_key, person_id, at, into=MyReport)
