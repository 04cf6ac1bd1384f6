"""Publishing, replacing and cancelling warnings."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from api.alerts import store
from api.alerts.actions.reading import as_cap, show
from api.alerts.contracts import (
    Alert,
    AlertCommune,
    AlertPublished,
    Area,
    Cancellation,
    DrawnArea,
    MessageType,
    NewAlert,
    Origin,
    TouchedArea,
)
from api.alerts.rules import area, checking, problems, publishing
from api.kit import outbox
from api.kit.clock import now, vn_date
from api.kit.db import Connection
from api.kit.errors import NotAllowed
from api.kit.ids import uuid7
from api.kit.principal import Principal
from api.kit.settings import Settings


class UnsoundCapError(RuntimeError):
    """Our own document failed our own checker: a defect, and nothing was published."""


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """In whose name a message goes out: an officer (a machine: nobody), and the second person who said yes."""

    person_id: UUID | None
    provinces: tuple[str, ...]
    origin: Origin = Origin.OFFICER
    approved_by: UUID | None = None
    demo: bool = False


def officer_of(me: Principal, *, demo: bool = False) -> Author:
    """The officer who asks."""
    return Author(person_id=me.person_id, provinces=me.province_codes, demo=demo or me.demo)


async def publish(
    tx: Connection, new: NewAlert, me: Principal, *, settings: Settings, demo: bool = False
) -> tuple[Alert, bool]:
    """Publish a warning one officer may publish, or a new version of one; a resend gets the first answer."""
    return await put_out(tx, new, officer_of(me, demo=demo), settings=settings)


async def put_out(tx: Connection, new: NewAlert, author: Author, *, settings: Settings) -> tuple[Alert, bool]:
    """Publish in somebody's name; a level that needs a second person goes out only with their yes."""
    at = now().replace(microsecond=0)
    new = publishing.cleaned(new)
    content = publishing.content_hash(settings.secret_key, new)
    if await is_resend(tx, new.id, content):
        return await show(tx, new.id), False
    if author.approved_by is None and await store.needs_second_person(tx, new.risk_level):
        raise problems.SecondPersonNeeded
    judged = await judge(tx, new, author)
    is_new = await send(
        tx, new, author, settings=settings, province=judged.province, chain_id=judged.chain_id,
        msg_type=judged.msg_type, content=content, at=at, communes=judged.communes,
    )  # fmt: skip
    return await show(tx, new.id), is_new


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What a warning that may go out is for, and its place in a chain."""

    province: str
    communes: list[int]
    chain_id: UUID
    msg_type: MessageType


async def judge(tx: Connection, new: NewAlert, author: Author) -> Judged:
    """Refuse what must not go out; the message it replaces is held."""
    at = now().replace(microsecond=0)
    publishing.check_new(new, at)
    if not await store.has_hazard(tx, new.hazard):
        raise problems.unusable(field="hazard", message="Không có loại thiên tai này")
    province, communes = publishing.check_area(
        new,
        await store.list_areas(tx, new.commune_codes, on=vn_date(at)),
        await touched_by(tx, new, author.provinces, on=vn_date(at)),
        author.provinces,
    )
    if new.replaces is None:
        return Judged(province=province, communes=communes, chain_id=new.id, msg_type=MessageType.ALERT)
    old = await held_newest(tx, new.replaces, author)
    publishing.check_status(new, old.status)
    return Judged(province=province, communes=communes, chain_id=old.chain_id, msg_type=MessageType.UPDATE)


async def touched_by(
    tx: Connection, drawn: NewAlert | DrawnArea, provinces: tuple[str, ...], *, on: date
) -> list[Area]:
    """The communes of these provinces that a (sound) drawn area touches."""
    if not (drawn.polygons or drawn.circles):
        return []
    box = area.box_of(drawn.polygons, drawn.circles)
    around = await store.list_areas_around(tx, box, provinces=provinces, on=on)
    return area.touched(drawn.polygons, drawn.circles, around)


async def look_at(db: Connection, drawn: DrawnArea, me: Principal) -> TouchedArea:
    """Which communes a drawn area would be for: to be looked at before it is used."""
    area.check_drawn(drawn.polygons, drawn.circles)
    found = await touched_by(db, drawn, me.province_codes, on=vn_date(now()))
    return TouchedArea(
        communes=[AlertCommune(code=one.code, name=one.name, lat=one.lat, lon=one.lon) for one in found],
        method="boundary" if found and all(one.shape is not None for one in found) else "centroid",
    )


async def cancel(
    tx: Connection, alert_id: UUID, why: Cancellation, me: Principal, *, settings: Settings
) -> Alert:
    """End a warning early; cancelling twice is cancelling once."""
    return await end(tx, alert_id, why, officer_of(me), settings=settings)


async def end(
    tx: Connection, alert_id: UUID, why: Cancellation, author: Author, *, settings: Settings
) -> Alert:
    """End a warning in somebody's name; one person may, so that a false one is over at once."""
    at = now().replace(microsecond=0)
    if not await store.hold_alert(tx, alert_id, provinces=author.provinces):
        await show(tx, alert_id)  # unknown: 404
        raise NotAllowed
    old = await show(tx, alert_id)
    if old.cancelled_at is not None:
        return old
    if old.replaced_by is not None or old.msg_type is MessageType.CANCEL:
        raise problems.AlertReplaced
    last = NewAlert(
        id=uuid7(),
        hazard=old.hazard,
        risk_level=old.risk_level,
        urgency=old.urgency,
        certainty=old.certainty,
        headline=f"Huỷ cảnh báo: {old.headline}"[:160],
        description=publishing.lines(why.reason) or "Không còn nguy hiểm.",
        polygons=old.polygons,
        circles=old.circles,
        effective_at=at,
        expires_at=max(old.expires_at, at + publishing.CANCEL_SHOWN),
        status=old.status,
        replaces=old.id,
    )
    await send(
        tx, last, author, settings=settings, province=old.province_code, chain_id=old.chain_id,
        msg_type=MessageType.CANCEL, content=publishing.content_hash(settings.secret_key, last),
        at=at, communes=None,
    )  # fmt: skip
    return await show(tx, alert_id)


async def send(
    tx: Connection,
    new: NewAlert,
    author: Author,
    *,
    settings: Settings,
    province: str,
    chain_id: UUID,
    msg_type: MessageType,
    content: str,
    at: datetime,
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
        published_by=author.person_id,
        at=at,
        demo=author.demo,
        origin=author.origin,
        approved_by=author.approved_by,
    )
    if not is_new:  # the id or the place in the chain was taken a moment ago
        if new.replaces is None and not await is_resend(tx, new.id, content):
            raise problems.AlertIdTaken
        if new.replaces is not None:
            raise problems.AlertReplaced
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
        raise problems.AlertIdTaken
    return kept is not None


async def held_newest(tx: Connection, alert_id: UUID, author: Author) -> Alert:
    """The message to replace, held; it must be this officer's and the newest of its chain."""
    if not await store.hold_alert(tx, alert_id, provinces=author.provinces):
        raise problems.unusable(
            field="replaces", message="Không có cảnh báo này trong tỉnh, thành phố của bạn"
        )
    old = await show(tx, alert_id)
    if old.replaced_by is not None or old.msg_type is MessageType.CANCEL:
        raise problems.AlertReplaced
    return old
