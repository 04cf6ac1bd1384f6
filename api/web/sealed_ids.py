"""Reports of sealed subjects lie under an id that tells no time; the phone goes on using its own."""

from typing import Any
from uuid import UUID

from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from api.kit.settings import Settings
from api.kit.tracking import opens
from api.kit.two_keys import sealed_id


class SealedIds(ASGIMiddleware):
    """Where a tracking key opens the sealed id of a report instead of its own, the request means that one."""

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Put the id right that the handler will see."""
        params: dict[str, Any] = scope.get("path_params") or {}
        report_id = params.get("report_id")
        if isinstance(report_id, UUID):
            key = next((value for name, value in scope["headers"] if name == b"x-tracking-key"), None)
            settings: Settings = scope["litestar_app"].state.settings
            if key is not None:
                params["report_id"] = meant(settings.secret_key, report_id, key.decode("latin-1"))
        await next_app(scope, receive, send)


def meant(secret: str, report_id: UUID, key: str) -> UUID:
    """The id whose key this is; the given one when it is neither's."""
    if opens(secret, report_id, key):
        return report_id
    other = sealed_id(secret, report_id)
    return other if opens(secret, other, key) else report_id
