"""Look-up by code and the last four digits: what a stranger cannot learn, and how often one may guess."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import httpx
import pytest

from api.dossiers.actions import following
from api.dossiers.rules.proof import CANDIDATES, TRY_LIMITS, guess_at, hash_last4
from api.dossiers.store.gates import take_guess
from api.kit.db import Connection, Pool
from api.kit.settings import Settings
from api.kit.tokens import equal
from tests.given.dossiers import LAST4, given_code, given_key, given_person, tell, told
from tests.given.time import frozen

VERBS = "api.dossiers.actions.following"
NOW = datetime(2026, 11, 18, 2, 0, tzinfo=UTC)  # Wed 09:00 in Vietnam, at the start of every window
PER_CODE, PER_CODE_A_DAY, PER_ADDRESS = (limit.most for limit in TRY_LIMITS)


async def ask(client: httpx.AsyncClient, code: str, last4: str = LAST4) -> httpx.Response:
    return await client.post("/v1/dossiers/lookup", json={"code": code, "phone_last4": last4})


def public_part(answer: httpx.Response) -> tuple[int, dict[str, Any], set[str]]:
    """What a stranger sees, without what differs at every request."""
    body = {name: value for name, value in answer.json().items() if name != "request_id"}
    return answer.status_code, body, set(answer.headers) - {"content-length"}


async def test_both_factors_show_the_dossier(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("1", 1, occurred_at="2026-11-13T02:00:00Z", deadline={"amount": 3}))
    await tell(client, key, code, told("2", 2, note="Nhận đủ giấy tờ"))
    with frozen(NOW):
        answer = await ask(client, code)
    assert answer.status_code == 200
    shown = answer.json()
    assert shown["code"] == code
    assert shown["state_name"] == "Được tiếp nhận"
    assert shown["clock"] == "running"
    assert shown["due_at"] == "2026-11-19T10:00:00Z"
    assert (shown["days_left"], shown["late"]) == (1, False)
    assert shown["standing"] == "Hẹn trả 19/11/2026, còn 1 ngày làm việc."
    assert shown["held_by"] == "Bộ phận Một cửa, Công an phường Vỹ Dạ"
    assert shown["next_step"].startswith("Bạn chưa phải làm gì")
    assert shown["last_known_at"]
    assert shown["filed_by"] == "self"
    assert (shown["followed"], shown["demo"]) == (False, False)
    assert [(entry["state_code"], entry["note"]) for entry in shown["timeline"]] == [
        ("1", None),
        ("2", "Nhận đủ giấy tờ"),
    ]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("typed", ["  {} ", "{}".lower(), "{} ", "{}\u200b"])
async def test_typing_is_forgiven(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, typed: str
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    for form in (code, code.lower(), code.replace("-", "–"), code.replace("-", " - ")):
        assert (await ask(client, typed.format(form))).status_code == 200


async def test_a_wrong_ending_and_a_code_that_is_not_there_cannot_be_told_apart(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    with frozen(NOW):
        wrong, absent = await ask(client, code, "0000"), await ask(client, "H57.12-999999-9999")
        assert wrong.status_code == 404
        assert wrong.json()["type"] == "/problems/dossier-not-found"
        assert public_part(wrong) == public_part(absent)
        for _ in range(PER_CODE - 1):
            assert public_part(await ask(client, code, "0000")) == public_part(wrong)
            assert public_part(await ask(client, "H57.12-999999-9999")) == public_part(wrong)
        wrong, absent = await ask(client, code, "0000"), await ask(client, "H57.12-999999-9999")
        assert wrong.status_code == 429
        assert public_part(wrong) == public_part(absent)
        assert wrong.headers["retry-after"] == absent.headers["retry-after"]


async def test_a_dossier_without_a_phone_cannot_be_looked_up(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1, applicant_phone=None))
    assert (await ask(client, code, "0000")).status_code == 404


async def test_a_landline_has_last_digits_too(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1, applicant_phone="(0234) 382 1234"))
    assert (await ask(client, code, "1234")).status_code == 200
    assert await tx.fetchval("select phone_hash from dossier where code = $1", code) is None


@pytest.mark.parametrize("existing", [0, 1, 2, CANDIDATES])
async def test_the_same_comparisons_are_made_whatever_exists(
    client: httpx.AsyncClient,
    tx: Connection,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    existing: int,
) -> None:
    code = given_code()
    for number in range(existing):
        await tell(client, await given_key(tx, settings, f"system-{number}"), code, told("2", 1))
    done = {"hash": 0, "equal": 0}

    def counting(name: str, real: Any) -> Any:
        def counted(*args: Any, **words: Any) -> Any:
            done[name] += 1
            return real(*args, **words)

        return counted

    monkeypatch.setattr(f"{VERBS}.hash_last4", counting("hash", hash_last4))
    monkeypatch.setattr(f"{VERBS}.equal", counting("equal", equal))
    asked = await queries_of(tx, ask(client, code, "0000"))
    assert done == {"hash": CANDIDATES, "equal": 2 * CANDIDATES}
    assert asked == await queries_of(tx, ask(client, "NOT-THERE", "0000"))
    assert len(asked) == 1


async def test_as_many_rows_are_read_before_behind_and_on_a_code(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key = await given_key(tx, settings)
    # Before and behind every code of the base data, and between.
    codes = ["!1", "!2", "M1", "M2", "~1", "~2"]
    for code in codes:
        await tell(client, key, code, told("2", 1))
    for code in [*codes, "!", "!15", "M15", "~3", "~~"]:
        guess = guess_at(code, address="a", at=NOW, secret=settings.secret_key)
        _, read = await take_guess(tx, guess, hurry=False)
        assert len(read) == CANDIDATES
        assert [one.code for one in read if one.code_key == guess.code_key] == [code] * (code in codes)


async def test_the_digits_of_a_neighbouring_code_open_nothing(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key = await given_key(tx, settings)
    await tell(client, key, "N-1", told("2", 1, applicant_phone="0912340001"))
    await tell(client, key, "N-2", told("2", 1, applicant_phone="0912340002"))
    assert (await ask(client, "N-1", "0002")).status_code == 404
    assert (await ask(client, "N-0", "0001")).status_code == 404
    assert (await ask(client, "N-3", "0002")).status_code == 404
    assert (await ask(client, "n-2", "0002")).json()["code"] == "N-2"


async def queries_of(tx: Connection, asking: Coroutine[Any, Any, httpx.Response]) -> list[str]:
    """Every statement a refused look-up runs on dossiers: the driver's own are for its first use of a type."""
    seen: list[str] = []
    with tx.query_logger(lambda record: seen.append(record.query)):
        assert (await asking).status_code == 404
    return [query for query in seen if "dossier" in query]


async def test_one_code_may_be_guessed_a_few_times_only_even_rightly(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code, other = await given_key(tx, settings), given_code(), given_code()
    await tell(client, key, code, told("2", 1))
    await tell(client, key, other, told("2", 1))
    with frozen(NOW):
        for _ in range(PER_CODE):
            assert (await ask(client, code, "0000")).status_code == 404
        refused = await ask(client, code)
        assert refused.status_code == 429
        assert refused.json()["type"] == "/problems/too-many-lookups"
        assert 0 < int(refused.headers["retry-after"]) <= 15 * 60 + 1
        assert (await ask(client, other)).status_code == 200
    with frozen(NOW + timedelta(minutes=15)):
        assert (await ask(client, code)).status_code == 200


async def test_one_code_has_a_limit_a_day(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    statuses = []
    for window in range(PER_CODE_A_DAY // PER_CODE):
        with frozen(NOW + window * timedelta(hours=2)):
            statuses += [(await ask(client, code, "0000")).status_code for _ in range(PER_CODE)]
    assert statuses == [404] * PER_CODE_A_DAY
    with frozen(NOW + timedelta(hours=9)):
        assert (await ask(client, code)).status_code == 429
    with frozen(NOW + timedelta(days=1)):
        assert (await ask(client, code)).status_code == 200


async def test_codes_cannot_be_walked_from_one_address(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    with frozen(NOW):
        for number in range(PER_ADDRESS):
            assert (await ask(client, f"W-{number}")).status_code == 404
        assert (await ask(client, "W-next")).status_code == 429
        assert (await ask(client, code)).status_code == 429
    # a blocked address adds nothing to the counts of codes
    with frozen(NOW + timedelta(hours=1)):
        assert (await ask(client, "W-next")).status_code == 404
        assert (await ask(client, code)).status_code == 200


async def test_right_answers_are_not_counted(
    client: httpx.AsyncClient, tx: Connection, settings: Settings
) -> None:
    key, code = await given_key(tx, settings), given_code()
    await tell(client, key, code, told("2", 1))
    with frozen(NOW):
        for _ in range(PER_ADDRESS + 1):
            assert (await ask(client, code)).status_code == 200
        assert await tx.fetchval("select max(tries) from dossier_lookup_try") == 0


async def test_neither_address_nor_code_is_kept_with_the_counts(
    client: httpx.AsyncClient, tx: Connection
) -> None:
    await ask(client, "SECRET-CODE")
    kept = [row[0] for row in await tx.fetch("select t::text from dossier_lookup_try t")]
    assert kept
    assert not any("127.0.0.1" in row or "SECRET" in row for row in kept)


async def test_old_counts_are_dropped(client: httpx.AsyncClient, tx: Connection) -> None:
    with frozen(NOW):
        await ask(client, "OLD")
    with frozen(NOW + timedelta(days=4)):
        await ask(client, "NEW")
        with patch.object(following, "AT_ONCE", 2):
            await following.forget_tries(tx)
    assert await tx.fetchval("select count(*) from dossier_lookup_try") == len(TRY_LIMITS)


async def test_guesses_at_once_cannot_slip_under_the_limit(
    committing_client: httpx.AsyncClient, database: Pool
) -> None:
    with frozen(NOW):
        answers = await asyncio.gather(*(ask(committing_client, "AT-ONCE") for _ in range(16)))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [404] * PER_CODE + [429] * (16 - PER_CODE)


async def test_a_failed_guess_is_counted_although_it_is_refused(
    committing_client: httpx.AsyncClient, database: Pool
) -> None:
    await ask(committing_client, "COUNTED")
    async with database.acquire() as connection:
        assert await connection.fetchval("select sum(tries) from dossier_lookup_try") == len(TRY_LIMITS)


async def test_only_a_look_up_does_not_wait_for_the_disk(
    client: httpx.AsyncClient, tx: Connection, settings: Settings, as_person: Callable[..., dict[str, str]]
) -> None:
    key, code, me = await given_key(tx, settings), given_code(), as_person(await given_person(tx))
    await tell(client, key, code, told("2", 1))
    await tx.execute("set local synchronous_commit = on")
    followed = await client.post("/v1/me/dossiers", json={"code": code, "phone_last4": LAST4}, headers=me)
    assert followed.status_code == 201
    assert await tx.fetchval("show synchronous_commit") == "on"
    assert (await ask(client, code)).status_code == 200
    assert await tx.fetchval("show synchronous_commit") == "off"


@pytest.mark.parametrize("last4", ["567", "56789", "56a8", "５６７８", ""])
async def test_four_digits_are_asked_for(client: httpx.AsyncClient, last4: str) -> None:
    assert (await ask(client, "X", last4)).status_code == 422


async def test_nothing_personal_travels_in_an_address(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/dossiers/lookup", params={"code": "X", "phone_last4": "1234"})
    assert answer.status_code == 405
