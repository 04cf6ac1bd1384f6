"""The places a person keeps besides home."""

from litestar import get, put
from litestar.di import NamedDependency
from litestar.params import JSONBody

from api.alerts.actions import places
from api.alerts.contracts.desk import AlertPlaces, NewAlertPlaces
from api.alerts.rules.problems import AlertUnusable
from api.kit.db import Connection
from api.kit.principal import Principal
from api.web.auth import signed_in
from api.web.problems import problems


@get("/v1/me/alert-places", operation_id="list_alert_places", guards=[signed_in])
async def list_alert_places(db: NamedDependency[Connection], me: NamedDependency[Principal]) -> AlertPlaces:
    """The communes, besides home, whose warnings I want."""
    return await places.list_places(db, me)


@put(
    "/v1/me/alert-places",
    operation_id="put_alert_places",
    guards=[signed_in],
    responses=problems(AlertUnusable),
)
async def put_alert_places(
    data: JSONBody[NewAlertPlaces], tx: NamedDependency[Connection], me: NamedDependency[Principal]
) -> AlertPlaces:
    """These places (five at most) and no others."""
    return await places.put_places(tx, data, me)


handlers = [list_alert_places, put_alert_places]
