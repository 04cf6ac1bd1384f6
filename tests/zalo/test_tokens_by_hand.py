"""An operator brings the first pair of an Official Account, and hears when it is needed again."""

from datetime import UTC, datetime

import pytest

from api.kit.db import Connection, Pool
from api.kit.files import Files
from api.kit.outbox import emit
from api.kit.settings import Settings
from api.kit.zalo_oa import ZaloNeedsOperator
from api.kit.zalo_oa_store import Seal
from api.kit.zalo_signing import code_challenge
from tests.given.cluster import Server
from tests.given.identity import demo_people
from tests.given.time import frozen
from tests.given.work import run_outbox
from workers import zalo


async def test_a_pair_made_by_hand_is_kept(
    server: Server,
    database: Pool,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with database.acquire() as db:
        url = server.url(await db.fetchval("select current_database()"))
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SECRET_KEY", settings.secret_key)
    answers = iter([" access ", " refresh "])
    assert await zalo.seed_by_hand("388613280878808645", lambda _: next(answers)) == 0
    async with database.acquire() as db:
        sealed = await db.fetchval("select sealed from zalo_oa_token where oa_id = '388613280878808645'")
    pair = Seal(settings).open(sealed, "388613280878808645")
    assert (pair.access, pair.refresh, pair.version) == ("access", "refresh", 1)
    assert await zalo.seed_by_hand("1", lambda _: "") == 1
    assert "access" not in capsys.readouterr().out.split("\n")[0]


def test_a_verifier_comes_with_its_challenge(capsys: pytest.CaptureFixture[str]) -> None:
    zalo.show_verifier()
    line, challenge = capsys.readouterr().out.splitlines()
    assert challenge.removeprefix("code challenge: ") == code_challenge(
        line.removeprefix("ZALO_CODE_VERIFIER=")
    )


async def test_administrators_are_told_once_a_day(tx: Connection, files: Files, settings: Settings) -> None:
    await demo_people(tx)
    told = "select count(*), count(distinct person_id) from message where dedupe_key like 'zalo:%'"
    with frozen(datetime(2026, 11, 23, 3, 0, tzinfo=UTC)):
        for _ in range(2):
            await emit(tx, ZaloNeedsOperator(oa_id="388613280878808645", code="-14014"), urgent=True)
        await run_outbox(tx, files, settings)
        row = await tx.fetchrow(told)
    assert row is not None
    assert tuple(row) == (1, 1)
    body = await tx.fetchval("select body from message where dedupe_key like 'zalo:%'")
    assert "-14014" in body
