"""SQL of invitations to a team."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.grants.contracts.inviting import Invitation, MyInvitation
from api.kit.db import Connection, fetch_all, fetch_one

FIND_TEAM = """
select t.name from team t join admin_unit u on u.id = t.commune_id
where t.id = $1 and t.dissolved_on is null and ($2 or t.id = any($3::uuid[]) or u.province_code = any($4::text[]))
"""
COUNT_SENT = """
select count(*) filter (where invited_by = $1) as by_me,
    count(*) filter (where team_id = $2 and phone_hash = $3 and answer = 'declined') as declined
from team_invitation where invited_at > $4 and (invited_by = $1 or (team_id = $2 and phone_hash = $3))
"""
CLOSE_OLD = """
update team_invitation set answered_at = $3, answer = 'expired', phone_sealed = null
where team_id = $1 and phone_hash = $2 and answered_at is null and expires_at <= $3
"""
INSERT = """
insert into team_invitation
    (id, team_id, role, phone_hash, phone_end, phone_sealed, invited_by, invited_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict do nothing
"""
LIST_OPEN = """
select i.id, i.role, '0•• ••• •' || i.phone_end as phone, b.display_name as by_name, i.invited_at, i.expires_at,
    i.phone_sealed is null as sent
from team_invitation i left join person b on b.id = i.invited_by
where i.team_id = $1 and i.answered_at is null and i.expires_at > $2 and ($3::uuid is null or i.id = $3)
order by i.invited_at desc
"""
LIST_MINE = """
select i.id, i.role, t.id as team_id, t.name as team_name, u.name as commune_name, b.display_name as by_name,
    i.invited_at, i.expires_at
from team_invitation i
join team t on t.id = i.team_id and t.dissolved_on is null
join admin_unit u on u.id = t.commune_id
left join person b on b.id = i.invited_by
where i.phone_hash = $1 and i.answered_at is null and i.expires_at > $2
order by i.invited_at desc
"""
FIND_PHONE = """
select phone from person where id = $1 and phone_verified_at is not null
"""
ANSWER = """
update team_invitation i set answered_at = $3, answer = $4, phone_sealed = null
from team t
where i.id = $1 and i.phone_hash = $2 and i.answered_at is null and i.expires_at > $3
    and t.id = i.team_id and t.dissolved_on is null
returning i.team_id, i.role, i.invited_by
"""
WITHDRAW = """
update team_invitation set answered_at = $3, answer = 'withdrawn', phone_sealed = null
where id = $1 and team_id = $2 and answered_at is null
"""
TAKE_PHONE = """
with held as (
    select id, phone_sealed from team_invitation
    where id = $1 and answered_at is null and expires_at > $2 and phone_sealed is not null for update
)
update team_invitation i set phone_sealed = null from held, team t
where i.id = held.id and t.id = i.team_id
returning held.phone_sealed as sealed, t.name as team_name
"""
FORGET = """
update team_invitation set answered_at = $1, answer = 'expired', phone_sealed = null
where answered_at is null and expires_at <= $1
"""


class Sent(msgspec.Struct, frozen=True):
    """Invitations of late: by whoever invites, and how often this number said no to this team."""

    by_me: int
    declined: int


class Answered(msgspec.Struct, frozen=True):
    """What somebody said yes or no to."""

    team_id: UUID
    role: str
    invited_by: UUID | None


class ToSend(msgspec.Struct, frozen=True):
    """A number still sealed, and the team it is invited to."""

    sealed: str
    team_name: str


async def find_team(
    db: Connection, team_id: UUID, *, everywhere: bool, led: list[UUID], provinces: list[str]
) -> str | None:
    """The name of a team one may invite people to."""
    name: str | None = await db.fetchval(FIND_TEAM, team_id, everywhere, led, provinces)
    return name


async def count_sent(tx: Connection, *, by: UUID, team_id: UUID, phone_hash: str, since: datetime) -> Sent:
    """What was sent since then."""
    return await fetch_one(tx, COUNT_SENT, by, team_id, phone_hash, since, into=Sent) or Sent(0, 0)


async def insert_invitation(
    tx: Connection,
    invitation_id: UUID,
    *,
    team_id: UUID,
    role: str,
    phone_hash: str,
    phone_end: str,
    phone_sealed: str,
    by: UUID,
    at: datetime,
    until: datetime,
) -> bool:
    """Keep an invitation; False when the number has an open one of this team."""
    await tx.execute(CLOSE_OLD, team_id, phone_hash, at)
    what = (invitation_id, team_id, role, phone_hash, phone_end, phone_sealed, by, at, until)
    return await tx.execute(INSERT, *what) == "INSERT 0 1"


async def list_open(
    db: Connection, team_id: UUID, *, at: datetime, invitation_id: UUID | None = None
) -> list[Invitation]:
    """Who has not answered yet; the numbers are masked."""
    return await fetch_all(db, LIST_OPEN, team_id, at, invitation_id, into=Invitation)


async def list_mine(db: Connection, phone_hash: str, *, at: datetime) -> list[MyInvitation]:
    """What a number is invited to."""
    return await fetch_all(db, LIST_MINE, phone_hash, at, into=MyInvitation)


async def find_phone(db: Connection, person_id: UUID) -> str | None:
    """The number somebody has proven."""
    phone: str | None = await db.fetchval(FIND_PHONE, person_id)
    return phone


async def answer(
    tx: Connection, invitation_id: UUID, *, phone_hash: str, said: str, at: datetime
) -> Answered | None:
    """Write what the holder of the number said; None when it is not theirs, over or answered."""
    return await fetch_one(tx, ANSWER, invitation_id, phone_hash, at, said, into=Answered)


async def withdraw(tx: Connection, invitation_id: UUID, team_id: UUID, *, at: datetime) -> None:
    """Take an invitation back; again changes nothing."""
    await tx.execute(WITHDRAW, invitation_id, team_id, at)


async def take_phone(tx: Connection, invitation_id: UUID, *, at: datetime) -> ToSend | None:
    """The sealed number, once: it is not kept after the SMS."""
    return await fetch_one(tx, TAKE_PHONE, invitation_id, at, into=ToSend)


async def forget_old(tx: Connection, at: datetime) -> None:
    """Invitations nobody answered are over, their numbers with them."""
    await tx.execute(FORGET, at)
