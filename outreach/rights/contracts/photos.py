"""How far a photo of a visit has come."""

import msgspec


class PhotoArrived(msgspec.Struct, frozen=True, kw_only=True):
    """How many bytes are here; `whole`: the photo is taken in."""

    offset: int
    whole: bool
