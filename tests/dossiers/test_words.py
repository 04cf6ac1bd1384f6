"""A dossier in plain Vietnamese, from rows given: no database needed to read the sentences."""

from datetime import UTC, datetime, timedelta

import pytest

from api.dossiers.contracts import ClockState, Dossier, FiledBy, Flag, TimelineEntry
from api.dossiers.load import shipped_states
from api.dossiers.rules.flow import Standing
from api.dossiers.rules.notices import BODY_MAX, TITLE_MAX, clipped, notice_words
from api.dossiers.rules.words import day_words, describe, standing_words
from api.kit.calendar import Calendar
from api.kit.clock import VN
from tests.given.dossiers import ID, given_event, given_row

STATES = {state.code: state for state in shipped_states()}
CALENDAR = Calendar([])
NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
DUE = datetime(2026, 11, 19, 10, tzinfo=UTC)
LATER = datetime(2026, 11, 20, 3, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 20, 10, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 21, 2, tzinfo=UTC)
LATE_PAUSE = "Tạm dừng tính thời hạn từ 20/11/2026. Lúc tạm dừng, hồ sơ đã quá hạn."


def test_a_message_says_what_happened_what_to_do_and_of_what() -> None:
    title, body = notice_words(
        given_row(procedure_title="Đăng ký thường trú"), given_event(state_code="5", note="Thiếu ảnh"), STATES
    )
    assert title == "Hồ sơ: Yêu cầu bổ sung giấy tờ"
    assert body.split("\n") == [
        "Cơ quan yêu cầu bạn bổ sung giấy tờ.",
        "Ghi chú của cơ quan: Thiếu ảnh",
        "Hẹn trả kết quả: 19/11/2026.",
        "Việc của bạn: Bổ sung giấy tờ theo ghi chú của cơ quan. Thời hạn tạm dừng cho đến khi đủ giấy tờ.",
        "Hồ sơ H57-1, Đăng ký thường trú.",
    ]


def test_an_apology_that_moved_nothing_promises_nothing() -> None:
    extended = {"extension_due_at": DUE, "extension_reason": "Chờ ý kiến Sở"}
    for flags, title, day in (
        ([], "Hồ sơ: xin lỗi, hẹn lại 19/11/2026", "19/11/2026"),
        ([Flag.EXTENSION_NOT_LATER], "Hồ sơ: Đang xử lý", "20/11/2026"),
    ):
        event = given_event(flags=flags, **extended)
        said, body = notice_words(given_row(due_at=FRIDAY), event, STATES)
        assert (said, day in body) == (title, True)
        (line,) = describe(given_row(due_at=FRIDAY), [event], STATES, CALENDAR, NOW).timeline
        assert ("hẹn lại" in line.told) is (not flags)


def test_a_message_of_an_unknown_state_says_so() -> None:
    title, body = notice_words(given_row(), given_event(state_code="CKS", state_name="Chờ ký số"), STATES)
    assert title == "Hồ sơ: Chờ ký số"
    assert body.split("\n") == [
        "Cơ quan báo trạng thái “Chờ ký số”. Ngõ Số chưa có lời giải thích cho trạng thái này.",
        "Hẹn trả kết quả: 19/11/2026.",
        "Việc của bạn: Nếu chưa rõ phải làm gì, hãy gọi cho cơ quan và đọc mã hồ sơ.",
        "Hồ sơ H57-1, 1.1.",
    ]


def test_long_texts_are_cut_and_marked() -> None:
    assert clipped("x" * 5, 5) == "xxxxx"
    assert clipped("x" * 6, 5) == "xxxx…"
    title, body = notice_words(
        given_row(), given_event(state_code="?", state_name="t" * 300, note="n" * 3000), STATES
    )
    assert (len(title), len(body)) == (TITLE_MAX, BODY_MAX)


def test_a_correction_is_said_before_what_it_says() -> None:
    shown = describe(given_row(), [given_event(correction=True)], STATES, CALENDAR, NOW)
    assert shown.timeline[0].told == (
        "Cơ quan sửa lại thông tin đã báo trước đó. Hồ sơ đã chuyển đến phòng chuyên môn và đang được xử lý."
    )


@pytest.mark.parametrize(
    ("state", "agency", "holder"),
    [
        ("4", "UBND phường Vỹ Dạ", "Phòng chuyên môn, UBND phường Vỹ Dạ"),
        ("4", None, "Phòng chuyên môn"),
        ("5", "UBND phường Vỹ Dạ", "Bạn"),
        ("CKS", "UBND phường Vỹ Dạ", "UBND phường Vỹ Dạ"),
        ("CKS", None, "Cơ quan xử lý"),
    ],
)
def test_who_has_it_now(state: str, agency: str | None, holder: str) -> None:
    shown = describe(given_row(state_code=state, agency_name=agency), [], STATES, CALENDAR, NOW)
    assert shown.held_by == holder


def test_our_names_go_before_the_sources_and_codes_come_last() -> None:
    ours = describe(
        given_row(procedure_title="A", procedure_name="B", agency_title="C", agency_name="D"),
        [],
        STATES,
        CALENDAR,
        NOW,
    )
    assert (ours.procedure_name, ours.agency_name) == ("A", "C")
    theirs = describe(given_row(procedure_name="B", agency_name="D"), [], STATES, CALENDAR, NOW)
    assert (theirs.procedure_name, theirs.agency_name) == ("B", "D")
    bare = describe(given_row(), [], STATES, CALENDAR, NOW)
    assert (bare.procedure_name, bare.agency_name) == ("1.1", None)


@pytest.mark.parametrize(
    ("standing", "days_left", "sentence"),
    [
        (Standing(), None, "Thời hạn chưa bắt đầu tính."),
        (Standing(clock=ClockState.RUNNING), None, "Cơ quan chưa cho biết thời hạn."),
        (Standing(clock=ClockState.STOPPED, stopped_at=NOW), None, "Thời hạn đã dừng."),
        (Standing(clock=ClockState.STOPPED, stopped_at=NOW, due_at=DUE), None, "Xong đúng hạn."),
        (Standing(clock=ClockState.STOPPED, stopped_at=DUE, due_at=NOW), None, "Xong sau hạn 18/11/2026."),
        (Standing(clock=ClockState.PAUSED, paused_at=NOW), None, "Tạm dừng tính thời hạn từ 18/11/2026."),
        (
            Standing(clock=ClockState.RUNNING, due_at=DUE),
            1,
            "Hẹn trả 19/11/2026, còn 1 ngày làm việc.",
        ),
    ],
)
def test_sentences_about_time(standing: Standing, days_left: int | None, sentence: str) -> None:
    assert standing_words(standing, days_left, NOW) == sentence


def test_everything_a_follower_is_shown() -> None:
    shown = describe(
        given_row(
            procedure_title="Đăng ký thường trú",
            agency_title="Công an phường Vỹ Dạ",
            late_reason="Mất điện",
            promised_at=DUE,
            followed=True,
            demo=True,
        ),
        [given_event(state_code="X", state_name="Tên nguồn", note="ghi chú", correction=True)],
        STATES,
        CALENDAR,
        NOW,
    )
    assert shown == Dossier(
        id=ID,
        code="H57-1",
        procedure_code="1.1",
        procedure_name="Đăng ký thường trú",
        agency_name="Công an phường Vỹ Dạ",
        state_code="4",
        state_name="Đang xử lý",
        state_known=True,
        clock=ClockState.RUNNING,
        due_at=DUE,
        promised_at=DUE,
        days_left=1,
        first_due_at=None,
        extension_reason=None,
        late=False,
        late_reason="Mất điện",
        standing="Hẹn trả 19/11/2026, còn 1 ngày làm việc.",
        held_by="Phòng chuyên môn, Công an phường Vỹ Dạ",
        next_step="Bạn chưa phải làm gì, chỉ cần chờ đến ngày hẹn.",
        last_known_at=NOW,
        last_known="Biết lần cuối lúc 09:00 ngày 18/11/2026.",
        silent=False,
        filed_by=FiledBy.SELF,
        followed=True,
        owned=False,
        demo=True,
        timeline=[
            TimelineEntry(
                state_code="X",
                state_name="Tên nguồn",
                occurred_at=NOW,
                told="Cơ quan sửa lại thông tin đã báo trước đó. Cơ quan báo trạng thái “Tên nguồn”."
                " Ngõ Số chưa có lời giải thích cho trạng thái này.",
                note="ghi chú",
                correction=True,
            )
        ],
    )


@pytest.mark.parametrize(
    ("clock", "moment", "late", "sentence"),
    [
        ({"clock": ClockState.PAUSED, "paused_at": LATER}, NOW, True, LATE_PAUSE),
        ({"clock": ClockState.STOPPED, "stopped_at": LATER}, NOW, True, "Xong sau hạn 19/11/2026."),
        ({}, LATER, True, "Trễ hẹn 1 ngày làm việc (hạn 19/11/2026)."),
        ({}, DUE + timedelta(hours=1), True, "Đã quá giờ hẹn hôm nay, 19/11/2026."),
        ({}, DUE, False, "Hẹn trả hôm nay, 19/11/2026."),
        ({"due_at": FRIDAY}, SATURDAY, True, "Đã quá hạn 20/11/2026."),
        (
            {"state_code": "3", "clock": ClockState.STOPPED, "stopped_at": NOW},
            NOW,
            False,
            "Thời hạn đã dừng.",
        ),
        (
            {"state_code": "7", "clock": ClockState.STOPPED, "stopped_at": LATER},
            LATER,
            True,
            "Thời hạn đã dừng, sau hạn 19/11/2026.",
        ),
    ],
)
def test_lateness_in_words(
    clock: dict[str, object],
    moment: datetime,
    late: bool,  # noqa: FBT001  a column of the table
    sentence: str,
) -> None:
    shown = describe(given_row(**clock), [], STATES, CALENDAR, moment)
    assert (shown.late, shown.standing) == (late, sentence)
    assert shown.late_reason == ("Cơ quan chưa nêu lý do." if late else None)


def test_an_unknown_state_is_shown_as_unknown() -> None:
    shown = describe(given_row(state_code="X", state_name="Tên nguồn"), [], STATES, CALENDAR, NOW)
    assert (shown.state_known, shown.state_name) == (False, "Tên nguồn")
    assert describe(given_row(state_code="X"), [], STATES, CALENDAR, NOW).state_name == "Mã X"


def test_dates_are_vietnamese_dates() -> None:
    evening = datetime(2026, 11, 18, 17, 30, tzinfo=UTC)  # 00:30 on the 19th in Vietnam
    assert day_words(evening) == "19/11/2026"


def test_a_paused_or_stopped_clock_shows_no_due_date() -> None:
    paused = describe(given_row(clock=ClockState.PAUSED, paused_at=NOW), [], STATES, CALENDAR, NOW)
    assert (paused.due_at, paused.days_left, paused.late) == (None, None, False)
    stopped = describe(given_row(clock=ClockState.STOPPED, stopped_at=NOW), [], STATES, CALENDAR, NOW)
    assert (stopped.due_at, stopped.days_left, stopped.late) == (None, None, False)


def test_the_agencys_promise_serves_when_no_period_is_known() -> None:
    shown = describe(given_row(due_at=None, promised_at=DUE), [], STATES, CALENDAR, NOW)
    assert (shown.due_at, shown.days_left) == (DUE, 1)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"promised_at": FRIDAY}, " Giấy hẹn của cơ quan ghi 20/11/2026."),
        ({"promised_at": DUE - timedelta(hours=3)}, ""),
        ({"promised_at": FRIDAY, "due_at": None}, ""),
        ({"promised_at": FRIDAY, "clock": ClockState.PAUSED, "paused_at": NOW}, ""),
    ],
)
def test_a_receipt_with_another_date_is_said(facts: dict[str, object], said: str) -> None:
    shown = describe(given_row(**facts), [], STATES, CALENDAR, NOW)
    assert shown.standing.partition(".")[2] == said
    extended = describe(given_row(extension_reason="Chờ", **facts), [], STATES, CALENDAR, NOW)
    assert "Giấy hẹn" not in extended.standing


def test_the_reason_of_an_extension_is_the_reason_when_it_is_late_all_the_same() -> None:
    shown = describe(given_row(extension_reason="Chờ ý kiến Sở"), [], STATES, CALENDAR, LATER)
    assert (shown.late, shown.late_reason) == (True, "Chờ ý kiến Sở")


@pytest.mark.parametrize(
    ("facts", "moment", "silent"),
    [
        ({"due_at": None}, datetime(2026, 11, 24, 2, tzinfo=UTC), False),
        ({"due_at": None}, datetime(2026, 11, 25, 2, tzinfo=UTC), True),
        ({}, DUE + timedelta(hours=1), False),
        ({}, LATER, True),
        ({"last_known_at": DUE}, LATER, False),
        (
            {"state_code": "10", "clock": ClockState.STOPPED, "stopped_at": NOW},
            DUE + timedelta(days=60),
            False,
        ),
        ({"state_code": "5", "clock": ClockState.PAUSED, "paused_at": NOW}, DUE + timedelta(days=9), True),
    ],
)
def test_a_silent_source_is_said_to_be_silent(
    facts: dict[str, object],
    moment: datetime,
    silent: bool,  # noqa: FBT001  a column of the table
) -> None:
    shown = describe(given_row(**facts), [], STATES, CALENDAR, moment)
    heard = shown.last_known_at.astimezone(VN).strftime("%H:%M ngày %d/%m/%Y")
    assert shown.silent is silent
    assert shown.last_known.startswith(f"Biết lần cuối lúc {heard}.")
    assert ("chưa cập nhật" in shown.last_known) is silent
