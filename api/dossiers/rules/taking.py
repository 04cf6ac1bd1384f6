"""What the events a source tells make of one dossier, in memory: facts, verdicts, standing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from msgspec import UNSET

from api.dossiers.contracts import DossierChange, EventRow, FiledBy, Flag, Verdict
from api.dossiers.rules.flow import Standing, States, Step, Term, judge, stand
from api.dossiers.rules.gaps import FIRST, Range, lacks_before, missing
from api.kit.calendar import Calendar


class PhoneHashes(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a phone number."""

    phone: str | None = None
    last4: str | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One event as it came, its code cleaned, its phone number hashed."""

    place: int
    code: str
    change: DossierChange
    digest: str
    phone: PhoneHashes
    mobile: str | None


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a source says of a dossier besides its steps."""

    procedure_code: str
    procedure_name: str | None = None
    agency_code: str | None = None
    agency_name: str | None = None
    filed_by: FiledBy
    phone_hash: str | None = None
    last4_hash: str | None = None
    amount: int | None = None
    unit: str | None = None
    after_pause: str | None = None
    promised_at: datetime | None = None
    late_reason: str | None = None
    state_name: str | None = None
    last_known_at: datetime


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An event we had: its step, and whether it counts."""

    step: Step
    counts: bool
    previous_sequence: int | None


class Dossier:
    """A dossier while events are taken: what is kept of it grows event by event."""

    def __init__(
        self,
        identity: UUID,
        code: str,
        *,
        created: bool,
        facts: Facts | None = None,
        standing: Standing = Standing(),  # noqa: B008  frozen
        sequence: int = 0,
    ) -> None:
        self.id, self.code, self.created = identity, code, created
        self.facts, self.standing, self.sequence = facts, standing, sequence
        self.steps: list[Step] = []
        self.received: list[tuple[int, int | None]] = []
        self.gaps: list[Range] = []
        self.new: list[EventRow] = []
        self.changed: list[EventRow] = []
        self.extended: list[EventRow] = []
        self.first_dates: dict[UUID, datetime | None] = {}
        self.mobiles: set[str] = set()
        self.moved = False

    def remember(self, kept: Sequence[Kept]) -> None:
        """Its history, in any order."""
        self.steps = sorted((one.step for one in kept if one.counts), key=lambda step: step.sequence)
        self.received = [(one.step.sequence, one.previous_sequence) for one in kept]
        self.gaps = missing(self.received)

    def take(self, told: Told, states: States, at: datetime, identity: UUID) -> EventRow:
        """Judge one event, to be kept under this id, and let it count if it may."""
        change = told.change
        extension = None if change.extension is UNSET else change.extension
        step = Step(
            sequence=change.sequence,
            state_code=change.state_code,
            occurred_at=change.occurred_at,
            correction=change.correction,
            extension_due_at=extension.due_at if extension else None,
            extension_reason=extension.reason if extension else None,
        )
        judgement = judge(self.steps, step, states)
        said = None if change.previous_sequence is UNSET else change.previous_sequence
        previous = FIRST if change.previous_sequence is None else said
        flags = judgement.flags
        if not self.follows(change.sequence, previous):
            self.received.append((change.sequence, previous))
            self.gaps = missing(self.received)
            if lacks_before(change.sequence, previous, self.gaps):
                flags = [*flags, Flag.GAP]
        else:
            self.received.append((change.sequence, previous))
        event = EventRow(
            id=identity,
            dossier_id=self.id,
            event_id=change.event_id,
            sequence=change.sequence,
            state_code=change.state_code,
            state_name=change.state_name,
            note=change.note,
            correction=change.correction,
            occurred_at=change.occurred_at,
            recorded_at=at,
            digest=told.digest,
            verdict=judgement.verdict,
            flags=flags,
            previous_sequence=previous,
            extension_due_at=step.extension_due_at,
            extension_reason=step.extension_reason,
        )
        self.new.append(event)
        if judgement.verdict is not Verdict.HELD:
            self.count(told, event, step)
        return event

    def follows(self, number: int, previous: int | None) -> bool:
        """Whether the event is the next of a dossier without gaps: nothing to work out anew."""
        if self.gaps or not self.received:
            return not self.gaps and previous in (None, FIRST)
        last = max(one for one, _ in self.received)
        return (number == last + 1 and previous is None) or (number > last and previous == last)

    def count(self, told: Told, event: EventRow, step: Step) -> None:
        """An event that counts moves the state, or only takes its place."""
        before = self.steps[-1].state_code if self.steps else None
        self.moved = True
        if event.verdict is Verdict.APPLIED:
            self.steps.append(step)
            self.facts = newer(self.facts, told, at=event.recorded_at)
            if before != step.state_code:
                self.changed.append(event)
        else:
            self.steps = sorted([*self.steps, step], key=lambda one: one.sequence)
            self.facts = older(self.facts, told)
        if step.extension_due_at:
            self.extended.append(event)
        if told.mobile:
            self.mobiles.add(told.mobile)

    def settle(self, states: States, term: Term | None, calendar: Calendar) -> None:
        """Let it stand where its counted steps leave it; a finished clock keeps its due date.

        A calendar that changed since must not make a finished dossier late, nor in time: only an
        event that belongs before the end is a reason to count again.
        """
        standing = stand(self.steps, states, term, calendar)
        only_newest = all(event.verdict is not Verdict.LATE for event in self.new)
        ended = self.standing.stopped_at
        if only_newest and ended is not None and standing.stopped_at == ended:
            standing = msgspec.structs.replace(
                standing, due_at=self.standing.due_at, first_due_at=self.standing.first_due_at,
                extension_reason=self.standing.extension_reason,
            )  # fmt: skip
        self.standing, self.sequence = standing, self.steps[-1].sequence
        for event in self.extended:
            earlier = [step for step in self.steps if step.sequence < event.sequence]
            before = stand(earlier, states, term, calendar)
            self.first_dates[event.id] = before.due_at
            due_at = event.extension_due_at
            if due_at is not None and before.due_at is not None and due_at <= before.due_at:
                event.flags.append(Flag.EXTENSION_NOT_LATER)

    def postponed(self) -> list[EventRow]:
        """The events that moved the date, each with a letter owed."""
        return [event for event in self.extended if Flag.EXTENSION_NOT_LATER not in event.flags]

    def due_before(self, event: EventRow) -> datetime | None:
        """The date that held before an extension."""
        return self.first_dates.get(event.id)

    def to_tell(self) -> list[EventRow]:
        """The events whose followers are told, in their order."""
        if not self.extended:
            return self.changed
        told = {event.id for event in [*self.changed, *self.postponed()]}
        return [event for event in self.new if event.id in told]


def newer(facts: Facts | None, told: Told, *, at: datetime) -> Facts:
    """Take over what the newest event says; what it leaves out stays."""
    change, term = told.change, told.change.deadline
    if facts is None:
        facts = Facts(procedure_code=change.procedure_code, filed_by=change.filed_by, last_known_at=at)
    return Facts(
        procedure_code=change.procedure_code,
        procedure_name=change.procedure_name or facts.procedure_name,
        agency_code=change.agency_code or facts.agency_code,
        agency_name=change.agency_name or facts.agency_name,
        filed_by=change.filed_by,
        phone_hash=told.phone.phone if told.phone.last4 else facts.phone_hash,
        last4_hash=told.phone.last4 or facts.last4_hash,
        amount=term.amount if term else facts.amount,
        unit=term.unit.value if term else facts.unit,
        after_pause=(term.after_pause.value if term and term.after_pause else facts.after_pause),
        promised_at=change.promised_at or facts.promised_at,
        late_reason=change.late_reason or facts.late_reason,
        state_name=change.state_name,
        last_known_at=at,
    )


def older(facts: Facts | None, told: Told) -> Facts | None:
    """Take over from an older event only what nothing newer has said."""
    change, term = told.change, told.change.deadline
    if facts is None:
        return None
    return msgspec.structs.replace(
        facts,
        procedure_name=facts.procedure_name or change.procedure_name,
        agency_code=facts.agency_code or change.agency_code,
        agency_name=facts.agency_name or change.agency_name,
        phone_hash=facts.phone_hash if facts.last4_hash else told.phone.phone,
        last4_hash=facts.last4_hash or told.phone.last4,
        amount=term.amount if term and facts.amount is None else facts.amount,
        unit=term.unit.value if term and facts.unit is None else facts.unit,
        after_pause=facts.after_pause or (term.after_pause.value if term and term.after_pause else None),
        promised_at=facts.promised_at or change.promised_at,
        late_reason=facts.late_reason or change.late_reason,
    )
