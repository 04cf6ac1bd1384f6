"""Carrying for another phone, over HTTP."""

import base64
from collections.abc import Sequence

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.kit.db import Connection
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.web.auth import needs
from api.web.problems import problems
from outreach.visits.actions import Fold
from outreach.visits.actions.rescuing import bring_home
from outreach.visits.contracts.rescuing import Rescued, RescueKey, Sealed
from outreach.visits.rules.reasons import NeverWalked
from outreach.visits.rules.rescuing import RescueUnreadable, rescue_point

WALKS = [needs(Role.VOLUNTEER)]


@get("/rescue-key", operation_id="find_rescue_key", guards=WALKS)
async def find_rescue_key(settings: NamedDependency[Settings]) -> RescueKey:
    """What a phone seals its queue with, so that another can carry it and not read it."""
    point = base64.urlsafe_b64encode(rescue_point(settings.secret_key)).decode().rstrip("=")
    return RescueKey(public_key=point)


@post(
    "/rescued",
    operation_id="bring_home",
    status_code=200,
    guards=WALKS,
    responses=problems(RescueUnreadable, NeverWalked),
)
async def bring_home_sealed(
    data: JSONBody[Sealed],
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    settings: NamedDependency[Settings],
    folds: NamedDependency[Sequence[Fold]],
) -> Rescued:
    """Bring home what another phone sealed; safe to send again, also when that phone sends it itself later."""
    return await bring_home(tx, data.sealed, by=me, secret=settings.secret_key, folds=folds)


handlers = [find_rescue_key, bring_home_sealed]
