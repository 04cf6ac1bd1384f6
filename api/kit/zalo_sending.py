"""Messages of the Official Account: templates by phone and by UID, replies, status and quota; one outcome each.

For the engine that sends (`api/messages`):

    http = zalo_http(settings)                        # api.kit.zalo; one a process, closed at its end
    tokens = OaTokens(settings, database, http)       # api.kit.zalo_oa
    sent = await tokens.use(lambda token: send_template(
        http, settings, token, phone="+84…", template_id="…", data={…}, tracking_id=delivery_id))
    if sent.outcome is Outcome.LOST: ...              # may have left: wait for the receipt, see below

Nothing here raises for what Zalo answers, retries, or opens a transaction. `tokens.use` renews a token that
Zalo calls over (once), asks again (once), and alerts an administrator when that does not help. Only
templates by phone carry a tracking id: it comes back in the receipt (event `ZaloMessageDelivered` of
`api/zalo`), so a lost answer is reconciled by it. For the other two the id Zalo answers with is all there is.
Sources: Zalo's pages on ZBS template messages, OA messages and "handle-error-code" (zalo.cloud).
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
import msgspec
from prometheus_client import Counter

from api.kit.log import logger
from api.kit.settings import Settings
from api.kit.text import nfc
from api.kit.zalo import LostError, error_number, read_answer
from api.kit.zalo_outcomes import MINI_APP_OUTCOMES, OUTCOMES, Outcome, retry_at
from api.kit.zalo_signing import hash_phone, zalo_phone

SENDINGS = Counter("zalo_sendings_total", "Answers to messages of the Official Account", ["call", "code"])
TEXT_MAX = 2000
"""Letters of a reply."""
IMAGE_MAX = 1_000_000
"""Bytes of a picture (jpg, png) that can be uploaded."""
log = logger("zalo")


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one call. `retry_at`: not before then; `quota_left`: messages left today, when Zalo says."""

    outcome: Outcome
    code: int | None = None
    message_id: str | None = None
    sent_at: datetime | None = None
    quota_left: int | None = None
    retry_at: datetime | None = None
    data: dict[str, Any] = {}


async def send_template(
    http: httpx.AsyncClient,
    settings: Settings,
    token: str,
    *,
    phone: str,
    template_id: str,
    data: Mapping[str, str],
    tracking_id: UUID,
    hashed: bool = False,
    development: bool = False,
) -> Sending:
    """A template (ZNS) to a phone (+84…); `hashed` sends only the digest of the number.

    The tracking id goes as 32 hex digits, no dashes; `development` reaches administrators of the app only.
    """
    to = (
        {"hash_phone": hash_phone(phone, plus=settings.zalo_hash_plus)}
        if hashed
        else {"phone": zalo_phone(phone)}
    )
    body = {
        **to,
        "template_id": template_id,
        "template_data": {name: nfc(value) for name, value in data.items()},
        "tracking_id": tracking_id.hex,
        **({"mode": "development"} if development else {}),
    }
    path = "/message/template/hashphone" if hashed else "/message/template"
    return await call(http, settings, token, "template", url=settings.zalo_zbs_url + path, body=body)


async def send_template_to_uid(
    http: httpx.AsyncClient,
    settings: Settings,
    token: str,
    *,
    uid: str,
    template_id: str,
    data: Mapping[str, str],
) -> Sending:
    """A template to somebody's id at the Official Account. No tracking id: keep `message_id` at once."""
    body = {
        **({"recipient": {"user_id": uid}} if settings.zalo_uid_recipient else {"user_id": uid}),
        "template_id": template_id,
        "template_data": {name: nfc(value) for name, value in data.items()},
    }
    url = settings.zalo_oa_url + "/v3.0/oa/message/template"
    return await call(http, settings, token, "uid-template", url=url, body=body)


async def send_reply(
    http: httpx.AsyncClient,
    settings: Settings,
    token: str,
    *,
    uid: str,
    text: str,
    attachment_id: str | None = None,
) -> Sending:
    """A consultation message, cut at 2,000 letters; only to whom wrote within seven days (else -230)."""
    message: dict[str, Any] = {"text": nfc_lines(text)[:TEXT_MAX]}
    if attachment_id:
        element = {"media_type": "image", "attachment_id": attachment_id}
        message["attachment"] = {
            "type": "template",
            "payload": {"template_type": "media", "elements": [element]},
        }
    body = {"recipient": {"user_id": uid}, "message": message}
    return await call(
        http, settings, token, "reply", url=settings.zalo_oa_url + "/v3.0/oa/message/cs", body=body
    )


async def ask_status(http: httpx.AsyncClient, settings: Settings, token: str, *, message_id: str) -> Sending:
    """Of a template sent: `data["status"]` is -1 unknown, 0 pushed, 1 delivered (SENT means: was answered)."""
    url = settings.zalo_zbs_url + "/message/status"
    return await call(http, settings, token, "status", url=url, params={"message_id": message_id})


async def ask_quota(http: httpx.AsyncClient, settings: Settings, token: str) -> Sending:
    """How many templates by phone are left today: `quota_left`."""
    return await call(http, settings, token, "quota", url=settings.zalo_zbs_url + "/message/quota")


async def ask_talk(http: httpx.AsyncClient, settings: Settings, token: str, *, uid: str) -> Sending:
    """Whether a reply may be sent: `data["last_interaction"]` (ms), `data["cs_reply"]` {remain, total}."""
    url = settings.zalo_oa_url + "/v3.0/oa/quota/message"
    return await call(http, settings, token, "talk", url=url, body={"user_id": uid})


async def ask_user(http: httpx.AsyncClient, settings: Settings, token: str, *, uid: str) -> Sending:
    """What the Official Account may know of a follower: `data["user_id_by_app"]` pairs the two ids."""
    url, asked = settings.zalo_oa_url + "/v3.0/oa/user/detail", msgspec.json.encode({"user_id": uid}).decode()
    return await call(http, settings, token, "user", url=url, params={"data": asked})


async def upload_image(
    http: httpx.AsyncClient, settings: Settings, token: str, *, content: bytes, media_type: str = "image/jpeg"
) -> Sending:
    """A picture of at most 1 MB: `data["attachment_id"]`, good for seven days."""
    name = "image.png" if media_type == "image/png" else "image.jpg"
    request = http.build_request(
        "POST",
        settings.zalo_oa_url + "/v2.0/oa/upload/image",
        files={"file": (name, content, media_type)},
        headers={"access_token": token},
    )
    return await ask(http, settings, "upload", request)


async def send_mini_app_notice(
    http: httpx.AsyncClient,
    settings: Settings,
    *,
    zalo_id: str,
    template_id: str,
    data: Mapping[str, str],
) -> Sending:
    """A notice of the Mini App through Zalo's own account, to whom opted in (`requestSendNotification()`).

    No OA token: the Open API key speaks, from an address Zalo's console knows. `data` holds title,
    contentTitle, contentDescription, buttonText and buttonUrl (https://zalo.me/s/<Mini App id>/…).
    """
    headers = {
        "X-Api-Key": f"Bearer {settings.zalo_open_api_key}",
        "X-User-Id": zalo_id,
        "X-MiniApp-Id": settings.zalo_mini_app_id,
    }
    body = {"templateId": template_id, "templateData": {name: nfc(value) for name, value in data.items()}}
    url = settings.zalo_mini_url + "/notification/template"
    request = http.build_request("POST", url, headers=headers, json=body)
    return await ask(http, settings, "mini-app", request, MINI_APP_OUTCOMES)


async def call(
    http: httpx.AsyncClient,
    settings: Settings,
    token: str,
    name: str,
    *,
    url: str,
    body: dict[str, Any] | None = None,
    params: dict[str, str] | None = None,
) -> Sending:
    """One call with the OA's token in its bare header: a POST when it has a body."""
    headers, content = {"access_token": token}, None
    if body is not None:
        headers["Content-Type"], content = "application/json", msgspec.json.encode(body)
    request = http.build_request(
        "POST" if body else "GET", url, headers=headers, content=content, params=params
    )
    return await ask(http, settings, name, request)


async def ask(
    http: httpx.AsyncClient,
    settings: Settings,
    name: str,
    request: httpx.Request,
    outcomes: Mapping[int | None, Outcome] = OUTCOMES,
) -> Sending:
    """Send once and read what Zalo says; no text of its answer is kept, only its number."""
    try:
        answer = await read_answer(http, request)
    except LostError as error:
        SENDINGS.labels(name, error.why[:20]).inc()
        log.warning("zalo_lost", kind=name, error=error.why[:20])
        return Sending(outcome=Outcome.LOST)
    code = error_number(answer)
    outcome = outcomes.get(code, Outcome.RETRY_LATER)
    SENDINGS.labels(name, str(code)).inc()
    if outcome is not Outcome.SENT:
        must_act = outcome in (Outcome.OUR_FAULT, Outcome.BAD_MESSAGE)
        (log.error if must_act else log.info)("zalo_not_sent", kind=name, error=str(code))
        return Sending(outcome=outcome, code=code, retry_at=retry_at(code, outcome, settings.zalo_morning))
    found = answer.get("data")
    data: dict[str, Any] = found if isinstance(found, dict) else {}
    message_id = data.get("msg_id", data.get("message_id"))
    return Sending(
        outcome=outcome,
        code=0,
        message_id=None if message_id is None else str(message_id),
        sent_at=moment(data.get("sent_time")),
        quota_left=quota_left(data),
        data=data,
    )


def moment(value: object) -> datetime | None:
    """A time as Zalo writes it, milliseconds as a text."""
    number = whole(value)
    try:
        return None if number is None else datetime.fromtimestamp(number / 1000, tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None


def whole(value: object) -> int | None:
    """A number that may be a text."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    try:
        return int(value)
    except ValueError:
        return None


def quota_left(data: Mapping[str, Any]) -> int | None:
    """Messages left, wherever Zalo says it: `quota.remainingQuota`, `quota.remain` or `remainingQuota`."""
    nested = data.get("quota")
    quota: Mapping[str, Any] = nested if isinstance(nested, dict) else data
    return whole(quota.get("remainingQuota", quota.get("remain")))


def nfc_lines(text: str) -> str:
    """The text in NFC, its lines kept."""
    return "\n".join(nfc(line) for line in text.strip().splitlines())
