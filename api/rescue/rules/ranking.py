"""How pressing an incident is, which calls are one incident, and what may be doubted. Pure. Nobody is refused."""

import math
from collections.abc import Sequence
from datetime import timedelta
from hashlib import blake2b
from uuid import UUID

import msgspec

from api.kit.geo import distance_m
from api.kit.text import fold
from api.rescue.contracts import Call, Help, What
from api.rescue.rules.calling import gravest, longer

NOW, SOON, LATER, DOUBTFUL = 1, 2, 3, 4
"""Ranks: life in danger now, pressing, supplies, to be checked by calling back first."""
MORTAL = frozenset({What.SWEPT, What.SLIDE, What.ROOF, What.FIRE, What.ILL})
WINDOW = timedelta(hours=24)
"""Calls of so long may belong together, and count for doubts."""
DOUBT_ENDS = timedelta(minutes=20)
"""A doubtful call nobody looked at for so long stands with the pressing ones again."""
SAME_SPOT_M, EXACT_M, FAR_M = 30.0, 50.0, 1_000.0
"""Positions as exact as that and as near as that are one house: callers are kept, and can be split off again."""
HALVES = timedelta(minutes=5)
"""A text so soon after another of the same number may be its second half: a gateway may hand them over apart."""
MANY_PLACES = 10
WANTED = list(Help)
SQUARES = 100
"""Squares a degree: about a kilometre, far wider than the box of a spot, which so touches one, two or four."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a caller's number: incidents found false, found true, and places it called about today."""

    disproved: int = 0
    proved: int = 0
    places: int = 0
    crowded: bool = False


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """A call of an open incident that a new one may belong to."""

    incident_id: UUID
    caller_key: str | None
    victim_key: str | None
    for_other: bool
    lat: float | None
    lon: float | None
    acc_m: float | None
    place: str | None
    just_texted: bool = False


class Ranked(msgspec.Struct, frozen=True):
    """A rank and the sentences that say why."""

    rank: int
    reasons: list[str]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """What all calls of an incident say together."""

    what: What | None
    worse: bool
    people: int | None
    weak: str
    help: Help | None
    place: str | None
    lat: float | None
    lon: float | None
    acc_m: float | None


def find_same(
    call: Call, caller_key: str | None, victim_key: str | None, earlier: Sequence[Earlier]
) -> UUID | None:
    """The incident a call belongs to (`earlier`: newest first): by the number at the place, else by the place."""
    mine = victim_key if call.for_other else caller_key
    for one in earlier:
        theirs = one.victim_key if one.for_other else one.caller_key
        if mine is not None and mine == theirs and (call.for_other or not is_far(call, one)):
            return one.incident_id
        if is_second_half(call, caller_key, one):
            return one.incident_id
    for one in earlier:
        theirs = one.victim_key if one.for_other else one.caller_key
        if is_same_spot(call, one):
            return one.incident_id
        unknown = mine is None or theirs is None
        same_caller = caller_key is not None and caller_key == one.caller_key
        if unknown and same_caller and call.for_other and one.for_other and same_words(call, one):
            return one.incident_id
    return None


def is_second_half(call: Call, caller_key: str | None, one: Earlier) -> bool:
    """Whether a text goes on with the one just before it, whoever that was for."""
    mine = caller_key is not None and caller_key == one.caller_key
    return mine and call.goes_on and one.just_texted and not call.for_other and not is_far(call, one)


def is_far(call: Call, one: Earlier) -> bool:
    """Whether two exact positions are surely not one place: a warden reports house after house with one telephone."""
    far = distance(call, one)
    return far is not None and far > FAR_M


def distance(call: Call, one: Earlier) -> float | None:
    """Metres between two exact positions; None when either is not."""
    if call.lat is None or call.lon is None or one.lat is None or one.lon is None:
        return None
    if max(call.acc_m or 0.0, one.acc_m or 0.0) > EXACT_M:
        return None
    return distance_m(call.lat, call.lon, one.lat, one.lon)


def is_same_spot(call: Call, one: Earlier) -> bool:
    """Whether both positions are exact and one house."""
    near = distance(call, one)
    return near is not None and near <= SAME_SPOT_M


def same_words(call: Call, one: Earlier) -> bool:
    """Whether one caller names the same place in words, or twice none at all."""
    if call.lat is not None and one.lat is not None:
        return False
    return fold(call.place or "") == fold(one.place or "")


def gather(calls: Sequence[Call]) -> Picture:
    """All calls of an incident as one picture: the worst said, everybody counted once, the best position."""
    placed = [one for one in calls if one.lat is not None]
    at = min(placed, key=lambda one: (one.for_other, one.acc_m or EXACT_M), default=None)
    wanted = min((one.help for one in calls if one.help), key=WANTED.index, default=None)
    place: str | None = None
    for one in calls:
        place = longer(place, one.place)
    return Picture(
        what=gravest(*(one.what for one in calls)),
        worse=any(one.worse for one in calls),
        people=max((one.people for one in calls if one.people), default=None),
        weak="".join(sorted({letter for one in calls for letter in one.weak})),
        help=wanted,
        place=place,
        lat=at.lat if at else None,
        lon=at.lon if at else None,
        acc_m=at.acc_m if at else None,
    )


def doubts_of(record: Record) -> list[str]:
    """Why a caller is to be called back before anybody sets out; nothing for almost everybody.

    A number that was right before is believed; many places alone are what relatives' groups and wardens report.
    """
    found = []
    if record.disproved > record.proved:
        found.append(f"Số này đã {record.disproved} lần được xác minh là báo không đúng")
    if record.places >= MANY_PLACES and not record.proved:
        found.append(f"Số này đã báo {record.places} nơi khác nhau trong 24 giờ")
    if record.crowded:
        found.append("Rất nhiều tin không kèm số điện thoại từ cùng một đường mạng trong một phút")
    return found


def rank(picture: Picture, doubts: Sequence[Sequence[str]]) -> Ranked:
    """How pressing it is; doubtful only while every caller is. `doubts`: those of each call."""
    reasons = []
    if "i" in picture.weak:
        reasons.append("Có người bị thương, bệnh")
    if picture.weak.strip("i"):
        reasons.append("Có trẻ em, người già hoặc người khó tự thoát")
    if picture.worse:
        reasons.append("Tình hình đang xấu đi")
    if len(doubts) > 1:
        reasons.append(f"{len(doubts)} lượt gọi")
    if doubts and all(doubts):
        return Ranked(DOUBTFUL, [*dict.fromkeys(why for each in doubts for why in each), *reasons])
    if picture.what in MORTAL or "i" in picture.weak or (picture.worse and picture.weak):
        return Ranked(NOW, reasons)
    only_food = picture.help is Help.FOOD and picture.what in (None, What.STUCK, What.OTHER)
    return Ranked(LATER if only_food and not (picture.weak or picture.worse) else SOON, reasons)


def box(lat: float) -> tuple[float, float]:
    """Half the sides in degrees of a box that holds everything within the same spot."""
    north = SAME_SPOT_M / 111_000
    return north, north / max(0.1, math.cos(math.radians(lat)))


def turns(call: Call, caller_key: str | None, victim_key: str | None) -> list[int]:
    """Whose turn a call waits for, in order: any two that `find_same` may take for one incident share one of them."""
    names = [f"call {call.id}", *(f"number {key}" for key in (caller_key, victim_key) if key)]
    if call.lat is not None and call.lon is not None:
        north, east = box(call.lat)
        names += [
            f"spot {math.floor((call.lat + up * north) * SQUARES)} {math.floor((call.lon + along * east) * SQUARES)}"
            for up in (-1, 1)
            for along in (-1, 1)
        ]
    return sorted(
        {int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True) for name in names}
    )
