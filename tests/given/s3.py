"""A store that speaks S3 as far as we do, in this process: put, get and delete of `/bucket/key`, signed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Bucket(BaseHTTPRequestHandler):
    """Objects by path, with their media type; whoever does not sign is refused."""

    kept: dict[str, tuple[bytes, str]]

    def do_PUT(self) -> None:
        """Keep an object."""
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if self.is_signed():
            self.kept[self.path] = (content, self.headers.get("Content-Type", ""))
            self.answer(200)

    def do_GET(self) -> None:
        """Give one back."""
        if self.is_signed():
            content, kind = self.kept.get(
                self.path, (b"<Error><Code>NoSuchKey</Code></Error>", "application/xml")
            )
            self.answer(200 if self.path in self.kept else 404, content, kind)

    def do_POST(self) -> None:
        """Forget several (`?delete`); what is not there is no error, as in S3."""
        asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.is_signed():
            keys = re.findall("<Key>(.*?)</Key>", asked)
            for key in keys:
                self.kept.pop(f"{self.path.partition('?')[0]}/{key}", None)
            gone = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in keys)
            self.answer(200, f"<DeleteResult>{gone}</DeleteResult>".encode())

    def is_signed(self) -> bool:
        """Whether the request names the key of the test, as AWS Signature Version 4 does."""
        signed = self.headers.get("Authorization", "").startswith("AWS4-HMAC-SHA256 Credential=test-key/")
        if not signed:
            self.answer(403)
        return signed

    def answer(self, status: int, content: bytes = b"", kind: str = "application/xml") -> None:
        """One whole answer."""
        self.send_response(status)
        for name, value in (
            ("Content-Length", str(len(content))),
            ("Content-Type", kind),
            ("ETag", '"etag"'),
            ("Last-Modified", "Mon, 23 Nov 2026 00:00:00 GMT"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def s3() -> Iterator[tuple[str, dict[str, tuple[bytes, str]]]]:
    """The address of the store, and what is in it."""
    kept: dict[str, tuple[bytes, str]] = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("OneBucket", (Bucket,), {"kept": kept}))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", kept
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
