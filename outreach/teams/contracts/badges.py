"""The badge a volunteer shows at the door, what a household learns of it, and thanks for the work done."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta


class NewBadge(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which team's badge; `anew`: what was shown before is worth nothing from now on."""

    team_id: UUID
    anew: bool = False


class BadgeDay(msgspec.Struct, frozen=True, kw_only=True):
    """The address in the QR of one day; the day after it says nothing any more."""

    on: date
    url: str


class Badge(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's badge, with the codes of today and the days ahead, for walks without network."""

    name: str
    team_id: UUID
    team_name: str
    commune_name: str
    trained: bool
    days: list[BadgeDay]


class BadgeQuestion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the QR said; in a body, so that it stands in no log."""

    token: Annotated[str, Meta(min_length=8, max_length=64)]


class BadgeState(StrEnum):
    """What is said of a badge: only `valid` opens a door."""

    VALID = "valid"
    REMOVED = "removed"
    REVOKED = "revoked"
    OTHER_DAY = "other_day"
    UNKNOWN = "unknown"


class BadgeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What a household learns; who it is only of a code of today."""

    state: BadgeState
    name: str | None = None
    team_name: str | None = None
    commune_name: str | None = None
    trained: bool | None = None
    until: datetime | None = None


class Thanks(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody, or a whole team, has done: minutes at doors (those that overlap once), households helped."""

    person_id: UUID | None
    name: str | None
    visits: int
    minutes: int
    households_helped: int
    adults_helped: int
    adults_able: int
    """Who now knows and does it alone, among those helped."""
    first_on: date | None
    last_on: date | None


class Recognition(msgspec.Struct, frozen=True, kw_only=True):
    """My own work, my team's, and for who leads it or governs it each member's, by name: no ranking."""

    team_id: UUID
    team_name: str
    mine: Thanks | None
    team: Thanks
    people: list[Thanks]
    next_mark: int | None
    """The next number of households helped that is worth a word."""
