"""What the command post and volunteers do: the board, an incident, a step, a look at the numbers."""

from typing import TypeVar
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.kit.privacy import without_numbers
from api.kit.settings import Settings
from api.rescue.actions.calling import bare_call, commune_at, draw, who_of
from api.rescue.contracts import (
    CallLine,
    Contact,
    Contacts,
    Incident,
    IncidentLine,
    RescueBoard,
    RescueMerge,
    RescueMove,
    RescueNearby,
    RescueSplit,
    RescueState,
    SosReceived,
)
from api.rescue.rules import moves, ranking
from api.rescue.rules.moves import MOVES, STATE_NAMES, Actor
from api.rescue.rules.ranking import DOUBT_ENDS
from api.rescue.store import calls, incidents
from api.rescue.store.incidents import Held

LineT = TypeVar("LineT", bound=IncidentLine)
BOARD_MOST = 500
ROUGH = 3
"""Decimals of a position whose taker is not yet known: about 100 m."""


async def board_edition(db: Connection, me: Principal) -> str:
    """What changes whenever the board does, for a poll that costs one statement."""
    return await incidents.find_edition(db, me, doubtful_since=now() - DOUBT_ENDS)


async def board(db: Connection, me: Principal) -> RescueBoard:
    """All open incidents, those first that nobody has."""
    at = now()
    counts = await incidents.count_open(db, me)
    found = await incidents.list_board(db, me, doubtful_since=at - DOUBT_ENDS, limit=BOARD_MOST)
    return RescueBoard(
        as_of=at, open=counts.open, waiting=counts.waiting, items=[shown(line) for line in found]
    )


async def nearby(db: Connection, me: Principal) -> RescueNearby:
    """What a volunteer holds and may take."""
    consented = await incidents.has_consented(db, me.person_id)
    found = await incidents.list_nearby(db, me, consented=consented)
    return RescueNearby(
        consented=consented, items=[shown(line if line.mine else roughly(line)) for line in found]
    )


async def open_incident(
    db: Connection, incident_id: UUID, me: Principal, *, just_held: bool = False
) -> Incident:
    """One incident for whoever may act on it, or has just acted on it."""
    consented = me.has(Role.VOLUNTEER) and await incidents.has_consented(db, me.person_id)
    found = await incidents.find_incident(
        db, incident_id, seen_by=me, consented=consented, just_held=just_held
    )
    if found is None:
        raise moves.RescueNotFound
    held = await incidents.find_standing(db, incident_id)
    if held is None:
        raise moves.RescueNotFound
    trusted = moves.may_look(me, held)
    steps = await incidents.list_steps(db, incident_id)
    return msgspec.structs.replace(
        shown(found if trusted else roughly(found)),
        held_by=found.held_by if trusted else None,
        call_lines=[bare(line) for line in await calls.list_call_lines(db, incident_id)] if trusted else [],
        steps=[msgspec.structs.replace(one, action_name=MOVES[one.action].name) for one in steps]
        if trusted
        else [],
        actions=moves.possible(held, me),
        may_look=trusted,
    )


async def act(tx: Connection, incident_id: UUID, move: RescueMove, me: Principal) -> Incident:
    """One step of a person on an incident they read at `version`."""
    before = await held_for(tx, incident_id, me)
    after = moves.moved(before, move.action, me)
    if before.version != move.version:
        raise moves.RescueChanged(extra={"version": before.version, "state": before.state})
    at = now()
    await incidents.set_standing(tx, after, at=at)
    await incidents.insert_step(
        tx,
        incident_id,
        move.action,
        after.state,
        by=moves.actor_of(me, before),
        at=at,
        note=move.note,
        person_id=me.person_id,
    )
    if after.state is RescueState.FALSE:
        await calls.put_verdicts(tx, incident_id, proved=False, at=at)
    elif after.state in (RescueState.REACHED, RescueState.SAFE):
        await calls.put_verdicts(tx, incident_id, proved=True, at=at)
    elif move.action == "reopen":
        await calls.delete_verdicts(tx, incident_id)
    if move.action in ("give_back", "reopen"):
        await outbox.emit(tx, SosReceived(incident_id=incident_id), urgent=True)
    return await open_incident(tx, incident_id, me, just_held=True)


async def look(tx: Connection, incident_id: UUID, me: Principal, *, settings: Settings) -> Contacts:
    """The numbers of an incident; that this person looked is written down before they see them."""
    before = await held_for(tx, incident_id, me)
    if not moves.may_look(me, before):
        raise NotAllowed
    by = moves.actor_of(me, before)
    await incidents.insert_step(
        tx, incident_id, "look", before.state, by=by, at=now(), person_id=me.person_id
    )
    rows = await calls.list_calls(tx, incident_id)
    found = [(row.position, who_of(row, settings)) for row in rows if row.sealed]
    return Contacts(
        items=[Contact(position=position, **msgspec.structs.asdict(who)) for position, who in found]
    )


async def split(
    tx: Connection, incident_id: UUID, wanted: RescueSplit, me: Principal, *, settings: Settings
) -> Incident:
    """Give a call that was merged wrongly an incident of its own; the new one."""
    before = await versioned(tx, incident_id, wanted.version, me)
    if before.state in moves.ENDED or before.calls == 1:
        raise moves.RescueMoveRefused(detail="Chỉ tách được khi ca đang mở có nhiều lượt gọi")
    rows = await calls.list_calls(tx, incident_id)
    moved = next((row for row in rows if row.position == wanted.position), None)
    if moved is None:
        raise moves.RescueNotFound
    at, picture = now(), ranking.gather([bare_call(moved)])
    new = await incidents.insert_incident(
        tx,
        uuid7(),
        settings.province_code,
        picture,
        ranking.rank(picture, [moved.doubts]),
        commune_id=await commune_at(tx, moved.lat, moved.lon),
        at=before.opened_at,
        demo=False,
    )
    await calls.move_call(tx, incident_id, wanted.position, new.id)
    await draw(tx, before, at=at)
    await incidents.set_standing(tx, before, at=at)
    for one, state in ((incident_id, before.state), (new.id, new.state)):
        note = f"Ca số {before.number} ↔ {new.number}"
        await incidents.insert_step(
            tx, one, "split", state, by=Actor.COMMAND, at=at, note=note, person_id=me.person_id
        )
    await outbox.emit(tx, SosReceived(incident_id=new.id), urgent=True)
    return await open_incident(tx, new.id, me)


async def merge(tx: Connection, incident_id: UUID, wanted: RescueMerge, me: Principal) -> Incident:
    """Put an incident into another; the other."""
    into = await incidents.find_numbered(tx, wanted.into, seen_by=me)
    if into is None or into == incident_id:
        raise moves.RescueNotFound(detail="Không có ca nào khác mang số này")
    before = await versioned(tx, incident_id, wanted.version, me)
    other = await held_for(tx, into, me)
    if before.state in moves.ENDED or other.state in moves.ENDED:
        raise moves.RescueMoveRefused(detail="Chỉ gộp được hai ca đang mở")
    at, note = now(), f"Ca số {before.number} → {other.number}"
    await calls.move_calls(tx, incident_id, into)
    gone = msgspec.structs.replace(before, state=RescueState.MERGED, holder_id=None, by_volunteer=False)
    await incidents.set_standing(tx, gone, at=at, into=into)
    await draw(tx, other, at=at)
    await incidents.set_standing(tx, other, at=at)
    for one, state in ((incident_id, gone.state), (into, other.state)):
        await incidents.insert_step(
            tx, one, "merge", state, by=Actor.COMMAND, at=at, note=note, person_id=me.person_id
        )
    return await open_incident(tx, into, me)


async def held_for(tx: Connection, incident_id: UUID, me: Principal) -> Held:
    """The incident, held until the transaction ends, if this person may know of it (somebody else may have it)."""
    # Two who reach for one incident wait for each other here, and the second sees who has it.
    held = await incidents.hold_standing(tx, incident_id)
    consented = me.has(Role.VOLUNTEER) and await incidents.has_consented(tx, me.person_id)
    seen = await incidents.find_incident(tx, incident_id, seen_by=me, consented=consented)
    if held is None:
        raise moves.RescueNotFound
    if seen is None:
        if consented and held.holder_id is not None and held.state not in moves.ENDED:
            raise moves.RescueTaken
        raise moves.RescueNotFound
    return held


async def versioned(tx: Connection, incident_id: UUID, version: int, me: Principal) -> Held:
    """The same, read by this person as it is now."""
    held = await held_for(tx, incident_id, me)
    if held.version != version:
        raise moves.RescueChanged(extra={"version": held.version, "state": held.state})
    return held


def shown(line: LineT) -> LineT:
    """With the words of its state, and no number in the words of its place."""
    return msgspec.structs.replace(
        line, state_name=STATE_NAMES[line.state], place=without_numbers(line.place) if line.place else None
    )


def roughly(line: LineT) -> LineT:
    """As somebody sees it who has not taken it: about where, not which house."""
    if line.lat is None or line.lon is None:
        return line
    return msgspec.structs.replace(line, lat=round(line.lat, ROUGH), lon=round(line.lon, ROUGH), acc_m=None)


def bare(line: CallLine) -> CallLine:
    """Without numbers in what was typed: those are behind `look`."""
    return msgspec.structs.replace(
        line,
        text=without_numbers(line.text) if line.text else None,
        place=without_numbers(line.place) if line.place else None,
    )
