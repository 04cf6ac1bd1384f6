"""What lies in the box of a tip about a crime."""

from datetime import datetime
from uuid import UUID

import msgspec


class Tip(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that leads to the sender: who, how to reach them, the words, exact place and times."""

    person_id: UUID | None
    contact_phone: str | None
    phone_id: UUID
    description: str | None
    lat: float
    lon: float
    accuracy_m: float | None
    happened_at: datetime
    sent_at: datetime | None
    received_at: datetime
