"""The Zalo graph: who a token belongs to, and what a phone or location token hides.

Errors come with HTTP 200 and a number; the tables below say what each means for the person
waiting (they ask again) or for us (an operator must act: logged as an error and counted).
Docs: mini.zalo.me documents "getAccessToken", "getPhoneNumber", "getLocation" and error codes.
"""

import asyncio
import math
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import httpx
import msgspec
from prometheus_client import Counter

from api.kit.errors import Problem
from api.kit.log import logger
from api.kit.phones import e164
from api.kit.settings import Settings
from api.kit.zalo_problems import (
    ABROAD,
    EXCHANGE_MEANINGS,
    MEANINGS,
    ZaloAnswerLost,
    ZaloCodeInvalid,
    ZaloMisconfigured,
    ZaloTokenInvalid,
    ZaloUnavailable,
)
from api.kit.zalo_signing import appsecret_proof

ANSWERS = Counter("zalo_answers_total", "Answers of Zalo's graph", ["call", "code"])
TIMEOUT = 5.0
"""Seconds for a whole answer. A code is good for two minutes and once: we never try twice by ourselves."""
BROKEN, UNREADABLE = 500, "unreadable"
SECOND = 1000
log = logger("zalo")


class ZaloUser(msgspec.Struct, frozen=True, kw_only=True):
    """The person behind an access token; the id is scoped to our app."""

    id: str


class ZaloPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A position the person shared. Zalo gives no accuracy."""

    lat: float
    lon: float
    at: datetime


class LostError(Exception):
    """No answer that can be read: what Zalo did with the question is not known; `why` is for the log."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def zalo_http(settings: Settings, base_url: str = "") -> httpx.AsyncClient:
    """Connections to Zalo: through the proxy of the settings and never through one of the environment."""
    return httpx.AsyncClient(
        base_url=base_url,
        proxy=settings.zalo_proxy_url or None,
        timeout=TIMEOUT,
        trust_env=False,
        follow_redirects=False,
    )


async def read_answer(http: httpx.AsyncClient, request: httpx.Request) -> dict[str, Any]:
    """The JSON object of Zalo's answer, whatever its status, within `TIMEOUT` in all; else LostError."""
    try:
        async with asyncio.timeout(TIMEOUT):
            response = await http.send(request)
        answer = msgspec.json.decode(response.content, type=dict[str, Any])
    except (httpx.HTTPError, TimeoutError) as error:
        raise LostError(type(error).__name__) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise LostError(UNREADABLE) from None
    if response.status_code >= BROKEN and "error" not in answer:
        raise LostError(str(response.status_code))
    return answer


def error_number(answer: dict[str, Any]) -> int | None:
    """Zalo's number of an answer; 0 is success, and so is none. None: not a number at all."""
    code = answer.get("error", answer.get("err", 0))
    try:
        return None if isinstance(code, bool | float) else int(code)
    except (TypeError, ValueError):
        return None


class ZaloGraph:
    """Zalo's graph, as our app; hold one a process and `close` it."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.secret = settings, settings.zalo_app_secret

    @cached_property
    def client(self) -> httpx.AsyncClient:
        """The connections, made when first needed."""
        return zalo_http(self.settings, self.settings.zalo_graph_url)

    async def close(self) -> None:
        """Let go of the connections, if there are any."""
        if "client" in vars(self):
            await self.client.aclose()

    async def find_user(self, access_token: str) -> ZaloUser:
        """Who this token belongs to. Only the id: name and picture need consent, and Vietnam (-501)."""
        headers = {"appsecret_proof": appsecret_proof(access_token, self.secret)}
        answer = await self.ask("me", "/v2.0/me?fields=id", access_token, headers, MEANINGS)
        identity = answer.get("id")
        if isinstance(identity, bool) or not isinstance(identity, str | int) or not str(identity):
            raise refusal(ZaloMisconfigured, "me", "no-id")
        return ZaloUser(id=str(identity))

    async def exchange_phone(self, access_token: str, code: str) -> str:
        """The number (E.164) behind a token of `getPhoneNumber()`; the token is spent by asking."""
        data = await self.exchange(access_token, code)
        number = data.get("number")
        if not isinstance(number, str):
            raise refusal(ZaloCodeInvalid, "info", "no-number")
        return e164(number)

    async def exchange_location(self, access_token: str, code: str) -> ZaloPlace:
        """The position behind a token of `getLocation()`; the token is spent by asking."""
        data = await self.exchange(access_token, code)
        try:
            at = datetime.fromtimestamp(int(data["timestamp"]) / SECOND, tz=UTC)
            lat, lon = float(data["latitude"]), float(data["longitude"])
        except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
            raise refusal(ZaloCodeInvalid, "info", "no-place") from error
        if not (math.isfinite(lat) and math.isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180):  # noqa: PLR2004  degrees
            raise refusal(ZaloCodeInvalid, "info", "no-place")
        return ZaloPlace(lat=lat, lon=lon, at=at)

    async def exchange(self, access_token: str, code: str) -> dict[str, Any]:
        """What a phone or location token hides. The secret goes in a header, never in a URL."""
        headers = {"code": code, "secret_key": self.secret}
        if self.settings.zalo_info_proof:
            headers["appsecret_proof"] = appsecret_proof(access_token, self.secret)
        answer = await self.ask("info", "/v2.0/me/info", access_token, headers, EXCHANGE_MEANINGS)
        data = answer.get("data")
        return data if isinstance(data, dict) else {}

    async def ask(
        self,
        call: str,
        path: str,
        access_token: str,
        headers: dict[str, str],
        meanings: dict[int | None, type[Problem]],
    ) -> dict[str, Any]:
        """One GET with the token, never repeated; a number other than 0 becomes its problem."""
        sent = {"access_token": access_token, **headers}
        if not all(value.isascii() and value.isprintable() for value in sent.values()):
            raise (
                ZaloCodeInvalid if access_token.isascii() and access_token.isprintable() else ZaloTokenInvalid
            )
        try:
            answer = await read_answer(self.client, self.client.build_request("GET", path, headers=sent))
        except LostError as error:
            raise refusal(ZaloAnswerLost if call == "info" else ZaloUnavailable, call, error.why) from None
        code = error_number(answer)
        if code == 0:
            ANSWERS.labels(call, "0").inc()
            return answer
        raise refusal(meanings.get(code, meanings[None]), call, str(code))


def refusal(kind: type[Problem], call: str, code: str) -> Problem:
    """Count and log the number, never the token; what an operator must mend is an error."""
    ANSWERS.labels(call, code[:20]).inc()
    must_act = kind is ZaloMisconfigured or code == str(ABROAD)
    (log.error if must_act else log.info)("zalo_refused", kind=call, error=code[:20])
    return kind(retry_after=60) if kind is ZaloUnavailable else kind()
