"""What the server itself has to say: one event, judged, logged and folded like a phone's."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.principal import Principal
from outreach.visits.actions import Fold, bring_up
from outreach.visits.actions.taking import take_new
from outreach.visits.contracts import EventResult, EventType, SyncBatch
from outreach.visits.rules.uploading import Upload


async def record(
    tx: Connection,
    *,
    by: Principal,
    team_id: UUID,
    kind: EventType,
    body: dict[str, Any],
    at: datetime | None = None,
    folds: Iterable[Fold],
) -> EventResult:
    """Log one event of somebody whom a route has let in; look at the status of the answer.

    It has no installation and no number. That its author walks for the team is not asked, all else is.
    """
    raw = {
        "event_id": str(uuid7()),
        "seq": 1,
        "type": kind.value,
        "schema_version": 2,
        "device_time": (at or now()).isoformat(),
        "body": {"team_id": str(team_id), **body},
    }
    batch = SyncBatch(install_id=uuid7(), device_time=now(), events=[msgspec.to_builtins(raw)])
    upload = Upload(batch, actor=by.person_id, at=batch.device_time)
    upload.install_id = None
    upload.read(upload.clock(None))
    for event_id, entry in upload.candidates.items():
        upload.candidates[event_id] = msgspec.structs.replace(entry, seq=None)
    await bring_up(tx, upload, await take_new(tx, upload, decided=True, office=True), folds)
    (result,) = upload.finish()
    return result
