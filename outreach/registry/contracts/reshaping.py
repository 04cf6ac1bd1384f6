"""What became of a household or an adult, what may be twice on the list, and history in either geography."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

Reason = Annotated[str, Meta(min_length=3, max_length=200)]


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was said of a household or an adult; `merge_id` while that merge stands and can be undone."""

    event_id: UUID
    type: str
    at: datetime
    by_name: str | None
    about: str | None
    """The adult, or the other household, as they are called."""
    on: date | None
    reason: str | None
    merge_id: UUID | None


class MergeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A merge, and whether it still stands."""

    merge_id: UUID
    kind: Literal["household", "adult"]
    winner_id: UUID
    loser_id: UUID
    winner: str
    loser: str
    merged_at: datetime
    undone_at: datetime | None


class ListedAdult(msgspec.Struct, frozen=True, kw_only=True):
    """An adult, as far as two entries can be compared."""

    id: UUID
    label: str
    birth_year: int | None
    sex: str | None


class ListedHome(msgspec.Struct, frozen=True, kw_only=True):
    """A household of the list, as far as two entries can be compared."""

    id: UUID
    hamlet_id: UUID
    hamlet: str
    reference: str
    adults_total: int | None
    visits: int
    adults: list[ListedAdult]


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two adults that may be one: `keep` of the entry that stays."""

    keep: UUID
    drop: UUID
    label: str


class Duplicate(msgspec.Struct, frozen=True, kw_only=True):
    """Two entries that may be one household: 0–100, and why. Nothing is merged before a person says so."""

    score: int
    reasons: list[str]
    winner: ListedHome
    loser: ListedHome
    same: list[Pair]


class NotDuplicate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody looked: these are two households."""

    team_id: UUID
    first_id: UUID
    second_id: UUID
    reason: Reason


class CommuneChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A hamlet is another commune's from a day on."""

    commune_code: Annotated[str, Meta(pattern="^[0-9]{5}$")]
    since: date
    basis: Annotated[str, Meta(min_length=3, max_length=200, description="Văn bản làm căn cứ")]


class Restated(msgspec.Struct, frozen=True, kw_only=True):
    """A commune's visits and the adults met in a period, by the communes of each day or by those of today."""

    commune_code: str
    commune_name: str
    visits: int
    adults_met: int
    adults_counted: int
    """Adults of its list on the last day of the period: who turned 18 by then, without who had left."""


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The same visits in one geography: the totals of both are equal."""

    geography: Literal["then", "now"]
    visits: int
    adults_counted: int
    communes: list[Restated]
