"""Taking a second factor away from who lost app and paper: by another administrator, or by the operator at the machine."""

from datetime import datetime
from uuid import UUID

from api.identity import rules
from api.identity.contracts import SecondFactorReset, SecondFactorTaken
from api.identity.store import find_person_by_phone
from api.identity.store import resetting as store
from api.identity.store.second_factor import delete_factor
from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.errors import FieldError, Invalid
from api.kit.ids import uuid7
from api.kit.pages import Page, decode_cursor, encode_cursor
from api.kit.phones import e164
from api.kit.principal import Principal
from api.kit.text import nfc

AT_THE_MACHINE = "Đã gặp mặt, đặt lại tại máy chủ"


async def reset_second_factor(
    tx: Connection, me: Principal, person_id: UUID, reason: str
) -> SecondFactorReset:
    """Another's second factor goes; they are signed out everywhere and told. They enrol anew at the next sign-in.

    Nobody resets their own: a stolen session of an administrator must not outlive the administrator's app.
    """
    if person_id == me.person_id:
        raise rules.OwnSecondFactor
    said = nfc(reason)
    if not said:
        raise Invalid(errors=[FieldError(field="reason", message="Hãy ghi lý do")])
    reset_id = await take_away(tx, person_id, by=me.person_id, reason=said)
    found = reset_id and await find_reset(tx, reset_id)
    if not found:
        raise rules.NoSecondFactor
    return found


async def forget_second_factor(tx: Connection, phone: str) -> bool:
    """At the machine, for who lost phone and paper and was recognised in person; False when there was none."""
    person_id = await find_person_by_phone(tx, e164(phone))
    if person_id is None:
        return False
    return await take_away(tx, person_id, by=None, reason=AT_THE_MACHINE) is not None


async def take_away(tx: Connection, person_id: UUID, *, by: UUID | None, reason: str) -> UUID | None:
    """Delete, sign out, write down, and have it told; None when there is nothing to take."""
    if not await delete_factor(tx, person_id):
        return None
    at, reset_id = now(), uuid7()
    await store.close_all(tx, person_id, at)
    await store.insert_reset(tx, reset_id, person_id=person_id, by=by, at=at, reason=reason)
    await outbox.emit(tx, SecondFactorTaken(reset_id=reset_id), urgent=True)
    return reset_id


async def find_reset(db: Connection, reset_id: UUID) -> SecondFactorReset | None:
    """One of them, for the job that tells of it."""
    found = await store.list_resets(db, reset_id=reset_id)
    return found[0] if found else None


async def list_resets(db: Connection, *, cursor: str | None, limit: int) -> Page[SecondFactorReset]:
    """What was taken away, newest first."""
    after = decode_cursor(cursor, tuple[datetime, UUID]) if cursor else None
    found = await store.list_resets(db, after=after, limit=limit + 1)
    items = found[:limit]
    return Page(items, encode_cursor(items[-1].reset_at, items[-1].id) if len(found) > limit else None)
