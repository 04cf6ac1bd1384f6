"""Hard case 31, past its date: who follows hears of it once, in the morning, and of nothing that is no longer so."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx

from api.dossiers.actions.lateness import notice_overdue
from api.kit.db import Connection
from api.kit.files import Files
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, given_code, given_key, given_person, tell, told
from tests.given.time import frozen
from tests.given.work import run_outbox

NOW = datetime(2026, 11, 17, 3, tzinfo=UTC)
LATE = "select person_id, title, body from message where dedupe_key like 'dossier-late:%' order by created_at, id"


async def test_who_follows_is_told_that_the_date_has_passed_once_and_only_while_it_is_so(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    files: Files,
    as_person: Callable[[UUID], dict[str, str]],
) -> None:
    key, person = await given_key(tx, settings), await given_person(tx)
    late, ready, waiting = given_code(), given_code(), given_code()
    with frozen(NOW):
        for code in (late, ready, waiting):
            await tell(client, key, code, told("2", 1, agency_code="H57.12", deadline={"amount": 3}))
            body = {"code": code, "phone_last4": LAST4}
            answer = await client.post("/v1/me/dossiers", json=body, headers=as_person(person))
            assert answer.status_code == 201
        await tell(client, key, waiting, told("5", 2, occurred_at=NOW.isoformat()))
        await run_outbox(tx, files, settings)
    due = await tx.fetchval("select due_at from dossier where code = $1", late)

    async def morning(at: datetime) -> list[tuple[UUID, str, str]]:
        with frozen(at):
            await notice_overdue(tx)
            await run_outbox(tx, files, settings)
        return [(row["person_id"], row["title"], row["body"]) for row in await tx.fetch(LATE)]

    assert await morning(due - timedelta(hours=1)) == []  # not before
    with frozen(due + timedelta(hours=1)):
        await notice_overdue(tx)  # two are late now; the result of one comes before its message is written
        await tell(client, key, ready, told("9", 2, occurred_at=due.isoformat()))
    [(told_person, title, words)] = await morning(due + timedelta(hours=14))
    assert told_person == person
    assert title == "Hồ sơ: quá hạn trả kết quả 19/11/2026"
    assert words.split("\n")[0] == "Đã quá ngày hẹn trả kết quả 19/11/2026 mà chưa có kết quả."
    assert late in words
    assert "phải có thư xin lỗi" in words
    assert len(await morning(due + timedelta(days=1, hours=14))) == 1  # the next morning says nothing again
