"""SQL of families that ask for a visit."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.planning.contracts import HamletChoice, VisitRequest

LIST_HAMLETS = """
select h.id, h.name from hamlet h join admin_unit u on u.id = h.commune_id
where u.code = $1 and u.valid_to is null and exists (
    select from team_area a where a.hamlet_id = h.id and a.since <= $2 and (a.until is null or a.until > $2)
)
order by h.sort_key, h.id
"""
INSERT_REQUEST = """
insert into walk_request as kept (id, person_id, hamlet_id, words, asked_at)
select $1, $2, h.id, $4, $5 from hamlet h where h.id = $3
on conflict (person_id) where closed_at is null do update
set hamlet_id = excluded.hamlet_id, words = excluded.words, household_id = null,
    asked_at = case when exists (
        select from visit v where v.household_id = kept.household_id and v.result = 'met' and v.visited_at > kept.asked_at
    ) then excluded.asked_at else kept.asked_at end
returning id
"""
LIST_REQUESTS = """
select r.id, h.name as hamlet, r.words, r.asked_at, r.household_id, d.reference as household,
    case when r.closed_at is null and agreed.granted then p.phone end as phone,
    case when r.closed_at is not null then r.closed_why
        when exists (
            select from visit v where v.household_id = r.household_id and v.result = 'met' and v.visited_at > r.asked_at
        ) then 'helped' else 'open' end as state
from walk_request r
join hamlet h on h.id = r.hamlet_id
join person p on p.id = r.person_id
left join household d on d.id = r.household_id
left join consent_now agreed on agreed.person_id = r.person_id and agreed.purpose = 'team_contact'
where ($1::uuid is null or r.person_id = $1)
  and ($2::uuid[] is null or (r.hamlet_id = any($2) and r.closed_at is null))
  and ($3::uuid is null or r.id = $3)
order by r.asked_at desc limit $4
"""
PLACE_REQUEST = """
update walk_request r set household_id = $3,
    closed_at = case when $3::uuid is null then $4::timestamptz end,
    closed_why = case when $3::uuid is null then 'not_found' end
where r.id = $1 and r.closed_at is null and r.hamlet_id = any($2::uuid[])
    and ($3::uuid is null or exists (select from household d where d.id = $3 and d.hamlet_id = any($2::uuid[])))
returning r.id
"""
WITHDRAW_REQUEST = """
update walk_request set closed_at = $3, closed_why = 'withdrawn', words = '-'
where id = $1 and person_id = $2 and closed_at is null
returning id
"""


async def list_hamlets(db: Connection, commune: str, *, at: datetime) -> list[HamletChoice]:
    """Hamlets of a commune that a team walks."""
    return await fetch_all(db, LIST_HAMLETS, commune, at, into=HamletChoice)


async def insert_request(
    tx: Connection, *, request_id: UUID, person_id: UUID, hamlet_id: UUID, words: str, at: datetime
) -> UUID | None:
    """Somebody's one open request; None when there is no such hamlet."""
    found: UUID | None = await tx.fetchval(INSERT_REQUEST, request_id, person_id, hamlet_id, words, at)
    return found


async def list_requests(
    db: Connection,
    *,
    person_id: UUID | None = None,
    hamlets: Sequence[UUID] | None = None,
    request_id: UUID | None = None,
    limit: int,
) -> list[VisitRequest]:
    """Requests of a person, or open ones of hamlets."""
    return await fetch_all(db, LIST_REQUESTS, person_id, hamlets, request_id, limit, into=VisitRequest)


async def find_request(db: Connection, request_id: UUID) -> VisitRequest | None:
    """One request as it stands."""
    return await fetch_one(db, LIST_REQUESTS, None, None, request_id, 1, into=VisitRequest)


async def place_request(
    tx: Connection, request_id: UUID, *, hamlets: Sequence[UUID], household_id: UUID | None, at: datetime
) -> bool:
    """Say which house asked, or that none does; whether there was such a request and house."""
    return await tx.fetchval(PLACE_REQUEST, request_id, hamlets, household_id, at) is not None


async def withdraw_request(tx: Connection, request_id: UUID, *, person_id: UUID, at: datetime) -> bool:
    """Take a request back; its words go."""
    return await tx.fetchval(WITHDRAW_REQUEST, request_id, person_id, at) is not None
