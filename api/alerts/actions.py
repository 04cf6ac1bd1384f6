"""Publishing, replacing and cancelling warnings; reading them in every form."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.alerts import store
from api.alerts.contracts import (
    Alert,
    AlertPublished,
    Cancellation,
    MessageType,
    NewAlert,
    Recipient,
)
from api.alerts.rules import checking, publishing
from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.ids import uuid7
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.settings import Settings

FEED_LENGTH = 50
TOLD_AT_ONCE = 500


class UnsoundCapError(RuntimeError):
    """Our own document failed our own checker: a defect, and nothing was published."""


async def publish(
    tx: Connection, new: NewAlert, me: Principal, *, settings: Settings, demo: bool = False
) -> tuple[Alert, bool]:
    """Publish a warning, or a new version of one; a resend gets the first answer."""
    at = now().replace(microsecond=0)
    new = publishing.cleaned(new)
    content = publishing.content_hash(settings.secret_key, new)
    if await is_resend(tx, new.id, content):
        return await show(tx, new.id), False
    publishing.check_new(new, at)
    if not await store.has_hazard(tx, new.hazard):
        raise publishing.unusable(field="hazard", message="Không có loại thiên tai này")
    areas = await store.list_areas(tx, new.commune_codes, on=vn_date(at))
    province, communes = publishing.check_area(new, areas, me.province_codes)
    chain_id, msg_type = new.id, MessageType.ALERT
    if new.replaces is not None:
        chain_id = (await held_newest(tx, new.replaces, me)).chain_id
        msg_type = MessageType.UPDATE
    is_new = await send(
        tx, new, me, settings=settings, province=province, chain_id=chain_id, msg_type=msg_type,
        content=content, at=at, demo=demo or me.demo, communes=communes,
    )  # fmt: skip
    return await show(tx, new.id), is_new


async def cancel(
    tx: Connection, alert_id: UUID, why: Cancellation, me: Principal, *, settings: Settings
) -> Alert:
    """End a warning early; cancelling twice is cancelling once."""
    at = now().replace(microsecond=0)
    if not await store.hold_alert(tx, alert_id, provinces=me.province_codes):
        await show(tx, alert_id)  # unknown: 404
        raise NotAllowed
    old = await show(tx, alert_id)
    if old.cancelled_at is not None:
        return old
    if old.replaced_by is not None or old.msg_type is MessageType.CANCEL:
        raise publishing.AlertReplaced
    end = NewAlert(
        id=uuid7(),
        hazard=old.hazard,
        risk_level=old.risk_level,
        urgency=old.urgency,
        certainty=old.certainty,
        headline=f"Huỷ cảnh báo: {old.headline}"[:160],
        description=publishing.lines(why.reason) or "Không còn nguy hiểm.",
        commune_codes=[],
        effective_at=at,
        expires_at=max(old.expires_at, at + publishing.CANCEL_SHOWN),
        status=old.status,
        replaces=old.id,
    )
    await send(
        tx, end, me, settings=settings, province=old.province_code, chain_id=old.chain_id,
        msg_type=MessageType.CANCEL, content=publishing.content_hash(settings.secret_key, end),
        at=at, demo=me.demo, communes=None,
    )  # fmt: skip
    return await show(tx, alert_id)


async def send(
    tx: Connection,
    new: NewAlert,
    me: Principal,
    *,
    settings: Settings,
    province: str,
    chain_id: UUID,
    msg_type: MessageType,
    content: str,
    at: datetime,
    demo: bool,
    communes: list[int] | None,
) -> bool:
    """Keep one message of a chain, prove its CAP form, have people told; False for a resend."""
    is_new = await store.insert_alert(
        tx,
        new,
        msg_type=msg_type,
        content_hash=content,
        identifier=publishing.identifier_of(province, at, new.id),
        sender=publishing.sender_of(settings.public_url),
        sender_name=await store.find_province_name(tx, province, on=vn_date(at)) or province,
        province=province,
        chain_id=chain_id,
        published_by=me.person_id,
        at=at,
        demo=demo,
    )
    if not is_new:  # the id or the place in the chain was taken a moment ago
        if new.replaces is None and not await is_resend(tx, new.id, content):
            raise publishing.AlertIdTaken
        if new.replaces is not None:
            raise publishing.AlertReplaced
        return False
    if communes is not None:
        await store.insert_areas(tx, new.id, communes)
    elif new.replaces is not None:
        await store.copy_areas(tx, new.id, of=new.replaces)
    if faults := checking.cap_faults(await as_cap(tx, new.id, settings=settings)):
        raise UnsoundCapError("; ".join(faults))
    await outbox.emit(tx, AlertPublished(alert_id=new.id), urgent=True)
    return True


async def is_resend(tx: Connection, alert_id: UUID, content: str) -> bool:
    """Whether this very message is there; the same id with other content is refused."""
    kept = await store.find_hash(tx, alert_id)
    if kept is not None and kept != content:
        raise publishing.AlertIdTaken
    return kept is not None


async def held_newest(tx: Connection, alert_id: UUID, me: Principal) -> Alert:
    """The message to replace, held; it must be this officer's and the newest of its chain."""
    if not await store.hold_alert(tx, alert_id, provinces=me.province_codes):
        raise publishing.unusable(
            field="replaces", message="Không có cảnh báo này trong tỉnh, thành phố của bạn"
        )
    old = await show(tx, alert_id)
    if old.replaced_by is not None or old.msg_type is MessageType.CANCEL:
        raise publishing.AlertReplaced
    return old


async def show(db: Connection, alert_id: UUID) -> Alert:
    """One message."""
    found = await store.find_alert(db, alert_id, at=now())
    if found is None:
        raise publishing.AlertNotFound
    return found


async def browse(
    db: Connection, *, commune: str | None, active: bool | None, cursor: str | None, limit: int
) -> Page[Alert]:
    """Warnings, newest first."""
    before = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    found = await store.list_alerts(
        db, commune=commune, active=active, before=before, limit=limit + 1, at=now()
    )
    last = found[limit - 1] if len(found) > limit else None
    return Page(found[:limit], encode_cursor(last.sent_at, last.id) if last else None)


async def as_cap(db: Connection, alert_id: UUID, *, settings: Settings) -> bytes:
    """The CAP 1.2 document of one message."""
    alert = await show(db, alert_id)
    references = await store.list_references(db, alert_id)
    return publishing.as_cap(alert, references, settings.public_url)


async def as_feed(db: Connection, *, settings: Settings) -> bytes:
    """The Atom feed of the newest messages, cancellations too."""
    found = await store.list_alerts(db, cancels_too=True, limit=FEED_LENGTH, at=now())
    return publishing.as_atom(found, settings.public_url, publishing.FEED_BEGINS)


async def next_to_tell(tx: Connection, event: AlertPublished) -> list[Recipient]:
    """The next people to tell, recorded; when there may be more, the event goes on from the last."""
    people = await store.list_recipients(tx, event.alert_id, after=event.after, limit=TOLD_AT_ONCE)
    await store.insert_deliveries(tx, event.alert_id, people, at=now())
    if len(people) == TOLD_AT_ONCE:
        goes_on = msgspec.structs.replace(event, after=people[-1].person_id)
        await outbox.emit(tx, goes_on, urgent=True)
    return people
