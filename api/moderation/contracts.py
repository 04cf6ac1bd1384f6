"""Shapes of moderation: what somebody looks at before it becomes public, and what they said of it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.areas import Area

MOST_AREAS = 40
Why = Annotated[str, msgspec.Meta(min_length=5, max_length=500)]


class Deed(StrEnum):
    """What a moderator did."""

    TEXT = "text"
    PUBLISH = "publish"
    WITHHOLD = "withhold"
    APPROVE = "approve"
    HIDE = "hide"
    AREAS = "areas"
    LOOK = "look"


class ToLook(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the queue: a case with something nobody has looked at yet."""

    id: UUID
    code: str
    category_name: str
    commune_name: str
    state_name: str
    received_at: datetime
    published: bool
    photos_waiting: int
    looked_at: datetime | None
    number: int


class SeenPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A photo as a moderator sees it: blurred, unless it is opened. `ready`: its copies show the latest areas."""

    id: UUID
    position: int
    taken_for: str
    width: int
    height: int
    hidden: bool
    moderated: bool
    ready: bool
    blur_whole: bool
    areas: list[Area]
    large: str
    small: str


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """One deed: who, when, what was before and after."""

    id: int
    photo_id: UUID | None
    action: Deed
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str | None
    by: str
    staff_name: str | None
    occurred_at: datetime


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """What of a case is, or would be, public. `may_publish`: its subject is and a handler has accepted it."""

    id: UUID
    code: str
    version: int
    category_name: str
    commune_name: str
    state_name: str
    description: str | None
    published: bool
    withheld: bool
    may_publish: bool
    public_text: str | None
    public_lat: float | None
    public_lon: float | None
    looked_at: datetime | None
    photos: list[SeenPhoto] = []
    history: list[Past] = []


class TextChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Other words for the public; null: none."""

    version: Annotated[int, msgspec.Meta(ge=0)]
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)] | None
    reason: Why | None = None


class Publishing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Make it public, or take it from the public; taking needs a reason."""

    version: Annotated[int, msgspec.Meta(ge=0)]
    public: bool
    reason: Why | None = None


class PhotoVerdict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Show one photo or hide it; hiding needs a reason."""

    version: Annotated[int, msgspec.Meta(ge=0)]
    shown: bool
    reason: Why | None = None


class PhotoAreas(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is blurred in one photo from now on: these areas, or all of it."""

    version: Annotated[int, msgspec.Meta(ge=0)]
    areas: Annotated[list[Area], msgspec.Meta(max_length=MOST_AREAS)]
    whole: bool = False


class Looked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing is left to look at."""

    version: Annotated[int, msgspec.Meta(ge=0)]


class Reverting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Take one deed back."""

    version: Annotated[int, msgspec.Meta(ge=0)]
    reason: Why | None = None


class Opening(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why somebody must see a photo without its blurring."""

    reason: Annotated[str, msgspec.Meta(min_length=5, max_length=500)]


class ClearPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """Where the photo is shown without its blurring, for ten minutes."""

    url: str
    expires_in: int


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A case held for a deed; stays inside."""

    id: UUID
    version: int
    by: str
    open: bool
    own: bool
    public_subject: bool
    accepted: bool
    description: str | None
    published_at: datetime | None
    withheld: bool
    public_text: str | None
    public_lat: float | None
    public_lon: float | None
    lat: float
    lon: float
    public_decimals: int
    looked_at: datetime | None


class HeldPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A photo held for a deed; stays inside."""

    id: UUID
    report_id: UUID
    hidden: bool
    moderated: bool
    blur_whole: bool
    areas: list[Area]


class PhotoAreasChanged(outbox.Event, frozen=True, kw_only=True, tag="photo_areas_changed"):
    """What is blurred in a photo is to be another: its copies are made anew (workers/photos.py)."""

    photo_id: UUID
