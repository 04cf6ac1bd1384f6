"""Opening a sealed box: one person asks, another agrees, the two may read for a quarter of an hour."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.principal import Principal
from api.kit.settings import Settings
from api.kit.text import nfc
from api.kit.two_keys import open_box
from api.sealed import rules, store
from api.sealed.contracts import (
    Ask,
    HeldOpening,
    SealedBoxAsked,
    SealedBoxOpened,
    SealedCase,
    Sender,
)


class Inside(msgspec.Struct, frozen=True, kw_only=True):
    """What `api.reports` put into the box."""

    person_id: UUID | None
    contact_phone: str | None
    description: str | None
    lat: float
    lon: float
    accuracy_m: float | None
    happened_at: datetime
    received_at: datetime


async def browse(db: Connection, me: Principal, *, cursor: str | None, limit: int) -> Page[SealedCase]:
    """Sealed cases and every request to open one."""
    before = decode_cursor(cursor, tuple[int])[0] if cursor else None
    found = await store.list_cases(db, me, before=before, limit=limit + 1)
    more = len(found) > limit
    return Page(found[:limit], encode_cursor(found[limit - 1].number) if more else None)


async def show(db: Connection, report_id: UUID, me: Principal) -> SealedCase:
    """One sealed case."""
    found = await store.list_cases(db, me, before=None, limit=1, report_id=report_id)
    if not found:
        raise rules.SealedNotFound
    return found[0]


async def ask(tx: Connection, report_id: UUID, wanted: Ask, me: Principal) -> SealedCase:
    """Ask for a box to be opened; nothing is shown yet. Asked again with the same id, nothing changes."""
    at = now()
    is_new = await store.insert_opening(
        tx, wanted.id, report_id, reason=nfc(wanted.reason), me=me, at=at, ends_at=at + rules.TO_AGREE
    )
    if is_new:
        await outbox.emit(tx, SealedBoxAsked(opening_id=wanted.id))
    elif not await store.was_asked(tx, wanted.id, report_id, me=me):
        raise rules.SealedNotFound
    return await show(tx, report_id, me)


async def hold(tx: Connection, opening_id: UUID, me: Principal) -> HeldOpening:
    """The request, held."""
    opening = await store.hold_opening(tx, opening_id, me=me)
    if opening is None:
        raise rules.SealedNotFound
    return opening


async def agree(tx: Connection, opening_id: UUID, me: Principal) -> SealedCase:
    """The second person says yes: from now on the two may read, for a while."""
    opening, at = await hold(tx, opening_id, me), now()
    rules.check_second(opening, me)
    rules.check_waiting(opening, at)
    await store.set_agreed(tx, opening_id, by=me.person_id, at=at, ends_at=at + rules.TO_READ)
    await outbox.emit(tx, SealedBoxOpened(opening_id=opening_id))
    return await show(tx, opening.report_id, me)


async def refuse(tx: Connection, opening_id: UUID, me: Principal) -> SealedCase:
    """Any officer says no, or who asked takes it back."""
    opening, at = await hold(tx, opening_id, me), now()
    rules.check_waiting(opening, at)
    await store.set_refused(tx, opening_id, by=me.person_id, at=at)
    return await show(tx, opening.report_id, me)


async def read(tx: Connection, opening_id: UUID, me: Principal, *, settings: Settings) -> Sender:
    """What was in the box, for the two, while their window is open; each reading leaves a row."""
    opening, at = await hold(tx, opening_id, me), now()
    opened = open_box(settings, opening.report_id, rules.check_reader(opening, me, at))
    if opened is None:
        raise rules.SealedEmpty
    await store.insert_look(tx, opening_id, by=me.person_id, at=at)
    inside = msgspec.json.decode(opened, type=Inside)
    account = await store.find_account(tx, inside.person_id) if inside.person_id else None
    return Sender(
        name=account.name if account else None,
        phone=account.phone if account else None,
        contact_phone=inside.contact_phone,
        description=inside.description,
        lat=inside.lat,
        lon=inside.lon,
        accuracy_m=inside.accuracy_m,
        happened_at=inside.happened_at,
        received_at=inside.received_at,
        shown_until=opening.ends_at,
    )
