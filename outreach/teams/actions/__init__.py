"""Forming teams, moving their areas, ending them: an officer's verbs, and the demo's."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.clock import VN, now, today
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid
from api.kit.ids import uuid7
from api.kit.principal import Principal
from api.kit.text import nfc
from outreach.teams import rules, store
from outreach.teams.contracts import (
    Dissolution,
    HamletName,
    NewHamlet,
    NewTeam,
    TeamArea,
    TeamCard,
    TeamDissolved,
    TeamPlan,
)
from outreach.teams.store import forming


async def form_teams(tx: Connection, teams: Sequence[NewTeam], *, hamlets: Sequence[NewHamlet]) -> None:
    """Put hamlets on the list and form the teams that walk them; doing it again changes nothing."""
    await store.insert_hamlets(tx, hamlets)
    await store.insert_teams(tx, teams)


async def form(tx: Connection, me: Principal, plan: TeamPlan) -> TeamCard:
    """Form a team in a commune of one's own, from today; the same plan again is the same team."""
    reach = rules.reach_of(me)
    if not await forming.is_within(tx, plan.commune_code, reach):
        raise rules.NotYourCommune
    if await forming.find_team(tx, plan.id, reach) is None:
        starts = rules.check_day(plan.area.on, today(), "area.on")
        team = NewTeam(
            id=plan.id,
            code=f"{plan.commune_code}-{plan.id.hex[-8:]}",
            name=nfc(plan.name),
            commune_code=plan.commune_code,
            formed_on=starts,
            hamlet_ids=tuple(await hamlets_of(tx, plan.commune_code, plan.area)),
            kind=plan.kind,
            formed_by=me.person_id,
        )
        await store.insert_teams(tx, [team])
    return await card(tx, me, plan.id)


async def hamlets_of(tx: Connection, commune_code: str, area: TeamArea) -> list[UUID]:
    """The hamlets of an area, new ones put on the list; Invalid when one is not of the commune, or there is none."""
    new = [
        NewHamlet(id=uuid7(), commune_code=commune_code, name=nfc(one.name), kind=one.kind)
        for one in area.new_hamlets
    ]
    names = {hamlet.name: hamlet.id for hamlet in await forming.list_hamlets(tx, commune_code)}
    known = set(names.values())
    if not set(area.hamlet_ids) <= known or not (area.hamlet_ids or new):
        raise Invalid(
            errors=[FieldError(field="hamlet_ids", message="Chọn thôn, bản, tổ dân phố của xã, phường này")]
        )
    fresh = [hamlet for hamlet in new if hamlet.name not in names]
    await store.insert_hamlets(tx, fresh)
    again = [names[hamlet.name] for hamlet in new if hamlet.name in names]
    return list(dict.fromkeys([*area.hamlet_ids, *again, *(hamlet.id for hamlet in fresh)]))


async def move(tx: Connection, me: Principal, team_id: UUID, area: TeamArea) -> TeamCard:
    """Give a team other hamlets from a day on; what it walked before stays dated."""
    team = await hold(tx, me, team_id)
    on = rules.check_day(area.on, today(), "on")
    hamlets = await hamlets_of(tx, team.commune_code, area)
    await forming.set_areas(tx, team_id, hamlets, since=start_of(on))
    return await card(tx, me, team_id)


def start_of(on: date) -> datetime:
    """From when something of a day holds: from now when it is today."""
    return now() if on == today() else datetime.combine(on, time(), VN)


async def hold(tx: Connection, me: Principal, team_id: UUID) -> forming.TeamRow:
    """A team one governs that is not over."""
    team = await forming.hold_team(tx, team_id, rules.reach_of(me))
    if team is None:
        raise rules.TeamNotFound
    if team.dissolved_on is not None:
        raise rules.TeamOver
    return team


async def dissolve(tx: Connection, me: Principal, team_id: UUID, why: Dissolution) -> TeamCard:
    """End a team now: nobody walks for it any more, and its members hear of it. What they did stays counted."""
    await hold(tx, me, team_id)
    reason, at = nfc(why.reason), now()
    await forming.set_areas(tx, team_id, [], since=at)
    people = await forming.dismiss(tx, team_id, by=me.person_id, why=reason, at=at)
    await forming.dissolve(tx, team_id, on=today(), by=me.person_id, why=reason)
    if people:
        await outbox.emit(tx, TeamDissolved(team_id=team_id, people=tuple(people)))
    return await card(tx, me, team_id)


async def card(db: Connection, me: Principal, team_id: UUID) -> TeamCard:
    """A team with everything that was dated about it."""
    team = await forming.find_team(db, team_id, rules.reach_of(me))
    if team is None:
        raise rules.TeamNotFound
    areas = await forming.list_areas(db, team_id)
    people = await forming.list_people(db, team_id, on=today())
    return TeamCard(**msgspec.structs.asdict(team), areas=areas, people=people)


async def list_hamlets(db: Connection, me: Principal, commune_code: str) -> list[HamletName]:
    """The hamlets of a commune one may form teams in."""
    if not await forming.is_within(db, commune_code, rules.reach_of(me)):
        raise rules.NotYourCommune
    return await forming.list_hamlets(db, commune_code)


async def find_dissolved(db: Connection, team_id: UUID) -> forming.TeamRow | None:
    """A team that ended, for the job that tells of it."""
    return await forming.find_team(db, team_id, rules.Reach(everywhere=True, provinces=[], led=[]))
