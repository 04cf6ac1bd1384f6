"""A plain JSON answer: what most answers are, at a third of the price of Litestar's general one."""

from collections.abc import Mapping
from functools import cached_property
from http import HTTPStatus
from typing import Any, TypeVar

import msgspec
from litestar import HttpMethod, Litestar, Request, Response
from litestar.connection import ASGIConnection
from litestar.handlers import HTTPRouteHandler
from litestar.types import ASGIApp, Receive, Scope, Send

T = TypeVar("T")
ENCODER = msgspec.json.Encoder()
TYPE = (b"content-type", b"application/json")


class Json(Response[T]):
    """`response_class=Json` of a router: Structs encoded by msgspec, the route's own headers, nothing else.

    No cookies, no background task, no other media type; a route that needs those returns a `Response`.
    """

    def __init__(self, content: T, *, status_code: int | None = None, **_: Any) -> None:
        self.content = content
        self.status_code = status_code or HTTPStatus.OK

    def to_asgi_response(  # type: ignore[override]  # Litestar gives by name what a general answer needs
        self, *, headers: Mapping[str, str] | None = None, **_: Any
    ) -> ASGIApp:
        """The answer, with the route's own headers."""
        head = [(name.lower().encode(), value.encode()) for name, value in (headers or {}).items()]
        return sent(ENCODER.encode(self.content), int(self.status_code or HTTPStatus.OK), [TYPE, *head])


def sent(body: bytes, status: int, head: list[tuple[bytes, bytes]]) -> ASGIApp:
    """The two messages of an answer."""

    async def answer(_: Scope, __: Receive, send: Send) -> None:
        headers = [*head, (b"content-length", b"%d" % len(body))]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body, "more_body": False})

    return answer


class Get(HTTPRouteHandler):
    """A GET whose guards are given the handler itself: Litestar copies its sixty attributes for each guard."""

    def __init__(self, path: str, **options: Any) -> None:
        super().__init__(path, http_method=HttpMethod.GET, **options)

    async def to_response(self, app: Litestar, data: Any, request: Request[Any, Any, Any]) -> ASGIApp:
        """A plain answer, without asking again for each what the route fixed at the start."""
        if isinstance(data, Response) or self.fixed is None:
            return await super().to_response(app, data, request)
        return sent(ENCODER.encode(data), self.status_code, self.fixed)

    @cached_property
    def fixed(self) -> list[tuple[bytes, bytes]] | None:
        """The headers of every answer of the route; None where its answers are not plain ones."""
        if self.resolve_response_class() is not Json:
            return None
        headers = self.resolve_response_headers()
        return [TYPE, *((one.name.lower().encode(), str(one.value).encode()) for one in headers)]

    async def authorize_connection(self, connection: ASGIConnection[Any, Any, Any, Any]) -> None:
        """Ask every guard; ours only read the handler."""
        for guard in self.resolve_guards():
            await guard(connection, self)  # type: ignore[misc]
