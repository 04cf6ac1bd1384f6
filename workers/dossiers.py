"""After a dossier's state changed: every follower is told once."""

from api.dossiers.actions.notices import list_notices
from api.dossiers.contracts import DossierStateChanged
from api.messages.actions import tell_all
from api.messages.contracts import DossierParams, Kind, Notice
from workers.work import Work, together


@together
async def tell_followers(work: Work, event: DossierStateChanged) -> None:
    """One inbox message for everybody who followed when the change came in."""
    notices = [
        Notice(
            person_id=notice.person_id,
            kind=Kind.DOSSIER,
            title=notice.title,
            body=notice.body,
            link=f"#/hs/{event.dossier_id}",
            dedupe_key=f"dossier:{event.dossier_event_id}",
            params=DossierParams(code=notice.code, status=notice.status, next_step=notice.next_step),
        )
        for notice in await list_notices(work.tx, event)
    ]
    await tell_all(work.tx, notices)
