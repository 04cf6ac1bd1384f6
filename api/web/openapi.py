"""The OpenAPI document: every operation with every status it can answer."""

from typing import Any

import msgspec
from litestar import Litestar, MediaType, Request, Response, Router, get
from litestar._openapi.plugin import OpenAPIPlugin
from litestar.datastructures import CacheControlHeader, State
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import Components, Reference, SecurityScheme

from api.kit.errors import (
    Busy,
    Invalid,
    Malformed,
    NotAllowed,
    NotFound,
    Problem,
    SignInNeeded,
    TooLarge,
    TooMany,
    Unexpected,
)
from api.web.auth import public
from api.web.frontend import POLICY
from api.web.problems import PROBLEM_JSON

VERSION = "0.1.0"
SCHEMA_REF = {"$ref": "#/components/schemas/ProblemBody"}
DOCS_PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Ngõ Số API</title><link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="data:,"><div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script></html>"""


def openapi_config() -> OpenAPIConfig:
    """Title, security and how descriptions are found."""
    schemes: dict[str, SecurityScheme | Reference] = {
        "person": SecurityScheme(type="http", scheme="bearer", bearer_format="JWT"),
        "system": SecurityScheme(type="apiKey", name="X-Api-Key", security_scheme_in="header"),
    }
    return OpenAPIConfig(
        title="Ngõ Số",
        version=VERSION,
        description="Dịch vụ công trên điện thoại, và tổ công nghệ số cộng đồng.",
        components=[Components(security_schemes=schemes)],
        use_handler_docstrings=True,
    )


def common_problems(operation: dict[str, Any], path: str, access: str) -> list[type[Problem]]:
    """What the plumbing itself may answer to this operation."""
    found: list[type[Problem]] = [Malformed, TooMany, Unexpected, Busy, SignInNeeded]
    if access not in ("public", "signed_in"):
        found.append(NotAllowed)
    if "{" in path:
        found.append(NotFound)
    if "requestBody" in operation:
        found.append(TooLarge)
    if "requestBody" in operation or operation.get("parameters"):
        found.append(Invalid)
    return found


def describe_items(schema: dict[str, Any], app: Litestar) -> None:
    """Say what the items of a batch are that is read item by item (`opt["items_are"]` of its handler).

    To Litestar such a body is a list of anything, so that one bad item does not refuse them all.
    """
    schemas = schema.get("components", {}).get("schemas", {})
    for route in app.routes:
        for handler in getattr(route, "route_handlers", []):
            for batch, item in handler.opt.get("items_are", {}).items():
                refs, known = msgspec.json.schema_components(
                    [item], ref_template="#/components/schemas/{name}"
                )
                for name, component in known.items():
                    schemas.setdefault(name, component)
                schemas[batch.__name__]["properties"]["items"]["items"] = refs[0]


def access_of(app: Litestar) -> dict[str, str]:
    """Operation id → the kind of its access guard."""
    found: dict[str, str] = {}
    for route in app.routes:
        for handler in getattr(route, "route_handlers", []):
            for guard in handler.resolve_guards():
                name = getattr(guard, "__name__", "")
                if name in ("public", "signed_in", "has_role", "has_key"):
                    found[str(handler.operation_id)] = name
    return found


def build_schema(app: Litestar) -> dict[str, Any]:
    """The document of this application, completed."""
    # The application has no openapi_config of its own: Litestar would then serve pages that load
    # from public CDNs, and its own document without what `common_problems` adds.
    plugin = app.plugins.get(OpenAPIPlugin)
    plugin._openapi_config = openapi_config()  # noqa: SLF001
    schema: dict[str, Any] = plugin.provide_openapi_schema()
    describe_items(schema, app)
    accesses = access_of(app)
    for path, item in schema.get("paths", {}).items():
        for operation in item.values():
            if not isinstance(operation, dict) or "responses" not in operation:
                continue
            access = accesses.get(operation["operationId"], "public")
            # Litestar documents its own 400 shape, which our renderer never sends.
            operation["responses"].pop("400", None)
            for kind in common_problems(operation, path, access):
                operation["responses"].setdefault(
                    str(kind.status),
                    {"description": kind.title, "content": {PROBLEM_JSON: {"schema": SCHEMA_REF}}},
                )
            if access in ("signed_in", "has_role"):
                operation["security"] = [{"person": []}]
            if access == "has_key":
                operation["security"] = [{"system": []}]
    return schema


@get(
    "/openapi.json",
    operation_id="read_openapi",
    include_in_schema=False,
    guards=[public],
    media_type=MediaType.JSON,
    cache_control=CacheControlHeader(public=True, max_age=300),
)
async def read_openapi(request: Request[object, object, State]) -> Response[bytes]:
    """The OpenAPI 3.1 document."""
    state = request.app.state
    if "openapi_json" not in state:
        state.openapi_json = msgspec.json.encode(build_schema(request.app))
    return Response(state.openapi_json, media_type=MediaType.JSON)


@get(
    "/docs",
    include_in_schema=False,
    guards=[public],
    media_type=MediaType.HTML,
    response_headers={"Content-Security-Policy": POLICY},
)
async def read_docs() -> str:
    """The human page of the API, from our own files."""
    return DOCS_PAGE


openapi_router = Router("/", route_handlers=[read_openapi, read_docs])
