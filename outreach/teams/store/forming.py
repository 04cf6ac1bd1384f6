"""SQL of forming, moving and dissolving a team, and of what was dated about it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from outreach.teams.contracts import AreaSpan, HamletName, MemberSpan, TeamKind
from outreach.teams.rules import Reach

FIND_COMMUNE = """
select u.code from admin_unit u
where u.code = $1 and u.valid_to is null and u.type in ('commune', 'ward', 'special_zone')
  and ($2 or u.province_code = any($3::text[]))
"""
HOLD_TEAM = """
select t.id, t.code, t.name, t.kind, u.code as commune_code, u.name as commune_name, t.formed_on, t.dissolved_on,
    t.dissolved_why
from team t join admin_unit u on u.id = t.commune_id
where t.id = $1 and ($2 or u.province_code = any($3::text[]) or t.id = any($4::uuid[]))
for no key update of t
"""
FIND_TEAM = """
select t.id, t.code, t.name, t.kind, u.code as commune_code, u.name as commune_name, t.formed_on, t.dissolved_on,
    t.dissolved_why
from team t join admin_unit u on u.id = t.commune_id
where t.id = $1 and ($2 or u.province_code = any($3::text[]) or t.id = any($4::uuid[]))
"""
LIST_HAMLETS = """
select h.id, h.name, h.kind from hamlet h join admin_unit u on u.id = h.commune_id
where u.code = $1 and u.valid_to is null order by h.sort_key
"""
END_AREAS = """
with ahead as (
    delete from team_area where team_id = $1 and since >= $3
)
update team_area set until = $3
where team_id = $1 and since < $3 and (until is null or until > $3) and hamlet_id <> all($2::uuid[])
"""
START_AREAS = """
insert into team_area (team_id, hamlet_id, since)
select $1, h.id, $3 from unnest($2::uuid[]) as h(id)
where not exists (
    select from team_area a where a.team_id = $1 and a.hamlet_id = h.id and a.since < $3 and (a.until is null or a.until > $3)
)
"""
KEEP_AREAS = """
update team_area set until = null
where team_id = $1 and hamlet_id = any($2::uuid[]) and since < $3 and until > $3
"""
DISSOLVE = """
update team set dissolved_on = $2, dissolved_by = $3, dissolved_why = $4 where id = $1
"""
DISMISS = """
select grant_dismiss($1, null, $2, $3, $4)
"""
CLOSE_INVITATIONS = """
update team_invitation set answered_at = $2, answer = 'withdrawn', phone_sealed = null
where team_id = $1 and answered_at is null
"""
LIST_AREAS = """
select h.id, h.name, a.since, a.until from team_area a join hamlet h on h.id = a.hamlet_id
where a.team_id = $1 order by a.until desc nulls first, h.sort_key, a.since desc
"""
LIST_PEOPLE = """
select g.person_id, p.display_name as name, g.role,
    g.valid_from::timestamp at time zone 'Asia/Ho_Chi_Minh' as since,
    least((g.valid_to + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', g.revoked_at) as until,
    b.display_name as by_name, g.reason as why, team_trained(g.person_id, $2) as trained
from role_grant g join person p on p.id = g.person_id left join person b on b.id = g.granted_by
where g.team_id = $1
order by until desc nulls first, g.role = 'team_leader' desc, g.valid_from desc, g.id desc
limit 300
"""


class TeamRow(msgspec.Struct, frozen=True, kw_only=True):
    """A team within somebody's reach."""

    id: UUID
    code: str
    name: str
    kind: TeamKind
    commune_code: str
    commune_name: str
    formed_on: date
    dissolved_on: date | None
    dissolved_why: str | None


async def is_within(db: Connection, commune_code: str, reach: Reach) -> bool:
    """Whether a commune is in force and somebody's to form teams in."""
    return await db.fetchval(FIND_COMMUNE, commune_code, reach.everywhere, reach.provinces) is not None


async def hold_team(tx: Connection, team_id: UUID, reach: Reach) -> TeamRow | None:
    """A team within reach, held until the end."""
    return await fetch_one(tx, HOLD_TEAM, team_id, *reach, into=TeamRow)


async def find_team(db: Connection, team_id: UUID, reach: Reach) -> TeamRow | None:
    """A team within reach."""
    return await fetch_one(db, FIND_TEAM, team_id, *reach, into=TeamRow)


async def list_hamlets(db: Connection, commune_code: str) -> list[HamletName]:
    """The hamlets of a commune."""
    return await fetch_all(db, LIST_HAMLETS, commune_code, into=HamletName)


async def set_areas(tx: Connection, team_id: UUID, hamlets: Sequence[UUID], *, since: datetime) -> None:
    """The team walks exactly these from then on; what it walked before stays dated."""
    await tx.execute(END_AREAS, team_id, hamlets, since)
    await tx.execute(KEEP_AREAS, team_id, hamlets, since)
    await tx.execute(START_AREAS, team_id, hamlets, since)


async def dissolve(tx: Connection, team_id: UUID, *, on: date, by: UUID, why: str) -> None:
    """Write that a team ended."""
    await tx.execute(DISSOLVE, team_id, on, by, why)


async def dismiss(tx: Connection, team_id: UUID, *, by: UUID, why: str, at: datetime) -> list[UUID]:
    """End all its memberships and invitations now; answers who was of it."""
    await tx.execute(CLOSE_INVITATIONS, team_id, at)
    people: list[UUID] = await tx.fetchval(DISMISS, team_id, by, why, at)
    return people


async def list_areas(db: Connection, team_id: UUID) -> list[AreaSpan]:
    """Where a team walks and walked."""
    return await fetch_all(db, LIST_AREAS, team_id, into=AreaSpan)


async def list_people(db: Connection, team_id: UUID, *, on: date) -> list[MemberSpan]:
    """Who is and was of a team, the newest three hundred."""
    return await fetch_all(db, LIST_PEOPLE, team_id, on, into=MemberSpan)
