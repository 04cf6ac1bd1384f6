"""Reading what is public, page by page."""

from uuid import UUID

from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.published import rules, store
from api.published.contracts import PublicReport


async def browse(
    db: Connection,
    *,
    commune: str | None,
    category: str | None,
    state: str | None,
    bbox: str | None,
    cursor: str | None,
    limit: int,
) -> Page[PublicReport]:
    """Published cases, newest first."""
    found = await store.list_published(
        db,
        commune=commune,
        category=category,
        state=state,
        box=rules.read_box(bbox) if bbox else None,
        before=decode_cursor(cursor, tuple[int])[0] if cursor else None,
        limit=limit + 1,
        at=now(),
    )
    more = len(found) > limit
    return Page(found[:limit], encode_cursor(found[limit - 1].number) if more else None)


async def show(db: Connection, report_id: UUID) -> PublicReport:
    """One published case."""
    found = await store.list_published(db, report_id=report_id, limit=1, at=now())
    if not found:
        raise rules.PublishedNotFound
    return found[0]
