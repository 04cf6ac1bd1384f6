"""A renewal cut off anywhere: the intent is there, the pair is not lost where it can be kept, somebody is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from api.kit.db import Connection, Pool, PoolDatabase
from api.kit.settings import Settings
from api.kit.zalo import zalo_http
from api.kit.zalo_oa import OaTokenError, OaTokens
from tests.given.time import frozen
from tests.given.zalo import as_kept, outcomes
from tests.zalo_fake.fake import FakeZalo

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DUE = AT + timedelta(hours=20)
"""Five of the twenty-five hours are left."""


async def test_two_workers_renew_once(
    database: Pool, ours: Settings, http: httpx.AsyncClient, fake: FakeZalo
) -> None:
    """Two processes with eight askers each: one rotation, one token, one row of audit."""
    workers = [OaTokens(ours, PoolDatabase(database), http) for _ in range(2)]
    fake.slow_by = 0.05
    with frozen(AT):
        await workers[0].seed(as_kept(fake, fake.seed_pair()))
    with frozen(DUE):
        found = await asyncio.gather(*(worker.find() for worker in workers for _ in range(8)))
        assert set(found) == {"oa-access-2"}
        assert fake.rotations == 1
        again = await asyncio.gather(*(w.renew(fake.oa_id, rejected="oa-access-2") for w in workers))
    assert set(again) == {"oa-access-3"}
    assert fake.rotations == 2
    async with database.acquire() as db:
        assert await outcomes(db) == [("first", None), ("rotated", None), ("rotated", None)]


async def test_the_intent_is_committed_before_the_token_is_used(
    database: Pool, ours: Settings, http: httpx.AsyncClient, fake: FakeZalo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off while Zalo answers (a killed worker): the intent stays; a restart tries the old token and tells."""
    tokens = OaTokens(ours, PoolDatabase(database), http)
    with frozen(AT):
        await tokens.seed(as_kept(fake, fake.seed_pair()))

    async def killed(**form: str) -> dict[str, object]:
        async with database.acquire() as other:
            assert await outcomes(other) == [("first", None), (None, None)]
        fake.rotate(form)
        raise KilledError

    monkeypatch.setattr(tokens, "ask", killed)
    with frozen(DUE):
        with pytest.raises(KilledError):
            await tokens.renew(fake.oa_id)
        restarted = OaTokens(ours, PoolDatabase(database), http)
        with pytest.raises(OaTokenError, match="refused"):
            await restarted.renew(fake.oa_id)
        async with database.acquire() as db:
            assert await outcomes(db) == [("first", None), (None, None), ("refused", "-14014")]
            assert await db.fetchval("select stopped_code from zalo_oa_token") == "-14014"
            assert (
                await db.fetchval("select count(*) from outbox_event where kind = 'zalo_needs_operator'") == 1
            )
        with pytest.raises(OaTokenError, match="-14014"):
            await restarted.renew(fake.oa_id)
        assert len(fake.calls) == 1
        await restarted.seed(as_kept(fake, fake.seed_pair()))
        assert await restarted.find() == "oa-access-3"


class KilledError(Exception):
    """The worker is gone."""


async def test_a_crash_before_zalo_heard_costs_nothing(
    tx: Connection, tokens: OaTokens, fake: FakeZalo
) -> None:
    await tx.execute(
        "insert into zalo_oa_rotation (oa_id, from_version, started_at) values ($1, 1, now())", fake.oa_id
    )
    with frozen(DUE):
        assert await tokens.find() == "oa-access-2"
    assert await outcomes(tx) == [("first", None), (None, None), ("rotated", None)]


async def test_when_zalo_dies_after_rotating_an_administrator_is_told(
    tx: Connection, tokens: OaTokens, fake: FakeZalo
) -> None:
    fake.die_after_rotating = True
    with frozen(DUE):
        assert await tokens.find() == "oa-access-1", "the old one while it lives by our clock"
        assert fake.rotations == 1
        assert await tokens.find() == "oa-access-1"
        assert fake.rotations == 1, "not again within a minute"
    fake.die_after_rotating = False
    with frozen(DUE + timedelta(minutes=2)):
        assert await tokens.find() == "oa-access-1"
    assert await outcomes(tx) == [("first", None), ("lost", "unreadable"), ("refused", "-14014")]
    with frozen(DUE + timedelta(hours=6)), pytest.raises(OaTokenError, match="-14014"):
        await tokens.find()
    assert await tx.fetchval("select count(*) from outbox_event where kind = 'zalo_needs_operator'") == 1


def spare_files(settings: Settings) -> list[Path]:
    """Pairs put aside in the data folder."""
    return list(Path(settings.data_dir).glob("zalo-pair-*"))


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commit is tried twice more, at once."""
    monkeypatch.setattr("api.kit.zalo_oa.SAVE_PAUSES", (0.0, 0.0))


class Broken(PoolDatabase):
    """A database whose connections die at commit, as often as the test says."""

    times = 0

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Connection]:
        async with AsyncExitStack() as stack:
            tx = await stack.enter_async_context(PoolDatabase(self.pool).write())
            yield tx
            if self.times and await tx.fetchval(
                "select exists (select from zalo_oa_token where version > 1)"
            ):
                self.times -= 1
                raise ConnectionResetError


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize(("times", "spared"), [(1, False), (9, True)])
async def test_a_pair_that_cannot_be_committed_is_not_lost(
    database: Pool, ours: Settings, fake: FakeZalo, times: int, *, spared: bool
) -> None:
    http = zalo_http(ours)
    broken = Broken(database)
    tokens = OaTokens(ours, broken, http)
    with frozen(AT):
        await tokens.seed(as_kept(fake, fake.seed_pair()))
    broken.times = times
    with frozen(DUE):
        if spared:
            with pytest.raises(OaTokenError, match="not-committed"):
                await tokens.renew(fake.oa_id)
            assert "oa-" not in spare_files(ours)[0].read_text()
            assert spare_files(ours)[0].stat().st_mode & 0o077 == 0
            tokens = OaTokens(ours, PoolDatabase(database), http)
        assert await tokens.renew(fake.oa_id) == "oa-access-2"
        assert await tokens.find() == "oa-access-2"
    await http.aclose()
    assert (fake.rotations, spare_files(ours)) == (1, [])


async def test_a_cancelled_asker_does_not_cut_a_renewal_off(
    database: Pool, ours: Settings, http: httpx.AsyncClient, fake: FakeZalo
) -> None:
    tokens = OaTokens(ours, PoolDatabase(database), http)
    fake.slow_by = 0.1
    with frozen(AT):
        await tokens.seed(as_kept(fake, fake.seed_pair()))
    with frozen(DUE):
        asking = asyncio.create_task(tokens.find())
        while not fake.rotations:  # noqa: ASYNC110  the fake has no event
            await asyncio.sleep(0.005)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        assert await tokens.find() == "oa-access-2"
    assert fake.rotations == 1
