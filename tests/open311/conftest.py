"""What tests of Open311 are given: cases of each kind; one socket, and the system behind it that cases are sent on to."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.forwarding import Province, Sender, Town, connected
from tests.given.open311 import cases_of_each_kind, with_key
from tests.given.reports import demo_province


@pytest.fixture
async def cases(tx: Connection, settings: Settings) -> dict[str, str]:
    """One case of each kind, and a key to post with."""
    await demo_province(tx)
    await with_key(tx, settings)
    return await cases_of_each_kind(tx, settings)


@pytest.fixture(scope="module")
def socket() -> Iterator[tuple[dict[str, Town], str]]:
    """One real socket for all tests here; each puts its own town behind it."""
    behind: dict[str, Town] = {}

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            size = int(self.headers.get("content-length") or 0)
            body = self.rfile.read(size)
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, text = behind["town"].answer(self.command, self.path, body, headers)
            self.send_response(status)
            answer = text.encode()
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_GET = do_POST = do_PUT = reply  # noqa: N815  the names are given

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  its name is given
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield behind, f"http://127.0.0.1:{server.server_address[1]}/open311/v2"
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def sender(tx: Connection, settings: Settings, files: Files) -> Sender:
    return Sender(tx, settings, files)


@pytest.fixture
async def town(
    socket: tuple[dict[str, Town], str], client: httpx.AsyncClient, tx: Connection, as_role: Any
) -> Town:
    """The town is connected: cases about lamps go to it, and its word `Doing` means that it works on them."""
    await demo_province(tx)
    behind, url = socket
    behind["town"] = town = Town()
    await connected(client, as_role, url)
    return town


@pytest.fixture
async def province(
    *,
    socket: tuple[dict[str, Town], str],
    client: httpx.AsyncClient,
    tx: Connection,
    as_role: Any,
    sender: Sender,
) -> Province:
    """A system that speaks the signed dialect is connected."""
    await demo_province(tx)
    behind, url = socket
    behind["town"] = found = Province()
    found.clock = lambda: sender.at  # type: ignore[method-assign]  # its clock stands where ours does
    await connected(client, as_role, url, dialect="signed")
    return found
