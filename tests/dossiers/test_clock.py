"""When a dossier is due: the clock starts, pauses, restarts or resumes, and stops."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.dossiers.contracts import AfterPause, ClockState
from api.dossiers.load import shipped_states
from api.dossiers.rules.flow import Standing, Step, Term, stand
from api.kit.calendar import Calendar, Period, Unit
from api.kit.clock import VN
from api.kit.holidays import shipped_holidays, shipped_office_hours

STATES = {state.code: state for state in shipped_states()}
CALENDAR = Calendar(shipped_holidays(), shipped_office_hours())
THREE_DAYS = Term(period=Period(amount=3))
MONDAY = datetime(2026, 11, 9, 9, tzinfo=VN)

TERMS = st.builds(
    Term,
    period=st.builds(Period, amount=st.integers(0, 20), unit=st.sampled_from(Unit)),
    after_pause=st.sampled_from(AfterPause),
)


def vn(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VN)


def path(*codes: str, start: datetime = MONDAY) -> list[Step]:
    """One step a day with these states."""
    return [
        Step(sequence=place, state_code=code, occurred_at=start + timedelta(days=place))
        for place, code in enumerate(codes)
    ]


def timed(*events: tuple[str, str], term: Term | None = THREE_DAYS) -> Standing:
    steps = [
        Step(sequence=place, state_code=code, occurred_at=vn(at)) for place, (code, at) in enumerate(events)
    ]
    return stand(steps, STATES, term, CALENDAR)


@pytest.mark.parametrize(
    ("received", "amount", "due"),
    [
        ("2026-02-13T16:00", 3, "2026-02-25T17:00"),
        ("2026-08-21T09:00", 1, "2026-08-22T17:00"),
        ("2026-08-28T09:00", 1, "2026-09-03T17:00"),
    ],
)
def test_due_dates_of_the_fact_book(received: str, amount: int, due: str) -> None:
    standing = timed(("1", "2026-02-01T08:00"), ("2", received), term=Term(period=Period(amount=amount)))
    assert standing.due_at == vn(due)
    assert standing.started_at == vn(received)


def test_the_clock_starts_at_acceptance_and_not_again_at_work() -> None:
    assert timed(("1", "2026-11-09T09:00")).clock is ClockState.NOT_STARTED
    assert timed(("1", "2026-11-09T09:00")).due_at is None
    accepted = timed(("1", "2026-11-09T09:00"), ("2", "2026-11-10T09:00"))
    working = timed(("1", "2026-11-09T09:00"), ("2", "2026-11-10T09:00"), ("4", "2026-11-11T09:00"))
    assert accepted.due_at == working.due_at == vn("2026-11-13T17:00")


@pytest.mark.parametrize("pause", ["5", "6", "8"])
@pytest.mark.parametrize(
    ("policy", "due"),
    [(AfterPause.RESTART, "2026-11-19T17:00"), (AfterPause.RESUME, "2026-11-18T17:00")],
)
def test_a_pause_restarts_or_resumes(pause: str, policy: AfterPause, due: str) -> None:
    term = Term(period=Period(amount=3), after_pause=policy)
    events = [("2", "2026-11-09T09:00"), ("4", "2026-11-09T10:00"), (pause, "2026-11-10T09:00")]
    paused = timed(*events, term=term)
    assert paused.clock is ClockState.PAUSED
    assert paused.paused_at == vn("2026-11-10T09:00")
    running = timed(*events, ("4", "2026-11-16T09:00"), term=term)
    assert running.clock is ClockState.RUNNING
    assert running.paused_at is None
    assert running.due_at == vn(due)


def test_restart_is_the_default() -> None:
    assert Term(period=Period(amount=1)).after_pause is AfterPause.RESTART


def test_two_pauses_in_a_row_are_one() -> None:
    term = Term(period=Period(amount=3), after_pause=AfterPause.RESUME)
    events = [("2", "2026-11-09T09:00"), ("5", "2026-11-10T09:00"), ("6", "2026-11-13T09:00")]
    standing = timed(*events, ("4", "2026-11-16T09:00"), term=term)
    assert standing.due_at == vn("2026-11-18T17:00")


def test_a_pause_before_acceptance_does_not_start_the_clock() -> None:
    paused = timed(("1", "2026-11-09T09:00"), ("5", "2026-11-10T09:00"))
    assert (paused.clock, paused.due_at) == (ClockState.PAUSED, None)
    accepted = timed(("1", "2026-11-09T09:00"), ("5", "2026-11-10T09:00"), ("2", "2026-11-11T09:00"))
    assert accepted.due_at == vn("2026-11-16T17:00")


def test_lateness_is_measured_when_the_clock_stopped() -> None:
    events = [("2", "2026-11-09T09:00"), ("9", "2026-11-12T16:00"), ("10", "2026-11-20T09:00")]
    done = timed(*events)
    assert done.clock is ClockState.STOPPED
    assert done.stopped_at == vn("2026-11-12T16:00")
    assert not done.late_at(vn("2026-12-31T09:00"))
    late = timed(("2", "2026-11-09T09:00"), ("9", "2026-11-12T17:01"))
    assert late.late_at(vn("2026-12-31T09:00"))


def test_lateness_does_not_grow_in_a_pause() -> None:
    standing = timed(("2", "2026-11-09T09:00"), ("5", "2026-11-12T16:00"))
    assert not standing.late_at(vn("2026-12-31T09:00"))
    assert timed(("2", "2026-11-09T09:00"), ("5", "2026-11-13T09:00")).late_at(vn("2026-11-13T09:01"))


def test_a_running_clock_is_late_after_the_due_moment() -> None:
    standing = timed(("2", "2026-11-09T09:00"))
    assert not standing.late_at(vn("2026-11-12T17:00"))
    assert standing.late_at(vn("2026-11-12T17:01"))


def test_without_a_period_nothing_is_due_and_nothing_is_late() -> None:
    standing = timed(
        ("2", "2026-11-09T09:00"), ("5", "2026-11-10T09:00"), ("4", "2026-11-11T09:00"), term=None
    )
    assert standing.due_at is None
    assert not standing.late_at(vn("2030-01-01T00:00"))


def test_same_day_procedures_have_their_cut_off_after_a_pause_too() -> None:
    term = Term(period=Period(unit=Unit.SAME_DAY), after_pause=AfterPause.RESUME)
    events = [("2", "2026-11-16T09:00"), ("5", "2026-11-16T10:00")]
    assert timed(*events, ("4", "2026-11-18T15:00"), term=term).due_at == vn("2026-11-18T17:00")
    assert timed(*events, ("4", "2026-11-18T15:01"), term=term).due_at == vn("2026-11-19T17:00")


def test_a_correction_back_to_new_stops_counting() -> None:
    steps = path("2")
    undone = Step(sequence=5, state_code="1", occurred_at=MONDAY + timedelta(days=2), correction=True)
    standing = stand([*steps, undone], STATES, THREE_DAYS, CALENDAR)
    assert (standing.clock, standing.started_at, standing.due_at) == (ClockState.NOT_STARTED, None, None)
    assert (standing.state_code, standing.stage, standing.ended) == ("1", 1, False)


def test_work_after_a_corrected_end_runs_against_the_first_due_date() -> None:
    steps = [
        Step(sequence=1, state_code="2", occurred_at=vn("2026-11-09T09:00")),
        Step(sequence=2, state_code="9", occurred_at=vn("2026-11-10T09:00")),
        Step(sequence=3, state_code="4", occurred_at=vn("2026-11-11T09:00"), correction=True),
    ]
    standing = stand(steps, STATES, THREE_DAYS, CALENDAR)
    assert (standing.clock, standing.stopped_at) == (ClockState.RUNNING, None)
    assert standing.due_at == vn("2026-11-12T17:00")


@given(st.datetimes(datetime(2025, 6, 1), datetime(2027, 1, 1), timezones=st.just(UTC)), TERMS)  # noqa: DTZ001
def test_a_pause_of_no_length_never_makes_the_agency_earlier(at: datetime, term: Term) -> None:
    accepted = Step(sequence=1, state_code="2", occurred_at=at)
    paused = Step(sequence=2, state_code="5", occurred_at=at)
    again = Step(sequence=3, state_code="4", occurred_at=at)
    plain = stand([accepted], STATES, term, CALENDAR).due_at
    after = stand([accepted, paused, again], STATES, term, CALENDAR).due_at
    assert plain is not None
    assert after == plain
