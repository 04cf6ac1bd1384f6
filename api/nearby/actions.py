"""Looking around before reporting, saying "me too", and placing a new report among the others."""

from collections.abc import Sequence
from uuid import UUID

import msgspec

from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.principal import Principal
from api.nearby import rules
from api.nearby.contracts import (
    Around,
    Fresh,
    NearestList,
    NearList,
    NewWitness,
    Place,
    Question,
    Support,
    Told,
)
from api.nearby.store import borders, near, people


async def look(db: Connection, asked: Question) -> NearList:
    """What is reported already, as near and as lately as the subject says; nothing for subjects that are not public."""
    reach = await near.find_reach(db, asked.category_code)
    if reach is None or not reach.radius_m:
        return NearList(items=[], radius_m=0, hours=0)
    within_m = rules.reach_m(reach, asked.accuracy_m)
    items = await near.list_near(
        db, asked.category_code, asked.lat, asked.lon, cells=rules.cells_around(asked.lat, asked.lon, within_m),
        within_m=within_m, since=now() - rules.since(reach), decimals=reach.decimals,
    )  # fmt: skip
    return NearList(items=items, radius_m=reach.radius_m, hours=reach.hours)


async def nearest(db: Connection, asked: Place) -> NearestList:
    """Verified cases around a point, whatever their subject."""
    return NearestList(items=await near.list_nearest(db, asked.lat, asked.lon))


async def witness(
    tx: Connection, report_id: UUID, new: NewWitness, *, caller: Principal | None
) -> tuple[Support, bool]:
    """Say that one sees it too: counted once a person, or once an id without an account. True when it is new."""
    person_id = caller.person_id if caller else None
    held = await people.hold_witnessed(tx, report_id, person_id=person_id)
    if held is None:
        raise rules.NothingToWitness
    fresh = not held.own and await people.insert_witness(
        tx,
        new.id,
        held.id,
        person_id=person_id,
        wants_news=new.wants_news and person_id is not None,
        at=now(),
    )
    if not fresh and not held.own:
        before = await people.find_witness(tx, new.id)
        if before not in (None, held.id):
            raise rules.WitnessIdTaken
        if person_id is not None:
            await people.set_news(tx, held.id, person_id, wants=new.wants_news)
    count = await people.set_support(tx, held.first_id)
    return Support(report_id=held.id, supporters=count, counted=True), fresh


async def group(tx: Connection, fresh: Fresh) -> UUID | None:
    """Put a new report into the incident it belongs to; returns that incident, None when it is the first of one."""
    reach = await near.find_reach(tx, fresh.category_code)
    if reach is None or not rules.joins(fresh, reach):
        return None
    others = await near.list_seen(
        tx, fresh.category_code, cells=rules.cells_around(fresh.lat, fresh.lon, reach.radius_m),
        since=fresh.received_at - rules.since(reach), before=(fresh.received_at, fresh.id),
    )  # fmt: skip
    incident = rules.incident_of(fresh.lat, fresh.lon, reach.radius_m, others)
    if incident is not None:
        await near.insert_member(tx, fresh.id, incident, at=now())
        await people.set_support(tx, incident)
    return incident


async def note_borders(
    tx: Connection, fresh: Fresh, method: str, candidates: Sequence[tuple[str, int]]
) -> list[Told]:
    """Keep the other communes a pin may lie in; handlers of the second unit, who are to be told."""
    why = rules.second_units(method, candidates, fresh.accuracy_m)
    if why is None:
        return []
    away = rules.within(method, why, candidates, fresh.accuracy_m)
    await borders.put_candidates(tx, fresh.id, away, why=why, on=vn_date(fresh.received_at))
    return await borders.list_second_units(tx, fresh.id, on=vn_date(now()))


async def around(db: Connection, report_id: UUID, me: Principal) -> Around:
    """How a report came in and what is around it, for those who handle it."""
    found = await borders.find_around(db, report_id, seen_by=me)
    if found is None:
        raise rules.NothingToWitness
    return msgspec.structs.replace(
        found,
        candidates=await borders.list_candidates(db, report_id),
        incident=await borders.list_companions(db, report_id),
    )
