"""Keeping the register: taking the area onto the phone."""

from collections.abc import Sequence
from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import decode_cursor, encode_cursor
from api.kit.principal import Principal
from outreach.registry import store
from outreach.registry.contracts import HouseholdLine, Pull, WalkingTeam
from outreach.registry.contracts.columns import AreaColumns
from outreach.registry.rules import NoTeam, area_digest
from outreach.registry.rules.columns import (
    RESULTS,
    SINCE,
    adult_columns,
    household_columns,
    short_ids,
    warning_of,
)

PAGE = 1000
PAGE_OF_COLUMNS = 5000


async def pull_columns(
    db: Connection,
    *,
    me: Principal,
    cursor: str | None,
    team_id: UUID | None,
    ids: bool = False,
    short: bool = False,
) -> AreaColumns:
    """The same in columns, in larger pages: small enough for a first evening on a slow network."""
    page = await pull(db, me=me, cursor=cursor, team_id=team_id, page=PAGE_OF_COLUMNS)
    people = [one for one in page.adults if not one.gone]
    hamlets = [hamlet.id for hamlet in page.team.hamlets]
    packed = short_ids(page.households, people) if ids and short else None
    spelt = ids and packed is None
    return AreaColumns(
        team=page.team,
        since=SINCE,
        results=RESULTS,
        households=household_columns(page.households, people, hamlets, ids=spelt),
        adults=adult_columns(page.households, people, ids=spelt),
        skills=page.skills,
        cursor=page.cursor,
        more=page.more,
        reset=page.reset,
        warning=warning_of(await store.count_households(db, hamlets=hamlets)),
        ids=packed,
    )


async def pull(
    db: Connection, *, me: Principal, cursor: str | None, team_id: UUID | None, page: int | None = None
) -> Pull:
    """What changed in the team's area since the cursor, a page at a time."""
    most = page or PAGE
    team = await walking_team(db, me=me, team_id=team_id)
    hamlets = [hamlet.id for hamlet in team.hamlets]
    area = area_digest(hamlets)
    # The positions come first: every row up to them is committed, so the cursor skips none.
    feeds = await store.list_feeds(db, hamlets=hamlets)
    known = reached_before(cursor, team_id=team.id, area=area, communes=[feed.commune_id for feed in feeds])
    reached = dict(known or {})
    homes: list[HouseholdLine] = []
    for feed in feeds:  # nearly always one
        after = reached.setdefault(feed.commune_id, 0)
        if len(homes) < most:
            room = most - len(homes)
            lines = await store.list_households(db, feed, after=after, area=hamlets, limit=room)
            reached[feed.commune_id] = max(lines[-1].position if len(lines) == room else feed.position, after)
            homes += lines
    return Pull(
        team=team,
        households=homes,
        adults=await store.list_adults(db, homes=[home.id for home in homes if not home.gone]),
        skills=await store.list_skills(db),
        cursor=encode_cursor(team.id, area, sorted(reached.items())),
        more=any(reached[feed.commune_id] < feed.position for feed in feeds),
        reset=cursor is not None and known is None,
    )


def reached_before(
    cursor: str | None, *, team_id: UUID, area: str, communes: Sequence[int]
) -> dict[int, int] | None:
    """How far the phone had come in each commune; None when it starts over: no cursor, or of another area."""
    if cursor is None:
        return None
    try:
        of_team, of_area, reached = decode_cursor(cursor, tuple[UUID, str, list[tuple[int, int]]])
    except Invalid:
        decode_cursor(cursor, tuple[UUID, str, int])  # of the release before: start over
        return None
    same = (of_team, of_area, [commune for commune, _ in reached]) == (team_id, area, sorted(communes))
    return dict(reached) if same and all(position >= 0 for _, position in reached) else None


async def walking_team(db: Connection, *, me: Principal, team_id: UUID | None) -> WalkingTeam:
    """The team asked for, among one's own; NoTeam otherwise."""
    team = await store.find_team(db, own=me.team_ids, team_id=team_id, at=now())
    if team is None:
        raise NoTeam
    return team
