"""What counts, what is held, and when it is due: examples, and what must hold for any order."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.dossiers.contracts import AfterPause, ClockState, Flag, Verdict
from api.dossiers.load import shipped_states, shipped_terms
from api.dossiers.rules.flow import Standing, Step, Term, judge, stand
from api.kit.calendar import Calendar, Period, Unit
from api.kit.clock import VN
from api.kit.holidays import shipped_holidays, shipped_office_hours

STATES = {state.code: state for state in shipped_states()}
CALENDAR = Calendar(shipped_holidays(), shipped_office_hours())
THREE_DAYS = Term(period=Period(amount=3))
MONDAY = datetime(2026, 11, 9, 9, tzinfo=VN)


def vn(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VN)


def path(*codes: str, start: datetime = MONDAY) -> list[Step]:
    """One step a day with these states."""
    return [
        Step(sequence=place, state_code=code, occurred_at=start + timedelta(days=place))
        for place, code in enumerate(codes)
    ]


def arrive(steps: list[Step]) -> tuple[list[Step], dict[int, Verdict]]:
    """The steps that count after arriving in this order, by sequence, and every verdict."""
    counted: list[Step] = []
    verdicts: dict[int, Verdict] = {}
    for step in steps:
        verdicts[step.sequence] = judge(counted, step, STATES).verdict
        if verdicts[step.sequence] is not Verdict.HELD:
            counted = sorted([*counted, step], key=lambda one: one.sequence)
    return counted, verdicts


def timed(*events: tuple[str, str], term: Term | None = THREE_DAYS) -> Standing:
    steps = [
        Step(sequence=place, state_code=code, occurred_at=vn(at)) for place, (code, at) in enumerate(events)
    ]
    return stand(steps, STATES, term, CALENDAR)


def test_the_ten_states_are_shipped() -> None:
    assert list(STATES) == [str(number) for number in range(1, 11)]
    assert STATES["6"].name == "Yêu cầu thực hiện nghĩa vụ tài chính"
    assert {code for code, state in STATES.items() if state.clock is ClockState.PAUSED} == {"5", "6", "8"}
    assert {code for code, state in STATES.items() if state.clock is ClockState.STOPPED} == {
        "3",
        "7",
        "9",
        "10",
    }
    assert {code for code, state in STATES.items() if state.ends} == {"3", "7", "10"}
    assert all(state.told and state.holder and state.next_step for state in STATES.values())
    assert all(code in STATES for state in STATES.values() for code in state.next_codes)


def test_the_shipped_terms_name_their_source() -> None:
    terms = {term.procedure_code: term for term in shipped_terms()}
    assert terms["1.001193"].unit == Unit.SAME_DAY
    assert all(term.source and term.after_pause == "restart" for term in terms.values())


@pytest.mark.parametrize(
    ("before", "after"),
    [(code, following) for code, state in STATES.items() for following in state.next_codes]
    + [("1", "4"), ("1", "9"), ("2", "10"), ("4", "10"), ("4", "3"), ("5", "9")],
)
def test_steps_forward_count(before: str, after: str) -> None:
    history, step = path(before), path(before, after)[1]
    judgement = judge(history, step, STATES)
    assert judgement.verdict is Verdict.APPLIED
    listed = after in STATES[before].next_codes
    assert judgement.flags == ([] if listed else [Flag.UNLISTED_STEP])


@pytest.mark.parametrize(
    ("before", "after", "flag"),
    [
        (["4"], "2", Flag.BACKWARD),
        (["4"], "1", Flag.BACKWARD),
        (["2"], "1", Flag.BACKWARD),
        (["9"], "4", Flag.BACKWARD),
        (["9"], "5", Flag.BACKWARD),
        (["4", "5"], "2", Flag.BACKWARD),
        (["10"], "4", Flag.AFTER_END),
        (["10"], "9", Flag.AFTER_END),
        (["3"], "2", Flag.AFTER_END),
        (["7"], "10", Flag.AFTER_END),
        (["7"], "chờ ký", Flag.AFTER_END),
    ],
)
def test_steps_back_are_held(before: list[str], after: str, flag: Flag) -> None:
    *history, step = path(*before, after)
    judgement = judge(history, step, STATES)
    assert judgement.verdict is Verdict.HELD
    assert judgement.flags[-1] is flag


def test_papers_before_acceptance_come_back_to_acceptance() -> None:
    *history, step = path("1", "5", "2")
    assert judge(history, step, STATES).verdict is Verdict.APPLIED


def test_the_same_state_again_counts_even_at_the_end() -> None:
    *history, step = path("4", "10", "10")
    assert judge(history, step, STATES).verdict is Verdict.APPLIED


def test_a_declared_correction_counts_and_is_flagged() -> None:
    history = path("4", "9", "10")
    step = Step(sequence=9, state_code="4", occurred_at=MONDAY + timedelta(days=4), correction=True)
    judgement = judge(history, step, STATES)
    assert judgement.verdict is Verdict.APPLIED
    assert Flag.CORRECTION in judgement.flags
    onward = Step(sequence=10, state_code="5", occurred_at=MONDAY + timedelta(days=5))
    assert judge([*history, step], onward, STATES).verdict is Verdict.APPLIED


def test_a_correction_to_a_pause_lets_work_go_on() -> None:
    history = path("4", "10")
    pause = Step(sequence=5, state_code="5", occurred_at=MONDAY + timedelta(days=3), correction=True)
    assert judge(history, pause, STATES).verdict is Verdict.APPLIED
    onward = Step(sequence=6, state_code="4", occurred_at=MONDAY + timedelta(days=4))
    assert judge([*history, pause], onward, STATES).verdict is Verdict.APPLIED


def test_an_unknown_state_counts_is_flagged_and_leaves_the_clock() -> None:
    *history, step = path("2", "4", "chờ ký số")
    judgement = judge(history, step, STATES)
    assert judgement.verdict is Verdict.APPLIED
    assert judgement.flags == [Flag.UNKNOWN_STATE]
    before = stand(history, STATES, THREE_DAYS, CALENDAR)
    after = stand([*history, step], STATES, THREE_DAYS, CALENDAR)
    assert after.state_code == "chờ ký số"
    assert (after.clock, after.due_at, after.started_at) == (before.clock, before.due_at, before.started_at)
    back = Step(sequence=3, state_code="2", occurred_at=MONDAY + timedelta(days=3))
    assert judge([*history, step], back, STATES).verdict is Verdict.HELD


def test_an_older_event_takes_its_place_but_the_state_stays() -> None:
    first, second, third = path("1", "2", "4")
    judgement = judge([first, third], second, STATES)
    assert judgement.verdict is Verdict.LATE
    assert judgement.flags == [Flag.OUT_OF_ORDER]


def test_an_older_event_that_contradicts_what_counts_is_held() -> None:
    first, second, third = path("1", "10", "4")
    judgement = judge([first, third], second, STATES)
    assert judgement.verdict is Verdict.HELD
    assert judgement.flags == [Flag.OUT_OF_ORDER]


def test_one_sequence_counts_once() -> None:
    history = path("1", "2")
    step = Step(sequence=1, state_code="4", occurred_at=MONDAY)
    judgement = judge(history, step, STATES)
    assert judgement.verdict is Verdict.HELD
    assert judgement.flags == [Flag.SAME_SEQUENCE]


def test_a_time_before_the_last_one_is_flagged() -> None:
    history = path("1", "2")
    step = Step(sequence=7, state_code="4", occurred_at=MONDAY - timedelta(days=9))
    assert judge(history, step, STATES).flags == [Flag.EARLIER_TIME]


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


FORWARD = st.sampled_from([
    ["1", "2", "4", "9", "10"],
    ["1", "5", "2", "4", "6", "4", "9", "10"],
    ["1", "2", "4", "5", "4", "8", "4", "9", "10"],
    ["1", "3"],
    ["1", "2", "4", "chờ ký", "7"],
    ["2", "4", "4", "9"],
])  # fmt: skip
TERMS = st.builds(
    Term,
    period=st.builds(Period, amount=st.integers(0, 20), unit=st.sampled_from(Unit)),
    after_pause=st.sampled_from(AfterPause),
)


@given(FORWARD, st.randoms(use_true_random=False), TERMS)
def test_the_order_of_arrival_changes_nothing(codes: list[str], chance: object, term: Term) -> None:
    steps = path(*codes)
    shuffled = steps.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    counted, verdicts = arrive(shuffled)
    assert counted == steps
    assert Verdict.HELD not in verdicts.values()
    assert stand(counted, STATES, term, CALENDAR) == stand(steps, STATES, term, CALENDAR)


ANY_STEPS = st.lists(
    st.builds(
        Step,
        sequence=st.integers(0, 12),
        state_code=st.sampled_from([*STATES, "99", "chờ ký"]),
        occurred_at=st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        correction=st.booleans(),
    ),
    max_size=12,
)


@given(ANY_STEPS, TERMS)
def test_what_counted_counts_for_ever_and_the_newest_sequence_holds(steps: list[Step], term: Term) -> None:
    counted: list[Step] = []
    for step in steps:
        before = list(counted)
        verdict = judge(counted, step, STATES).verdict
        if verdict is not Verdict.HELD:
            counted = sorted([*counted, step], key=lambda one: one.sequence)
        assert [one for one in counted if one in before] == before
        if verdict is Verdict.LATE:
            assert counted[-1] == before[-1]
        if verdict is Verdict.APPLIED:
            assert counted[-1] is step
    if counted:
        standing = stand(counted, STATES, term, CALENDAR)
        assert standing.state_code == counted[-1].state_code
        assert (standing.clock is ClockState.PAUSED) <= (standing.paused_at is not None)
        assert (standing.clock is ClockState.STOPPED) <= (standing.stopped_at is not None)


@given(ANY_STEPS)
def test_without_corrections_nothing_follows_an_end_and_no_stage_falls(steps: list[Step]) -> None:
    plain = [Step(sequence=s.sequence, state_code=s.state_code, occurred_at=s.occurred_at) for s in steps]
    counted, _ = arrive(plain)
    stages = [STATES[s.state_code].stage for s in counted if s.state_code in STATES]
    known = [stage for stage in stages if stage is not None]
    assert known == sorted(known)
    for before, after in itertools.pairwise(counted):
        if before.state_code in {"3", "7", "10"}:
            assert after.state_code == before.state_code


@given(st.datetimes(datetime(2025, 6, 1), datetime(2027, 1, 1), timezones=st.just(UTC)), TERMS)  # noqa: DTZ001
def test_a_pause_of_no_length_never_makes_the_agency_earlier(at: datetime, term: Term) -> None:
    accepted = Step(sequence=1, state_code="2", occurred_at=at)
    paused = Step(sequence=2, state_code="5", occurred_at=at)
    again = Step(sequence=3, state_code="4", occurred_at=at)
    plain = stand([accepted], STATES, term, CALENDAR).due_at
    after = stand([accepted, paused, again], STATES, term, CALENDAR).due_at
    assert plain is not None
    assert after == plain
