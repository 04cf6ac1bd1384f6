"""Take what Zalo tells us, once; connect an Official Account; forget whom we must forget."""

from datetime import timedelta

import msgspec
from prometheus_client import Counter

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.log import logger
from api.kit.settings import Settings
from api.kit.tokens import keyed_hash
from api.kit.zalo_oa import keep_first
from api.kit.zalo_oa_store import Pair, Seal
from api.zalo import rules, store
from api.zalo.contracts import (
    Channel,
    Connected,
    Told,
    ZaloConsentRevoked,
    ZaloMessageDelivered,
    ZaloUidLearned,
)
from api.zalo.rules import Keys

WEBHOOKS = Counter("zalo_webhooks_total", "Events Zalo sent us", ["channel", "came"])
VARIANTS = Counter(
    "zalo_webhook_signatures_total", "By which reading a signature was right", ["variant", "taken"]
)
WORDS_KEPT = timedelta(days=14)
KEYS_KEPT = timedelta(days=90)
RAW_MAX, SIGNATURE_MAX = 4000, 200
log = logger("zalo")


def keys_of(settings: Settings) -> Keys:
    """What the settings say of our app."""
    return Keys(
        app_id=settings.zalo_app_id,
        app_secret=settings.zalo_app_secret,
        oa_secret=settings.zalo_oa_secret_key,
        prefix=settings.zalo_webhook_prefix,
        mini_app_id=settings.zalo_mini_app_id,
        open_api_key=settings.zalo_open_api_key,
    )


async def take(tx: Connection, settings: Settings, channel: Channel, raw: bytes, signature: str) -> str:
    """Verify a body over its exact bytes and take it once; what became of it.

    `probe`, `taken`, `again`, `stale`, or `quarantined`: all are answered 200. ZaloSignatureWrong otherwise.
    """
    body = read_object(raw)
    if rules.is_probe(raw, body, signature):
        return counted(channel, "probe")
    keys = keys_of(settings)
    match = None
    if body is not None and rules.event_name_of(body):
        oa = channel is Channel.OA
        match = (
            rules.match_oa(keys, raw, body, signature) if oa else rules.match_mini_app(keys, body, signature)
        )
    if body is None or match is None:
        return await put_aside(tx, settings, channel, raw=raw, body=body, signature=signature)
    VARIANTS.labels(match.variant, "yes").inc()
    await store.insert_key(tx, channel, digest_of(settings, match.key), at=now())
    told = rules.read_event(channel, raw, body)
    stale = rules.is_stale(told, now(), settings.zalo_webhook_fresh_seconds)
    event_id = await store.insert_event(
        tx,
        told,
        at=now(),
        state="stale" if stale else "taken",
        zalo_id=rules.revoked_id(body),
        uid=rules.uid_of(body) or rules.text_of(body, "user_id"),
        raw=raw.decode(errors="replace").replace("\x00", ""),
    )
    if event_id is None:
        return counted(channel, "again")
    if stale:
        return counted(channel, "stale")
    await cause(tx, settings, told, event_id)
    return counted(channel, "taken")


def counted(channel: Channel, came: str) -> str:
    """Count what became of a body."""
    WEBHOOKS.labels(channel, came).inc()
    return came


def read_object(raw: bytes) -> dict[str, object] | None:
    """A JSON object, or None."""
    try:
        return msgspec.json.decode(raw, type=dict[str, object]) if raw else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def digest_of(settings: Settings, key: str) -> str:
    """What is kept of a key to recognise it."""
    return keyed_hash(settings.secret_key, "zalo-webhook-key", key)


async def put_aside(
    tx: Connection,
    settings: Settings,
    channel: Channel,
    *,
    raw: bytes,
    body: dict[str, object] | None,
    signature: str,
) -> str:
    """A body nobody we know signed: refused once a right one was seen with our key, kept aside before."""
    keys = keys_of(settings)
    key = keys.open_api_key if channel is Channel.MINI_APP else keys.oa_secret or keys.app_secret
    seen_right = await store.key_is_known(tx, channel, digest_of(settings, key))
    if body is not None and channel is Channel.OA:
        other = rules.other_reading(keys, raw, body, signature)
        if other is not None:
            VARIANTS.labels(other, "no").inc()
    log.warning("zalo_signature_wrong", kind=channel.value)
    if rules.refuses(settings.zalo_webhook_strict, seen_right=seen_right):
        counted(channel, "refused")
        raise rules.ZaloSignatureWrong
    text = raw.decode(errors="replace").replace("\x00", "")[:RAW_MAX]
    shown = signature.replace("\x00", "")[:SIGNATURE_MAX]
    await store.insert_quarantine(tx, channel, at=now(), raw=text, signature=shown)
    return counted(channel, "quarantined")


async def cause(tx: Connection, settings: Settings, told: Told, event_id: int) -> None:
    """What follows from an event: followers are kept at once, everything else is a job."""
    body = told.body
    if told.name in rules.REVOKED:
        await outbox.emit(tx, ZaloConsentRevoked(event_id=event_id), urgent=True)
    elif told.name == rules.RECEIVED:
        message = body.get("message")
        found = message if isinstance(message, dict) else {}
        delivered = ZaloMessageDelivered(
            tracking_id=rules.text_of(found, "tracking_id"),
            message_id=rules.text_of(found, "msg_id"),
            delivered_at=rules.time_of(found.get("delivery_time")) or told.happened_at or now(),
        )
        await outbox.emit(tx, delivered)
    elif uid := rules.uid_of(body):
        await know_follower(tx, settings, told, uid)
        if rules.text_of(body, "user_id_by_app") and told.name != "unfollow":
            await outbox.emit(tx, ZaloUidLearned(event_id=event_id))


async def know_follower(tx: Connection, settings: Settings, told: Told, uid: str) -> None:
    """Somebody followed, left, or wrote."""
    at = told.happened_at or now()
    wrote = told.name.startswith(rules.USER_WRITES)
    await store.set_follower(
        tx,
        rules.oa_of(told.body) or settings.zalo_oa_id,
        uid,
        zalo_id=rules.text_of(told.body, "user_id_by_app") or None,
        following=None if wrote else told.name == "follow",
        at=at,
        wrote_at=at if wrote else None,
    )


async def find_who(db: Connection, event_id: int) -> store.Who | None:
    """Whom an event was about, for the job it caused."""
    return await store.find_who(db, event_id)


async def forget_person(tx: Connection, who: store.Who) -> None:
    """Forget what Zalo told us of somebody; saying so again changes nothing."""
    await store.forget_words_of(tx, who.zalo_id, who.uid)
    await store.forget_follower(tx, who.zalo_id, who.uid)


async def forget_old(tx: Connection) -> None:
    """Every night: what events said is forgotten after two weeks, that they came after three months."""
    await store.forget_old(tx, words=now() - WORDS_KEPT, keys=now() - KEYS_KEPT)


async def connect(tx: Connection, settings: Settings, pair: Pair, *, sure: bool) -> Connected:
    """Keep the first pair of an account. `sure`: Zalo itself said whose it is.

    Anybody can call the callback with a code of their own account: one that works is replaced only when sure.
    """
    if not await keep_first(tx, Seal(settings), pair, over_working=sure):
        raise rules.ZaloNotConnected
    return Connected(oa_id=pair.oa_id, message="Đã kết nối Official Account")
