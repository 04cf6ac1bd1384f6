"""An ordinary event that leaves the state as it was but moves the promised date: each follower hears of it once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from msgspec.structs import replace

from api.dossiers.contracts import ClockState, EventRow, Flag, Verdict
from api.dossiers.load import shipped_states
from api.dossiers.rules.flow import Standing
from api.dossiers.rules.notices import date_words, is_moved_by_an_event, is_told_for_its_date
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.dossiers import (
    LAST4,
    PROMISED,
    STARTED,
    SystemKey,
    given_code,
    given_event,
    given_key,
    given_person,
    given_row,
    tell,
    told,
)
from tests.given.time import frozen
from tests.given.work import run_outbox

NOW = datetime(2026, 11, 17, 3, tzinfo=UTC)
STATES = {state.code: state for state in shipped_states()}
FRIDAY, MONDAY = "2026-11-20T10:00:00Z", "2026-11-30T10:00:00Z"
TOLD = "select title, body, params::text as params from message where person_id = $1 order by created_at, id"


class Followed:
    """A dossier in state 4 that somebody follows, by default with the agency's promise and no period."""

    def __init__(self, client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files) -> None:
        self.client, self.tx, self.settings, self.files = client, tx, settings, files
        self.code, self.person = given_code(), UUID(int=0)
        self.key: SystemKey

    async def tell(self, state: str, sequence: int, **changes: Any) -> dict[str, Any]:
        facts = {"procedure_code": "9.999999"} | changes
        with frozen(NOW + timedelta(minutes=sequence)):
            return await tell(self.client, self.key, self.code, told(state, sequence, **facts))

    async def inbox(self) -> list[Any]:
        with frozen(NOW + timedelta(hours=1)):
            await run_outbox(self.tx, self.files, self.settings)
        return list(await self.tx.fetch(TOLD, self.person))


@pytest.fixture
async def followed(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[[UUID], dict[str, str]],
) -> Followed:
    followed = Followed(client, tx, settings, files)
    followed.key = await given_key(tx, settings)
    followed.person = await given_person(tx)
    await followed.tell("4", 1, promised_at=FRIDAY)
    with frozen(NOW + timedelta(seconds=90)):
        body = {"code": followed.code, "phone_last4": LAST4}
        answer = await client.post("/v1/me/dossiers", json=body, headers=as_person(followed.person))
        assert answer.status_code == 201
    return followed


async def test_a_new_promise_is_told_once_with_its_day_and_why(followed: Followed) -> None:
    await followed.tell("4", 2, promised_at=MONDAY, late_reason="Chờ xác minh.")
    # The same promise again, at another hour too, and an event that names none.
    await followed.tell("4", 3, promised_at=MONDAY)
    await followed.tell("4", 4, promised_at="2026-11-30T03:00:00Z")
    await followed.tell("4", 5)
    (row,) = await followed.inbox()
    assert row["title"] == "Hồ sơ: hẹn trả đổi sang 30/11/2026"
    assert row["body"].split("\n")[:2] == [
        "Ngày hẹn trả kết quả bây giờ là 30/11/2026.", "Lý do: Chờ xác minh.",
    ]  # fmt: skip
    assert "hẹn trả đổi sang 30/11/2026" in row["params"]


async def test_another_period_is_told_and_the_receipts_own_date_with_it(followed: Followed) -> None:
    await followed.tell("4", 2, deadline={"amount": 3})
    (row,) = await followed.inbox()
    assert row["title"] == "Hồ sơ: ngày hẹn trả kết quả đã đổi"
    assert row["body"].startswith(
        "Cơ quan hẹn trả kết quả ngày 20/11/2026; hạn tính theo quy định là 19/11/2026."
    )
    await followed.tell("4", 3, deadline={"amount": 3}, promised_at=FRIDAY)
    assert len(await followed.inbox()) == 1


async def test_an_older_step_that_moves_the_date_is_told_for_the_date(followed: Followed) -> None:
    await followed.tell("4", 5, deadline={"amount": 3, "after_pause": "restart"})
    await followed.inbox()
    await followed.tx.execute("delete from message")
    await followed.tell("5", 3, occurred_at="2026-11-16T03:00:00Z")
    assert await followed.inbox() == []
    # The papers were complete a day later than we thought: three days from there.
    assert (await followed.tell("4", 4, occurred_at="2026-11-17T02:00:00Z"))["result"] == "late"
    (row,) = await followed.inbox()
    assert row["title"] == "Hồ sơ: hẹn trả đổi sang 20/11/2026"


async def test_a_change_of_state_tells_the_new_date_itself(followed: Followed) -> None:
    await followed.tell("2", 2, promised_at=MONDAY, correction=True)
    (row,) = await followed.inbox()
    assert row["title"] == "Hồ sơ: Được tiếp nhận"
    assert "Hẹn trả kết quả: 30/11/2026." in row["body"]


async def test_a_clock_that_stands_still_promises_nothing(followed: Followed) -> None:
    await followed.tell("5", 2)
    await followed.tell("5", 3, promised_at=MONDAY)
    assert [row["title"] for row in await followed.inbox()] == ["Hồ sơ: Yêu cầu bổ sung giấy tờ"]


async def test_many_at_once_are_told_the_same_way(followed: Followed) -> None:
    items = [
        {"code": followed.code, **told("4", 2, procedure_code="9.999999", promised_at=MONDAY)},
        {"code": followed.code, **told("4", 3, procedure_code="9.999999")},
    ]
    with frozen(NOW + timedelta(minutes=2)):
        answer = await followed.client.post(
            "/v1/integration/dossiers", json={"items": items}, auth=followed.key
        )
    assert answer.json()["counts"]["applied"] == 2
    assert [row["title"] for row in await followed.inbox()] == ["Hồ sơ: hẹn trả đổi sang 30/11/2026"]


def step(sequence: int, state: str, *, recorded: int, **changes: Any) -> EventRow:
    at = STARTED + timedelta(minutes=recorded)
    return given_event(sequence=sequence, state_code=state, recorded_at=at, **changes)


def test_what_came_in_later_does_not_change_why_an_event_is_told() -> None:
    accepted, processed = step(1, "2", recorded=0), step(3, "4", recorded=1)
    again = step(4, "4", recorded=2)
    between = step(2, "4", recorded=3, verdict=Verdict.LATE)
    timeline = [accepted, between, processed, again]
    assert [is_told_for_its_date(one, timeline) for one in timeline] == [False, True, False, True]
    extended = {"extension_due_at": PROMISED, "extension_reason": "Chờ"}
    news = step(5, "4", recorded=4, **extended)
    empty = step(6, "4", recorded=5, flags=[Flag.EXTENSION_NOT_LATER], **extended)
    assert not is_told_for_its_date(news, [*timeline, news])
    assert is_told_for_its_date(empty, [*timeline, news, empty])


def test_no_date_is_told_that_does_not_hold_any_more() -> None:
    assert date_words(given_row(clock=ClockState.PAUSED, paused_at=STARTED), given_event(), STATES) is None
    assert date_words(given_row(due_at=None), given_event(), STATES) is None


RUNNING = Standing(clock=ClockState.RUNNING, due_at=PROMISED)
EARLIER, THE_DAY_BEFORE = PROMISED - timedelta(hours=1), PROMISED - timedelta(days=1)


@pytest.mark.parametrize(
    ("before", "after", "said", "by_the_hour", "moved"),
    [
        (PROMISED, RUNNING, False, True, False),
        (EARLIER, RUNNING, False, False, False),
        (EARLIER, RUNNING, False, True, True),
        (THE_DAY_BEFORE, RUNNING, False, False, True),
        (None, RUNNING, False, False, True),
        (PROMISED, replace(RUNNING, due_at=None), False, False, False),
        (PROMISED, RUNNING, True, False, True),
        # The date of an apology holds until the next one.
        (PROMISED, replace(RUNNING, extension_reason="Chờ"), True, False, False),
        (THE_DAY_BEFORE, replace(RUNNING, clock=ClockState.PAUSED), True, False, False),
        (THE_DAY_BEFORE, replace(RUNNING, clock=ClockState.STOPPED), True, False, False),
    ],
)
def test_which_move_of_a_date_is_news(
    before: datetime | None,
    after: Standing,
    said: bool,  # noqa: FBT001
    by_the_hour: bool,  # noqa: FBT001
    moved: bool,  # noqa: FBT001
) -> None:
    assert is_moved_by_an_event(before, after, said=said, by_the_hour=by_the_hour) is moved
