"""The upload over HTTP."""

from collections.abc import Sequence

from litestar import Router, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.kit.db import Connection
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.web.auth import needs
from outreach.visits import actions
from outreach.visits.contracts import SyncAnswer, SyncBatch


@post("/sync", operation_id="sync_visits", status_code=200, guards=[needs(Role.VOLUNTEER)])
async def sync_visits(
    data: JSONBody[SyncBatch],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
    folds: NamedDependency[Sequence[actions.Fold]],
) -> SyncAnswer:
    """Bring home what a phone recorded; safe to send again, one answer an event."""
    return await actions.sync(tx, data, by=me, secret=settings.secret_key, folds=folds)


router = Router("/", route_handlers=[sync_visits], tags=["outreach"])
