"""Feeds of others: an administrator connects them, officers see how they fare and what came."""

from typing import Annotated

from litestar import delete, get, put
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter

from api.alerts.actions import upstream
from api.alerts.contracts.sources import AlertFeeds, AlertFeedSettings
from api.alerts.rules.problems import FeedNotFound
from api.kit.db import Connection
from api.kit.principal import Principal, Role
from api.web.auth import needs
from api.web.problems import problems

FeedName = Annotated[str, PathParameter(pattern=r"^[a-z0-9][a-z0-9._-]{0,59}$", required=True)]


@get("/v1/alert-feeds", operation_id="list_alert_feeds", guards=[needs(Role.OFFICER, Role.ADMIN)])
async def list_alert_feeds(db: NamedDependency[Connection], me: NamedDependency[Principal]) -> AlertFeeds:
    """CAP feeds we ask: the circuit of each, what went wrong, and what became of their newest messages."""
    return await upstream.list_feeds(db, me)


@put(
    "/v1/admin/alert-feeds/{name:str}",
    operation_id="put_alert_feed",
    status_code=200,
    guards=[needs(Role.ADMIN)],
)
async def put_alert_feed(
    tx: NamedDependency[Connection],
    me: NamedDependency[Principal],
    name: FeedName,
    data: JSONBody[AlertFeedSettings],
) -> AlertFeeds:
    """Ask a CAP feed from now on, believing only the senders named; or change how."""
    await upstream.put_feed(tx, name, data)
    return await upstream.list_feeds(tx, me)


@delete(
    "/v1/admin/alert-feeds/{name:str}",
    operation_id="delete_alert_feed",
    guards=[needs(Role.ADMIN)],
    responses=problems(FeedNotFound),
)
async def delete_alert_feed(tx: NamedDependency[Connection], name: FeedName) -> None:
    """Ask a CAP feed no more."""
    await upstream.delete_feed(tx, name)


handlers = [list_alert_feeds, put_alert_feed, delete_alert_feed]
