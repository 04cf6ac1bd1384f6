"""Reading warnings in every form: words, CAP, Atom, GeoJSON."""

from datetime import datetime
from uuid import UUID

from api.alerts import store
from api.alerts.contracts import Alert
from api.alerts.rules import forms, problems
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.settings import Settings

FEED_LENGTH = 50
MAP_LENGTH = 500


async def show(db: Connection, alert_id: UUID) -> Alert:
    """One message."""
    found = await store.find_alert(db, alert_id, at=now())
    if found is None:
        raise problems.AlertNotFound
    return found


async def browse(
    db: Connection, *, commune: str | None, active: bool | None, cursor: str | None, limit: int
) -> Page[Alert]:
    """Warnings, newest first."""
    before = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    found = await store.list_alerts(
        db, commune=commune, active=active, before=before, limit=limit + 1, at=now()
    )
    last = found[limit - 1] if len(found) > limit else None
    return Page(found[:limit], encode_cursor(last.sent_at, last.id) if last else None)


async def as_cap(db: Connection, alert_id: UUID, *, settings: Settings) -> bytes:
    """The CAP 1.2 document of one message."""
    alert = await show(db, alert_id)
    references = await store.list_references(db, alert_id)
    return forms.as_cap(alert, references, settings.public_url)


async def as_feed(db: Connection, *, settings: Settings) -> bytes:
    """The Atom feed of the newest messages, cancellations too."""
    found = await store.list_alerts(db, cancels_too=True, limit=FEED_LENGTH, at=now())
    return forms.as_atom(found, settings.public_url, forms.FEED_BEGINS)


async def as_map(db: Connection, *, commune: str | None, active: bool | None, settings: Settings) -> bytes:
    """The newest warnings as a GeoJSON FeatureCollection."""
    found = await store.list_alerts(db, commune=commune, active=active, limit=MAP_LENGTH, at=now())
    return forms.as_geojson(found, settings.public_url)


async def last_change(db: Connection) -> datetime:
    """When anything last changed: a message went out, or one ended by itself."""
    return await store.find_last_change(db, at=now()) or forms.FEED_BEGINS
