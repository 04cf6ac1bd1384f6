"""The short way of plain public GETs: the same answers as the long way, on every question."""

from collections.abc import AsyncIterator
from enum import Enum
from typing import Annotated, Any, cast

import httpx
import pytest
from litestar import Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter
from litestar.types import ASGIApp
from prometheus_client import REGISTRY

from api.kit.errors import Invalid
from api.web.answers import Get, Json
from api.web.auth import Authenticate, public, signed_in
from api.web.database import AnyRequest
from api.web.edge import App, Edge, Ways
from api.web.lane import lanes_of
from api.web.problems import render
from tests.given.web import http_client


class Level(Enum):
    COMMUNE = "commune"
    PROVINCE = "province"


Words = Annotated[str | None, QueryParameter(max_length=10)]
AtLevel = Annotated[Level | None, QueryParameter()]
Count = Annotated[int, QueryParameter(ge=1, le=5)]
Page = Annotated[int, QueryParameter(name="trang", ge=1)]
MINUTE = CacheControlHeader(public=True, max_age=60)


@Get("/plain", cache_control=MINUTE)
async def plain(
    request: AnyRequest, q: Words = None, level: AtLevel = None, limit: Count = 3, page: Page = 1
) -> dict[str, object]:
    if q == "refused":
        raise Invalid(detail="Không được")
    if q == "broken":
        raise RuntimeError
    return {"q": q, "level": level, "limit": limit, "page": page, "host": request.app.state.name}


@Get("/needed")
async def needed(name: Annotated[str, QueryParameter()]) -> str:
    return name


@Get("/many")
async def many(names: Annotated[list[str], QueryParameter()]) -> list[str]:
    return names


@Get("/people/{name:str}")
async def person(name: FromPath[str]) -> str:
    return name


@Get("/mine", guards=[signed_in])
async def mine() -> str:
    return "mine"


@Get("/given")
async def given(thing: NamedDependency[str]) -> str:
    return thing


def provide() -> str:
    return "given"


HANDLERS = [plain, needed, many, person, given]


def new_app() -> Litestar:
    app = Litestar(
        [
            Router("/", route_handlers=[*HANDLERS], guards=[public], response_class=Json),
            Router("/", route_handlers=[mine], response_class=Json),
        ],
        dependencies={"thing": Provide(provide, sync_to_thread=False)},
        middleware=[Authenticate(cast("object", None))],  # type: ignore[arg-type]  # no token is ever right here
        cors_config=CORSConfig(allow_origins=["https://h5.zdn.vn"]),
        exception_handlers={Exception: render}, openapi_config=None, logging_config=None,
    )  # fmt: skip
    app.state.name = "Huế"
    return app


@pytest.fixture
async def long_way() -> AsyncIterator[httpx.AsyncClient]:
    app = new_app()
    app.asgi_handler = Edge(cast("App", app.asgi_handler))
    async with http_client(app) as client:
        yield client


@pytest.fixture
async def short_way() -> AsyncIterator[httpx.AsyncClient]:
    app = new_app()
    app.asgi_handler = cast(
        "ASGIApp",
        Edge(Ways(cast("App", app.asgi_handler), cast("App", app.asgi_handler.app), lanes_of(app))),  # type: ignore[attr-defined]
    )
    async with http_client(app) as client:
        yield client


def test_only_what_follows_from_the_query_alone_takes_the_short_way() -> None:
    assert set(lanes_of(new_app())) == {"/plain", "/needed"}


QUESTIONS = [
    "/plain", "/plain?", "/plain?q=", "/plain?q=%C4%91%E1%BA%A5t+%C4%91ai", "/plain?q=one&q=two", "/plain?q=a;b&&limit=2",
    "/plain?q=%00%F0%9F%98%80", "/plain?q=%FF%FE", "/plain?limit=4&trang=2", "/plain?page=7", "/plain?level=commune",
    "/plain?level=district", "/plain?limit=0", "/plain?limit=ba", "/plain?limit=", "/plain?limit=1.0",
    "/plain?q=much-too-long-a-word", "/plain?q=refused", "/plain?q=broken", "/plain?unknown=1", "/plain/", "//plain",
    "/needed?name=a", "/needed", "/many?names=a&names=b", "/people/lan", "/mine", "/given", "/nothing",
]  # fmt: skip


def told(answer: httpx.Response) -> tuple[int, dict[str, str], object]:
    """What somebody gets, but for the id of the request."""
    said = answer.headers.get("content-type", "")
    body = answer.json() if answer.content and "json" in said else answer.text
    if isinstance(body, dict):
        body.pop("request_id", None)
    # Litestar lists the methods of `Allow` in any order.
    return answer.status_code, {**answer.headers, "x-request-id": "", "content-length": "", "allow": ""}, body


@pytest.mark.parametrize("question", QUESTIONS)
async def test_both_ways_answer_alike(
    long_way: httpx.AsyncClient, short_way: httpx.AsyncClient, question: str
) -> None:
    assert told(await short_way.get(question)) == told(await long_way.get(question))


@pytest.mark.parametrize(
    "headers",
    [
        {"If-None-Match": "*"},
        {"Accept-Encoding": "gzip"},
        {"Authorization": "Bearer wrong"},
        {"Origin": "https://h5.zdn.vn"},
        {"Origin": "https://elsewhere.example"},
    ],
)
async def test_headers_mean_the_same_on_both_ways(
    long_way: httpx.AsyncClient, short_way: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    for method in ("GET", "HEAD", "OPTIONS", "POST"):
        one = await short_way.request(method, "/plain?q=a", headers=headers)
        assert told(one) == told(await long_way.request(method, "/plain?q=a", headers=headers))


async def test_a_plain_question_never_meets_litestars_layers() -> None:
    """Else all of the above would hold for a lane that nobody can take."""
    app, taken = new_app(), []
    own = cast("App", app.asgi_handler.app)  # type: ignore[attr-defined]

    async def noted(scope: Any, receive: Any, send: Any) -> None:
        taken.append(scope["path"])
        await own(scope, receive, send)

    app.asgi_handler = cast("ASGIApp", Edge(Ways(cast("App", app.asgi_handler), noted, lanes_of(app))))
    async with http_client(app) as client:
        for question in ("/plain", "/plain?q=a&level=commune&limit=4&trang=2", "/needed?name=a"):
            assert (await client.get(question)).status_code == 200
        assert taken == []
        await client.get("/plain?limit=0")
    assert taken == ["/plain"]


async def test_a_request_is_counted_once_and_by_its_route(short_way: httpx.AsyncClient) -> None:
    def counted(status: str) -> float:
        labels = {"method": "GET", "route": "/plain", "status": status}
        return REGISTRY.get_sample_value("http_requests_total", labels) or 0.0

    before = [counted(status) for status in ("200", "422", "500")]
    for q in ("a", "refused", "broken"):
        await short_way.get("/plain", params={"q": q})
    assert [counted(status) for status in ("200", "422", "500")] == [count + 1 for count in before]
