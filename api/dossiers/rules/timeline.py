"""The steps of a dossier that count, by sequence: whether a new one may take its place among them."""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from api.dossiers.contracts import Flag, Verdict
from api.dossiers.rules.flow import Standing, States, Step, flaw_of, place

NOWHERE = Standing()


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """What becomes of a new event."""

    verdict: Verdict
    flags: list[Flag]


class Timeline:
    """Each step with the place it leaves, so that a new step is judged by its neighbours alone.

    A batch may bring ten thousand events of one dossier, in any order: nothing here may walk through
    all of them for each. Given `standing`, the place the last of `steps` leaves, the steps before them need
    not be known: that is enough to judge steps that come after.
    """

    __slots__ = ("extended_from", "numbers", "places", "states", "steps")

    def __init__(
        self, states: States, steps: Sequence[Step] = (), *, standing: Standing | None = None
    ) -> None:
        self.states = states
        self.steps = list(steps)
        self.numbers = [step.sequence for step in steps]
        self.extended_from: int | None = None
        self.places: list[Standing] = []
        if standing is not None:
            self.places.append(standing)
            return
        before = NOWHERE
        for step in steps:
            before = place(before, step, states)
            self.places.append(before)
            self.note_extension(step)

    def note_extension(self, step: Step) -> None:
        """Remember the earliest extension: any later one is a second."""
        if step.extension_due_at and (self.extended_from is None or step.sequence < self.extended_from):
            self.extended_from = step.sequence

    def judge(self, new: Step) -> Judgement:
        """Whether a new step moves the dossier, takes its place among older ones, or is only kept.

        What counts is never uncounted: an older step that contradicts what counts is held.
        """
        state = self.states.get(new.state_code)
        flags = [Flag.CORRECTION] if new.correction else []
        if state is None:
            flags.append(Flag.UNKNOWN_STATE)
        at = bisect_left(self.numbers, new.sequence)
        newest = at == len(self.numbers)
        if not newest and self.numbers[at] == new.sequence:
            return Judgement(Verdict.HELD, [*flags, Flag.SAME_SEQUENCE])
        before = self.places[at - 1] if at else NOWHERE
        if at and new.occurred_at < self.steps[at - 1].occurred_at:
            flags.append(Flag.EARLIER_TIME)
        if not newest:
            flags.append(Flag.OUT_OF_ORDER)
        if flaw := flaw_of(before, new, self.states):
            return Judgement(Verdict.HELD, [*flags, flaw])
        if not newest and not self.fits(at, place(before, new, self.states)):
            return Judgement(Verdict.HELD, flags)
        if new.extension_due_at and self.extended_from is not None and self.extended_from < new.sequence:
            flags.append(Flag.SECOND_EXTENSION)
        known = self.states.get(before.state_code)
        if known and state and new.state_code not in (before.state_code, *known.next_codes):
            flags.append(Flag.UNLISTED_STEP)
        return Judgement(Verdict.APPLIED if newest else Verdict.LATE, flags)

    def fits(self, at: int, standing: Standing) -> bool:
        """Whether every step from this index on may still follow; they did from where one led to the same."""
        for step, known in zip(self.steps[at:], self.places[at:], strict=True):
            if flaw_of(standing, step, self.states):
                return False
            standing = place(standing, step, self.states)
            if standing == known:
                return True
        return True

    def insert(self, step: Step) -> None:
        """Let a step count; its number is new."""
        at = bisect_left(self.numbers, step.sequence)
        standing = place(self.places[at - 1] if at else NOWHERE, step, self.states)
        self.numbers.insert(at, step.sequence)
        self.steps.insert(at, step)
        self.places.insert(at, standing)
        self.note_extension(step)
        for index in range(at + 1, len(self.steps)):
            standing = place(standing, self.steps[index], self.states)
            if standing == self.places[index]:
                break
            self.places[index] = standing
