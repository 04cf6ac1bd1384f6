"""What everybody may see of verified cases: no person, no exact time, the subject's precision."""

from datetime import datetime
from uuid import UUID

import msgspec


class PublicPhoto(msgspec.Struct, frozen=True, kw_only=True):
    """A photo everybody may see; `large` and `small` are its addresses."""

    id: UUID
    position: int
    taken_for: str
    width: int
    height: int
    large: str
    small: str


class PublicReport(msgspec.Struct, frozen=True, kw_only=True):
    """A case as the public sees it, once a handler has accepted it; `supporters` people saw it, each counted once.

    `lat` and `lon` are null when the phone knew its place no nearer than 2 km: then the commune is all that is known.
    """

    id: UUID
    code: str
    category_code: str
    category_name: str
    state: str
    state_name: str
    description: str | None
    lat: float | None
    lon: float | None
    commune_code: str
    commune_name: str
    agency_name: str | None
    received_at: datetime
    due_at: datetime
    late: bool
    answer: str | None
    finished_at: datetime | None
    rating: int | None
    supporters: int
    photos: list[PublicPhoto]
    number: int
