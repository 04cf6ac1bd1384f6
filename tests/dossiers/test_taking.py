"""A dossier taken from its row alone ends as one taken from its whole history; a huge one stays quick."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from api.dossiers.actions.intake import encode
from api.dossiers.contracts import AfterPause, Deadline, DossierChange, Extension, FiledBy
from api.dossiers.contracts.integration import ToldChange
from api.dossiers.load import shipped_states
from api.dossiers.rules import flow, timeline
from api.dossiers.rules.facts import PhoneHashes, Told
from api.dossiers.rules.flow import Step, Term, stand
from api.dossiers.rules.gaps import Received
from api.dossiers.rules.taking import Dossier, Kept
from api.dossiers.rules.timeline import Timeline
from api.kit.calendar import Calendar, Period, Unit
from api.kit.holidays import shipped_holidays, shipped_office_hours

STATES = {state.code: state for state in shipped_states()}
CALENDAR = Calendar(shipped_holidays(), shipped_office_hours())
AT = datetime(2026, 11, 18, 2, tzinfo=UTC)
ID = UUID(int=1)
MOMENTS = st.datetimes(datetime(2026, 9, 1), datetime(2026, 11, 1), timezones=st.just(UTC))  # noqa: DTZ001


def term_of(one: Dossier, after_pause: AfterPause) -> Term:
    """A period that depends on what is said of the dossier, as the real ones do."""
    assert one.facts is not None
    amount = len(one.facts.procedure_code) if one.facts.amount is None else one.facts.amount
    return Term(
        period=Period(amount=amount, unit=Unit(one.facts.unit or "working_day")), after_pause=after_pause
    )


def take(one: Dossier, changes: list[DossierChange], after_pause: AfterPause) -> list[Any]:
    """Everything a call leaves: the events' verdicts and flags, and the dossier's row."""
    for place, change in enumerate(sorted(changes, key=lambda change: change.sequence)):
        told = Told(place=place, code="c", change=change, digest="", phone=PhoneHashes(), mobile=None)
        one.take(told, STATES, AT, ID)
    if one.moved:
        one.settle(STATES, term_of(one, after_pause), CALENDAR)
    one.close()
    return [(event.sequence, event.verdict, event.flags) for event in one.new]


def kept_of(one: Dossier) -> Dossier:
    """The dossier as its row would give it back: of the place it stands only the state."""
    row = Dossier(ID, "c", facts=one.facts, standing=replace(one.standing, stage=0, ended=False))
    row.sequence, row.occurred_at, row.highest, row.gapless = (
        one.sequence,
        one.occurred_at,
        one.highest,
        not one.gaps,
    )
    row.state_name, row.last_known_at = one.state_name, one.last_known_at
    return row


CHANGES = st.builds(
    DossierChange,
    event_id=st.just("e"),
    sequence=st.sampled_from([1] * 8 + [0, 2]),
    occurred_at=MOMENTS,
    state_code=st.sampled_from([*STATES, *STATES, "chờ ký"]),
    correction=st.sampled_from([False] * 7 + [True]),
    procedure_code=st.sampled_from(["1.1"] * 5 + ["1.22222"]),
    filed_by=st.sampled_from([FiledBy.SELF, FiledBy.ON_BEHALF]),
    agency_code=st.sampled_from(["H57.12"] * 5 + [None, "H57.13"]),
    deadline=st.sampled_from(
        [None, None, None, Deadline(amount=2), Deadline(amount=5, unit=Unit.CALENDAR_DAY)]
    ),
    extension=st.sampled_from(
        [*[DossierChange.__struct_defaults__[-1]] * 5, Extension(due_at=AT, reason="x")]
    ),
)


@given(st.lists(st.lists(CHANGES, min_size=1, max_size=3), max_size=6), st.sampled_from(AfterPause))
def test_the_row_alone_is_enough_whenever_it_says_so(
    calls: list[list[DossierChange]], after_pause: AfterPause
) -> None:
    known, kept, number = Dossier(ID, "c"), list[Kept](), 0
    for call in calls:
        changes = []
        for change in call:
            number += change.sequence
            changes.append(replace(change, sequence=number))
        whole = kept_of(known) if known.facts else Dossier(ID, "c")
        whole.remember(kept, STATES)
        said = take(whole, changes, after_pause)
        if known.facts:
            row = kept_of(known)
            if row.goes_on(changes, STATES):
                assert take(row, changes, after_pause) == said
                assert replace(row.standing, stage=0, ended=False) == replace(
                    whole.standing, stage=0, ended=False
                )
                for name in ("facts", "sequence", "occurred_at", "highest", "gaps", "state_name"):
                    assert getattr(row, name) == getattr(whole, name), name
                assert [one.id for one in row.changed] == [one.id for one in whole.changed]
        kept += [
            Kept(
                step=Step(
                    sequence=event.sequence, state_code=event.state_code, occurred_at=event.occurred_at,
                    correction=event.correction, extension_due_at=event.extension_due_at,
                    extension_reason=event.extension_reason,
                ),
                counts=event.verdict != "held", previous_sequence=event.previous_sequence,
            )
            for event in whole.new
        ]  # fmt: skip
        known = whole


def test_what_comes_next_needs_no_history_and_what_reaches_back_does() -> None:
    def change(**said: Any) -> DossierChange:
        facts: dict[str, Any] = {"event_id": "e", "sequence": 3, "occurred_at": AT, "state_code": "4", "procedure_code": "1.1",
                 "filed_by": FiledBy.SELF}  # fmt: skip
        return DossierChange(**(facts | said))

    def goes_on(**said: Any) -> bool:
        one = Dossier(ID, "c")
        take(
            one, [change(sequence=1, state_code="1"), change(sequence=2, state_code="2")], AfterPause.RESTART
        )
        return kept_of(one).goes_on([change(**said)], STATES)

    assert goes_on()
    assert goes_on(sequence=9, previous_sequence=2)
    assert goes_on(filed_by=FiledBy.ASSISTED, agency_name="Công an phường Vỹ Dạ", promised_at=AT)
    for back in (
        {"sequence": 2}, {"sequence": 4}, {"correction": True}, {"state_code": "chờ ký"}, {"procedure_code": "2.2"},
        {"agency_code": "H57.9"}, {"filed_by": FiledBy.COUNTER_DIGITISED}, {"deadline": Deadline(amount=3)},
        {"extension": Extension(due_at=AT, reason="x")}, {"previous_sequence": None},
    ):  # fmt: skip
        assert not goes_on(**back), back


@pytest.mark.parametrize("state", ["4", "chờ ký"])
def test_ten_thousand_late_steps_are_each_judged_by_their_neighbours(
    monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    placed = 0

    def counted(*asked: Any) -> Any:
        nonlocal placed
        placed += 1
        return place(*asked)

    place = flow.place
    monkeypatch.setattr(timeline, "place", counted)
    line = Timeline(STATES, [Step(sequence=20_000, state_code=state, occurred_at=AT)])
    for number in range(3_000):
        step = Step(sequence=number * 7919 % 3_000, state_code=state, occurred_at=AT)
        assert line.judge(step).verdict == "late"
        line.insert(step)
    assert line.numbers == sorted(line.numbers)
    assert placed < 6 * 3_000


NUMBERS = st.lists(
    st.tuples(st.integers(0, 12), st.none() | st.integers(-1, 12)),
    max_size=10,
    unique_by=lambda event: event[0],
)


@given(NUMBERS)
def test_a_number_is_said_to_lack_the_one_before_when_the_list_says_so(
    events: list[tuple[int, int | None]],
) -> None:
    received = Received()
    for number, said in events:
        lacks = received.add(number, said)
        before = number - 1 if said is None else said
        missing = any(first <= before <= last for first, last in received.gaps())
        assert lacks == (missing and before < number)
    assert received.gaps() == Received(events).gaps()
    assert received.highest == max((number for number, _ in events), default=None)


def test_each_extension_is_compared_with_the_date_that_held_before_it() -> None:
    steps = [
        Step(sequence=n, state_code="4", occurred_at=AT, extension_due_at=AT + timedelta(days=20 + n), extension_reason="x")
        for n in range(3)
    ]  # fmt: skip
    dates: dict[int, datetime | None] = {}
    term = Term(period=Period(amount=3))
    stand(steps, STATES, term, CALENDAR, dates=dates)
    assert list(dates.values()) == [stand(steps[:n], STATES, term, CALENDAR).due_at for n in range(3)]


@pytest.mark.parametrize("code", ["H57-1", 'a","code":"b', "Đ–1"])
def test_an_event_of_a_batch_is_digested_as_if_it_came_alone(code: str) -> None:
    said = {"event_id": "e", "sequence": 3, "occurred_at": AT, "state_code": "4", "procedure_code": "1.1",
            "filed_by": "self", "note": ',"code":"x"}'}  # fmt: skip
    alone = msgspec.convert(said, DossierChange)
    assert encode(msgspec.convert({"code": code, **said}, ToldChange)) == msgspec.json.encode(alone)
    assert encode(alone) == msgspec.json.encode(alone)
