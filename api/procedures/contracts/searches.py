"""Shapes of counted searches."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta


class Search(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A search that is over: what was typed, how much was found, what was opened. Nothing about who."""

    q: Annotated[str, Meta(min_length=1, max_length=300)]
    found: Annotated[int, Meta(ge=0, le=10_000)]
    chosen: Annotated[str, Meta(pattern=r"^[0-9A-Za-z_.\-]{1,40}\Z")] | None = None
    province: Annotated[str, Meta(pattern=r"^[0-9]{2}\Z")] | None = None


class SearchKind(StrEnum):
    """Which searches to list."""

    EMPTY = "empty"
    ALL = "all"


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """A procedure opened after a query."""

    code: str
    title: str
    count: int


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A query, how often it was asked, how often in vain, and what was opened."""

    query: str
    asked: int
    empty: int
    chosen: list[Chosen]


class Searches(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked; days with fewer than `cut_off` askings of a query are in `hidden` only."""

    as_of: datetime
    days: int
    cut_off: int
    items: list[Counted]
    hidden: int
