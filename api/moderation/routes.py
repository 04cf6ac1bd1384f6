"""The doors of moderation: for the agency that handles a case, and for the officers of its province."""

from typing import Annotated
from uuid import UUID

from litestar import Router, get, post, put
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.moderation import actions
from api.moderation.contracts import (
    ClearPhoto,
    Looked,
    Opening,
    PhotoAreas,
    PhotoVerdict,
    Publication,
    Publishing,
    Reverting,
    TextChange,
    ToLook,
)
from api.moderation.rules import (
    ModerationChanged,
    ModerationNotFound,
    ModerationRefused,
    ModerationUnusable,
)
from api.web.auth import needs
from api.web.problems import problems

NEVER = CacheControlHeader(no_store=True)
STAFF = [needs(Role.HANDLER, Role.OFFICER)]
DEED = problems(NotAllowed, ModerationNotFound, ModerationChanged, ModerationRefused, ModerationUnusable)


@get("/v1/moderation", operation_id="list_moderation", guards=STAFF, cache_control=NEVER)
async def list_moderation(
    *,
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    waiting: FromQuery[bool] = True,
    cursor: FromQuery[str | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT,
) -> Page[ToLook]:
    """Cases with a photo or text nobody has looked at; `waiting=false`: those somebody has."""
    return await actions.browse(db, me, waiting=waiting, cursor=cursor, limit=limit)


@get(
    "/v1/moderation/{report_id:uuid}",
    operation_id="read_moderation",
    guards=STAFF,
    cache_control=NEVER,
    responses=problems(NotAllowed, ModerationNotFound),
)
async def read_moderation(
    report_id: FromPath[UUID],
    db: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Publication:
    """What of a case is or would be public, its photos, and everything that was done about it."""
    return await actions.show(db, report_id, me, settings=settings)


@put("/v1/moderation/{report_id:uuid}/text", operation_id="set_public_text", guards=STAFF, responses=DEED)
async def set_public_text(
    report_id: FromPath[UUID],
    data: JSONBody[TextChange],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Publication:
    """Give the public other words."""
    await actions.set_text(tx, report_id, data.text, me, version=data.version, reason=data.reason)
    return await actions.show(tx, report_id, me, settings=settings)


@put("/v1/moderation/{report_id:uuid}/public", operation_id="set_public", guards=STAFF, responses=DEED)
async def set_public(
    report_id: FromPath[UUID],
    data: JSONBody[Publishing],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Publication:
    """Publish a case, or take it from the public with a reason."""
    await actions.set_public(tx, report_id, me, version=data.version, public=data.public, reason=data.reason)
    return await actions.show(tx, report_id, me, settings=settings)


@post(
    "/v1/moderation/{report_id:uuid}/looked",
    operation_id="finish_moderation",
    status_code=200,
    guards=STAFF,
    responses=DEED,
)
async def finish_moderation(
    report_id: FromPath[UUID],
    data: JSONBody[Looked],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Publication:
    """Nothing is left to look at: the case leaves the queue."""
    await actions.look(tx, report_id, me, version=data.version)
    return await actions.show(tx, report_id, me, settings=settings)


@post(
    "/v1/moderation/{report_id:uuid}/history/{step_id:int}/revert",
    operation_id="revert_moderation",
    status_code=200,
    guards=STAFF,
    responses=DEED,
)
async def revert_moderation(
    *,
    report_id: FromPath[UUID],
    step_id: FromPath[int],
    data: JSONBody[Reverting],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Publication:
    """Take one deed back; the history keeps both."""
    await actions.revert(tx, report_id, step_id, me, version=data.version, reason=data.reason)
    return await actions.show(tx, report_id, me, settings=settings)


@put(
    "/v1/moderation/photos/{photo_id:uuid}/shown",
    operation_id="judge_photo",
    guards=STAFF,
    responses=DEED,
)
async def judge_photo(
    photo_id: FromPath[UUID],
    data: JSONBody[PhotoVerdict],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Publication:
    """Show one photo to everybody, or hide it with a reason; the others stay as they are."""
    report_id = await actions.judge_photo(
        tx, photo_id, me, version=data.version, shown=data.shown, reason=data.reason
    )
    return await actions.show(tx, report_id, me, settings=settings)


@put(
    "/v1/moderation/photos/{photo_id:uuid}/areas",
    operation_id="blur_photo",
    guards=STAFF,
    responses=DEED,
)
async def blur_photo(
    photo_id: FromPath[UUID],
    data: JSONBody[PhotoAreas],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> Publication:
    """Blur these areas, or all of the photo; until its copies show it, it is not public."""
    report_id = await actions.blur(tx, photo_id, data.areas, me, version=data.version, whole=data.whole)
    return await actions.show(tx, report_id, me, settings=settings)


@post(
    "/v1/moderation/photos/{photo_id:uuid}/open",
    operation_id="open_photo",
    status_code=200,
    guards=STAFF,
    responses=problems(NotAllowed, ModerationNotFound),
)
async def open_photo(
    photo_id: FromPath[UUID],
    data: JSONBody[Opening],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
) -> ClearPhoto:
    """An address of the photo without its blurring, for ten minutes; who asked and why is written down."""
    return await actions.open_photo(tx, photo_id, data.reason, me, settings=settings)


router = Router(
    "/",
    route_handlers=[
        list_moderation,
        read_moderation,
        set_public_text,
        set_public,
        finish_moderation,
        revert_moderation,
        judge_photo,
        blur_photo,
        open_photo,
    ],
    tags=["moderation"],
)
