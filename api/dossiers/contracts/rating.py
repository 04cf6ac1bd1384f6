"""Shapes of ratings: one a person and dossier; staff see sums, and none of fewer than five people."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta


class RatingReason(StrEnum):
    """Why, from a fixed list: four to be glad of, six to be better at."""

    IN_TIME = "in_time"
    CLEAR = "clear"
    KIND = "kind"
    EASY_ONLINE = "easy_online"
    LATE = "late"
    UNCLEAR = "unclear"
    MORE_PAPERS = "more_papers"
    MANY_TRIPS = "many_trips"
    UNKIND = "unkind"
    EXTRA_COST = "extra_cost"


class NewRating(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One to five stars, with reasons and words or without."""

    stars: Annotated[int, Meta(ge=1, le=5)]
    reasons: Annotated[list[RatingReason], Meta(max_length=10)] = []
    words: Annotated[str, Meta(max_length=1000)] | None = None


class Rating(msgspec.Struct, frozen=True, kw_only=True):
    """My rating, and until when I may change it."""

    stars: int
    reasons: list[RatingReason]
    words: str | None
    rated_at: datetime
    changeable_until: datetime


class RatingReasonText(msgspec.Struct, frozen=True, kw_only=True):
    """A reason as people read it."""

    reason: RatingReason
    text: str
    good: bool


class RatingReasons(msgspec.Struct, frozen=True, kw_only=True):
    """The fixed list."""

    items: list[RatingReasonText]


class ReasonCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many gave a reason; null when that is fewer than five people."""

    reason: RatingReason
    text: str
    count: int | None


class AgencyRatings(msgspec.Struct, frozen=True, kw_only=True):
    """The ratings of an agency's dossiers; nulls where fewer than five people, or the rest, would show."""

    agency_id: UUID
    agency_name: str
    ratings: int | None
    average: float | None
    satisfied: int | None
    reasons: list[ReasonCount]
    suppressed: bool


class RatingSums(msgspec.Struct, frozen=True, kw_only=True):
    """The agencies a person of staff sees, over the last 365 days; `satisfied` gave four or five stars."""

    items: list[AgencyRatings]
    smallest: int


class RatingSum(msgspec.Struct, frozen=True, kw_only=True):
    """An agency's ratings as counted."""

    agency_id: UUID
    agency_name: str
    ratings: int
    stars: int
    satisfied: int
    reasons: list[str]
