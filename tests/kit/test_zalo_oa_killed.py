"""kill -9 of a worker in the middle of a renewal: the lock falls, the intent stays, somebody is told, nothing hangs."""

import asyncio
import os
import sys
from datetime import timedelta

import msgspec
import pytest

from api.kit.clock import now
from api.kit.db import Pool, PoolDatabase
from api.kit.settings import Settings
from api.kit.zalo import zalo_http
from api.kit.zalo_oa import OaTokenError, OaTokens
from tests.given.cluster import Server
from tests.given.zalo import as_kept, outcomes
from tests.zalo_fake.fake import FakeZalo

WORKER = """
import asyncio
from api.kit.db import PoolDatabase, open_pool
from api.kit.settings import read_settings
from api.kit.zalo import zalo_http
from api.kit.zalo_oa import OaTokens

async def main():
    settings = read_settings()
    async with zalo_http(settings) as http:
        pool = await open_pool(settings.database_url, size=3)
        await OaTokens(settings, PoolDatabase(pool), http).renew_due()

asyncio.run(main())
"""


async def worker(settings: Settings, url: str) -> asyncio.subprocess.Process:
    """A worker process of its own that renews what is due."""
    said = {
        name.upper(): str(value) for name, value in msgspec.structs.asdict(settings).items() if "zalo" in name
    }
    environ = {**os.environ, **said, "DATABASE_URL": url, "SECRET_KEY": settings.secret_key}
    return await asyncio.create_subprocess_exec(sys.executable, "-c", WORKER, env=environ)


async def test_a_worker_killed_while_zalo_answers(
    server: Server, database: Pool, ours: Settings, fake: FakeZalo
) -> None:
    async with database.acquire() as db:
        url = server.url(await db.fetchval("select current_database()"))
    async with zalo_http(ours) as http:
        tokens = OaTokens(ours, PoolDatabase(database), http)
        pair = msgspec.structs.replace(as_kept(fake, fake.seed_pair()), expires_at=now() + timedelta(hours=1))
        await tokens.seed(pair)
        fake.slow_by = 1.0
        process = await worker(ours, url)
        async with asyncio.timeout(30):
            while not fake.rotations:  # noqa: ASYNC110  the fake has no event
                await asyncio.sleep(0.01)
        process.kill()
        await process.wait()
        fake.slow_by = 0.0
        async with asyncio.timeout(10):
            assert await tokens.find() == "oa-access-1", "the old token as long as Zalo takes it"
        with pytest.raises(OaTokenError, match="-14014"):
            await tokens.renew(fake.oa_id)
    async with database.acquire() as db:
        assert await outcomes(db) == [("first", None), (None, None), ("refused", "-14014")]
        assert await db.fetchval("select count(*) from outbox_event where kind = 'zalo_needs_operator'") == 1


async def test_two_worker_processes_renew_once(
    server: Server, database: Pool, ours: Settings, fake: FakeZalo
) -> None:
    async with database.acquire() as db:
        url = server.url(await db.fetchval("select current_database()"))
    async with zalo_http(ours) as http:
        pair = msgspec.structs.replace(as_kept(fake, fake.seed_pair()), expires_at=now() + timedelta(hours=1))
        await OaTokens(ours, PoolDatabase(database), http).seed(pair)
    fake.slow_by = 0.5
    both = await asyncio.gather(worker(ours, url), worker(ours, url))
    async with asyncio.timeout(30):
        assert await asyncio.gather(*(process.wait() for process in both)) == [0, 0]
    assert fake.rotations == 1
    async with database.acquire() as db:
        assert await outcomes(db) == [("first", None), ("rotated", None)]
