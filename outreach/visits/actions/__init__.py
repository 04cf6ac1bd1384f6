"""The volunteer's verb: bring home what the phone recorded, exactly once, each event by itself."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import TypeAlias
from uuid import UUID

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Principal
from outreach.visits import store
from outreach.visits.actions.taking import take_new
from outreach.visits.contracts import (
    EventResult,
    EventStatus,
    Install,
    InstallState,
    SyncAnswer,
    SyncBatch,
    WalkNeedsReview,
)
from outreach.visits.rules.judging import receipt
from outreach.visits.rules.packing import in_full, named, numbers_in
from outreach.visits.rules.proving import key_of
from outreach.visits.rules.reading import Entry
from outreach.visits.rules.reasons import NeverWalked, Refusal
from outreach.visits.rules.uploading import Upload
from outreach.visits.store import installs

Fold: TypeAlias = Callable[[Connection, Sequence[UUID], AbstractSet[str]], Awaitable[None]]
"""Brings the state of all slices up to these events of the log, inside the same transaction."""
STRANGER = "Mã máy này đang được dùng trên một điện thoại khác; ứng dụng sẽ nhận mã máy mới rồi gửi lại"
TAKEN = frozenset({EventStatus.ACCEPTED, EventStatus.DUPLICATE})
EDITS = frozenset({"household_changed", "household_removed", "household_restored", "adult_changed"})


async def sync(
    tx: Connection,
    batch: SyncBatch,
    *,
    by: Principal,
    secret: str,
    folds: Iterable[Fold],
    offset: timedelta | None = None,
) -> SyncAnswer:
    """Take a batch: nothing twice, nothing lost, one bad event never in another's way."""
    if not by.team_ids and not await installs.was_member(tx, by.person_id):
        raise NeverWalked
    upload = Upload(await spelt_out(tx, batch), actor=by.person_id, at=now(), offset=offset)
    batch = upload.batch
    phone = await installs.open_upload(
        tx,
        batch,
        person_id=by.person_id,
        at=upload.at,
        offset=upload.offset,
        numbered=upload.numbered(),
        events=upload.ids(),
        key=key_of(batch),
    )
    if phone.state == "stranger":
        return stranger(upload, secret)
    upload.read(upload.clock(phone.before))
    upload.recognise(phone.known)
    revoked_at = phone.state_at if phone.state == "revoked" else None
    counted = await take_new(tx, upload, revoked_at=revoked_at)
    if upload.waiting and counted:
        for row in (await store.find_known(tx, upload.waiting)).values():
            upload.stand_as(row)
    await bring_up(tx, upload, counted, folds)
    if upload.quarantine:
        columns = list(zip(*upload.quarantine, strict=True))
        await store.insert_quarantine(
            tx,
            install_id=batch.install_id,
            actor=by.person_id,
            at=upload.at,
            offset=upload.offset,
            columns=columns,
        )
    results = upload.finish()
    await ask_review(tx, batch.install_id, results, by=by)
    cloned = phone.state == "cloned" or any(result.reason_code == "seq_taken" for result in results)
    state: InstallState = "cloned" if cloned else "revoked" if phone.state == "revoked" else "active"
    return SyncAnswer(
        server_time=upload.at,
        results=[result for result in results if result.status not in TAKEN] if batch.brief else results,
        receipt=receipt(secret, install_id=batch.install_id, seq=phone.reached, head=phone.head),
        install=Install(state=state, wipe=phone.wipe, reason=phone.reason, missing=phone.missing),
        accepted_seqs=upload.taken_seqs(results) if batch.brief else None,
    )


async def spelt_out(tx: Connection, batch: SyncBatch) -> SyncBatch:
    """The same upload with every event in full, and ids where the phone used short numbers."""
    batch = in_full(batch)
    homes, adults = numbers_in(batch.events)
    if homes or adults:
        named(batch.events, *await installs.find_numbered(tx, homes=homes, adults=adults))
    return batch


async def bring_up(tx: Connection, upload: Upload, counted: Sequence[Entry], folds: Iterable[Fold]) -> None:
    """Fold what counts from now on, and say which edits met others."""
    if not counted:
        return
    ids, types = [entry.event_id for entry in counted], {entry.type.value for entry in counted}
    for fold in folds:
        await fold(tx, ids, types)
    if types & EDITS:
        upload.note_conflicts(await store.list_conflicts_of(tx, ids))


def stranger(upload: Upload, secret: str) -> SyncAnswer:
    """Nothing is taken under a number that is another phone's; the app takes a new one and sends again."""
    for place, name in enumerate(upload.names):
        upload.answer(place, name, EventStatus.CONFLICT, Refusal("seq_taken"))
    return SyncAnswer(
        server_time=upload.at,
        results=upload.finish(),
        receipt=receipt(secret, install_id=upload.batch.install_id, seq=0, head=b""),
        install=Install(state="cloned", reason=STRANGER, missing=[]),
    )


async def ask_review(
    tx: Connection, install_id: UUID, results: Sequence[EventResult], *, by: Principal
) -> None:
    """Cause a message to the volunteer when something they recorded was not taken."""
    rejected = sum(result.status is EventStatus.REJECTED for result in results)
    conflicts = sum(result.status is EventStatus.CONFLICT and result.conflict is None for result in results)
    if rejected or conflicts:
        event = WalkNeedsReview(
            person_id=by.person_id, install_id=install_id, rejected=rejected, conflicts=conflicts
        )
        await outbox.emit(tx, event)
