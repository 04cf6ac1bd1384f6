"""What became of households and people, what may be twice on the list, and history in either geography."""

from datetime import date
from typing import Literal
from uuid import UUID

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import NotFound
from api.kit.pages import LIMIT_MAX
from api.kit.principal import Principal, Role
from outreach.registry.contracts.reshaping import (
    CommuneChange,
    Duplicate,
    Happening,
    History,
    MergeLine,
    NotDuplicate,
)
from outreach.registry.rules import NoTeam
from outreach.registry.rules.duplicates import suggested
from outreach.registry.store import reshaping as store


async def household_history(db: Connection, me: Principal, home: UUID) -> list[Happening]:
    """For the teams that walk there; NotFound for others."""
    if not await store.sees_home(db, home, teams=me.team_ids, at=now()):
        raise NotFound
    return await store.list_happenings(db, home)


async def adult_history(db: Connection, me: Principal, adult: UUID) -> list[Happening]:
    """For the teams that walk where they live; NotFound for others."""
    home = await store.find_home_of(db, adult)
    if home is None or not await store.sees_home(db, home, teams=me.team_ids, at=now()):
        raise NotFound
    return await store.list_happenings(db, adult)


async def list_duplicates(db: Connection, me: Principal, team_id: UUID) -> list[Duplicate]:
    """What may be twice in the area of a team one leads."""
    only_lead(me, team_id)
    homes = await store.list_homes(db, team_id, at=now())
    return suggested(homes, settled=await store.list_settled(db, team_id), limit=LIMIT_MAX)


async def settle_duplicate(tx: Connection, me: Principal, said: NotDuplicate) -> None:
    """Both of an area one leads."""
    only_lead(me, said.team_id)
    pair = (said.first_id, said.second_id)
    seen = await store.count_seen(tx, pair, team_id=said.team_id, at=now())
    if seen < len(pair):
        raise NotFound
    await store.settle(tx, *pair, at=now(), by=me.person_id, reason=said.reason)


async def list_merges(db: Connection, me: Principal, team_id: UUID) -> list[MergeLine]:
    """What a team one leads has merged."""
    only_lead(me, team_id)
    return await store.list_merges(db, team_id, limit=LIMIT_MAX)


async def restate(
    db: Connection, me: Principal, since: date, until: date, geography: Literal["then", "now"]
) -> History:
    """The same visits by the communes of their day, or by those of today."""
    communes = await store.list_restated(
        db,
        since,
        until,
        geography=geography,
        today=today(),
        provinces=me.province_codes,
        everywhere=me.has(Role.ADMIN),
    )
    return History(
        geography=geography,
        visits=sum(commune.visits for commune in communes),
        adults_counted=sum(commune.adults_counted for commune in communes),
        communes=communes,
    )


async def change_commune(tx: Connection, me: Principal, hamlet: UUID, change: CommuneChange) -> None:
    """Within the provinces one serves; NotFound otherwise."""
    province = await store.find_hamlet_province(tx, hamlet)
    commune = await store.find_commune(tx, change.commune_code)
    serves = me.has(Role.ADMIN) or province in me.province_codes
    if commune is None or not serves or commune[1] != province:
        raise NotFound
    await store.change_commune(tx, hamlet, commune[0], since=change.since, basis=change.basis, on=today())


async def come_of_age(tx: Connection) -> None:
    """Every night: who turned 18 counts."""
    await store.come_of_age(tx, today())


def only_lead(me: Principal, team_id: UUID) -> None:
    """NoTeam for who does not lead it."""
    if team_id not in me.led_team_ids:
        raise NoTeam
