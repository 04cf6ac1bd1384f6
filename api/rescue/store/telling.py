"""SQL of who is told of a call for help."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.kit.db import Connection

LIST_COMMAND = """
select distinct person_id from role_grant
where role = 'officer' and province_code = $1 and revoked_at is null
  and valid_from <= $2::date and coalesce(valid_to, 'infinity') >= $2
"""
LIST_HELPERS = """
select distinct m.person_id
from rescue_near n
join team_member m on m.team_id = n.team_id and m.since <= $2 and coalesce(m.until, 'infinity') > $2
where n.incident_id = $1
  and (
    select c.granted from consent c
    where c.person_id = m.person_id and c.purpose = 'rescue_help' order by c.id desc limit 1
  )
"""


async def list_command(db: Connection, province: str, *, at: datetime) -> Sequence[UUID]:
    """Who sits in the command post."""
    return [row["person_id"] for row in await db.fetch(LIST_COMMAND, province, at)]


async def list_helpers(db: Connection, incident_id: UUID, *, at: datetime) -> Sequence[UUID]:
    """Volunteers near an incident nobody has, who agreed to be asked."""
    return [row["person_id"] for row in await db.fetch(LIST_HELPERS, incident_id, at)]
