"""Showing a badge, checking one at the door without an account, and thanks."""

import secrets
from uuid import UUID

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.principal import Principal
from api.kit.settings import Settings
from outreach.teams import rules
from outreach.teams.contracts.badges import (
    Badge,
    BadgeAnswer,
    BadgeQuestion,
    BadgeState,
    NewBadge,
    Recognition,
)
from outreach.teams.store import badges as store
from outreach.teams.store import forming


async def open_badge(tx: Connection, me: Principal, new: NewBadge, *, settings: Settings) -> Badge:
    """My badge of a team I walk with, with the codes of the days ahead."""
    if new.team_id not in me.team_ids:
        raise rules.NoMembership
    at, on = now(), today()
    badge_id = await store.put_badge(
        tx,
        secrets.token_bytes(rules.ID_BYTES),
        team_id=new.team_id,
        person_id=me.person_id,
        at=at,
        anew=new.anew,
    )
    holder = await store.find_holder(tx, me.person_id, new.team_id, on=on)
    if holder is None:
        raise rules.TeamNotFound
    return Badge(
        name=holder.name,
        team_id=holder.team_id,
        team_name=holder.team_name,
        commune_name=holder.commune_name,
        trained=holder.trained,
        days=rules.days_of(settings.secret_key, badge_id, on, address=settings.public_url),
    )


async def check(db: Connection, asked: BadgeQuestion, *, settings: Settings) -> BadgeAnswer:
    """What a household learns of a code: nothing of anybody unless it is of today."""
    at, on = now(), today()
    state, badge_id = rules.read_token(settings.secret_key, asked.token, on)
    if badge_id is None:
        return BadgeAnswer(state=state)
    holder = await store.find_shown(db, badge_id, at=at, on=on)
    if holder is None:
        return BadgeAnswer(state=BadgeState.UNKNOWN)
    if holder.until is not None:
        state = BadgeState.REMOVED
    elif holder.revoked_at is not None:
        return BadgeAnswer(state=BadgeState.REVOKED)
    return BadgeAnswer(
        state=state,
        name=holder.name,
        team_name=holder.team_name,
        commune_name=holder.commune_name,
        trained=holder.trained if state is BadgeState.VALID else None,
        until=holder.until,
    )


async def recognise(db: Connection, me: Principal, team_id: UUID) -> Recognition:
    """Hours and households helped: mine and my team's, each member's for who leads or governs it."""
    reach = rules.reach_of(me)
    within = await forming.find_team(db, team_id, reach)
    team = within
    if team is None and team_id in me.team_ids:
        team = await forming.find_team(db, team_id, reach._replace(led=[team_id]))
    if team is None:
        raise rules.TeamNotFound
    found = await store.list_thanks(db, team_id, people=None if within else [me.person_id])
    whole, people = found[0], found[1:]
    mine = next((one for one in people if one.person_id == me.person_id), None)
    return Recognition(
        team_id=team_id,
        team_name=team.name,
        mine=mine,
        team=whole,
        people=people if within else [],
        next_mark=rules.next_mark(mine.households_helped if mine else 0),
    )
