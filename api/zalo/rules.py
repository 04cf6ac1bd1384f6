"""Decisions about what Zalo tells us, purely: whose signature, seen before or not, old or new."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from msgspec import Struct

from api.kit.errors import Problem
from api.kit.zalo_signing import mini_app_signature, oa_signature, same_signature
from api.zalo.contracts import Channel, Told

EVENT_MAX = 100
"""Letters of an event's name we keep."""
SECONDS_BEFORE = 100_000_000_000
"""A time below this is in seconds, above in milliseconds."""
USER_WRITES = "user_send_"
RECEIVED = "user_received_message"
REVOKED = ("user.revoke.consent", "user_withdraw")


class ZaloSignatureWrong(Problem):
    """The signature of a webhook is not Zalo's."""

    status = 401
    slug = "zalo-signature-wrong"
    title = "Chữ ký của Zalo không đúng"


class ZaloNotConnected(Problem):
    """Zalo gave no tokens for this Official Account, or not for this one."""

    status = 422
    slug = "zalo-not-connected"
    title = "Zalo chưa cấp quyền cho Official Account này, hãy làm lại từ trang của Zalo"


class Keys(Struct, frozen=True, kw_only=True):
    """What an installation knows of its own app; empty texts are not known."""

    app_id: str
    app_secret: str
    oa_secret: str
    prefix: Literal["app_id", "oa_id"]
    mini_app_id: str
    open_api_key: str


class Match(Struct, frozen=True, kw_only=True):
    """Which key signed, and by which reading of the formula."""

    key: str
    variant: str


def is_probe(raw: bytes, body: Mapping[str, Any] | None, signature: str) -> bool:
    """The console's test when an address is saved: no event in it; what is not even JSON must carry no signature."""
    if body is None:
        return not raw or not signature
    return not event_name_of(body)


def event_name_of(body: Mapping[str, Any]) -> str:
    """The event's name: the Mini App calls the key `event`."""
    name = body.get("event_name", body.get("event"))
    return name[:EVENT_MAX] if isinstance(name, str) else ""


def match_oa(keys: Keys, raw: bytes, body: Mapping[str, Any], signature: str) -> Match | None:
    """Who signed an event of the Official Account; only our own app's, by the reading of the settings.

    Without an OA secret the app secret is tried: published sources disagree on which it is.
    """
    app_id, key = text_of(body, "app_id") or keys.app_id, keys.oa_secret or keys.app_secret
    if not key or (keys.app_id and app_id != keys.app_id):
        return None
    prefix = app_id if keys.prefix == "app_id" else oa_of(body)
    if same_signature(signature, oa_signature(prefix, raw, text_of(body, "timestamp"), key)):
        return Match(key=key, variant=f"{keys.prefix}:{'oa_secret' if keys.oa_secret else 'app_secret'}")
    return None


def other_reading(keys: Keys, raw: bytes, body: Mapping[str, Any], signature: str) -> str | None:
    """Of a signature that is not accepted: by which other published reading it would be; for the metric."""
    at = text_of(body, "timestamp")
    for prefix, value in (("app_id", text_of(body, "app_id") or keys.app_id), ("oa_id", oa_of(body))):
        for name, key in (("oa_secret", keys.oa_secret), ("app_secret", keys.app_secret)):
            if key and same_signature(signature, oa_signature(value, raw, at, key)):
                return f"{prefix}:{name}"
    return None


def match_mini_app(keys: Keys, body: Mapping[str, Any], signature: str) -> Match | None:
    """Who signed an event of the Mini App."""
    if not keys.open_api_key or (keys.mini_app_id and text_of(body, "appId") != keys.mini_app_id):
        return None
    if same_signature(signature, mini_app_signature(body, keys.open_api_key)):
        return Match(key=keys.open_api_key, variant="open_api_key")
    return None


def read_event(channel: Channel, raw: bytes, body: dict[str, Any]) -> Told:
    """An event with the key by which it is taken once."""
    name = event_name_of(body)
    parts = [name, *what_happened(body)]
    if len(parts) == 1:
        parts.append(hashlib.sha256(raw).hexdigest())
    key = hashlib.sha256("\n".join(parts).encode(errors="surrogatepass")).hexdigest()
    return Told(
        channel=channel, name=name, dedupe_key=key, happened_at=time_of(body.get("timestamp")), body=body
    )


def what_happened(body: Mapping[str, Any]) -> list[str]:
    """Message events: the message's id. Others: the time, and whom or what it is about.

    A delivery of Zalo's that comes again is the same by this, however its JSON is spaced.
    """
    message = body.get("message")
    if isinstance(message, dict) and text_of(message, "msg_id"):
        return [text_of(message, "msg_id"), id_of(body, "sender"), id_of(body, "recipient")]
    at = text_of(body, "timestamp")
    about = [
        text_of(body, key) for key in ("user_id", "user_id_by_app", "userId", "template_id", "versionId")
    ]
    about += [id_of(body, key) for key in ("follower", "sender", "recipient")]
    if isinstance(message, dict):
        found = message.get("msg_ids")
        about += [str(each) for each in found] if isinstance(found, list) else []
    return [at, *about] if at else []


def time_of(value: object) -> datetime | None:
    """A moment as Zalo writes it: milliseconds, as a text or a number."""
    try:
        number = int(value) if isinstance(value, str | int) else 0
        at = datetime.fromtimestamp(number if number < SECONDS_BEFORE else number / 1000, tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return at if number > 0 else None


def is_stale(told: Told, at: datetime, fresh_seconds: int) -> bool:
    """Whether an event of the Official Account is too old to be a delivery of Zalo's, retries included.

    Of the Mini App no age is asked: its times are those of the act, its retries are not documented, and its
    keys are kept for good, so none can be played twice. A wish to be forgotten never grows too old.
    """
    timeless = told.channel is Channel.MINI_APP or told.name in REVOKED
    if timeless or not fresh_seconds or told.happened_at is None:
        return False
    return abs(at - told.happened_at) > timedelta(seconds=fresh_seconds)


def refuses(strict: str, *, seen_right: bool) -> bool:
    """Whether a wrong signature is answered 401: Zalo's console must first be able to save the address."""
    return strict == "always" or (strict == "auto" and seen_right)


def text_of(body: Mapping[str, Any], key: str) -> str:
    """A value that should be a text, and may be a whole number; else empty."""
    value = body.get(key)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def id_of(body: Mapping[str, Any], key: str) -> str:
    """The id inside `sender`, `recipient` or `follower`."""
    inner = body.get(key)
    return text_of(inner, "id") if isinstance(inner, dict) else ""


def oa_of(body: Mapping[str, Any]) -> str:
    """The Official Account an event is of; of a user's act it is the recipient."""
    named = text_of(body, "oa_id") or text_of(body, "oaId")
    user_acts = event_name_of(body).startswith(USER_WRITES) or event_name_of(body) == "user_submit_info"
    return named or id_of(body, "recipient" if user_acts else "sender")


def uid_of(body: Mapping[str, Any]) -> str:
    """The user's id at the Official Account, in events that are a user's own act."""
    if event_name_of(body) in ("follow", "unfollow"):
        return id_of(body, "follower")
    return id_of(body, "sender") if event_name_of(body).startswith(USER_WRITES) else ""


def revoked_id(body: Mapping[str, Any]) -> str:
    """Whose consent ended, by the id scoped to our app: `userId` of the Mini App, `user_id_by_app` of the OA."""
    return text_of(body, "userId") or text_of(body, "user_id_by_app")
