"""The Zalo client: asks Zalo's graph who a token belongs to, and what a phone or location token hides.

Errors come with HTTP 200 and a number; the tables below say what each means for the person
waiting (they ask again) or for us (an operator must act: logged as an error and counted).
Docs: mini.zalo.me documents "getAccessToken", "getPhoneNumber", "getLocation" and error codes.
"""

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
from api.kit.zalo_signing import appsecret_proof

ANSWERS = Counter("zalo_answers_total", "Answers of Zalo's graph", ["call", "code"])
TIMEOUT = 5.0
"""Seconds. A code is good for two minutes and once: we never try twice by ourselves."""
ABROAD = -501
log = logger("zalo")


class ZaloTokenInvalid(Problem):
    """Zalo does not know this access token (any more)."""

    status = 401
    slug = "zalo-token-invalid"
    title = "Phiên Zalo không hợp lệ hoặc đã hết hạn"


class ZaloUserHidden(Problem):
    """Zalo does not show this user to us."""

    status = 403
    slug = "zalo-user-hidden"
    title = "Tài khoản Zalo này không cho phép đăng nhập"


class ZaloCodeInvalid(Problem):
    """The phone or location token is over or wrong: ask for a new one."""

    status = 422
    slug = "zalo-code-invalid"
    title = "Mã chia sẻ từ Zalo đã hết hạn, hãy thử lại"


class ZaloCodeUsed(Problem):
    """The phone or location token was exchanged before: ask for a new one."""

    status = 409
    slug = "zalo-code-used"
    title = "Mã chia sẻ từ Zalo đã được dùng, hãy thử lại"


class ZaloMisconfigured(Problem):
    """Zalo refuses us, not the person: our app, secret or call is wrong. An operator must act."""

    status = 502
    slug = "zalo-misconfigured"
    title = "Đăng nhập Zalo đang trục trặc, chúng tôi đã ghi nhận"


class ZaloUnavailable(Problem):
    """Zalo is silent, over quota, or refuses callers outside Vietnam: later, or another way in."""

    status = 503
    slug = "zalo-unavailable"
    title = "Zalo chưa trả lời, hãy thử lại sau hoặc đăng nhập bằng số điện thoại"


OURS = (-242, 100, 110, 111, 112, 116, 117, 118, 2500, 10000, 10001, 10002, 10003, 11004)
LATER = (ABROAD, 12000, 12002, 12003, 12004, 12010)
MEANINGS: dict[int, type[Problem]] = {
    -216: ZaloTokenInvalid,
    452: ZaloTokenInvalid,
    210: ZaloUserHidden,
    114: ZaloCodeInvalid,
    115: ZaloCodeInvalid,
    119: ZaloCodeUsed,
    **dict.fromkeys(OURS, ZaloMisconfigured),
    **dict.fromkeys(LATER, ZaloUnavailable),
}
"""What each number means; a number that is not here: the token is refused, as Zalo's docs advise."""


class ZaloUser(msgspec.Struct, frozen=True, kw_only=True):
    """The person behind an access token; the id is scoped to our app."""

    id: str


class ZaloPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A position the person shared. Zalo gives no accuracy."""

    lat: float
    lon: float
    at: datetime


class ZaloGraph:
    """Zalo's graph, as our app; hold one a process and `close` it."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.secret = settings, settings.zalo_app_secret

    @cached_property
    def client(self) -> httpx.AsyncClient:
        """The connections, made when first needed."""
        return httpx.AsyncClient(
            base_url=self.settings.zalo_graph_url,
            proxy=self.settings.zalo_proxy_url or None,
            timeout=TIMEOUT,
            trust_env=False,
        )

    async def close(self) -> None:
        """Let go of the connections, if there are any."""
        if "client" in vars(self):
            await self.client.aclose()

    async def find_user(self, access_token: str) -> ZaloUser:
        """Who this token belongs to. Only the id: name and picture need consent, and Vietnam."""
        answer = await self.ask("me", "/v2.0/me", access_token, params={"fields": "id"})
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
            at = datetime.fromtimestamp(int(data["timestamp"]) / 1000, tz=UTC)
            return ZaloPlace(lat=float(data["latitude"]), lon=float(data["longitude"]), at=at)
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise refusal(ZaloCodeInvalid, "info", "no-place") from error

    async def exchange(self, access_token: str, code: str) -> dict[str, Any]:
        """What a phone or location token hides. The secret goes in a header, never in a URL."""
        headers = {"code": code, "secret_key": self.secret}
        answer = await self.ask("info", "/v2.0/me/info", access_token, headers=headers)
        data = answer.get("data")
        return data if isinstance(data, dict) else {}

    async def ask(
        self,
        call: str,
        path: str,
        access_token: str,
        *,
        params: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        """One GET with the token and its proof; a number other than 0 becomes its problem."""
        sent = {
            "access_token": access_token,
            "appsecret_proof": appsecret_proof(access_token, self.secret),
            **(headers or {}),
        }
        if not all(value.isascii() and value.isprintable() for value in sent.values()):
            raise ZaloTokenInvalid
        try:
            response = await self.client.get(path, params=params, headers=sent)
            answer = msgspec.json.decode(response.content, type=dict[str, Any])
        except httpx.HTTPError as error:
            raise refusal(ZaloUnavailable, call, type(error).__name__) from None
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise refusal(ZaloUnavailable, call, "unreadable") from None
        code = answer.get("error", 0)
        if code == 0:
            ANSWERS.labels(call, "0").inc()
            return answer
        kind = MEANINGS.get(code, ZaloTokenInvalid) if isinstance(code, int) else ZaloMisconfigured
        raise refusal(kind, call, str(code))


def refusal(kind: type[Problem], call: str, code: str) -> Problem:
    """Count and log the number, never the token; what an operator must mend is an error."""
    ANSWERS.labels(call, code[:20]).inc()
    must_act = kind is ZaloMisconfigured or code == str(ABROAD)
    (log.error if must_act else log.info)("zalo_refused", kind=call, error=code[:20])
    return kind()
