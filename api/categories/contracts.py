"""Shapes of the subjects people report on: a tree of rows, not of code."""

from enum import StrEnum

import msgspec


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
    """The whole tree, parents before children, with the words of states and refusals."""

    items: list[Category]
    states: list[Word]
    refusal_reasons: list[Reason]
