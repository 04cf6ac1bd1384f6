"""What the events a source tells make of one dossier, in memory: facts, verdicts, standing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from msgspec import UNSET

from api.dossiers.contracts import DossierChange, EventRow, Flag, Verdict
from api.dossiers.rules.facts import Facts, Told, newer, older, reaches_back
from api.dossiers.rules.flow import LAST_RUNNING_STAGE, Standing, States, Step, Term, after, stand
from api.dossiers.rules.gaps import FIRST, Range, Received
from api.dossiers.rules.timeline import Timeline
from api.kit.calendar import Calendar


class Kept(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An event we had: its step, and whether it counts."""

    step: Step
    counts: bool
    previous_sequence: int | None


class Dossier:
    """A dossier while events are taken: what is kept of it grows event by event.

    A known dossier starts from its row alone. Either the row is enough for what comes (`goes_on`), or its
    whole history is remembered.
    """

    __slots__ = (
        "changed", "code", "created", "extended", "facts", "first_dates", "gapless", "gaps", "highest", "id",
        "last_known_at", "mobiles", "moved", "new", "occurred_at", "received", "renumbered", "restated",
        "sequence",
        "standing", "state_name", "timeline", "whole",
    )  # fmt: skip

    def __init__(
        self,
        identity: UUID,
        code: str,
        *,
        facts: Facts | None = None,
        standing: Standing = Standing(),  # noqa: B008  frozen
    ) -> None:
        self.id, self.code, self.facts, self.standing = identity, code, facts, standing
        self.created = self.whole = facts is None
        self.sequence = 0
        self.state_name: str | None = None
        self.last_known_at: datetime | None = None
        # What the row says of its newest step, of the numbers that came, and whether none is missing.
        self.occurred_at: datetime | None = None
        self.highest: int | None = None
        self.gapless = True
        self.timeline: Timeline | None = None
        self.received: Received | None = None
        self.gaps: list[Range] = []
        self.new: list[EventRow] = []
        self.changed: list[EventRow] = []
        self.extended: list[EventRow] = []
        self.first_dates: dict[int, datetime | None] = {}
        # Each number these events gave, with its hash.
        self.mobiles: dict[str, str | None] = {}
        self.moved = self.restated = self.renumbered = False

    def claim(self) -> None:
        """Its row was made to be locked and says nothing yet."""
        self.facts, self.standing, self.whole = None, Standing(), True

    def remember(self, kept: Sequence[Kept], states: States) -> Timeline:
        """Its whole history, in any order."""
        steps = sorted((one.step for one in kept if one.counts), key=lambda step: step.sequence)
        self.timeline = Timeline(states, steps)
        self.received = Received((one.step.sequence, one.previous_sequence) for one in kept)
        self.gaps = self.received.gaps()
        self.whole = True
        return self.timeline

    def goes_on(self, changes: Sequence[DossierChange], states: States) -> bool:
        """Whether these events, by sequence, can be taken from the row alone; if so it is made ready.

        They can when each is simply the next of a dossier without gaps, and nothing they say reaches back:
        no correction, no extension, no other period, agency or procedure. Of a pause the row does not know
        the stage before it, only that it was not beyond the work itself.
        """
        state = states.get(self.standing.state_code)
        if state is None or self.highest is None or self.occurred_at is None or not self.gapless:
            return False
        stage = LAST_RUNNING_STAGE if state.stage is None else state.stage
        least = LAST_RUNNING_STAGE if state.stage is None else 0
        number = self.highest
        for change in changes:
            if not is_next(change, number):
                return False
            if (
                change.correction
                or change.extension
                or self.facts is None
                or reaches_back(self.facts, change)
            ):
                return False
            new = states.get(change.state_code)
            if new is None or (new.stage is not None and new.stage < least):
                return False
            least = least if new.stage is None else 0
            number = change.sequence
        step = Step(sequence=self.sequence, state_code=self.standing.state_code, occurred_at=self.occurred_at)
        self.standing = msgspec.structs.replace(self.standing, stage=stage, ended=state.ends)
        self.timeline = Timeline(states, [step], standing=self.standing)
        return True

    def take(self, told: Told, states: States, at: datetime, identity: UUID) -> EventRow:
        """Judge one event, to be kept under this id, and let it count if it may."""
        timeline = self.timeline or self.remember((), states)
        change = told.change
        extension = change.extension or None
        step = Step(
            sequence=change.sequence,
            state_code=change.state_code,
            occurred_at=change.occurred_at,
            correction=change.correction,
            extension_due_at=extension.due_at if extension else None,
            extension_reason=extension.reason if extension else None,
        )
        judgement = timeline.judge(step)
        said = None if change.previous_sequence is UNSET else change.previous_sequence
        previous = FIRST if change.previous_sequence is None else said
        flags = judgement.flags
        if self.received is None and is_next(change, self.highest):
            self.highest = change.sequence
        else:
            # From the row alone it can only be that an event between was refused.
            self.received = self.received or Received([(self.highest or 0, None)])
            if self.received.add(change.sequence, previous):
                flags.append(Flag.GAP)
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

    def count(self, told: Told, event: EventRow, step: Step) -> None:
        """An event that counts moves the state, or only takes its place."""
        timeline = self.timeline
        assert timeline is not None  # noqa: S101  it was judged
        before = timeline.steps[-1].state_code if timeline.steps else None
        timeline.insert(step)
        self.moved = True
        facts = self.facts
        if event.verdict is Verdict.APPLIED:
            self.facts = newer(facts, told)
            self.state_name, self.last_known_at = event.state_name, event.recorded_at
            if before != step.state_code:
                self.changed.append(event)
        elif facts is not None:
            self.facts = older(facts, told)
        self.restated = self.restated or self.facts != facts
        if facts is not None and facts.phone_hash is not None and self.facts is not None:
            self.renumbered = self.renumbered or self.facts.phone_hash != facts.phone_hash
        if step.extension_due_at:
            self.extended.append(event)
        if told.mobile:
            self.mobiles[told.mobile] = told.phone.phone

    def their_mobiles(self) -> list[str]:
        """The numbers to follow by: those that hold after all events, not one that was put right."""
        if self.facts is None:
            return []
        return [mobile for mobile, hashed in self.mobiles.items() if hashed == self.facts.phone_hash]

    def settle(self, states: States, term: Term | None, calendar: Calendar) -> None:
        """Let it stand where its counted steps leave it; a finished clock keeps its due date.

        A calendar that changed since must not make a finished dossier late, nor in time: only an
        event that belongs before the end is a reason to count again.
        """
        timeline = self.timeline
        assert timeline is not None  # noqa: S101  it was made ready or remembered
        newest = timeline.steps[-1]
        self.sequence, self.occurred_at = newest.sequence, newest.occurred_at
        if not self.whole:
            for step in timeline.steps[1:]:
                self.standing = after(self.standing, step, states, term, calendar)
            return
        standing = stand(timeline.steps, states, term, calendar, dates=self.first_dates)
        only_newest = all(event.verdict is not Verdict.LATE for event in self.new)
        ended = self.standing.stopped_at
        if only_newest and ended is not None and standing.stopped_at == ended:
            standing = msgspec.structs.replace(
                standing, due_at=self.standing.due_at, first_due_at=self.standing.first_due_at,
                extension_reason=self.standing.extension_reason,
            )  # fmt: skip
        self.standing = standing
        for event in self.extended:
            due_at, before = event.extension_due_at, self.first_dates[event.sequence]
            if due_at is not None and before is not None and due_at <= before:
                event.flags.append(Flag.EXTENSION_NOT_LATER)

    def close(self) -> None:
        """After its last event of a call: what is missing now, and the highest number that came."""
        if self.received is not None:
            self.highest, self.gaps = self.received.highest, self.received.gaps()

    def postponed(self) -> list[EventRow]:
        """The events that moved the date, each with a letter owed."""
        return [event for event in self.extended if Flag.EXTENSION_NOT_LATER not in event.flags]

    def due_before(self, event: EventRow) -> datetime | None:
        """The date that held before an extension."""
        return self.first_dates.get(event.sequence)

    def to_tell(self) -> list[EventRow]:
        """The events whose followers are told, in their order."""
        if not self.extended:
            return self.changed
        told = {event.id for event in [*self.changed, *self.postponed()]}
        return [event for event in self.new if event.id in told]


def is_next(change: DossierChange, highest: int | None) -> bool:
    """Whether an event is the one after the highest number that came."""
    if highest is None:
        return False
    if change.previous_sequence is UNSET:
        return change.sequence == highest + 1
    return change.previous_sequence == highest < change.sequence
