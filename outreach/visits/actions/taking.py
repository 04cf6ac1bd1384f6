"""Taking events into the log: judged, logged, held or put aside, each by itself."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec

from api.kit.db import Connection
from outreach.visits import store
from outreach.visits.contracts import BODIES, EventStatus, EventType, TimeQuality, VisitLogged
from outreach.visits.contracts.reshaping import HouseholdMoved
from outreach.visits.rules.judging import (
    Awaits,
    Facts,
    Held,
    SortedOut,
    Verdict,
    judge_all,
    learn,
    speaks_of_unknown,
)
from outreach.visits.rules.naming import adults_in, earlier_in, households_in, is_creation, subject_of
from outreach.visits.rules.reading import Entry
from outreach.visits.rules.reasons import Refusal
from outreach.visits.rules.uploading import Upload
from outreach.visits.store import installs, reviewing

EVER = datetime.min.replace(tzinfo=UTC)


async def take_new(
    tx: Connection,
    upload: Upload,
    *,
    decided: bool = False,
    office: bool = False,
    revoked_at: datetime | None = None,
) -> list[Entry]:
    """Log the events that are new and allowed; returns those that count from now on.

    `decided`: a person has said yes to what otherwise would wait for one. `office`: a route has let its author in.
    """
    entries = list(upload.candidates.values())
    if not entries:
        return []
    asking = None if decided else upload.at
    facts = await load_facts(tx, entries, at=asking, revoked_at=revoked_at)
    if office:
        let_in(facts, entries)
    created = {subject_of(entry.body) for entry in entries if is_creation(entry.body)}
    if any(speaks_of_unknown(entry.body, facts, created) for entry in entries):
        await store.stop_creations(tx)
        facts = await load_facts(tx, entries, at=asking, revoked_at=revoked_at)
    elif created:
        await store.let_create(tx)
    verdicts = judge_all(entries, facts)
    await put_aside(tx, upload, verdicts)
    loggable = [entry for entry in entries if not isinstance(verdicts[entry.event_id], Refusal | Awaits)]
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


def let_in(facts: Facts, entries: Sequence[Entry]) -> None:
    """As if their authors always walked for the teams they speak for."""
    for entry in entries:
        facts.members[entry.actor, entry.body.team_id] = [(EVER, None)]


async def put_aside(tx: Connection, upload: Upload, verdicts: dict[UUID, Verdict]) -> None:
    """Say no to what is refused; keep what a person decides about, unless they have said no to it before."""
    waiting = [event_id for event_id, verdict in verdicts.items() if isinstance(verdict, Awaits)]
    refused = await reviewing.find_refused(tx, waiting) if waiting else frozenset()
    for event_id, verdict in verdicts.items():
        place = upload.places[event_id]
        if event_id in refused:
            upload.answer(place, str(event_id), EventStatus.REJECTED, Refusal("refused_by_leader"))
        elif isinstance(verdict, Awaits):
            upload.let_wait(place, until=verdict.until)
        elif isinstance(verdict, Refusal):
            upload.refuse(place, verdict)


async def log(tx: Connection, upload: Upload, entries: Sequence[Entry]) -> set[UUID]:
    """Insert into the log; answers those that found their id, number or subject taken."""
    if not entries:
        return set()
    columns = list(zip(*[log_row(entry) for entry in entries], strict=True))
    logged = await store.insert_events(
        tx,
        install_id=upload.install_id,
        received_at=upload.at,
        actor=upload.actor,
        columns=columns,
    )
    lost = [entry for entry in entries if entry.event_id not in logged]
    if lost:
        upload.recognise(await store.find_known(tx, [entry.event_id for entry in lost]))
        taken = await store.find_taken_seqs(
            tx, upload.batch.install_id, seqs=[entry.seq or 0 for entry in lost]
        )
        if taken:
            await installs.mark_cloned(tx, upload.batch.install_id, at=upload.at)
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
        entry.plain.decode(),
        entry.sha256,
        entry.device_time,
        entry.corrected_at,
        entry.earliest_at,
        entry.time_quality.value,
        entry.latest_at,
        entry.session_id,
        entry.device_mono,
        entry.base_version,
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


async def load_facts(
    tx: Connection,
    entries: Sequence[Entry],
    *,
    also: Sequence[Entry] = (),
    at: datetime | None = None,
    revoked_at: datetime | None = None,
) -> Facts:
    """What judging these needs to know; `also` are creations that count but are not folded yet."""
    bodies = [entry.body for entry in entries]
    facts = Facts(members={}, areas={}, households={}, adults={}, at=at, revoked_at=revoked_at)
    rows = await store.find_facts(
        tx,
        people=list({entry.actor for entry in entries}),
        teams=list({body.team_id for body in bodies}),
        households=list({home for entry in (*entries, *also) for home in households_in(entry.body)}),
        adults=list({adult for body in bodies for adult in adults_in(body)}),
    )
    remember(facts, rows)
    if earlier := list({visit for body in bodies for visit in earlier_in(body)}):
        remember(facts, await store.find_earlier(tx, earlier))
    if homes := list({home for home in facts.adults.values() if home not in facts.households}):
        remember(facts, await store.find_homes(tx, homes))
    draws = [body.audit_draw_id for body in bodies if isinstance(body, VisitLogged) and body.audit_draw_id]
    if draws:
        facts.draws.update(await store.find_draws(tx, draws))
    towards = [body.hamlet_id for body in bodies if isinstance(body, HouseholdMoved)]
    if towards:
        facts.hamlets.update(await store.find_hamlets(tx, towards))
    for entry in also:
        learn(entry, facts)
    return facts


def remember(facts: Facts, rows: Sequence[store.Fact]) -> None:  # noqa: C901  a branch for each kind of row
    """Each row where judging looks for it."""
    for kind, one, two, three, since, until in rows:
        if kind == "adult":
            facts.adults[one] = two
            if three is not None:
                facts.stays.setdefault(one, set()).add(three)
            if since is not None:
                facts.withdrawn.add(one)
        elif kind == "household":
            facts.households[one] = two
            if three is not None:
                facts.roots[one] = three
        elif kind == "place":
            facts.places.setdefault(one, set()).add(two)
        elif kind == "earlier":
            facts.earlier[one] = two
            if three is not None and since is not None:
                facts.authors[one] = (three, since)
        elif since is not None:
            dated = facts.members if kind == "member" else facts.areas
            dated.setdefault((one, two), []).append((since, until))


def entry_of(row: store.Freed) -> Entry:
    """A logged event, to be judged as on its first day."""
    kind = EventType(row.type)
    return Entry(
        event_id=row.event_id,
        seq=row.seq,
        type=kind,
        schema_version=row.schema_version,
        body=msgspec.convert(row.body, BODIES[kind]),
        plain=b"",
        sha256=row.sha256,
        device_time=row.device_time,
        corrected_at=row.corrected_at,
        earliest_at=row.earliest_at,
        latest_at=row.latest_at,
        time_quality=TimeQuality(row.time_quality),
        actor=row.actor,
    )
