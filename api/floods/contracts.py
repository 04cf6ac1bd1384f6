"""Shapes of the flood map: what everybody sees, and what the command post sees besides."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import msgspec


class Sign(StrEnum):
    """What a point is about."""

    FLOOD = "flood"
    SLIDE = "slide"
    FIRE = "fire"
    POWER = "power"
    TREE = "tree"
    OTHER = "other"


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """Reports of one cell: how many were checked and how many not, their middle, the newest's time, the commonest sign."""

    lat: float
    lon: float
    sign: Sign
    verified: int
    unverified: int
    newest_at: datetime


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """One report. Unverified: no id, a place rounded to about 100 m, a time rounded to ten minutes."""

    report_id: UUID | None
    sign: Sign
    verified: bool
    at: datetime
    lat: float
    lon: float


class MapAlert(msgspec.Struct, frozen=True, kw_only=True):
    """A warning in force, with the communes it is for."""

    id: UUID
    headline: str
    hazard_name: str
    risk_level: int
    level_name: str
    status: str
    sent_at: datetime
    expires_at: datetime
    commune_codes: list[str]


class MapGauge(msgspec.Struct, frozen=True, kw_only=True):
    """A station with its last good level: `stage` is the river alarm (báo động), None without alarm levels or value."""

    code: str
    name: str
    kind: str
    lat: float
    lon: float
    level: float | None
    level_at: datetime | None
    stage: int | None
    reference_level: float | None
    rain_24h: float | None
    rain_at: datetime | None
    demo: bool


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """The map of a window: clusters, or, where there are few, each report; warnings and gauges of the province.

    `box` is west, south, east, north in degrees, widened to whole cells; `cell` is a cell's width in degrees.
    """

    as_of: datetime
    box: tuple[float, float, float, float]
    cell: float
    hours: int
    clusters: list[Cluster]
    spots: list[Spot]
    alerts: list[MapAlert]
    gauges: list[MapGauge]


class MapRescue(msgspec.Struct, frozen=True, kw_only=True):
    """A call for help that is open and has a place: for the command post only, no person in it."""

    id: UUID
    number: int
    rank: int
    state: str
    what: str | None
    lat: float
    lon: float
    acc_m: float | None
    opened_at: datetime
    acknowledged: bool


class CommandPicture(Picture, frozen=True, kw_only=True):
    """The same picture with open calls for help; `unplaced` are open and have no place: they are on the board only."""

    rescues: list[MapRescue]
    unplaced: int
