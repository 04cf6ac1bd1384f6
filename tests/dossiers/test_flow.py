"""What counts, what is held, and when it is due: examples, and what must hold for any order."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.dossiers.contracts import AfterPause, ClockState, Flag, Verdict
from api.dossiers.load import shipped_states, shipped_terms
from api.dossiers.rules.flow import States, Step, Term, stand
from api.dossiers.rules.timeline import Judgement, Timeline
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


def judge(applied: list[Step], new: Step, states: States) -> Judgement:
    """What becomes of a step after these."""
    return Timeline(states, applied).judge(new)


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


@pytest.mark.parametrize("state", ["5", "chờ ký"])
def test_after_a_correction_of_an_end_work_goes_on(state: str) -> None:
    history = path("4", "9", "10")
    fixed = Step(sequence=5, state_code=state, occurred_at=MONDAY + timedelta(days=3), correction=True)
    assert judge(history, fixed, STATES).flags[0] is Flag.CORRECTION
    onward = Step(sequence=6, state_code="4", occurred_at=MONDAY + timedelta(days=4))
    assert judge([*history, fixed], onward, STATES).verdict is Verdict.APPLIED
    early = Step(sequence=6, state_code="2", occurred_at=MONDAY + timedelta(days=4))
    assert judge([*history, fixed], early, STATES).flags == [Flag.BACKWARD]


def test_a_correction_lowers_the_stage_to_its_own() -> None:
    history = path("4", "9")
    fixed = Step(sequence=5, state_code="2", occurred_at=MONDAY + timedelta(days=3), correction=True)
    onward = Step(sequence=6, state_code="2", occurred_at=MONDAY + timedelta(days=4))
    work = Step(sequence=7, state_code="4", occurred_at=MONDAY + timedelta(days=5))
    assert judge([*history, fixed, onward], work, STATES).verdict is Verdict.APPLIED
    assert stand([*history, fixed], STATES, None, CALENDAR).stage == 2


def test_the_same_moment_is_not_an_earlier_time() -> None:
    step = Step(sequence=7, state_code="4", occurred_at=MONDAY)
    assert judge(path("2"), step, STATES).flags == []


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


FORWARD = st.sampled_from([
    ["1", "2", "4", "9", "10"],
    ["1", "5", "2", "4", "6", "4", "9", "10"],
    ["1", "2", "4", "5", "4", "8", "4", "9", "10"],
    ["1", "3"],
    ["1", "2", "4", "chờ ký", "7"],
    ["2", "4", "4", "9"],
])  # fmt: skip


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
