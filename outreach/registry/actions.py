"""Keeping the register: folding events into it, taking the area onto the phone, planning the evening."""

from uuid import UUID

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.pages import decode_cursor, encode_cursor
from api.kit.principal import Principal
from outreach.registry import store
from outreach.registry.contracts import Pull, Tonight, WalkingTeam
from outreach.registry.rules import NoTeam, area_digest, plan

PAGE = 1000
ELDER_AGE = 60


async def pull(db: Connection, *, me: Principal, cursor: str | None, team_id: UUID | None) -> Pull:
    """What changed in the team's area since the cursor, a page at a time."""
    team = await walking_team(db, me=me, team_id=team_id)
    hamlets = [hamlet.id for hamlet in team.hamlets]
    area = area_digest(hamlets)
    after, reset = 0, cursor is not None
    if cursor is not None:
        of_team, of_area, position = decode_cursor(cursor, tuple[UUID, str, int])
        if (of_team, of_area) == (team.id, area) and position >= 0:
            after, reset = position, False
    # The position comes first: every row up to it is committed, so the cursor skips none.
    until = await store.find_position(db, commune_code=team.commune_code)
    homes = await store.list_households(db, hamlets=hamlets, after=after, until=until, limit=PAGE)
    adults = await store.list_adults(db, hamlets=hamlets, after=after, until=until, limit=PAGE)
    reached = min(line[-1].position if len(line) == PAGE else until for line in (homes, adults))
    reached = max(reached, after)
    return Pull(
        team=team,
        households=[home for home in homes if home.position <= reached],
        adults=[adult for adult in adults if adult.position <= reached],
        skills=await store.list_skills(db),
        cursor=encode_cursor(team.id, area, reached),
        more=reached < until,
        reset=reset,
    )


async def tonight(db: Connection, *, me: Principal, team_id: UUID | None, limit: int) -> Tonight:
    """The next doors of the team, with the reason for each."""
    team = await walking_team(db, me=me, team_id=team_id)
    doors = await store.list_doors(
        db,
        hamlets=[hamlet.id for hamlet in team.hamlets],
        elder_born_by=today().year - ELDER_AGE,
    )
    return Tonight(items=plan(doors, at=now(), limit=limit))


async def walking_team(db: Connection, *, me: Principal, team_id: UUID | None) -> WalkingTeam:
    """The team asked for, among one's own; NoTeam otherwise."""
    team = await store.find_team(db, own=me.team_ids, team_id=team_id, at=now())
    if team is None:
        raise NoTeam
    return team
