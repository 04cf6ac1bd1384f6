"""All of Zalo in one ASGI application: graph, tokens and messages under their own paths.

`ZALO_GRAPH_URL`, `ZALO_OAUTH_URL`, `ZALO_OA_URL`, `ZALO_ZBS_URL` and `ZALO_MINI_URL` may all name it.
"""

import asyncio
import email.parser
import email.policy
import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import parse_qs

from tests.zalo_fake.graph import Graph
from tests.zalo_fake.oauth import DiedError
from tests.zalo_fake.sending import Sending
from tests.zalo_fake.state import SUCCESS, error
from tests.zalo_fake.web import Web

Asgi = Callable[[dict[str, Any]], Awaitable[None]]
GATEWAY_DIED = b"<html><body>502 Bad Gateway</body></html>"


class FakeZalo(Graph, Sending, Web):
    """A local Zalo: make it, serve it, turn its switches."""

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Asgi) -> None:
        """Serve one request (ASGI)."""
        if scope["type"] != "http":
            return
        headers = {key.decode(): value.decode("latin-1") for key, value in scope["headers"]}
        query = {key: values[-1] for key, values in parse_qs(scope["query_string"].decode()).items()}
        path, raw = scope["path"], await whole(receive)
        self.calls.append(f"{path}?{scope['query_string'].decode()}")
        status, kind = 200, b"application/json; charset=utf-8"
        try:
            body = self.answer(scope["method"], path, headers, query, raw)
            out = json.dumps(body or error(2500, "syntax error"), ensure_ascii=False).encode()
            status = 200 if body else 404
        except DiedError:
            status, kind, out = 502, b"text/html", GATEWAY_DIED
        if self.slow_by:
            await asyncio.sleep(self.slow_by)
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", kind)]})
        await send({"type": "http.response.body", "body": out})

    def answer(
        self, method: str, path: str, headers: dict[str, str], query: dict[str, str], raw: bytes
    ) -> dict[str, Any] | None:
        """The JSON of one call; None where Zalo has nothing."""
        if self.forced is not None:
            return error(self.forced, "forced by the test")
        gets: dict[str, Callable[[], dict[str, Any]]] = {
            "/v2.0/me": lambda: self.me(headers, set(query.get("fields", "id,name,picture").split(","))),
            "/v2.0/me/info": lambda: self.info(headers),
            "/message/status": lambda: self.show_status(headers, query.get("message_id", "")),
            "/message/quota": lambda: self.show_quota(headers),
            "/v2.0/oa/getoa": lambda: self.show_oa(headers),
            "/v3.0/oa/user/detail": lambda: self.show_user(headers, json.loads(query.get("data", "{}"))),
            **{name: partial(make, query) for name, make in self.controls().items()},
        }
        posts: dict[str, Callable[[], dict[str, Any]]] = {
            "/v4/access_token": lambda: self.take_web_token(headers, form_of(raw)),
            "/v4/oa/access_token": lambda: self.take_token(headers, form_of(raw)),
            "/message/template": lambda: self.send_template(headers, self.json_of(raw), hashed=False),
            "/message/template/hashphone": lambda: self.send_template(
                headers, self.json_of(raw), hashed=True
            ),
            "/v3.0/oa/message/template": lambda: self.send_template_to_uid(headers, self.json_of(raw)),
            "/v3.0/oa/message/cs": lambda: self.send_reply(headers, self.json_of(raw)),
            "/notification/template": lambda: self.send_notice(headers, self.json_of(raw)),
            "/v3.0/oa/quota/message": lambda: self.show_talk(headers, self.json_of(raw)),
            "/v2.0/oa/upload/image": lambda: self.take_image(headers, parts_of(headers, raw)),
        }
        found = (gets if method == "GET" else posts).get(path)
        return found() if found else None

    def controls(self) -> dict[str, Callable[[dict[str, str]], dict[str, Any]]]:
        """Addresses that are not Zalo's: what a person would do with a phone in hand."""

        def phone(query: dict[str, str]) -> dict[str, Any]:
            return {"token": self.add_user(query["user"]), "code": self.share_phone(query["number"])}

        def location(query: dict[str, str]) -> dict[str, Any]:
            code = self.share_location(query["lat"], query["lon"])
            return {"token": self.add_user(query["user"]), "code": code}

        def revoke(query: dict[str, str]) -> dict[str, Any]:
            self.over.add(f"tok-{query['user']}")
            self.revoking.append(query["user"])
            return dict(SUCCESS)

        def write(query: dict[str, str]) -> dict[str, Any]:
            self.outgoing.append(
                self.written(query["uid"], query.get("user", ""), query.get("text", "Xin chào"))
            )
            return dict(SUCCESS)

        def follow(query: dict[str, str]) -> dict[str, Any]:
            self.outgoing.append(self.followed(query["uid"], query.get("user", "")))
            return dict(SUCCESS)

        def consent(_: dict[str, str]) -> dict[str, Any]:
            return {"code": self.grant(), "oa_id": self.oa_id}

        ways = {"phone": phone, "location": location, "revoke": revoke, "write": write, "follow": follow}
        return {f"/fake/{name}": way for name, way in {**ways, "consent": consent}.items()}

    def json_of(self, raw: bytes) -> dict[str, Any]:
        """A JSON body, remembered for the test."""
        try:
            body = json.loads(raw)
        except ValueError:
            return {}
        self.bodies.append(body)
        return body if isinstance(body, dict) else {}


async def whole(receive: Any) -> bytes:
    """The request's whole body."""
    body: bytes = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if not message.get("more_body"):
            return body


def form_of(raw: bytes) -> dict[str, str]:
    """A form's fields."""
    return {key: values[-1] for key, values in parse_qs(raw.decode(), keep_blank_values=True).items()}


def parts_of(headers: dict[str, str], raw: bytes) -> list[tuple[str, bytes]]:
    """Name and content of each file of a multipart body."""
    kind = headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return []
    head = f"content-type: {kind}\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + raw)
    found = []
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        name = str(part.get_param("name", header="content-disposition"))
        found.append((name, content if isinstance(content, bytes) else b""))
    return found
