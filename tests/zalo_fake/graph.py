"""A faithful local Zalo graph: `/v2.0/me` and `/v2.0/me/info` with Zalo's own numbers, over a real socket.

What real Zalo does is in the tests of `api/kit/zalo.py`: every application error comes with HTTP 200,
the proof is an HMAC of the token, phone and location tokens are good once and for two minutes.
"""

import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

from api.kit.clock import now

CODE_LIFETIME = timedelta(minutes=2)
ABROAD = "Personal information is limited due to user IP address not inside Vietnam"
FIELDS = {"id", "name", "picture"}
SUCCESS = {"error": 0, "message": "Success"}
Asgi = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass
class Code:
    """A phone or location token, as `getPhoneNumber()` or `getLocation()` hands out."""

    data: dict[str, str]
    issued_at: datetime
    app: str
    used: bool = False


@dataclass
class FakeZalo:
    """One Zalo app's users, tokens and codes; tests turn the switches."""

    app_id: str = "2646373759294038927"
    app_secret: str = "app-secret-0001"
    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    over: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    codes: dict[str, Code] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    outside_vietnam: bool = False
    forced: int | None = None
    """Answer every call with this error."""

    def add_user(self, identity: str, name: str = "Nguyễn Văn Thử") -> str:
        """A user of the app; returns an access token of theirs."""
        self.users[identity] = {
            "id": identity,
            "name": name,
            "picture": {"data": {"url": f"https://s120-ava-talk.zadn.vn/{identity}.jpg"}},
        }
        self.tokens[f"tok-{identity}"] = identity
        return f"tok-{identity}"

    def share_phone(self, number: str, *, app: str = "") -> str:
        """A token of `getPhoneNumber()`."""
        return self.share({"number": number}, app)

    def share_location(self, lat: str, lon: str, *, app: str = "") -> str:
        """A token of `getLocation()`: every value a string, as Zalo sends them."""
        at = str(int(now().timestamp() * 1000))
        return self.share({"provider": "gps", "latitude": lat, "longitude": lon, "timestamp": at}, app)

    def share(self, data: dict[str, str], app: str) -> str:
        """Hand out a code for some data."""
        code = f"code-{len(self.codes) + 1}"
        self.codes[code] = Code(data=data, issued_at=now(), app=app or self.app_id)
        return code

    def me(self, headers: dict[str, str], fields: set[str]) -> dict[str, Any]:
        """`GET /v2.0/me`: flat, no `data`; what was not asked for is not there."""
        token = headers.get("access_token", "")
        if refused := self.refuse_token(token):
            return refused
        proof = hmac.digest(self.app_secret.encode(), token.encode(), "sha256").hex()
        if headers.get("appsecret_proof") != proof:
            return error(-242, "Invalid appsecret_proof provided in the API argument")
        if self.outside_vietnam and fields != {"id"}:
            return error(-501, ABROAD)
        if unknown := fields - FIELDS:
            return error(100, f"invalid parameter {sorted(unknown)}")
        user = self.users[self.tokens[token]]
        return {**{key: user[key] for key in sorted(fields)}, "is_sensitive": False, **SUCCESS}

    def info(self, headers: dict[str, str]) -> dict[str, Any]:  # noqa: PLR0911  a line a check, in Zalo's order
        """`GET /v2.0/me/info`: token first, then secret, then code."""
        if refused := self.refuse_token(headers.get("access_token", "")):
            return refused
        if not headers.get("secret_key"):
            return error(116, "secret_key is empty")
        if headers["secret_key"] != self.app_secret:
            return error(117, "secret_key is invalid")
        if not headers.get("code"):
            return error(114, "code is empty")
        code = self.codes.get(headers["code"])
        if code is None or now() - code.issued_at > CODE_LIFETIME:
            return error(115, "code is invalid")
        if code.app != self.app_id:
            return error(118, "code is invalid")
        if code.used:
            return error(119, "code has already been used")
        if self.outside_vietnam:
            return error(-501, ABROAD)
        code.used = True
        return {"data": code.data, **SUCCESS}

    def refuse_token(self, token: str) -> dict[str, Any] | None:
        """What is wrong with an access token, if anything."""
        if self.forced is not None:
            return error(self.forced, "forced by the test")
        if token in self.foreign:
            return error(-216, "Access token is invalid")
        if token in self.over or token not in self.tokens:
            return error(452, "Session key invalid. This could be because of bad format or user revoked")
        return None

    async def __call__(self, scope: dict[str, Any], receive: object, send: Asgi) -> None:  # noqa: ARG002  ASGI's three
        """Serve one request (ASGI)."""
        if scope["type"] != "http":
            return
        headers = {key.decode(): value.decode("latin-1") for key, value in scope["headers"]}
        query = {key: values[-1] for key, values in parse_qs(scope["query_string"].decode()).items()}
        path = scope["path"]
        self.calls.append(f"{path}?{scope['query_string'].decode()}")
        status, body = 200, error(2500, "syntax error")
        if path == "/v2.0/me":
            body = self.me(headers, set(query.get("fields", "id,name,picture").split(",")))
        elif path == "/v2.0/me/info":
            body = self.info(headers)
        elif path == "/fake/phone":
            body = {"token": self.add_user(query["user"]), "code": self.share_phone(query["number"])}
        else:
            status = 404
        head = [(b"content-type", b"application/json; charset=utf-8")]
        await send({"type": "http.response.start", "status": status, "headers": head})
        raw = json.dumps(body, ensure_ascii=False).encode()
        await send({"type": "http.response.body", "body": raw})


def error(code: int, message: str) -> dict[str, Any]:
    """An error as Zalo sends it: HTTP 200 and a number."""
    return {"error": code, "message": message}
