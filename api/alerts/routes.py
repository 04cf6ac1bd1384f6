"""The doors of warnings: officers publish, everybody reads, caches carry the load."""

from typing import Annotated
from uuid import UUID

from litestar import Response, Router, get, post
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.alerts import actions, store
from api.alerts.contracts import Alert, Cancellation, HazardList, NewAlert
from api.alerts.rules.publishing import (
    AlertIdTaken,
    AlertNotFound,
    AlertReplaced,
    AlertUnusable,
)
from api.kit.cap import MEDIA_TYPE
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.web.auth import needs, public
from api.web.problems import problems

BRIEFLY = CacheControlHeader(public=True, max_age=15)
A_WHILE = CacheControlHeader(public=True, max_age=300)


@get("/v1/alert-hazards", operation_id="list_alert_hazards", guards=[public], cache_control=A_WHILE)
async def list_alert_hazards(db: NamedDependency[Connection]) -> HazardList:
    """The kinds of disaster and the five risk levels of Decision 18/2021/QĐ-TTg."""
    return await store.list_hazards(db)


@post(
    "/v1/alerts",
    operation_id="publish_alert",
    guards=[needs(Role.OFFICER)],
    responses={
        200: ResponseSpec(Alert, description="Sent before: the first answer", generate_examples=False),
        **problems(AlertIdTaken, AlertReplaced, AlertUnusable, NotAllowed),
    },
)
async def publish_alert(
    data: JSONBody[NewAlert],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Response[Alert]:
    """Publish a warning for communes, or a new version of one; sending again is safe."""
    alert, is_new = await actions.publish(tx, data, me, settings=settings)
    return Response(alert, status_code=201 if is_new else 200)


@post(
    "/v1/alerts/{alert_id:uuid}/cancel",
    operation_id="cancel_alert",
    guards=[needs(Role.OFFICER)],
    responses=problems(AlertNotFound, AlertReplaced, NotAllowed),
    status_code=200,
)
async def cancel_alert(
    alert_id: FromPath[UUID],
    data: JSONBody[Cancellation],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Alert:
    """End a warning early; everybody who was told is told again."""
    return await actions.cancel(tx, alert_id, data, me, settings=settings)


@get("/v1/alerts", operation_id="list_alerts", guards=[public], cache_control=BRIEFLY)
async def list_alerts(
    db: NamedDependency[Connection],
    commune: Annotated[str | None, QueryParameter(pattern=r"^[0-9]{5}$")] = None,
    active: FromQuery[bool | None] = None,
    cursor: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> Page[Alert]:
    """Warnings, newest first; `active=true` leaves those that hold now or soon."""
    return await actions.browse(db, commune=commune, active=active, cursor=cursor, limit=limit)


@get(
    "/v1/alerts/{alert_id:uuid}",
    operation_id="read_alert",
    guards=[public],
    cache_control=BRIEFLY,
    responses=problems(AlertNotFound),
)
async def read_alert(alert_id: FromPath[UUID], db: NamedDependency[Connection]) -> Alert:
    """One warning and what became of it."""
    return await actions.show(db, alert_id)


@get(
    "/v1/alerts/{alert_id:uuid}/cap.xml",
    operation_id="read_alert_cap",
    guards=[public],
    cache_control=A_WHILE,
    media_type=MEDIA_TYPE,
    responses=problems(AlertNotFound),
)
async def read_alert_cap(
    alert_id: FromPath[UUID],
    db: NamedDependency[Connection],
    settings: NamedDependency[Settings],
) -> Response[bytes]:
    """The warning as a CAP 1.2 document."""
    document = await actions.as_cap(db, alert_id, settings=settings)
    return Response(document, media_type=MEDIA_TYPE)


@get(
    "/alerts.atom",
    operation_id="read_alert_feed",
    guards=[public],
    cache_control=BRIEFLY,
    media_type="application/atom+xml",
)
async def read_alert_feed(
    db: NamedDependency[Connection], settings: NamedDependency[Settings]
) -> Response[bytes]:
    """The Atom feed of warnings, with CAP and GeoRSS elements."""
    return Response(await actions.as_feed(db, settings=settings), media_type="application/atom+xml")


router = Router(
    "/",
    route_handlers=[
        list_alert_hazards,
        publish_alert,
        cancel_alert,
        list_alerts,
        read_alert,
        read_alert_cap,
        read_alert_feed,
    ],
    tags=["alerts"],
)
