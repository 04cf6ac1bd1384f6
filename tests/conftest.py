"""What tests are given: a database, the application over it, and people to sign in as.

`tx` is one connection whose transaction is rolled back; `client` sends requests that run inside it.
`database` is a database of the test's own, for what needs two connections or a real commit.
"""

import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import hypothesis
import pytest
from litestar import Litestar

from api.kit.children import ChildError
from api.kit.db import Connection, Pool, PoolDatabase, open_pool
from api.kit.demo import demo_person
from api.kit.files import Files, open_files
from api.kit.ids import uuid7
from api.kit.migrating import MigrationError
from api.kit.principal import Principal, Role
from api.kit.settings import Settings
from api.kit.tokens import sign_access
from tasks.installing import throwaway_folder
from tests.given.cluster import Server, test_server
from tests.given.web import SECRET, application, http_client, lend
from tests.given.work import OneConnection
from tests.zalo_fake.fake import FakeZalo
from tests.zalo_fake.server import Stage, served

# How long an example takes is for `make bench` to say: a busy machine is not a broken promise.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")
if THROWAWAY := throwaway_folder():
    os.environ["TMPDIR"], tempfile.tempdir = str(THROWAWAY), str(THROWAWAY)
# No test speaks TLS to anybody: the world's 140 certificate authorities are 15 ms to read for each of 800 clients.
os.environ["SSL_CERT_FILE"] = str(Path(__file__).parent / "given" / "nobody.pem")
Headers = dict[str, str]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """`--dist loadfile` with the files that share much work on one process."""
    from tests.given.sharing import ByFile  # noqa: PLC0415  only for the process that deals out

    return ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The PostgreSQL of this run."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(test_server())
        except (ChildError, MigrationError) as error:
            pytest.fail(f"no test database: {error}", pytrace=False)
        yield server


@pytest.fixture(scope="session")
async def database_url(server: Server) -> str:
    """The address of the run's shared database: migrated, base data loaded, nothing else ever committed."""
    return server.url(await server.clone())


@pytest.fixture(scope="session")
async def pool(database_url: str) -> AsyncIterator[Pool]:
    """Connections to the shared database. What a test commits here, others see: prefer `tx`."""
    pool = await open_pool(database_url, size=4)
    yield pool
    await pool.close()


@pytest.fixture
async def tx(pool: Pool) -> AsyncIterator[Connection]:
    """A connection whose transaction is rolled back after the test."""
    async with pool.acquire() as connection:
        transaction = connection.transaction()
        await transaction.start()
        try:
            yield connection
        finally:
            await transaction.rollback()


@pytest.fixture
async def database(server: Server) -> AsyncIterator[Pool]:
    """A pool on a database of the test's own: commit, use several connections, anything."""
    name = await server.clone()
    pool = await open_pool(server.url(name), size=8)
    yield pool
    await pool.close()
    await server.drop(name)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """The settings of a demo installation, files in the test's own folder."""
    return Settings(
        database_url=database_url,
        secret_key=SECRET,
        data_dir=str(tmp_path),
        demo=True,
        log_level="warning",
    )


@pytest.fixture
def files(settings: Settings) -> Files:
    """The file store of the test."""
    return open_files(settings)


@pytest.fixture
def shared_app() -> Litestar:
    """The application behind `client`."""
    return application()


@pytest.fixture
async def client(settings: Settings, tx: Connection, files: Files) -> AsyncIterator[httpx.AsyncClient]:
    """Speaks HTTP to the application; every request runs inside `tx`."""
    async with http_client(lend(application(), settings, OneConnection(tx), files)) as client:
        yield client


@pytest.fixture
async def committing_client(
    settings: Settings, database: Pool, files: Files
) -> AsyncIterator[httpx.AsyncClient]:
    """Speaks HTTP to the application over `database`: each request commits, and they may overlap."""
    async with http_client(lend(application(), settings, PoolDatabase(database), files)) as client:
        yield client


@pytest.fixture
def as_person(settings: Settings) -> Callable[..., Headers]:
    """`as_person(id)`: the headers of a signed-in citizen; `staff=True` has their grants read."""

    def headers(person_id: UUID, *, staff: bool = False) -> Headers:
        roles = frozenset({Role.CITIZEN, Role.OFFICER}) if staff else frozenset({Role.CITIZEN})
        who = Principal(person_id=person_id, session_id=uuid7(), roles=roles, demo=True)
        return {"Authorization": f"Bearer {sign_access(settings, who)}"}

    return headers


@pytest.fixture
def as_role(as_person: Callable[..., Headers]) -> Callable[[Role], Headers]:
    """`as_role(Role.OFFICER)`: the headers of the demo person of that role (see given.identity.demo_people)."""
    return lambda role: as_person(demo_person(role), staff=role is not Role.CITIZEN)


@pytest.fixture(scope="session")
async def stage() -> AsyncIterator[tuple[Stage, str]]:
    """A socket for one stand-in of the outside world at a time, and its address."""
    stage = Stage()
    async with served(stage) as address:
        yield stage, address


@pytest.fixture
def fake(stage: tuple[Stage, str]) -> FakeZalo:
    """A local Zalo of this test's own, on that socket."""
    stage[0].fake = fake = FakeZalo()
    return fake
