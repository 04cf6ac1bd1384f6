"""SQL of second factors taken away: whose, by whom, when, why."""

from datetime import datetime
from uuid import UUID

from api.identity.contracts import SecondFactorReset
from api.kit.db import Connection, fetch_all

INSERT_RESET = """
insert into second_factor_reset (id, person_id, reset_by, reset_at, reason) values ($1, $2, $3, $4, $5)
"""


async def insert_reset(
    tx: Connection, reset_id: UUID, *, person_id: UUID, by: UUID | None, at: datetime, reason: str
) -> None:
    """Write down that it was taken away; `by` None: at the machine."""
    await tx.execute(INSERT_RESET, reset_id, person_id, by, at, reason)


CLOSE_ALL = """
update session set closed_at = $2, closed_why = 'second_factor_reset'
where person_id = $1 and closed_at is null and expires_at > $2
"""


async def close_all(tx: Connection, person_id: UUID, at: datetime) -> None:
    """End every session of this person: one of them may be a stranger's."""
    await tx.execute(CLOSE_ALL, person_id, at)


LIST_RESETS = """
select r.id, r.person_id, p.display_name as person_name, r.reset_by, b.display_name as reset_by_name,
    r.reset_at, r.reason
from second_factor_reset r
join person p on p.id = r.person_id
left join person b on b.id = r.reset_by
where ($1::uuid is null or r.id = $1)
  and ($2::timestamptz is null or (r.reset_at, r.id) < ($2, $3::uuid))
order by r.reset_at desc, r.id desc
limit $4
"""


async def list_resets(
    db: Connection,
    *,
    reset_id: UUID | None = None,
    after: tuple[datetime, UUID] | None = None,
    limit: int = 1,
) -> list[SecondFactorReset]:
    """What was taken away, newest first."""
    at, last = after or (None, None)
    return await fetch_all(db, LIST_RESETS, reset_id, at, last, limit, into=SecondFactorReset)
