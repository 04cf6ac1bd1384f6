"""Shapes of the public figures: counts that cannot be read without their definitions and denominators."""

from datetime import datetime
from enum import StrEnum

import msgspec


class FiguresBy(StrEnum):
    """What the lines of a sheet are."""

    MONTH = "month"
    CATEGORY = "category"
    AGENCY = "agency"
    COMMUNE = "commune"


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """Cases, each once. received = refused + merged + handled + unresolved + open; handled = on_time + extended + late."""

    received: int
    refused: int
    merged: int
    handled: int
    unresolved: int
    open: int
    on_time: int
    extended: int
    late: int
    overdue: int
    reopened: int


class CaseCounts(Counted, frozen=True, kw_only=True):
    """Cases, each once, as they are shown: stars are null where they might tell of a person."""

    rated: int | None
    satisfied: int | None
    unhappy: int | None
    unrated: int | None


class FigureShare(msgspec.Struct, frozen=True, kw_only=True):
    """`part` of `whole`; `percent` to one decimal, null when there is nothing to divide by, or it is hidden."""

    code: str
    part: int | None
    whole: int | None
    percent: float | None


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one month, subject, agency or commune; `hidden`: so few that they might tell of a person."""

    key: str
    name: str
    hidden: bool
    counts: CaseCounts | None
    shares: list[FigureShare]


class RefusalCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many were refused for this reason; null: too few to say."""

    code: str
    name: str
    refused: int | None


class FigureDefinition(msgspec.Struct, frozen=True, kw_only=True):
    """What a figure means; for a share, which count is divided by which."""

    code: str
    name: str
    meaning: str
    part: str | None = None
    whole: str | None = None


class FigureSheet(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of the cases received from `since` to `until` (months), as counted at `as_of`."""

    as_of: datetime | None
    since: str
    until: str
    by: FiguresBy
    total: FigureLine
    items: list[FigureLine]
    reasons: list[RefusalCount]
    definitions: list[FigureDefinition]


class Sum(Counted, frozen=True, kw_only=True):
    """A line as summed up, before anything is hidden."""

    key: str
    name: str
    rated: int
    satisfied: int
    unhappy: int
    unrated: int


class OpenCase(msgspec.Struct, frozen=True, kw_only=True):
    """A published case as open data: codes, days and a rounded place; no free text, in which people name people."""

    code: str
    category_code: str
    category_name: str
    state: str
    state_name: str
    commune_code: str
    commune_name: str
    told_commune_code: str
    agency_name: str | None
    received_on: str
    due_on: str
    finished_on: str | None
    result: str | None
    reopened: bool
    lat: float | None
    lon: float | None
    number: int
