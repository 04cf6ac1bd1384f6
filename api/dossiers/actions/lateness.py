"""Who follows a dossier hears that its promised date has passed, before they have to ask."""

from datetime import timedelta

from api.dossiers.actions.notices import FollowerNotice
from api.dossiers.contracts.deadlines import DossierOverdue
from api.dossiers.rules.notices import late_words
from api.dossiers.store import following
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection

LOOKED_BACK = timedelta(days=3)
"""A morning that was missed is made up for; each date is told once all the same."""


async def notice_overdue(tx: Connection) -> None:
    """Each morning: dates that have passed since the last ones."""
    at = now()
    found = await following.list_overdue(tx, since=at - LOOKED_BACK, at=at)
    await outbox.emit_all(
        tx, [(DossierOverdue(dossier_id=one, due_at=due_at), False) for one, due_at in found]
    )


async def list_late_notices(db: Connection, event: DossierOverdue) -> list[FollowerNotice]:
    """One message for everybody who follows; none when a result or another date came meanwhile."""
    row = await following.find_dossier(db, event.dossier_id, person_id=None)
    words = late_words(row, event.due_at) if row else None
    if row is None or words is None:
        return []
    title, body = words
    return [
        FollowerNotice(
            person_id=person,
            title=title,
            body=body,
            code=row.code,
            status=title.removeprefix("Hồ sơ: "),
            next_step="",
            dedupe_key=f"dossier-late:{row.id}:{event.due_at:%Y%m%d%H%M}",
            link=f"#/hs/{row.id}",
        )
        for person in await following.list_followers_at(db, row.id, at=now())
    ]
