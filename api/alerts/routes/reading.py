"""Reading warnings: public, in every form, made for caches."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Annotated, Any, cast
from uuid import UUID

import msgspec
from litestar import Request, Response, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from api.alerts import store
from api.alerts.actions import reading
from api.alerts.actions.board import board
from api.alerts.contracts import Alert, HazardList
from api.alerts.rules.forms import GEOJSON
from api.alerts.rules.problems import AlertNotFound
from api.kit.cap import MEDIA_TYPE
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.settings import Settings
from api.web.answers import Get
from api.web.auth import public
from api.web.problems import problems

BRIEFLY = CacheControlHeader(public=True, max_age=15, s_maxage=15)
A_WHILE = CacheControlHeader(public=True, max_age=300)
SETTLED = timedelta(seconds=10)
"""So soon after a change another of the same second may still come: who asks by date must ask again."""
Anybody = Request[Any, Any, Any]
Commune = Annotated[str | None, QueryParameter(pattern=r"^[0-9]{5}$")]


async def dated(
    request: Anybody, changed: datetime, make: Callable[[], Awaitable[bytes]], media_type: str
) -> Response[bytes]:
    """A document with its `Last-Modified`; 304 without making it for who has it since (and sent no tag)."""
    headers = {"last-modified": format_datetime(min(changed, now() - SETTLED), usegmt=True)}
    asked = request.headers.get("if-modified-since")
    if asked and "if-none-match" not in request.headers and not newer(changed, than=asked):
        return Response(b"", status_code=304, headers=headers, media_type=media_type)
    return Response(await make(), headers=headers, media_type=media_type)


def newer(changed: datetime, *, than: str) -> bool:
    """Whether something changed after an HTTP date; a date that is none knows nothing."""
    try:
        return changed.replace(microsecond=0) > parsedate_to_datetime(than)
    except (ValueError, TypeError):
        return True


@get("/v1/alert-hazards", operation_id="list_alert_hazards", guards=[public], cache_control=A_WHILE)
async def list_alert_hazards(db: NamedDependency[Connection]) -> HazardList:
    """The kinds of disaster and the five risk levels of Decision 18/2021/QĐ-TTg."""
    return await store.list_hazards(db)


async def list_alerts(
    request: Anybody,
    commune: Commune = None,
    active: FromQuery[bool | None] = None,
    cursor: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> Page[Alert]:
    """Warnings, newest first; `active=true` leaves those that hold now or soon."""
    if active and cursor is None and (ready := board.answer(commune, limit)) is not None:
        return cast("Page[Alert]", msgspec.Raw(ready))
    async with request.app.state.database.read() as db:
        return await reading.browse(db, commune=commune, active=active, cursor=cursor, limit=limit)


@get(
    "/v1/alerts/{alert_id:uuid}",
    operation_id="read_alert",
    guards=[public],
    cache_control=BRIEFLY,
    responses=problems(AlertNotFound),
)
async def read_alert(alert_id: FromPath[UUID], db: NamedDependency[Connection]) -> Alert:
    """One warning and what became of it."""
    return await reading.show(db, alert_id)


@get(
    "/v1/alerts/{alert_id:uuid}/cap.xml",
    operation_id="read_alert_cap",
    guards=[public],
    cache_control=A_WHILE,
    media_type=MEDIA_TYPE,
    responses=problems(AlertNotFound),
)
async def read_alert_cap(
    request: Anybody,
    alert_id: FromPath[UUID],
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """The warning as a CAP 1.2 document; a message never changes."""
    alert = await reading.show(db, alert_id)
    return await dated(
        request, alert.sent_at, lambda: reading.as_cap(db, alert_id, settings=settings), MEDIA_TYPE
    )


@get(
    "/alerts.atom",
    operation_id="read_alert_feed",
    guards=[public],
    cache_control=BRIEFLY,
    media_type="application/atom+xml",
)
async def read_alert_feed(
    request: Anybody, db: NamedDependency[Connection], settings: NamedDependency[Settings]
) -> Response[bytes]:
    """The Atom feed of warnings, with CAP and GeoRSS elements."""
    changed = await reading.last_change(db)
    return await dated(
        request, changed, lambda: reading.as_feed(db, settings=settings), "application/atom+xml"
    )


@get(
    "/v1/alerts.geojson",
    operation_id="read_alert_map",
    guards=[public],
    cache_control=BRIEFLY,
    media_type=GEOJSON,
)
async def read_alert_map(
    request: Anybody,
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
    commune: Commune = None,
    active: FromQuery[bool | None] = None,
) -> Response[Any]:
    """Warnings as a GeoJSON FeatureCollection (RFC 7946): areas as drawn, or the communes' centres."""
    changed = await reading.last_change(db)
    return await dated(
        request,
        changed,
        lambda: reading.as_map(db, commune=commune, active=active, settings=settings),
        GEOJSON,
    )


plain = [
    Get("/v1/alerts", operation_id="list_alerts", guards=[public], cache_control=BRIEFLY)(list_alerts),
]
handlers = [list_alert_hazards, read_alert, read_alert_cap, read_alert_feed, read_alert_map]
