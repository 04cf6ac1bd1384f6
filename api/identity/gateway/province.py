"""To the province's OpenID Connect server: what it says of itself, its keys, and whom a code stands for.

What it says is kept for an hour in this process; a token signed with an unknown key has the keys asked for anew,
once a minute at most, so that keys may change at any time and nobody can have us ask all day.
"""

import asyncio
import base64
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import quote_plus

import httpx
import msgspec
from joserfc.jwk import KeySet

from api.identity.rules import SignInWayOff
from api.identity.rules.province import (
    Account,
    Metadata,
    ProvinceDown,
    UnknownKeyError,
    authorize_url,
    check_issuer,
    is_safe,
    read_id_token,
    read_keys,
    read_metadata,
)
from api.identity.rules.trips import TripRefused
from api.kit.clock import now
from api.kit.log import logger
from api.kit.settings import Settings

TIMEOUT = 5.0
KEPT = timedelta(hours=1)
PAUSE = timedelta(minutes=1)
"""Between two askings for keys that an unknown key causes."""
HUSH = timedelta(seconds=5)
"""A server that was silent is left alone so long: whoever comes meanwhile is told at once."""
ANSWER_MAX = 512_000
"""Bytes of an answer that are read."""
OK, REFUSED, FAULTS = 200, 400, 500
log = logger("province")


class Province:
    """The province's server, as its client; hold one a process and `close` it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.on = bool(settings.oidc_issuer and settings.oidc_client_id)
        self.lock = asyncio.Lock()
        self.metadata: Metadata | None = None
        self.keys: KeySet | None = None
        self.read_at: datetime | None = None
        self.silent_at: datetime | None = None

    @cached_property
    def http(self) -> httpx.AsyncClient:
        """The connections, made when first needed; no redirect is followed, no proxy of the environment used."""
        return httpx.AsyncClient(timeout=TIMEOUT, trust_env=False, follow_redirects=False)

    async def close(self) -> None:
        """Let go of the connections, if there are any."""
        if "http" in vars(self):
            await self.http.aclose()

    async def find_way_out(self, *, redirect_uri: str, state: str, nonce: str, verifier: str) -> str:
        """Where the person goes to sign in."""
        if not self.on:
            raise SignInWayOff
        metadata, _ = await self.known(older_than=KEPT)
        return authorize_url(
            self.settings, metadata, redirect_uri=redirect_uri, state=state, nonce=nonce, verifier=verifier
        )

    async def known(self, *, older_than: timedelta) -> tuple[Metadata, KeySet]:
        """What we know of the server; asked anew when that is older. An old answer serves while it is down."""
        async with self.lock:
            fresh = self.read_at is not None and now() - self.read_at < older_than
            silent = self.silent_at is not None and now() - self.silent_at < HUSH
            if not fresh and not silent:
                try:
                    await self.learn()
                except ProvinceDown:
                    self.silent_at = now()
            if self.metadata is None or self.keys is None:
                raise ProvinceDown
            return self.metadata, self.keys

    async def learn(self) -> None:
        """Ask for the server's description and its keys (OpenID Connect Discovery 1.0 §4)."""
        issuer = self.settings.oidc_issuer
        if not is_safe(issuer):
            log.error("province_misconfigured", kind="issuer")
            raise ProvinceDown
        place = f"{issuer.rstrip('/')}/.well-known/openid-configuration"
        metadata = read_metadata(issuer, await self.ask(self.http.build_request("GET", place)))
        self.keys = read_keys(await self.ask(self.http.build_request("GET", metadata.jwks_uri)))
        self.metadata, self.read_at = metadata, now()

    async def find_account(
        self, code: str, *, redirect_uri: str, nonce: str, verifier: str, iss: str | None
    ) -> Account:
        """Whom the server vouches for. A code is good once: whatever goes wrong, the person begins anew."""
        metadata, keys = await self.known(older_than=KEPT)
        check_issuer(metadata, self.settings.oidc_issuer, iss)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        token = (await self.ask(self.token_request(metadata, form))).get("id_token")
        try:
            return read_id_token(self.settings, keys, token, nonce=nonce, at=now())
        except UnknownKeyError:
            _, keys = await self.known(older_than=PAUSE)
        try:
            return read_id_token(self.settings, keys, token, nonce=nonce, at=now())
        except UnknownKeyError as error:
            raise TripRefused from error

    def token_request(self, metadata: Metadata, form: dict[str, str]) -> httpx.Request:
        """The request for tokens, with our secret as the server wants it (RFC 6749 §2.3.1)."""
        client_id, secret = self.settings.oidc_client_id, self.settings.oidc_client_secret
        headers = {"Accept": "application/json"}
        if secret and not metadata.post_secret:
            pair = f"{quote_plus(client_id)}:{quote_plus(secret)}".encode()
            headers["Authorization"] = f"Basic {base64.b64encode(pair).decode()}"
        else:
            form = {**form, "client_id": client_id, **({"client_secret": secret} if secret else {})}
        return self.http.build_request("POST", metadata.token_endpoint, data=form, headers=headers)

    async def ask(self, request: httpx.Request) -> Mapping[str, Any]:
        """The JSON object of an answer; TripRefused for a code that is not good, ProvinceDown for anything else."""
        try:
            async with asyncio.timeout(TIMEOUT):
                status, raw = await self.read(request)
            said = msgspec.json.decode(raw, type=dict[str, Any])
        except (httpx.HTTPError, TimeoutError, msgspec.DecodeError, UnicodeDecodeError) as error:
            log.warning("province_silent", kind=type(error).__name__)
            raise ProvinceDown from None
        if status == OK:
            return said
        if status == REFUSED and said.get("error") == "invalid_grant":
            raise TripRefused
        log.error("province_refuses", status=status)
        raise ProvinceDown

    async def read(self, request: httpx.Request) -> tuple[int, bytes]:
        """Status and body, as far as we read one."""
        response = await self.http.send(request, stream=True)
        try:
            raw = b""
            async for part in response.aiter_bytes():
                raw += part
                if len(raw) > ANSWER_MAX:
                    raise ProvinceDown
            return response.status_code, raw
        finally:
            await response.aclose()
