"""Hard case 31 of the reference: a dossier nobody knows, guessed at, of a silent source, going backwards, past its date."""

from datetime import UTC, datetime, timedelta

import httpx

from api.dossiers.rules.proof import TRY_LIMITS
from api.kit.db import Connection
from api.kit.settings import Settings
from tests.given.dossiers import LAST4, given_code, given_key, tell, told
from tests.given.time import frozen

FILED = datetime(2026, 8, 26, 2, tzinfo=UTC)
"""A Wednesday; 31 August to 2 September are off in 2026 (Monday changed for a Saturday, and National Day)."""
HOLIDAY = datetime(2026, 9, 2, 2, tzinfo=UTC)


async def test_hard_case_31_a_dossier_is_told_honestly_and_to_nobody_who_guesses(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    async def ask(code: str, last4: str = LAST4) -> httpx.Response:
        return await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": last4})

    key = await given_key(tx, settings)
    code, next_one, short = given_code(), given_code(), given_code()
    with frozen(FILED):
        facts = {"occurred_at": FILED.isoformat(), "deadline": {"amount": 5}}
        await tell(client, key, code, told("2", 1, **facts))
        await tell(client, key, next_one, told("2", 1, **facts, applicant_phone="0987 654 321"))
        await tell(client, key, code, told("4", 2, occurred_at=FILED.isoformat()))
        await tell(client, key, short, told("2", 1, **facts | {"deadline": {"amount": 2}}))
        backwards = await tell(client, key, code, told("2", 3, occurred_at=FILED.isoformat()))
        assert (backwards["result"], backwards["flags"]) == ("held", ["backward"])
        promised = (await ask(code)).json()
    assert (promised["state_code"], promised["late"]) == ("4", False)
    due = datetime.fromisoformat(promised["due_at"])
    assert due.date().isoformat() == "2026-09-07"  # five working days, without the three that are none
    assert "Từ đó cơ quan chưa cập nhật" not in promised["last_known"]
    with frozen(HOLIDAY):
        over, running = (await ask(short)).json(), (await ask(code)).json()
    assert (over["late"], over["late_reason"]) == (True, "Cơ quan chưa nêu lý do.")  # on a holiday too
    assert (running["late"], running["days_left"]) == (False, 3)
    # Its source has been silent since; whoever looks is told so, and that it is late, without having to ask why.
    with frozen(due + timedelta(days=3)):
        shown = (await ask(code)).json()
        assert (shown["late"], shown["silent"], shown["state_code"]) == (True, True, "4")
        assert shown["late_reason"] == "Cơ quan chưa nêu lý do."
        assert shown["last_known"].startswith(
            "Biết lần cuối lúc 09:00 ngày 26/08/2026. Từ đó cơ quan chưa cập nhật"
        )
        # The next number is somebody's, the one after nobody's: the answers are one, and soon there is none.
        guessed = [await ask(next_one), await ask("H57.12-260826-9999")]
        assert [answer.status_code for answer in guessed] == [404, 404]
        somebodys, nobodys = ({**answer.json(), "request_id": ""} for answer in guessed)
        assert somebodys == nobodys
        for _ in range(TRY_LIMITS[0].most):
            last = await ask(next_one)
        assert last.status_code == 429
