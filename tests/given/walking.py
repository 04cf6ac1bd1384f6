"""Every door of the API that only reads, walked as somebody; every byte that comes back is kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import httpx
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler

QUERIES = {
    "/v1/reports": ("bbox=107.5,16.4,107.7,16.5&limit=100", "commune=19777"),
    "/v1/agency/reports": ("state=done", "state=in_progress", "state=closed"),
    "/v1/moderation": ("waiting=true", "waiting=false"),
    "/v1/me/messages": ("limit=100",),
}
"""What else is asked of a door, besides nothing."""
NO_REPORTS = (
    "/assets",
    "/docs",
    "/openapi",
    "/v1/procedures",
    "/v1/life-events",
    "/v1/geo",
    "/fonts",
    "/icons",
)
"""Files of ours and the catalogue of procedures: the same bytes before any report, and dear to make."""


def doors(app: Litestar) -> list[str]:
    """The paths of every GET, as OpenAPI writes them."""
    return sorted(
        {
            route.path_format
            for route in app.routes
            for handler in getattr(route, "route_handlers", [])
            if isinstance(handler, HTTPRouteHandler)
            and "GET" in handler.http_methods
            and not route.path.startswith(NO_REPORTS)
        }
    )


def addresses(path: str, values: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A door with everything that is known filled in; what nobody knows of is tried with one word."""
    if "{" not in path:
        yield path
        yield from (f"{path}?{query}" for query in QUERIES.get(path, ()))
        return
    name = path[path.index("{") + 1 : path.index("}")]
    for value in values.get(name, values["report_id"][:1]):
        yield from addresses(path.replace(f"{{{name}}}", value, 1), values)


async def walk(
    client: httpx.AsyncClient, app: Litestar, who: dict[str, str], values: Mapping[str, Sequence[str]]
) -> dict[str, bytes]:
    """Every answer, headers and all, by its address. None may be an accident: that would hide what it was to say."""
    seen: dict[str, bytes] = {}
    for path in doors(app):
        for address in addresses(path, values):
            answer = await client.get(address, headers=who)
            assert answer.status_code != 500, address
            seen[address] = repr(answer.headers.raw).encode() + answer.content
    return seen


def leaks(seen: Mapping[str, bytes], marks: Sequence[Any]) -> list[tuple[str, str]]:
    """Which mark is found where."""
    needles = [str(mark).encode() if not isinstance(mark, bytes) else mark for mark in marks]
    return [(address, repr(mark)) for address, said in seen.items() for mark in needles if mark in said]
