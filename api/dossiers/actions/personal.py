"""What belongs to one person in a dossier: their questions, what they may ask now, their rating."""

from uuid import UUID

import msgspec

from api.dossiers.contracts import Dossier, DossierRow
from api.dossiers.rules.asking import entries, possible, woven
from api.dossiers.rules.rating import CHANGEABLE, may_rate
from api.dossiers.store import asking, rating, sharing
from api.kit.clock import now
from api.kit.db import Connection


async def with_mine(db: Connection, dossier: Dossier, row: DossierRow, *, person_id: UUID) -> Dossier:
    """The dossier with what this person asked and said of it; nobody else's is ever in it."""
    at = now()
    questions = await asking.list_questions(db, row.id, person_id=person_id, at=at)
    given = await rating.find_rating(db, row.id, person_id=person_id, changeable=CHANGEABLE)
    sees = row.followed or row.owned
    helping = row.followed and not row.owned and await sharing.is_helping(db, row.id, person_id=person_id)
    return msgspec.structs.replace(
        dossier,
        timeline=woven(dossier.timeline, entries(questions)),
        questions=questions,
        may_ask=possible(row, late=dossier.late, helping=helping, now=at) if sees else [],
        rating=given,
        may_rate=sees and may_rate(row, given, at),
    )
