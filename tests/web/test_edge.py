"""The outermost layer: ids, limits, ETags, compression, metrics, logs without personal data."""

import asyncio
import gzip
import io
import json
import zlib
from collections.abc import AsyncIterator

import httpx
import pytest
from litestar import Litestar, Response, get, post
from litestar.datastructures import CacheControlHeader
from litestar.params import FromPath, FromQuery, JSONBody
from prometheus_client import REGISTRY

from api.kit.log import set_up_logging
from api.web import edge
from api.web.auth import public
from api.web.edge import Edge
from api.web.limits import UNPACKED_LIMIT
from api.web.problems import render
from tests.given.web import http_client

LONG = {"commune": "Phường Thuận Hoá " * 200}


@get("/fixed", guards=[public], cache_control=CacheControlHeader(public=True, max_age=60))
async def fixed() -> dict[str, str]:
    return LONG


@get("/private", guards=[public])
async def private() -> dict[str, str]:
    return LONG


@get("/short", guards=[public])
async def short() -> dict[str, str]:
    return {"a": "b"}


@get("/picture", guards=[public])
async def picture() -> Response[bytes]:
    return Response(b"x" * 5000, media_type="image/webp")


@get("/people/{name:str}", guards=[public])
async def person(name: FromPath[str], phone: FromQuery[str]) -> str:
    return name + phone


@get("/slow", guards=[public])
async def slow() -> None:
    await asyncio.sleep(5)


@post("/sum", guards=[public])
async def total(data: JSONBody[list[int]]) -> int:
    return sum(data)


@pytest.fixture
def app() -> Litestar:
    app = Litestar(
        [fixed, private, short, picture, person, slow, total], exception_handlers={Exception: render},
        openapi_config=None, logging_config=None, request_max_body_size=UNPACKED_LIMIT,
    )  # fmt: skip
    app.asgi_handler = Edge(app.asgi_handler)
    set_up_logging("info")
    return app


@pytest.fixture
async def client(app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    async with http_client(app) as client:
        yield client


async def test_every_answer_has_its_own_id_and_safe_headers(client: httpx.AsyncClient) -> None:
    one, other = await client.get("/short"), await client.get("/nothing")
    assert one.headers["x-request-id"] != other.headers["x-request-id"]
    for answer in (one, other):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "same-origin"


async def test_public_answers_revalidate_with_304(client: httpx.AsyncClient) -> None:
    first = await client.get("/fixed")
    tag = first.headers["etag"]
    again = await client.get("/fixed", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert again.headers["cache-control"] == "max-age=60, public"
    assert "content-length" not in again.headers
    changed = await client.get("/fixed", headers={"If-None-Match": '"other"'})
    assert (changed.status_code, changed.json()) == (200, LONG)
    assert (await client.get("/fixed", headers={"If-None-Match": "*"})).status_code == 304


@pytest.mark.parametrize("path", ["/fixed", "/private", "/people/lan?phone=1", "/picture", "/nothing"])
async def test_head_is_answered_like_get_without_the_body(client: httpx.AsyncClient, path: str) -> None:
    whole, head = await client.get(path), await client.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    unlike = {"x-request-id": ""}
    assert {**head.headers, **unlike} == {**whole.headers, **unlike}
    assert int(head.headers["content-length"]) == len(whole.content) or "gzip" in head.headers.values()


async def test_head_revalidates_and_is_refused_where_there_is_no_get(client: httpx.AsyncClient) -> None:
    tag = (await client.get("/fixed")).headers["etag"]
    assert (await client.head("/fixed", headers={"If-None-Match": tag})).status_code == 304
    assert (await client.head("/sum")).status_code == 405


async def test_what_no_route_lets_be_kept_is_kept_by_nobody(client: httpx.AsyncClient) -> None:
    for path in ("/private", "/nothing"):
        assert (await client.get(path)).headers["cache-control"] == "no-store"


async def test_a_kept_public_answer_is_kept_once_per_origin(client: httpx.AsyncClient) -> None:
    packed = await client.get("/fixed", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["cache-control"] == "max-age=60, public"
    assert packed.headers.get_list("vary") == ["Origin", "Accept-Encoding"]
    for headers in ({"Accept-Encoding": "identity"}, {"If-None-Match": packed.headers["etag"]}):
        kept = await client.get("/fixed", headers=headers)
        assert kept.headers.get_list("vary") == ["Origin", "Accept-Encoding"]
    assert "vary" not in (await client.get("/short")).headers


async def test_private_answers_carry_no_tag(client: httpx.AsyncClient) -> None:
    answer = await client.get("/private", headers={"If-None-Match": "*"})
    assert answer.status_code == 200
    assert "etag" not in answer.headers


async def test_long_json_is_gzipped_for_those_who_ask(client: httpx.AsyncClient) -> None:
    packed = await client.get("/private", headers={"Accept-Encoding": "gzip"})
    plain = await client.get("/private", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json() == LONG
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 5


@pytest.mark.parametrize("path", ["/short", "/picture"])
async def test_short_answers_and_pictures_are_not_gzipped(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers


async def test_a_gzipped_request_is_unpacked(client: httpx.AsyncClient) -> None:
    body = gzip.compress(json.dumps(list(range(5000))).encode())
    answer = await client.post("/sum", content=body, headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.json()) == (201, sum(range(5000)))


async def test_brackets_without_end_are_malformed_not_our_mistake(client: httpx.AsyncClient) -> None:
    answer = await client.post("/sum", content=b"[" * 400_000)
    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/malformed")


async def chunks(data: bytes) -> AsyncIterator[bytes]:
    """The bytes, seven at a time."""
    for start in range(0, len(data), 7):
        yield data[start : start + 7]


async def test_a_gzipped_request_in_small_pieces_is_unpacked(client: httpx.AsyncClient) -> None:
    body = gzip.compress(b"[1, 2, 39]")
    answer = await client.post("/sum", content=chunks(body), headers={"Content-Encoding": "gzip"})
    assert answer.json() == 42


async def test_a_gzip_bomb_is_refused_before_it_fills_memory(client: httpx.AsyncClient) -> None:
    packer, bomb = zlib.compressobj(9, wbits=31), io.BytesIO()
    for _ in range(200):
        bomb.write(packer.compress(b" " * 1_000_000))
    bomb.write(packer.flush())
    answer = await client.post("/sum", content=bomb.getvalue(), headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")


@pytest.mark.parametrize("body", [b"not gzip at all", gzip.compress(b"[1,2]", mtime=0)[:-9]])
async def test_broken_gzip_is_malformed_not_a_crash(client: httpx.AsyncClient, body: bytes) -> None:
    answer = await client.post("/sum", content=body, headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems/malformed"


async def test_a_request_that_takes_too_long_is_told_so(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edge, "TIME_LIMIT", 0.05)
    answer = await client.get("/slow")
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/busy")
    assert answer.headers["retry-after"] == "5"
    assert answer.json()["request_id"] == answer.headers["x-request-id"]


async def test_a_request_that_somebody_else_stops_stays_stopped(app: Litestar) -> None:
    sent: list[object] = []

    async def send(message: object) -> None:
        sent.append(message)

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {
        "type": "http", "method": "GET", "path": "/slow", "raw_path": b"/slow", "query_string": b"", "headers": [],
        "http_version": "1.1", "scheme": "http", "server": ("test", 80), "client": ("test", 1), "root_path": "",
    }  # fmt: skip
    task: asyncio.Task[None] = asyncio.create_task(app.asgi_handler(scope, receive, send))  # type: ignore[arg-type]
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert sent == []


async def test_logs_and_metrics_know_the_route_but_not_the_person(
    client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = {"method": "GET", "route": "/people/{name}", "status": "200"}
    before = REGISTRY.get_sample_value("http_requests_total", labels) or 0
    answer = await client.get("/people/NguyenVanA?phone=0912345678")
    assert answer.status_code == 200
    line = json.loads(capsys.readouterr().err.strip().splitlines()[-1])
    assert line["route"] == "/people/{name}"
    assert (line["method"], line["status"], line["request_id"]) == (
        "GET",
        200,
        answer.headers["x-request-id"],
    )
    assert line["duration_ms"] > 0
    assert "NguyenVanA" not in str(line)
    assert "0912345678" not in str(line)
    assert REGISTRY.get_sample_value("http_requests_total", labels) == before + 1
