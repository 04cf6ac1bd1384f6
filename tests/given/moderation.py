"""Moderation as given: what somebody looked at and let through."""

from uuid import UUID

from api.kit.db import Connection
from api.kit.principal import Principal
from api.moderation import actions, store
from tests.given.reports import officer


async def looked_at(tx: Connection, report_id: UUID, me: Principal | None = None) -> int:
    """Every photo of a case is approved; returns the version after."""
    who = me or officer()
    publication = await store.find_publication(tx, report_id, seen_by=who)
    assert publication is not None
    version = publication.version
    for photo in await store.list_photos(tx, report_id):
        await actions.judge_photo(tx, photo.id, who, version=version, shown=True, reason=None)
        version += 1
    return version
