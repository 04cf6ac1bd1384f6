"""A call as it came in, cleaned: nothing a person in danger sends is refused for its form. Pure."""

import math
import re

import msgspec

from api.kit.text import fold
from api.rescue.contracts import Call, Help, NewSos, PlaceFrom, What
from api.rescue.rules.places import Spot, in_reach, read_place
from api.rescue.rules.texting import LONGEST, PHONE, cut, mobile_of, other_phone, understood

PEOPLE_MOST = 9_999
ACCURACY_MOST = 999_999.0
PHONE_LENGTH, NAME_LENGTH, PLACE_LENGTH = 40, 80, 500
WEAK = re.compile("[copid]")


def read_call(new: NewSos) -> Call:
    """What a phone sent, as a call: codes we do not know become words, a position from a pasted link."""
    place, text = cut(new.place, PLACE_LENGTH), cut(new.text, LONGEST)
    what, wanted = (
        What.__members__.get((new.what or "").upper()),
        Help.__members__.get((new.help or "").upper()),
    )
    extra = [word for word, known in ((new.what, what), (new.help, wanted)) if word and known is None]
    text = cut(" · ".join(filter(None, [text, *extra])), LONGEST)
    said = understood(fold(text)) if text and what is None else None
    spot = read_place(place) if place else None
    by_gps = by_phone(new)
    phone = cut(new.phone, PHONE_LENGTH)
    victim = cut(new.victim, NAME_LENGTH)
    at = by_gps or ((spot.lat, spot.lon) if spot else None)
    return Call(
        id=new.id,
        for_other=new.victim is not None,
        phone=mobile_of(phone) or phone if phone else None,
        victim_phone=other_phone(victim, phone or "") if victim else None,
        victim_name=cut(PHONE.sub(" ", victim), NAME_LENGTH) if victim else None,
        what=what or (said.what if said else None),
        worse=bool(new.worse) or bool(said and said.worse),
        people=people_of(new.people) or (said.people if said else None),
        weak="".join(sorted({*WEAK.findall((new.weak or "").lower()), *(said.weak if said else "")})),
        help=wanted or (said.help if said else None),
        place=words_of(place, spot),
        text=text,
        lat=at[0] if at else None,
        lon=at[1] if at else None,
        acc_m=accuracy_of(new) if by_gps else None,
        place_from=PlaceFrom.GPS if by_gps else PlaceFrom.LINK if spot else PlaceFrom.WORDS if place else PlaceFrom.NONE,
    )  # fmt: skip


def by_phone(new: NewSos) -> tuple[float, float] | None:
    """The position the phone measured, unless it is nonsense."""
    if new.lat is None or new.lon is None or not in_reach(new.lat, new.lon):
        return None
    return new.lat, new.lon


def accuracy_of(new: NewSos) -> float | None:
    """The radius the phone gives for its position, unless it is nonsense."""
    if new.acc_m is None or not math.isfinite(new.acc_m) or new.acc_m < 0:
        return None
    return min(new.acc_m, ACCURACY_MOST)


def people_of(people: int | None) -> int | None:
    """A number of people that can be."""
    return min(people, PEOPLE_MOST) if people is not None and people > 0 else None


def words_of(place: str | None, spot: Spot | None) -> str | None:
    """The words about the place, beside the position read out of them."""
    return (spot.rest or None) if spot else place


def completed(kept: Call, again: Call) -> Call:
    """The same call sent again: what was left out is added, a better position replaces, nothing is lost."""
    better = again.lat is not None and (
        kept.lat is None or (again.acc_m or math.inf) < (kept.acc_m or math.inf)
    )
    at = again if better else kept
    return msgspec.structs.replace(
        kept,
        for_other=kept.for_other or again.for_other,
        phone=kept.phone or again.phone,
        victim_phone=kept.victim_phone or again.victim_phone,
        victim_name=longer(kept.victim_name, again.victim_name),
        what=gravest(kept.what, again.what),
        worse=kept.worse or again.worse,
        people=max(filter(None, (kept.people, again.people)), default=None),
        weak="".join(sorted({*kept.weak, *again.weak})),
        help=kept.help or again.help,
        place=longer(kept.place, again.place),
        text=joined(kept.text, again.text),
        lat=at.lat,
        lon=at.lon,
        acc_m=at.acc_m,
        place_from=at.place_from if at.lat is not None else max(kept.place_from, again.place_from, key=WORTH.index),
    )  # fmt: skip


WORTH = [PlaceFrom.NONE, PlaceFrom.WORDS, PlaceFrom.LINK, PlaceFrom.GPS]
GRAVE = list(What)


def gravest(*whats: What | None) -> What | None:
    """The worst of what is said to happen."""
    return min(filter(None, whats), key=GRAVE.index, default=None)


def longer(one: str | None, other: str | None) -> str | None:
    """The fuller of two texts: a first short packet is followed by all of it."""
    return max(filter(None, (one, other)), key=len, default=None)


def joined(one: str | None, other: str | None) -> str | None:
    """Both texts, unless one holds the other."""
    if not one or not other:
        return one or other
    if one in other or other in one:
        return longer(one, other)
    return f"{one} · {other}"[:LONGEST]
