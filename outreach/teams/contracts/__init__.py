"""Teams, and the hamlets they walk."""

from datetime import date
from enum import StrEnum
from uuid import UUID

import msgspec


class HamletKind(StrEnum):
    """What people call the place."""

    THON = "thon"
    BAN = "ban"
    TO_DAN_PHO = "to_dan_pho"


class NewHamlet(msgspec.Struct, frozen=True, kw_only=True):
    """A hamlet to put on the list of a commune."""

    id: UUID
    commune_code: str
    name: str
    kind: HamletKind


class NewTeam(msgspec.Struct, frozen=True, kw_only=True):
    """A team to form, and the hamlets it walks from that day on."""

    id: UUID
    code: str
    name: str
    commune_code: str
    formed_on: date
    hamlet_ids: tuple[UUID, ...]
    demo: bool = False


class HamletName(msgspec.Struct, frozen=True, kw_only=True):
    """A hamlet of a team's area."""

    id: UUID
    name: str
    kind: HamletKind


class Team(msgspec.Struct, frozen=True, kw_only=True):
    """A team as it stands today."""

    id: UUID
    code: str
    name: str
    commune_code: str
    commune_name: str
    formed_on: date
    members: int
    hamlets: list[HamletName]
    demo: bool
