"""Whatever the state, a dossier answers what people ask: what happened, who has it, what I do, when, how sure."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from api.dossiers.contracts import ClockState, FiledBy, State
from api.dossiers.load import shipped_states
from api.dossiers.rules.words import describe
from api.kit.calendar import Calendar
from api.kit.holidays import shipped_office_hours
from tests.given.dossiers import PROMISED, STARTED, given_event, given_row

STATES = {state.code: state for state in shipped_states()}
MOMENTS: dict[ClockState, dict[str, Any]] = {
    ClockState.NOT_STARTED: {"started_at": None, "due_at": None},
    ClockState.RUNNING: {},
    ClockState.PAUSED: {"paused_at": STARTED},
    ClockState.STOPPED: {"stopped_at": STARTED},
}


@pytest.mark.parametrize("days", [0, 30])
@pytest.mark.parametrize("state", [*STATES.values(), None], ids=[*STATES, "unknown"])
def test_every_question_has_an_answer(state: State | None, days: int) -> None:
    code = state.code if state else "CKS"
    clock = state.clock if state else ClockState.RUNNING
    row = given_row(
        state_code=code,
        state_name=None if state else "Chờ ký số",
        clock=clock,
        agency_title="Sở Thử",
        **MOMENTS[clock],
    )
    event = given_event(state_code=code, state_name=row.state_name)
    shown = describe(row, [event], STATES, Calendar([]), STARTED + timedelta(days=days))
    (step,) = shown.timeline
    assert step.told.endswith(".")
    assert step.state_name == shown.state_name != code
    assert shown.held_by
    assert shown.next_step.endswith(".")
    assert shown.standing.endswith(".")
    assert shown.last_known.startswith("Biết lần cuối lúc 09:00 ngày 18/11/2026.")
    running = clock is ClockState.RUNNING
    assert shown.due_at == (PROMISED if running else None)
    assert (shown.days_left is not None) is running
    # Late is said with its reason; a silent source is said to be silent, an ended dossier never is.
    assert shown.late is (running and days > 0)
    assert (shown.late_reason is not None) is shown.late
    assert shown.silent is (days > 0 and clock is not ClockState.STOPPED)


HOURS = Calendar([], shipped_office_hours())
FILED = given_row(state_code="1", clock=ClockState.NOT_STARTED, started_at=None, due_at=None)


def test_what_waits_at_the_door_is_answered_within_eight_working_hours_of_its_filing() -> None:
    steps = [
        given_event(sequence=place, state_code=state, occurred_at=STARTED + timedelta(hours=hours))
        for place, (state, hours) in enumerate([("1", -20), ("5", -2), ("1", 0), ("1", 1)])
    ]
    # From 09:00 on Wednesday, when the papers were complete; told again at 10:00 it is no later.
    shown = describe(FILED, steps, STATES, HOURS, STARTED)
    assert "trước 09:00 ngày 19/11/2026" in shown.standing
    for row, events, calendar in (
        (replace(FILED, filed_by=FiledBy.COUNTER_DIGITISED), steps, HOURS),
        (FILED, [], HOURS),
        (FILED, steps, Calendar([])),
        (given_row(), [*steps, given_event(sequence=9)], HOURS),
    ):
        assert "trả lời" not in describe(row, events, STATES, calendar, STARTED).standing
