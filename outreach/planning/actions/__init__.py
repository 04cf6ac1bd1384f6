"""Planning an evening: which doors, who goes where, in which order."""

from uuid import UUID

from api.kit.clock import now, today
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.principal import Principal
from outreach.planning import store
from outreach.planning.contracts import Door, HeldDoor, NewLeases, Released, Taken, Tonight, Walk
from outreach.planning.rules import is_due, lease_until, line_of, plan, points_of
from outreach.planning.rules.walking import in_order

ELDER_AGE = 60


async def tonight(db: Connection, *, me: Principal, team_id: UUID | None, limit: int) -> Tonight:
    """The next doors of the team, with the reason for each; not those somebody else goes to."""
    area = await area_of(db, me=me, team_id=team_id)
    doors, weights = await doors_of(db, area, me=me), await store.list_weights(db)
    return Tonight(items=plan(doors, weights, at=now(), limit=limit))


async def walk(db: Connection, *, me: Principal, team_id: UUID | None) -> Walk:
    """The doors I hold, in the order to walk them."""
    area = await area_of(db, me=me, team_id=team_id)
    doors, weights = await doors_of(db, area, me=me), await store.list_weights(db)
    order, metres = in_order([door for door in doors if door.lease is not None and door.lease.mine])
    at = now()
    lines = [line_of(door, points_of(door, weights, at=at, due=is_due(door, at=at))) for door in order]
    return Walk(items=lines, metres=metres)


async def take(tx: Connection, new: NewLeases, *, me: Principal) -> Taken:
    """Say which doors I go to this evening; a door that is somebody else's stays theirs."""
    area = await area_of(tx, me=me, team_id=new.team_id)
    at = now()
    until = lease_until(at)
    homes = sorted(set(new.household_ids))
    mine = await store.take_leases(tx, area, homes=homes, person_id=me.person_id, at=at, until=until)
    return Taken(until=until, mine=sorted(mine), others=[home for home in homes if home not in mine])


async def list_held(db: Connection, *, me: Principal, team_id: UUID | None) -> list[HeldDoor]:
    """Which doors of my team's area are taken, and by whom: nobody needs to knock to find out."""
    area = await area_of(db, me=me, team_id=team_id)
    return await store.list_leases(db, hamlets=area.hamlets, person_id=me.person_id, at=now())


async def release(tx: Connection, old: NewLeases, *, me: Principal) -> Released:
    """Give doors back, so that somebody else may go."""
    homes = list(old.household_ids)
    return Released(doors=await store.release_leases(tx, homes=homes, person_id=me.person_id, at=now()))


async def area_of(db: Connection, *, me: Principal, team_id: UUID | None) -> store.Area:
    """The area of the team asked for, among one's own."""
    area = await store.find_area(db, own=me.team_ids, team_id=team_id, at=now())
    if area is None:
        raise NotAllowed(detail="Bạn chưa thuộc tổ nào, hoặc không thuộc tổ này")
    return area


async def doors_of(db: Connection, area: store.Area, *, me: Principal) -> list[Door]:
    """Every open door of an area."""
    return await store.list_doors(
        db,
        hamlets=area.hamlets,
        elder_born_by=today().year - ELDER_AGE,
        person_id=me.person_id,
        at=now(),
    )
