"""Rate a finished dossier, once a person; staff read sums."""

from datetime import timedelta
from uuid import UUID

from api.dossiers.actions import following
from api.dossiers.contracts import Dossier
from api.dossiers.contracts.rating import NewRating, RatingSums
from api.dossiers.rules import rating as rules
from api.dossiers.store import rating as store
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Principal
from api.kit.settings import Settings

COUNTED = timedelta(days=365)


async def rate(
    tx: Connection, me: Principal, dossier_id: UUID, new: NewRating, *, settings: Settings
) -> Dossier:
    """Rate, or change it within seven days."""
    dossier = await following.read_mine(tx, me, dossier_id, settings=settings)
    at = now()
    if not dossier.may_rate:
        raise rules.RatingClosed if dossier.rating else rules.NotRateable
    rating = rules.rating_of(new, rated_at=at)
    since = at - rules.CHANGEABLE
    if not await store.put_rating(tx, dossier_id, rating, person_id=me.person_id, changeable_since=since):
        raise rules.RatingClosed
    return await following.read_mine(tx, me, dossier_id, settings=settings)


async def sum_ratings(db: Connection, me: Principal) -> RatingSums:
    """The agencies I oversee or work at; nothing of fewer than five people."""
    found = await store.sum_by_agency(db, me, since=now() - COUNTED, good_from=rules.GOOD_FROM)
    return RatingSums(items=[rules.sums_of(one) for one in found], smallest=rules.SMALLEST_SHOWN)
