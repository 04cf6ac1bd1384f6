"""Shapes of calls for help: what a phone or an SMS gateway sends, what the caller, the command post and helpers see.

Key names of `NewSos` are short words, so that everything but free text fits 200 bytes (docs/decisions/0066).
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit import outbox

Typed = Annotated[str, Meta(max_length=40_000)]
"""Whatever somebody in danger typed: never refused for being odd, cut to length by the rules."""
Note = Annotated[str, Meta(min_length=1, max_length=1_000, pattern=r"\S")]
Version = Annotated[int, Meta(ge=1, le=1_000_000, description="Phiên bản bạn đang thấy")]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]


class RescueState(StrEnum):
    """Where an incident stands; `api.rescue.rules.moves.MOVES` says how it gets elsewhere."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    CALLING_BACK = "calling_back"
    NO_ANSWER = "no_answer"
    ON_THE_WAY = "on_the_way"
    REACHED = "reached"
    SAFE = "safe"
    HANDED_112 = "handed_112"
    FALSE = "false"
    CLOSED = "closed"
    MERGED = "merged"


class What(StrEnum):
    """What is happening, the gravest first."""

    SWEPT = "swept"
    SLIDE = "slide"
    ROOF = "roof"
    FIRE = "fire"
    ILL = "ill"
    STUCK = "stuck"
    FLOOD = "flood"
    OTHER = "other"


class Help(StrEnum):
    """What is wanted."""

    BOAT = "boat"
    DOCTOR = "doctor"
    MOVE = "move"
    FOOD = "food"
    OTHER = "other"


class Channel(StrEnum):
    """How a call came in."""

    APP = "app"
    SMS = "sms"


class PlaceFrom(StrEnum):
    """How a position is known."""

    GPS = "gps"
    LINK = "link"
    WORDS = "words"
    NONE = "none"


class NewSos(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A call for help. Only `id` (made by the phone) is needed; sending it again adds what was left out.

    `victim`: null = I need help myself; a text, even empty = somebody else does (their phone, name).
    `weak`: letters c child, o old, i injured, p pregnant, d disabled. Oddities are kept as words, not refused.
    """

    id: UUID
    lat: float | None = None
    lon: float | None = None
    acc_m: float | None = None
    place: Typed | None = None
    phone: Typed | None = None
    victim: Typed | None = None
    what: Typed | None = None
    worse: bool | None = None
    people: int | None = None
    weak: Typed | None = None
    help: Typed | None = None
    text: Typed | None = None


class NewSms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text message as its gateway hands it over; `sms_id` makes handing it over again safe."""

    sms_id: Annotated[str, Meta(min_length=1, max_length=100)]
    sender: Annotated[str, Meta(min_length=1, max_length=40)]
    text: Typed


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A call as understood: what the rules work with and the store keeps. Stays inside."""

    id: UUID
    channel: Channel = Channel.APP
    for_other: bool = False
    phone: str | None = None
    victim_phone: str | None = None
    victim_name: str | None = None
    what: What | None = None
    worse: bool = False
    people: int | None = None
    weak: str = ""
    help: Help | None = None
    place: str | None = None
    text: str | None = None
    lat: float | None = None
    lon: float | None = None
    acc_m: float | None = None
    place_from: PlaceFrom = PlaceFrom.NONE
    goes_on: bool = False
    """A text that opens like none: perhaps the second half of the one before."""


class SosReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a call: the short number to say on the telephone, and the key that shows how it goes on."""

    number: int
    state: RescueState
    state_name: str
    tracking_key: str
    received_at: datetime


class SmsReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a gateway: `reply` is for it to send back, without marks, one message long."""

    number: int
    state: RescueState
    reply: str


class SosStep(msgspec.Struct, frozen=True, kw_only=True):
    """One line of what the caller sees; never who did it."""

    action: str
    action_name: str
    occurred_at: datetime


class SosStanding(msgspec.Struct, frozen=True, kw_only=True):
    """The caller's view of their call."""

    number: int
    state: RescueState
    state_name: str
    ended: bool
    has_place: bool
    received_at: datetime
    steps: list[SosStep] = []


class IncidentLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the board. No telephone number; what was typed comes with numbers hidden."""

    id: UUID
    number: int
    version: int
    state: RescueState
    state_name: str = ""
    rank: int
    reasons: list[str]
    what: What | None
    worse: bool
    people: int | None
    weak: str
    help: Help | None
    place: str | None
    commune_name: str | None
    lat: float | None
    lon: float | None
    acc_m: float | None
    calls: int
    attempts: int
    held: bool
    mine: bool
    by_volunteer: bool
    said_safe: bool
    opened_at: datetime
    last_call_at: datetime


class RescueBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The command post's board: who waits first, then the gravest, then the oldest. `open` counts all of them."""

    as_of: datetime
    open: int
    waiting: int
    items: list[IncidentLine]


class RescueNearby(msgspec.Struct, frozen=True, kw_only=True):
    """What a volunteer may take near their team's communes; empty until they agreed to be asked."""

    consented: bool
    items: list[IncidentLine]


class CallLine(msgspec.Struct, frozen=True, kw_only=True):
    """One call of an incident, as those who act on it read it; numbers are behind `look`."""

    position: int
    channel: Channel
    for_other: bool
    received_at: datetime
    sends: int
    place: str | None
    text: str | None
    people: int | None
    place_from: PlaceFrom
    has_phone: bool
    doubts: list[str]


class IncidentStep(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log: who did what when."""

    action: str
    action_name: str = ""
    state: RescueState
    note: str | None
    by: str
    person_name: str | None
    occurred_at: datetime


class Incident(IncidentLine, frozen=True, kw_only=True):
    """One incident with its calls, its log, and what this reader may do."""

    held_by: str | None
    held_at: datetime | None
    call_lines: list[CallLine] = []
    steps: list[IncidentStep] = []
    actions: list[str] = []
    may_look: bool = False


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to call about one call; `position` is the call's in the incident."""

    position: int
    phone: str | None
    victim_phone: str | None
    victim_name: str | None


class Contacts(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of an incident; that somebody looked is in its log."""

    items: list[Contact]


class RescueMove(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A step on an incident read at `version`."""

    version: Version
    action: Annotated[str, Meta(max_length=20, pattern="^[a-z_0-9]+$")]
    note: Note | None = None


class RescueSplit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Give one call of a wrongly merged incident an incident of its own."""

    version: Version
    position: Annotated[int, Meta(ge=1, le=10_000)]


class RescueMerge(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Put this incident into another, by its number."""

    version: Version
    into: Annotated[int, Meta(ge=1, le=2**53)]


class SosReceived(outbox.Event, frozen=True, kw_only=True, tag="sos_received"):
    """An incident began, or grew graver. Urgent: goes ahead of everything."""

    incident_id: UUID
