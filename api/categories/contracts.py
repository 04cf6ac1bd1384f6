"""Shapes of the subjects people report on: a tree of rows, not of code."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType


class TimeUnit(StrEnum):
    """How a deadline is counted; clock hours run through nights and holidays."""

    WORKING_DAY = "working_day"
    WORKING_HOUR = "working_hour"
    CLOCK_HOUR = "clock_hour"


class Category(msgspec.Struct, frozen=True, kw_only=True):
    """One subject people report on; `parent_code` makes the tree.

    `sealed`: nothing that leads to the reporter is kept; `handed_to`: not taken here, but there.
    """

    code: str
    parent_code: str | None
    name: str
    hint: str
    icon: str
    urgent: bool
    public: bool
    anonymous_allowed: bool
    public_decimals: int
    acknowledge_within: int
    acknowledge_unit: TimeUnit
    finish_within: int
    finish_unit: TimeUnit
    duplicate_radius_m: int
    duplicate_hours: int
    evidence_required: bool
    sealed: bool
    handed_to: str | None


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """A code with its words."""

    code: str
    name: str


class Reason(Word, frozen=True, kw_only=True):
    """A reason to refuse; `channel` says where the matter belongs instead."""

    channel: str


class CategoryList(msgspec.Struct, frozen=True, kw_only=True):
    """The whole tree, parents before children, with the words of states and refusals.

    `common`: what is reported most in these three months, most first, at most eight codes.
    """

    items: list[Category]
    states: list[Word]
    refusal_reasons: list[Reason]
    common: list[str]


Code = Annotated[str, Meta(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
Province = Annotated[str, Meta(pattern=r"^[0-9]{2}$")]
Some = Annotated[int, Meta(ge=1, le=1_000)]


class CategoryFields(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What changes of a subject; what is left out stays."""

    name: Annotated[str, Meta(min_length=1, max_length=100)] | UnsetType = UNSET
    hint: Annotated[str, Meta(max_length=200)] | UnsetType = UNSET
    icon: Annotated[str, Meta(pattern=r"^[a-z]{1,20}$")] | UnsetType = UNSET
    parent_code: Code | UnsetType | None = UNSET
    position: Annotated[int, Meta(ge=0, le=9_999)] | UnsetType = UNSET
    urgent: bool | UnsetType = UNSET
    public: bool | UnsetType = UNSET
    sealed: bool | UnsetType = UNSET
    handed_to: Annotated[str, Meta(min_length=1, max_length=500)] | UnsetType | None = UNSET
    anonymous_allowed: bool | UnsetType = UNSET
    public_decimals: Annotated[int, Meta(ge=2, le=5)] | UnsetType = UNSET
    acknowledge_within: Some | UnsetType = UNSET
    acknowledge_unit: TimeUnit | UnsetType = UNSET
    finish_within: Some | UnsetType = UNSET
    finish_unit: TimeUnit | UnsetType = UNSET
    duplicate_radius_m: Annotated[int, Meta(ge=0, le=2_000)] | UnsetType = UNSET
    duplicate_hours: Annotated[int, Meta(ge=1, le=8_760)] | UnsetType = UNSET
    evidence_required: bool | UnsetType = UNSET
    retired_on: date | UnsetType | None = UNSET


class CategoryChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change of a subject, or a new one: from which day, and why. Cases that are open keep their deadline."""

    effective_on: date
    note: Annotated[str, Meta(min_length=1, max_length=500)]
    fields: CategoryFields


class CategoryImport(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Many subjects at once, by code: all of them or none; `local_codes` are what a province calls them."""

    effective_on: date
    note: Annotated[str, Meta(min_length=1, max_length=500)]
    categories: Annotated[dict[Code, CategoryFields], Meta(max_length=500)] = {}
    province_code: Province | None = None
    local_codes: Annotated[
        dict[Code, Annotated[str, Meta(min_length=1, max_length=60)]], Meta(max_length=500)
    ] = {}


class LoggedChange(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the log of subjects; `applied_at` null: its day has not come."""

    id: int
    category_code: str
    effective_on: date
    given: dict[str, Any]
    before: dict[str, Any] | None
    note: str
    changed_at: datetime
    applied_at: datetime | None


class ChangeLog(msgspec.Struct, frozen=True, kw_only=True):
    """The newest changes first, at most a hundred."""

    items: list[LoggedChange]


class NewRoute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who shall answer for a subject in a commune; null means any."""

    province_code: Province
    agency_id: UUID
    valid_from: date
    category_code: Code | None = None
    commune_code: Annotated[str, Meta(pattern=r"^[0-9]{5}$")] | None = None
    valid_to: date | None = None
    note: Annotated[str, Meta(max_length=500)] = ""


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """A route; `reviewed` false: proposed, sends nothing yet; `mine`: proposed by this reader, who cannot review it."""

    id: int
    province_code: str
    category_code: str | None
    category_name: str | None
    commune_code: str | None
    commune_name: str | None
    agency_id: UUID
    agency_name: str
    valid_from: date
    valid_to: date | None
    note: str
    reviewed: bool
    mine: bool


class RouteList(msgspec.Struct, frozen=True, kw_only=True):
    """The routes of a province: proposals first."""

    items: list[Route]


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """Where a subject in a commune would go on a day, by which row; `proposed_agency_name` once proposals are reviewed."""

    commune_code: str
    commune_name: str
    agency_name: str | None
    route_id: int | None
    by_category: str | None
    by_commune: bool
    proposed_agency_name: str | None
