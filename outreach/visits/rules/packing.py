"""Visits packed for the wire, about 30 bytes each once gzipped, and what they are unpacked. Pure.

`{"seq": 41, "ms": 1790000000000, "team_id": "…", "rows": [[0, 0, "rand", home, start, end, result, consent, adults, revisit], …]}`

- number and moment grow from row to row by the first two figures; the moment (milliseconds) is the time in the event's
  UUIDv7 *and* its device_time; `rand` are its bytes 6 to 15 in base64url; the visit has the id of its event;
- `mono` (may be left out): the stopwatch of this run of the app at `ms`. A phone whose clock and stopwatch went alike
  since says so once for all rows; their times are then as sure as if each had come with its own;
- `home`: the household's number (`no` of the pull), or its id as 22 letters of base64url;
- `start`, `end`: seconds before the moment; `revisit` (may be left out): minutes after it;
- `result`, `consent`: places in RESULTS and CONSENTS;
- `adults`: `[adult, flags, skills, barriers, next_step]`, the last three may be left out; flags = met + 2·knows (0 unsaid,
  1 yes, 2 no) + 6·assistance (0 unsaid, then in the order of Assistance); skills: a letter a skill (A = S01 … P = S16,
  Q = B01 …) and a digit for its level in the order of SkillLevel; barriers: a digit each in the order of Barrier.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from outreach.visits.contracts import Assistance, Barrier, Packed, SkillLevel, SyncBatch, VisitResult

RESULTS, LEVELS, BARRIERS = list(VisitResult), list(SkillLevel), list(Barrier)
ASSISTANCE: list[Assistance | None] = [None, *Assistance]
CONSENTS: list[bool | str | None] = [None, True, False, "given_verbal", "given_signed", "declined"]
KNOWS: list[bool | None] = [None, True, False]
CODES = [*(f"S{number:02}" for number in range(1, 17)), *(f"B{number:02}" for number in range(1, 6))]
FIRST_CODE = ord("A")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HOME_KEYS = frozenset({"household_id", "from_household_id", "to_household_id"})
ADULT_KEYS = frozenset({"adult_id", "adult_ids", "moves", "keep", "drop"})
PAIR_KEYS = frozenset({"winner_id", "loser_id"})


def unpack(packed: Packed, session_id: UUID | None = None) -> list[Any]:
    """The events as if they had come one by one; a row that cannot be read stays as it is, and is refused by itself."""
    found: list[Any] = []
    seq, ms = packed.seq, packed.ms
    for row in packed.rows:
        try:
            seq, ms = seq + row[0], ms + row[1]
            event = event_of(row, seq=seq, ms=ms, team_id=packed.team_id)
            if packed.mono is not None and session_id is not None:
                event |= {"session_id": str(session_id), "device_mono": packed.mono + ms - packed.ms}
            found.append(event)
        except (ValueError, IndexError, TypeError, KeyError, OverflowError):
            found.append({"seq": seq, "packed": row})
    return found


def in_full(batch: SyncBatch) -> SyncBatch:
    """The same upload with every event spelt out."""
    if batch.packed is None:
        return batch
    events = [*batch.events, *unpack(batch.packed, batch.session_id)]
    return msgspec.structs.replace(batch, events=events, packed=None)


def event_of(row: Sequence[Any], *, seq: int, ms: int, team_id: UUID) -> dict[str, Any]:
    """One visit."""
    _, _, rand, home, start, end, result, consent, adults, *rest = row
    tail = base64.urlsafe_b64decode(rand + "==")
    event_id = str(UUID(bytes=ms.to_bytes(6) + tail))
    at = EPOCH + timedelta(milliseconds=ms)
    body: dict[str, Any] = {
        "team_id": str(team_id),
        "visit_id": event_id,
        "household_id": name_of(home),
        "started_at": (at - timedelta(seconds=start)).isoformat(),
        "ended_at": (at - timedelta(seconds=end)).isoformat(),
        "result": RESULTS[result].value,
    }
    if consent:
        body["consent"] = CONSENTS[consent]
    if adults:
        body["adults"] = [look_of(adult) for adult in adults]
    if rest:
        body["revisit_at"] = (at + timedelta(minutes=rest[0])).isoformat()
    return {
        "event_id": event_id,
        "seq": seq,
        "type": "visit_logged",
        "schema_version": 2,
        "device_time": at.isoformat(),
        "body": body,
    }


def look_of(adult: Sequence[Any]) -> dict[str, Any]:
    """What was seen of one adult."""
    name, flags, *more = adult
    skills, barriers, next_step = [*more, None, None, None][:3]
    look: dict[str, Any] = {"adult_id": name_of(name), "met": bool(flags & 1)}
    knows, assistance = KNOWS[flags // 2 % 3], ASSISTANCE[flags // 6]
    if knows is not None:
        look["knows"] = knows
    if skills:
        look["skills"] = [
            {"code": CODES[ord(letter) - FIRST_CODE], "level": LEVELS[int(level)].value}
            for letter, level in zip(skills[::2], skills[1::2], strict=True)
        ]
    if assistance is not None:
        look["assistance"] = assistance.value
    if barriers:
        look["barriers"] = [BARRIERS[int(digit)].value for digit in barriers]
    if next_step:
        look["next_step"] = next_step
    return look


def name_of(name: int | str) -> int | str:
    """A number stays one; 22 letters are an id."""
    return name if isinstance(name, int) else str(UUID(bytes=base64.urlsafe_b64decode(name + "==")))


def numbers_in(raws: Sequence[Any]) -> tuple[set[int], set[int]]:
    """The numbers of households, and those of adults, that stand where ids would."""
    homes: set[int] = set()
    adults: set[int] = set()
    for _, key, number, of_home in places(raws):
        if type(number) is int and key is not None:
            (homes if of_home else adults).add(number)
    return homes, adults


def named(raws: Sequence[Any], homes: Mapping[int, UUID], adults: Mapping[int, UUID]) -> None:
    """Put ids where numbers stand; an unknown number stays, and its event is refused."""
    for holder, key, number, of_home in places(raws):
        found = (homes if of_home else adults).get(number) if type(number) is int else None
        if found is not None:
            holder[key] = str(found)


def places(raws: Sequence[Any]) -> Iterator[tuple[Any, Any, Any, bool]]:
    """Every place of a body where an id stands: its holder, its key, what stands there, and whether it is a household's."""
    for raw in raws:
        if isinstance(raw, dict) and isinstance(raw.get("body"), dict) and raw.get("schema_version", 1) != 1:
            if raw.get("type") == "visit_logged" and all_spelt(raw["body"]):
                continue
            pair_of_homes = raw.get("type") != "adult_merged"
            yield from within(raw["body"], pair_of_homes=pair_of_homes)


def all_spelt(body: dict[str, Any]) -> bool:
    """Whether a visit, which is most of what comes, has no number in it."""
    looks = body.get("adults", ())
    return type(body.get("household_id")) is str and (
        not isinstance(looks, list)
        or all(isinstance(look, dict) and type(look.get("adult_id")) is str for look in looks)
    )


def within(body: dict[str, Any], *, pair_of_homes: bool) -> Iterator[tuple[Any, Any, Any, bool]]:
    """The same inside one body, its lists and what is in them."""
    for key, value in body.items():
        if isinstance(value, dict):
            yield from within(value, pair_of_homes=pair_of_homes)
        elif isinstance(value, list) and key in ADULT_KEYS:
            yield from ((value, place, one, False) for place, one in enumerate(value))
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, dict):
                    yield from within(one, pair_of_homes=pair_of_homes)
        elif key in HOME_KEYS or (key in PAIR_KEYS and pair_of_homes):
            yield body, key, value, True
        elif key in ADULT_KEYS or key in PAIR_KEYS:
            yield body, key, value, False
