"""SQL of calls: taking one in, what else its number said, and whom to call back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from api.kit.db import Connection, fetch_all, fetch_one
from api.rescue.contracts import CallLine, Channel, Help, PlaceFrom, What
from api.rescue.rules.ranking import Earlier, Record

HOLD_TURNS = "select pg_advisory_xact_lock(turn) from unnest($1::bigint[]) turn"
"""Calls that may be one incident are matched one after the other, by whichever process; all others side by side."""
FIND_CALL = """
select
    id, incident_id, position, channel, for_other, sealed, what, worse, people, weak, help, place, text,
    lat, lon, acc_m, place_from, doubts, received_at
from rescue_call
where id = $1
"""
LIST_EARLIER = """
with found as (
    select id from rescue_call where caller_key = any($1::text[]) and received_at > $2
    union
    select id from rescue_call where victim_key = any($1::text[]) and received_at > $2
    union
    select id from rescue_call
    where lat between $3::float8 - $5::float8 and $3::float8 + $5::float8
      and lon between $4::float8 - $6::float8 and $4::float8 + $6::float8
)
select c.incident_id, c.caller_key, c.victim_key, c.for_other, c.lat, c.lon, c.acc_m, c.place,
    c.channel = 'sms' and c.received_at > $7 as just_texted
from found f
join rescue_call c on c.id = f.id
join rescue_incident i on i.id = c.incident_id
where i.ended_at is null and c.received_at > $2
order by c.received_at desc
limit 200
"""
FIND_RECORD = """
select
    count(*) filter (where v.proved) as proved,
    count(*) filter (where not v.proved) as disproved,
    (select count(distinct c.incident_id) from rescue_call c where c.caller_key = $1 and c.received_at > $2) as places
from rescue_verdict v
where v.caller_key = $1
"""
INSERT_CALL = """
insert into rescue_call (
    id, incident_id, position, channel, received_at, last_at, for_other, caller_key, victim_key, sealed,
    what, worse, people, weak, help, place, text, lat, lon, acc_m, place_from, doubts
)
select
    $1, $2, coalesce(max(c.position), 0) + 1, $3, $4, $4, $5, $6, $7, $8,
    $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20
from rescue_call c
where c.incident_id = $2
"""
SET_CALL = """
update rescue_call
set last_at = $2, sends = sends + 1, for_other = $3, caller_key = $4, victim_key = $5, sealed = $6,
    what = $7, worse = $8, people = $9, weak = $10, help = $11, place = $12, text = $13,
    lat = $14, lon = $15, acc_m = $16, place_from = $17
where id = $1
"""
COUNT_SEND = "update rescue_call set sends = sends + 1, last_at = $2 where id = $1"
LIST_CALLS = """
select
    id, incident_id, position, channel, for_other, sealed, what, worse, people, weak, help, place, text,
    lat, lon, acc_m, place_from, doubts, received_at
from rescue_call
where incident_id = $1
order by position
"""
LIST_CALL_LINES = """
select
    position, channel, for_other, received_at, sends, place, text, people, place_from, sealed is not null as has_phone,
    doubts
from rescue_call
where incident_id = $1
order by position
"""
MOVE_CALL = """
update rescue_call set incident_id = $3, position = 1 where incident_id = $1 and position = $2
"""
MOVE_CALLS = """
update rescue_call
set incident_id = $2,
    position = position + (select coalesce(max(c.position), 0) from rescue_call c where c.incident_id = $2)
where incident_id = $1
"""
PUT_VERDICTS = """
insert into rescue_verdict (incident_id, caller_key, proved, decided_at)
select distinct incident_id, caller_key, $2::boolean, $3::timestamptz
from rescue_call where incident_id = $1 and caller_key is not null
on conflict (incident_id, caller_key) do update set proved = excluded.proved, decided_at = excluded.decided_at
"""
DELETE_VERDICTS = "delete from rescue_verdict where incident_id = $1"


class CallRow(msgspec.Struct, frozen=True, kw_only=True):
    """A call as kept."""

    id: UUID
    incident_id: UUID
    position: int
    channel: Channel
    for_other: bool
    sealed: str | None
    what: What | None
    worse: bool
    people: int | None
    weak: str
    help: Help | None
    place: str | None
    text: str | None
    lat: float | None
    lon: float | None
    acc_m: float | None
    place_from: PlaceFrom
    doubts: list[str]
    received_at: datetime


class Keys(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of the numbers of a call: keyed hashes, and all of it sealed."""

    caller: str | None
    victim: str | None
    sealed: str | None


async def hold_turns(tx: Connection, turns: Sequence[int]) -> None:
    """Be the only one who matches calls of these turns (in order) until the transaction ends."""
    await tx.execute(HOLD_TURNS, list(turns))


async def find_call(db: Connection, call_id: UUID) -> CallRow | None:
    """The call of this id."""
    return await fetch_one(db, FIND_CALL, call_id, into=CallRow)


async def list_earlier(
    tx: Connection,
    keys: Sequence[str],
    *,
    since: datetime,
    texted_since: datetime,
    lat: float | None,
    lon: float | None,
    half: tuple[float, float],
) -> list[Earlier]:
    """Calls of open incidents with one of these numbers, or from around this spot; newest first."""
    return await fetch_all(tx, LIST_EARLIER, list(keys), since, lat, lon, *half, texted_since, into=Earlier)


async def find_record(tx: Connection, caller_key: str, *, since: datetime) -> Record:
    """What is known of a number."""
    return await fetch_one(tx, FIND_RECORD, caller_key, since, into=Record) or Record()


async def insert_call(tx: Connection, call: CallRow, keys: Keys) -> None:
    """Keep a new call as the last of its incident."""
    await tx.execute(
        INSERT_CALL, call.id, call.incident_id, call.channel, call.received_at, call.for_other, keys.caller, keys.victim,
        keys.sealed, call.what, call.worse, call.people, call.weak, call.help, call.place, call.text, call.lat, call.lon,
        call.acc_m, call.place_from, call.doubts,
    )  # fmt: skip


async def set_call(tx: Connection, call: CallRow, keys: Keys, *, at: datetime) -> None:
    """Keep what sending a call again added."""
    await tx.execute(
        SET_CALL, call.id, at, call.for_other, keys.caller, keys.victim, keys.sealed, call.what, call.worse, call.people,
        call.weak, call.help, call.place, call.text, call.lat, call.lon, call.acc_m, call.place_from,
    )  # fmt: skip


async def count_send(tx: Connection, call_id: UUID, *, at: datetime) -> None:
    """The same call came once more."""
    await tx.execute(COUNT_SEND, call_id, at)


async def list_calls(db: Connection, incident_id: UUID) -> list[CallRow]:
    """All calls of an incident, sealed numbers with them."""
    return await fetch_all(db, LIST_CALLS, incident_id, into=CallRow)


async def list_call_lines(db: Connection, incident_id: UUID) -> list[CallLine]:
    """All calls of an incident without a number."""
    return await fetch_all(db, LIST_CALL_LINES, incident_id, into=CallLine)


async def move_call(tx: Connection, incident_id: UUID, position: int, into: UUID) -> None:
    """Give one call to a new incident."""
    await tx.execute(MOVE_CALL, incident_id, position, into)


async def move_calls(tx: Connection, incident_id: UUID, into: UUID) -> None:
    """Give all calls to another incident."""
    await tx.execute(MOVE_CALLS, incident_id, into)


async def put_verdicts(tx: Connection, incident_id: UUID, *, proved: bool, at: datetime) -> None:
    """Remember of each caller's number whether this was true."""
    await tx.execute(PUT_VERDICTS, incident_id, proved, at)


async def delete_verdicts(tx: Connection, incident_id: UUID) -> None:
    """It is open again: nothing is known yet."""
    await tx.execute(DELETE_VERDICTS, incident_id)
