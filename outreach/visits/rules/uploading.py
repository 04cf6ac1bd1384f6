"""One upload on its way: what each place in the batch was, and what became of it. Pure."""

import contextlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

import msgspec

from outreach.visits.contracts import (
    SEQ_MAX,
    Conflict,
    EventResult,
    EventStatus,
    FieldConflict,
    Known,
    Met,
    SyncBatch,
)
from outreach.visits.rules.judging import Held, Verdict
from outreach.visits.rules.reading import Entry, raw_digest, read
from outreach.visits.rules.reasons import NEVER_KEPT, Refusal
from outreach.visits.rules.timing import Clock, Contact

LONGEST_HOLD = timedelta(days=5)
"""What waits longer counts all the same, marked."""


class Upload:
    """One batch on its way: what each place in it was, and what became of it."""

    def __init__(
        self, batch: SyncBatch, *, actor: UUID, at: datetime, offset: timedelta | None = None
    ) -> None:
        """What the events call themselves; they are read when the phone is known.

        `offset`: how wrong the phone's clock is, when it is known otherwise than by this upload.
        """
        self.batch, self.actor, self.at = batch, actor, at
        self.install_id: UUID | None = batch.install_id
        self.offset: timedelta = at - batch.device_time if offset is None else offset
        self.names = [event_name(raw) for raw in batch.events]
        self.seqs = [seq_in(raw) for raw in batch.events]
        self.results: list[EventResult | None] = [None] * len(batch.events)
        self.places: dict[UUID, int] = {}
        self.candidates: dict[UUID, Entry] = {}
        self.repeats: list[tuple[int, UUID]] = []
        self.quarantine: list[tuple[Any, ...]] = []
        self.waiting: list[UUID] = []
        """Events that were held before this upload, which may bring what they wait for."""

    def ids(self) -> list[UUID]:
        """Those names that are ids."""
        found = []
        for name in self.names:
            with contextlib.suppress(ValueError):
                found.append(UUID(name or ""))
        return found

    def numbered(self) -> list[tuple[int, str]]:
        """The numbers this upload brings, with the names of their events."""
        pairs = zip(self.seqs, self.names, strict=True)
        return [(seq, name or "") for seq, name in pairs if seq is not None]

    def clock(self, before: Contact | None) -> Clock:
        """What this upload says of its phone's clock."""
        batch = self.batch
        return Clock(
            received_at=self.at,
            offset=self.offset,
            session_id=batch.session_id,
            mono=batch.device_mono,
            rtt=timedelta(milliseconds=batch.rtt_ms),
            before=before,
        )

    def read(self, clock: Clock) -> None:
        """Read every event; those that read well become candidates by id."""
        for place, raw in enumerate(self.batch.events):
            self.take(place, raw, clock)

    def take(self, place: int, raw: Any, clock: Clock) -> None:
        """One event: a candidate, a repeat inside the batch, or a refusal."""
        entry = read(raw, clock=clock, actor=self.actor)
        if isinstance(entry, Refusal):
            self.refuse(place, entry)
        elif entry.event_id not in self.candidates:
            self.places[entry.event_id] = place
            self.candidates[entry.event_id] = entry
        elif self.candidates[entry.event_id].sha256 == entry.sha256:
            self.repeats.append((place, entry.event_id))
        else:
            self.refuse(place, Refusal("other_content"), EventStatus.CONFLICT)

    def refuse(self, place: int, why: Refusal, status: EventStatus = EventStatus.REJECTED) -> None:
        """Not taken: say why, and keep the payload where people can review it."""
        self.answer(place, self.names[place], status, why)
        self.put_aside(place, why)

    def put_aside(self, place: int, why: Refusal, *, until: datetime | None = None) -> None:
        """Keep the payload, unless keeping it would do what the refusal forbids."""
        raw = self.batch.events[place]
        kept = None if why.code in NEVER_KEPT else msgspec.json.encode(raw)
        name, seq = self.names[place] or "", self.seqs[place]
        self.quarantine.append((name, seq, why.code, raw_digest(raw), kept, until))

    def let_wait(self, place: int, *, until: datetime) -> None:
        """A person decides about it: kept, answered as held until then."""
        why = Refusal("awaits_approval")
        self.answer(place, self.names[place], EventStatus.HELD, why, until=until)
        self.put_aside(place, why, until=until)

    def answer(
        self,
        place: int,
        name: str | None,
        status: EventStatus,
        why: Refusal | None = None,
        *,
        until: datetime | None = None,
    ) -> None:
        """The result of one place."""
        self.results[place] = EventResult(
            event_id=name,
            status=status,
            reason_code=why.code if why else None,
            reason=why.reason() if why else None,
            field=why.field if why else None,
            until=until,
        )

    def settle(self, entry: Entry, verdict: Verdict) -> None:
        """The result of an event that is now in the log."""
        place, name = self.places[entry.event_id], str(entry.event_id)
        if isinstance(verdict, Held):
            self.answer(place, name, EventStatus.HELD, Refusal(verdict.code), until=self.at + LONGEST_HOLD)
        elif isinstance(verdict, Refusal):
            self.answer(place, name, EventStatus.REJECTED, verdict)
        else:
            self.answer(place, name, EventStatus.ACCEPTED)

    def recognise(self, known: dict[UUID, Known]) -> None:
        """Results of events that were in the log before: the same again, or another content."""
        for event_id, row in known.items():
            entry = self.candidates.pop(event_id, None)
            if entry is None:
                continue  # what called itself so did not read well, and has its answer
            if row.sha256 != entry.sha256:
                self.refuse(self.places[event_id], Refusal("other_content"), EventStatus.CONFLICT)
                continue
            self.stand_as(row)
            if row.held:
                self.waiting.append(event_id)

    def stand_as(self, row: Known) -> None:
        """The result of an event that was sent before: how it stands now."""
        place, name = self.places[row.event_id], str(row.event_id)
        if row.reason_code is not None:
            self.answer(place, name, EventStatus.REJECTED, Refusal(row.reason_code))
        elif row.held:
            until = (row.received_at or self.at) + LONGEST_HOLD
            self.answer(place, name, EventStatus.HELD, Refusal("waits_for_household"), until=until)
        else:
            self.answer(place, name, EventStatus.DUPLICATE)

    def note_conflicts(self, rows: Sequence[Met]) -> None:
        """Say of edits which others they met: merged where the fields differ, both kept where they do not."""
        for event_id, of_one in groupby(rows, key=lambda row: row.event_id):
            place, found = self.places.get(event_id), list(of_one)
            if place is None:
                continue  # released from hold: its phone hears of it when it asks
            hard = [row for row in found if row.kind == "hard"]
            shown = hard or found
            conflict = Conflict(
                kind="hard" if hard else "soft",
                fields=[FieldConflict(field=row.field, theirs=row.theirs, yours=row.yours) for row in shown],
                others=sorted({row.other for row in shown}),
            )
            if hard:
                self.answer(
                    place, str(event_id), EventStatus.CONFLICT, Refusal("field_conflict", hard[0].field)
                )
            result = self.results[place]
            if result is not None:
                self.results[place] = msgspec.structs.replace(result, conflict=conflict)

    def taken_seqs(self, results: Sequence[EventResult]) -> list[tuple[int, int]]:
        """The numbers of what was taken or is held already, as ranges."""
        good = {EventStatus.ACCEPTED, EventStatus.DUPLICATE}
        pairs = zip(self.seqs, results, strict=True)
        found = sorted({seq for seq, result in pairs if seq is not None and result.status in good})
        ranges: list[tuple[int, int]] = []
        for seq in found:
            if ranges and ranges[-1][1] == seq - 1:
                ranges[-1] = (ranges[-1][0], seq)
            else:
                ranges.append((seq, seq))
        return ranges

    def finish(self) -> list[EventResult]:
        """Every place's result; repeats inside the batch stand as their first one."""
        for place, event_id in self.repeats:
            first = self.results[self.places[event_id]]
            if first is not None and first.status is EventStatus.ACCEPTED:
                first = msgspec.structs.replace(first, status=EventStatus.DUPLICATE)
            self.results[place] = first
        return [result for result in self.results if result is not None]


def event_name(raw: Any) -> str | None:
    """The id an event calls itself, whatever it is."""
    name = raw.get("event_id") if isinstance(raw, dict) else None
    return name[:64].replace("\x00", "") if isinstance(name, str) else None


def seq_in(raw: Any) -> int | None:
    """The number an event carries, when it is one."""
    seq = raw.get("seq") if isinstance(raw, dict) else None
    return seq if type(seq) is int and 1 <= seq <= SEQ_MAX else None
