"""A random sample of households that another team visits again; and months that close."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

DrawState = Literal["open", "met", "refused", "moved", "non_contact"]


class NewRound(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An audit of a province: how many households are drawn."""

    province_code: Annotated[str, Meta(pattern="^[0-9]{2}$")]
    size: Annotated[int, Meta(ge=1, le=2000)]


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One audit. `seed_commit` (sha256 of the seed) is told first, the seed only when it is closed."""

    id: UUID
    province_code: str
    size: int
    seed_commit: str
    committed_at: datetime
    frozen_at: datetime | None
    frame_digest: str | None
    frame_size: int | None
    closed_at: datetime | None
    drawn: int
    settled: int
    met: int


class Pair(msgspec.Struct, frozen=True):
    """What was known of an adult before, and what the other team saw."""

    before: bool
    after: bool


class RoundResult(msgspec.Struct, frozen=True, kw_only=True):
    """A round with what came of it: of the adults met again, how many know and can, and how far both looks agree."""

    round: Round
    states: dict[str, int]
    asked: int
    know_and_can: int
    agreed: int
    kappa: float | None


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """Everything with which anybody can draw again and see that nobody chose.

    sha256(seed) is `seed_commit`; sha256 over the sorted frame, ids joined by newlines, is `frame_digest`; a household's
    lot is HMAC-SHA256(seed, frame_digest + "|" + id), and the smallest lots are drawn.
    """

    seed: str
    seed_commit: str
    frame_digest: str
    frame: list[UUID]
    drawn: list[UUID]
    holds: bool


class AuditDoor(msgspec.Struct, frozen=True, kw_only=True):
    """A household another team visits again: whom to ask, and how often somebody has tried."""

    draw_id: UUID
    household_id: UUID
    reference: str
    hamlet: str
    commune: str
    adult_id: UUID | None
    label: str | None
    team_id: UUID
    team_name: str
    attempts: int
    days: int
    slots: int
    state: DrawState
    frozen_at: datetime


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A team that may visit a drawn household again: it does not walk there."""

    household_id: UUID
    team_id: UUID
    apart: float
    """Square kilometres between the middles of their communes: 0, the same one."""


class AdultBefore(msgspec.Struct, frozen=True, kw_only=True):
    """An adult of a drawn household as known when the frame was frozen."""

    household_id: UUID
    adult_id: UUID
    knows: bool
    can: bool


class MonthFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What was done in a month, by the day of the visit."""

    visits: int
    households_tried: int
    households_met: int
    adults_met: int
    nobody_home: int
    refused: int


class MonthLine(msgspec.Struct, frozen=True, kw_only=True):
    """A month of a commune. Closed: as it was told then; `late` are visits of that month that came afterwards."""

    month: date
    closed_at: datetime | None
    figures: MonthFigures
    late: int
    late_bounded: int
    """Of the late ones, those whose time is only bounded."""


class CloseMonth(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Close a month for every commune of a province."""

    province_code: Annotated[str, Meta(pattern="^[0-9]{2}$")]
    month: date


class Closed(msgspec.Struct, frozen=True, kw_only=True):
    """How many communes' months were closed now."""

    month: date
    communes: int
