"""Every door of the API, walked as somebody; every byte that comes back is kept."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import httpx
from litestar import Litestar
from litestar.routes import HTTPRoute

from api.kit.demo import demo_agency
from tests.given.reports import LAT, LON

QUERIES = {
    "/v1/reports": ("bbox=107.5,16.4,107.7,16.5&limit=100", "commune=19777"),
    "/v1/agency/reports": ("state=done", "state=in_progress", "state=closed"),
    "/v1/moderation": ("waiting=true", "waiting=false"),
    "/v1/me/messages": ("limit=100",),
    "/v1/locate": ("lat=16.4637&lon=107.5909&accuracy_m=20",),
    "/v1/commune-changes": ("code=19777",),
    "/v1/outreach/public-coverage": ("province=46",),
}
"""What else is asked of a door, besides nothing."""
BODIES: dict[str, dict[str, Any]] = {
    "assign": {"agency_id": str(demo_agency("46-do-thi"))},
    "answer": {"answer": "Đã nhắc nhở chủ quán"},
    "ask": {"note": "Cho biết thêm giờ cụ thể"},
    "consult": {"note": "Chờ công an phường"},
    "bounce": {"note": "Không thuộc thẩm quyền"},
    "extend": {"note": "Chờ vật tư về kho"},
    "split": {"agency_ids": [str(demo_agency("46-dien-luc"))], "note": "Cắt điện, dựng cột"},
    "nearby": {"category_code": "moi-truong.tieng-on", "lat": LAT, "lon": LON},
    "nearest": {"category_code": "moi-truong.tieng-on", "lat": LAT, "lon": LON},
    "open": {"reason": "Kiểm tra vùng che"},
    "public": {"public": False, "reason": "Nêu tên người"},
    "shown": {"version": 1, "shown": True},
    "text": {"text": "Loa to quá"},
    "lookup": {"code": "H57.46-241120-0001", "phone_last4": "1122"},
}
"""What is sent to a door, by the last word of its path; to the others a version and nothing else."""
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


def doors(app: Litestar) -> list[tuple[str, str]]:
    """Every method and path of the application, as OpenAPI writes paths: what is not of HTTP is no door we know."""
    found = set()
    for route in app.routes:
        assert isinstance(route, HTTPRoute), f"{route.path} is not walked"
        if not route.path.startswith(NO_REPORTS):
            methods = {method for handler in route.route_handlers for method in handler.http_methods}
            found |= {(str(method), route.path_format) for method in methods - {"OPTIONS", "HEAD"}}
    return sorted(found)


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
    client: httpx.AsyncClient,
    app: Litestar,
    who: dict[str, str],
    values: Mapping[str, Sequence[str]],
    *,
    writing: bool = False,
) -> dict[str, bytes]:
    """Every answer, headers and all, by its address. None may be an accident: that would hide what it was to say.

    Reading goes through every GET; `writing` through every other door, with what handlers would send.
    """
    seen: dict[str, bytes] = {}
    for method, path in doors(app):
        if (method == "GET") == writing:
            continue
        for address in addresses(path, values):
            body = await body_for(client, path, address, who) if writing else None
            answer = await client.request(method, address, headers=who, json=body)
            assert answer.status_code != 500, f"{method} {address}"
            seen[f"{method} {address}"] = repr(answer.headers.raw).encode() + answer.content
    return seen


async def body_for(client: httpx.AsyncClient, path: str, address: str, who: dict[str, str]) -> dict[str, Any]:
    """What is sent to a door: what its last word asks for, at the version its case is at."""
    body = BODIES.get(path.rpartition("/")[2], {"version": 1})
    case = address.rpartition("/")[0]
    if who and path.startswith(("/v1/agency/reports/{report_id}/", "/v1/moderation/{report_id}/")):
        body = {**body, "version": (await client.get(case, headers=who)).json().get("version", 1)}
    return body


def leaks(seen: Mapping[str, bytes], marks: Sequence[Any]) -> list[tuple[str, str]]:
    """Which mark is found where."""
    needles = [str(mark).encode() if not isinstance(mark, bytes) else mark for mark in marks]
    return [(address, repr(mark)) for address, said in seen.items() for mark in needles if mark in said]
