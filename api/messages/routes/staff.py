"""HTTP for officers and administrators: what could not be sent, sending it again, and the day's costs."""

from typing import Annotated
from uuid import UUID

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from api.kit.db import Connection
from api.kit.errors import Invalid
from api.kit.pages import LIMIT_DEFAULT, LIMIT_MAX, Page
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.messages.actions import receipts as actions
from api.messages.contracts import DayReport, DeadLetter
from api.messages.rules import purposes
from api.web.problems import problems

Db = NamedDependency[Connection]
Tx = NamedDependency[Connection]
MePrincipal = NamedDependency[Principal]
Config = NamedDependency[Settings]
Limit = Annotated[int, QueryParameter(ge=1, le=LIMIT_MAX)]
Cursor = Annotated[str | None, QueryParameter(max_length=500)]


@get("/v1/admin/messages/dead", operation_id="list_dead_letters", responses=problems(Invalid))
async def list_dead(
    db: Db, settings: Config, me: MePrincipal, cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT
) -> Page[DeadLetter]:
    """What could not be sent and waits for somebody, newest first; never a text, addresses masked.

    An officer sees those of their provinces: where the reader lives, else whose report or dossier it is about,
    else this installation's. An administrator sees all.
    """
    return await actions.list_dead(db, settings, me, cursor=cursor, limit=limit)


@post(
    "/v1/admin/messages/{delivery_id:uuid}/resend",
    operation_id="resend_dead_letter",
    status_code=202,
    responses=problems(purposes.DeliveryNotFound, purposes.AlreadyReached),
)
async def resend(tx: Tx, settings: Config, me: MePrincipal, delivery_id: FromPath[UUID]) -> None:
    """Send it again under the same tracking id; who asked for it is kept."""
    await actions.resend(tx, settings, me, delivery_id)


@post(
    "/v1/admin/messages/{delivery_id:uuid}/give-up",
    operation_id="give_up_dead_letter",
    status_code=204,
    responses=problems(purposes.DeliveryNotFound),
)
async def give_up(tx: Tx, settings: Config, me: MePrincipal, delivery_id: FromPath[UUID]) -> None:
    """Leave it unsent: it stays in its reader's inbox; who decided so is kept."""
    await actions.give_up(tx, settings, me, delivery_id)


@get("/v1/admin/messages/today", operation_id="report_messages_today")
async def report_day(db: Db, settings: Config, me: MePrincipal) -> DayReport:
    """What today's messages cost of the cap, how many wait, and how many dead letters wait for me."""
    return await actions.report_day(db, settings, me)


HANDLERS = [list_dead, resend, give_up, report_day]
