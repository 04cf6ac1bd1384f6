"""The upload over HTTP."""

from collections.abc import Sequence

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.kit.db import Connection
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.web.auth import signed_in
from api.web.problems import problems
from outreach.visits import actions
from outreach.visits.contracts import SyncAnswer, SyncBatch
from outreach.visits.routes import rescuing, reviewing
from outreach.visits.rules.reasons import NeverWalked


@post(
    "/sync",
    operation_id="sync_visits",
    status_code=200,
    guards=[signed_in],
    responses=problems(NeverWalked),
)
async def sync_visits(
    data: JSONBody[SyncBatch],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
    folds: NamedDependency[Sequence[actions.Fold]],
) -> SyncAnswer:
    """Bring home what a phone recorded; safe to send again, one answer an event.

    Who has left a team brings home what they recorded before: it waits for the leader.
    """
    return await actions.sync(tx, data, by=me, secret=settings.secret_key, folds=folds)


router = Router("/", route_handlers=[sync_visits, *reviewing.handlers, *rescuing.handlers], tags=["outreach"])
