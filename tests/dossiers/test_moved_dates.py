"""The calendar moves a promised date: each follower hears of it once, and of nothing that did not change."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
import pytest

from api.dossiers.actions import deadlines
from api.dossiers.contracts.deadlines import DossierDueMoved
from api.kit import outbox
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.principal import Role
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, SystemKey, given_code, given_key, given_person, tell, told
from tests.given.identity import demo_people
from tests.given.time import frozen
from tests.given.work import run_outbox

NOW = datetime(2026, 11, 17, 3, tzinfo=UTC)
MOVED = "select person_id, title, body, params from message where dedupe_key like 'dossier-due:%' order by person_id"
AGENCY = "H57.12"


class Desk:
    """One dossier of three working days from Monday 16 November, and who follows it."""

    def __init__(self, client: httpx.AsyncClient, tx: Connection, settings: Settings, files: Files) -> None:
        self.client, self.tx, self.settings, self.files = client, tx, settings, files
        self.admin: dict[str, str] = {}
        self.key: SystemKey
        self.code = given_code()

    async def tell(self, state: str, sequence: int, **changes: Any) -> None:
        facts = {"agency_code": AGENCY, "deadline": {"amount": 3}} | changes
        await tell(self.client, self.key, self.code, told(state, sequence, **facts))

    async def follower(self, as_person: Callable[[UUID], dict[str, str]]) -> UUID:
        person = await given_person(self.tx)
        body = {"code": self.code, "phone_last4": LAST4}
        answer = await self.client.post("/v1/me/dossiers", json=body, headers=as_person(person))
        assert answer.status_code == 201
        return person

    async def close(self, day: int, scope: str = AGENCY) -> None:
        path = f"/v1/admin/calendar/{scope}/2026-11-{day:02}"
        body = {"kind": "local_closure", "name": "Nghỉ do lũ", "source": "Công văn 12/UBND"}
        assert (await self.client.put(path, json=body, headers=self.admin)).status_code == 204

    async def reopen(self, day: int) -> None:
        path = f"/v1/admin/calendar/{AGENCY}/2026-11-{day:02}"
        assert (await self.client.delete(path, headers=self.admin)).status_code == 204

    async def recount(self) -> None:
        """Only the walk; what it asks to be told waits."""
        await deadlines.recount_open(self.tx, self.settings)

    async def work(self) -> list[str]:
        return await run_outbox(self.tx, self.files, self.settings)

    async def inbox(self) -> list[Any]:
        return list(await self.tx.fetch(MOVED))


@pytest.fixture
async def desk(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_role: Callable[[Role], dict[str, str]],
) -> Desk:
    await demo_people(tx)
    desk = Desk(client, tx, settings, files)
    desk.admin, desk.key = as_role(Role.ADMIN), await given_key(tx, settings)
    await deadlines.ask_to_recount(tx)
    await desk.work()
    with frozen(NOW):
        await desk.tell("2", 1)
    return desk


async def test_every_follower_is_told_once_with_the_date_and_why(
    desk: Desk, as_person: Callable[[UUID], dict[str, str]]
) -> None:
    with frozen(NOW):
        people = sorted([await desk.follower(as_person), await desk.follower(as_person)])
        await desk.close(18)
        assert "dossiers.tell_moved_date" in await desk.work()
        dossier = await desk.tx.fetchval("select id from dossier where code = $1", desk.code)
        # The same event once more, as after a lost acknowledgement, and a night's empty look.
        await outbox.emit(desk.tx, DossierDueMoved(dossier_id=dossier))
        await deadlines.ask_to_recount(desk.tx)
        await desk.work()
        rows = await desk.inbox()
    assert [row["person_id"] for row in rows] == people
    assert rows[0]["title"] == "Hồ sơ: hẹn trả đổi sang 20/11/2026"
    assert rows[0]["body"].split("\n")[:2] == [
        "Ngày hẹn trả kết quả chuyển từ 19/11/2026 sang 20/11/2026.",
        "Vì lịch làm việc thay đổi: Nghỉ do lũ (18/11/2026).",
    ]
    assert desk.code in rows[0]["body"]


async def test_a_date_that_came_back_before_anybody_was_told_is_no_news(
    desk: Desk, as_person: Callable[[UUID], dict[str, str]]
) -> None:
    with frozen(NOW):
        await desk.follower(as_person)
        await desk.close(18)
        await desk.recount()
        await desk.reopen(18)
        await desk.recount()
        await desk.work()
        assert await desk.inbox() == []
        # Moved twice before the job ran: told as one, from the date they knew.
        await desk.close(18)
        await desk.recount()
        await desk.close(19)
        await desk.recount()
        await desk.work()
        rows = await desk.inbox()
    assert [row["title"] for row in rows] == ["Hồ sơ: hẹn trả đổi sang 23/11/2026"]
    assert "từ 19/11/2026 sang 23/11/2026" in rows[0]["body"]


async def test_what_does_not_move_the_day_is_not_told(
    desk: Desk, as_person: Callable[[UUID], dict[str, str]]
) -> None:
    with frozen(NOW):
        await desk.follower(as_person)
        await desk.close(18, scope="H57.13")
        await desk.close(20)
        await desk.tx.execute(
            "insert into office_hours (scope, valid_from, opens, closes, certainty, source)"
            " values ($1, '2026-11-18', '07:00', '16:30', 'high', 'test')",
            AGENCY,
        )
        await desk.work()
        due = await desk.tx.fetchval("select due_at from dossier where code = $1", desk.code)
        assert f"{due:%d %H:%M}" == "19 09:30"
        assert await desk.inbox() == []


async def test_who_follows_after_the_move_knew_the_new_date(
    desk: Desk, as_person: Callable[[UUID], dict[str, str]]
) -> None:
    with frozen(NOW):
        await desk.close(18)
        await desk.work()
        late = await desk.follower(as_person)
        assert await desk.inbox() == []
        await desk.close(19)
        await desk.work()
        rows = await desk.inbox()
    assert [row["person_id"] for row in rows] == [late]
    assert "từ 20/11/2026 sang 23/11/2026" in rows[0]["body"]


async def test_an_extension_is_told_by_its_own_notice_only(
    desk: Desk, as_person: Callable[[UUID], dict[str, str]]
) -> None:
    with frozen(NOW):
        await desk.follower(as_person)
        await desk.close(18)
        await desk.recount()
        new = {"due_at": "2026-11-27T10:00:00Z", "reason": "Chờ ý kiến Sở"}
        await desk.tell("2", 2, extension=new)
        await desk.work()
        titles = [row["title"] for row in await desk.tx.fetch("select title from message order by id")]
        assert titles == ["Hồ sơ: xin lỗi, hẹn lại 27/11/2026"]
        # The calendar does not move a date the agency named.
        await desk.close(19)
        await desk.work()
        assert len(await desk.tx.fetch("select from message")) == 1


async def test_a_clock_that_stands_still_promises_nothing(
    desk: Desk, as_person: Callable[[UUID], dict[str, str]]
) -> None:
    with frozen(NOW):
        await desk.tell("5", 2, occurred_at="2026-11-17T09:00:00+07:00")
        await desk.follower(as_person)
        await desk.close(18)
        await desk.work()
        assert await desk.inbox() == []
        assert await desk.tx.fetchval("select count(*) from dossier_due_change where told_at is null") == 0
