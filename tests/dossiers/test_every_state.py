"""Whatever the state, a dossier answers what people ask: what happened, who has it, what I do, when, how sure."""

from datetime import timedelta
from typing import Any

import pytest

from api.dossiers.contracts import ClockState, State
from api.dossiers.load import shipped_states
from api.dossiers.rules.words import describe
from api.kit.calendar import Calendar
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
