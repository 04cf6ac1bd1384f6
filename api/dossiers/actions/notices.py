"""What followers are told: a dossier's state changed, or its promised date moved."""

from uuid import UUID

import msgspec

from api.dossiers.contracts import DossierStateChanged
from api.dossiers.contracts.deadlines import DossierDueMoved
from api.dossiers.rules.notices import (
    cause_words,
    date_words,
    is_other_date,
    is_told_for_its_date,
    moved_words,
    notice_words,
)
from api.dossiers.store import events, following, recounting
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.settings import Settings


class FollowerNotice(msgspec.Struct, frozen=True, kw_only=True):
    """One follower's message; outside the app only code, state and next step are told."""

    person_id: UUID
    title: str
    body: str
    code: str
    status: str
    next_step: str
    dedupe_key: str
    link: str


async def list_notices(db: Connection, event: DossierStateChanged) -> list[FollowerNotice]:
    """One message for everybody who followed when the change came in, and still does."""
    people = await following.list_followers(db, event.dossier_event_id)
    row = await following.find_dossier(db, event.dossier_id, person_id=None) if people else None
    if row is None:
        return []
    states = await events.list_states(db)
    timeline = await events.list_events(db, [event.dossier_id])
    told = next(one for one in timeline if one.id == event.dossier_event_id)
    date_only = is_told_for_its_date(told, timeline)
    words = date_words(row, told, states) if date_only else notice_words(row, told, states)
    if words is None:
        return []
    title, body = words
    state = states.get(told.state_code)
    return [
        FollowerNotice(
            person_id=person,
            title=title,
            body=body,
            code=row.code,
            status=title.removeprefix("Hồ sơ: "),
            next_step=state.next_step if state else "",
            dedupe_key=f"dossier:{event.dossier_event_id}",
            link=f"#/hs/{row.id}",
        )
        for person in people
    ]


async def list_date_notices(
    tx: Connection, event: DossierDueMoved, *, settings: Settings
) -> list[FollowerNotice]:
    """One message for everybody who followed when the first untold recount began, and still does.

    Recounts that were not told yet are told as one; a date that came back to where it was, not at all.
    """
    row = await following.find_dossier(tx, event.dossier_id, person_id=None)
    move = await recounting.take_moves(tx, event.dossier_id, at=now())
    if row is None or move is None or not is_other_date(row, move.due_before, move.due_after):
        return []
    causes = await recounting.list_causes(tx, move, row.id, province=settings.province_code)
    title, body = moved_words(
        row,
        move.due_before,
        [cause_words(one.name, one.from_on, one.to_on, undone=one.undone) for one in causes],
    )
    return [
        FollowerNotice(
            person_id=person,
            title=title,
            body=body,
            code=row.code,
            status=title.removeprefix("Hồ sơ: "),
            next_step="",
            dedupe_key=f"dossier-due:{row.id}:{move.recount_id}",
            link=f"#/hs/{row.id}",
        )
        for person in await following.list_followers_at(tx, row.id, at=move.started_at)
    ]
