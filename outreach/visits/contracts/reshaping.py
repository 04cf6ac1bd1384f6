"""What an event may say of who lives where and who is who: splits, moves, merges, and a yes taken back."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from outreach.visits.contracts.bodies import Body, Reason, Reference


class HouseholdSplit(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Some of a household live by themselves from a day on; their past visits stay with the old one."""

    household_id: UUID
    from_household_id: UUID
    hamlet_id: UUID
    reference: Reference
    adult_ids: Annotated[tuple[UUID, ...], Meta(min_length=1, max_length=30)]
    on: date


class HouseholdMoved(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A whole household lives in another hamlet from a day on."""

    household_id: UUID
    hamlet_id: UUID
    on: date


class AdultMoved(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An adult lives in another household from a day on, for good, for a time, or no longer for a time."""

    adult_id: UUID
    to_household_id: UUID
    kind: Literal["moved", "temporary", "back"]
    on: date


class SamePerson(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two entries that are one person: `drop` becomes an alias of `keep`."""

    keep: UUID
    drop: UUID


class HouseholdMerged(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Two entries of one household become one; of the people only those named move."""

    merge_id: UUID
    winner_id: UUID
    loser_id: UUID
    same: Annotated[tuple[SamePerson, ...], Meta(max_length=30)] = ()
    moves: Annotated[tuple[UUID, ...], Meta(max_length=30)] = ()
    reason: Reason


class AdultMerged(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Two entries of one person become one."""

    merge_id: UUID
    winner_id: UUID
    loser_id: UUID
    reason: Reason


class MergeUndone(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A merge taken back: everything is as if it had not been."""

    merge_id: UUID
    reason: Reason


class ConsentWithdrawn(Body, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person, or a household for all in it, takes a yes back."""

    adult_id: UUID | None = None
    household_id: UUID | None = None
    scope: Literal["person", "photo", "contact"]
