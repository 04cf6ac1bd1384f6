"""Who is told of a call for help: the command post, and volunteers near it who agreed to be asked."""

from uuid import UUID

import msgspec

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings
from api.rescue.store import incidents, telling


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to tell of an open incident, and under which key: at most one notice a minute to each."""

    number: int
    rank: int
    minute: str
    command: list[UUID]
    helpers: list[UUID]


async def whom_to_tell(tx: Connection, incident_id: UUID, *, settings: Settings) -> Told | None:
    """The people; None when it has ended meanwhile."""
    at = now()
    found = await incidents.find_standing(tx, incident_id)
    if found is None or found.ended:
        return None
    return Told(
        number=found.number,
        rank=found.rank,
        minute=f"{at:%Y%m%d%H%M}",
        command=list(await telling.list_command(tx, settings.province_code, at=at)),
        helpers=list(await telling.list_helpers(tx, incident_id, at=at)),
    )
