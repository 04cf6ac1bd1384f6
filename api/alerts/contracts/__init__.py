"""Shapes of warnings: what an officer publishes, what everybody reads."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from api.kit import outbox

CommuneCode = Annotated[str, Meta(pattern=r"^[0-9]{5}$")]
Aware = Annotated[datetime, Meta(tz=True)]


class Urgency(StrEnum):
    """How soon to act (CAP urgency)."""

    IMMEDIATE = "immediate"
    EXPECTED = "expected"
    FUTURE = "future"
    PAST = "past"
    UNKNOWN = "unknown"


class AlertCertainty(StrEnum):
    """How sure it is (CAP certainty)."""

    OBSERVED = "observed"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """For real, a drill, or a test; only the first is told to people."""

    ACTUAL = "actual"
    EXERCISE = "exercise"
    TEST = "test"


class MessageType(StrEnum):
    """The first message, a new version, or the end."""

    ALERT = "alert"
    UPDATE = "update"
    CANCEL = "cancel"


class Origin(StrEnum):
    """Who first thought of it."""

    OFFICER = "officer"
    GAUGE = "gauge"
    UPSTREAM = "upstream"


Point = Annotated[list[float], Meta(min_length=2, max_length=2, description="[vĩ độ, kinh độ]")]
Ring = Annotated[list[Point], Meta(max_length=500)]


class Circle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A circle as drawn: its middle in degrees, its radius in kilometres."""

    lat: float
    lon: float
    radius_km: Annotated[float, Meta(gt=0, le=500)]


class NewAlert(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A warning to publish; `replaces` makes it a new version of an earlier one.

    Its area is communes, and what is drawn: closed rings of [lat, lon] and circles, which become the communes
    they touch. `onset_at` is when the event itself begins, where that is later than the warning.
    """

    id: UUID
    hazard: Annotated[str, Meta(pattern=r"^[a-z]+(_[a-z]+)*$", max_length=40)]
    risk_level: Annotated[int, Meta(ge=1, le=5)]
    urgency: Urgency
    certainty: AlertCertainty
    headline: Annotated[str, Meta(min_length=1, max_length=160)]
    description: Annotated[str, Meta(min_length=1, max_length=4_000)]
    effective_at: Aware
    expires_at: Aware
    commune_codes: Annotated[list[CommuneCode], Meta(max_length=3_500)] = []
    polygons: Annotated[list[Ring], Meta(max_length=20)] = []
    circles: Annotated[list[Circle], Meta(max_length=20)] = []
    onset_at: Aware | None = None
    river_alarm: Annotated[str, Meta(max_length=160)] = ""
    instruction: Annotated[str, Meta(max_length=4_000)] = ""
    status: Status = Status.ACTUAL
    replaces: UUID | None = None


class Cancellation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a warning ends early."""

    reason: Annotated[str, Meta(min_length=1, max_length=2_000)]


class AlertCommune(msgspec.Struct, frozen=True, kw_only=True):
    """A commune the warning is for."""

    code: str
    name: str
    lat: float | None
    lon: float | None


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """A warning in words; `replaced_by` and `cancelled_at` say what became of it.

    `communes` are all it is for, `polygons` and `circles` what was drawn; `level_before` is that of the version
    it replaces; `approved` says that a second officer said yes.
    """

    id: UUID
    identifier: str
    sender: str
    sender_name: str
    province_code: str
    hazard: str
    hazard_name: str
    hazard_name_en: str
    hazard_group: int
    hazard_group_name: str
    icon: str
    risk_level: int
    level_name: str
    level_meaning: str
    colour_name: str
    colour: str
    ink: str
    level_icon: str
    cap_category: str
    cap_severity: str
    urgency: Urgency
    certainty: AlertCertainty
    status: Status
    msg_type: MessageType
    headline: str
    description: str
    instruction: str
    effective_at: datetime
    expires_at: datetime
    sent_at: datetime
    chain_id: UUID
    replaces: UUID | None
    replaced_by: UUID | None
    cancelled_at: datetime | None
    cancel_reason: str | None
    active: bool
    communes: list[AlertCommune]
    polygons: list[Ring]
    circles: list[Circle]
    onset_at: datetime | None
    river_alarm: str
    origin: Origin
    approved: bool
    level_before: int | None


class Hazard(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of disaster, Decision 18/2021 article 3."""

    code: str
    group_no: int
    group_name: str
    name: str
    icon: str


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """A risk level, Decision 18/2021 article 4: never told by colour alone."""

    level: int
    name: str
    meaning: str
    colour_name: str
    colour: str
    ink: str
    icon: str
    tell_without_consent: bool
    needs_second_person: bool


class HazardList(msgspec.Struct, frozen=True, kw_only=True):
    """What an officer chooses from, and how to show it."""

    hazards: list[Hazard]
    levels: list[Level]


class Area(msgspec.Struct, frozen=True, kw_only=True):
    """A commune in force; stays inside. `shape` is its boundary (WKB) where the province gave one."""

    id: int
    code: str
    name: str
    province_code: str
    lat: float | None = None
    lon: float | None = None
    area_km2: float | None = None
    shape: bytes | None = None


class TouchedArea(msgspec.Struct, frozen=True, kw_only=True):
    """The communes a drawn area touches; by `boundary`, or, where none are loaded, by `centroid` and size."""

    communes: list[AlertCommune]
    method: str


class DrawnArea(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An area as drawn, to be looked at before it is used."""

    polygons: Annotated[list[Ring], Meta(max_length=20)] = []
    circles: Annotated[list[Circle], Meta(max_length=20)] = []


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier message of the chain, as CAP refers to it; stays inside."""

    sender: str
    identifier: str
    sent_at: datetime


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to tell, and why we may; stays inside. `places` are those of theirs it is for, as they call them."""

    person_id: UUID
    basis: str
    places: list[str]


class AlertPublished(outbox.Event, frozen=True, kw_only=True, tag="alert_published"):
    """A message of a chain went out; `after` is how far telling people has come."""

    alert_id: UUID
    after: UUID | None = None
