"""Who may write what, and what must wait: the judge alone, without a database."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from api.kit.ids import uuid7
from outreach.visits.contracts import (
    AdultAdded,
    AdultChanged,
    AdultSeen,
    AnyBody,
    EventType,
    HouseholdAdded,
    HouseholdChanged,
    TimeQuality,
    VisitLogged,
    VisitResult,
)
from outreach.visits.rules.judging import (
    Facts,
    Held,
    Period,
    SortedOut,
    Verdict,
    judge,
    judge_all,
    receipt,
)
from outreach.visits.rules.naming import is_creation, subject_of
from outreach.visits.rules.reading import Entry
from outreach.visits.rules.reasons import Refusal

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
PERSON, TEAM, HAMLET, HOME, ADULT = (uuid7() for _ in range(5))
ALWAYS: list[Period] = [(AT - 100 * DAY, None)]


def facts(**changes: Any) -> Facts:
    known: dict[str, Any] = {
        "members": {(PERSON, TEAM): ALWAYS},
        "areas": {(TEAM, HAMLET): ALWAYS},
        "households": {HOME: HAMLET},
        "adults": {ADULT: HOME},
    }
    return Facts(**{**known, **changes})


def entry(body: AnyBody, *, at: datetime = AT, earliest: datetime | None = None, seq: int = 1) -> Entry:
    kinds = {
        HouseholdAdded: EventType.HOUSEHOLD_ADDED,
        HouseholdChanged: EventType.HOUSEHOLD_CHANGED,
        AdultAdded: EventType.ADULT_ADDED,
        AdultChanged: EventType.ADULT_CHANGED,
        VisitLogged: EventType.VISIT_LOGGED,
    }
    return Entry(
        event_id=uuid7(),
        seq=seq,
        type=kinds[type(body)],
        schema_version=1,
        body=body,
        plain=b"{}",
        sha256=b"",
        device_time=at,
        corrected_at=at,
        earliest_at=earliest or at,
        time_quality=TimeQuality.WALL_OK,
        actor=PERSON,
    )


def house(home: UUID = HOME, hamlet: UUID = HAMLET) -> HouseholdAdded:
    return HouseholdAdded(team_id=TEAM, household_id=home, hamlet_id=hamlet, reference="Hộ số 1")


def person(adult: UUID = ADULT, home: UUID = HOME) -> AdultAdded:
    return AdultAdded(team_id=TEAM, adult_id=adult, household_id=home, label="Bác", consent=True)


def visit(home: UUID = HOME, *adults: UUID) -> VisitLogged:
    return VisitLogged(
        team_id=TEAM,
        visit_id=uuid7(),
        household_id=home,
        started_at=AT,
        ended_at=AT,
        result=VisitResult.MET,
        adults=tuple(AdultSeen(adult_id=adult, met=True) for adult in adults),
    )


CHANGE = AdultChanged(team_id=TEAM, adult_id=ADULT, label="Bác")
REPAIR = HouseholdChanged(team_id=TEAM, household_id=HOME, reference="Hộ số 2")


@pytest.mark.parametrize("body", [house(), REPAIR, person(), CHANGE, visit(), visit(HOME, ADULT)])
def test_one_own_area_is_open(body: AnyBody) -> None:
    assert judge(entry(body), facts()) is None


@pytest.mark.parametrize("body", [house(), REPAIR, person(), CHANGE, visit(), visit(HOME, ADULT)])
def test_another_team_is_closed(body: AnyBody) -> None:
    assert judge(entry(body), facts(members={})) == Refusal("not_your_team", "team_id")
    field = "hamlet_id" if isinstance(body, HouseholdAdded) else "household_id"
    assert judge(entry(body), facts(areas={})) == Refusal("not_your_area", field)


@pytest.mark.parametrize(
    ("since", "until", "inside"),
    [
        (AT, None, True),
        (AT + SECOND, None, False),
        (AT - DAY, AT, False),
        (AT - DAY, AT + SECOND, True),
        (AT - 9 * DAY, AT - DAY, False),
    ],
)
def test_periods_hold_from_their_first_moment_to_before_their_last(
    *, since: datetime, until: datetime | None, inside: bool
) -> None:
    once: list[Period] = [(since, until)]
    member = judge(entry(house()), facts(members={(PERSON, TEAM): once}))
    area = judge(entry(house()), facts(areas={(TEAM, HAMLET): once}))
    assert member == (None if inside else Refusal("not_member_then", "team_id"))
    assert area == (None if inside else Refusal("not_your_area", "hamlet_id"))


def test_a_time_that_is_only_bounded_may_lie_anywhere_in_its_bounds() -> None:
    once: list[Period] = [(AT - 9 * DAY, AT - 8 * DAY)]
    loose = entry(house(), earliest=AT - 20 * DAY)
    assert judge(loose, facts(members={(PERSON, TEAM): once})) is None
    assert judge(entry(house(), earliest=AT - 7 * DAY), facts(members={(PERSON, TEAM): once})) is not None


@pytest.mark.parametrize(
    ("body", "known", "held"),
    [
        (visit(), {"households": {}}, Held((HOME,), "waits_for_household")),
        (REPAIR, {"households": {}}, Held((HOME,), "waits_for_household")),
        (person(), {"households": {}}, Held((HOME,), "waits_for_household")),
        (CHANGE, {"adults": {}}, Held((ADULT,), "waits_for_adult")),
        (visit(HOME, ADULT), {"adults": {}}, Held((ADULT,), "waits_for_adult")),
        (
            visit(HOME, ADULT),
            {"adults": {}, "households": {}},
            Held(tuple(sorted((HOME, ADULT))), "waits_for_household"),
        ),
    ],
)
def test_what_is_not_yet_known_is_waited_for(body: AnyBody, known: dict[str, Any], held: Held) -> None:
    assert judge(entry(body), facts(**known)) == held


def test_an_adult_of_another_house_is_refused() -> None:
    other = uuid7()
    found = judge(entry(visit(HOME, ADULT)), facts(adults={ADULT: other}, households={HOME: HAMLET}))
    assert found == Refusal("other_household", "adults")


def test_a_batch_is_judged_creations_first() -> None:
    home, adult = uuid7(), uuid7()
    batch = [
        entry(visit(home, adult), seq=3),
        entry(AdultChanged(team_id=TEAM, adult_id=adult, label="Bà"), seq=4),
        entry(person(adult, home), seq=2),
        entry(house(home), seq=1),
    ]
    known = facts(households={}, adults={})
    verdicts = judge_all(batch, known)
    assert [verdicts[one.event_id] for one in batch] == [None] * 4
    assert (known.households, known.adults) == ({home: HAMLET}, {adult: home})


def test_a_refused_creation_makes_nothing_known() -> None:
    home = uuid7()
    batch = [entry(house(home, hamlet=uuid7())), entry(visit(home))]
    verdicts = judge_all(batch, facts(households={}))
    assert verdicts[batch[0].event_id] == Refusal("not_your_area", "hamlet_id")
    assert verdicts[batch[1].event_id] == Held((home,), "waits_for_household")


def test_the_first_creation_of_a_house_stands() -> None:
    home, other = uuid7(), uuid7()
    known = facts(households={}, areas={(TEAM, HAMLET): ALWAYS, (TEAM, other): ALWAYS})
    judge_all([entry(house(home), seq=1), entry(house(home, hamlet=other), seq=2)], known)
    assert known.households == {home: HAMLET}


def test_sorted_out_puts_each_where_it_belongs() -> None:
    waiting, refused, counted = entry(visit(HOME, ADULT)), entry(house()), entry(REPAIR)
    verdicts: dict[UUID, Verdict] = {
        waiting.event_id: Held((HOME, ADULT), "waits_for_household"),
        refused.event_id: Refusal("not_your_area", "hamlet_id"),
        counted.event_id: None,
    }
    found = SortedOut([waiting, refused, counted], verdicts)
    assert found.holds == [(HOME, waiting.event_id), (ADULT, waiting.event_id)]
    assert found.refusals == [(refused.event_id, "not_your_area")]
    assert found.counted == [counted]


def test_subjects_and_creations() -> None:
    one = visit()
    assert [subject_of(body) for body in (house(), REPAIR, person(), CHANGE, one)] == [
        HOME,
        HOME,
        ADULT,
        ADULT,
        one.visit_id,
    ]
    assert [is_creation(body) for body in (house(), REPAIR, person(), CHANGE, one)] == [
        True,
        False,
        True,
        False,
        False,
    ]


def test_a_receipt_is_of_its_secret_its_phone_and_its_number() -> None:
    install = UUID(int=7)
    one = receipt("bí mật", install_id=install, seq=5)
    assert (one.install_id, one.seq) == (install, 5)
    assert one == receipt("bí mật", install_id=install, seq=5)
    others = {
        receipt("khác", install_id=install, seq=5).signature,
        receipt("bí mật", install_id=UUID(int=8), seq=5).signature,
        receipt("bí mật", install_id=install, seq=6).signature,
    }
    assert len(others | {one.signature}) == 4
    # Phones in the field hold receipts like this one: how they are made may not change.
    assert one.signature == "80e83d396c738f0e70fc6328bb9756eac70e5e86f6f83f251aa21151d69f1564"
