"""How a dossier stands in time: in plain words, by which period, by whose calendar."""

from datetime import UTC, datetime

import httpx
import pytest

from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, given_code, given_key, tell, told
from tests.given.time import frozen

WAITS, MORNING = "Thời hạn chưa bắt đầu tính. Cơ quan", "trước 09:00 ngày 17/11/2026"


@pytest.mark.parametrize(
    ("steps", "at", "standing", "days_left", "late"),
    [
        ([("1", "16T09")], "17T08", f"{WAITS} trả lời có tiếp nhận hay không {MORNING}.", None, False),
        ([("1", "16T09")], "18T09", f"{WAITS} phải trả lời {MORNING} mà chưa trả lời.", None, False),
        ([("2", "16T09")], "18T09", "Hẹn trả 19/11/2026, còn 1 ngày làm việc.", 1, False),
        ([("2", "16T09")], "19T16", "Hẹn trả hôm nay, 19/11/2026.", 0, False),
        ([("2", "16T09")], "19T18", "Đã quá giờ hẹn hôm nay, 19/11/2026.", 0, True),
        ([("2", "16T09")], "23T09", "Trễ hẹn 2 ngày làm việc (hạn 19/11/2026).", -2, True),
        ([("2", "16T09"), ("6", "17T09")], "23T09", "Tạm dừng tính thời hạn từ 17/11/2026.", None, False),
        (
            [("2", "16T09"), ("5", "20T09")],
            "23T09",
            "Tạm dừng tính thời hạn từ 20/11/2026. Lúc tạm dừng, hồ sơ đã quá hạn.",
            None,
            True,
        ),
        ([("2", "16T09"), ("9", "19T16")], "23T09", "Xong đúng hạn.", None, False),
        ([("2", "16T09"), ("9", "20T09")], "23T09", "Xong sau hạn 19/11/2026.", None, True),
    ],
)
async def test_how_it_stands_in_plain_words(  # noqa: PLR0917  the columns of the table
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    steps: list[tuple[str, str]],
    at: str,
    standing: str,
    days_left: int | None,
    late: bool,  # noqa: FBT001  a column of the table
) -> None:
    key, code = await given_key(tx, settings), given_code()
    with frozen(datetime.fromisoformat(f"2026-11-{at}:00:00+07:00")):
        for place, (state, when) in enumerate(steps):
            body = told(state, place, occurred_at=f"2026-11-{when}:00:00+07:00", deadline={"amount": 3})
            await tell(client, key, code, body)
        shown = (await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": LAST4})).json()
    assert (shown["standing"], shown["days_left"], shown["late"]) == (standing, days_left, late)
    assert (shown["due_at"] is None) == (days_left is None)
    assert shown["late_reason"] == ("Cơ quan chưa nêu lý do." if late else None)


async def test_why_it_is_late_and_the_new_promise_are_the_agencys_words(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    body = told(
        "4",
        1,
        deadline={"amount": 1},
        late_reason="Chờ xác minh của công an xã",
        promised_at="2026-11-30T10:00:00Z",
    )
    with frozen(datetime(2026, 11, 23, 2, tzinfo=UTC)):
        await tell(client, key, code, body)
        shown = (await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": LAST4})).json()
    assert shown["late"] is True
    assert shown["late_reason"] == "Chờ xác minh của công an xã"
    assert shown["promised_at"] == "2026-11-30T10:00:00Z"


async def test_without_a_period_the_agencys_promise_is_the_due_date(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    body = told("2", 1, procedure_code="9.999999", promised_at="2026-11-20T10:00:00Z")
    with frozen(datetime(2026, 11, 18, 2, tzinfo=UTC)):
        await tell(client, key, code, body)
        shown = (await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": LAST4})).json()
    assert shown["due_at"] == "2026-11-20T10:00:00Z"
    assert shown["days_left"] == 2
    assert shown["procedure_name"] == "9.999999"


async def test_a_local_closure_moves_the_due_date_of_that_agency_only(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, here, elsewhere = await given_key(tx, settings), given_code(), given_code()
    await tx.execute(
        "insert into holiday (scope, on_date, kind, name, certainty, source)"
        " values ('H57.12', '2026-11-17', 'local_closure', 'Lũ', 'high', 'test')"
    )
    with frozen(datetime(2026, 11, 16, 3, tzinfo=UTC)):
        closed = await tell(client, key, here, told("2", 1, agency_code="H57.12", deadline={"amount": 2}))
        open_ = await tell(client, key, elsewhere, told("2", 1, agency_code="H57.13", deadline={"amount": 2}))
    assert closed["due_at"] == "2026-11-19T10:00:00Z"
    assert open_["due_at"] == "2026-11-18T10:00:00Z"


async def test_the_terms_of_a_procedure_serve_when_the_source_is_silent(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, birth, local = await given_key(tx, settings), given_code(), given_code()
    await tx.execute(
        "insert into dossier_term (procedure_code, amount, unit, after_pause, source)"
        " values ('9.000001', 3, 'working_day', 'resume', 'test')"
    )
    receipt = await tell(
        client, key, birth, told("2", 1, procedure_code="1.001193", occurred_at="2026-11-16T08:00:01Z")
    )
    assert receipt["due_at"] == "2026-11-17T10:00:00Z"
    for place, (state, when) in enumerate([("2", "09"), ("5", "10"), ("4", "16")]):
        receipt = await tell(
            client,
            key,
            local,
            told(state, place, procedure_code="9.000001", occurred_at=f"2026-11-{when}T02:00:00Z"),
        )
    assert receipt["due_at"] == "2026-11-18T10:00:00Z"


async def test_what_the_source_says_of_the_period_goes_first(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    period = {"amount": 4, "unit": "working_hour", "after_pause": "resume"}
    receipt = await tell(client, key, code, told("2", 1, procedure_code="1.001193", deadline=period))
    assert receipt["due_at"] == "2026-11-16T07:30:00Z"
