"""What a step does to a dossier: may it follow, which state holds, when is it due."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from api.dossiers.contracts import AfterPause, ClockState, DossierRow, EventRow, Flag, State
from api.kit.calendar import Calendar, Period, Unit

States = Mapping[str, State]
FIRST_ANSWER = Period(amount=8, unit=Unit.WORKING_HOUR)
"""In which an agency accepts what was filed online or asks for more, and answers a question (vietnam.md §3.3)."""
LAST_RUNNING_STAGE = 3
"""A pause belongs to a dossier that is not finished: stage 3 is "being processed"."""


class Step(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The part of an event that moves the dossier."""

    sequence: int
    state_code: str
    occurred_at: datetime
    correction: bool = False
    extension_due_at: datetime | None = None
    extension_reason: str | None = None


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """The period promised, and what a pause does to it."""

    period: Period
    after_pause: AfterPause = AfterPause.RESTART


class Standing(msgspec.Struct, frozen=True, gc=False):
    """Where the steps leave a dossier. `due_at` stays as it was while the clock stands still.

    By position it is made from ten thousand rows at once.
    """

    state_code: str = ""
    stage: int = 0
    ended: bool = False
    clock: ClockState = ClockState.NOT_STARTED
    started_at: datetime | None = None
    due_at: datetime | None = None
    paused_at: datetime | None = None
    stopped_at: datetime | None = None
    first_due_at: datetime | None = None
    extension_reason: str | None = None

    def late_at(self, now: datetime) -> bool:
        """Whether the agency was over its time when its clock last ran."""
        until = self.paused_at or self.stopped_at or now
        return self.due_at is not None and until > self.due_at


def standing_of(row: DossierRow) -> Standing:
    """Where a kept dossier stands. Without a period of its own the agency's promise is the due date."""
    return Standing(
        state_code=row.state_code,
        clock=row.clock,
        started_at=row.started_at,
        due_at=row.due_at or row.promised_at,
        paused_at=row.paused_at,
        stopped_at=row.stopped_at,
        first_due_at=row.first_due_at,
        extension_reason=row.extension_reason,
    )


def step_of(event: EventRow) -> Step:
    """The moving part of a kept event."""
    return Step(
        sequence=event.sequence,
        state_code=event.state_code,
        occurred_at=event.occurred_at,
        correction=event.correction,
        extension_due_at=event.extension_due_at,
        extension_reason=event.extension_reason,
    )


def flaw_of(before: Standing, step: Step, states: States) -> Flag | None:
    """Why a step may not follow, or None. A correction may always."""
    state = states.get(step.state_code)
    if step.correction or step.state_code == before.state_code:
        return None
    if before.ended:
        return Flag.AFTER_END
    if state is None:
        return None
    if state.stage is None:
        return Flag.BACKWARD if before.stage > LAST_RUNNING_STAGE else None
    return Flag.BACKWARD if state.stage < before.stage else None


def place(before: Standing, step: Step, states: States) -> Standing:
    """State and stage after one step: a stage only grows, unless it is corrected."""
    state = states.get(step.state_code)
    stage = before.stage
    if state and state.stage is not None:
        stage = state.stage if step.correction else max(stage, state.stage)
    elif step.correction:
        stage = min(stage, LAST_RUNNING_STAGE)
    ended = state.ends if state else before.ended and not step.correction
    return msgspec.structs.replace(before, state_code=step.state_code, stage=stage, ended=ended)


def stand(
    steps: Iterable[Step],
    states: States,
    term: Term | None,
    calendar: Calendar,
    *,
    dates: dict[int, datetime | None] | None = None,
) -> Standing:
    """Where the applied steps, by sequence, leave the dossier and its clock.

    `dates` is filled with the due date that held before each extension, by the extension's sequence; with its
    own date when it moved nothing: not later, before the clock was started, or after it was stopped.
    """
    standing = Standing()
    for step in steps:
        before = standing.due_at
        standing = after(standing, step, states, term, calendar)
        if dates is not None and (asked := step.extension_due_at):
            dates[step.sequence] = before if standing.due_at == asked else asked
    return standing


def after(before: Standing, step: Step, states: States, term: Term | None, calendar: Calendar) -> Standing:
    """Where one more step leaves the dossier and its clock."""
    standing = place(before, step, states)
    if state := states.get(step.state_code):
        standing = tick(standing, state.clock, step.occurred_at, term, calendar)
    if step.extension_due_at:
        standing = extend(standing, step.extension_due_at, step.extension_reason)
    return standing


def extend(before: Standing, due_at: datetime, reason: str | None) -> Standing:
    """The agency's new date, if its clock was started and the date is later; the first date is kept."""
    if before.clock not in (ClockState.RUNNING, ClockState.PAUSED):
        return before
    if before.due_at is not None and due_at <= before.due_at:
        return before
    return msgspec.structs.replace(
        before, due_at=due_at, first_due_at=before.first_due_at or before.due_at, extension_reason=reason
    )


def tick(
    before: Standing, clock: ClockState, at: datetime, term: Term | None, calendar: Calendar
) -> Standing:
    """What a state does to the clock. Two pauses in a row are one; so are two ends."""
    if clock is ClockState.NOT_STARTED:
        return Standing(state_code=before.state_code, stage=before.stage, ended=before.ended)
    if clock is ClockState.RUNNING:
        return run_on(before, at, term, calendar)
    changes: dict[str, object] = {"clock": clock}
    if clock is ClockState.PAUSED:
        changes |= {"paused_at": before.paused_at or at, "stopped_at": None}
    else:
        changes |= {"stopped_at": before.stopped_at or at}
    return msgspec.structs.replace(before, **changes)


def starts_over(term: Term | None, due_at: datetime | None) -> bool:
    """Whether a pause gives the whole period anew."""
    return term is not None and (
        term.after_pause is AfterPause.RESTART or term.period.unit is Unit.SAME_DAY or due_at is None
    )


def run_on(before: Standing, at: datetime, term: Term | None, calendar: Calendar) -> Standing:
    """The clock starts, goes on, or runs again after a pause."""
    started_at, due_at = before.started_at, before.due_at
    first_due_at, reason = before.first_due_at, before.extension_reason
    if started_at is None or (before.paused_at and starts_over(term, due_at)):
        due_at = calendar.due(at, term.period) if term else None
        if reason is not None and before.due_at is not None and (due_at is None or before.due_at > due_at):
            # A whole period that ends before the date promised does not take the promise back.
            due_at = before.due_at
        else:
            first_due_at = reason = None
        started_at = started_at or at
    elif before.paused_at and term and due_at:
        due_at = calendar.moved(due_at, before.paused_at, at, term.period.unit)
    return msgspec.structs.replace(
        before,
        clock=ClockState.RUNNING,
        started_at=started_at,
        due_at=due_at,
        paused_at=None,
        stopped_at=None,
        first_due_at=first_due_at,
        extension_reason=reason,
    )
