"""Shapes of systems that only answer: where to ask them, and how they fare."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta


class SourceSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where and how often a system is asked."""

    url: Annotated[str, Meta(max_length=500, pattern=r"^https?://[^\s/@#]+(/[^\s@#]*)?$")]
    every_seconds: Annotated[int, Meta(ge=5, le=86_400)] = 60
    active: bool = True


class SourceKey(msgspec.Struct, frozen=True, kw_only=True):
    """What we sign our questions with, for the system's developers to check them by."""

    system: str
    key: str
    secret: str


class Circuit(StrEnum):
    """`open`: left alone for a while; `half_open`: the next question is a try."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class PulledSource(msgspec.Struct, frozen=True, kw_only=True):
    """A system we ask, and how it fares."""

    system: str
    url: str
    active: bool
    every_seconds: int
    cursor: str | None
    next_at: datetime
    failures: int
    circuit: Circuit
    last_ok_at: datetime | None
    last_error: str | None
    taken: int


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """An item that could not be taken."""

    id: int
    code: str | None
    event_id: str | None
    problem: str
    detail: str
    refused_at: datetime
