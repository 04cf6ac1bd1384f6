"""The province's OpenID Connect server as given: `oidc-provider-mock` (MIT) on a loopback socket of its own.

In front of it stands what the package leaves out: PKCE (RFC 7636) is checked, answers can be changed on their way
(another key, another nonce, a broken signature), keys rotated, and the server can fall silent.
"""

import base64
import hashlib
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
import msgspec
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from litestar import Litestar

from api.identity.gateway.province import Province
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.identity import bearer, signed_in

Claims = dict[str, Any]


class Provider:
    """The server: whom it knows, what it signs with, and what it was asked."""

    def __init__(self) -> None:
        with warnings.catch_warnings(record=True):  # of authlib's own old modules, which the package uses
            from oidc_provider_mock import app  # noqa: PLC0415  half a second, for these tests only

        self.app = app(require_nonce=True, issue_refresh_token=False)
        self.address = ""
        self.challenges: dict[str, str] = {}
        self.asked: list[str] = []
        self.key: RSAKey | ECKey = RSAKey.generate_key(2048, auto_kid=True)
        self.algorithm = "RS256"
        self.claims: Claims = {}
        self.sign: Callable[[Claims], str] | None = None
        self.silent = False

    def __call__(self, environ: Any, start: Any) -> Any:
        """WSGI: the package answers, except for its keys and its ID tokens, which are ours to rotate."""
        path = environ["PATH_INFO"]
        self.asked.append(path)
        if self.silent:
            start("503 Service Unavailable", [("content-type", "text/plain")])
            return [b"down"]
        if path == "/jwks":
            return answered(start, {"keys": [self.key.as_dict(private=False)]})
        if path == "/oauth2/token":
            return self.tokens(environ, start)
        return self.app(environ, start)

    def tokens(self, environ: Any, start: Any) -> Any:
        """The token endpoint: PKCE first, then the package, its ID token signed anew with the key of the moment."""
        raw = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        form = {name: values[0] for name, values in parse_qs(raw.decode()).items()}
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if self.challenges.pop(form.get("code", ""), None) != challenge:
            return answered(start, {"error": "invalid_grant"}, "400 BAD REQUEST")
        headers = {"authorization": environ.get("HTTP_AUTHORIZATION", "")}
        found = self.app.test_client().post(
            "/oauth2/token", data=form, headers=headers, base_url=self.address
        )
        body = msgspec.json.decode(found.data, type=dict[str, Any])
        if "id_token" in body:
            claims = {**decoded(body["id_token"]), **self.claims}
            body["id_token"] = (self.sign or self.signed)({k: v for k, v in claims.items() if v is not None})
        return answered(start, body, found.status)

    def signed(self, claims: Claims) -> str:
        """An ID token of the key of the moment."""
        return jwt.encode({"alg": self.algorithm, "kid": self.key.kid}, claims, self.key)

    def rotate(self) -> None:
        """From now on another key signs, of another kind than the first."""
        self.key, self.algorithm = ECKey.generate_key("P-256", auto_kid=True), "ES256"

    def add_user(self, subject: str, **claims: Any) -> None:
        """Somebody with an account at the province."""
        body = {"name": "Nguyễn Văn Cán", **claims}
        found = self.app.test_client().put(f"/users/{subject}", json=body, base_url=self.address)
        assert found.status_code == 204

    async def sign_in(self, url: str, subject: str, **form: str) -> dict[str, str]:
        """A browser opens the address, the person signs in; what the server sends back to ours."""
        asked = dict(parse_qsl(urlsplit(url).query))
        assert asked["code_challenge_method"] == "S256"
        async with httpx.AsyncClient(trust_env=False) as browser:
            found = await browser.post(url, data={"sub": subject, **form})
        assert found.status_code == 302, found.text
        target = urlsplit(found.headers["location"])
        assert f"{target.scheme}://{target.netloc}{target.path}" == asked["redirect_uri"]
        back = dict(parse_qsl(target.query))
        if "code" in back:
            self.challenges[back["code"]] = asked["code_challenge"]
        return back


def decoded(token: str) -> Claims:
    """The claims of a token, unverified."""
    part = token.split(".")[1]
    return msgspec.json.decode(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)), type=dict[str, Any])


def answered(start: Any, body: Any, status: str = "200 OK") -> list[bytes]:
    """A JSON answer."""
    start(status, [("content-type", "application/json")])
    return [msgspec.json.encode(body)]


@contextmanager
def province_server() -> Iterator[Provider]:
    """Serve until the block ends."""
    from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: PLC0415  as above

    class Quiet(WSGIRequestHandler):
        def log(self, *_args: Any, **_kwargs: Any) -> None:
            """Tests say nothing."""

    provider = Provider()
    server = make_server("127.0.0.1", 0, provider, threaded=True, request_handler=Quiet)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


async def leave(client: httpx.AsyncClient) -> dict[str, str]:
    """Begin a trip to the province."""
    answer = await client.post("/v1/auth/trips", json={"way": "oidc"})
    assert answer.status_code == 201, answer.text
    trip: dict[str, str] = answer.json()
    return trip


async def trip_end(
    client: httpx.AsyncClient, province: Provider, subject: str = "can-bo-1"
) -> dict[str, str]:
    """Leave, sign in there, and come back: what our screen sends."""
    trip = await leave(client)
    back = await province.sign_in(trip["url"], subject)
    found = await client.get("/v1/auth/callback", params=back)
    landed = urlsplit(found.headers["location"])
    assert (found.status_code, landed.scheme, landed.netloc, landed.path) == (303, "", "", "/")
    sent = dict(parse_qsl(landed.fragment.removeprefix("/vao?")))
    return {"code": sent["code"], "state": sent["state"], "binding": trip["binding"]}


async def come_in(client: httpx.AsyncClient, end: dict[str, str]) -> httpx.Response:
    """End the trip with a session."""
    return await client.post("/v1/auth/province", json=end)


async def point(app: Litestar, settings: Settings) -> None:
    """Let the application work with other settings."""
    await app.state.province.close()
    app.state.settings, app.state.province = settings, Province(settings)


async def linked(client: httpx.AsyncClient, tx: Connection, settings: Settings, province: Provider) -> Any:
    """Somebody whose province account is linked from inside their own session."""
    person = await signed_in(tx, settings)
    end = await trip_end(client, province)
    answer = await client.post("/v1/me/province", json=end, headers=bearer(person))
    assert answer.status_code == 200, answer.text
    return answer.json()
