"""The desk of warnings: officers write, send, approve, refuse and cancel."""

from uuid import UUID

from litestar import Response, get, post, put
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, JSONBody

from api.alerts.actions import drafting, publishing
from api.alerts.actions.board import board
from api.alerts.contracts import Alert, Cancellation, DrawnArea, NewAlert, TouchedArea
from api.alerts.contracts.desk import AlertDraft, AlertDraftList, DraftMove, DraftRefusal, SavedDraft
from api.alerts.rules.problems import (
    AlertIdTaken,
    AlertNotFound,
    AlertReplaced,
    AlertUnusable,
    DraftMoved,
    DraftNotFound,
    OwnDraft,
)
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.web.auth import needs
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
Me = NamedDependency[Principal]
Config = NamedDependency[Settings]
OFFICER = needs(Role.OFFICER)


@post(
    "/v1/alerts",
    operation_id="publish_alert",
    guards=[OFFICER],
    responses={
        200: ResponseSpec(Alert, description="Sent before: the first answer", generate_examples=False),
        202: ResponseSpec(AlertDraft, description="Waits for another officer", generate_examples=False),
        **problems(AlertIdTaken, AlertReplaced, AlertUnusable, NotAllowed),
    },
)
async def publish_alert(
    data: JSONBody[NewAlert], tx: Tx, me: Me, settings: Config
) -> Response[Alert | AlertDraft]:
    """Publish a warning, or a new version of one; levels 4 and 5 wait for a second officer. Sending again is safe."""
    answer, is_new = await drafting.publish_or_wait(tx, data, me, settings=settings)
    board.doubt()
    return Response(answer, status_code=202 if isinstance(answer, AlertDraft) else 201 if is_new else 200)


@post(
    "/v1/alerts/{alert_id:uuid}/cancel",
    operation_id="cancel_alert",
    guards=[OFFICER],
    responses=problems(AlertNotFound, AlertReplaced, NotAllowed),
    status_code=200,
)
async def cancel_alert(
    alert_id: FromPath[UUID], data: JSONBody[Cancellation], tx: Tx, me: Me, settings: Config
) -> Alert:
    """End a warning early; everybody who was told is told again."""
    board.doubt()
    return await publishing.cancel(tx, alert_id, data, me, settings=settings)


@post(
    "/v1/alert-areas",
    operation_id="look_at_alert_area",
    guards=[OFFICER],
    responses=problems(AlertUnusable),
    status_code=200,
)
async def look_at_alert_area(data: JSONBody[DrawnArea], db: Db, me: Me) -> TouchedArea:
    """Which communes a drawn area touches; nothing is kept."""
    return await publishing.look_at(db, data, me)


@get("/v1/alert-drafts", operation_id="list_alert_drafts", guards=[OFFICER])
async def list_alert_drafts(db: Db, me: Me) -> AlertDraftList:
    """Drafts of my province: those that wait for a second officer first."""
    return await drafting.browse(db, me)


@get(
    "/v1/alert-drafts/{draft_id:uuid}",
    operation_id="read_alert_draft",
    guards=[OFFICER],
    responses=problems(DraftNotFound),
)
async def read_alert_draft(draft_id: FromPath[UUID], db: Db, me: Me) -> AlertDraft:
    """One draft with everything that was done to it."""
    return await drafting.show(db, draft_id, me)


@put(
    "/v1/alert-drafts/{draft_id:uuid}",
    operation_id="save_alert_draft",
    guards=[OFFICER],
    responses=problems(AlertIdTaken, AlertUnusable, DraftMoved, DraftNotFound),
)
async def save_alert_draft(
    draft_id: FromPath[UUID], data: JSONBody[SavedDraft], tx: Tx, me: Me
) -> AlertDraft:
    """Keep what is written so far; nobody is told. Whoever changed it meanwhile is not overwritten."""
    return await drafting.save(tx, draft_id, data, me)


@post(
    "/v1/alert-drafts/{draft_id:uuid}/send",
    operation_id="send_alert_draft",
    guards=[OFFICER],
    responses=problems(AlertReplaced, AlertUnusable, DraftMoved, DraftNotFound),
    status_code=200,
)
async def send_alert_draft(
    draft_id: FromPath[UUID], data: JSONBody[DraftMove], tx: Tx, me: Me, settings: Config
) -> AlertDraft:
    """Publish a draft; levels 4 and 5 wait for another officer."""
    board.doubt()
    return await drafting.send(tx, draft_id, data.version, me, settings=settings)


@post(
    "/v1/alert-drafts/{draft_id:uuid}/approve",
    operation_id="approve_alert_draft",
    guards=[OFFICER],
    responses=problems(AlertReplaced, AlertUnusable, DraftMoved, DraftNotFound, OwnDraft),
    status_code=200,
)
async def approve_alert_draft(
    draft_id: FromPath[UUID], data: JSONBody[DraftMove], tx: Tx, me: Me, settings: Config
) -> AlertDraft:
    """The second officer's yes: it is published now. Not by who wrote or sent it."""
    board.doubt()
    return await drafting.approve(tx, draft_id, data.version, me, settings=settings)


@post(
    "/v1/alert-drafts/{draft_id:uuid}/refuse",
    operation_id="refuse_alert_draft",
    guards=[OFFICER],
    responses=problems(AlertUnusable, DraftMoved, DraftNotFound, OwnDraft),
    status_code=200,
)
async def refuse_alert_draft(
    draft_id: FromPath[UUID], data: JSONBody[DraftRefusal], tx: Tx, me: Me
) -> AlertDraft:
    """The second officer's no, with a reason; it can be changed and sent again."""
    return await drafting.refuse(tx, draft_id, data, me)


@post(
    "/v1/alert-drafts/{draft_id:uuid}/drop",
    operation_id="drop_alert_draft",
    guards=[OFFICER],
    responses=problems(DraftMoved, DraftNotFound),
    status_code=200,
)
async def drop_alert_draft(draft_id: FromPath[UUID], data: JSONBody[DraftMove], tx: Tx, me: Me) -> AlertDraft:
    """Take a draft off the desk."""
    return await drafting.drop(tx, draft_id, data.version, me)


handlers = [
    publish_alert,
    cancel_alert,
    look_at_alert_area,
    list_alert_drafts,
    read_alert_draft,
    save_alert_draft,
    send_alert_draft,
    approve_alert_draft,
    refuse_alert_draft,
    drop_alert_draft,
]
