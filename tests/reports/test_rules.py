"""The transition table, exhaustively; deadlines, warnings and hashes."""

from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from itertools import product
from typing import Any

import pytest

from api.kit.calendar import Calendar, Shift
from api.kit.errors import NotAllowed
from api.kit.ids import uuid7
from api.kit.principal import Principal, Role
from api.reports import rules
from api.reports.contracts import Intake, RefusalReason, ReportState
from api.reports.contracts.handling import Standing, Telling
from api.reports.rules import Actor, ReportMoveRefused
from api.reports.rules.moves import Hands
from tests.given.cases import case_standing
from tests.given.reports import handler, new_report, officer

AT = datetime(2026, 11, 20, 3, tzinfo=UTC)
S = ReportState
OPEN = "received verifying assigned reopened"
TABLE = {
    "verify": ("received reopened", "verifying", "handler officer"),
    "assign": (f"{OPEN} in_progress waiting_agency", "assigned", "handler officer"),
    "bounce": (f"{OPEN} in_progress waiting_agency", "assigned", "handler"),
    "bounce_up": (f"{OPEN} in_progress waiting_agency", "verifying", "handler system"),
    "accept": (OPEN, "in_progress", "handler system"),
    "ask": ("in_progress", "waiting_reporter", "handler"),
    "reply": ("waiting_reporter", "in_progress", "reporter"),
    "consult": ("in_progress", "waiting_agency", "handler"),
    "split": ("in_progress", "waiting_agency", "handler officer"),
    "resume": ("waiting_agency waiting_reporter", "in_progress", "handler system"),
    "give_up": ("waiting_reporter", "refused", "system"),
    "extend": (f"{OPEN} in_progress waiting_agency", "", "handler"),
    "remind": (f"{OPEN} in_progress waiting_agency waiting_reporter", "", "system"),
    "escalate": (f"{OPEN} in_progress waiting_agency waiting_reporter reopen_requested", "", "system"),
    "answer": ("assigned in_progress", "done", "handler system"),
    "outside": (f"{OPEN} in_progress waiting_agency waiting_reporter done", "", "system"),
    "close": ("done", "closed", "handler officer system"),
    "refuse": (f"{OPEN} in_progress", "refused", "handler officer"),
    "merge": (f"{OPEN} in_progress", "merged", "handler officer"),
    "absorb": (f"{OPEN} in_progress waiting_agency waiting_reporter done", "", "handler officer"),
    "request_reopen": ("done closed", "reopen_requested", "reporter"),
    "reopen": ("reopen_requested", "reopened", "officer"),
    "decline_reopen": ("reopen_requested", "closed", "officer"),
}
"""The table once more, as a reviewer would write it: action → from, to (nowhere: it stays), who."""


def standing(**changes: Any) -> Standing:
    values: dict[str, Any] = {
        "id": uuid7(),
        "state": S.RECEIVED,
        "description": "Gọi 0912 345 678",
        "lat": 16.4779123,
        "lon": 107.6112345,
        "public_decimals": 3,
        **changes,
    }
    return case_standing(**values)


@pytest.mark.parametrize("action", TABLE)
def test_every_action_from_every_state_by_everybody(action: str) -> None:
    sources, target, actors = TABLE[action]
    for state, actor in product(S, Actor):
        if actor not in actors.split():
            with pytest.raises(NotAllowed):
                rules.step(action, state, actor)
        elif state not in sources.split():
            with pytest.raises(ReportMoveRefused) as refused:
                rules.step(action, state, actor)
            assert refused.value.extra == {"state": state, "actions": rules.possible(state, actor)}
        else:
            assert rules.step(action, state, actor) == (target or state)


def test_the_table_has_nothing_else() -> None:
    assert set(rules.MOVES) == set(TABLE)


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("actor", Actor)
def test_what_is_offered_is_possible_and_has_a_door(state: S, actor: Actor) -> None:
    offered = rules.possible(state, actor)
    for action in offered:
        rules.step(action, state, actor)
    inner = {"bounce_up", "absorb", "give_up", "remind", "escalate", "outside"}
    doors = {"request_reopen", "reply"} if actor is Actor.REPORTER else set(TABLE) - inner
    expected = {
        action
        for action, (sources, _, actors) in TABLE.items()
        if state in sources.split() and actor in actors.split() and action in doors
    }
    assert set(offered) == expected


def test_a_case_never_gets_stuck_and_never_leaves_refusal_or_merger() -> None:
    for state in S:
        ways_out = {row.target for row in rules.MOVES.values() if row.target and state in row.sources}
        assert bool(ways_out) == (state not in (S.REFUSED, S.MERGED))


def test_who_handles_a_case() -> None:
    mine = handler()
    assert rules.actor_of(mine, mine.agency_ids[0]) is Actor.HANDLER
    assert rules.actor_of(officer(), mine.agency_ids[0]) is Actor.OFFICER
    both = Principal(
        person_id=uuid7(),
        session_id=uuid7(),
        roles=frozenset({Role.HANDLER, Role.OFFICER}),
        agency_ids=mine.agency_ids,
    )
    assert rules.actor_of(both, mine.agency_ids[0]) is Actor.HANDLER
    assert rules.actor_of(both, uuid7()) is Actor.OFFICER
    retired = Principal(person_id=uuid7(), session_id=uuid7(), agency_ids=mine.agency_ids)
    for stranger, agency in ((mine, uuid7()), (mine, None), (retired, mine.agency_ids[0])):
        with pytest.raises(NotAllowed):
            rules.actor_of(stranger, agency)
        assert rules.possible_for_staff(Hands(state=S.RECEIVED, agency_id=agency), stranger) == []


def test_accepting_publishes_a_public_subject_rounded_and_without_numbers() -> None:
    after = rules.moved(standing(), "accept", Actor.HANDLER, AT)
    assert (after.state, after.acknowledged_at, after.published_at) == (S.IN_PROGRESS, AT, AT)
    assert (after.public_text, after.public_lat, after.public_lon) == ("Gọi [đã ẩn]", 16.478, 107.611)
    again = rules.moved(
        standing(state=S.REOPENED, published_at=AT, public_text="cũ", acknowledged_at=AT),
        "accept",
        Actor.HANDLER,
        AT + timedelta(days=1),
    )
    assert (again.published_at, again.public_text, again.acknowledged_at) == (AT, "cũ", AT)


def test_a_subject_that_is_not_public_stays_so() -> None:
    after = rules.moved(standing(category_public=False), "accept", Actor.HANDLER, AT)
    assert (after.published_at, after.public_text, after.public_lat) == (None, None, None)


def test_assigning_publishes_nothing_and_keeps_the_agency_unless_one_is_named() -> None:
    mine, other = uuid7(), uuid7()
    assert rules.moved(standing(agency_id=mine), "assign", Actor.OFFICER, AT).agency_id == mine
    after = rules.moved(standing(agency_id=mine), "assign", Actor.OFFICER, AT, agency_id=other)
    assert (after.agency_id, after.published_at, after.acknowledged_at) == (other, None, AT)


def test_a_result_at_once_takes_the_case_on_publishes_it_and_ends_it() -> None:
    after = rules.moved(standing(state=S.ASSIGNED), "answer", Actor.HANDLER, AT, answer="Đã dọn xong")
    assert (after.state, after.acknowledged_at, after.published_at, after.finished_at) == (S.DONE, AT, AT, AT)
    outside = rules.moved(standing(state=S.ASSIGNED), "answer", Actor.SYSTEM, AT, answer="Đã xong")
    assert (outside.state, outside.published_at) == (S.DONE, None)  # nobody of ours has read it


def test_ending_keeps_its_time_and_reopening_takes_it_back() -> None:
    done = rules.moved(standing(state=S.IN_PROGRESS), "answer", Actor.HANDLER, AT, answer="Xong")
    assert (done.answer, done.finished_at, done.closed_at) == ("Xong", AT, None)
    ended = rules.moved(done, "close", Actor.HANDLER, AT + timedelta(hours=1))
    assert (ended.finished_at, ended.closed_at, ended.answer) == (AT, AT + timedelta(hours=1), "Xong")
    asked = rules.moved(ended, "request_reopen", Actor.REPORTER, AT)
    assert (asked.finished_at, asked.acknowledged_at) == (AT, AT)
    opened = rules.moved(asked, "reopen", Actor.OFFICER, AT)
    assert (opened.finished_at, opened.closed_at, opened.answer) == (None, None, "Xong")


@pytest.mark.parametrize(("action", "state"), [("refuse", S.REFUSED), ("merge", S.MERGED)])
def test_what_is_refused_or_merged_is_public_no_more(action: str, state: S) -> None:
    case = standing(state=S.IN_PROGRESS, published_at=AT)
    after = rules.moved(case, action, Actor.HANDLER, AT, reason=RefusalReason.TEST)
    assert (after.state, after.published_at, after.refusal_reason) == (state, None, RefusalReason.TEST)


def test_a_reporter_leaves_no_mark_of_acknowledgement() -> None:
    case = standing(state=S.WAITING_REPORTER)
    assert rules.moved(case, "reply", Actor.REPORTER, AT).acknowledged_at is None


def test_the_window_for_reopening_ends_after_five_days_to_the_second() -> None:
    end = AT + timedelta(days=5)
    assert rules.may_reopen(AT, end)
    assert not rules.may_reopen(AT, end + timedelta(seconds=1))
    assert not rules.may_reopen(None, AT)
    assert rules.possible_for_reporter(S.CLOSED, AT, end) == ["request_reopen", "rate"]
    assert rules.possible_for_reporter(S.CLOSED, AT, end + timedelta(seconds=1)) == ["rate"]
    assert rules.possible_for_reporter(S.RECEIVED, None, AT) == []


def test_priority() -> None:
    assert rules.priority(category_urgent=True, reporter_urgent=False) == 1
    assert rules.priority(category_urgent=False, reporter_urgent=True) == 1
    assert rules.priority(category_urgent=False, reporter_urgent=False) == 2


def test_deadlines_are_counted_as_their_unit_says() -> None:
    day = AT.date().replace(month=1, day=1)
    calendar = Calendar([], [Shift(valid_from=day, opens=clock_time(8), closes=clock_time(17))])
    assert rules.deadline(calendar, AT, 5, "clock_hour") == AT + timedelta(hours=5)
    assert rules.deadline(calendar, AT, 8, "working_hour") == datetime(2026, 11, 23, 2, tzinfo=UTC)
    assert rules.deadline(calendar, AT, 1, "working_day") == datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_warnings_speak_up_only_when_there_is_reason() -> None:
    report, near, small = new_report(accuracy_m=100.0), rules.reach_m(10.0), intake(area_km2=10.0)
    assert rules.warnings(report, intake(), distance=None) == []
    assert rules.warnings(report, small, distance=near + 100) == []
    assert len(rules.warnings(report, small, distance=near + 101)) == 1
    assert "101 m" in rules.warnings(new_report(accuracy_m=101.0), intake(), distance=None)[0]
    assert rules.warnings(new_report(commune_confirmed=False), intake(), distance=None)
    former = intake(told_name="Phường Phú Hậu", commune_name="Phường Phú Xuân")
    assert "Phường Phú Hậu nay thuộc" in rules.warnings(new_report(), former, distance=None)[0]
    assert 4_000 < near < 5_000
    assert rules.reach_m(None) == rules.reach_m(30.0)


def intake(**changes: Any) -> Intake:
    values: dict[str, Any] = dict.fromkeys(Intake.__struct_fields__)
    return Intake(**{**values, "category": "khac", "commune_id": 1, "anonymous_allowed": True, **changes})


def test_a_report_needs_a_subject_a_commune_and_sometimes_a_name() -> None:
    rules.check_intake(new_report(anonymous=True), intake())
    rules.check_intake(new_report(), intake(anonymous_allowed=False))
    for new, place, field in (
        (new_report(), intake(category=None), "category_code"),
        (new_report(), intake(commune_id=None), "commune_code"),
        (new_report(anonymous=True), intake(anonymous_allowed=False), "anonymous"),
    ):
        with pytest.raises(rules.ReportUnusable) as refused:
            rules.check_intake(new, place)
        assert [error.field for error in refused.value.errors] == [field]


def test_cleaning_gives_one_text_form_and_forgets_an_anonymous_phone() -> None:
    report = new_report(description="  De\u0300n  tắt \u200b ", contact_phone="0912345678")
    kept = rules.cleaned(report)
    assert (kept.description, kept.contact_phone) == ("Dèn tắt", "0912345678")
    assert rules.cleaned(new_report(description="  ")).description is None
    steered = rules.cleaned(new_report(description="Đèn\u202e \x1b[31mtắt\x07\u2066")).description
    assert steered == "Đèn [31mtắt"
    assert rules.cleaned(new_report(anonymous=True, contact_phone="0912345678")).contact_phone is None


def test_the_hash_needs_the_secret_and_sees_every_field() -> None:
    report = new_report()
    base = rules.content_hash("s", report)
    assert base == rules.content_hash("s", report)
    assert base != rules.content_hash("t", report)
    assert base != rules.content_hash("s", new_report(id=report.id, lon=1.0))


def test_a_notice_is_a_sentence() -> None:
    told = Telling(
        person_id=uuid7(),
        report_id=uuid7(),
        code="PA-0000001",
        due_at=AT,
        category_name="Đèn đường",
        agency_name=None,
        refusal_reason="Trùng",
        note=None,
        notice_title="Không tiếp nhận {code}",
        notice_body="{reason}. {note}",
    )
    assert rules.notice(told) == ("Không tiếp nhận PA-0000001", "Trùng.")
