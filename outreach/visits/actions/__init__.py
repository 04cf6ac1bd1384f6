"""The volunteer's verb: bring home what the phone recorded, exactly once, each event by itself."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias
from uuid import UUID

import msgspec

from api.kit import outbox
from api.kit.clock import now
from api.kit.db import Connection
from api.kit.principal import Principal
from outreach.visits import store
from outreach.visits.contracts import (
    BODIES,
    EventResult,
    EventStatus,
    EventType,
    SyncAnswer,
    SyncBatch,
    TimeQuality,
    WalkNeedsReview,
)
from outreach.visits.rules.judging import (
    Facts,
    Held,
    SortedOut,
    Verdict,
    judge_all,
    learn,
    receipt,
    speaks_of_unknown,
)
from outreach.visits.rules.naming import adults_in, earlier_in, households_in, is_creation, subject_of
from outreach.visits.rules.reading import Entry
from outreach.visits.rules.reasons import Refusal
from outreach.visits.rules.uploading import Upload, seq_in

Fold: TypeAlias = Callable[[Connection, Sequence[UUID], AbstractSet[str]], Awaitable[None]]
"""Brings the state of all slices up to these events of the log, inside the same transaction."""


async def sync(
    tx: Connection, batch: SyncBatch, *, by: Principal, secret: str, folds: Iterable[Fold]
) -> SyncAnswer:
    """Take a batch: nothing twice, nothing lost, one bad event never in another's way."""
    upload = Upload(batch, actor=by.person_id, at=now())
    reached, known = await store.open_upload(
        tx,
        batch.install_id,
        person_id=by.person_id,
        at=upload.at,
        offset=upload.offset,
        seqs=[seq for seq in map(seq_in, batch.events) if seq is not None],
        events=list(upload.candidates),
    )
    upload.recognise(known)
    counted = await take_new(tx, upload)
    if upload.waiting and counted:
        for row in (await store.find_known(tx, upload.waiting)).values():
            upload.stand_as(row)
    if counted:
        for fold in folds:
            await fold(tx, [entry.event_id for entry in counted], {entry.type.value for entry in counted})
    if upload.quarantine:
        columns = list(zip(*upload.quarantine, strict=True))
        await store.insert_quarantine(
            tx, install_id=batch.install_id, actor=by.person_id, at=upload.at, columns=columns
        )
    results = upload.finish()
    await ask_review(tx, batch.install_id, results, by=by)
    return SyncAnswer(
        server_time=upload.at,
        results=results,
        receipt=receipt(secret, install_id=batch.install_id, seq=reached),
    )


async def take_new(tx: Connection, upload: Upload) -> list[Entry]:
    """Log the events that are new and allowed; returns those that count from now on."""
    entries = list(upload.candidates.values())
    if not entries:
        return []
    facts = await load_facts(tx, entries)
    created = {subject_of(entry.body) for entry in entries if is_creation(entry.body)}
    if any(speaks_of_unknown(entry.body, facts, created) for entry in entries):
        await store.stop_creations(tx)
        facts = await load_facts(tx, entries)
    elif created:
        await store.let_create(tx)
    verdicts = judge_all(entries, facts)
    loggable = [entry for entry in entries if not isinstance(verdicts[entry.event_id], Refusal)]
    for entry in entries:
        why = verdicts[entry.event_id]
        if isinstance(why, Refusal):
            upload.refuse(upload.places[entry.event_id], why)
    logged = await log(tx, upload, loggable)
    if any(is_creation(entry.body) and entry.event_id not in logged for entry in loggable):
        # A creation lost its id, number or subject to another event: judge again without it.
        loggable = [entry for entry in loggable if entry.event_id in logged]
        verdicts = judge_all(loggable, await load_facts(tx, loggable))
        if any(isinstance(verdict, Held) for verdict in verdicts.values()):
            await store.stop_creations(tx)
            verdicts = judge_all(loggable, await load_facts(tx, loggable))
    counted = [entry for entry in loggable if entry.event_id in logged]
    return await stand(tx, upload, counted, verdicts)


async def log(tx: Connection, upload: Upload, entries: Sequence[Entry]) -> set[UUID]:
    """Insert into the log; answers those that found their id, number or subject taken."""
    if not entries:
        return set()
    columns = list(zip(*[log_row(entry) for entry in entries], strict=True))
    logged = await store.insert_events(
        tx,
        install_id=upload.batch.install_id,
        received_at=upload.at,
        actor=upload.actor,
        columns=columns,
    )
    lost = [entry for entry in entries if entry.event_id not in logged]
    if lost:
        upload.recognise(await store.find_known(tx, [entry.event_id for entry in lost]))
        taken = await store.find_taken_seqs(tx, upload.batch.install_id, seqs=[entry.seq for entry in lost])
        for entry in lost:
            if entry.event_id in upload.candidates:
                code = "seq_taken" if entry.seq in taken else "subject_taken"
                upload.refuse(upload.places[entry.event_id], Refusal(code), EventStatus.CONFLICT)
    return logged


def log_row(entry: Entry) -> tuple[Any, ...]:
    """The columns of one event, in the order of INSERT_EVENTS."""
    return (
        entry.event_id,
        entry.seq,
        entry.type.value,
        entry.schema_version,
        subject_of(entry.body),
        entry.body.team_id,
        msgspec.json.encode(entry.content).decode(),
        entry.sha256,
        entry.device_time,
        entry.corrected_at,
        entry.earliest_at,
        entry.time_quality.value,
    )


async def stand(
    tx: Connection, upload: Upload, entries: Sequence[Entry], verdicts: dict[UUID, Verdict]
) -> list[Entry]:
    """Write who waits, release who waited, write who is refused; returns the events that count."""
    sorted_out = SortedOut(entries, verdicts)
    if sorted_out.holds:
        await store.insert_holds(tx, sorted_out.holds)
    refusals, counted, known = sorted_out.refusals, sorted_out.counted, sorted_out.counted
    while known_subjects := [subject_of(entry.body) for entry in known if is_creation(entry.body)]:
        freed = [entry_of(row) for row in await store.release(tx, known_subjects)]
        facts = await load_facts(tx, freed, also=counted)
        later = judge_all(freed, facts)
        verdicts = {**verdicts, **later}
        sorted_out = SortedOut(freed, later)
        if sorted_out.holds:
            await store.insert_holds(tx, sorted_out.holds)
        refusals, known = refusals + sorted_out.refusals, sorted_out.counted
        counted = counted + known
    if refusals:
        await store.insert_refusals(tx, refusals, at=upload.at)
    for entry in entries:
        upload.settle(entry, verdicts[entry.event_id])
    return counted


async def load_facts(tx: Connection, entries: Sequence[Entry], *, also: Sequence[Entry] = ()) -> Facts:
    """What judging these needs to know; `also` are creations that count but are not folded yet."""
    bodies = [entry.body for entry in entries]
    rows = await store.find_facts(
        tx,
        people=list({entry.actor for entry in entries}),
        teams=list({body.team_id for body in bodies}),
        households=list({home for entry in (*entries, *also) for home in households_in(entry.body)}),
        adults=list({adult for body in bodies for adult in adults_in(body)}),
        earlier=list({visit for body in bodies for visit in earlier_in(body)}),
    )
    facts = Facts(members={}, areas={}, households={}, adults={})
    plain = {
        "household": facts.households,
        "adult": facts.adults,
        "root": facts.roots,
        "earlier": facts.earlier,
    }
    for row in rows:
        if row.kind == "stay":
            facts.stays.setdefault(row.one, set()).add(row.two)
        elif row.since is None:
            plain[row.kind][row.one] = row.two
        else:
            dated = facts.members if row.kind == "member" else facts.areas
            dated.setdefault((row.one, row.two), []).append((row.since, row.until))
    for entry in also:
        learn(entry.body, facts)
    return facts


def entry_of(row: store.Freed) -> Entry:
    """A logged event, to be judged as on its first day."""
    kind = EventType(row.type)
    return Entry(
        event_id=row.event_id,
        seq=row.seq,
        type=kind,
        schema_version=row.schema_version,
        body=msgspec.convert(row.body, BODIES[kind]),
        content=row.body,
        sha256=row.sha256,
        device_time=row.device_time,
        corrected_at=row.corrected_at,
        earliest_at=row.earliest_at,
        time_quality=TimeQuality(row.time_quality),
        actor=row.actor,
    )


async def ask_review(
    tx: Connection, install_id: UUID, results: Sequence[EventResult], *, by: Principal
) -> None:
    """Cause a message to the volunteer when something they recorded was not taken."""
    rejected = sum(result.status is EventStatus.REJECTED for result in results)
    conflicts = sum(result.status is EventStatus.CONFLICT for result in results)
    if rejected or conflicts:
        event = WalkNeedsReview(
            person_id=by.person_id, install_id=install_id, rejected=rejected, conflicts=conflicts
        )
        await outbox.emit(tx, event)
