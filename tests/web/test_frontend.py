"""The built front end: hashed names for ever, the rest revalidated, packed copies for those who can."""

from pathlib import Path

import httpx
import pytest
from litestar import Litestar

from api.web.edge import Edge
from api.web.frontend import frontend_handler
from tests.given.web import http_client

PAGE = "<!doctype html><html lang=vi><title>Ngõ Số</title>"


@pytest.fixture
def client(tmp_path: Path) -> httpx.AsyncClient:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "index.html.br").write_bytes(b"packed page")
    (tmp_path / "sw.js").write_text("self")
    (tmp_path / "manifest.webmanifest").write_text("{}")
    (tmp_path / "assets/app-1a2b.js").write_text("run()")
    (tmp_path / "assets/app-1a2b.js.gz").write_bytes(b"gz")
    (tmp_path / "assets/app-1a2b.js.br").write_bytes(b"br")
    app = Litestar([frontend_handler(tmp_path)], openapi_config=None)
    app.asgi_handler = Edge(app.asgi_handler)
    return http_client(app)


async def test_the_page_is_revalidated_each_time(client: httpx.AsyncClient) -> None:
    answer = await client.get("/", headers={"Accept-Encoding": "identity"})
    assert answer.text == PAGE
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "public, no-cache"
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    again = await client.get("/", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_hashed_files_are_kept_for_ever(client: httpx.AsyncClient) -> None:
    answer = await client.get("/assets/app-1a2b.js", headers={"Accept-Encoding": "identity"})
    assert answer.text == "run()"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (await client.get("/sw.js")).headers["cache-control"] == "public, no-cache"


@pytest.mark.parametrize(
    ("accepted", "coding", "length"),
    [("gzip, br", "br", "2"), ("gzip", "gzip", "2"), ("identity", None, "5")],
)
async def test_the_best_packed_copy_is_sent(
    client: httpx.AsyncClient, accepted: str, coding: str | None, length: str
) -> None:
    async with client.stream("GET", "/assets/app-1a2b.js", headers={"Accept-Encoding": accepted}) as answer:
        assert answer.headers.get("content-encoding") == coding
        assert answer.headers["content-length"] == length
        assert answer.headers["vary"] == "Accept-Encoding"


async def test_kinds_of_files(client: httpx.AsyncClient) -> None:
    assert (
        (await client.get("/manifest.webmanifest"))
        .headers["content-type"]
        .startswith("application/manifest+json")
    )
    assert "javascript" in (await client.get("/sw.js")).headers["content-type"]


async def test_packed_copies_and_strangers_are_not_pages(client: httpx.AsyncClient) -> None:
    for path in ("/index.html.br", "/nothing", "/assets/../index.html.br", "/index.html"):
        assert (await client.get(path)).status_code == 404


async def test_without_a_build_it_says_how_to_get_one(tmp_path: Path) -> None:
    async with http_client(Litestar([frontend_handler(tmp_path / "missing")], openapi_config=None)) as client:
        answer = await client.get("/")
    assert answer.status_code == 503
    assert "make run" in answer.text
