"""One upload on its way: what each place in the batch was, and what became of it. Pure."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from outreach.visits.contracts import SEQ_MAX, EventResult, EventStatus, Known, SyncBatch
from outreach.visits.rules.judging import Held, Verdict
from outreach.visits.rules.reading import Entry, raw_digest, read
from outreach.visits.rules.reasons import NEVER_KEPT, Refusal


class Upload:
    """One batch on its way: what each place in it was, and what became of it."""

    def __init__(self, batch: SyncBatch, *, actor: UUID, at: datetime) -> None:
        """Read every event; those that read well become candidates by id."""
        self.batch, self.actor, self.at = batch, actor, at
        self.offset: timedelta = at - batch.device_time
        self.results: list[EventResult | None] = [None] * len(batch.events)
        self.places: dict[UUID, int] = {}
        self.candidates: dict[UUID, Entry] = {}
        self.repeats: list[tuple[int, UUID]] = []
        self.quarantine: list[tuple[Any, ...]] = []
        self.waiting: list[UUID] = []
        """Events that were held before this upload, which may bring what they wait for."""
        for place, raw in enumerate(batch.events):
            self.take(place, raw)

    def take(self, place: int, raw: Any) -> None:
        """One event: a candidate, a repeat inside the batch, or a refusal."""
        entry = read(raw, offset=self.offset, received_at=self.at, actor=self.actor)
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
        raw = self.batch.events[place]
        name = event_name(raw)
        self.answer(place, name, status, why)
        kept = None if why.code in NEVER_KEPT else msgspec.json.encode(raw)
        self.quarantine.append((name or "", seq_in(raw), why.code, raw_digest(raw), kept))

    def answer(self, place: int, name: str | None, status: EventStatus, why: Refusal | None = None) -> None:
        """The result of one place."""
        self.results[place] = EventResult(
            event_id=name,
            status=status,
            reason_code=why.code if why else None,
            reason=why.reason() if why else None,
            field=why.field if why else None,
        )

    def settle(self, entry: Entry, verdict: Verdict) -> None:
        """The result of an event that is now in the log."""
        place, name = self.places[entry.event_id], str(entry.event_id)
        if isinstance(verdict, Held):
            self.answer(place, name, EventStatus.HELD, Refusal(verdict.code))
        elif isinstance(verdict, Refusal):
            self.answer(place, name, EventStatus.REJECTED, verdict)
        else:
            self.answer(place, name, EventStatus.ACCEPTED)

    def recognise(self, known: dict[UUID, Known]) -> None:
        """Results of events that were in the log before: the same again, or another content."""
        for event_id, row in known.items():
            entry = self.candidates.pop(event_id)
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
            self.answer(place, name, EventStatus.HELD, Refusal("waits_for_household"))
        else:
            self.answer(place, name, EventStatus.DUPLICATE)

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
