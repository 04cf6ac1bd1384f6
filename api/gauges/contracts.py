"""Shapes of gauges: what stations send, what is believed of it, orders of reservoirs, and what everybody reads."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

StationCode = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Aware = Annotated[datetime, Meta(tz=True)]
Flow = Annotated[int, Meta(ge=0, le=50_000)]
BATCH_MAX = 1_000
"""Items of one batch of readings."""


class Kind(StrEnum):
    """What a station looks at."""

    RIVER = "river"
    RAIN = "rain"
    RESERVOIR = "reservoir"


class Quantity(StrEnum):
    """What is measured: a level in m, rain of 1 or 24 hours in mm, flow into and out of a reservoir in m³/s."""

    LEVEL = "level"
    RAIN_1H = "rain_1h"
    RAIN_24H = "rain_24h"
    INFLOW = "inflow"
    OUTFLOW = "outflow"


class Flag(StrEnum):
    """Why a reading is not believed."""

    NEGATIVE = "negative"
    OUT_OF_RANGE = "out_of_range"
    OTHER_UNIT = "other_unit"
    JUMP = "jump"
    STUCK = "stuck"
    LATE = "late"
    FUTURE = "future"
    CONTRADICTS = "contradicts"


class Trend(StrEnum):
    """Where a level is going."""

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"


class Outcome(StrEnum):
    """What became of a sent reading."""

    GOOD = "good"
    FLAGGED = "flagged"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class SentReading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reading as its system sends it. `unit`: m, cm, mm (lengths), m3/s; left out: the quantity's own."""

    station: StationCode
    quantity: Quantity
    at: Aware
    value: Annotated[float, Meta(ge=-1e6, le=1e6)]
    unit: Annotated[str, Meta(max_length=8)] | None = None


class ReadingBatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Readings of any stations, in any order. Each item is read on its own: a bad one loses no other."""

    items: Annotated[list[Any], Meta(min_length=1, max_length=BATCH_MAX)]


class ReadingResult(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to an item."""

    station: str | None
    at: datetime | None
    result: Outcome
    flags: list[Flag] = []
    detail: str | None = None


class BatchAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """One result an item, in the order of the items, and how many of each."""

    items: list[ReadingResult]
    counts: dict[Outcome, int]


class NewOrder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An order to a reservoir: discharge between two flows from an hour on, and who ordered it."""

    id: UUID
    reservoir: StationCode
    from_m3s: Flow
    to_m3s: Flow
    starts_at: Aware
    issuer: Annotated[str, Meta(min_length=1, max_length=160, pattern=r"\S")]
    document: Annotated[str, Meta(max_length=80)] = ""
    note: Annotated[str, Meta(max_length=1_000)] = ""


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """An order as everybody reads it."""

    id: UUID
    reservoir: str
    reservoir_name: str
    from_m3s: int
    to_m3s: int
    starts_at: datetime
    issuer: str
    document: str
    note: str
    recorded_at: datetime
    demo: bool


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """How a river stands to its alarm levels (báo động, Decision 05/2020): never a risk level.

    `stage` 0 is below the first. `words` are as bulletins speak: "BĐ3 + 0,04 m".
    """

    stage: int
    words: str
    reference: str
    reference_level: float
    delta: float


class Risk(msgspec.Struct, frozen=True, kw_only=True):
    """The level of flood risk Decision 18/2021 article 45 hints at: a hint, never a river alarm.

    `low` and `high` differ when the station's zone is unknown; both None: none. `open`: the part of the
    article we hold ends here, it may be higher.
    """

    low: int | None
    high: int | None
    open: bool
    words: str


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """The last good value of a quantity. `per_hour` is its change an hour, None when nothing is known of before."""

    quantity: Quantity
    unit: str
    value: float
    at: datetime
    stale: bool
    trend: Trend | None
    per_hour: float | None


class Station(msgspec.Struct, frozen=True, kw_only=True):
    """A station and what is believed of it. `doubted_at`: later than the last good value something came that is not believed."""

    code: str
    name: str
    kind: Kind
    river: str | None
    place: str
    province_code: str
    lat: float | None
    lon: float | None
    zone: int | None
    alarms: list[float]
    assumed: list[str]
    source: str
    demo: bool
    measured: list[Measured]
    doubted_at: datetime | None
    alarm: Alarm | None
    risk: Risk | None
    order: Order | None


class Camera(msgspec.Struct, frozen=True, kw_only=True):
    """A camera of somebody else, to be opened there."""

    code: str
    name: str
    place: str
    url: str
    owner: str
    lat: float | None
    lon: float | None
    station_code: str | None
    demo: bool


class GaugeBoard(msgspec.Struct, frozen=True, kw_only=True):
    """All stations of a province, its cameras, and when this was put together."""

    as_of: datetime
    items: list[Station]
    cameras: list[Camera]


class GaugePoint(msgspec.Struct, frozen=True, kw_only=True):
    """One good value of a series."""

    at: datetime
    value: float


class GaugeSeries(msgspec.Struct, frozen=True, kw_only=True):
    """The good values of a quantity, oldest first; gaps are gaps."""

    quantity: Quantity
    unit: str
    points: list[GaugePoint]


class Crossing(msgspec.Struct, frozen=True, kw_only=True):
    """When a river passed an alarm level: alarm and risk level, both as they were then."""

    id: UUID
    station_code: str
    station_name: str
    river: str | None
    at: datetime
    value: float
    stage_before: int
    stage: int
    reference_level: float
    zone: int | None
    risk_low: int | None
    risk_high: int | None
    risk_open: bool


class StationDetail(msgspec.Struct, frozen=True, kw_only=True):
    """One station with its last day, its crossings and, of a reservoir, all its orders."""

    as_of: datetime
    station: Station
    series: list[GaugeSeries]
    crossings: list[Crossing]
    orders: list[Order]


class Doubted(msgspec.Struct, frozen=True, kw_only=True):
    """A reading that is not believed, for an officer to judge; `last_good` is what stands meanwhile."""

    id: int
    station_code: str
    station_name: str
    quantity: Quantity
    at: datetime
    value: float
    sent_value: float
    sent_unit: str
    flags: list[Flag]
    system: str
    received_at: datetime
    last_good: float | None
    last_good_at: datetime | None


class Verdict(StrEnum):
    """What an officer makes of a reading."""

    BELIEVED = "believed"
    DOUBTED = "doubted"


class Judgement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An officer's word on a reading, and why."""

    verdict: Verdict
    note: Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]
