"""Feeds of others: whom to ask now, what becomes of each message, and how they are connected."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import msgspec

from api.alerts import store as messages
from api.alerts.actions import proposing
from api.alerts.actions.publishing import Author, end, judge, put_out
from api.alerts.contracts import Cancellation, Origin, Status
from api.alerts.contracts.desk import AlertContent, Proposed
from api.alerts.contracts.sources import (
    AlertFeeds,
    AlertFeedSettings,
    FeedClaim,
    FeedMode,
    FeedOutcome,
    Seen,
    UpstreamEnded,
)
from api.alerts.gateway import Answer, FeedFailedError
from api.alerts.rules import drafting as drafts
from api.alerts.rules import upstream
from api.alerts.rules.problems import AlertUnusable, FeedNotFound
from api.alerts.rules.publishing import cleaned
from api.alerts.rules.upstream import Entry, Message, UnbelievedError
from api.alerts.store import sources as store
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.ids import uuid7
from api.kit.patience import Health, after_failure
from api.kit.principal import Principal, Role
from api.kit.settings import Settings

LEASE = timedelta(minutes=2)
AT_ONCE = 8
SHOWN = 30
KEPT = timedelta(days=180)
"""Of messages that nothing came of; what became a draft or a warning stays beside it, for updates refer to it."""
CHANCE = secrets.SystemRandom()
TAKEN_OVER = (FeedOutcome.DRAFTED, FeedOutcome.PUBLISHED)


async def put_feed(tx: Connection, name: str, given: AlertFeedSettings) -> None:
    """Connect a feed, or change where and how it is asked."""
    await store.put_feed(tx, name, given, at=now())


async def delete_feed(tx: Connection, name: str) -> None:
    """Ask a feed no more; what came of it stays."""
    if not await store.delete_feed(tx, name):
        raise FeedNotFound


async def list_feeds(db: Connection, me: Principal) -> AlertFeeds:
    """How feeds fare, and their newest messages; an administrator sees all, an officer their province's."""
    provinces = None if me.has(Role.ADMIN) else me.province_codes
    return AlertFeeds(
        items=await store.list_feeds(db, provinces=provinces, at=now()),
        messages=await store.list_messages(db, provinces=provinces, limit=SHOWN),
    )


async def claim_due(tx: Connection) -> list[FeedClaim]:
    """The feeds to ask now; nobody else asks them until the lease is over."""
    at = now()
    return await store.claim_due(tx, at=at, until=at + LEASE, limit=AT_ONCE)


async def unknown_of(db: Connection, claim: FeedClaim, entries: Sequence[Entry]) -> list[Entry]:
    """The entries not taken before, the oldest first: a feed lists its newest first."""
    known = await store.list_known(db, claim.name, [one.key for one in entries])
    return [one for one in reversed(entries) if one.key not in known]


async def take_success(tx: Connection, claim: FeedClaim, answer: Answer) -> None:
    """All of an answer was taken: the next question says so."""
    at = now()
    await store.note_success(
        tx, claim.name, etag=answer.etag, last_modified=answer.last_modified, at=at,
        next_at=at + timedelta(seconds=claim.every_seconds),
    )  # fmt: skip


async def take_failure(tx: Connection, claim: FeedClaim, failure: FeedFailedError) -> None:
    """Wait longer, and open the circuit when it failed too often."""
    health = Health(failures=claim.failures, open_until=claim.open_until)
    health, next_at = after_failure(health, now(), chance=CHANCE.random(), asked=failure.asked)
    await store.note_failure(tx, claim.name, health, next_at=next_at, error=failure.reason)


async def take_message(
    tx: Connection, claim: FeedClaim, entry: str, document: bytes, *, settings: Settings
) -> FeedOutcome:
    """One message of a feed: judged, kept, and turned into a draft, a warning, or nothing."""
    if await store.hold_feed(tx, claim.name) is None or await store.list_known(tx, claim.name, [entry]):
        return FeedOutcome.IGNORED
    digest = hashlib.sha256(document).hexdigest()
    sender = identifier = ""
    sent_at = message_id = None
    try:
        message = upstream.believed(document, claim.senders, now())
        sender, identifier, sent_at = message.sender, message.identifier, message.sent_at
        await check_first(tx, message, digest)
        outcome, detail, message_id = await take_over(tx, claim, message, settings=settings)
    except UnbelievedError as refusal:
        outcome, detail, digest = refusal.outcome, refusal.detail, ""
        sender, identifier = refusal.sender or sender, refusal.identifier or identifier
    await store.insert_message(
        tx, claim.name, entry, sender=sender[:300], identifier=identifier[:300], sent_at=sent_at,
        content_hash=digest, outcome=outcome, detail=detail, message_id=message_id, at=now(),
    )  # fmt: skip
    return outcome


async def check_first(tx: Connection, message: Message, digest: str) -> None:
    """An identifier is used once: the same message again is nothing new, another one is refused."""
    for seen in await store.list_seen(tx, message.sender, [message.identifier]):
        if seen.content_hash == digest:
            raise UnbelievedError(FeedOutcome.IGNORED, "đã nhận tin này")
        raise UnbelievedError(FeedOutcome.REFUSED, "mã tin đã dùng cho một nội dung khác")


async def take_over(
    tx: Connection, claim: FeedClaim, message: Message, *, settings: Settings
) -> tuple[FeedOutcome, str, UUID | None]:
    """What becomes of a believed message that is new."""
    parents = [name for sender, name in message.references if sender == message.sender]
    seen = await store.list_seen(tx, message.sender, parents) if parents else []
    parent = next((one for one in seen if one.outcome in TAKEN_OVER and one.message_id), None)
    if message.msg_type == "Cancel":
        return await take_end(tx, claim, message, parent, settings=settings)
    content = upstream.settled(message.content, await store.list_hazard_codes(tx))
    note = f"Nguồn {claim.name}, người gửi {message.sender}, tin {message.identifier}."
    orphan = message.msg_type == "Update" and parent is None
    if orphan:
        note += " Đây là bản cập nhật nhưng không có bản gốc: hãy xem kỹ."
    if message.cut:
        note += f" Vùng của tin có nhiều hình hơn {upstream.SHAPES}: chỉ giữ được một phần, hãy chọn thêm xã, phường."
    if parent is not None and parent.message_id is not None:
        standing = await proposing.newest_of(tx, parent.message_id, status=content.status)
        if standing is not None:
            content = msgspec.structs.replace(content, replaces=standing.id)
        else:
            await drop_draft(tx, claim, parent.message_id)
    whole = claim.mode is FeedMode.PUBLISH and not orphan and not message.cut
    if whole and message.said_level:
        published = await publish_now(tx, claim, content, settings=settings)
        if published is not None:
            return FeedOutcome.PUBLISHED, "", published
    waiting = whole and await complete(tx, claim, content)
    draft_id = await proposing.propose(
        tx,
        Proposed(
            key=f"{message.sender},{message.identifier}", province_code=claim.province_code, content=content,
            note=note, origin=Origin.UPSTREAM, waiting=waiting,
        ),
    )  # fmt: skip
    return FeedOutcome.DRAFTED, "bản cập nhật không có bản gốc" if orphan else "", draft_id


def author_of(claim: FeedClaim) -> Author:
    """A feed publishes in nobody's name."""
    return Author(person_id=None, provinces=(claim.province_code,), origin=Origin.UPSTREAM, demo=claim.demo)


async def complete(tx: Connection, claim: FeedClaim, content: AlertContent) -> bool:
    """Whether it could go out as it is, but for the second person."""
    try:
        new = cleaned(drafts.as_new(uuid7(), content, now()))
        await judge(tx, new, author_of(claim))
    except AlertUnusable:
        return False
    return True


async def publish_now(
    tx: Connection, claim: FeedClaim, content: AlertContent, *, settings: Settings
) -> UUID | None:
    """Publish what is whole and needs no second person; None: an officer must look."""
    if content.risk_level is None or await messages.needs_second_person(tx, content.risk_level):
        return None
    if not await complete(tx, claim, content):
        return None
    new = drafts.as_new(uuid7(), content, now())
    alert, _ = await put_out(tx, new, author_of(claim), settings=settings)
    return alert.id


async def drop_draft(tx: Connection, claim: FeedClaim, draft_id: UUID) -> bool:
    """Take a draft of this feed off the desk, if it is still there."""
    return await proposing.drop(
        tx, draft_id, province=claim.province_code, note="Nguồn đã có bản mới hoặc đã huỷ"
    )


async def take_end(
    tx: Connection, claim: FeedClaim, message: Message, parent: Seen | None, *, settings: Settings
) -> tuple[FeedOutcome, str, UUID | None]:
    """A sender ends their warning: its draft goes, what is out ends, or an officer is asked to end it."""
    if parent is None or parent.message_id is None:
        raise UnbelievedError(
            FeedOutcome.REFUSED, "huỷ một tin chưa nhận", sender=message.sender, identifier=message.identifier
        )
    if await drop_draft(tx, claim, parent.message_id):
        return FeedOutcome.DROPPED, "", parent.message_id
    standing = await proposing.newest_of(tx, parent.message_id, status=Status(message.status.lower()))
    if standing is None:
        return FeedOutcome.IGNORED, "cảnh báo đã kết thúc hoặc chưa phát", parent.message_id
    if claim.mode is FeedMode.PUBLISH:
        reason = message.content.description or f"{message.sender} đã huỷ cảnh báo này."
        await end(tx, standing.id, Cancellation(reason=reason[:2_000]), author_of(claim), settings=settings)
        return FeedOutcome.CANCELLED, "", standing.id
    await outbox.emit(tx, UpstreamEnded(alert_id=standing.id, source=claim.name), urgent=True)
    return FeedOutcome.CANCEL_ASKED, "", standing.id


async def forget_old(tx: Connection) -> None:
    """Each night: messages of feeds that nothing came of, when nobody will ask about them any more."""
    await store.forget_messages(tx, before=now() - KEPT)
