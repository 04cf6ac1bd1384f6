"""Parts of a picture nobody may read: their shape, and the event that other parts are to be blurred."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

import msgspec

from api.kit.outbox import Event

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Length = Annotated[float, msgspec.Meta(gt=0, le=1)]


class What(StrEnum):
    """What is hidden."""

    FACE = "face"
    PLATE = "plate"
    OTHER = "other"


class Area(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rectangle of the upright picture, in parts of its width and height from its upper left corner."""

    x: Share
    y: Share
    w: Length
    h: Length
    what: What = What.OTHER


class PhotoAreasChanged(Event, frozen=True, kw_only=True, tag="photo_areas_changed"):
    """What is blurred in a photo is to be another: its copies are made anew (workers/photos.py)."""

    photo_id: UUID
