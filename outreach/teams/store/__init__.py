"""SQL of teams, hamlets and areas."""

from collections.abc import Sequence
from uuid import UUID

from api.kit.clock import now, today
from api.kit.db import Connection, fetch_all
from api.kit.principal import Principal, Role
from api.kit.text import nfc, sort_key
from outreach.teams.contracts import NewHamlet, NewTeam, Team

INSERT_HAMLETS = """
insert into hamlet (id, commune_id, name, kind, sort_key)
select h.id, u.id, h.name, h.kind, h.sort_key
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[])
    as h(id, commune_code, name, kind, sort_key)
join admin_unit u on u.code = h.commune_code and u.valid_to is null
on conflict (id) do nothing
"""
INSERT_TEAMS = """
insert into team (id, code, name, commune_id, formed_on, demo, kind, formed_by)
select t.id, t.code, t.name, u.id, t.formed_on, t.demo, t.kind, t.formed_by
from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::boolean[], $7::text[], $8::uuid[])
    as t(id, code, name, commune_code, formed_on, demo, kind, formed_by)
join admin_unit u on u.code = t.commune_code and u.valid_to is null
on conflict (id) do nothing
"""
INSERT_AREAS = """
insert into team_area (team_id, hamlet_id, since)
select t.id, a.hamlet_id, t.formed_on::timestamp at time zone 'Asia/Ho_Chi_Minh'
from unnest($1::uuid[], $2::uuid[]) as a(team_id, hamlet_id)
join team t on t.id = a.team_id
on conflict do nothing
"""
LIST_TEAMS = """
select t.id, t.code, t.name, t.kind, u.code as commune_code, u.name as commune_name, t.formed_on, t.demo,
    who.members, who.trained,
    array(
        select p.display_name from role_grant g join person p on p.id = g.person_id
        where g.team_id = t.id and g.role = 'team_leader' and g.revoked_at is null
            and $5 between g.valid_from and coalesce(g.valid_to, 'infinity')
        order by g.granted_at
    ) as leaders,
    coalesce((
        select jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name, 'kind', h.kind) order by h.sort_key)
        from team_area a join hamlet h on h.id = a.hamlet_id
        where a.team_id = t.id and a.since <= $4 and (a.until is null or a.until > $4)
    ), '[]') as hamlets
from team t join admin_unit u on u.id = t.commune_id
cross join lateral (
    select count(*) as members, count(*) filter (where team_trained(m.person_id, $5)) as trained
    from (
        select distinct person_id from team_member
        where team_id = t.id and since <= $4 and (until is null or until > $4)
    ) m
) who
where (t.dissolved_on is null or t.dissolved_on > $5)
  and ($1::text is null or u.code = $1)
  and ($2::uuid[] is null or t.id = any($2))
  and ($3::text[] is null or u.province_code = any($3))
order by t.code
limit $6
"""


async def insert_hamlets(tx: Connection, hamlets: Sequence[NewHamlet]) -> None:
    """Put hamlets on the list; those that are there stay as they are."""
    await tx.execute(
        INSERT_HAMLETS,
        [hamlet.id for hamlet in hamlets],
        [hamlet.commune_code for hamlet in hamlets],
        [nfc(hamlet.name) for hamlet in hamlets],
        [hamlet.kind.value for hamlet in hamlets],
        [sort_key(hamlet.name) for hamlet in hamlets],
    )


async def insert_teams(tx: Connection, teams: Sequence[NewTeam]) -> None:
    """Form teams and give them their hamlets from their first day."""
    await tx.execute(
        INSERT_TEAMS,
        [team.id for team in teams],
        [team.code for team in teams],
        [nfc(team.name) for team in teams],
        [team.commune_code for team in teams],
        [team.formed_on for team in teams],
        [team.demo for team in teams],
        [team.kind.value for team in teams],
        [team.formed_by for team in teams],
    )
    areas = [(team.id, hamlet) for team in teams for hamlet in team.hamlet_ids]
    await tx.execute(INSERT_AREAS, [area[0] for area in areas], [area[1] for area in areas])


async def list_teams(db: Connection, *, seen_by: Principal, commune: str | None, limit: int) -> list[Team]:
    """Teams this person may see: one's own, an officer's provinces, all for an administrator."""
    team_ids: list[UUID] | None = None
    provinces: list[str] | None = None
    if seen_by.has(Role.OFFICER) and not seen_by.has(Role.ADMIN):
        provinces = list(seen_by.province_codes)
    elif not seen_by.has(Role.ADMIN):
        team_ids = list(seen_by.team_ids)
    return await fetch_all(db, LIST_TEAMS, commune, team_ids, provinces, now(), today(), limit, into=Team)
