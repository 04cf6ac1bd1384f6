"""Calls come in, by data or by text message: never refused, each kept once, together one incident."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.sealing import seal, unseal
from api.kit.settings import Settings
from api.rescue.contracts import (
    Call,
    NewSms,
    NewSos,
    RescueState,
    SmsReceipt,
    SosReceipt,
    SosReceived,
    SosStanding,
    SosStep,
)
from api.rescue.rules import moves, places, ranking, texting
from api.rescue.rules.calling import completed, read_call
from api.rescue.rules.moves import MOVES, STATE_NAMES, Actor
from api.rescue.store import calls, incidents
from api.rescue.store.calls import CallRow, Keys
from api.rescue.store.incidents import Held

PURPOSE = "rescue"


class Who(msgspec.Struct, frozen=True):
    """What is sealed of a call."""

    phone: str | None = None
    victim_phone: str | None = None
    victim_name: str | None = None


async def call_for_help(
    tx: Connection, new: NewSos, *, settings: Settings, crowded: bool = False, demo: bool = False
) -> tuple[SosReceipt, bool]:
    """Take in what a phone sent; whether it is new."""
    call = read_call(new)
    found, received_at, fresh = await take_in(tx, call, settings=settings, crowded=crowded, demo=demo)
    return SosReceipt(
        number=found.number,
        state=found.state,
        state_name=STATE_NAMES[found.state],
        tracking_key=moves.tracking_key(settings.secret_key, call.id),
        received_at=received_at,
    ), fresh


async def call_by_sms(tx: Connection, sms: NewSms, *, settings: Settings, demo: bool = False) -> SmsReceipt:
    """Take in a text message, and say what to answer."""
    call = texting.read_sms(sms.sms_id, sms.sender, sms.text)
    found, _, _ = await take_in(tx, call, settings=settings, demo=demo)
    has_place = call.lat is not None or call.place is not None
    return SmsReceipt(
        number=found.number, state=found.state, reply=texting.reply(found.number, has_place=has_place)
    )


async def take_in(
    tx: Connection, call: Call, *, settings: Settings, crowded: bool = False, demo: bool = False
) -> tuple[Held, datetime, bool]:
    """Keep a call: new to an incident, new with one, or once more; the incident, when it first came, whether new."""
    at = now()
    since = at - ranking.WINDOW
    keys = keys_of(call, settings)
    # What needs no turn is asked before waiting for it.
    record = await calls.find_record(tx, keys.caller, since=since) if keys.caller else ranking.Record()
    commune_id = await commune_at(tx, call.lat, call.lon)
    await calls.hold_turns(tx, ranking.turns(call, keys.caller, keys.victim))
    kept = await calls.find_call(tx, call.id)
    if kept is not None:
        await take_again(tx, kept, call, settings=settings, at=at)
        return await standing(tx, kept.incident_id), kept.received_at, False
    earlier = await calls.list_earlier(
        tx,
        [key for key in (keys.caller, keys.victim) if key],
        since=since,
        texted_since=at - ranking.HALVES,
        lat=call.lat,
        lon=call.lon,
        half=ranking.box(call.lat or 0.0),
    )
    doubts = ranking.doubts_of(msgspec.structs.replace(record, crowded=crowded and keys.caller is None))
    same = ranking.find_same(call, keys.caller, keys.victim, earlier)
    if same is not None:
        return await join(tx, same, call, keys, doubts, at=at), at, True
    picture = ranking.gather([call])
    opened = await incidents.insert_incident(
        tx,
        uuid7(),
        settings.province_code,
        picture,
        ranking.rank(picture, [doubts]),
        commune_id=commune_id,
        at=at,
        demo=demo,
    )
    await calls.insert_call(tx, row_of(call, opened.id, at, doubts), keys)
    await incidents.insert_step(tx, opened.id, "open", opened.state, by=Actor.SYSTEM, at=at)
    await outbox.emit(tx, SosReceived(incident_id=opened.id), urgent=True)
    return opened, at, True


async def join(
    tx: Connection, incident_id: UUID, call: Call, keys: Keys, doubts: list[str], *, at: datetime
) -> Held:
    """One more call of an incident that is there."""
    before = await standing(tx, incident_id)
    await calls.insert_call(tx, row_of(call, incident_id, at, doubts), keys)
    after = await draw(tx, before, at=at)
    await incidents.insert_step(tx, incident_id, "join", after.state, by=Actor.SYSTEM, at=at)
    if after.rank < before.rank:
        await outbox.emit(tx, SosReceived(incident_id=incident_id), urgent=True)
    return after


async def take_again(tx: Connection, kept: CallRow, call: Call, *, settings: Settings, at: datetime) -> None:
    """The same call once more: what it adds is added."""
    before = call_of(kept, settings)
    after = completed(before, call)
    if after == before:
        await calls.count_send(tx, kept.id, at=at)
        return
    old = await standing(tx, kept.incident_id)
    row = msgspec.structs.replace(
        row_of(after, kept.incident_id, kept.received_at, kept.doubts), position=kept.position
    )
    await calls.set_call(tx, row, keys_of(after, settings), at=at)
    new = await draw(tx, old, at=at)
    await incidents.insert_step(tx, kept.incident_id, "add", new.state, by=Actor.SYSTEM, at=at)
    if new.rank < old.rank:
        await outbox.emit(tx, SosReceived(incident_id=kept.incident_id), urgent=True)


async def draw(tx: Connection, before: Held, *, at: datetime) -> Held:
    """Make the picture of an incident that is held of all its calls anew; how it stands."""
    rows = await calls.list_calls(tx, before.id)
    picture = ranking.gather([bare_call(row) for row in rows])
    ranked = ranking.rank(picture, [row.doubts for row in rows])
    commune_id = await commune_at(tx, picture.lat, picture.lon)
    await incidents.set_picture(tx, before.id, picture, ranked, commune_id=commune_id, calls=len(rows), at=at)
    return msgspec.structs.replace(before, rank=ranked.rank, calls=len(rows))


async def commune_at(tx: Connection, lat: float | None, lon: float | None) -> int | None:
    """Whose commune it is: by the province's own boundaries, where it has loaded none by the nearest centre."""
    if lat is None or lon is None:
        return None
    return places.commune_at(await incidents.list_communes(tx, lat, lon), lat, lon)


async def standing(tx: Connection, incident_id: UUID) -> Held:
    """How an incident stands."""
    found = await incidents.hold_standing(tx, incident_id)
    if found is None:
        raise moves.RescueNotFound
    return found


async def follow(db: Connection, call_id: UUID, *, settings: Settings, key: str | None) -> SosStanding:
    """How it goes on, for whoever has the key of a call."""
    kept = await calls.find_call(db, call_id) if moves.opens(settings.secret_key, call_id, key) else None
    found = await incidents.find_standing(db, kept.incident_id) if kept else None
    if kept is None or found is None:
        raise moves.RescueNotFound
    steps = await incidents.list_steps(db, found.id)
    return SosStanding(
        number=found.number,
        state=found.state,
        state_name=STATE_NAMES[found.state],
        ended=found.state in moves.ENDED,
        has_place=kept.lat is not None or kept.place is not None,
        received_at=kept.received_at,
        steps=[
            SosStep(action=one.action, action_name=MOVES[one.action].name, occurred_at=one.occurred_at)
            for one in steps
            if one.action in moves.TOLD
        ],
    )


async def say_safe(tx: Connection, call_id: UUID, *, settings: Settings, key: str | None) -> SosStanding:
    """A caller says that they are safe: the command post is told, and decides; somebody else may still wait there."""
    kept = await calls.find_call(tx, call_id) if moves.opens(settings.secret_key, call_id, key) else None
    if kept is None:
        raise moves.RescueNotFound
    found, at = await standing(tx, kept.incident_id), now()
    if found.state not in moves.ENDED:
        await incidents.insert_step(
            tx, found.id, "say_safe", found.state, by=Actor.CALLER, at=at, note=f"Lượt gọi {kept.position}"
        )
        alone = found.calls == 1 and found.state is RescueState.RECEIVED
        # Though the state stays, whoever looks at it reads it anew.
        after = msgspec.structs.replace(found, state=RescueState.SAFE) if alone else found
        await incidents.set_standing(tx, after, at=at)
    return await follow(tx, call_id, settings=settings, key=key)


def keys_of(call: Call, settings: Settings) -> Keys:
    """Numbers and name as they are kept: comparable without being readable, readable only under seal."""
    who = Who(call.phone, call.victim_phone, call.victim_name)
    sealed = None
    if who != Who():
        sealed = seal(settings, PURPOSE, str(call.id), msgspec.json.encode(who).decode())
    return Keys(
        caller=moves.phone_key(settings.secret_key, call.phone),
        victim=moves.phone_key(settings.secret_key, call.victim_phone),
        sealed=sealed,
    )


def who_of(row: CallRow, settings: Settings) -> Who:
    """Numbers and name again."""
    opened = unseal(settings, PURPOSE, str(row.id), row.sealed) if row.sealed else None
    return msgspec.json.decode(opened, type=Who) if opened else Who()


def row_of(call: Call, incident_id: UUID, at: datetime, doubts: list[str]) -> CallRow:
    """A call as it is kept, without its numbers."""
    values = {
        field: getattr(call, field) for field in Call.__struct_fields__ if field in CallRow.__struct_fields__
    }
    return CallRow(**values, incident_id=incident_id, position=0, sealed=None, doubts=doubts, received_at=at)


def bare_call(row: CallRow) -> Call:
    """A kept call without its numbers."""
    return Call(
        **{
            field: getattr(row, field)
            for field in Call.__struct_fields__
            if field in CallRow.__struct_fields__
        }
    )


def call_of(row: CallRow, settings: Settings) -> Call:
    """A kept call with its numbers."""
    return msgspec.structs.replace(bare_call(row), **msgspec.structs.asdict(who_of(row, settings)))
