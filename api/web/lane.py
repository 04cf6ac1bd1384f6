"""The short way of plain public GETs: straight from the edge to the handler, past Litestar's layers.

Litestar's router, exception layers, sign-in and dependency machinery cost more than many answers
themselves. A route needs none of it when anybody may ask it and its answer follows from its query
alone. What it reads and refuses is still what its signature says: whatever is not plainly right
(a wrong value, a token, another origin, an error of any kind) goes the long way and is answered there.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

import msgspec
from litestar import Litestar, Request
from litestar.routes import HTTPRoute

from api.web.answers import ENCODER, Get
from api.web.auth import public

Scope: TypeAlias = Any
Handler: TypeAlias = Callable[..., Awaitable[object]]


class Lane:
    """One such route: what it reads, its function, and the headers of its answers."""

    def __init__(self, template: str, handler: Get, asked: type[msgspec.Struct]) -> None:
        self.template, self.status, self.head = template, handler.status_code, handler.fixed or []
        self.fn: Handler = handler.fn
        self.asked, self.with_request = asked, "request" in handler.signature_model.__struct_fields__

    async def __call__(self, scope: Scope) -> bytes:
        """The body of the answer; anything raised means: ask again the long way."""
        query = dict(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        values = msgspec.structs.asdict(msgspec.convert(query, self.asked, strict=False))
        if self.with_request:
            values["request"] = Request(scope)
        return ENCODER.encode(await self.fn(**values))


def lanes_of(app: Litestar) -> dict[str, Lane]:
    """The routes that may go the short way, by path."""
    return {
        route.path: Lane(route.path, handler, asked)
        for route in app.routes
        if isinstance(route, HTTPRoute) and not route.path_parameters
        for handler in route.route_handlers
        if isinstance(handler, Get) and (asked := asked_of(handler)) is not None
    }


def asked_of(handler: Get) -> type[msgspec.Struct] | None:
    """What a plain route reads from its query, as Litestar's own signature says it; None for all others."""
    model = handler.create_kwargs_model(path_parameters={})
    beyond = (
        model.dependency_batches,
        model.expected_header_params,
        model.expected_cookie_params,
        model.expected_reserved_kwargs - {"request"},
        model.sequence_query_parameter_names,
        handler.resolve_before_request(),
        handler.resolve_after_response(),
        handler.has_sync_callable,
        handler.cache,
        handler.resolve_middleware()[1:],
    )
    if any(beyond) or handler.fixed is None or handler.resolve_guards() != [public]:
        return None
    alias = {one.field_name: one.field_alias for one in model.expected_query_params}
    types = handler.signature_model.__annotations__
    fields = [
        (field.name, types[field.name], field.default)
        for field in msgspec.structs.fields(handler.signature_model)
        if field.name in alias
    ]
    return msgspec.defstruct(f"{handler.handler_name}_asked", fields, kw_only=True, rename=alias)
