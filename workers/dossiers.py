"""After a dossier's state changed or its promised date moved: every follower is told once."""

from collections.abc import Sequence
from uuid import UUID

from api.dossiers.actions.notices import FollowerNotice, list_date_notices, list_notices
from api.dossiers.contracts import DossierStateChanged
from api.dossiers.contracts.deadlines import DossierDueMoved
from api.messages.actions import tell_all
from api.messages.contracts import DossierParams, Kind, Notice
from workers.work import Work, together


@together
async def tell_followers(work: Work, event: DossierStateChanged) -> None:
    """One inbox message for everybody who followed when the change came in."""
    await tell_of(work, event.dossier_id, await list_notices(work.tx, event))


@together
async def tell_moved_date(work: Work, event: DossierDueMoved) -> None:
    """One inbox message for everybody who followed before the calendar moved the date."""
    notices = await list_date_notices(work.tx, event, settings=work.settings)
    await tell_of(work, event.dossier_id, notices)


async def tell_of(work: Work, dossier_id: UUID, notices: Sequence[FollowerNotice]) -> None:
    """Into the inboxes, with the dossier a tap away."""
    told = [
        Notice(
            person_id=notice.person_id,
            kind=Kind.DOSSIER,
            title=notice.title,
            body=notice.body,
            link=f"#/hs/{dossier_id}",
            dedupe_key=notice.dedupe_key,
            params=DossierParams(code=notice.code, status=notice.status, next_step=notice.next_step),
        )
        for notice in notices
    ]
    await tell_all(work.tx, told)
