"""One database for all tests of this folder, emptied after each: what they commit is only rows of the outbox."""

from collections.abc import AsyncIterator

import pytest

from api.kit.db import Pool, open_pool
from tests.given.cluster import Server

CLEAN = """
truncate outbox_event, outbox_job, nightly_run, worker_beat;
drop table if exists effect
"""


@pytest.fixture(scope="session")
async def shared_database(server: Server) -> AsyncIterator[Pool]:
    """A database of this folder's own: cloning one for every test would cost more than the tests."""
    name = await server.clone()
    pool = await open_pool(server.url(name), size=8)
    yield pool
    await pool.close()
    await server.drop(name)


@pytest.fixture
async def database(shared_database: Pool) -> AsyncIterator[Pool]:
    """As the fixture of the same name everywhere, and as if new."""
    yield shared_database
    await shared_database.execute(CLEAN)
