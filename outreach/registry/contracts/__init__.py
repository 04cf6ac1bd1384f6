"""Households and adults as the team's phones see them."""

from datetime import datetime
from uuid import UUID

import msgspec


class Hamlet(msgspec.Struct, frozen=True, kw_only=True):
    """A hamlet the team walks."""

    id: UUID
    name: str


class WalkingTeam(msgspec.Struct, frozen=True, kw_only=True):
    """The team whose area this is."""

    id: UUID
    name: str
    commune_code: str
    hamlets: list[Hamlet]


class HouseholdLine(msgspec.Struct, frozen=True, kw_only=True):
    """A household of the area as it stands; `gone` asks the phone to drop it, with its adults.

    `no` is its short name on the wire; `version` says upon what an edit is made.
    """

    id: UUID
    no: int
    version: int
    hamlet_id: UUID
    reference: str
    adults_total: int | None
    do_not_contact: bool
    last_result: str | None
    last_visited_at: datetime | None
    revisit_at: datetime | None
    visits: int
    gone: bool
    gone_reason: str | None
    position: int


class AdultLine(msgspec.Struct, frozen=True, kw_only=True):
    """An adult of the area; of one who left or withdrew only the id is sent, with `gone`."""

    id: UUID
    no: int
    version: int
    household_id: UUID
    label: str | None
    birth_year: int | None
    sex: str | None
    knows: bool | None
    assessed: bool
    can: bool
    gone: bool
    position: int


class Skill(msgspec.Struct, frozen=True, kw_only=True):
    """A skill of the checklist."""

    code: str
    name: str
    national: bool


class Pull(msgspec.Struct, frozen=True, kw_only=True):
    """What changed in the area since the cursor. `reset`: start over, the area is another."""

    team: WalkingTeam
    households: list[HouseholdLine]
    adults: list[AdultLine]
    skills: list[Skill]
    cursor: str
    more: bool
    reset: bool
