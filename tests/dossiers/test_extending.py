"""An agency that is late says so: a new date with its reason, a letter that is kept, followers told."""

from datetime import UTC, datetime
from typing import Any

import httpx
from hypothesis import example, given
from hypothesis import strategies as st

from api.dossiers.contracts import AfterPause, ClockState
from api.dossiers.rules.flow import Step, Term, stand
from api.kit.calendar import Period, Unit
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.dossiers.test_clock import CALENDAR, STATES, TERMS, vn
from tests.given.dossiers import LAST4, given_code, given_key, given_person, tell, told
from tests.given.time import frozen
from tests.given.work import run_outbox

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
LATER = {"due_at": "2026-11-25T10:00:00Z", "reason": "Chờ kết quả xác minh của công an xã."}


def timed(*events: tuple[str, str, str | None], after: AfterPause = AfterPause.RESTART) -> Any:
    steps = [
        Step(
            sequence=place,
            state_code=code,
            occurred_at=vn(at),
            extension_due_at=vn(due) if due else None,
            extension_reason="lý do" if due else None,
        )
        for place, (code, at, due) in enumerate(events)
    ]
    return stand(steps, STATES, Term(period=Period(amount=3), after_pause=after), CALENDAR)


async def look(client: httpx.AsyncClient, code: str) -> dict[str, Any]:
    answer = await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": LAST4})
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


async def test_a_new_date_is_shown_with_the_first_one_its_reason_and_the_letter(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    with frozen(NOW):
        await tell(client, key, code, told("2", 1, deadline={"amount": 3}))
        receipt = await tell(client, key, code, told("2", 2, extension=LATER))
        shown = await look(client, code)
    assert (receipt["result"], receipt["flags"], receipt["due_at"]) == ("applied", [], LATER["due_at"])
    assert (shown["due_at"], shown["first_due_at"]) == (LATER["due_at"], "2026-11-19T10:00:00Z")
    assert shown["extension_reason"] == LATER["reason"]
    assert shown["standing"] == (
        "Hẹn trả 25/11/2026, còn 4 ngày làm việc. Cơ quan đã xin lỗi và hẹn lại ngày (hạn đầu 19/11/2026)."
        " Lý do: Chờ kết quả xác minh của công an xã."
    )
    assert shown["timeline"][1]["told"].startswith("Cơ quan xin lỗi và hẹn lại ngày trả kết quả: 25/11/2026.")
    assert shown["letters"] == [
        {
            "title": "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
            "made_at": "2026-11-18T02:00:00Z",
            "body": (
                "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ\n"
                "Ngày 18/11/2026\n"
                f"Kính gửi: Ông/Bà đã nộp hồ sơ mã {code}\n"
                "Công an phường Vỹ Dạ đã tiếp nhận giải quyết hồ sơ: Đăng ký thường trú.\n"
                "Ngày hẹn trả kết quả trước đây: 17:00 ngày 19/11/2026.\n"
                "Đến nay hồ sơ chưa giải quyết xong. Lý do: Chờ kết quả xác minh của công an xã.\n"
                "Công an phường Vỹ Dạ xin lỗi Ông/Bà và hẹn lại thời gian trả kết quả: 17:00 ngày 25/11/2026.\n"
                "Mong Ông/Bà thông cảm vì sự chậm trễ này."
            ),
        }
    ]


async def test_followers_are_told_once(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    await given_person(tx, phone="+84912345678")
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1, deadline={"amount": 3}))
    body = told("2", 2, extension=LATER)
    await tell(client, key, code, body)
    await tell(client, key, code, body)
    await run_outbox(tx, files, settings)
    rows = await tx.fetch("select title, body from message order by id")
    titles = [row["title"] for row in rows]
    assert titles == ["Hồ sơ: Được tiếp nhận", "Hồ sơ: xin lỗi, hẹn lại 25/11/2026"]
    assert "Chờ kết quả xác minh" in rows[1]["body"]
    assert await tx.fetchval("select count(*) from dossier_letter") == 1


async def test_a_date_that_is_not_later_moves_nothing_and_a_second_one_is_flagged(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1, deadline={"amount": 3}))
    early = LATER | {"due_at": "2026-11-19T10:00:00Z"}
    first = await tell(client, key, code, told("2", 2, extension=early))
    assert (first["flags"], first["due_at"]) == (["extension_not_later"], "2026-11-19T10:00:00Z")
    assert (await look(client, code))["letters"] == []
    await tell(client, key, code, told("2", 3, extension=LATER))
    second = await tell(client, key, code, told("2", 4, extension=LATER | {"due_at": "2026-12-01T10:00:00Z"}))
    assert (second["flags"], second["due_at"]) == (["second_extension"], "2026-12-01T10:00:00Z")
    shown = await look(client, code)
    assert (shown["first_due_at"], len(shown["letters"])) == ("2026-11-19T10:00:00Z", 2)


async def test_who_is_finished_or_has_not_begun_owes_no_apology(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files
) -> None:
    await given_person(tx, phone="+84912345678")
    key = await given_key(tx, settings)
    for state in ("1", "9"):
        code = given_code()
        await tell(client, key, code, told(state, 1, deadline={"amount": 3}))
        receipt = await tell(client, key, code, told(state, 2, extension=LATER))
        assert (receipt["result"], receipt["flags"]) == ("applied", ["extension_not_later"])
        shown = await look(client, code)
        assert (shown["letters"], shown["extension_reason"]) == ([], None)
        assert "hẹn lại" not in shown["timeline"][1]["told"]
    await run_outbox(tx, files, settings)
    assert await tx.fetchval("select count(*) from message where body like '%hẹn lại%'") == 0


async def test_a_reason_is_needed(client: httpx.AsyncClient, tx: Connection, settings: Settings) -> None:
    key, code = await given_key(tx, settings), given_code()
    for wrong in ({"reason": " "}, {"reason": None}, {"due_at": "2026-11-25"}):
        body = told("2", 1, extension=LATER | wrong)
        answer = await client.put(f"/v1/integration/dossiers/{code}", json=body, auth=key)
        assert answer.status_code == 422


def test_done_by_the_new_date_is_said_as_it_is() -> None:
    standing = timed(
        ("2", "2026-11-16T09:00", None),
        ("2", "2026-11-18T09:00", "2026-11-25T17:00"),
        ("9", "2026-11-24T09:00", None),
    )
    assert (standing.due_at, standing.first_due_at) == (vn("2026-11-25T17:00"), vn("2026-11-19T17:00"))
    assert not standing.late_at(vn("2026-12-31T09:00"))


def test_an_extension_before_the_clock_or_after_the_end_moves_nothing() -> None:
    assert timed(("1", "2026-11-16T09:00", "2026-11-25T17:00")).due_at is None
    done = timed(("2", "2026-11-16T09:00", None), ("9", "2026-11-17T09:00", "2026-11-25T17:00"))
    assert (done.due_at, done.first_due_at, done.clock) == (vn("2026-11-19T17:00"), None, ClockState.STOPPED)


def test_a_new_period_after_a_pause_does_not_take_a_promise_back() -> None:
    paused = [
        ("2", "2026-11-16T09:00", None),
        ("2", "2026-11-17T09:00", "2026-12-04T17:00"),
        ("5", "2026-11-18T09:00", None),
    ]
    early = timed(*paused, ("4", "2026-11-19T09:00", None))
    assert (early.due_at, early.first_due_at) == (vn("2026-12-04T17:00"), vn("2026-11-19T17:00"))
    late = timed(*paused, ("4", "2026-12-02T09:00", None))
    assert (late.due_at, late.first_due_at, late.extension_reason) == (vn("2026-12-07T17:00"), None, None)


@example(  # extended while papers were missing, before the clock had ever run
    Term(period=Period(amount=0, unit=Unit.WORKING_DAY), after_pause=AfterPause.RESTART),
    [("2", 1, None), ("5", 0, 9), ("5", 0, 10)],
)
@given(
    TERMS,
    st.lists(
        st.tuples(
            st.sampled_from(["2", "4", "5", "6", "9"]),
            st.integers(0, 40 * 24),
            st.none() | st.integers(0, 90 * 24),
        ),
        max_size=6,
    ),
)
def test_an_extension_never_makes_a_due_date_earlier(
    term: Term, moves: list[tuple[str, int, int | None]]
) -> None:
    start = vn("2026-03-02T08:00")
    steps = [
        Step(
            sequence=place,
            state_code=code,
            occurred_at=datetime.fromtimestamp(start.timestamp() + 3600 * hour, tz=UTC),
            extension_due_at=datetime.fromtimestamp(start.timestamp() + 3600 * (hour + more), tz=UTC)
            if more
            else None,
            extension_reason="lý do" if more else None,
        )
        for place, (code, hour, more) in enumerate(sorted(moves, key=lambda move: move[1]))
    ]
    plain = [Step(sequence=s.sequence, state_code=s.state_code, occurred_at=s.occurred_at) for s in steps]
    with_them, without = stand(steps, STATES, term, CALENDAR), stand(plain, STATES, term, CALENDAR)
    assert with_them.clock is without.clock
    if without.due_at is not None and with_them.due_at is not None:
        assert with_them.due_at >= without.due_at
    if with_them.first_due_at is not None:
        assert with_them.extension_reason is not None
        assert with_them.due_at is not None
        assert with_them.first_due_at < with_them.due_at
