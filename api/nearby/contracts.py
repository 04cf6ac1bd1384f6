"""What is around a report: others of the same thing, who else saw it, where its pin may lie. Nobody is named."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

Code = Annotated[str, Meta(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody is about to report, and where; never kept."""

    category_code: Code
    lat: Latitude
    lon: Longitude
    accuracy_m: Annotated[float, Meta(ge=0, le=1_000_000)] | None = None


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """How far and how long two reports of a subject are of one thing; radius 0: never."""

    radius_m: int
    hours: int
    decimals: int


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """A thing reported nearby, by its first report; text and photo only once a handler has verified it.

    `distance_m` is from where the public sees it, `supporters` how many people saw it, each once.
    """

    id: UUID
    code: str
    state: str
    state_name: str
    is_open: bool
    verified: bool
    description: str | None
    photo: str | None
    received_at: datetime
    distance_m: int
    supporters: int


class NearList(msgspec.Struct, frozen=True, kw_only=True):
    """The nearest first, with the measure used: metres and hours."""

    items: list[Near]
    radius_m: int
    hours: int


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where somebody stands; never kept."""

    lat: Latitude
    lon: Longitude


class NearestList(msgspec.Struct, frozen=True, kw_only=True):
    """Verified cases, the 20 nearest first."""

    items: list[Near]


class NewWitness(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody sees it too: `id` is made by the phone and makes resending safe; `wants_news` needs an account."""

    id: UUID
    wants_news: bool = False


class Support(msgspec.Struct, frozen=True, kw_only=True):
    """How many people saw it; `counted`: this one is among them by this answer or an earlier one."""

    report_id: UUID
    supporters: int
    counted: bool


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A report of the same subject near another, and the incident it belongs to; stays inside."""

    id: UUID
    incident_id: UUID
    lat: float
    lon: float
    first_lat: float
    first_lon: float


class Fresh(msgspec.Struct, frozen=True, kw_only=True):
    """What placing a new report needs to know of it; stays inside."""

    id: UUID
    code: str
    category_code: str
    category_name: str
    lat: float
    lon: float
    accuracy_m: float | None
    province_code: str
    commune_id: int
    commune_code: str
    agency_id: UUID | None
    received_at: datetime
    place_doubted: bool
    grouped: bool


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A case a witness may join: its first report, and whether this person reported it."""

    id: UUID
    first_id: UUID
    own: bool


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One handler to be told of a report near their border, or one witness of a step."""

    person_id: UUID
    code: str
    title: str
    body: str


class OtherCommune(msgspec.Struct, frozen=True, kw_only=True):
    """Another commune a pin may lie in, and whose agency was told."""

    commune_code: str
    commune_name: str
    distance_m: int
    agency_name: str | None
    why: str


class Companion(msgspec.Struct, frozen=True, kw_only=True):
    """Another report of the same incident."""

    id: UUID
    code: str
    state: str
    state_name: str
    received_at: datetime
    distance_m: int


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What staff see of how a report came in and what is around it; never who, never where a photo was taken.

    `clock_off_s`: how many seconds the phone's clock was ahead when it sent; times are null for sealed subjects.
    """

    accuracy_m: float | None
    pin: str | None
    photo_elsewhere: bool
    place_doubted: bool
    told_commune_name: str | None
    happened_at: datetime | None
    occurred_at: datetime | None
    clock_off_s: int | None
    on_behalf: bool
    same_text: int
    supporters: int
    candidates: list[OtherCommune]
    incident: list[Companion]
