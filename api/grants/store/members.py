"""SQL of a team's members as its leader sees and changes them."""

from datetime import date, datetime
from uuid import UUID

from api.grants.contracts import Member, Membership
from api.kit.db import Connection, fetch_all, fetch_one

LIST_MEMBERS = """
select m.id, m.person_id, p.display_name as person_name,
    case when p.phone_verified_at is not null then '0•• ••• •' || right(p.phone, 3) end as person_phone,
    m.role, m.valid_from as since, b.display_name as by_name,
    m.role = 'volunteer' and m.person_id <> $3 as removable
from (
    select distinct on (person_id) id, person_id, role, valid_from, granted_by
    from role_grant
    where team_id = $1 and revoked_at is null and $2::date between valid_from and coalesce(valid_to, 'infinity')
    order by person_id, role = 'team_leader' desc, id desc
) m
join person p on p.id = m.person_id
left join person b on b.id = m.granted_by
where ($4::uuid is null or m.id = $4)
  and ($5::boolean is null or (m.role = 'team_leader', m.id) < ($5, $6::uuid))
order by m.role = 'team_leader' desc, m.id desc
limit $7
"""


async def list_members(
    db: Connection,
    team_id: UUID,
    on: date,
    *,
    seen_by: UUID,
    grant_id: UUID | None = None,
    after: tuple[bool, UUID] | None = None,
    limit: int = 1,
) -> list[Member]:
    """Who is of a team on a day, one line a person: leaders first, then who came last."""
    leads, last = after or (None, None)
    return await fetch_all(db, LIST_MEMBERS, team_id, on, seen_by, grant_id, leads, last, limit, into=Member)


FIND_LEADING = """
select exists (
    select from role_grant
    where person_id = $1 and team_id = $2 and role = 'team_leader' and revoked_at is null
      and coalesce(valid_to, 'infinity') >= $3::date
)
"""


async def is_leading(db: Connection, person_id: UUID, team_id: UUID, on: date) -> bool:
    """Whether this person leads the team on a day, or will."""
    leads: bool = await db.fetchval(FIND_LEADING, person_id, team_id, on)
    return leads


REVOKE_MEMBER = """
update role_grant set revoked_at = $4, revoked_by = $5, reason = $6
where person_id = $1 and team_id = $2 and role = 'volunteer' and revoked_at is null
  and coalesce(valid_to, 'infinity') >= $3::date
"""


async def revoke_member(
    tx: Connection, person_id: UUID, team_id: UUID, *, on: date, by: UUID, reason: str, at: datetime
) -> bool:
    """End what makes somebody a volunteer of a team from this day on; False when nothing did."""
    return await tx.execute(REVOKE_MEMBER, person_id, team_id, on, at, by, reason) != "UPDATE 0"


REVOKE_PHONES = """
select visit_install_revoke($1, $2, $3, $4, $5)
where not exists (
    select from team_member where person_id = $1 and team_id = $2 and since <= $5 and (until is null or until > $5)
)
"""


async def revoke_phones(
    tx: Connection, person_id: UUID, team_id: UUID, *, by: UUID, reason: str, at: datetime
) -> None:
    """Who walks for no team any more: their phones take nothing more, and forget at the next contact."""
    await tx.execute(REVOKE_PHONES, person_id, team_id, by, reason, at)


FIND_MEMBERSHIP = """
select g.person_id, t.name as team_name, nullif(b.display_name, '') as by_name, g.reason
from role_grant g
join team t on t.id = g.team_id
left join person b on b.id = case when g.revoked_at is null then g.granted_by else g.revoked_by end
where g.id = $1
"""


async def find_membership(db: Connection, grant_id: UUID) -> Membership | None:
    """A grant for a team, with the names a notice needs."""
    return await fetch_one(db, FIND_MEMBERSHIP, grant_id, into=Membership)


LOCK_LEADER = """
select pg_advisory_xact_lock(hashtextextended('member-miss:' || $1::uuid::text, 0))
"""
FIND_MISS = """
select missed_at from member_miss where leader_id = $1 and missed_at > $2 order by missed_at desc offset $3 limit 1
"""


async def find_miss(tx: Connection, leader_id: UUID, since: datetime, *, number: int) -> datetime | None:
    """When the `number`-th newest miss of a leader was; another try of the same leader waits for this one."""
    await tx.execute(LOCK_LEADER, leader_id)
    found: datetime | None = await tx.fetchval(FIND_MISS, leader_id, since, number - 1)
    return found


DELETE_OLD_MISSES = """
delete from member_miss where missed_at <= $1
"""
INSERT_MISS = """
insert into member_miss (leader_id, missed_at) values ($1, $2)
"""


async def insert_miss(tx: Connection, leader_id: UUID, at: datetime, *, kept_since: datetime) -> None:
    """Count a number nobody has signed in with; which one it was is not kept."""
    await tx.execute(DELETE_OLD_MISSES, kept_since)
    await tx.execute(INSERT_MISS, leader_id, at)
