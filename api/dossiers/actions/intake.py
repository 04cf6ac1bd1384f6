"""The verb of a one-stop system: tell what happened to a dossier, safely again and again."""

from datetime import datetime
from uuid import UUID

import msgspec

from api.dossiers.actions.keys import Source
from api.dossiers.contracts import (
    AfterPause,
    DossierChange,
    DossierStateChanged,
    EventRow,
    Receipt,
    State,
    Verdict,
)
from api.dossiers.rules.flow import Step, Term, judge, stand, step_of
from api.dossiers.rules.proof import (
    EventIdReused,
    check_moment,
    clean_code,
    code_key,
    hash_last4,
    hash_phone,
    mobile_e164,
    phone_digits,
)
from api.dossiers.store import events as store
from api.dossiers.store import following
from api.kit import outbox
from api.kit.calendar import Period, Unit
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.holidays import read_calendar
from api.kit.ids import uuid7
from api.kit.settings import Settings
from api.kit.tokens import equal, keyed_hash


def digest_of(settings: Settings, code: str, change: DossierChange) -> str:
    """Tells a replay from another content. Keyed, because a phone number is part of it."""
    return keyed_hash(settings.secret_key, "dossier_event", code, msgspec.json.encode(change).decode())


async def tell_change(
    tx: Connection, raw_code: str, change: DossierChange, *, source: Source, settings: Settings
) -> tuple[Receipt, bool]:
    """Take one event; the receipt, and whether the dossier is new.

    The dossier's row is the lock: events of one dossier are taken one after the other, those of
    different dossiers side by side.
    """
    at = now()
    code = clean_code(raw_code)
    check_moment(change.occurred_at, at)
    phone = hash_change_phone(settings, source.system, code, change)
    digest = digest_of(settings, code, change)
    dossier_id, created = await store.hold_dossier(
        tx, system=source.system, code=code, code_key=code_key(code), change=change, at=at, demo=source.demo
    )
    if known := await store.find_event(tx, system=source.system, event_id=change.event_id):
        if not equal(known.digest, digest):
            raise EventIdReused
        await store.count_replay(tx, known.id, at=at)
        return await receipt(tx, dossier_id, known, replay=True), False
    states = await store.list_states(tx)
    counted = await store.list_events(tx, [dossier_id])
    event = judged(change, counted, states, dossier_id=dossier_id, digest=digest, at=at)
    if not await store.insert_event(tx, event, system=source.system):
        # Another dossier took this event id between our look and our write.
        raise EventIdReused
    if event.verdict is Verdict.HELD:
        return await receipt(tx, dossier_id, event), created
    if event.verdict is Verdict.APPLIED:
        await store.set_facts(tx, dossier_id, change, phone, at=at)
    else:
        await store.fill_facts(tx, dossier_id, change, phone)
    if change.applicant_phone and (mobile := mobile_e164(change.applicant_phone)):
        await following.follow_by_phone(tx, dossier_id, phone=mobile, at=at)
    ordered = sorted([*counted, event], key=lambda one: one.sequence)
    await recount(tx, dossier_id, [step_of(one) for one in ordered], states, settings)
    if event.verdict is Verdict.APPLIED and (not counted or counted[-1].state_code != event.state_code):
        await outbox.emit(tx, DossierStateChanged(dossier_id=dossier_id, dossier_event_id=event.id))
    return await receipt(tx, dossier_id, event), created


def hash_change_phone(settings: Settings, system: str, code: str, change: DossierChange) -> store.PhoneHashes:
    """The hashes of the applicant's number, if the source gave one."""
    if change.applicant_phone is None:
        return store.PhoneHashes()
    digits = phone_digits(change.applicant_phone)
    mobile = mobile_e164(change.applicant_phone)
    return store.PhoneHashes(
        phone=hash_phone(settings.secret_key, mobile) if mobile else None,
        last4=hash_last4(settings.secret_key, system=system, code=code, last4=digits[-4:]),
    )


def judged(
    change: DossierChange,
    counted: list[EventRow],
    states: dict[str, State],
    *,
    dossier_id: UUID,
    digest: str,
    at: datetime,
) -> EventRow:
    """The event with its verdict, ready to be kept."""
    step = Step(
        sequence=change.sequence,
        state_code=change.state_code,
        occurred_at=change.occurred_at,
        correction=change.correction,
    )
    judgement = judge([step_of(one) for one in counted], step, states)
    return EventRow(
        id=uuid7(),
        dossier_id=dossier_id,
        event_id=change.event_id,
        sequence=change.sequence,
        state_code=change.state_code,
        state_name=change.state_name,
        note=change.note,
        correction=change.correction,
        occurred_at=change.occurred_at,
        recorded_at=at,
        digest=digest,
        verdict=judgement.verdict,
        flags=judgement.flags,
    )


async def recount(
    tx: Connection, dossier_id: UUID, steps: list[Step], states: dict[str, State], settings: Settings
) -> None:
    """Let the dossier stand where its counted steps leave it."""
    row = await store.find_term(tx, dossier_id)
    term = None
    if row.amount is not None and row.unit is not None:
        period = Period(amount=row.amount, unit=Unit(row.unit))
        term = Term(period=period, after_pause=AfterPause(row.after_pause))
    scopes = [settings.province_code, *([row.agency_code] if row.agency_code else [])]
    standing = stand(steps, states, term, await read_calendar(tx, *scopes))
    await store.set_standing(tx, dossier_id, standing, sequence=steps[-1].sequence)


async def receipt(tx: Connection, dossier_id: UUID, event: EventRow, *, replay: bool = False) -> Receipt:
    """What the source is told."""
    current = await following.find_dossier(tx, dossier_id, person_id=None)
    assert current is not None  # noqa: S101  its row is held
    return Receipt(
        dossier_id=dossier_id,
        event_id=event.event_id,
        result=Verdict.DUPLICATE if replay else event.verdict,
        flags=event.flags,
        state_code=current.state_code,
        sequence=current.sequence,
        due_at=current.due_at,
    )
