"""Parts of a picture nobody may read: their shape."""

from enum import StrEnum
from typing import Annotated

import msgspec

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
