"""What followers are told when a dossier's state changed."""

from uuid import UUID

import msgspec

from api.dossiers.contracts import DossierStateChanged
from api.dossiers.rules.words import notice_words, state_words
from api.dossiers.store import events, following
from api.kit.db import Connection


class FollowerNotice(msgspec.Struct, frozen=True, kw_only=True):
    """One follower's message; outside the app only code, state and next step are told."""

    person_id: UUID
    title: str
    body: str
    code: str
    status: str
    next_step: str


async def list_notices(db: Connection, event: DossierStateChanged) -> list[FollowerNotice]:
    """One message for everybody who followed when the change came in, and still does."""
    people = await following.list_followers(db, event.dossier_event_id)
    row = await following.find_dossier(db, event.dossier_id, person_id=None) if people else None
    if row is None:
        return []
    states = await events.list_states(db)
    timeline = await events.list_events(db, [event.dossier_id])
    told = next(one for one in timeline if one.id == event.dossier_event_id)
    title, body = notice_words(row, told, states)
    state = states.get(told.state_code)
    return [
        FollowerNotice(
            person_id=person,
            title=title,
            body=body,
            code=row.code,
            status=state_words(told.state_code, told.state_name, states),
            next_step=state.next_step if state else "",
        )
        for person in people
    ]
