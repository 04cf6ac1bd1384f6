"""Which ways a notice goes outside the app, in what order, and when: cheap before dear, never at night."""

from datetime import datetime, time, timedelta
from uuid import UUID

from msgspec import Struct

from api.kit.clock import VN
from api.messages.contracts import Channel, Kind, Way

ORDER = (Way.PUSH, Way.EMAIL, Way.ZALO_OA, Way.ZALO_UID, Way.ZALO_PHONE, Way.SMS)
"""By cost, then by reach: what is free first, what reaches every phone last."""
CHANNELS: dict[Way, Channel] = {
    Way.PUSH: Channel.PUSH,
    Way.EMAIL: Channel.EMAIL,
    Way.ZALO_OA: Channel.ZALO,
    Way.ZALO_UID: Channel.ZALO,
    Way.ZALO_PHONE: Channel.ZALO,
    Way.SMS: Channel.SMS,
}
QUIET_FROM, QUIET_UNTIL = time(21), time(7)
"""Vietnam time. In between only danger to life leaves the app."""
MORNING_SPREAD = timedelta(minutes=45)
"""What waited for the morning goes out over this long, not all at seven sharp."""
TO_MANY = frozenset({Kind.ALERT, Kind.CAMPAIGN})
DANGER, OWN, MANY = 0, 1, 2


class Reach(Struct, frozen=True, kw_only=True):
    """Where one person can be reached for one purpose: what they chose, and what addresses they have."""

    person_id: UUID
    chosen: list[str]
    refused: list[str]
    push: bool
    email: bool
    zalo_uid: bool
    phone: bool
    stopped: list[str]


def browser_said_yes(kind: Kind, channel: Channel) -> bool:
    """What registering a browser for notifications agrees to, where nothing else was said."""
    return channel is Channel.PUSH and kind is not Kind.CAMPAIGN


def ways_of(reach: Reach, kind: Kind, *, open_ways: frozenset[Way]) -> list[Way]:
    """The ways this person may be told, best first.

    A yes is needed for each purpose and channel. A browser that was registered for notifications said
    yes for what concerns its owner, until that is switched off; invitations need a yes of their own.
    """
    has = {
        Way.PUSH: reach.push,
        Way.EMAIL: reach.email,
        Way.ZALO_OA: reach.zalo_uid,
        Way.ZALO_UID: reach.zalo_uid,
        Way.ZALO_PHONE: reach.phone,
        Way.SMS: reach.phone,
    }
    chosen = set(reach.chosen) | {
        channel for channel in Channel if browser_said_yes(kind, channel) and channel not in reach.refused
    }
    return [
        way
        for way in ORDER
        if way in open_ways and has[way] and CHANNELS[way] in chosen and way not in reach.stopped
    ]


def first_ways(ways: list[Way], *, urgent: bool) -> list[tuple[Way, list[Way]]]:
    """What is sent at once, each with its fallbacks: one way; in danger one of every channel together."""
    if not ways:
        return []
    if not urgent:
        return [(ways[0], ways[1:])]
    heads = {CHANNELS[way]: way for way in reversed(ways)}
    return [
        (way, [other for other in ways if CHANNELS[other] is channel and other is not way])
        for channel, way in sorted(heads.items(), key=lambda head: ORDER.index(head[1]))
    ]


def priority_of(kind: Kind, *, urgent: bool) -> int:
    """Who goes first: danger, then what is about something of one's own, then what goes to many."""
    return DANGER if urgent else MANY if kind in TO_MANY else OWN


def is_quiet(at: datetime) -> bool:
    """Whether people sleep: 21:00 to 07:00 in Vietnam."""
    local = at.astimezone(VN).time()
    return local >= QUIET_FROM or local < QUIET_UNTIL


def morning_after(at: datetime) -> datetime:
    """The next 07:00 in Vietnam."""
    local = at.astimezone(VN)
    day = local.date() if local.time() < QUIET_UNTIL else local.date() + timedelta(days=1)
    return datetime.combine(day, QUIET_UNTIL, tzinfo=VN)


def not_before(at: datetime, identity: UUID, *, urgent: bool) -> datetime:
    """When a message may leave: now, or in the morning, each at its own minute."""
    if urgent or not is_quiet(at):
        return at
    share = (identity.int & 0xFFFF) / 0x10000
    return morning_after(at) + MORNING_SPREAD * share


def affordable(room_vnd: int, price_vnd: int, wanted: int) -> int:
    """How many of the wanted messages the rest of the day's budget pays for."""
    return wanted if price_vnd <= 0 else max(0, min(wanted, room_vnd // price_vnd))
