"""A one-stop system that only answers, on a real socket, which checks our signature and can be ill."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec

from api.kit import signing


class FakeSource:
    """`items` are what it has; `ills` are answers it gives instead, one each: (status, headers, body)."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.ills: deque[tuple[int, dict[str, str], bytes]] = deque()
        self.asked: list[dict[str, str]] = []
        self.secret = ""
        self.url = ""

    def answer(self, target: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        try:
            signing.check(headers, self.secret, method="GET", target=target, body=b"", at=datetime.now(UTC))
        except signing.SignatureRefused as refusal:
            return 401, {}, (refusal.detail or "").encode()
        asked = {name: values[0] for name, values in parse_qs(urlsplit(target).query).items()}
        self.asked.append(asked)
        if self.ills:
            return self.ills.popleft()
        start = int(asked.get("after", "0"))
        end = min(len(self.items), start + int(asked["limit"]))
        body = {"items": self.items[start:end], "next": str(end), "more": end < len(self.items)}
        return 200, {}, msgspec.json.encode(body)


@contextmanager
def fake_source() -> Iterator[FakeSource]:
    """The system, listening on a port of its own until the end."""
    fake = FakeSource()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            names = {name.lower(): value for name, value in self.headers.items()}
            status, headers, body = fake.answer(self.path, names)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  its name is given
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.url = f"http://127.0.0.1:{server.server_address[1]}/doi-trang-thai?tinh=46"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
